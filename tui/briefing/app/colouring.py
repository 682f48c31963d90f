"""The colours of code: found by another process while the reader rests, and kept for as long as the text is open."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.app.marks import Mark
from briefing.app.work import begin
from briefing.document.block import Block, BlockKind, Role
from briefing.document.layout import PlacedRow
from briefing.model.pattern import pattern

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing.app.lexing import Coloured
    from briefing.app.widgets.document_view import DocumentView

REST = 0.15
"""Seconds without a movement after which colours are looked for."""
PATIENCE = 2.0
"""Seconds that the process may take; code that takes longer stays plain."""
MOST = 64 * 1024
"""Characters of code that are coloured at once."""

_COMMAND = ("-P", "-m", "briefing.app.lexing")
"""With -P nothing in the current folder is taken for a part of the program."""

_FENCE = pattern(r"[ \t>*+.):0-9-]{0,200}(?:`{3}|~{3})")
_PLAIN = frozenset({"text", "txt", "plain", "plaintext"})


class Colouring:
    """Owns the colours of the code in one view. Code is shown plain until they are known."""

    def __init__(self, view: DocumentView) -> None:
        """Colour the code that this view shows."""
        self._view = view
        self._marks: dict[int, list[Mark]] = {}
        self._timer: Timer | None = None

    def forget(self) -> None:
        """Begin with another text."""
        self._marks = {}

    def of(self, row: PlacedRow) -> Sequence[Mark]:
        """The coloured parts of a row."""
        marks = self._marks.get(row.block.offset) if row.block.kind is BlockKind.CODE else None
        if not marks or not row.row.pieces:
            return ()
        first, last = row.row.pieces[0].start, row.row.pieces[-1].end
        start = bisect_left(marks, first, key=lambda mark: mark[1])
        return marks[start : bisect_left(marks, last, key=lambda mark: mark[0])]

    def soon(self) -> None:
        """Look for the colours of what is on the screen, once the reader rests."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if next(self._wanted(), None) is not None:
            self._timer = self._view.set_timer(REST, lambda: begin(self._view, self._colour, "colours"))

    def _wanted(self) -> Iterator[Block]:
        """The blocks of code on the screen whose colours are not known.

        Of code that was cut, only the first piece: what a later one begins inside of is not known.
        """
        document = self._view.viewport.document
        for block in self._view.viewport.blocks if document else ():
            if block.kind is not BlockKind.CODE or block.offset in self._marks or not _language(block):
                continue
            if document and _FENCE.match(document.text, block.offset):
                yield block

    async def _colour(self) -> None:
        """Find the colours of the code on the screen, and draw it again."""
        document, room = self._view.viewport.document, MOST
        blocks: list[Block] = []
        for block in list(self._wanted()):
            self._marks[block.offset] = []
            if len(block.text) <= room:
                blocks.append(block)
                room -= len(block.text)
        found = await _answer([(_language(block), block.text) for block in blocks]) if blocks else []
        if document is self._view.viewport.document:
            for block, parts in zip(blocks, found, strict=False):
                self._marks[block.offset] = [(start, end, Role(role)) for start, end, role in parts]
            self._view.refresh()


def _language(block: Block) -> str:
    """The name of a block's language; empty where it has none to colour. Quarto writes it in braces."""
    name = block.language.strip("{}.").lower()
    return "" if name in _PLAIN else name


async def _answer(asked: list[tuple[str, str]]) -> list[list[Coloured]]:
    """Ask a process for the colours; nothing where it takes too long or cannot be started: code is readable plain.

    It is waited for in a thread, which sees it end even where nobody waits for the answer any more.
    """
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    try:
        process = subprocess.Popen((sys.executable, *_COMMAND), stdin=pipe, stdout=pipe, stderr=nothing)  # noqa: S603  our own
    except OSError:
        return []
    try:
        output = await asyncio.to_thread(_talk, process, json.dumps(asked).encode("ascii"))
    finally:
        process.kill()
    return json.loads(output) if process.returncode == 0 else []


def _talk(process: subprocess.Popen[bytes], question: bytes) -> bytes:
    """Put a question to a process, and give what it says until it ends; nothing where that takes too long."""
    with process:
        try:
            return process.communicate(question, PATIENCE)[0]
        except subprocess.TimeoutExpired:
            process.kill()
            return b""
