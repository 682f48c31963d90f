"""The panel over the text: what is peeked at, until the reader moves on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.palette import palette_of
from briefing.app.patches import Room, most_lines, panel
from briefing.app.web import WebAddress

if TYPE_CHECKING:
    from briefing.app.aging import Aging
    from briefing.app.targets import Surroundings, Target
    from briefing.app.widgets.document_view import DocumentView

LEAD = 2
"""Columns of the panel before its words, which begin where the words of the text do."""


class Panel:
    """Owns what is shown over the text of a pane."""

    def __init__(self, text: DocumentView, aging: Aging) -> None:
        """Show things over this pane; ages count as `aging` says."""
        self._text = text
        self._aging = aging
        self._target: Target | None = None
        self._is_laid = False

    @property
    def target(self) -> Target | None:
        """What is shown; None where nothing is."""
        return self._target if self._is_laid and self._text.patches else None

    @property
    def address(self) -> WebAddress | None:
        """The address that is shown."""
        return self.target if isinstance(self.target, WebAddress) else None

    def show(self, target: Target, around: Surroundings, near: int | None) -> bool:
        """Show a target beside what leads to it; False where an address has no room to be shown whole.

        Args:
            target: what is shown.
            around: the briefing that is open.
            near: the row of what leads to it; None where that is not on the screen.
        """
        from briefing.app.peeking import Peek, peek_lines  # noqa: PLC0415  not needed to read

        room = self._room(near)
        lines = peek_lines(target, Peek(around, self._aging, room.width - 1, most_lines(room)))
        if isinstance(target, WebAddress) and len(lines) > most_lines(room):
            room = self._room(None)
            if len(lines) > most_lines(room):
                return False
        self._text.patches = panel(lines, room, palette_of(self._text))
        self._target, self._is_laid = target, True
        return True

    def forget(self) -> None:
        """Let go of what was shown, now that it is no longer laid over the text."""
        self._is_laid = False

    def _room(self, near: int | None) -> Room:
        """The room below and above a row; all of the pane where there is no row to be seen."""
        x = max(1, self._text.indent - LEAD)
        width = min(self._text.measure + 2 * LEAD, self._text.size.width - x - 1)
        return Room(x, width, self._text.size.height, -1 if near is None else near)
