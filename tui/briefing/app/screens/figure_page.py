"""A page of figures over the screen: rows with a cursor, from which the reader goes to the passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from briefing.app.bars import Hint, footer
from briefing.app.clipboard import copy
from briefing.app.commands.command import Context, registry
from briefing.app.copied import figure_table_text
from briefing.app.keys import spoken
from briefing.app.paint import Ink
from briefing.app.screens.overlay import Overlay
from briefing.app.widgets.bar import Bar
from briefing.app.widgets.rows_pane import RowsPane
from briefing.model.counting import counted

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from briefing.app.screens.reader import ReaderScreen
    from briefing.review.timeline import Seen


class FigurePage(Overlay):
    """Shows rows of figures; the keys that move do so, those that lead out lead back."""

    LEAVE: ClassVar[frozenset[str]] = frozenset({"back", "escape", "library-figures", "facts-to-text"})
    DEFAULT_CSS = """
    FigurePage { background: $background; color: $foreground; }
    FigurePage RowsPane { height: 1fr; }
    """
    can_narrow: ClassVar[bool] = False
    """Whether the rows can be narrowed and put in another order."""

    def __init__(self, reader: ReaderScreen, pane: RowsPane) -> None:
        """Make a page over the screen of a reader."""
        super().__init__()
        self.reader = reader
        self.pane = pane
        self._foot = Bar(lambda width: footer(self._hints(), self.notes(), width), id="page-foot")

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with Vertical(id="page"):
            yield self.pane
            yield from self.below()
            yield self._foot

    def on_mount(self) -> None:
        """Take the keys."""
        self.set_focus(self.pane)

    # What a page says of itself

    def below(self) -> Sequence[Widget]:
        """What stands between the rows and the footer."""
        return ()

    @property
    def track(self) -> str | None:
        """The track under the cursor, where its timeline can be shown."""
        return None

    def notes(self) -> Sequence[Ink]:
        """What the footer says besides the keys."""
        return ()

    def copied(self) -> Sequence[Seen]:
        """The rows that are copied."""
        raise NotImplementedError

    # What a page does

    def show_track(self) -> None:
        """Show the timeline of the track under the cursor."""
        raise NotImplementedError

    def next_order(self) -> None:
        """Put the rows in another order."""
        raise NotImplementedError

    def narrow(self) -> Awaitable[None]:
        """Open the field in which the rows are narrowed."""
        raise NotImplementedError

    async def copy(self) -> None:
        """Copy rows as a table, and say what was copied and how."""
        rows = self.copied()
        if not rows:
            return
        text = figure_table_text(rows, self.reader.opening.today)
        how = await copy(self.app, text)
        count = counted(len(rows), "figure")
        self.app.notify(f"{count} as a table, {len(text):,} characters, copied {how}.", markup=False)

    def say(self, sentence: str) -> None:
        """Show the reader a sentence for a while."""
        self.app.notify(sentence, markup=False, severity="warning")

    # Keys

    def _hints(self) -> list[Hint]:
        """The keys of the page."""
        own = [one for one in registry().values() if Context.FIGURES in one.contexts and one.available(self.reader)]
        return [Hint("Esc", "back", stays=True), *(Hint(spoken(one.keys[0]), one.label) for one in own)]

    async def action_command(self, name: str) -> None:
        """Do what the page can, move, or leave."""
        command = registry()[name]
        if Context.FIGURES in command.contexts:
            running = command.run(self.reader) if command.available(self.reader) else None
            if running is not None:
                await running
        elif name == "help":
            command.run(self.reader)
        else:
            await super().action_command(name)

    @on(RowsPane.Highlighted)
    def _highlighted(self) -> None:
        """Follow the cursor."""
        self.moved()

    def moved(self) -> None:
        """Say what the keys do where the cursor is now."""
        self._foot.refresh()
