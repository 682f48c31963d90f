"""What can be done in the list, and with the library from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context
from briefing.app.commands.conditions import has_library, lists_library
from briefing.app.panes import Pane

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


class Open(Command):
    """Read the briefing under the cursor."""

    contexts = (Context.LIST,)
    keys = ("enter",)
    also = ("l", "right")
    label = "read"
    palette = False

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.previewing.open()


class Narrow(Command):
    """Type a query to keep what answers it; plain words are sought in title, byline, topics, path and date."""

    contexts = (Context.LIST,)
    keys = ("/",)
    label = "narrow"
    available = staticmethod(lists_library)

    @staticmethod
    async def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.uses import Narrowing  # noqa: PLC0415  not needed for the first screen

        await reader.open_field(Narrowing)


class SortList(Command):
    """Put the list in another order: newest first, by title, by author."""

    contexts = (Context.LIST,)
    keys = ("S",)
    label = "sort"
    available = staticmethod(lists_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.library.next_sort()


class SearchLibrary(Command):
    """Search every briefing of the library while typing."""

    contexts = (Context.ANYWHERE,)
    keys = ("s",)
    label = "search"
    available = staticmethod(has_library)

    @staticmethod
    async def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.uses import Searching  # noqa: PLC0415  not needed for the first screen

        await reader.open_field(Searching)


class SaveSearch(Command):
    """Save this search under a name; the palette offers it from then on, and `↑` in the empty search field."""

    contexts = (Context.ANYWHERE,)
    keys = ("ctrl+s",)
    label = "save search"

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether a search is shown."""
        return reader.browsing is not None and bool(reader.browsing.searched)

    @staticmethod
    async def run(reader: ReaderScreen) -> None:
        """Do it."""
        from briefing.app.uses import Naming  # noqa: PLC0415  not needed for the first screen

        await reader.open_field(Naming)


class NextBriefing(Command):
    """Read the next briefing or result."""

    contexts = (Context.ANYWHERE,)
    keys = ("J",)
    available = staticmethod(has_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.library.open_neighbour(1)


class PreviousBriefing(Command):
    """Read the previous briefing or result."""

    contexts = (Context.ANYWHERE,)
    keys = ("K",)
    available = staticmethod(has_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.library.open_neighbour(-1)


class Star(Command):
    """Give the briefing under the cursor a star, or take it; in the text, the one that is open."""

    contexts = (Context.ANYWHERE,)
    keys = ("*",)
    available = staticmethod(has_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        chosen = reader.library.chosen()
        in_list = reader.panes.focused_pane is Pane.LIST
        path = chosen.path if in_list and chosen else reader.opening.file
        if path is not None:
            reader.opening.memory.star(path)
            reader.library.pane.refresh()


class Undo(Command):
    """Take back the last star, or marking as read or unread; the read log in the palette says what was read when."""

    contexts = (Context.ANYWHERE,)
    keys = ("U",)
    available = staticmethod(has_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.tell(reader.opening.undo() or "There is nothing to take back.")
        reader.library.pane.refresh()
        reader.refresh_bars()


class MarkRead(Command):
    """Mark this briefing read, or unread again."""

    contexts = (Context.ANYWHERE,)
    keys = ("r",)
    available = staticmethod(has_library)

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        reader.opening.toggle_read()
        reader.library.pane.refresh()
        reader.refresh_bars()
