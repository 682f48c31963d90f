"""Finding the exact words of a quote in the rendered text (W3C Web Annotation, TextQuoteSelector).

A quote does not cross blocks, nor the cells of a table. The mark of a footnote is not part of the words around it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from heapq import heappush, heappushpop
from itertools import accumulate

from briefing.document.block import Block, Range, Role
from briefing.document.fold import Folded, fold
from briefing.model.record import record
from briefing.model.steps import Steps, finished

__all__ = ["Folded", "Found", "QuoteFinder", "fold"]

_LIKELY = 12
"""Passages looked at closely for a suggestion."""

_LEAST_LIKENESS = 0.3
"""The share of a quote that a passage must have in one piece to be suggested."""


@record
class Found:
    """Where a quote stands: every place, in reading order."""

    ranges: tuple[Range, ...] = ()
    case_ignored: bool = False
    """Whether it was found only when case was ignored."""


class _Passage:
    """A text that a quote may stand in: a block, or one cell of a table. It is folded when it is first looked at."""

    def __init__(self, block: Block, start: int, end: int) -> None:
        self.block = block
        self.text = block.text[start:end]
        marks = [span for span in block.spans if span.role is Role.FOOTNOTE and start <= span.start < end]
        self._pieces = _between(start, end, [(mark.start, mark.end) for mark in marks])
        self._folded: tuple[Folded, str] | None = None

    def folded(self) -> tuple[Folded, str]:
        """The words without the marks of footnotes, folded; and the same in lower case."""
        if self._folded is None:
            folded = fold("".join(self.block.text[first:last] for first, last in self._pieces))
            lower = folded.text.lower()
            if len(lower) != len(folded.text):
                lower = "".join(one.lower()[:1] for one in folded.text)
            self._folded = (folded, lower)
        return self._folded

    def range(self, start: int, end: int) -> Range:
        """The characters of the block that a range of the folded words came from."""
        folded, _ = self.folded()
        first, last = self._place(folded.start(start)), self._place(folded.end(end) - 1) + 1
        return Range(self.block.offset, first, last)

    def _place(self, index: int) -> int:
        """Where a character of the words stands in the block."""
        for first, last in self._pieces:
            if index < last - first:
                return first + index
            index -= last - first
        return self._pieces[-1][1]


def _between(start: int, end: int, left_out: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces of a range that remain."""
    pieces = []
    for first, last in left_out:
        pieces.append((start, first))
        start = last
    return [*pieces, (start, end)]


class _Joined:
    """All passages of a document, folded and one after the other, so that one look finds every place of a quote.

    A line end parts them: folded words have none, so that nothing is found across two passages.
    """

    def __init__(self, passages: Sequence[_Passage]) -> None:
        folded = [passage.folded() for passage in passages]
        self._passages = passages
        self._starts = list(accumulate((len(lower) + 1 for _, lower in folded), initial=0))
        self.text = "\n".join(one.text for one, _ in folded)
        self.lower = "\n".join(lower for _, lower in folded)

    def range(self, start: int, end: int) -> Range:
        """The characters of a block that a range of the joined words came from."""
        index = bisect_right(self._starts, start) - 1
        first = self._starts[index]
        return self._passages[index].range(start - first, end - first)

    def stands_between(self, start: int, end: int, before: str, after: str) -> bool:
        """Whether these words stand before and after a range, in lower case and with a blank between or none."""
        left = self.lower[max(0, start - len(before) - 1) : start]
        right = self.lower[end : end + len(after) + 1]
        return left.rstrip(" ").endswith(before) and right.lstrip(" ").startswith(after)


class QuoteFinder:
    """Finds quotes in one document, which is folded once for all of them."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Look into these blocks, a document or a part of one; they are read when the first quote is sought."""
        self._blocks = blocks
        self._known: Sequence[_Passage] | None = None
        self._joined: _Joined | None = None

    def find(self, exact: str, prefix: str | None = None, suffix: str | None = None) -> Found:
        """All places of a quote, with what must stand before and after it; case is ignored only where it must be."""
        sought = fold(exact).text.strip()
        if not sought:
            return Found()
        around = (fold(prefix or "").text.lower().strip(), fold(suffix or "").text.lower().strip())
        for ignored in (False, True):
            ranges = tuple(self._places(sought, around, ignored=ignored))
            if ranges:
                return Found(ranges, ignored)
        return Found()

    def nearest(self, exact: str) -> tuple[Block, str] | None:
        """The block whose words are most like the quote, and its words: a suggestion, never an anchor."""
        return finished(self.seek_nearest(exact))

    def seek_nearest(self, exact: str) -> Steps[tuple[Block, str] | None]:
        """The same in steps."""
        sought = fold(exact).text.lower()
        words = set(sought.split())
        likely: list[tuple[int, int, _Passage]] = []
        for index, passage in enumerate(self._passages()):
            ranked = (len(words.intersection(passage.text.lower().split())), -index, passage)
            heappush(likely, ranked) if len(likely) < _LIKELY else heappushpop(likely, ranked)
            yield
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(sought[:500])
        best: tuple[float, _Passage] | None = None
        for _, _, passage in sorted(likely, reverse=True):
            matcher.set_seq1(passage.folded()[1][:2000])
            likeness = matcher.find_longest_match().size / max(1, len(sought))
            if likeness >= _LEAST_LIKENESS and (best is None or likeness > best[0]):
                best = (likeness, passage)
            yield
        return None if best is None else (best[1].block, best[1].text)

    def prepare(self) -> Steps[None]:
        """Read and fold the blocks now, in steps, rather than when the first quote is sought."""
        known = []
        for block in self._blocks:
            for passage in _passages_of(block):
                passage.folded()
                known.append(passage)
            yield
        self._known = known

    def _passages(self) -> Sequence[_Passage]:
        """Every text that a quote may stand in; parses a whole document."""
        if self._known is None:
            self._known = [passage for block in self._blocks for passage in _passages_of(block)]
        return self._known

    def _places(self, sought: str, around: tuple[str, str], *, ignored: bool) -> Iterator[Range]:
        """The places of a folded quote."""
        if self._joined is None:
            self._joined = _Joined(self._passages())
        joined = self._joined
        wanted, text = (sought.lower(), joined.lower) if ignored else (sought, joined.text)
        at = text.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if joined.stands_between(at, end, *around):
                yield joined.range(at, end)
            at = text.find(wanted, at + 1)


def _passages_of(block: Block) -> Iterator[_Passage]:
    """The texts of a block that a quote may stand in."""
    if block.table is None:
        yield _Passage(block, 0, len(block.text))
        return
    for row in block.table.rows:
        for cell in row:
            yield _Passage(block, cell.start, cell.end)
