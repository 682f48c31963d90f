"""Rows: what stands on one line of the screen, as ranges of a block's text and signs drawn around them."""

from __future__ import annotations

from briefing.document.block import Role
from briefing.model.record import record


@record
class Piece:
    """Characters of the block's text, drawn from a cell column on."""

    x: int
    start: int
    end: int


@record
class Ornament:
    """A sign that is not part of the text: a bullet, a bar, the line of a table."""

    x: int
    text: str
    role: Role


@record
class Row:
    """One line of the screen. Between pieces and ornaments there is blank space."""

    pieces: tuple[Piece, ...] = ()
    ornaments: tuple[Ornament, ...] = ()
    role: Role | None = None
    """The role of the whole row, under those of the spans: a heading, a code block."""
