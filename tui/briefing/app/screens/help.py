"""The help page: every command with its keys, from the registry that the keys themselves come from."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from briefing.app.commands.command import PANES, Command, Context, registry
from briefing.app.keys import spoken
from briefing.app.screens.page import PageScreen

KEYS_WIDTH = 22
"""Columns for the keys, before what they do."""


class HelpScreen(PageScreen):
    """Every key, grouped by where it works."""

    def __init__(self) -> None:
        """Make the page of the commands there are."""
        super().__init__("Keys", list(help_lines()))


def help_lines() -> Iterator[Content]:
    """Yield the lines of the help page."""
    commands = list(registry().values())
    groups = {"In every pane": [one for one in commands if one.contexts == PANES]}
    groups |= {context: [one for one in commands if one.contexts == (context,)] for context in Context}
    for heading, members in groups.items():
        listed = [one for one in members if one.keys]
        if listed:
            yield Content.styled(heading, "bold")
            yield from (_line(one) for one in listed)
            yield Content("")


def _line(command: type[Command]) -> Content:
    """The keys of a command, and what it does."""
    keys = "  ".join(spoken(key) for key in (*command.keys, *command.also))
    return Content.assemble(("  " + keys.ljust(KEYS_WIDTH), "bold $accent"), " ", command.help())
