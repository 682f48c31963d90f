"""Rows: what stands on one line of the screen, as ranges of a block's text and signs drawn around them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.document.block import Role


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the block's text, drawn from a cell column on."""

    x: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ornament:
    """A sign that is not part of the text: a bullet, a bar, the line of a table."""

    x: int
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the screen. Between pieces and ornaments there is blank space."""

    pieces: tuple[Piece, ...] = ()
    ornaments: tuple[Ornament, ...] = ()
    role: Role | None = None
    """The role of the whole row, under those of the spans: a heading, a code block."""
