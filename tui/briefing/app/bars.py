"""What the header and the footer say, fitted to the width there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.app.paint import Ink, fitted, ink, right
from briefing.app.palette import Look

GAP = 3
"""Columns between two keys of the footer."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Where:
    """What the header says: which library, which section, how far, and how the briefing must be handled."""

    library: str = ""
    count: str = ""
    section: str = ""
    progress: str = ""
    label: str = ""


def header(where: Where, width: int) -> list[Ink]:
    """Lay the header out: the library at the left, the section in the middle, the label at the right."""
    label = [right(width - 1, where.label, _label_look(where.label))] if where.label else []
    edge = label[0].x - 2 if label else width - 1
    inks: list[Ink] = []
    x = 1
    if where.library and width >= 100:
        inks += [fitted(x, where.library, 40, Look.LIT)]
        x += inks[0].cells
        inks += [ink(x, where.count, Look.QUIET)] if where.count else []
        x += inks[-1].cells + 3 if where.count else 3
    tail = f"   {where.progress}" if where.progress else ""
    name = fitted(0, where.section, max(0, edge - x - len(tail)), Look.QUIET)
    start = max(x, (width - name.cells - len(tail)) // 2) if inks else x
    start = min(start, max(x, edge - name.cells - len(tail)))
    inks += [Ink(start, name.text, name.cells, name.roles), ink(start + name.cells, tail, Look.QUIET)]
    return [*inks, *label]


def _label_look(label: str) -> Look:
    """The look of a handling label; its words say what it is."""
    return Look.NEW if label in {"TLP:GREEN", "TLP:CLEAR"} else Look.ERROR if label == "TLP:RED" else Look.WARNING


def footer(hints: Sequence[Hint], notes: Iterable[Ink], width: int) -> list[Ink]:
    """Lay the footer out: keys from the left, notes at the right; the last key stays when there is little room."""
    tail: list[Ink] = []
    edge = width - 1
    for note in reversed(list(notes)):
        if edge - note.cells > width // 3:
            tail.insert(0, Ink(edge - note.cells, note.text, note.cells, note.roles))
            edge -= note.cells + GAP
    inks: list[Ink] = []
    x = 1
    last = len(hints) - 1
    reserved = _cells(hints[last]) + GAP if hints else 0
    for index, hint in enumerate(hints):
        if x + _cells(hint) + (reserved if index < last else 0) <= edge + 1:
            inks += [ink(x, hint.key, Look.ACCENT), ink(x + len(hint.key) + 1, hint.label, Look.QUIET)]
            x += _cells(hint) + GAP
    return [*inks, *tail]


def _cells(hint: Hint) -> int:
    """The columns a hint takes."""
    return len(hint.key) + 1 + len(hint.label)
