"""What takes the keys while letters stand on the text: one of them chooses, it commands nothing."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding
from textual.widget import Widget

from briefing.app.commands.command import Context, bindings
from briefing.app.hints import LETTERS
from briefing.app.keys import by_position


class HintKeys(Widget, can_focus=True):
    """Has no place on the screen, only the keys."""

    DEFAULT_CSS = "HintKeys { height: 0; width: 0; }"
    BINDINGS = [  # noqa: RUF012  Textual reads the list, nobody changes it
        *bindings(Context.HINTS),
        *(Binding(key, f"typed('{key}')", show=False, priority=True) for key in LETTERS),
        *(Binding(key, f"typed('{key}')", show=False, priority=True) for key in by_position(tuple(LETTERS))),
    ]

    def __init__(self, typed: Callable[[str], None], left: Callable[[], None], *, id: str) -> None:  # noqa: A002  the name Textual gives it
        """Pass on each letter; `left` is called when the keys go elsewhere, as after a click."""
        super().__init__(id=id)
        self._typed = typed
        self._left = left

    def action_typed(self, key: str) -> None:
        """Pass on a letter."""
        self._typed(key)

    def on_blur(self) -> None:
        """Tell that the keys are elsewhere."""
        self._left()
