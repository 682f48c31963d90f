"""Dates in little room: as short as the list needs them, never more exact than stated."""

from __future__ import annotations

from datetime import date

from briefing.model.dates import StatedDate, shown_date
from briefing.model.text import shown_line

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONGEST = 10
"""Columns within which an imprecise date is shown as its author wrote it."""


def short_date(stated: StatedDate | None, today: date) -> str:
    """Give a date for a narrow column: `Jul 8`, in another year `Jul 8, 2024`, as written `2025?`, or `undated`."""
    if stated is None:
        return "undated"
    if stated.start is None or stated.start != stated.end or stated.uncertain or stated.approximate:
        return shown_line(stated.text) if len(stated.text) <= LONGEST else shown_date(stated)
    day = f"{_MONTHS[stated.start.month - 1]} {stated.start.day}"
    return day if stated.start.year == today.year else f"{day}, {stated.start.year}"
