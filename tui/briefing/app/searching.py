"""The search of the library: one query at a time, what it finds, and the way through its hits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from briefing.app.panes import Pane
from briefing.app.past import Past
from briefing.app.previewing import Chosen
from briefing.app.widgets.facets_pane import FacetsPane
from briefing.app.widgets.results_list import ResultsList
from briefing.app.work import begin
from briefing.library.facet_counts import facet_counts
from briefing.library.hints import Missing
from briefing.library.index import Found, Interrupted
from briefing.library.query import parse_query
from briefing.library.query_facets import FacetValue, facets_on, toggled
from briefing.library.query_tree import Mistake, Query
from briefing.library.search import FIRST
from briefing.library.searches import Searches, change_searches, load_searches
from briefing.library.titles import with_titles
from briefing.model.errors import Refusal
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen
    from briefing.app.shelf import Shelf

T = TypeVar("T")

RESTS_AFTER = 0.2
"""Seconds without a key after which all matches are ranked, and not only the newest."""
MOST_FOUND = 100
"""Briefings that a search shows."""


class LibrarySearch:
    """Owns the query and its results. Typing never queues searches up: each ends the one before it."""

    def __init__(self, reader: ReaderScreen, shelf: Shelf, today: date) -> None:
        """Begin without a query; ages count from `today`."""
        self._reader = reader
        self._shelf = shelf
        self.results = ResultsList(today, id="results")
        self.facets = FacetsPane(self.toggle, id="facets")
        self.words = ""
        """The query whose results are shown; empty while the library is listed."""
        self.result = ""
        """What came of the last query: how many hits, or how many briefings."""
        self.mistake: Mistake | None = None
        """What is wrong with the query as it is typed now; the last good results are shown meanwhile."""
        self._asked = ""
        self._answered = asyncio.Event()
        self._is_accepted = False
        self._mirrored: list[tuple[str, str | None, bool]] = []

    @cached_property
    def searches(self) -> Searches:
        """What was searched for before; read when it is first asked for."""
        loaded = load_searches()
        if loaded.problem:
            self._reader.tell(loaded.problem)
        return loaded.searches

    def remember(self, change: Callable[[Searches], Searches]) -> None:
        """Change what is kept of the searches, and say it when that fails."""
        kept = change_searches(change)
        self.searches = kept.searches
        if kept.problem:
            self._reader.tell(kept.problem)

    def past(self) -> Past:
        """The way back through the earlier searches, from the newest."""
        return Past(self.searches)

    def recall(self, query: str) -> None:
        """Make a search again, and give the keys to its results."""
        self.prepare()
        self.ask(query)
        self._reader.panes.focus_pane(Pane.LIST)

    def prepare(self) -> None:
        """Tell the index what was read, when that is no longer what it was told, before a query is typed."""
        readings = self._reader.opening.memory.readings()
        if readings != self._mirrored:
            self._mirrored = readings
            self._shelf.index.mirror(readings)

    def ask(self, words: str) -> None:
        """Search for these words from now on; while there is a mistake in them the last good results stay."""
        self._asked = words
        query = parse_query(words, typing=True)
        self.mistake = query.mistakes[0] if query.mistakes else None
        self._shelf.index.interrupt()
        self._is_accepted = False
        if not query:
            self._answered.set()
            if not words.strip():
                self.leave()
            self._reader.refresh_bars()
            return
        self._answered.clear()
        begin(self._reader, partial(self._follow, query), "search")

    def toggle(self, value: FacetValue, text: str) -> None:
        """Add a facet to the query, or take it away."""
        words = toggled(self.words, value.key, text)
        if not words:
            self._reader.panes.focus_pane(Pane.LIST)
        self.ask(words)

    async def accept(self) -> bool:
        """Wait for what the newest words find, and hold it as it is shown; False while there is a mistake in them."""
        await self._answered.wait()
        self._is_accepted = not self.mistake and bool(self.words)
        self.results.is_moved |= self._is_accepted
        if self._is_accepted and self.results.found:
            self.remember(lambda searches: searches.with_recent(self.words))
        return self._is_accepted

    def leave(self) -> None:
        """Show the library again instead of results."""
        self.words = self._asked = self.result = ""
        self.mistake = None
        self._shelf.index.interrupt()
        self._reader.panes.show_panes()

    async def _follow(self, query: Query) -> None:
        """Show the best of the newest matches at once, and the best of all of them once the typing rests."""
        try:
            found = await self._thread(
                query, partial(with_titles, self._shelf.index, query, MOST_FOUND, thorough=False)
            )
            self._show(query, found)
            await asyncio.sleep(RESTS_AFTER)
            found = await self._thread(query, partial(with_titles, self._shelf.index, query, MOST_FOUND, thorough=True))
            is_answered = any(one.hits or not one.title_marks for one in found)
            self._show(query, found, "" if is_answered else await self._why_nothing(query), most=MOST_FOUND)
            counts = await self._thread(
                query, partial(facet_counts, self._shelf.index, query, partial(self._check, query))
            )
            self.facets.show(counts)
            if len(found) >= MOST_FOUND and not counts.at_most:
                self._say(f"the best {len(found):,} of {counts.answers:,}")
                self.results.tell(f"{len(found):,} of {counts.answers:,}")
        except Interrupted:
            return
        except Refusal as refusal:
            self._say(str(refusal))
        self._answered.set()

    async def _thread(self, query: Query, ask: Callable[[], T]) -> T:
        """Ask the index in a thread, where a later key can interrupt it.

        Raises:
            Interrupted: other words are sought by now.
            Refusal: the index was lost.
        """

        def answer() -> T:
            """Ask, unless other words are sought by the time the thread comes to it."""
            self._check(query)
            return ask()

        found = await asyncio.to_thread(answer)
        self._check(query)
        return found

    def _check(self, query: Query) -> None:
        """Go on only while this query is the one that is asked.

        Raises:
            Interrupted: other words are sought by now.
        """
        if self._asked != query.text:
            raise Interrupted

    async def _why_nothing(self, query: Query) -> str:
        """Say which words occur nowhere and which are near, or that no briefing has them all."""
        missing = await self._thread(query, partial(self._shelf.index.missing, query))
        said = " ".join(_said(word) for word in missing)
        return said or "Each word occurs, but no briefing answers all of this. Fewer words find more."

    def _show(self, query: Query, found: list[Found], hint: str = "", *, most: int = FIRST) -> None:
        """Show the results, `most` at most, and preview the one under the cursor, unless one was opened meanwhile."""
        opening = not self.words
        self.words = query.text.strip()
        self.results.show(found, self.words, hint)
        self.facets.ask(facets_on(self.words))
        count = sum(one.hits for one in found)
        number = f"{len(found):,}{'+' if len(found) >= most else ''} found" if found else "nothing found"
        self._say(f"{count:,} in {len(found):,}" if count and len(found) < most else number)
        self.results.tell(number if found else "")
        if opening:
            self._reader.panes.show_panes()
        self._answered.set()
        if not self._is_accepted:
            self._reader.previewing.soon()

    def _say(self, result: str) -> None:
        """Show what came of the words."""
        self.result = result
        self._reader.refresh_bars()

    # Going through the hits

    def chosen(self) -> Chosen | None:
        """The result under the cursor."""
        found, passage = self.results.current or (None, None)
        return Chosen(found.entry.path, self.words, passage) if found else None

    def step_hit(self, steps: int) -> None:
        """Go to the next hit or the one before; past the last hit of a briefing, into the next result's briefing."""
        reader, finder = self._reader, self._reader.desk.finder
        goes_on = finder is not None and self.words and finder.words == self.words and finder.ends(steps)
        neighbour = self.results.neighbour(reader.opening.file, steps) if goes_on else None
        if not goes_on:
            reader.desk.to_hit(steps)
        elif neighbour is None:
            reader.tell(f"This is the {'last' if steps > 0 else 'first'} result of the search.")
        else:
            self.results.point_at(neighbour.entry.path, last=steps < 0)
            reader.previewing.open(from_end=steps < 0)


def _said(missing: Missing) -> str:
    """Say that a word occurs nowhere, and what is near it."""
    near = f" Near it: {shown_line(', '.join(missing.near))}." if missing.near else ""
    return f"Nothing has “{shown_line(missing.text)}”.{near}"
