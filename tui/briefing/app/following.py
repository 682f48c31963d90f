"""Following links: what is lit, or chosen by letters or the mouse, is followed or peeked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing.app.aging import Aging
from briefing.document.block import Place, Role
from briefing.document.manner import is_fold

if TYPE_CHECKING:
    from briefing.app.choosing import Choosing
    from briefing.app.going import Going
    from briefing.app.leading import Leading
    from briefing.app.links import Link
    from briefing.app.panel import Panel
    from briefing.app.screens.reader import ReaderScreen


class Following:
    """What the reader does with links: Enter goes on from what is over the text, else from what is lit."""

    def __init__(self, reader: ReaderScreen, aging: Aging) -> None:
        """Follow links on this screen."""
        self._reader = reader
        self._text = reader.text
        self._aging = aging

    @cached_property
    def choosing(self) -> Choosing:
        """The letters over the text."""
        from briefing.app.choosing import Choosing  # noqa: PLC0415  not needed for the first screen

        return Choosing(self._reader, self._chosen)

    @cached_property
    def panel(self) -> Panel:
        """The panel over the text."""
        from briefing.app.panel import Panel  # noqa: PLC0415  not needed for the first screen

        return Panel(self._text, self._aging)

    @cached_property
    def leading(self) -> Leading:
        """Where the links of the open text lead."""
        from briefing.app.leading import Leading  # noqa: PLC0415  not needed for the first screen

        return Leading(self._reader)

    @cached_property
    def going(self) -> Going:
        """Goes where links lead."""
        from briefing.app.going import Going  # noqa: PLC0415  not needed for the first screen

        return Going(self._reader, self.panel, self.leading)

    @property
    def lit(self) -> Link | None:
        """What is lit: a link the reader has come back to or peeked at, else the passage of a figure."""
        lit = self._text.marks.link_lit or self._text.marks.passage_lit
        return next((link for link, _ in self.going.shown() if link.range == lit), None) if lit else None

    async def choose(self, *, peeks: bool) -> None:
        """Put letters on all that leads on, to follow one or to peek at it; that there is nothing is said."""
        found = self.going.shown()
        if found:
            self.panel.forget()
            await self.choosing.start(found, peeks=peeks)
        else:
            self._reader.tell("No link, note or figure is on the screen.")

    async def go_on(self) -> None:
        """Follow what the panel shows, else what is lit, else open the fold being read, else choose by letters."""
        read = self._text.viewport.reading
        if self.panel.target is not None:
            self.going.go_on(self.panel.target)
        elif self.lit is not None:
            self.leading.when_known(self.lit, self.going.go)
        elif read is not None and is_fold(read):
            self._text.toggle_fold(read.offset)
        else:
            await self.choose(peeks=False)

    async def peek(self) -> None:
        """Peek at what is lit; where nothing is, or it was peeked at already, choose by letters."""
        if self.panel.target is None and self.lit is not None:
            self.leading.when_known(self.lit, self.going.show)
        else:
            await self.choose(peeks=True)

    def press(self, place: Place) -> bool:
        """Follow the link that was clicked; False where there is none but the passage of a figure."""
        from briefing.app.links import link_at  # noqa: PLC0415  not needed for the first screen

        link = link_at(self.going.links_at(place), place)
        if link is None or link.passage is not None:
            return False
        self.leading.when_known(link, self.going.go)
        return True

    def touch(self, *, inside: bool) -> None:
        """Go on to what the panel shows when that was clicked; a click beside it takes it away."""
        if inside and self.panel.target is not None:
            self.going.go_on(self.panel.target)
        else:
            self._text.moved(False)

    def close(self) -> bool:
        """Take the panel away and light no link; False where there was neither."""
        was_lit = self._text.marks.link_lit is not None
        self.going.light(None)
        self._reader.refresh_bars()
        return self._text.uncover() or was_lit

    def moved(self) -> None:
        """Let go of what has left the screen."""
        if not self._text.patches and {"choosing", "panel"} & vars(self).keys():  # what was never used is not made
            self.choosing.leave()
            self.panel.forget()
        lit = self._text.marks.link_lit
        if lit is not None and not self._text.viewport.shows(Place(lit.block, lit.start)):
            self.going.light(None)

    def _chosen(self, link: Link, peeks: bool) -> None:
        """Follow what was chosen by letters, or peek at it; a fold is opened or closed."""
        if link.role is Role.ALERT:
            self._text.toggle_fold(link.range.block)
        else:
            self.leading.when_known(link, self.going.show if peeks else self.going.go)
