"""Going where a link or a fact leads: within the text, to the facts, to another briefing, outside."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefing.app.facts import Fact
from briefing.app.leading import Leading
from briefing.app.links import Link, link_at, links_in, shown
from briefing.app.panel import Panel
from briefing.app.panes import Pane
from briefing.app.targets import (
    AtBriefing,
    AtFigure,
    AtNote,
    AtPlace,
    AtSource,
    AtTerm,
    Dead,
    Refused,
    Target,
    resolved,
)
from briefing.app.web import WebAddress, web_address
from briefing.app.work import begin
from briefing.document.block import Place, Range, Role
from briefing.document.notes import BACK
from briefing.document.targets import ToAddress, ToFile, ToName, asked
from briefing.model.errors import Refusal
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.app.hints import Spot
    from briefing.app.screens.reader import ReaderScreen


class Going:
    """Takes the reader to where something leads, and owns which link is lit.

    Nothing is opened outside before the panel has shown its address whole.
    """

    def __init__(self, reader: ReaderScreen, panel: Panel, leading: Leading) -> None:
        """Go about on this screen."""
        self._reader = reader
        self._text = reader.text
        self._panel = panel
        self._leading = leading

    def shown(self) -> list[tuple[Link, Spot]]:
        """What on the screen leads on, with the cells where it begins."""
        self._reader.desk.inspect_now()
        reading = self._reader.desk.reading
        return shown(
            self._text.viewport.rows,
            reading.ordered_anchors if reading else (),
            self._text.column,
            self._text.marks.terms,
        )

    def links_at(self, place: Place) -> list[Link]:
        """What leads on in the block of a place."""
        reading = self._reader.desk.reading
        terms = self._text.marks.terms
        return links_in(reading.document.block(place.block), reading.ordered_anchors, terms) if reading else []

    def light(self, words: Range | None) -> None:
        """Light the words of a link, or none."""
        self._text.marks = replace(self._text.marks, link_lit=words)

    # Links

    def go(self, link: Link | None, target: Target) -> None:
        """Go where a link leads; what is not in a text is shown in the panel, and why it is not followed is said."""
        if isinstance(target, Dead | Refused):
            self._reader.tell(target.reason)
            return
        if link is not None:
            self.light(link.range)
        if isinstance(target, AtPlace):
            self._to(target.place, link_at(self.links_at(target.place), target.place))
        elif isinstance(target, AtNote):
            self._to(target.place, None)
            back = (one.range for one, _ in self.shown() if one.target == BACK + target.label)
            self.light(next(back, None))
        elif isinstance(target, AtFigure):
            self._to_figure(target)
        elif isinstance(target, AtBriefing):
            self._open(target)
        else:
            self.show(link, target)

    def go_on(self, target: Target) -> None:
        """Go on to what the panel shows: an address is opened, a source leads to its own."""
        reading = self._reader.desk.reading
        if isinstance(target, WebAddress):
            self._text.moved(False)
            begin(self._reader, partial(self._open_address, target), "browser")
        elif isinstance(target, AtSource) and reading is not None:
            address = reading.briefing.sources[target.source].url
            self.show_address(address) if address else self._reader.tell("This source has no link.")
        else:
            self.go(None, target)

    def leads_to(self, target: Target) -> str:
        """Where the panel that shows this goes on to, in a word or two; empty where it does not."""
        reading = self._reader.desk.reading
        if isinstance(target, AtSource) and reading is not None:
            return "its link" if reading.briefing.sources[target.source].url else ""
        if isinstance(target, AtFigure):
            return "its facts"
        return "" if isinstance(target, Dead | Refused | AtTerm) else "go there"

    def _to(self, place: Place, lit: Link | None) -> None:
        """Go to a place of this text: a heading comes to the top, words are lit where they stand."""
        self._reader.opening.keep_place(self._reader.opening.here)
        viewport = self._text.viewport
        self._text.moved(viewport.to_place(place) if lit else viewport.to_block(place.block))
        self.light(lit.range if lit else self._words_below(place))

    def _words_below(self, place: Place) -> Range | None:
        """The words of the block that was gone to, where the end of the text keeps it from the top."""
        reading, read = self._reader.desk.reading, self._text.viewport.reading
        if reading is None or read is None or read.offset == place.block:
            return None
        return Range(place.block, 0, len(reading.document.block(place.block).text))

    def _to_figure(self, target: AtFigure) -> None:
        """Go to a figure among the facts, its passage lit."""
        desk = self._reader.desk
        if target.anchor is not None:
            desk.light(target.figure, target.anchor)
        else:
            desk.light_next_passage(target.figure)
        self._reader.panes.focus_pane(Pane.FACTS)
        self._reader.facts.point_at_figure(target.figure)

    # Other briefings

    def _open(self, target: AtBriefing) -> None:
        """Open another briefing, where it was left or at the place that is meant."""
        if not self._reader.opening.open(target.path):
            return
        self.arrived()
        if target.anchor:
            begin(self._reader, partial(self._to_anchor, target.anchor), "links")

    async def _to_anchor(self, name: str) -> None:
        """Go to a heading of the briefing that was just opened, once it is parsed; that it has none such is said."""
        reading = self._reader.desk.reading
        if reading is None:
            return
        await self._leading.read_all(reading)
        place = self._leading.around(reading).anchors.place(name)
        if place is not None:
            self._text.moved(self._text.viewport.to_block(place.block))
            self.light(self._words_below(place))
        else:
            self._reader.tell(f"It has no heading “{shown_line(name)}”.")

    def arrived(self) -> None:
        """Take the keys to the text, and the cursor of the list to its briefing."""
        file = self._reader.opening.file
        if self._reader.browsing is not None and file is not None:
            self._reader.browsing.list.point_at(file)
        self._reader.panes.focus_pane(Pane.TEXT)

    # Facts

    def to_fact(self, fact: Fact) -> None:
        """Go where a fact leads: to its address, its section or its passage; that it has none of them is said."""
        here = self._reader.opening.here
        if fact.target is not None:
            self._to_target(fact.target)
        elif not self._reader.desk.go_to_fact(fact):
            self._reader.tell("This figure has no passage in the text.")
        elif fact.section is not None or fact.figure is not None:
            self._reader.opening.keep_place(here)
            if Pane.TEXT not in self._reader.panes.shown:
                self._reader.panes.focus_pane(Pane.TEXT)

    def _to_target(self, written: str) -> None:
        """Go where a field of the front matter leads."""
        reading, wanted = self._reader.desk.reading, asked(Role.LINK, written.strip())
        if isinstance(wanted, ToAddress):
            self.show_address_of(wanted.address)
        elif reading is not None:
            around = self._leading.around(reading)
            found = resolved(wanted, around)
            if isinstance(wanted, ToFile) and isinstance(found, Dead):
                found = resolved(ToName(wanted.path, wanted.anchor), around)
            self.go(None, found)

    # Showing

    def show(self, link: Link | None, target: Target) -> None:
        """Show in the panel where a link leads."""
        reading = self._reader.desk.reading
        if reading is None:
            return
        if link is not None:
            self.light(link.range)
        lit = self._text.marks.link_lit
        near = next((spot[0] for one, spot in self.shown() if one.range == lit), None)
        if not self._panel.show(target, self._leading.around(reading), near):
            self._reader.tell("The address is too long to be shown whole in this window; it is not opened.")
        self._reader.refresh_bars()

    def show_address_of(self, address: str) -> None:
        """Show an address of the front matter over the text, whichever pane has the keys."""
        self._reader.panes.focus_pane(Pane.TEXT)
        self._text.call_after_refresh(self.show_address, address)

    def show_address(self, address: str) -> None:
        """Show an address, to be opened with Enter; why it is not is said."""
        try:
            self.show(None, web_address(address))
        except Refusal as refusal:
            self._reader.tell(f"{refusal}.")

    async def _open_address(self, address: WebAddress) -> None:
        """Hand an address to the browser, and say when that fails."""
        from briefing.app.browser import open_in_browser  # noqa: PLC0415  only when an address is opened

        problem = await open_in_browser(self._reader.app, address)
        if problem:
            self._reader.tell(f"{problem}.")
