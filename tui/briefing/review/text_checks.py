"""What is wrong with the text itself: references that lead nowhere, unseen characters, leftovers of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from briefing.document.block import Block, BlockKind, Role
from briefing.document.outline import slug
from briefing.model.problem import Position, Problem, problem
from briefing.model.text import shown
from briefing.review.material import Material

_NOTE = re.compile(r"\[\^([^\[\]\s]{1,200})\]")
"""A footnote that was left as it is written, since nothing is known by its label."""

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

_FIGURE = "fig-"


def missing_notes(material: Material) -> Iterator[Problem]:
    """Find footnotes without a definition that are no source's id either."""
    for block in material.blocks.values():
        if block.kind in _LITERAL or "[^" not in block.text:
            continue
        for found in _NOTE.finditer(block.text):
            if not _in_code(block, found.start()):
                message = f"footnote [^{found[1]}] has no definition and no source of that id"
                yield problem("note-missing", message, at=Position(block.line))


def dead_links(material: Material) -> Iterator[Problem]:
    """Find links within the text to a heading or a figure that there is not."""
    known = {section.slug for section in material.sections} | {slug(material.briefing.title)}
    tracks = {figure.track for figure in material.briefing.figures}
    for block in material.blocks.values():
        for span in block.spans:
            if span.role not in {Role.LINK, Role.DEAD_LINK} or not (span.target or "").startswith("#"):
                continue
            fragment = unquote((span.target or "").removeprefix("#"))
            if fragment.startswith(_FIGURE) and fragment.removeprefix(_FIGURE) not in tracks:
                yield problem("link-dead", f"#{fragment} names the track of no figure", at=Position(block.line))
            elif not fragment.startswith(_FIGURE) and not _leads_on(fragment, known, material.briefing.body):
                yield problem("link-dead", f"#{fragment} leads to no heading of the text", at=Position(block.line))


def hidden_characters(material: Material) -> Iterator[Problem]:
    """Find characters of the text that are left out or shown as signs, and say once how many there are."""
    body = material.briefing.body
    found = shown(body)
    parts = []
    if found.left_out:
        parts.append(f"{_counted(found.left_out, 'unseen ')} left out")
    if found.controls:
        parts.append(f"{_counted(found.controls, 'control ')} shown as signs such as ^[")
    if parts:
        yield problem("text-hidden", "; ".join(parts), at=_first_changed(body, material.briefing.body_line))


def chrome(material: Material) -> Iterator[Problem]:
    """Find paragraphs that look like what stands around the text of a web page."""
    for block in material.blocks.values():
        if len(block.text) <= 20 and block.text.strip(" .\u2026\u00bb>").casefold() in _CHROME:
            yield problem("chrome", f'"{block.text.strip()}" looks like page chrome', at=Position(block.line))


def _in_code(block: Block, place: int) -> bool:
    """Whether a place of a block's text is code, where nothing has a meaning."""
    return any(span.start <= place < span.end for span in block.spans if span.role in {Role.CODE, Role.HTML})


def _leads_on(fragment: str, slugs: set[str], body: str) -> bool:
    """Whether a browser would find a fragment: the top of the page, a heading, or an id given in the text."""
    if fragment.casefold() in {"", "top"} or fragment.casefold() in slugs:
        return True
    return any(form in body for form in (f'id="{fragment}"', f'name="{fragment}"', f"{{#{fragment}"))


def _counted(count: int, kind: str) -> str:
    """So many characters, with their verb."""
    return f"1 {kind}character is" if count == 1 else f"{count:,} {kind}characters are"


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
