"""Dates as they are stated: EDTF, or what people write; what could mean two days is refused, never guessed."""

from __future__ import annotations

from briefing.format.wording import clipped
from briefing.model.dates import StatedDate, from_edtf
from briefing.model.edtf import NoSuchDay
from briefing.model.record import record

_LONGEST = 120
"""A longer text is no date."""


@record
class Refused:
    """Why a text is not read as a date, and what to write."""

    code: str
    """`date-ambiguous` or `date-invalid`."""
    message: str


def stated_date(text: str, *, month_first: bool = False) -> StatedDate:
    """Read a date; where it cannot be read, it is what was written and nothing more."""
    return read_date(text, month_first=month_first)[0]


def read_date(text: str, *, month_first: bool = False) -> tuple[StatedDate, Refused | None]:
    """Read a date, or say why not.

    Args:
        text: EDTF of levels 0 and 1, or one of the ways in which people write dates in English and in figures.
        month_first: whether `05/12/2025` is known to be 12 May, as where a tool always writes it so.
    """
    written = text.strip()
    try:
        if len(written) <= _LONGEST and (stated := from_edtf(written, written)):
            return stated, None
    except NoSuchDay as fault:
        return StatedDate(written), Refused("date-invalid", f"{written}: {fault}")
    return _read_written(written, month_first=month_first)


def _read_written(written: str, *, month_first: bool) -> tuple[StatedDate, Refused | None]:
    """Read a date that is no EDTF."""
    from briefing.format.written_dates import SUGGESTION, Ambiguous, to_edtf  # noqa: PLC0415  most dates are EDTF

    may_be = len(written) <= _LONGEST and any(sign.isdigit() for sign in written)
    try:
        edtf = to_edtf(written, month_first=month_first) if may_be else None
        if edtf and (stated := from_edtf(written, edtf)):
            return stated, None
    except NoSuchDay as fault:
        return StatedDate(written), Refused("date-invalid", f"{written}: {fault}")
    except Ambiguous as refusal:
        return StatedDate(written), Refused("date-ambiguous", str(refusal))
    return StatedDate(written), Refused("date-invalid", f'"{clipped(written)}" is not a date; {SUGGESTION}')
