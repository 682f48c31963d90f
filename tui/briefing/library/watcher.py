"""Tells at once when something changes in a folder, from a thread of its own, where the system can say so.

What it tells is a hint and no more: which files there are, and whether they changed, is seen by looking at them.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

STEP = 50
"""Milliseconds of quiet after which what has changed is told; so long the thread may take to end."""
LONGEST = 400
"""Milliseconds after which it is told although there is no quiet."""
AGAIN = 0.2
"""Seconds after which watching begins again that has ended."""
MOST = 500
"""Paths that are told one by one; where more change at once, the whole folder is to be looked at."""
_LOST = "\ufffd"
"""What stands in a path for bytes that are no text: which file is meant is then not known."""

Touched = frozenset[bytes] | None
"""The absolute paths of files and folders that may have come, changed or gone; None where any may have."""


class Watcher:
    """Watches a folder with all that is inside it."""

    def __init__(
        self, root: str | os.PathLike[str], tell: Callable[[Touched], None], began: Callable[[], None]
    ) -> None:
        """Begin to watch.

        Args:
            root: the folder.
            tell: is told what was touched; from the thread.
            began: is told, from the thread, when the folder is watched from now on. Where that is refused it never is.
        """
        self._root = os.fspath(root)
        self._tell = tell
        self._began = began
        self._stopped = False
        # No daemon: at the end of the program such a thread may be stopped where that ends in a crash.
        threading.Thread(target=self._watch, name="watch").start()

    def is_set(self) -> bool:
        """Tell the watching whether it is to end: it was stopped, or the program comes to its end."""
        return self._stopped or not threading.main_thread().is_alive()

    def stop(self) -> None:
        """End within `STEP`, or `AGAIN`; nothing is told any more after that."""
        self._stopped = True

    def _watch(self) -> None:
        """Tell what changes, until it is stopped or refused."""
        try:
            from watchfiles import watch  # noqa: PLC0415  its import takes a while, which is why it is done here
        except ImportError:
            return
        watched = partial(watch, self._root, watch_filter=None, raise_interrupt=False, ignore_permission_denied=True)
        while not self.is_set():
            try:
                self._follow(
                    watched(debounce=LONGEST, step=STEP, rust_timeout=STEP, yield_on_timeout=True, stop_event=self)
                )
            except OSError:
                return  # The limit of watches is reached, or the folder is gone.
            except RuntimeError:
                self._tell(None)  # Something has a name that is no text, at which the watching ends. It begins again.
                time.sleep(AGAIN)

    def _follow(self, rounds: Iterable[set[tuple[Any, str]]]) -> None:
        """Tell what changes in each round; in the first one watching has begun."""
        for number, found in enumerate(rounds):
            if self.is_set():
                return
            if number == 0:
                self._began()
            if found:
                self._report([path for _, path in found])

    def _report(self, paths: list[str]) -> None:
        """Tell what was touched, unless all of it is hidden."""
        seen = {os.fsencode(path) for path in paths if not _is_hidden(path, self._root)}
        is_certain = len(seen) <= MOST and not any(_LOST in path for path in paths)
        if seen:
            self._tell(frozenset(seen) if is_certain else None)


def _is_hidden(path: str, root: str) -> bool:
    """Tell whether a path is inside something hidden, such as the folder of a version control."""
    return any(part.startswith(".") for part in path.removeprefix(root).split("/"))
