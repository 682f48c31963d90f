"""Markdown as plain text, line for line, by patterns alone: quick enough to index a library.

The text is close to what the reader sees, not equal to it: it serves to find and to show a passage, whose line leads to
the place in the document. Line n of the plain text is line n of the source. Every pattern takes linear time.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefing.model.pattern import pattern
from briefing.model.record import record


@record
class Heading:
    """A heading, and the line it stands on, counted from 0."""

    line: int
    level: int
    title: str


@record
class Plain:
    """A text without its markup, and the headings in it."""

    text: str
    """As many lines as the source has; lines that hold only markup are empty."""
    headings: tuple[Heading, ...]


def plain(source: str) -> Plain:
    """Strip a Markdown text."""
    pieces: list[str] = []
    headings: list[Heading] = []
    line = -1
    # Each line is taken with the line end before it: a pattern that begins with a fixed character is quicker by far
    # than one that begins with the start of a line.
    for is_code, part in _parts("\n" + _without_comments(source)):
        if is_code:
            pieces.append(part)
        else:
            headings.extend(_headings(part, line))
            pieces.append(_stripped(part))
        line += part.count("\n")
    return Plain("".join(pieces)[1:], tuple(headings))


def _without_comments(source: str) -> str:
    """Leave HTML comments out, but not the line ends in them."""
    start = source.find("<!--")
    if start < 0:
        return source
    pieces: list[str] = []
    done = 0
    while start >= 0:
        end = source.find("-->", start + 4)
        if end < 0:
            break
        pieces += (source[done:start], "\n" * source.count("\n", start, end))
        done = end + 3
        start = source.find("<!--", done)
    return "".join(pieces) + source[done:]


_FENCE = pattern(r"\n[ \t>]{0,12}(`{3,}|~{3,})([^\n]*)")


def _parts(source: str) -> Iterator[tuple[bool, str]]:
    """Cut the text at code fences; gives each part and whether it is code. The fences become empty lines."""
    start, opener = 0, ""
    if "```" not in source and "~~~" not in source:
        yield False, source
        return
    for found in _FENCE.finditer(source):
        fence, rest = found[1], found[2]
        if opener:
            if fence[0] != opener[0] or len(fence) < len(opener) or rest.strip():
                continue
        elif fence[0] == "`" and "`" in rest:
            continue
        yield bool(opener), source[start : found.start()]
        yield True, "\n"
        start, opener = found.end(), "" if opener else fence
    yield bool(opener), source[start:]


_HEADING = pattern(r"\n {0,3}(?:(?P<signs>#{1,6})[ \t]+(?P<title>[^\n]+)|(?:=+|-+)[ \t]*(?=\n|\Z))")
_NO_PARAGRAPH = pattern(r"\n?[ \t]*(?:[-*+>|#]|\d{1,9}[.)][ \t]|\Z)|\n?(?:[ ]{4}|\t)")


def _headings(part: str, line: int) -> Iterator[Heading]:
    """Find the headings in a part that is not code; the first line end in it ends this line."""
    counted = 0
    for found in _HEADING.finditer(part):
        start = found.start()
        line += part.count("\n", counted, start)
        counted = start
        if found["signs"]:
            title, level, number = found["title"], len(found["signs"]), line + 1
        else:
            title, level, number = part[max(0, part.rfind("\n", 0, start)) : start], 1 + ("-" in found.group()), line
            if _NO_PARAGRAPH.match(title):
                continue
        if title := _title(title):
            yield Heading(number, level, title)


def _title(written: str) -> str:
    """Strip a heading's text, and the signs that may close it."""
    text = written.strip()
    unsigned = text.rstrip("#")
    if not unsigned or unsigned[-1] in " \t":
        text = unsigned
    return _unmarked(text).strip()


