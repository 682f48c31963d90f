"""Selecting in the text, by the mouse and by the keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.app.caret import Move, column_of
from briefing.app.selection import Selection
from briefing.app.widgets.document_view import DocumentView
from briefing.document.block import Place


class Selecting:
    """Draws the selection of a text. With the keys it has a caret, which is the end that they move."""

    def __init__(self, text: DocumentView, changed: Callable[[], None]) -> None:
        """Select in this text; `changed` is called when another thing is selected."""
        self._text = text
        self._changed = changed
        self._column: int | None = None

    @property
    def selection(self) -> Selection | None:
        """What is selected; None where that is nothing."""
        selection = self._text.marks.selection
        return None if selection is None or selection.is_empty else selection

    @property
    def by_keys(self) -> bool:
        """Whether there is a caret that keys move."""
        return self._text.marks.caret is not None

    def begin(self) -> None:
        """Set the caret at the end of what is selected, else at the beginning of what is being read."""
        block, drawn = self._text.viewport.reading, self.selection
        if drawn is not None:
            self._draw(drawn.origin, drawn.end, keys=True)
        elif block is not None:
            self._draw(Place(block.offset), Place(block.offset), keys=True)

    def extend(self, move: Move, *, keeps_column: bool = False) -> None:
        """Move the caret, and with it the end of what is selected.

        Args:
            move: where it goes.
            keeps_column: whether the caret stays in its column, across rows that are too short for it.
        """
        marks, viewport = self._text.marks, self._text.viewport
        if marks.caret is None or marks.selection is None or viewport.layout is None:
            return
        column = self._column_of(marks.caret) if self._column is None or not keeps_column else self._column
        caret = move(viewport.layout, marks.selection.document, marks.caret, column)
        self._draw(marks.selection.origin, caret, keys=True)
        self._column = column if keeps_column else None
        self._text.reveal(caret)

    def draw(self, origin: Place, to: Place) -> None:
        """Select from one place to another with the mouse."""
        self._draw(origin, to, keys=False)

    def drop(self) -> bool:
        """Select nothing; False when nothing was selected."""
        marks = self._text.marks
        self._text.marks = replace(marks, selection=None, caret=None)
        self._changed()
        return marks.selection is not None

    def _draw(self, origin: Place, to: Place, *, keys: bool) -> None:
        """Show what is selected."""
        document = self._text.viewport.document
        if document is not None:
            selection = Selection.between(document, origin, to)
            self._text.marks = replace(self._text.marks, selection=selection, caret=to if keys else None)
            self._column = None
            self._changed()

    def _column_of(self, caret: Place) -> int:
        """The column that the caret stands in."""
        layout = self._text.viewport.layout
        rows = layout.rows(layout.top_of(caret), 1) if layout else []
        return (column_of(rows[0], caret.char) if rows else None) or 0
