"""A few things to choose from, at the foot of the screen: by their letters, or with the arrows and Enter."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from briefing.app.bars import Hint, footer
from briefing.app.keys import by_position
from briefing.app.paint import Ink, fitted, guarded, ink, strip
from briefing.app.palette import Look, palette_of
from briefing.model.record import record

_HINTS = (Hint("Enter", "choose"), Hint("Esc", "back"))


@record
class Choice:
    """One of the things to choose from."""

    key: str
    """The letter that chooses it."""
    name: str


class ChoiceScreen(ModalScreen[int | None]):
    """Gives the index of what was chosen, or None."""

    DEFAULT_CSS = """
    ChoiceScreen { background: transparent; align: left bottom; }
    ChoiceScreen Choices { height: auto; }
    """

    def __init__(self, question: str, choices: Sequence[Choice]) -> None:
        """Ask to choose one of these."""
        super().__init__()
        self._choices = Choices(question, choices)

    def compose(self) -> ComposeResult:
        """Show the choices."""
        yield self._choices

    def on_mount(self) -> None:
        """Take the keys."""
        self.set_focus(self._choices)

    def on_click(self, event: events.Click) -> None:
        """Leave when the mouse is used elsewhere."""
        if event.widget is self:
            self.dismiss(None)


class Choices(Widget, can_focus=True):
    """Draws the choices and takes the keys."""

    ALLOW_SELECT = False

    def __init__(self, question: str, choices: Sequence[Choice]) -> None:
        """Draw these."""
        super().__init__()
        self._question = question
        self._choices = choices
        self._cursor = 0
        letters = [choice.key for choice in choices]
        self._letters = {key: index for index, key in enumerate(letters)}
        self._letters |= {by_position((key,))[0]: index for index, key in enumerate(letters)}

    def get_content_height(self, *_: object) -> int:
        """A row for the question, for each choice, and for the keys."""
        return len(self._choices) + 3

    def on_key(self, event: events.Key) -> None:
        """Move, choose or leave."""
        event.stop()
        event.prevent_default()
        key = event.character or event.key
        if key in self._letters:
            self.screen.dismiss(self._letters[key])
        elif event.key == "enter":
            self.screen.dismiss(self._cursor)
        elif event.key in {"down", "j", "tab"}:
            self._move(1)
        elif event.key in {"up", "k", "shift+tab"}:
            self._move(-1)
        elif event.key in {"escape", "q", "ctrl+c"}:
            self.screen.dismiss(None)

    def _move(self, steps: int) -> None:
        """Move the cursor."""
        self._cursor = (self._cursor + steps) % len(self._choices)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        event.stop()
        if 0 <= event.y - 2 < len(self._choices):
            self.screen.dismiss(event.y - 2)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows, through the program's line filters."""
        palette, width = palette_of(self), self.size.width
        rows: list[list[Ink]] = [[ink(0, "─" * width, Look.QUIET)], [fitted(1, self._question, width - 2, Look.LIT)]]
        for index, choice in enumerate(self._choices):
            sign = [ink(1, "▸", Look.ACCENT)] if index == self._cursor else []
            rows.append([*sign, ink(3, choice.key, Look.ACCENT), fitted(6, choice.name, width - 7, Look.PLAIN)])
        rows.append(footer(_HINTS, (), width))
        looks = [(Look.CURSOR,) if index - 2 == self._cursor else () for index in range(len(rows))]
        strips = [strip(row, width, palette, look) for row, look in zip(rows, looks, strict=True)]
        return [one.crop(crop.x, crop.right) for one in guarded(strips[crop.y : crop.bottom], self)]
