"""Choosing one of the links on the screen by letters that stand on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing.app.hints import Spot, begun, chosen, labels, letter, spread
from briefing.app.links import Link
from briefing.app.paint import ink
from briefing.app.palette import Look
from briefing.app.patches import Patch
from briefing.document.width import cell_width

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen
    from briefing.app.widgets.hint_keys import HintKeys


class Choosing:
    """Owns the letters on the text while the reader chooses; `done` is called with what was chosen."""

    def __init__(self, reader: ReaderScreen, done: Callable[[Link, bool], None]) -> None:
        """Begin with no letters shown; `done` takes a link and whether only to peek at it."""
        self.is_on = False
        """Whether the letters are shown and take the keys."""
        self.peeks = False
        """Whether what is chosen is only peeked at."""
        self._reader = reader
        self._done = done
        self._spots: dict[str, tuple[Link, Spot]] = {}
        self._typed = ""
        self._keys: HintKeys | None = None

    async def start(self, shown: Sequence[tuple[Link, Spot]], *, peeks: bool) -> None:
        """Put letters on these links and take the keys."""
        words = labels(len(shown))
        places = spread([spot for _, spot in shown], words, self._reader.text.size.width)
        found = zip(words, shown, places, strict=True)
        self._spots = {word: (link, place) for word, (link, _), place in found if place is not None}
        self._typed = ""
        self.peeks = peeks
        self.is_on = True
        await self._take_keys()
        self._draw()

    def type(self, key: str) -> None:
        """Take a letter; once a word is complete, what it stands on is chosen."""
        typed = self._typed + (letter(key) or "")
        found = chosen(typed, self._spots)
        if found is not None:
            link, peeks = self._spots[found][0], self.peeks
            self.leave()
            self._done(link, peeks)
        elif begun(typed, self._spots):
            self._typed = typed
            self._draw()

    def take_back(self) -> None:
        """Take the last letter back; without one, leave."""
        if self._typed:
            self._typed = self._typed[:-1]
            self._draw()
        else:
            self.leave()

    def toggle(self) -> None:
        """Peek at what is chosen instead of following it, or the other way round."""
        self.peeks = not self.peeks
        self._reader.refresh_bars()

    def leave(self) -> None:
        """Take the letters off and give the keys back to the text."""
        if self.is_on:
            self.forget()
            self._reader.set_focus(self._reader.pane)

    def forget(self) -> None:
        """Take the letters off; the keys are elsewhere already."""
        if self.is_on:
            self.is_on = False
            self._reader.text.patches = ()
            self._reader.refresh_bars()

    async def _take_keys(self) -> None:
        """Give the keys to what takes letters."""
        if self._keys is None:
            from briefing.app.widgets.hint_keys import HintKeys  # noqa: PLC0415  not needed for the first screen

            self._keys = HintKeys(self.type, self.forget, id="hint-keys")
            await self._reader.mount(self._keys)
        self._reader.set_focus(self._keys)

    def _draw(self) -> None:
        """Draw the letters that can still be typed."""
        left = begun(self._typed, self._spots)
        self._reader.text.patches = tuple(self._patch(word, self._spots[word][1]) for word in left)
        self._reader.refresh_bars()

    def _patch(self, word: str, spot: Spot) -> Patch:
        """The letters of one link, those that were typed already in the background."""
        typed = len(self._typed)
        inks = (ink(0, word[:typed], Look.QUIET), ink(typed, word[typed:], Look.HINT))
        return Patch(*spot, cell_width(word), inks)
