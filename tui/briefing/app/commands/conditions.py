"""What several commands need before they can be run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen


def has_text(reader: ReaderScreen) -> bool:
    """Whether a text is open."""
    return reader.desk.reading is not None


def has_hits(reader: ReaderScreen) -> bool:
    """Whether words are being looked for in the text."""
    return reader.desk.finder is not None


def has_library(reader: ReaderScreen) -> bool:
    """Whether there is a library."""
    return reader.browsing is not None


def lists_library(reader: ReaderScreen) -> bool:
    """Whether the library is listed, and not what a search has found."""
    return reader.browsing is not None and not reader.browsing.searched
