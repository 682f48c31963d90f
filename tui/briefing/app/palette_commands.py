"""What the palette offers: the commands that can do something now, the saved searches, this briefing's sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from briefing.app.commands.command import registry
from briefing.app.keys import spoken
from briefing.app.screens.reader import ReaderScreen
from briefing.document.block import Place
from briefing.model.text import shown_line


class BriefingCommands(Provider):
    """Offers commands and sections; every text is shown as it is, never as markup."""

    def _offers(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Yield what can be chosen: its name, what it does, and how to do it."""
        reader = self.screen
        if not isinstance(reader, ReaderScreen):
            return
        for name, command in registry().items():
            if command.palette and command.available(reader):
                key = f"   {spoken(command.keys[0])}" if command.keys else ""
                does = command.help().replace("`", "")  # what is code in a page is not marked here
                yield command.title(), f"{does}{key}", partial(reader.action_command, name)
        yield from _saved_searches(reader)
        for section in reader.desk.reading.sections if reader.desk.reading else ():
            yield section.title, "Section of this briefing", partial(reader.desk.to_place, Place(section.offset))

    async def discover(self) -> Hits:
        """Offer everything, before anything is typed."""
        for title, does, run in self._offers():
            yield DiscoveryHit(Content(title), run, text=title, help=does)

    async def search(self, query: str) -> Hits:
        """Offer what matches, best first."""
        matcher = self.matcher(query)
        for title, does, run in self._offers():
            score, offsets = matcher.fuzzy_search.match(query, title)
            if score > 0:
                shown = Content(title)
                for offset in offsets:
                    shown = shown.stylize("bold $accent", offset, offset + 1)
                yield Hit(score, shown, run, text=title, help=does)


def _saved_searches(reader: ReaderScreen) -> Iterator[tuple[str, str, Callable[[], object]]]:
    """Yield the searches that have a name, where there is a library."""
    if reader.browsing is None:
        return
    search = reader.browsing.search
    for saved in search.searches.saved:
        does = f"Saved search: {shown_line(saved.query)}"
        yield f"Search {shown_line(saved.name)}", does, partial(search.recall, saved.query)
