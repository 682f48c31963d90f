"""What briefings write beyond CommonMark: wikilinks, notes, sources, comments, templates, bare addresses."""

from __future__ import annotations

from briefing.document.addresses import address_start, mail_address, web_address
from briefing.document.block import Role
from briefing.document.links import normalized
from briefing.document.writer import Writer
from briefing.model.pattern import pattern

_WIKILINK = pattern(r"(?<!\[)\[\[([^\[\]\n|]{1,500})(?:\|([^\[\]\n]{1,500}))?\]\](?!\])")
_NOTE = pattern(r"\[\^([^\s\[\]^]{1,200})\]")
_CITATION = pattern(r"\[(-?@[^\[\]\n]{1,300})\]")
_CITED = pattern(r"\s*-?@([A-Za-z0-9_][\w.:+/-]*)")
_TEMPLATES = (("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"))


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


def comment(writer: Writer, position: int, start: int) -> int | None:
    """`%%`: a comment of Obsidian's, hidden, when it begins a word and ends."""
    source = writer.source
    if not source.startswith("%%", start) or (start and not source[start - 1].isspace()):
        return None
    end = writer.find_end("%%", start + 2)
    if end < 0:
        return None
    writer.text(source[position:start])
    return end + 2


def template(writer: Writer, position: int, start: int) -> int | None:
    """`{{ … }}` and `{% … %}`: what another tool would fill in, shown as written."""
    source = writer.source
    for beginning, ending in _TEMPLATES:
        end = writer.find_end(ending, start + len(beginning)) if source.startswith(beginning, start) else -1
        if end >= 0:
            end += len(ending)
            writer.text(source[position:start])
            writer.add(source[start:end].replace("\n", " "), Role.DIM)
            return end
    return None


def web(writer: Writer, position: int, at: int) -> int | None:
    """A bare web address, at the `:` or the `.` after its beginning."""
    source = writer.source
    start = address_start(source, position, at)
    end = None if start is None else web_address(source, start, in_brackets=bool(writer.brackets))
    if start is None or end is None:
        return None
    writer.text(source[position:start])
    address = source[start:end]
    writer.add(address, Role.LINK, address if "://" in address[:8] else f"http://{address}")
    return end


def mail(writer: Writer, position: int, at: int) -> int | None:
    """A bare mail address, at its `@`."""
    found = mail_address(writer.source, position, at)
    if found is None:
        return None
    first, end = found
    writer.text(writer.source[position:first])
    address = writer.source[first:end]
    writer.add(address, Role.LINK, address if address.lower().startswith("mailto:") else f"mailto:{address}")
    return end
