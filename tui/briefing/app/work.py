"""Work that goes on while the reader does: started from any widget, the newer putting off the older."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import perf_counter
from typing import TypeVar

from textual.dom import DOMNode
from textual.worker import Worker

from briefing.model.steps import Steps

T = TypeVar("T")

SLICE = 0.003
"""Seconds of work between two looks at the keyboard."""
PAUSE = 0.001
"""Seconds for everything else between two slices."""


async def in_slices(steps: Steps[T]) -> T:
    """Do work that goes in steps, a slice at a time, while the reader goes on; give what comes of it."""
    begun = perf_counter()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found
        if perf_counter() - begun > SLICE:
            await asyncio.sleep(PAUSE)
            begun = perf_counter()


def begin(node: DOMNode, work: Callable[[], Coroutine[None, None, None]], group: str) -> Worker[None]:
    """Begin some work on the event loop; what still goes on in the same group is ended.

    The work is handed over as a function: of work that is put off before it began, nothing is left behind.
    """
    worker: Worker[None] = node.run_worker(work, group=group, exclusive=True)
    return worker
