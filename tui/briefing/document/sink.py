"""Who reads lines tells what they hold, without knowing whom."""

from __future__ import annotations

from typing import Protocol

from briefing.document.links import Definition
from briefing.document.nesting import Leaf, Level, State


class Sink(Protocol):
    """Who is told what the lines hold."""

    def leaf(self, leaf: Leaf, levels: list[Level]) -> None:
        """A leaf has ended; it stands inside these containers."""

    def word(self, text: str, offset: int, line: int, levels: list[Level]) -> None:
        """An alert or callout begins, with this word or title."""

    def defined(self, found: Definition) -> None:
        """A link is defined."""

    def noted(self, label: str, offset: int) -> None:
        """A footnote is defined."""

    def may_cut(self, offset: int) -> bool:
        """Whether the text should be cut here if it can be."""

    def cut(self, offset: int, line: int, state: State) -> None:
        """The text can be cut here; reading on begins with this state."""
