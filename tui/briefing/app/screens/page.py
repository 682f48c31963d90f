"""A page over the screen: a document of the program's own, with the keys of the text, and Esc to leave."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from briefing.app.bars import Hint, footer
from briefing.app.screens.overlay import Overlay
from briefing.app.widgets.bar import Bar
from briefing.app.widgets.document_view import DocumentView
from briefing.document.document import Document

_HINTS = (Hint("Esc", "back"), Hint("j k", "line"), Hint("Space b", "page"), Hint("g G", "ends"))


class PageScreen(Overlay):
    """Shows a document; the keys that move do so, those that lead out lead back."""

    LEAVE: ClassVar[frozenset[str]] = frozenset({"back", "escape", "help", "show-problems"})
    MOVES: ClassVar[frozenset[str]] = frozenset({"pan-left", "pan-right"})
    DEFAULT_CSS = """
    PageScreen { background: $background; }
    """

    def __init__(self, document: Document) -> None:
        """Make a page of this document."""
        super().__init__()
        self._document = document
        self.pane = DocumentView(id="page-text")

    @property
    def text(self) -> DocumentView:
        """The pane, as the commands of the text call it."""
        return self.pane

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with Vertical(id="page"):
            yield self.pane
            yield Bar(lambda width: footer(_HINTS, (), width), id="page-foot")

    def on_mount(self) -> None:
        """Show the document and take the keys."""
        self.pane.show(self._document)
        self.set_focus(self.pane)

    @on(DocumentView.Moved)
    @on(DocumentView.Settled)
    def _nothing_follows(self) -> None:
        """Nothing follows from where the reader is on a page."""
