"""What the field at the foot of the screen is for: to find in the text, to narrow the list, to search the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from briefing.app.panes import Pane
from briefing.app.seeking import seek_words
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen
    from briefing.library.query_tree import Mistake


class Use:
    """One use of the field: what typing does, and what follows from Enter, Esc and the arrows."""

    prompt: ClassVar[str]
    pane: ClassVar[Pane]
    """The pane that shows what comes of the words, and takes the keys afterwards."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Begin a use of the field on this screen."""
        self.reader = reader

    @property
    def words(self) -> str:
        """What the field holds when it opens."""
        return ""

    @property
    def result(self) -> str:
        """What came of the words so far, shown beside them."""
        raise NotImplementedError

    @property
    def mistake(self) -> Mistake | None:
        """What is wrong with the words, shown under the place where it is."""
        return None

    def typed(self, words: str) -> None:
        """Follow the words while they are typed."""
        raise NotImplementedError

    async def accept(self) -> None:
        """Take what was found."""
        self.reader.close_field(self.pane)

    def cancel(self) -> None:
        """Leave, as if nothing had been typed."""
        self.typed("")
        self.reader.close_field(self.pane)

    def step(self, steps: int) -> None:
        """Go on in what was found."""
        raise NotImplementedError

    async def to_facets(self) -> None:
        """Go to what the words can be narrowed by; nothing happens where there is no such thing."""


class Finding(Use):
    """Find in the text: the first hit at once, all of them painted, the count beside the words."""

    prompt = "Find"
    pane = Pane.TEXT

    def __init__(self, reader: ReaderScreen) -> None:
        """Remember the place, to come back to it."""
        super().__init__(reader)
        self._origin = reader.text.viewport.place

    @property
    def result(self) -> str:
        """Which hit is lit, of how many."""
        return self.reader.desk.finder.status if self.reader.desk.finder else ""

    def typed(self, words: str) -> None:
        """Look for the words from the place where the reader began."""
        self.reader.find(words, seek_words(words) if words.strip() else None, self._origin)

    def cancel(self) -> None:
        """Forget the words and go back to where the reader was."""
        super().cancel()
        if self._origin is not None:
            self.reader.desk.return_to(self._origin)

    def step(self, steps: int) -> None:
        """Go to the next hit or the one before."""
        self.reader.desk.to_hit(steps)


class Narrowing(Use):
    """Narrow the list by a query; plain words are those that its lines show."""

    prompt = "Narrow"
    pane = Pane.LIST

    def __init__(self, reader: ReaderScreen) -> None:
        """Begin with the list as it is."""
        super().__init__(reader)
        reader.library.search.prepare()

    @property
    def words(self) -> str:
        """What the list is narrowed by already."""
        return self.reader.library.narrowed_by

    @property
    def result(self) -> str:
        """How many are kept."""
        library = self.reader.library
        return f"{library.list.count():,} of {len(library.shelf.entries):,}"

    @property
    def mistake(self) -> Mistake | None:
        """What is wrong with the words; the last list stays meanwhile."""
        return self.reader.library.mistake

    def typed(self, words: str) -> None:
        """Keep the briefings that answer the words."""
        self.reader.library.narrow(words)

    async def accept(self) -> None:
        """Take the list as the words narrow it: what is pressed next means its lines."""
        await self.reader.library.listed()
        await super().accept()

    def step(self, steps: int) -> None:
        """Move the cursor of the list."""
        self.reader.library.pane.move_steps(steps)


class Searching(Use):
    """Search every briefing of the library."""

    prompt = "Search"
    pane = Pane.LIST

    def __init__(self, reader: ReaderScreen) -> None:
        """Begin with no search going on."""
        super().__init__(reader)
        self._search = reader.library.search
        self._search.prepare()
        self._past = self._search.past()
        self._origin = reader.opening.file if reader.opening.is_opened else None
        reader.panes.turn_to(Pane.LIST)

    @property
    def words(self) -> str:
        """What was searched for last, while its results are shown."""
        return self._search.words

    @property
    def result(self) -> str:
        """How many hits there are, and which of the earlier searches it is."""
        return " · ".join(filter(None, (self._past.name, self._search.result, self.reader.library.shelf.coverage)))

    @property
    def mistake(self) -> Mistake | None:
        """What is wrong with the query."""
        return self._search.mistake

    def typed(self, words: str) -> None:
        """Show what the words find."""
        self._past.typed(words)
        self._search.ask(words)

    async def accept(self) -> None:
        """Open the result under the cursor at its passage, once there are results; a mistake is to be mended first."""
        if await self._search.accept():
            await super().accept()
            self.reader.previewing.open()

    def cancel(self) -> None:
        """Leave the search, and go back to what was read before it, or to what the list is at."""
        super().cancel()
        self.reader.desk.drop_find()
        if self._origin is None:
            self.reader.previewing.soon()
        elif self.reader.opening.is_opened or self.reader.opening.open(self._origin):
            self.reader.panes.focus_pane(Pane.TEXT)

    def step(self, steps: int) -> None:
        """Move the cursor of the results; up from an empty field, or from an earlier search, to the one before it."""
        earlier = self._past.back() if steps < 0 else None
        if earlier is None:
            self._past.leave()
            self.reader.library.pane.move_steps(steps)
        else:
            from briefing.app.widgets.field import Field  # noqa: PLC0415  not needed for the first screen

            self.reader.query_one(Field).fill(earlier)

    async def to_facets(self) -> None:
        """Leave the field for the facets, once there are results."""
        if await self._search.accept():
            self.reader.close_field(Pane.FACTS)


class Naming(Use):
    """Save the search that is shown under a name."""

    prompt = "Save search as"
    pane = Pane.LIST

    def __init__(self, reader: ReaderScreen) -> None:
        """Begin with the name that the search has."""
        super().__init__(reader)
        self._search = reader.library.search
        self._name = self.words

    @property
    def words(self) -> str:
        """The name that the search has already."""
        return self._search.searches.name_of(self._search.words) or ""

    @property
    def result(self) -> str:
        """What Enter does."""
        if self._name:
            return "Enter saves it"
        return "Enter forgets it" if self.words else "type a name"

    def typed(self, words: str) -> None:
        """Take the name."""
        self._name = words.strip()
        self.reader.refresh_bars()

    async def accept(self) -> None:
        """Save the search, or forget it where its name was taken away."""
        name, before, query = self._name, self.words, self._search.words
        if name:
            self._search.remember(lambda searches: searches.without_saved(before).with_saved(name, query))
            self.reader.tell(
                f"Saved as “{shown_line(name)}”. The palette (:) offers it, and ↑ in the empty search field."
            )
        elif before:
            self._search.remember(lambda searches: searches.without_saved(before))
            self.reader.tell(f"“{shown_line(before)}” is no longer saved.")
        await super().accept()

    def cancel(self) -> None:
        """Leave everything as it is."""
        self.reader.close_field(self.pane)

    def step(self, steps: int) -> None:
        """Go nowhere: there is one name."""
