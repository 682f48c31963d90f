"""Dates in little room: as short as the list needs them, never more exact than stated."""

from __future__ import annotations

from datetime import date

from briefing.model.dates import StatedDate, shown_date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONGEST = 17
"""Columns that a date may take in the list."""


def short_date(stated: StatedDate | None, today: date) -> str:
    """Give a date for a narrow column: `Jul 8`, in another year `Jul 8, 2024`, `2025 (uncertain)`, or `undated`."""
    if stated is None:
        return "undated"
    if stated.start is None or stated.start != stated.end or stated.uncertain or stated.approximate:
        whole = shown_date(stated)
        return whole if len(whole) <= LONGEST else stated.edtf or stated.text
    day = f"{_MONTHS[stated.start.month - 1]} {stated.start.day}"
    return day if stated.start.year == today.year else f"{day}, {stated.start.year}"
