"""The help page: every command with its keys, from the registry that the keys themselves come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.app.commands.command import PANES, Command, Context, registry
from briefing.app.keys import spoken
from briefing.app.screens.page import PageScreen
from briefing.document.document import Document


class HelpScreen(PageScreen):
    """Every key, grouped by where it works."""

    def __init__(self) -> None:
        """Make the page of the commands there are."""
        super().__init__(Document("\n".join(help_lines())))


def help_lines() -> Iterator[str]:
    """Yield the help page as lines of Markdown: one table, its rows grouped by context."""
    yield from ("| Keys | What they do |", "|:--|:--|")
    commands = [command for command in registry().values() if command.keys]
    yield from _group("In every pane", (one for one in commands if one.contexts == PANES))
    for context in Context:
        yield from _group(context, (one for one in commands if one.contexts == (context,)))


def _group(heading: str, commands: Iterable[type[Command]]) -> Iterator[str]:
    """Yield the rows of one context; none where it has no commands."""
    rows = [f"| {_keys(command)} | {command.help()} |" for command in commands]
    if rows:
        yield from ("| | |", f"| **{heading}** | |", *rows)


def _keys(command: type[Command]) -> str:
    """The keys of a command as they are spoken of, safe inside a table."""
    return " ".join(f"`{spoken(key)}`" for key in (*command.keys, *command.also))
