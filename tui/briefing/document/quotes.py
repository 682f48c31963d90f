"""Finding the exact words of a quote in the rendered text (W3C Web Annotation, TextQuoteSelector).

Both sides are folded first: compatible forms of spaces, quotation marks and dashes are one, and nothing else is. A
quote does not cross blocks, nor the cells of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from unicodedata import combining, is_normalized, normalize

from briefing.document.block import Block, Range

_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n", " "
        ),
    }
)
_ODD = re.compile("  |…|\u00ad|\u200b|\u2060|\ufeff")
_DROPPED = "\u00ad\u200b\u2060\ufeff"
_CONTEXT_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and where each of its characters came from."""

    text: str
    starts: tuple[int, ...] | None
    """The place of each character in the text that was folded, and the end; None where places are the same."""

    def start(self, index: int) -> int:
        """Where the character came from."""
        return index if self.starts is None else self.starts[index]

    def end(self, index: int) -> int:
        """Where the character before this index ended."""
        if self.starts is None or index == 0:
            return index
        return self.starts[index] if index == len(self.text) else self.starts[index]


def fold(text: str) -> Folded:
    """Fold a text for comparison."""
    plain = text.translate(_ONE_FOR_ONE)
    if (plain.isascii() or is_normalized("NFC", plain)) and not _ODD.search(plain):
        return Folded(plain, None)
    characters: list[str] = []
    starts: list[int] = []
    for start, cluster in _clusters(plain):
        for character in normalize("NFC", cluster).replace("…", "..."):
            if character in _DROPPED or (character == " " and characters and characters[-1] == " "):
                continue
            characters.append(character)
            starts.append(start)
    return Folded("".join(characters), (*starts, len(text)))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each base character with the marks that follow it, and its place."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not (combining(text[index]) or "\u1160" <= text[index] <= "\u11ff"):
            yield start, text[start:index]
            start = index


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quote stands: every place, in reading order."""

    ranges: tuple[Range, ...] = ()
    case_ignored: bool = False
    """Whether it was found only when case was ignored."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A text that a quote may stand in: a block, or one cell of a table."""

    block: Block
    start: int
    folded: Folded
    lower: str


class QuoteFinder:
    """Finds quotes in one document; what was folded for one is kept for the next."""

    def __init__(self, document: Iterable[Block]) -> None:
        self._passages = [passage for block in document for passage in _passages(block)]

    def find(self, exact: str, prefix: str | None = None, suffix: str | None = None) -> Found:
        """All places of a quote, with what must stand before and after it; case is ignored only where it must be."""
        sought = fold(exact).text.strip()
        if not sought:
            return Found()
        before, after = fold(prefix or "").text.lower().strip(), fold(suffix or "").text.lower().strip()
        for ignored in (False, True):
            ranges = tuple(self._places(sought, before, after, ignored=ignored))
            if ranges:
                return Found(ranges, ignored)
        return Found()

    def nearest(self, exact: str) -> tuple[Block, str] | None:
        """The block whose words are most like the quote, and its words: a suggestion, never an anchor."""
        sought = fold(exact).text.lower()
        words = set(sought.split())
        ranked = sorted(self._passages, key=lambda passage: -len(words & set(passage.lower.split())))
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(sought[:500])
        best: tuple[float, _Passage] | None = None
        for passage in ranked[:12]:
            matcher.set_seq1(passage.lower[:2000])
            match = matcher.find_longest_match()
            score = match.size / max(1, len(sought))
            if score >= 0.3 and (best is None or score > best[0]):
                best = (score, passage)
        if best is None:
            return None
        passage = best[1]
        return passage.block, passage.block.text[
            passage.start : passage.start + passage.folded.start(len(passage.folded.text))
        ]

    def _places(self, sought: str, before: str, after: str, *, ignored: bool) -> Iterator[Range]:
        """The places of a folded quote."""
        wanted = sought.lower() if ignored else sought
        for passage in self._passages:
            text = passage.lower if ignored else passage.folded.text
            at = text.find(wanted)
            while at >= 0:
                end = at + len(wanted)
                if passage.lower[:at].rstrip().endswith(before) and passage.lower[end:].lstrip().startswith(after):
                    shift, folded = passage.start, passage.folded
                    yield Range(passage.block.offset, shift + folded.start(at), shift + folded.end(end))
                at = text.find(wanted, at + 1)


def _passages(block: Block) -> Iterator[_Passage]:
    """The texts of a block that a quote may stand in."""
    if block.table is None:
        folded = fold(block.text)
        yield _Passage(block, 0, folded, _lower(folded.text))
        return
    for row in block.table.rows:
        for cell in row:
            folded = fold(block.text[cell.start : cell.end])
            yield _Passage(block, cell.start, folded, _lower(folded.text))


def _lower(text: str) -> str:
    """The text in lower case, character for character."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one.lower()[0] for one in text)
