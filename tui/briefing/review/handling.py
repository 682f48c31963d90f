"""What a briefing says about who may see it, and until when: labels, not protection."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate, shown_date
from briefing.model.handling import Handling
from briefing.model.record import record
from briefing.model.vocabulary import TLP

_EASTMOST = timedelta(hours=14)
_WESTMOST = timedelta(hours=-12)
"""The time zones in which a day begins first and last."""


@record
class Label:
    """One handling label."""

    field: str
    """The field of the front matter that it comes from."""
    text: str
    """As it is written out: `TLP:GREEN`."""
    meaning: str = ""
    """What its standard says about it, where it is of one."""


def labels(briefing: Briefing, today: date) -> tuple[Label, ...]:
    """Give the handling labels that hold on a day. A briefing without one has none: that is no permission."""
    return labels_of(handling_of(briefing), today)


def handling_of(briefing: Briefing) -> Handling:
    """Give what a briefing says about its handling."""
    return Handling(briefing.tlp, briefing.classification, briefing.embargo)


def labels_of(handling: Handling, today: date) -> tuple[Label, ...]:
    """Give the handling labels that follow from what a briefing says."""
    found = []
    if handling.tlp:
        name = handling.tlp.strip().upper().removeprefix("TLP:").strip()
        meaning = TLP.get(name, "")
        found.append(Label("tlp", f"TLP:{name}" if meaning else handling.tlp, meaning))
    if handling.classification:
        found.append(Label("classification", handling.classification))
    if handling.embargo and _may_hold(handling.embargo, today):
        until = "EMBARGOED UNTIL" if handling.embargo.edtf else "EMBARGO:"
        found.append(Label("embargo", f"{until} {shown_date(handling.embargo)}"))
    return tuple(found)


def _may_hold(embargo: StatedDate, today: date) -> bool:
    """Whether an embargo may still hold somewhere on this day. One that cannot be read as a date is taken to hold."""
    if embargo.moment is not None:
        return today.toordinal() <= _last_day(embargo.moment)
    return embargo.end is None or today <= embargo.end


def _last_day(moment: datetime) -> int:
    """The last day on which a moment may come where the reader is, as an ordinal: dates near year 9999 overflow."""
    offset = moment.utcoffset()
    behind = _WESTMOST if offset is None else offset
    minutes = moment.hour * 60 + moment.minute + (_EASTMOST - behind) // timedelta(minutes=1)
    return moment.toordinal() + minutes // (24 * 60)
