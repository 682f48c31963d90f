"""What a row is drawn from, whoever draws it."""

from __future__ import annotations

from typing import Protocol


class Drawn(Protocol):
    """Text with roles from a column on: a run of a row, or words of the program's own."""

    @property
    def x(self) -> int:
        """The column it begins in."""

    @property
    def text(self) -> str:
        """What is written there; it has passed the character policy."""

    @property
    def cells(self) -> int:
        """How many columns it takes."""

    @property
    def roles(self) -> tuple[str, ...]:
        """What it is, the outermost role first."""
