"""A command: one declaration from which key, footer, palette, help page and documentation follow."""

from __future__ import annotations

import re
from collections.abc import Awaitable
from enum import StrEnum
from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from briefing.app.keys import by_position

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class Context(StrEnum):
    """Where a command's keys work; the value is the heading on the help page."""

    ANYWHERE = "Anywhere but in a search field"
    TEXT = "In the text"
    LIST = "In the library"
    FACTS = "In the facts"
    FACETS = "In the facets of a search"
    FIGURES = "In figures and timelines"
    FIELD = "While typing"
    SELECTING = "While selecting"
    HINTS = "While letters stand on the links"


PANES = (Context.TEXT, Context.LIST, Context.FACTS, Context.FACETS)
"""The contexts of the panes: the keys that move are the same in all of them."""


class Command:
    """Something the reader can do. A subclass is the whole of it; its docstring is its help."""

    contexts: ClassVar[tuple[Context, ...]]
    keys: ClassVar[tuple[str, ...]] = ()
    """The keys that are shown, the first one in the footer."""
    also: ClassVar[tuple[str, ...]] = ()
    """Keys that do the same on other keyboards or by another habit."""
    label: ClassVar[str] = ""
    """One or two words for the footer; without them the footer does not show it."""
    palette: ClassVar[bool] = True
    """Whether the palette offers it; moving about it does not."""
    moves: ClassVar[bool] = False
    """Whether it moves, so that its letters also work by position on a Cyrillic keyboard."""

    @classmethod
    def name(cls) -> str:
        """The command's name in bindings: `next-section`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def title(cls) -> str:
        """The command's name for people: `Next section`."""
        return cls.name().replace("-", " ").capitalize()

    @classmethod
    def help(cls) -> str:
        """What the command does, in a sentence or two."""
        return " ".join(cleandoc(cls.__doc__ or "").split())

    @classmethod
    def works_in(cls, context: Context) -> bool:
        """Whether its keys work in this context; those that work anywhere do not where letters are typed."""
        return context in cls.contexts or (Context.ANYWHERE in cls.contexts and context in PANES)

    @staticmethod
    def available(reader: ReaderScreen) -> bool:  # noqa: ARG004  most commands always are
        """Whether it can do anything now; one that cannot is neither shown nor run."""
        return True

    @staticmethod
    def run(reader: ReaderScreen) -> Awaitable[None] | None:
        """Do it."""
        raise NotImplementedError


@cache
def registry() -> dict[str, type[Command]]:
    """Every command by its name, in the order of declaration."""
    from briefing.app.commands import everything  # noqa: F401, PLC0415  a command is registered by being declared

    return {command.name(): command for command in Command.__subclasses__()}


def bindings(context: Context) -> list[BindingType]:
    """The key bindings of one context, for the class of the widget that has it.

    They have priority: such keys are answered before the next one is read, so that what is typed quickly after a key
    that opens a field goes into the field.
    """
    return [
        Binding(key, f"screen.command('{command.name()}')", command.label, show=False, priority=True)
        for command in registry().values()
        if command.works_in(context)
        for key in (*command.keys, *command.also, *(by_position(command.keys) if command.moves else ()))
    ]
