"""Which figures a query asks for: those that its `figure:` parts name, where it has any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from briefing.library.fold import words
from briefing.library.query_tree import And, CompareFigure, Node, Or, Sign
from briefing.model.figure import Figure
from briefing.model.quantity import Interval


def chosen(tree: Node | None) -> Callable[[Figure], bool]:
    """Give what tells the figures that a query asks for: all, or those that one of its `figure:` parts means."""
    asked = tuple(_figures(tree)) if tree else ()
    return lambda figure: not asked or any(_answers(figure, one) for one in asked)


def _figures(tree: Node) -> Iterator[CompareFigure]:
    """The `figure:` parts of a query that must or may hold."""
    if isinstance(tree, CompareFigure):
        yield tree
    elif isinstance(tree, And | Or):
        for part in tree.parts:
            yield from _figures(part)


def _answers(figure: Figure, asked: CompareFigure) -> bool:
    """Whether label, unit and track of a figure have the words, and its amount compares so."""
    said = " ".join(words("\n".join(part for part in (figure.label, figure.unit, figure.track) if part)))
    sought = f" {' '.join(asked.words)}" + ("" if asked.prefix else " ")
    if asked.words and sought not in f" {said} ":
        return False
    if asked.sign is None or asked.number is None:
        return True
    return figure.value is not None and _compares(figure.value, asked.sign, asked.number, possible=asked.possible)


def _compares(value: Interval, sign: Sign, bound: Decimal, *, possible: bool) -> bool:
    """Whether every number of an interval compares so, or with `possible` some number."""
    if sign in (Sign.UNDER, Sign.UP_TO):
        upside_down = Interval(_negative(value.high), _negative(value.low), value.high_open, value.low_open)
        mirrored = Sign.OVER if sign is Sign.UNDER else Sign.FROM
        return _reaches(upside_down, mirrored, -bound, approximate=value.approximate, possible=possible)
    return _reaches(value, sign, bound, approximate=value.approximate, possible=possible)


def _reaches(value: Interval, sign: Sign, bound: Decimal, *, approximate: bool, possible: bool) -> bool:
    """The same for the two signs that ask for more."""
    if possible:
        end, is_open = value.high, value.high_open
        return end is None or end > bound or (sign is Sign.FROM and end == bound and not is_open)
    start, is_open = value.low, value.low_open
    if approximate or start is None:
        return False
    return start > bound or (start == bound and (sign is Sign.FROM or is_open))


def _negative(end: Decimal | None) -> Decimal | None:
    """A bound on the other side of zero."""
    return None if end is None else -end
