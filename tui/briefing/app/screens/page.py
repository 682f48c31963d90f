"""A page over the screen: a title, a text that scrolls, and Esc to leave."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class PageScreen(ModalScreen[None]):
    """Shows a text of the program's own; the keys that move in the text move here too."""

    BINDINGS = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown,d", "scroll(12)", show=False),
        Binding("b,pageup,u", "scroll(-12)", show=False),
        Binding("g,home", "scroll(-100000)", show=False),
        Binding("G,end", "scroll(100000)", show=False),
        Binding("Q,ctrl+q", "app.quit", show=False),
    ]
    DEFAULT_CSS = """
    PageScreen { align: center middle; background: $background 60%; }
    PageScreen #page { width: 92%; max-width: 110; height: 90%; background: $surface; padding: 1 2; }
    PageScreen #title { text-style: bold; color: $foreground; background: $surface; height: 2; }
    PageScreen #text { height: 1fr; scrollbar-size-vertical: 1; background: $surface; }
    PageScreen #foot { height: 1; color: $foreground 70%; background: $surface; }
    """

    def __init__(self, title: str, lines: Sequence[Content]) -> None:
        """Make a page of these lines."""
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        from textual.containers import Vertical  # noqa: PLC0415  only a page needs it

        with Vertical(id="page"):
            yield Static(Content(self._title), id="title")
            with VerticalScroll(id="text"):
                yield Static(Content("\n").join(self._lines))
            yield Static(Content("Esc back   j k Space b move"), id="foot")

    def action_scroll(self, rows: int) -> None:
        """Scroll by so many rows."""
        self.query_one("#text", VerticalScroll).scroll_relative(y=rows, animate=False)
