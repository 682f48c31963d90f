"""An edition of a briefing: its words and figures in so few characters that each one that was read can be kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document.block import Block, BlockKind, ContainerKind, Role
from briefing.document.notes import BACK
from briefing.library.digest import digest, digesting
from briefing.model.figure import Figure
from briefing.model.record import record
from briefing.model.steps import Steps

MOST_PIECES = 4096
"""Pieces of a text that are kept; of a longer one it is only known whether it changed."""
LENGTH = 10
"""Hexadecimal digits of a piece's digest: of so many pieces two have the same in one text of 130,000."""
STEP = 64
"""Blocks that are taken in at one step."""

_NOT_WRITTEN = {BlockKind.NOTICE, BlockKind.BANNER, BlockKind.BYLINE, BlockKind.RULE}
"""Blocks that the program words itself, from dates and from today's; their fields stand among the facts."""
_BY_LINES = {BlockKind.TABLE, BlockKind.CODE}
"""Blocks that may be cut anywhere into several: their lines are told apart, not the blocks."""


@record
class Edition:
    """How a briefing stood at one time."""

    digest: str
    """Of its text; see `briefing.library.digest`."""
    pieces: tuple[str, ...] = ()
    """The digests of its paragraphs, and of each line of tables and code, in order; none where there were too many."""
    figures: tuple[str, ...] = ()
    """Its figures in order, amount and unit as written."""
    names: tuple[str, ...] = ()
    """What each of them counts, as a digest; empty where its author did not say."""


def taking_edition(text: str, blocks: Iterable[Block], figures: Iterable[Figure]) -> Steps[Edition]:
    """Take down how a briefing stands, in steps.

    Args:
        text: of the whole file.
        blocks: of its page, in reading order.
        figures: in its author's order.
    """
    words = yield from digesting(text)
    found: list[str] = []
    for number, block in enumerate(blocks):
        found += pieces(block)
        if len(found) > MOST_PIECES:
            found.clear()
            break
        if number % STEP == 0:
            yield
    return of_figures(words, figures, tuple(found))


def of_figures(words: str, figures: Iterable[Figure], found: tuple[str, ...] = ()) -> Edition:
    """Take down the figures of a briefing, beside what was found of its text."""
    known = tuple(figures)
    return Edition(words, found, tuple(figure.phrase for figure in known), tuple(map(name_of, known)))


def pieces(block: Block) -> Iterator[str]:
    """Give the digest of a paragraph, or those of the lines of a table or of code.

    Numbers of notes and of list items do not count, since they follow from others; that a word is struck out, that a
    box is checked, and where a link leads do.
    """
    if block.kind in _NOT_WRITTEN:
        return
    if block.kind in _BY_LINES:
        yield from (_short(line) for line in block.text.split("\n") if line.strip())
    elif block.text.strip():
        yield _short(_written(block))


def _written(block: Block) -> str:
    """The words of a paragraph with what their author means by them."""
    words, end = [], 0
    signs = [container.marker for container in block.containers if container.kind is ContainerKind.ITEM]
    meant = [sign for sign in signs if sign in ("☐", "☑", "☒")]
    for span in sorted(block.spans, key=lambda span: (span.start, span.end)):
        target = span.target or ""
        if span.role is Role.FOOTNOTE or target.startswith(BACK):
            words.append(block.text[end : span.start])
            end = max(end, span.end)
        elif span.role is Role.STRIKE or (span.role is Role.LINK and target):
            meant.append(f"{block.text[span.start : span.end]} {span.role} {target}")
    return "\n".join(("".join((*words, block.text[end:])), *meant))


def name_of(figure: Figure) -> str:
    """Say what a figure counts: its track, else its label, else its unit; empty where none is stated."""
    named = next(((kind, text) for kind, text in _names(figure) if text), None)
    return _short("\n".join(named)) if named else ""


def _names(figure: Figure) -> Iterator[tuple[str, str]]:
    """The words by which a figure may be known, the surest first."""
    yield from (("track", figure.track or ""), ("label", figure.label or ""), ("unit", figure.unit or ""))


def _short(text: str) -> str:
    """The digest of a piece."""
    return digest(text)[:LENGTH]
