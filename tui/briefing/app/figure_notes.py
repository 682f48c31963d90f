"""What is to be said of a figure besides what its author states: its age, and what is not in order about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.app.aging import SIGN, Aging
from briefing.app.grading import signs_words
from briefing.app.palette import Look
from briefing.app.reading import Reading
from briefing.model.record import record

if TYPE_CHECKING:
    from briefing.review.integrity import Mark


@record
class FigureNotes:
    """Sentences under a figure, and the signs at its edge."""

    age: str = ""
    """How old it is, in words."""
    sentences: tuple[tuple[str, Look], ...] = ()
    """Each with its look."""
    signs: str = ""
    """`!` where something is not in order, and the sign of what is old."""


def figure_notes(reading: Reading, index: int, aging: Aging) -> FigureNotes:
    """Gather what is to be said of a figure, as far as that is known by now."""
    figure = reading.briefing.figures[index]
    as_of = reading.briefing.as_of_for(figure)
    is_old = aging.is_old(as_of)
    marked = reading.integrity[index] if reading.inspection else ()
    signs = ("!" if marked else "") + (SIGN if is_old else "")
    sentences = (*_graded(figure.grade), *_old(is_old, aging), *_marked(marked))
    return FigureNotes(aging.words(as_of), sentences, signs)


def _graded(own: str | None) -> Iterator[tuple[str, Look]]:
    """The grade of the item itself, in words."""
    if own:
        yield f"graded {signs_words(own)}", Look.QUIET


def _old(is_old: bool, aging: Aging) -> Iterator[tuple[str, Look]]:
    """That a figure is older than the reader has set."""
    if is_old:
        yield f"{SIGN} old: more than {aging.after} days", Look.WARNING


def _marked(marks: tuple[Mark, ...]) -> Iterator[tuple[str, Look]]:
    """What is not in order, each with its reason."""
    for mark in marks:
        yield f"! {mark.kind}: {mark.reason}", Look.WARNING
