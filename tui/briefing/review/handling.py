"""What a briefing says about who may see it, and until when: labels, not protection."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate, shown_date
from briefing.model.vocabulary import TLP

_EASTMOST = timedelta(hours=14)
_WESTMOST = timedelta(hours=-12)
"""The time zones in which a day begins first and last."""


def handling_label(briefing: Briefing) -> str:
    """Give the short form for a header: `TLP:GREEN`, the classification, or nothing when the briefing has no label."""
    labels = (_tlp_label(briefing.tlp) if briefing.tlp else None, briefing.classification)
    return " \u00b7 ".join(label for label in labels if label)


def banners(briefing: Briefing, today: date) -> tuple[tuple[str, str], ...]:
    """Give the handling labels as sentences, each with the field that it comes from. Without a label there are none."""
    found = []
    if briefing.tlp:
        name = _tlp_name(briefing.tlp)
        meaning = f" \u00b7 {TLP[name]}" if name in TLP else ""
        found.append(("tlp", _tlp_label(briefing.tlp) + meaning))
    if briefing.classification:
        found.append(("classification", briefing.classification))
    if briefing.embargo and _may_hold(briefing.embargo, today):
        found.append(("embargo", f"EMBARGOED UNTIL {shown_date(briefing.embargo)}"))
    return tuple(found)


def _tlp_name(label: str) -> str:
    """The name of a label without the prefix."""
    return label.strip().upper().removeprefix("TLP:").strip()


def _tlp_label(label: str) -> str:
    """The label as it is written out; one that is not of the protocol stays as it is."""
    name = _tlp_name(label)
    return f"TLP:{name}" if name in TLP else label


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
