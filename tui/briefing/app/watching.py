"""When the shelf looks at its folder again: at once where the system tells of changes, else now and then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from briefing.library.watcher import Touched, Watcher

LOOK_EVERY = 1.0
"""Seconds between two looks at all files where the system does not tell of changes."""
LOOK_ANYWAY = 30.0
"""Seconds between two such looks where it does: not every change is told, such as those behind a link or a network."""
MANY = 20
"""Changes in one go from which on more are waited for, so that all are read together."""
QUIET, LONGEST = 0.25, 2.0
"""Seconds without another change after which such a go is over, and after which it counts as over."""
SHARE = 20
"""Looking takes at most this part of the time."""


class Watching:
    """Waits for changes in a folder. Owns the thread that tells of them."""

    def __init__(self, root: Path) -> None:
        """Begin to watch; `stop` ends it."""
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._touched: set[bytes] = set()
        self._may_be_any = False
        self.is_told = False
        """Whether the system tells of changes."""
        self._watcher = Watcher(root, self._hear, partial(self._call, self._begin))

    def stop(self) -> None:
        """End the thread."""
        self._watcher.stop()

    async def wait(self, took: float) -> Touched:
        """Wait for changes and give what was touched; None when all files are to be looked at.

        Args:
            took: seconds that the last look took: one that takes long is made less often.
        """
        patience = max(LOOK_ANYWAY if self.is_told else LOOK_EVERY, SHARE * took)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), patience)
            await asyncio.wait_for(self._gather(), LONGEST)
        self._woken.clear()
        touched, self._touched = frozenset(self._touched), set()
        may_be_any, self._may_be_any = self._may_be_any or not touched, False
        if may_be_any:
            await asyncio.sleep(took)  # While very much changes, half of the time is left for all else.
        return None if may_be_any else touched

    async def _gather(self) -> None:
        """Wait until very many changes in one go are over."""
        while self._may_be_any or len(self._touched) > MANY:
            self._woken.clear()
            await asyncio.wait_for(self._woken.wait(), QUIET)

    def _begin(self) -> None:
        """Look once more at all files: what changed before the watching began was not told."""
        self.is_told = True
        self._add(None)

    def _hear(self, touched: Touched) -> None:
        """Hear in the thread what was touched."""
        self._call(partial(self._add, touched))

    def _call(self, do: Callable[[], None]) -> None:
        """Do something on the event loop, as long as that runs."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(do)

    def _add(self, touched: Touched) -> None:
        """Keep what was touched until the shelf looks at it."""
        if touched is None:
            self._may_be_any = True
        else:
            self._touched |= touched
        self._woken.set()