_BARE = pattern(r"\n[ \t=:|\-*_~+]+(?=\n|\Z)")
"""A line of nothing but markup: a rule, the underline of a heading, the second line of a table."""
_DEFINITION = pattern(r"\n {0,3}\[(?!\^)[^\[\]\n]{1,300}\]:[^\n]*")
_LEADING = pattern(
    r"\n(?:[ \t>|]+|(?=[#*+\d\[-]))"
    r"(?:#{1,6}[ \t]+|(?:[*+-]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|\[\^[^\[\]\n]{1,100}\]:[ \t]*)?"
)
"""What a line may begin with: quote and table signs, then a heading's, an item's or a note's."""
_TABLE_END = pattern(r"\|[ \t]*(?=\n|\Z)")


def _stripped(part: str) -> str:
    """Strip a part that is not code."""
    text = _BARE.sub("\n", part)
    if "]:" in text:
        text = _DEFINITION.sub("\n", text)
    if "|" in text:
        text = _TABLE_END.sub("", text)
    return _unmarked(_LEADING.sub("\n", text))


_INLINE = pattern(
    r"""
      `(?<!``)(?P<ticks>`{0,2})(?!`)(?P<code>[^`]{1,1000})(?P=ticks)`(?!`)
    | \[!\[(?P<linked>[^\[\]\n]{0,400})\]\([^()\n]{0,600}\)\]\([^()\n]{0,600}\)
    | \[\[(?P<page>[^\[\]|\n]{1,300})(?:\|(?P<alias>[^\[\]|\n]{1,300}))?\]\]
    | \[\^[^\[\]\n]{1,100}\]
    | \[(?P<label>[^\[\]]{0,400})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,600}\)|\[[^\[\]\n]{0,200}\])
    | !(?=\[)
    | <(?P<link>[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]{1,600}|[^<>\s@]{1,100}@[^<>\s@]{1,200})>
    | </?[a-zA-Z][^<>\n]{0,600}>
    | &(?P<entity>\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});
    | \\(?P<escaped>[!-/:-@\[-`{-~])
    """,
    re.VERBOSE,
)
_STRESS = pattern(
    r"""
      \*(?P<stars>\*{0,2})(?=[^\s*])(?P<starred>[^*]{1,1000})(?<=\S)(?P=stars)\*
    | _(?<![^\W_]_)(?P<lines>_{0,2})(?=[^\s_])(?P<lined>[^_]{1,1000})(?<=\S)(?P=lines)_(?![^\W_])
    | ~~(?=[^\s~])(?P<struck>[^~]{1,1000})(?<=\S)~~
    | ==(?=[^\s=])(?P<lit>[^=]{1,1000})(?<=\S)==
    """,
    re.VERBOSE,
)
_PRIVATE = 0xE000
_PUT_BY = {ord(sign): _PRIVATE + ord(sign) for sign in "*_~="}
"""Signs in code and after a backslash are put by as private characters while the same signs are taken as markup."""
_PRIVATE_SIGNS = tuple(map(chr, _PUT_BY.values()))
_IS_PUT_BY = pattern(f"[{''.join(_PRIVATE_SIGNS)}]")


def _unmarked(text: str) -> str:
    """Take the inline markup out of a text. Emphasis inside emphasis takes a second round."""
    text, stressed = _STRESS.subn(_stressed, _INLINE.sub(_shown, text))
    if stressed and ("*" in text or "_" in text):
        text = _STRESS.sub(_stressed, text)
    if any(sign in text for sign in _PRIVATE_SIGNS):
        text = _IS_PUT_BY.sub(lambda sign: chr(ord(sign.group()) - _PRIVATE), text)
    return text


def _shown(found: re.Match[str]) -> str:
    """Give what is shown for one piece of inline markup, with the line ends it spans."""
    group = found.lastgroup
    if group is None:
        return ""
    if group == "entity":
        return html.unescape(found.group()).replace("\n", " ").translate(_PUT_BY)
    inside = found[group]
    return inside.translate(_PUT_BY) if group in ("code", "escaped") else inside


def _stressed(found: re.Match[str]) -> str:
    """Give what stands between a pair of emphasis signs."""
    return found["starred"] or found["lined"] or found["struck"] or found["lit"]
