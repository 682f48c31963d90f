"""The way back through earlier searches from the field: the recent ones, then those that have a name."""

from __future__ import annotations

from briefing.library.searches import Searches
from briefing.model.text import shown_line


class Past:
    """Where the reader is among the earlier searches, as long as nothing else is typed."""

    def __init__(self, searches: Searches) -> None:
        """Begin after the newest of them."""
        recent = [(query, f"recent {at}/{len(searches.recent)}") for at, query in enumerate(searches.recent, 1)]
        named = [(saved.query, f"saved as {shown_line(saved.name)}") for saved in searches.saved]
        self._searches = recent + named
        self._at = -1
        self._is_empty = True

    @property
    def name(self) -> str:
        """What the search is called that the field holds; empty while it holds what was typed."""
        return self._searches[self._at][1] if self._at >= 0 else ""

    def typed(self, words: str) -> None:
        """Take in what the field holds now."""
        self._is_empty = not words
        if self._at >= 0 and words != self._searches[self._at][0]:
            self._at = -1

    def back(self) -> str | None:
        """Give the search before; None where there is none, or where the field holds something that was typed."""
        if not (self._is_empty or self._at >= 0) or self._at + 1 >= len(self._searches):
            return None
        self._at += 1
        return self._searches[self._at][0]

    def leave(self) -> None:
        """Keep what the field holds, as if it had been typed."""
        self._at = -1
