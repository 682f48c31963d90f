"""What the target of a link asks for, by its form alone: a place in this text, a file, a briefing's name, the web."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from briefing.document.block import Block, Role, Span
from briefing.document.notes import BACK
from briefing.model.pattern import pattern
from briefing.model.record import record

SOURCE = "source:"
"""Begins the target of a mark that refers to a source of the front matter; its id follows."""

_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]{0,31}:")


@record
class ToAnchor:
    """A place in this text, by what follows the `#`, decoded; empty for its beginning."""

    name: str


@record
class ToNote:
    """A footnote of this text."""

    label: str


@record
class ToMention:
    """The first mark of a footnote, from the footnote."""

    label: str


@record
class ToSource:
    """A source that the front matter names."""

    id: str


@record
class ToFile:
    """A file by its path, which begins at the folder of the text, or with `/` at the library's."""

    path: str
    """Decoded; undecodable bytes are surrogate escapes."""
    anchor: str = ""
    """What follows the `#`, decoded."""


@record
class ToName:
    """A briefing by its file name, id, title or another name: `[[name]]`."""

    name: str
    anchor: str = ""
    """A heading as it is written, or `^` and the id of a block."""


@record
class ToAddress:
    """Anything that names a scheme or a host; whether it may be opened is not decided here."""

    address: str


Asked = ToAnchor | ToNote | ToMention | ToSource | ToFile | ToName | ToAddress


def asked(role: Role, target: str) -> Asked:
    """What the target of a link or of a mark asks for.

    Args:
        role: `LINK` or `FOOTNOTE`.
        target: as a span has it.
    """
    if role is Role.FOOTNOTE:
        return ToSource(target.removeprefix(SOURCE)) if target.startswith(SOURCE) else ToNote(target)
    if target.startswith(BACK):
        return ToMention(target.removeprefix(BACK))
    if target.startswith("[["):
        return _by_name(target)
    if target.startswith("//") or _SCHEME.match(target):
        return ToAddress(target)
    path, _, fragment = target.partition("#")
    anchor = _decoded(fragment)
    path = _decoded(path.partition("?")[0])
    return ToFile(path, anchor) if path else ToAnchor(anchor)


def links_of(block: Block) -> Iterator[Span]:
    """The spans of a block that lead somewhere: links, and the marks of footnotes and sources."""
    for span in block.spans:
        if span.role in {Role.LINK, Role.FOOTNOTE} and span.target is not None and span.start < span.end:
            yield span


def _by_name(target: str) -> Asked:
    """What a wikilink asks for; of several headings in it the last, since it stands below the others."""
    name, _, heading = target.removeprefix("[[").removesuffix("]]").partition("|")[0].partition("#")
    anchor = heading.rpartition("#")[2].strip()
    return ToName(name.strip(), anchor) if name.strip() else ToAnchor(anchor)


def _decoded(text: str) -> str:
    """A part of an address without its percent signs."""
    return unquote(text, errors="surrogateescape")
