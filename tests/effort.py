"""How much hostile input may cost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

MOST = 3.0
"""Seconds of processor time: several times what the costliest input takes, and a third of what the plainest work does
that grows with the square of 120,000 characters."""


@contextmanager
def bounded() -> Iterator[None]:
    """Fail if what is done within takes more processor time than hostile input may cost.

    Patterns that go back over a text again and again do so within one call, so that nothing but time tells of it. The
    time is the process's own, whatever else the machine does.
    """
    begun = process_time()
    yield
    took = process_time() - begun
    assert took < MOST, f"it took {took:.1f} s of processor time"
