"""Where the links of the open text lead: resolved once all of it is parsed, and dead ones marked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from briefing.app.dead_links import dead_targets
from briefing.app.links import Link
from briefing.app.surroundings import surroundings
from briefing.app.targets import Target, target_of
from briefing.app.work import begin

if TYPE_CHECKING:
    from briefing.app.reading import Reading
    from briefing.app.screens.reader import ReaderScreen
    from briefing.app.targets import Surroundings

SLICE = 0.003
"""Seconds of work between two looks at the keyboard."""
PAUSE = 0.001
"""Seconds for everything else between two slices."""
AT_ONCE = 0.05
"""Seconds that a key may wait for the rest of a text to be parsed; a longer wait goes on in the background."""

Do = Callable[[Link, Target], None]
"""What is done with a link once it is known where it leads."""


class Leading:
    """Owns what the links of the open text are resolved against."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Resolve the links of what is open on this screen."""
        self._reader = reader
        self._around: Surroundings | None = None

    def around(self, reading: Reading) -> Surroundings:
        """What the links of the text that is open are resolved against."""
        if self._around is None or self._around.reading.document is not reading.document:
            self._around = surroundings(reading, self._reader.opening.file, self._reader.browsing)
        elif self._around.reading is not reading:
            self._around = replace(self._around, reading=reading)
        return self._around

    def when_known(self, link: Link, do: Do) -> None:
        """Find where a link leads and do something with it, at once where all of the text is parsed."""
        reading = self._reader.desk.reading
        if reading is None:
            return
        if self.around(reading).anchors.read(AT_ONCE):
            do(link, target_of(link, self.around(reading)))
        else:
            begin(self._reader, partial(self._later, reading, link, do), "links")

    async def _later(self, reading: Reading, link: Link, do: Do) -> None:
        """Do it when the rest of the text is parsed, if the reader has not gone elsewhere meanwhile."""
        here = self._reader.opening.here
        self._reader.tell("The rest of the text is read first, to find where this leads.")
        await self.read_all(reading)
        if self._reader.opening.here == here:
            do(link, target_of(link, self.around(reading)))

    async def mark_dead(self) -> None:
        """Mark the links that lead nowhere, in slices, once all of the text is parsed."""
        reading, text = self._reader.desk.reading, self._reader.text
        if reading is None or reading.inspection is None:
            return
        await self.read_all(reading)
        dead: set[str] = set()
        begun = perf_counter()
        for target in dead_targets(self.around(reading)):
            if target is not None:
                dead.add(target)
            if perf_counter() - begun > SLICE:
                await asyncio.sleep(PAUSE)
                begun = perf_counter()
                if self._reader.desk.reading is not reading:
                    return
        text.marks = replace(text.marks, dead=frozenset(dead))

    async def read_all(self, reading: Reading) -> None:
        """Find all anchors of a text, its rest parsed, while the reader goes on."""
        while not self.around(reading).anchors.read(SLICE):
            await asyncio.sleep(PAUSE)
