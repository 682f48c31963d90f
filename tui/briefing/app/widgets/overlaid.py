"""A widget on whose rows something can be laid for a moment: letters to choose by, a panel."""

from __future__ import annotations

from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.palette import palette_of
from briefing.app.patches import Patch, covers, patched
from briefing.app.widgets.fitted import Fitted


class Overlaid(Fitted, Widget):
    """Draws patches over its rows; who lays them there is told when they are clicked."""

    class Touched(Message):
        """The mouse was pressed while something was laid over the text."""

        def __init__(self, *, inside: bool) -> None:
            """Tell whether it was pressed there, and not beside it."""
            super().__init__()
            self.inside = inside

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  the name Textual gives it
        """Begin with nothing laid over the rows."""
        super().__init__(id=id)
        self._patches: tuple[Patch, ...] = ()

    @property
    def patches(self) -> tuple[Patch, ...]:
        """What is laid over the rows; a movement takes it away."""
        return self._patches

    @patches.setter
    def patches(self, patches: tuple[Patch, ...]) -> None:
        """Lay these over the rows, in the place of what was there."""
        if patches != self._patches:
            self._patches = patches
            self.refresh()

    def uncover(self) -> bool:
        """Take away what is laid over the rows; True when there was something."""
        covered, self.patches = bool(self._patches), ()
        return covered

    def touch(self, x: int, y: int) -> bool:
        """Tell that the mouse was pressed at a cell; False where nothing is laid over the rows."""
        if self._patches:
            self.post_message(self.Touched(inside=covers(self._patches, y, x)))
        return bool(self._patches)

    def covered(self, y: int, under: Strip) -> Strip:
        """A row of the widget with what is laid over it."""
        over = [one for one in self._patches if one.y == y]
        return patched(under, over, palette_of(self)) if over else under
