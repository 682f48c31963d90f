"""What has changed in the open briefing since it was read, in signs and in words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from briefing.app.marks import CHANGED, NEW, TAKEN_OUT
from briefing.app.reading import Reading
from briefing.library.changes import Change, Changes, changes
from briefing.library.edition import Edition
from briefing.model.counting import counted
from briefing.model.dates import StatedDate, shown_date, shown_day
from briefing.model.record import record

_SIGNS = {Change.NEW: NEW, Change.CHANGED: CHANGED, Change.BEFORE: TAKEN_OUT, Change.AFTER: TAKEN_OUT}


@record
class Before:
    """How a briefing stood before, for its reader."""

    edition: Edition
    at: datetime | None
    """When; None for a moment ago, in this very sitting."""
    was_read: bool
    """Whether it was read to its end then; else it was only seen."""


@record
class Since:
    """What has changed since then."""

    before: Before
    changes: Changes
    file_day: date | None
    """The day on which the file changed last; None where that is not known."""

    @property
    def signs(self) -> Mapping[int, str]:
        """The sign of each block that has changed, by its offset, in reading order."""
        return MappingProxyType({offset: _SIGNS[change] for offset, change in self.changes.paragraphs})

    def sections(self, starts: Sequence[int]) -> frozenset[int]:
        """The indexes of the sections in which something has changed; they begin at these offsets."""
        places = (bisect_right(starts, offset) - 1 for offset, _ in self.changes.paragraphs)
        return frozenset(place for place in places if place >= 0)

    def said(self, updated: StatedDate | None) -> Iterator[str]:
        """Say since when, how much has changed, what is gone, and when the file and its author say it was changed."""
        verb = "read it" if self.before.was_read else "opened it"
        yield f"since you {verb}" + (f" on {shown_day(self.before.at.astimezone().date())}" if self.before.at else "")
        yield from _paragraphs(self.changes)
        yield from _figures(self.changes)
        file = f"The file changed on {shown_day(self.file_day)}; its" if self.file_day else "Its"
        yield f"{file} author {f'dates the last update {shown_date(updated)}' if updated else 'states no update'}."


def _paragraphs(told: Changes) -> Iterator[str]:
    """Say how many paragraphs have changed, each kind by its sign; that none has, or that it is not known, is said."""
    for change, what in ((Change.CHANGED, "changed"), (Change.NEW, "new")):
        if count := told.count(change):
            yield f"{_SIGNS[change]} {counted(count, 'paragraph')} {what}"
    if count := told.count(Change.BEFORE) + told.count(Change.AFTER):
        yield f"{TAKEN_OUT} taken out in {counted(count, 'place')}"
    if not told.are_known:
        yield "Which paragraphs is not known: the text is too long for each to be remembered."
    elif not told.paragraphs:
        yield "No paragraph reads otherwise."


def _figures(told: Changes) -> Iterator[str]:
    """Say how many figures read otherwise, and which are gone."""
    counted = (
        (sum(1 for before in told.figures if before), "changed"),
        (sum(1 for before in told.figures if before == ""), "new"),
        (len(told.figures_gone), "gone"),
    )
    said = ", ".join(f"{count:,} {what}" for count, what in counted if count)
    if said:
        yield f"figures: {said}"
    yield from (f"gone: {phrase}" for phrase in told.figures_gone)


def compared(reading: Reading, before: Before | None, file_day: date | None) -> Reading:
    """The same with what has changed since then; as it is where nothing has, or nothing is known of it."""
    if before is None or reading.edition is None or before.edition == reading.edition:
        return reading
    found = changes(before.edition, reading.edition, reading.document)
    since = Since(before, found, file_day)
    return Reading(reading.briefing, reading.document, reading.inspection, reading.edition, since)
