"""What briefings write inside a text beyond CommonMark: wikilinks, notes, sources, comments, template code, HTML tags."""

from __future__ import annotations

import re
from typing import Protocol

from briefing.document import html
from briefing.document.block import Role
from briefing.document.links import normalized
from briefing.document.references import References

_WIKILINK = re.compile(r"(?<!\[)\[\[([^\[\]\n|]{1,500})(?:\|([^\[\]\n]{1,500}))?\]\](?!\])")
_NOTE = re.compile(r"\[\^([^\s\[\]^]{1,200})\]")
_CITATION = re.compile(r"\[(-?@[^\[\]\n]{1,300})\]")
_CITED = re.compile(r"\s*-?@([A-Za-z0-9_][\w.:+/-]*)")
_TEMPLATES = (("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"))


class Writer(Protocol):
    """The text that grows, and where it is read from."""

    source: str
    references: References
    parts: list[str]
    spans: list[tuple[int, int, Role, str | None]]

    def add(self, text: str, role: Role | None = None, target: str | None = None) -> None:
        """Add a part with a role."""

    def find_end(self, sign: str, start: int) -> int:
        """Where a sign next stands, or -1."""


def wikilink(writer: Writer, start: int, *, image: bool) -> int | None:
    """`[[Name]]` or `[[Name|text]]`; not where CommonMark reads a defined label."""
    if not writer.source.startswith("[[", start):
        return None
    found = _WIKILINK.match(writer.source, start)
    if found is None or not found.group(1).strip():
        return None
    name, text = found.groups()
    if text is None and writer.references.link(normalized(name)) is not None:
        return None
    writer.add((text or name).strip(), Role.IMAGE if image else Role.LINK, f"[[{name.strip()}]]")
    return found.end()


def note(writer: Writer, start: int) -> int | None:
    """`[^label]` where such a note or source exists; `[@id]` where such a source exists."""
    sign = writer.source[start + 1 : start + 2]
    if sign == "^":
        found = _NOTE.match(writer.source, start)
        target = writer.references.note(found.group(1)) if found else None
        if found is None or target is None:
            return None
        writer.add(f"[{found.group(1)}]", Role.FOOTNOTE, target)
        return found.end()
    return _citation(writer, start) if sign in {"@", "-"} else None


def _citation(writer: Writer, start: int) -> int | None:
    """`[@one, p. 3; @two]`, every one a known source."""
    found = _CITATION.match(writer.source, start)
    if found is None:
        return None
    pieces = found.group(1).split(";")
    cited = [_CITED.match(piece) for piece in pieces]
    if not all(one and writer.references.is_source(one.group(1).rstrip(".:")) for one in cited):
        return None
    for index, (piece, one) in enumerate(zip(pieces, cited, strict=True)):
        if one is not None:
            text = ("; " if index else "[") + piece.strip().lstrip("-").removeprefix("@")
            writer.add(text, Role.FOOTNOTE, "source:" + one.group(1).rstrip(".:"))
    writer.add("]", Role.FOOTNOTE)
    return found.end()


def comment_end(writer: Writer, start: int) -> int | None:
    """Where the comment ends that begins with the `%%` at a place; None where it is no comment."""
    before = writer.source[start - 1] if start else " "
    if not before.isspace():
        return None
    end = writer.find_end("%%", start + 2)
    return None if end < 0 else end + 2


def template_end(writer: Writer, start: int) -> int | None:
    """Where the template code ends that begins at a place; None where it does not end."""
    for beginning, ending in _TEMPLATES:
        if writer.source.startswith(beginning, start):
            end = writer.find_end(ending, start + len(beginning))
            if end >= 0:
                return end + len(ending)
    return None


def tag(writer: Writer, opened: list[tuple[str, int, str]], written: str) -> None:
    """Add an HTML tag; one that closes an opened tag with a meaning gives what is between them its role."""
    name = html.tag_name(written)
    if name == "br":
        writer.add("\n")
    elif name == "img" and (words := html.alt(written)):
        writer.add(words, Role.IMAGE)
    elif name not in html.ROLES or written.endswith("/>"):
        writer.add(written, Role.HTML)
    elif not written.startswith("</"):
        opened.append((name, len(writer.parts), written))
        writer.add("")
    elif any(one[0] == name for one in opened[-8:]):
        _close(writer, opened, name)
    else:
        writer.add(written, Role.HTML)


def _close(writer: Writer, opened: list[tuple[str, int, str]], name: str) -> None:
    """Give what stands after the last opened tag of this name its role; tags opened since then stay as written."""
    index = max(index for index, one in enumerate(opened) if one[0] == name)
    for _, part, written in opened[index + 1 :]:
        writer.parts[part] = written
        writer.spans.append((part, part + 1, Role.HTML, None))
    part, written = opened[index][1:]
    del opened[index:]
    shift = {"sup": html.raised, "sub": html.lowered}.get(name)
    if shift and len(writer.parts) == part + 2:
        writer.parts[-1] = shift(writer.parts[-1])
    writer.spans.append((part, len(writer.parts), html.ROLES[name], html.href(written) if name == "a" else None))
