"""What stands left of a block's text: the bars of quotes, the signs of items, and the columns they take."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.block import Container, ContainerKind, Role
from briefing.document.row import Ornament
from briefing.document.width import cell_width
from briefing.model.record import record

LEAST_TEXT = 32
"""Columns that are left for the text however deep it stands, or half of them; deeper levels add no indent."""

BAR = "▎"
_BARRED = {ContainerKind.QUOTE: Role.QUOTE, ContainerKind.ALERT: Role.ALERT}
_NUMBER_COLUMNS = 4
_NOTE_COLUMNS = 5


@record
class Margin:
    """The left side of a block."""

    columns: int
    """Where the text begins; 0 where the margin is at the right."""
    every: tuple[Ornament, ...] = ()
    """Signs beside each row of the block."""
    opening: tuple[Ornament, ...] = ()
    """Signs beside the first row."""
    above: tuple[Ornament, ...] = ()
    """Signs beside the blank rows above."""
    heading: tuple[Ornament, ...] = ()
    """Signs too long to stand beside the first row, which have a row above it."""


def container_columns(container: Container) -> int:
    """The columns that one level of nesting takes."""
    marker = container.marker
    if container.kind is ContainerKind.ITEM and marker != "•" and marker[:1].isdigit():
        return max(_NUMBER_COLUMNS, len(marker) + 1)
    return _NOTE_COLUMNS if container.kind is ContainerKind.NOTE else 2


def has_heading(containers: Sequence[Container]) -> bool:
    """Whether a footnote's label needs a row of its own."""
    return any(one.kind is ContainerKind.NOTE and one.opens and _is_long(one) for one in containers)


def _is_long(note: Container) -> bool:
    """Whether a footnote's label does not fit beside its text."""
    return cell_width(note.marker) + 2 >= _NOTE_COLUMNS


def _most_columns(width: int) -> int:
    """How many columns the levels of nesting may take."""
    return max(width // 2, width - LEAST_TEXT)


def text_column(containers: Sequence[Container], width: int) -> int:
    """The column that the text of a block begins in."""
    x = 0
    for container in containers:
        x += container_columns(container)
    return x if x <= _most_columns(width) else margin_of(containers, width).columns


def margin_of(containers: Sequence[Container], width: int) -> Margin:
    """Lay the levels of nesting out from left to right, as far as there is room."""
    every: list[Ornament] = []
    opening: list[Ornament] = []
    heading: list[Ornament] = []
    above: list[Ornament] = []
    x, limit = 0, _most_columns(width)
    hidden: Container | None = None  # the innermost item sign there was no room for
    new = False  # whether a level further out begins with this block
    for container in containers:
        columns = container_columns(container)
        new = new or container.opens
        if has_heading((container,)):
            heading.append(_sign(container, x, columns))
        if x + columns > limit:
            if container.opens and container.kind is ContainerKind.ITEM:
                hidden = container
            continue
        if role := _BARRED.get(container.kind):
            bar = Ornament(x, BAR, role)
            every.append(bar)
            if not new:
                above.append(bar)
        elif container.opens and container.marker and not has_heading((container,)):
            opening.append(_sign(container, x, columns))
        x += columns
    if hidden is not None:
        columns = cell_width(hidden.marker) + 1
        opening.append(_sign(hidden, x, columns))
        x += columns
    return Margin(x, tuple(every), tuple(opening), tuple(above), tuple(heading))


def mirrored(margin: Margin, width: int) -> Margin:
    """The same margin at the right edge, for a text that is set from there."""

    def at_right(signs: tuple[Ornament, ...]) -> tuple[Ornament, ...]:
        """The signs, each as far from the right edge as it was from the left."""
        return tuple(Ornament(width - sign.x - cell_width(sign.text), sign.text, sign.role) for sign in signs)

    signs = (at_right(signs) for signs in (margin.every, margin.opening, margin.above, margin.heading))
    return Margin(0, *signs)


def _sign(container: Container, x: int, columns: int) -> Ornament:
    """The sign of an item or note, numbers aligned at their point."""
    marker = container.marker
    if container.kind is ContainerKind.NOTE:
        return Ornament(x, f"[{marker}]", Role.FOOTNOTE)
    return Ornament(x + columns - 1 - cell_width(marker), marker, Role.MARKER)
