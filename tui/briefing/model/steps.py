"""Work that goes in steps, so that whoever has it done can do something else in between.

A function that works so is a generator: it yields after each step, about as often as a millisecond passes or oftener,
and returns what came of it.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[None, None, T]


def finished(steps: Steps[T]) -> T:
    """Do all the steps at once, and give what comes of them."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found
