"""A page over the screen: a document of the program's own, with the keys of the text, and Esc to leave."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from briefing.app.bars import Hint, footer
from briefing.app.commands.command import PANES, registry
from briefing.app.widgets.bar import Bar
from briefing.app.widgets.document_view import DocumentView
from briefing.document.document import Document

_HINTS = (Hint("Esc", "back"), Hint("j k", "line"), Hint("Space b", "page"), Hint("g G", "ends"))


class PageScreen(ModalScreen[None]):
    """Shows a document; the keys that move do so, those that lead out lead back."""

    LEAVE: ClassVar[frozenset[str]] = frozenset({"back", "escape", "help", "show-problems"})
    """The commands whose keys leave the page."""
    PAN: ClassVar[frozenset[str]] = frozenset({"pan-left", "pan-right"})
    """The commands of the text that work here too."""

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

    def action_command(self, name: str) -> None:
        """Move, or leave; the keys of what needs a briefing go to the next command that has them."""
        command = registry()[name]
        if command.contexts == PANES or name in self.PAN:
            command.run(self)  # type: ignore[arg-type]  # a command that moves asks for nothing but the pane
        elif name == "quit":
            self.app.exit()
        elif name in self.LEAVE:
            self.dismiss()
        else:
            raise SkipAction
