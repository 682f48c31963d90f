"""The inside of a paragraph, heading or cell: its plain text as rendered, and what its parts mean.

CommonMark 0.31.2, chapter 6, with the additions of GitHub and Obsidian that the reader knows. One pass from left to
right over the characters that may mean something.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefing.document import angles, asides, brackets, signs
from briefing.document.block import Span
from briefing.document.references import References
from briefing.document.writer import Writer, visible
from briefing.model.pattern import pattern

_SPECIAL = pattern(r"[\\`*\[\]<&\n~_!={%]")
_SPECIAL_OR_ADDRESS = pattern(r"[\\`*\[\]<&\n~_!={%@:.]")

Handler = Callable[[Writer, int, int], int | None]
"""Reads what begins with a sign: the text, where the source begins that was not yet added to it, where the sign stands.

Gives the place after what was read, or None where the sign means nothing.
"""

_HANDLERS: dict[str, Handler] = {
    "\n": signs.line_end,
    "\\": signs.escape,
    "&": signs.reference,
    "`": signs.code,
    "*": signs.run,
    "_": signs.run,
    "~": signs.run,
    "=": signs.run,
    "!": brackets.opening,
    "[": brackets.opening,
    "]": brackets.closing,
    "<": angles.angle,
    "{": asides.template,
    "%": asides.comment,
    "@": asides.mail,
    ":": asides.web,
    ".": asides.web,
}


def rendered(source: str, references: References) -> tuple[str, tuple[Span, ...]]:
    r"""The plain text of inline Markdown and its spans, outer before inner.

    Args:
        source: lines without the spaces at their beginnings and ends; `\n` between them.
        references: the definitions that links and footnotes may refer to.
    """
    if "\n" in source:
        source = _joined(source)
    special = _SPECIAL
    if "@" in source or "://" in source or "www." in source or "WWW." in source:
        special = _SPECIAL_OR_ADDRESS
    search = special.search
    found = search(source)
    if found is None and "  " not in source:
        return visible(source), ()
    writer = Writer(source, references)
    position = 0  # where text begins that was not yet added
    while found:
        start = found.start()
        end = _HANDLERS[source[start]](writer, position, start)
        if end is not None:
            position = end
        found = search(source, start + 1 if end is None else end)
    writer.text(source[position:])
    return writer.finished()


def _joined(source: str) -> str:
    """Lines as one where all their ends are soft; not where an end may tell one HTML tag or target from another."""
    if "\n" not in source or "  \n" in source or "\\\n" in source or "<" in source:
        return source
    if not source.isascii():
        source = _wide_break().sub("", source)
    return source.replace(" \n", " ").replace("\n", " ")


@cache
def _wide_break() -> re.Pattern[str]:
    """A line end between two Chinese or Japanese characters, which are not parted by a space."""
    wide = "[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\uff00-\uff60]"
    return re.compile(f"(?<={wide})\n(?={wide})")
