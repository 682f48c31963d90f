"""How blocks begin: the signs at the beginning of a line, and what they say.

CommonMark 0.31.2, chapters 4 and 5; tables as in GitHub Flavored Markdown, section 4.10.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.pattern import pattern

HEADING = pattern(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING_SIGNS = pattern(r"(?:^|[ \t])#+[ \t]*$")
FENCE = pattern(r"(`{3,})[^`]*$|(~{3,})")
SETEXT = pattern(r"(?:=+|-+)[ \t]*$")
RULE = pattern(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
NOTE = pattern(r"\[\^([^\s\[\]^]{1,200})\]:[ \t]*")
COLONS = pattern(r"(:{3,})[ \t]*(.*)$")
DELIMITERS = pattern(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")
ALERT = pattern(r"\[!([A-Za-z]+)\]([+-]?)(?:[ \t]+(.*))?$")
_ITEM = pattern(r"([-+*])(?= |$)|(\d{1,9})([.)])(?= |$)")
_CALLOUT = pattern(r"\{[ .]*(?:callout-)?([A-Za-z]+)[^}]*\}(.*)$")
_TITLE = pattern(r'title="([^"]*)"')
_COLLAPSED = pattern(r"""\bcollapse=["']?true\b""")
_PIPES = pattern(r"\\\||\|")

MAX_COLUMNS = 200
"""Columns of a table; what has more is shown as text."""

ALERTS: dict[str, str] = {
    word: shown
    for shown, words in {
        "Note": "note",
        "Tip": "tip hint",
        "Important": "important",
        "Warning": "warning attention",
        "Caution": "caution",
        "Assessment": "assessment",
        "Judgment": "judgment judgement",
        "Gap": "gap",
        "Assumption": "assumption",
        "Comment": "comment",
        "Correction": "correction",
        "Summary": "abstract summary tldr",
        "Info": "info",
        "To do": "todo",
        "Success": "success check done",
        "Question": "question help faq",
        "Failure": "failure fail missing",
        "Danger": "danger error",
        "Bug": "bug",
        "Example": "example",
        "Quote": "quote cite",
        "See also": "seealso",
    }.items()
    for word in words.split()
}
"""The words of alerts and callouts (GitHub, Obsidian, MyST, and the format's own), and what is shown for each."""


class ItemStart(NamedTuple):
    """The sign that begins an item."""

    sign: str
    """A bullet, or the sign after a number."""
    number: int | None
    width: int
    """Characters of the sign."""
    content: int
    """Columns from the sign's beginning to the item's content."""
    bare: bool
    """Whether nothing follows it on its line."""


def item_start(line: str, start: int, *, in_paragraph: bool) -> ItemStart | None:
    """The list item that begins at a place; not all of them may break into a paragraph."""
    found = _ITEM.match(line, start)
    if found is None:
        return None
    bullet, digits, closing = found.groups()
    after = found.end()
    content = after
    while content < len(line) and line[content] == " ":
        content += 1
    bare = content == len(line)
    number = None if digits is None else int(digits)
    if in_paragraph and (bare or (number is not None and number != 1)):
        return None
    spaces = content - after
    if bare or spaces > 4:
        spaces = 1
    return ItemStart(bullet or closing, number, after - start, after - start + spaces, bare)


def heading_text(line: str, start: int) -> str:
    """The text of a heading's line after its signs, without the signs that may close it."""
    return _CLOSING_SIGNS.sub("", line[start:]).strip(" \t")


class Callout(NamedTuple):
    """How a callout between colons begins."""

    word: str
    """What is shown for its kind."""
    title: str
    is_folded: bool


def callout(words: str) -> Callout | None:
    """The beginning of a callout between colons: `{.callout-note collapse="true"}` (Quarto), `{note} Title` (MyST)."""
    found = _CALLOUT.match(words)
    shown = ALERTS.get(found.group(1).lower()) if found else None
    if found is None or shown is None:
        return None
    titled = _TITLE.search(words)
    return Callout(shown, titled.group(1) if titled else found.group(2).strip(), _COLLAPSED.search(words) is not None)


def cells(line: str) -> list[str]:
    """The cells of a table's row."""
    row = line.strip(" ")
    if "\\|" not in row:
        row = row.removeprefix("|").removesuffix("|")
        return [cell.strip(" ") for cell in row.split("|")]
    parts: list[str] = []
    last = 0
    for found in _PIPES.finditer(row):
        if found.group() == "|":
            parts.append(row[last : found.start()])
            last = found.end()
    parts.append(row[last:])
    if row.startswith("|"):
        del parts[0]
    if len(parts) > 1 and not parts[-1].strip(" "):
        del parts[-1]
    return [part.strip(" ").replace("\\|", "|") for part in parts]


def alignment(line: str, start: int, header: str) -> tuple[str, ...] | None:
    """The alignment of a table's columns, where a delimiter row stands under a header with as many cells."""
    if DELIMITERS.match(line, start) is None or ("|" not in line and "|" not in header):
        return None
    row = cells(line[start:])
    if len(row) > MAX_COLUMNS or len(row) != len(cells(header)):
        return None
    sides = {(True, True): "center", (True, False): "left", (False, True): "right"}
    return tuple(sides.get((cell.startswith(":"), cell.endswith(":")), "") for cell in row)
