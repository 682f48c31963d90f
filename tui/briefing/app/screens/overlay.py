"""A screen over the reader's: the keys that move do so in its pane, and those that lead out lead back."""

from __future__ import annotations

from typing import ClassVar

from textual.actions import SkipAction
from textual.screen import ModalScreen

from briefing.app.commands.command import PANES, registry


class Overlay(ModalScreen[None]):
    """Has a `pane` that the keys move in; what else it does with keys it looks at first."""

    LEAVE: ClassVar[frozenset[str]] = frozenset({"back", "escape"})
    """The commands whose keys leave it."""
    MOVES: ClassVar[frozenset[str]] = frozenset()
    """The commands of the text that work here too."""

    async def action_command(self, name: str) -> None:
        """Move, or leave; the key of what needs a briefing goes to the next command that has it."""
        command = registry()[name]
        if command.contexts == PANES or name in self.MOVES:
            command.run(self)  # type: ignore[arg-type]  # a command that moves asks for nothing but the pane
        elif name == "quit":
            self.app.exit()
        elif name in self.LEAVE:
            self.leave(name)
        else:
            raise SkipAction

    def leave(self, name: str) -> None:  # noqa: ARG002  some drop something first
        """Leave by the key of a command."""
        self.dismiss()
