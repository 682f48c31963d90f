"""The field at the foot of the screen: what is typed to find in the text, to narrow the list, to search the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Input, Static

from briefing.app.commands.command import Context, bindings
from briefing.document.width import cell_width
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.library.query_tree import Mistake


class Query(Input, inherit_bindings=True):
    """A line of typing; the arrows and Enter belong to what it finds."""

    BINDINGS = bindings(Context.FIELD)

    def replace(self, text: str, start: int, end: int) -> None:
        """Take typed or pasted text as it will be shown: the columns of the line are counted from what is in it."""
        super().replace(shown_line(text), start, end)

    def column_of(self, place: int) -> int:
        """The column of the screen in which the character at a place of the line stands, inside the line's room."""
        room = self.content_region
        column = room.x + cell_width(self.value[:place]) - self.scroll_offset.x
        return min(max(column, room.x), max(room.x, room.right - 1))

    def on_resize(self) -> None:
        """Keep in sight where is typed, when what is said beside the line takes room from it."""
        column = self.cursor_screen_offset.x - self.content_region.x + self.scroll_offset.x
        self.scroll_to_region(Region(column, 0, 1, 1), force=True, animate=False)


class Field(Vertical):
    """A prompt, a line of typing, and what came of it; under the line, while there is one, the mistake in it."""

    DEFAULT_CSS = """
    Field { height: auto; }
    Field #line { height: 1; }
    Field Static { width: auto; padding: 0 1; color: $foreground; }
    Field #prompt { text-style: bold; }
    Field #result { max-width: 40%; height: 1; }
    Field #mistake { width: 1fr; height: auto; padding: 0; color: $text-error; text-style: bold; }
    Field Query { width: 1fr; height: 1; border: none; padding: 0; background: $panel; color: $foreground; }
    Field Query:focus { border: none; background-tint: transparent; }
    """

    @dataclass
    class Typed(Message):
        """The words in the field have changed."""

        words: str

    def __init__(self, *, id: str) -> None:  # noqa: A002  the name Textual gives it
        """Make a field that is not shown."""
        super().__init__(id=id)
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay the parts out."""
        with Horizontal(id="line"):
            yield Static(id="prompt", markup=False)
            yield Query(id="query", select_on_focus=False, compact=True)
            yield Static(id="result", markup=False)
        yield Static(id="mistake", markup=False)

    @property
    def query_line(self) -> Query:
        """The line of typing."""
        return self.query_one(Query)

    def open(self, prompt: str, words: str = "") -> None:
        """Show the field with this prompt and these words, and take the keys at once."""
        self.query_one("#prompt", Static).update(Content(prompt))
        self.say("")
        line = self.query_line
        with line.prevent(Input.Changed):
            line.value = words
        line.cursor_position = len(words)
        self.display = True
        self.screen.set_focus(line)

    def fill(self, words: str) -> None:
        """Put words into the line as if they were typed."""
        line = self.query_line
        line.value = words
        line.cursor_position = len(words)

    def close(self) -> None:
        """Hide the field; who opened it moves the focus."""
        self.display = False

    def say(self, result: str, mistake: Mistake | None = None) -> None:
        """Show what came of the words, and what is wrong with them under the place where it is."""
        self.query_one("#result", Static).update(Content(result))
        under = self.query_one("#mistake", Static)
        under.display = mistake is not None
        if mistake is not None:
            line = self.query_line
            start, end = line.column_of(mistake.start), line.column_of(max(mistake.end, mistake.start + 1))
            under.update(Content(pointed(shown_line(mistake.message), start, max(1, end - start), self.size.width)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed."""
        event.stop()
        self.post_message(self.Typed(event.value))


def pointed(message: str, start: int, length: int, width: int) -> str:
    """Point to some columns of the row above, with a message beside the sign where there is room, else below it."""
    sign = "^" * length
    if start + length + 1 + cell_width(message) <= width:
        return f"{' ' * start}{sign} {message}"
    if cell_width(message) < start:
        return f"{' ' * (start - 1 - cell_width(message))}{message} {sign}"
    return f"{' ' * start}{sign}\n {message}"
