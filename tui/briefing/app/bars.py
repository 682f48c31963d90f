"""What the header and the footer say, fitted to the width there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look
from briefing.model.record import record

GAP = 3
"""Columns between two things in a bar."""
WIDE = 100
"""Columns from which the header names library and section."""


@record
class Hint:
    """A key and what it does."""

    key: str
    label: str
    stays: bool = False
    """Whether it is shown however little room there is."""


@record
class Where:
    """What the header says: which library, which section, how far, and how the briefing must be handled."""

    library: str = ""
    count: str = ""
    section: str = ""
    progress: str = ""
    label: str = ""


def header(where: Where, width: int) -> list[Ink]:
    """Lay the header out: the library at the left, the section in the middle, the label at the right.

    In a narrow window the section, when there is one, takes the place of the library.
    """
    label = [right(width - 1, where.label, label_look(where.label))] if where.label else []
    edge = label[0].x - 2 if label else width - 1
    left = _library(where, edge - 1) if where.library and (width >= WIDE or not where.section) else []
    start = left[-1].x + left[-1].cells + GAP if left else 1
    return [*left, *_section(where, start, edge, width), *label]


def _library(where: Where, room: int) -> list[Ink]:
    """The library's name and how much is in it."""
    name = fitted(1, where.library, min(40, room - len(where.count)), Look.LIT)
    return [name, ink(1 + name.cells, where.count, Look.QUIET)]


def _section(where: Where, start: int, edge: int, width: int) -> list[Ink]:
    """The section and how far the reader is, in the middle of the window where nothing stands at the left."""
    tail = f"   {where.progress}" if where.progress else ""
    name = fitted(0, where.section, max(0, edge - start - len(tail)), Look.QUIET)
    middle = (width - name.cells - len(tail)) // 2 if start > 1 else start
    x = min(max(start, middle), max(start, edge - name.cells - len(tail)))
    return [Ink(x, name.text, name.cells, name.roles), ink(x + name.cells, tail, Look.QUIET)]


def label_look(label: str) -> Look:
    """The look of a handling label; its words say what it is."""
    return Look.NEW if label in {"TLP:GREEN", "TLP:CLEAR"} else Look.ERROR if label == "TLP:RED" else Look.WARNING


def footer(hints: Sequence[Hint], notes: Sequence[Ink], width: int) -> list[Ink]:
    """Lay the footer out: keys from the left, notes at the right, the last note at the very edge.

    Where there is too little room, hints and notes are left out by their rank: hints that must stay, then the notes,
    the last first, then the other hints in their order.
    """
    room = width - 2
    kept: set[int] = set()
    noted: list[Ink] = []
    for index, hint in enumerate(hints):
        if hint.stays:
            kept.add(index)
            room -= _cells(hint) + GAP
    for note in reversed(notes):
        if note.cells <= room:
            noted.insert(0, note)
            room -= note.cells + GAP
    for index, hint in enumerate(hints):
        if index not in kept and _cells(hint) <= room:
            kept.add(index)
            room -= _cells(hint) + GAP
    return [*_hint_inks([hints[index] for index in sorted(kept)]), *_note_inks(noted, width - 1)]


def _hint_inks(hints: Iterable[Hint]) -> Iterator[Ink]:
    """Keys with what they do, from the left."""
    x = 1
    for hint in hints:
        yield ink(x, hint.key, Look.ACCENT)
        yield ink(x + len(hint.key) + 1, hint.label, Look.QUIET)
        x += _cells(hint) + GAP


def _note_inks(notes: Sequence[Ink], edge: int) -> Iterator[Ink]:
    """Notes beside each other, ending before a column."""
    for note in reversed(notes):
        edge -= note.cells
        yield Ink(edge, note.text, note.cells, note.roles)
        edge -= GAP


def _cells(hint: Hint) -> int:
    """The columns a hint takes."""
    return len(hint.key) + 1 + len(hint.label)
