"""What stands in angle brackets: addresses and HTML. CommonMark 0.31.2, sections 6.5 and 6.6."""

from __future__ import annotations

import re

from briefing.document import html
from briefing.document.block import Role
from briefing.document.writer import Writer
from briefing.model.pattern import pattern

_AUTOLINK = pattern(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x1f]*+)>")
_MAIL_AUTOLINK = pattern(
    r"<([\w.!#$%&'*+/=?^`{|}~-]++@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)>",
    re.ASCII,
)


def angle(writer: Writer, position: int, start: int) -> int | None:
    """`<`: an address or HTML."""
    found = _AUTOLINK.match(writer.source, start)
    scheme = "" if found else "mailto:"
    found = found or _MAIL_AUTOLINK.match(writer.source, start)
    if found:
        writer.text(writer.source[position:start])
        address = found.group(1)
        writer.add(address, Role.LINK, scheme + address)
        return found.end()
    found = html.TAG.match(writer.source, start)
    if found:
        writer.text(writer.source[position:start])
        _tag(writer, found.group().replace("\n", " "))
        return found.end()
    return _declaration(writer, position, start)


def _declaration(writer: Writer, position: int, start: int) -> int | None:
    """Comments are hidden; instructions, declarations and character data are shown as they are written."""
    source = writer.source
    for beginning, ending in html.DECLARATIONS:
        if not source.startswith(beginning, start):
            continue
        if beginning == "<!" and not source[start + 2 : start + 3].isalpha():
            return None
        after = start + len(beginning)
        end = writer.find_end(ending, after) + len(ending) if ending else after
        if end < after:
            return None
        writer.text(source[position:start])
        if not beginning.startswith("<!--"):
            writer.add(source[start:end].replace("\n", " "), Role.HTML)
        return end
    return None


def _tag(writer: Writer, written: str) -> None:
    """Add an HTML tag; one that closes an opened tag with a meaning gives what is between them its role."""
    name = html.tag_name(written)
    if name == "br":
        writer.add("\n")
    elif name == "img" and (words := html.alt(written)):
        writer.add(words, Role.IMAGE)
    elif name not in html.ROLES or written.endswith("/>"):
        writer.add(written, Role.HTML)
    elif not written.startswith("</"):
        writer.tags.append((name, len(writer.parts), written))
        writer.add("")
    elif any(one[0] == name for one in writer.tags[-8:]):
        _close(writer, name)
    else:
        writer.add(written, Role.HTML)


def _close(writer: Writer, name: str) -> None:
    """Give what stands after the last opened tag of this name its role; tags opened since then stay as written."""
    while writer.tags[-1][0] != name:
        _, part, written = writer.tags.pop()
        writer.parts[part] = written
        writer.spans.append((part, part + 1, Role.HTML, None))
    _, part, written = writer.tags.pop()
    shift = {"sup": html.raised, "sub": html.lowered}.get(name)
    if shift and len(writer.parts) == part + 2:
        writer.parts[-1] = shift(writer.parts[-1])
    target = html.href(written) if name == "a" else None
    writer.spans.append((part, len(writer.parts), html.ROLES[name], target))
