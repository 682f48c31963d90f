"""Line ends, escapes, references, code, and runs of emphasis. CommonMark 0.31.2, sections 2.4, 2.5, 6.1, 6.2, 6.7."""

from __future__ import annotations

from briefing.document.block import Role
from briefing.document.emphasis import delimiter
from briefing.document.entities import ESCAPABLE, REFERENCE, character_reference
from briefing.document.writer import Writer
from briefing.model.pattern import pattern

_TICKS = pattern("`+")
_WIDE = (("\u2e80", "\u312f"), ("\u3190", "\ua4cf"), ("\uf900", "\ufaff"), ("\uff00", "\uff60"))


def line_end(writer: Writer, position: int, start: int) -> int:
    """A soft line end is a space, nothing between Chinese or Japanese characters; a hard one ends the line."""
    before = writer.source[position:start]
    kept = before.rstrip(" ")
    writer.text(kept)
    if len(before) - len(kept) >= 2:
        writer.parts.append("\n")
    elif not (_is_wide(kept[-1:]) and _is_wide(writer.source[start + 1 : start + 2])):
        writer.parts.append(" ")
    return start + 1


def _is_wide(character: str) -> bool:
    """Whether a character is written without spaces beside it."""
    return character > "\u2e7f" and any(first <= character <= last for first, last in _WIDE)


def escape(writer: Writer, position: int, start: int) -> int | None:
    """A backslash before punctuation or a line end."""
    escaped = writer.source[start + 1 : start + 2]
    if escaped != "\n" and escaped not in ESCAPABLE:
        return None
    writer.text(writer.source[position:start])
    writer.parts.append(escaped)
    return start + 2


def reference(writer: Writer, position: int, start: int) -> int | None:
    """A character reference."""
    found = REFERENCE.match(writer.source, start)
    if found is None:
        return None
    writer.text(writer.source[position:start])
    writer.parts.append(character_reference(found).replace("\n", " "))
    return found.end()


def code(writer: Writer, position: int, start: int) -> int | None:
    """A code span, or backticks that begin none."""
    opening = _TICKS.match(writer.source, start)
    if opening is None:
        return None
    writer.text(writer.source[position:start])
    after = opening.end()
    closing = _closing_ticks(writer, after - start, after)
    if closing < 0:
        writer.parts.append(opening.group())
        return after
    content = writer.source[after:closing].replace("\n", " ")
    if content[:1] == content[-1:] == " " and content.strip(" "):
        content = content[1:-1]
    writer.add(content, Role.CODE)
    return closing + after - start


def _closing_ticks(writer: Writer, length: int, start: int) -> int:
    """Where the next run of so many backticks begins, or -1."""
    if writer.ticks is None:
        writer.ticks = {}
        for found in reversed(list(_TICKS.finditer(writer.source))):
            writer.ticks.setdefault(found.end() - found.start(), []).append(found.start())
    runs = writer.ticks.get(length, [])
    while runs and runs[-1] < start:
        runs.pop()
    return runs[-1] if runs else -1


def run(writer: Writer, position: int, start: int) -> int | None:
    """A run of `*`, `_`, `~` or `=`."""
    source, end = writer.source, start + 1
    sign, size = source[start], len(source)
    while end < size and source[end] == sign:
        end += 1
    made = delimiter(source, start, end)
    if made is None:
        if end - start > 1:
            writer.text(source[position:end])
            return end
        return None
    writer.text(source[position:start])
    made.part = len(writer.parts)
    writer.delimiters.append(made)
    writer.parts.append(source[start:end])
    return end
