"""A stretch of a file that is read on its own, and the places of its characters in the whole."""

from __future__ import annotations

from bisect import bisect_right

from briefing.model.problem import Position
from briefing.model.record import record


@record
class Stretch:
    """Some whole lines of a file."""

    text: str
    line: int
    """The line of the file, from 1, on which it begins."""
    starts: tuple[int, ...]
    """Where each of its lines begins, in characters of `text`."""
    shifts: tuple[int, ...] = ()
    """By how many characters each line is indented further than in the file; nothing where none is."""

    @classmethod
    def of(cls, text: str, line: int, shifts: tuple[int, ...] = ()) -> Stretch:
        """Make a stretch of lines that begin at this line of the file."""
        starts = [0]
        end = text.find("\n")
        while end >= 0:
            starts.append(end + 1)
            end = text.find("\n", end + 1)
        return cls(text, line, tuple(starts), shifts)

    def position(self, index: int) -> Position:
        """Find the place in the file of a character of the stretch."""
        row = bisect_right(self.starts, index) - 1
        column = index - self.starts[row] + 1
        return Position(self.line + row, max(column - self.shifts[row], 1) if self.shifts else column)

    def row(self, number: int) -> str:
        """Give one of its lines, counted from 0, without its end."""
        start = self.starts[number]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)]
