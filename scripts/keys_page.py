"""Writes docs/keys.md from the commands of the program, so that the page says what the keys do.

python scripts/keys_page.py
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.app.commands.command import PANES, Command, Context, registry
from briefing.app.keys import spoken

PAGE = Path(__file__).parents[1] / "docs" / "keys.md"

OPENING = """\
# Keys

Arrows, Enter, Tab and the footer are enough to read; the rest is quicker. `?` shows this list in the program, where a
key that can do nothing at the moment is left out of the footer. The keys under *also* are for keyboards and habits on
which the first ones are hard to reach; the letters that move work on a Cyrillic keyboard too, by their place.
"""

HEADINGS: dict[tuple[Context, ...], str] = {PANES: "In every pane", **{(one,): one.value for one in Context}}
"""The sections of the page, by the places where their keys work."""


def page() -> str:
    """The page as it should be now."""
    return "\n".join([OPENING, *sections(list(registry().values()))])


def sections(commands: Iterable[type[Command]]) -> Iterator[str]:
    """Yield a table for each place where keys work, and what only the palette offers at the end."""
    bound: dict[tuple[Context, ...], list[type[Command]]] = {contexts: [] for contexts in HEADINGS}
    unbound: list[type[Command]] = []
    for command in commands:
        (bound.setdefault(command.contexts, []) if command.keys else unbound).append(command)
    for contexts, members in bound.items():
        if members:
            heading = HEADINGS.get(contexts) or " and ".join(contexts).capitalize()
            yield f"## {heading}\n\n| keys | also | what they do |\n|---|---|---|"
            yield from map(row, members)
            yield ""
    if unbound:
        yield "## Only in the palette\n\n| name | what it does |\n|---|---|"
        yield from (f"| {command.title()} | {cell(command.help())} |" for command in unbound)
        yield ""


def row(command: type[Command]) -> str:
    """The line of a command."""
    return f"| {named(command.keys)} | {named(command.also)} | {cell(command.help())} |"


def named(keys: Iterable[str]) -> str:
    """Keys by the names that people have for them."""
    return " ".join(f"`{cell(spoken(key))}`" for key in keys)


def cell(text: str) -> str:
    """A text that does not end its cell."""
    return text.replace("|", r"\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
