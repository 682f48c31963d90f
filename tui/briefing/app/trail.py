"""Where the reader has been, to go back and forward: files, and exact places in them."""

from __future__ import annotations

from briefing.document.block import Place, Range
from briefing.model.record import record

LONGEST = 1000
"""Stops that are kept; the oldest are forgotten."""


FRONT = ""
"""Stands for the front page in the place of a file."""


@record
class Stop:
    """A place in a file, as it stood at the top of the text."""

    file: str | None
    """The absolute path; None for what came over a pipe, `FRONT` for the front page."""
    place: Place
    lead: int = 0
    """The blank rows at the top, above that place."""
    lit: Range | None = None
    """The link that was followed from there."""


class Trail:
    """The stops behind the reader and, after going back, those ahead. Going anywhere else forgets the latter."""

    def __init__(self) -> None:
        """Begin without any."""
        self.behind: list[Stop] = []
        self.ahead: list[Stop] = []

    def went_from(self, stop: Stop) -> None:
        """Keep the stop that the reader leaves for somewhere new; the same one is not kept twice."""
        self.ahead.clear()
        if not self.behind or self.behind[-1] != stop:
            self.behind.append(stop)
            del self.behind[:-LONGEST]

    def back(self, here: Stop | None) -> Stop | None:
        """Go back: the stop to return to, None where there is none. What the reader leaves lies ahead then."""
        return _moved(self.behind, self.ahead, here)

    def forward(self, here: Stop | None) -> Stop | None:
        """Go forward again, in the same way."""
        return _moved(self.ahead, self.behind, here)


def _moved(source: list[Stop], kept: list[Stop], here: Stop | None) -> Stop | None:
    """Take the last stop of the one list, and keep where the reader is on the other."""
    while source and source[-1] == here:
        source.pop()
    if not source:
        return None
    if here is not None:
        kept.append(here)
    return source.pop()
