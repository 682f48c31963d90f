"""Dates as their authors state them: imprecise, uncertain, open, and never more exact than written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date, interval or date-time as written, and the days it may mean.

    Follows the Extended Date/Time Format, levels 0 and 1 (ISO 8601-2:2019, annex A).
    """

    text: str
    """What the author wrote."""
    edtf: str | None = None
    """The same in EDTF; None where the text could not be read as a date."""
    start: date | None = None
    """The first day it may mean; None where that is open or unknown."""
    end: date | None = None
    """The last day it may mean; None where that is open or unknown."""
    moment: datetime | None = None
    """The exact time, where one was stated; aware only when an offset was."""
    uncertain: bool = False
    approximate: bool = False
