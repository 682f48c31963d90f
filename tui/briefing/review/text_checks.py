"""What is wrong with the text itself: references that lead nowhere, unseen characters, leftovers of a web page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from briefing.document.anchors import given_ids
from briefing.document.block import Block, BlockKind, Role
from briefing.document.outline import slug
from briefing.model.counting import counted
from briefing.model.pattern import pattern
from briefing.model.problem import Position, Problem, problem
from briefing.model.text import shown
from briefing.review.material import FIGURE, Material, fragment

_NOTE = pattern(r"\[\^([^\[\]\s]{1,200})\]")
"""A footnote that was left as it is written, since nothing is known by its label."""

_AT_ONCE = 200_000
"""Characters of a text, at least, that are looked through in one go."""

_LITERAL = {BlockKind.CODE, BlockKind.HTML}

_CHROME = {
    "loading now",
    "post comment",
    "share this",
    "subscribe",
    "read more",
    "advertisement",
    "cookie settings",
    "skip to content",
}
"""Words of a web page around its text, as they are left when the page is copied whole."""


def missing_notes(material: Material) -> Iterator[Problem]:
    """Find footnotes without a definition that are no source's id either; each label is said once."""
    said: set[str] = set()
    for block in material.blocks.values():
        if block.kind in _LITERAL or "[^" not in block.text:
            continue
        code = _Code(block)
        for found in _NOTE.finditer(block.text):
            if found[1] not in said and not code.holds(found.start()):
                said.add(found[1])
                message = f"footnote [^{found[1]}] has no definition and no source of that id"
                yield problem("note-missing", message, at=Position(block.line))


def dead_links(material: Material) -> Iterator[Problem]:
    """Find links within the text to a heading that there is not; each target is said once."""
    known = {section.slug for section in material.sections} | {slug(material.briefing.title), "", "top"}
    links = _fragments(material).items()
    dead = {to: line for to, line in links if not to.startswith(FIGURE) and slug(to) not in known}
    body = material.briefing.body
    given = {name for name, _ in given_ids(body, 0, len(body))} if dead else set()
    for leads_to, line in dead.items():
        if leads_to not in given:
            yield problem("link-dead", f"#{leads_to} leads to no heading of the text", at=Position(line))


def dead_figure_links(material: Material) -> Iterator[Problem]:
    """Find links that name the track of no figure; each track is said once."""
    tracks = {f"{FIGURE}{figure.track}" for figure in material.briefing.figures if figure.track}
    for leads_to, line in _fragments(material).items():
        if leads_to.startswith(FIGURE) and leads_to not in tracks:
            yield problem("link-dead", f"#{leads_to} names the track of no figure", at=Position(line))


def hidden_characters(material: Material) -> Iterator[Problem | None]:
    """Find characters of the text that are left out or shown as signs, and say once how many there are."""
    body = material.briefing.body
    left_out = controls = start = 0
    while start < len(body):
        end = body.find("\n", start + _AT_ONCE) + 1 or len(body)
        found = shown(body[start:end])
        left_out, controls, start = left_out + found.left_out, controls + found.controls, end
        yield None
    parts = []
    if left_out:
        parts.append(f"{counted(left_out, 'unseen character is', 'unseen characters are')} left out")
    if controls:
        are = counted(controls, "control character is", "control characters are")
        parts.append(f"{are} shown as signs such as ^[")
    if parts:
        yield problem("text-hidden", "; ".join(parts), at=_first_changed(body, material.briefing.body_line))


def chrome(material: Material) -> Iterator[Problem]:
    """Find paragraphs that look like what stands around the text of a web page."""
    for block in material.blocks.values():
        if len(block.text) <= 20 and block.text.strip(" .\u2026\u00bb>").casefold() in _CHROME:
            yield problem("chrome", f'"{block.text.strip()}" looks like page chrome', at=Position(block.line))


class _Code:
    """The parts of a block that are code or HTML, where nothing has a meaning; they do not overlap."""

    def __init__(self, block: Block) -> None:
        spans = sorted((span.start, span.end) for span in block.spans if span.role in {Role.CODE, Role.HTML})
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def holds(self, place: int) -> bool:
        """Whether a character of the block is in one of them."""
        before = bisect_right(self._starts, place)
        return before > 0 and place < self._ends[before - 1]


def _fragments(material: Material) -> dict[str, int]:
    """Where links within the text lead, each with the line of the first block that has it."""
    lines: dict[str, int] = {}
    for block in material.blocks.values():
        for span in block.spans:
            leads_to = fragment(span)
            if leads_to is not None:
                lines.setdefault(leads_to, block.line)
    return lines


def _first_changed(body: str, first_line: int) -> Position:
    """The place of the first line in which the character policy changes something, and the column there."""
    for number, line in enumerate(body.split("\n"), first_line):
        visible = shown(line)
        if visible.controls or visible.left_out:
            same = next(
                (i for i, (a, b) in enumerate(zip(line, visible.text, strict=False)) if a != b), len(visible.text)
            )
            return Position(number, same + 1)
    return Position(first_line)
