"""Tables on the full screen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from briefing.app.commands.command import Command, Context
from briefing.app.work import begin
from briefing.document.block import Block, Place

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen

SLICE = 0.004
"""Seconds of gathering a long table between two looks at the keyboard."""


class OpenTable(Command):
    """Show this table on the full screen: its columns have more room, and its head stays in sight."""

    contexts = (Context.TEXT,)
    keys = ("t",)

    @staticmethod
    def available(reader: ReaderScreen) -> bool:
        """Whether a table is on the screen."""
        return _read(reader) is not None

    @staticmethod
    def run(reader: ReaderScreen) -> None:
        """Do it."""
        place = _read(reader)
        if place is not None:
            begin(reader, partial(_open, reader, place), "table")


def _read(reader: ReaderScreen) -> Place | None:
    """The row of a table that is being read: of the first table below the upper third, else of the last one above."""
    rows = reader.text.viewport.rows
    tables = [y for y, row in enumerate(rows) if row.block.table and row.row.pieces]
    y = next((y for y in tables if y >= len(rows) // 3), tables[-1] if tables else None)
    if y is None:
        return None
    offset = rows[y].block.offset
    first = next(row for row in rows if row.block.offset == offset and row.row.pieces)
    return Place(offset, first.row.pieces[0].start)


async def _open(reader: ReaderScreen, place: Place) -> None:
    """Gather the pieces of the table, then show it."""
    from briefing.app.screens.table import TableScreen  # noqa: PLC0415  pages import commands
    from briefing.document.table_document import (  # noqa: PLC0415  the same
        TableDocument,
        earlier_pieces,
        later_pieces,
    )

    document = reader.text.viewport.document
    if document is None:
        return
    piece = document.block(place.block)
    before = await _gathered(earlier_pieces(document, piece))
    after = await _gathered(later_pieces(document, piece))
    marks = replace(reader.text.marks, selection=None, caret=None)
    await reader.app.push_screen(TableScreen(TableDocument([*before[::-1], piece, *after]), place, marks))


async def _gathered(pieces: Iterator[Block]) -> list[Block]:
    """All of these blocks, parsed in slices."""
    found: list[Block] = []
    begun = perf_counter()
    for piece in pieces:
        found.append(piece)
        if perf_counter() - begun > SLICE:
            await asyncio.sleep(0.001)
            begun = perf_counter()
    return found
