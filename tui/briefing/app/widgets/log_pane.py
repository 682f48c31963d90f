"""The rows of the read log: when something was read, and what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from briefing.app.commands.command import Context, bindings
from briefing.app.fact_lines import wrapped
from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look
from briefing.app.widgets.rows_pane import Line, RowsPane
from briefing.model.dates import shown_day
from briefing.model.record import record

_EMPTY = (
    "Nothing was read yet. A briefing counts as read once you have opened it and its end, or each of its sections, "
    "was on the screen; r marks one by hand."
)
_LONGEST_DAY = len("30 September 2025")


@record
class WasRead:
    """That a briefing was read."""

    path: str
    at: datetime
    """In the reader's own time zone."""


class LogPane(RowsPane):
    """Lists what was read, a row each, the newest first."""

    BINDINGS = bindings(Context.LIST)
    item_height = 1

    def __init__(self, rows: Sequence[WasRead], title_of: Callable[[str], str], *, id: str) -> None:  # noqa: A002  the name Textual gives it
        """List these; `title_of` gives the title of a path, or what else names it, once its row is looked at."""
        super().__init__(id=id)
        self._rows = rows
        self._title_of = title_of

    @property
    def current(self) -> WasRead | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if self._rows else None

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def heading(self) -> list[tuple[Ink, ...]]:
        """What it is a list of, how long it is, and what counts as read while it is empty."""
        count = f"{len(self._rows):,} read, the newest first" if self._rows else ""
        title = (ink(1, "Read log", Look.LIT), right(self.inner - 1, count, Look.QUIET))
        hint = [(ink(1, row, Look.QUIET),) for row in wrapped(_EMPTY, self.inner - 2)] if not self._rows else []
        return [(), title, (), *hint]

    def draw(self, index: int) -> list[Line]:
        """The day, where it is another than in the row above, the time, and the title."""
        row = self._rows[index]
        above = self._rows[index - 1] if index else None
        is_first = above is None or above.at.date() != row.at.date() or index == self.cursor
        day = shown_day(row.at.date()) if is_first else ""
        x = 1 + _LONGEST_DAY + 2
        title = fitted(x + 7, self._title_of(row.path), self.inner - x - 8, Look.PLAIN)
        return [Line((ink(1, day, Look.QUIET), ink(x, f"{row.at:%H:%M}", Look.QUIET), title))]
