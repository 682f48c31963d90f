"""The fields of a briefing that say who may see it, and until when it may not be published."""

from __future__ import annotations

from briefing.model.dates import StatedDate
from briefing.model.record import record


@record
class Handling:
    """The three of them, as their author stated them; what is absent is None and permits nothing."""

    tlp: str | None = None
    classification: str | None = None
    embargo: StatedDate | None = None
