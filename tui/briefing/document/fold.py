"""Folding text for comparison: signs that mean the same are made the same, and nothing else is.

Composed characters (Unicode Standard Annex 15, NFC), spaces, quotation marks, dashes and the ellipsis; soft hyphens
and zero-width spaces are dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from unicodedata import combining, is_normalized, normalize

from briefing.model.record import record

_SPACES = "\t\n\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
DROPPED = "\xad\u200b\u2060\ufeff"
"""Characters that count for nothing."""

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys(_SPACES, " "),
    }
)


@record
class Folded:
    """A folded text, and where each of its characters came from."""

    text: str
    starts: tuple[int, ...] | None = None
    """Where each character stood in the text that was folded, and its length; None where all kept their places."""

    def start(self, index: int) -> int:
        """Where the character came from."""
        return index if self.starts is None else self.starts[index]

    def end(self, index: int) -> int:
        """Where the character before this index ended."""
        if self.starts is None or index == 0:
            return index
        return self.starts[bisect_left(self.starts, self.starts[index - 1] + 1)]


def fold(text: str) -> Folded:
    """Fold a text."""
    plain = text.translate(_SAME)
    if "  " not in plain and (plain.isascii() or _is_simple(plain)):
        return Folded(plain)
    characters: list[str] = []
    starts: list[int] = []
    for start, cluster in _clusters(plain):
        for character in normalize("NFC", cluster).replace("…", "..."):
            if character in DROPPED or (character == " " and characters and characters[-1] == " "):
                continue
            characters.append(character)
            starts.append(start)
    return Folded("".join(characters), (*starts, len(text)))


def _is_simple(text: str) -> bool:
    """Whether folding leaves every character in its place."""
    return is_normalized("NFC", text) and not any(sign in text for sign in ("…", *DROPPED))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each base character with the marks that follow it, and its place."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not (combining(text[index]) or "\u1160" <= text[index] <= "\u11ff"):
            yield start, text[start:index]
            start = index
