"""How old what is stated is: said in words, and marked from a number of days on that the reader may set."""

from __future__ import annotations

from datetime import date

from briefing.model.dates import StatedDate, age, shown_age
from briefing.model.record import record

OLD_AFTER = 30
"""Days after which a figure is marked as old, where the reader has set no other number."""
SIGN = "◔"
"""Stands at what is old."""


@record
class Aging:
    """From which day ages count, and from how many days on they are marked."""

    today: date
    after: int = OLD_AFTER

    def words(self, stated: StatedDate | None) -> str:
        """Say how old something is: `3 days old`, `1–2 months old`, `today`, `in 3 days`; nothing where it is open."""
        told = age(stated, self.today)
        if told is None:
            return ""
        words = shown_age(told)
        return f"{words} old" if told.most > 0 else words

    def is_old(self, stated: StatedDate | None) -> bool:
        """Whether something is older than the days set, whichever of the days it may mean is meant."""
        told = age(stated, self.today)
        return told is not None and told.least > self.after

    def lapse(self, field: str, stated: StatedDate | None) -> str:
        """Say what has passed, or is to come, of a date by which something was due; nothing where all is well.

        Args:
            field: `next`, `expires` or `embargo`.
            stated: its date.
        """
        told = age(stated, self.today)
        if told is None:
            return ""
        if field == "embargo":
            return f"! embargoed: ends {shown_age(told)}" if told.most < 0 else ""
        word = {"next": "overdue", "expires": "expired"}.get(field)
        return f"! {word} for {shown_age(told)}" if word and told.least > 0 else ""


def aging_from(after: int | None, today: date) -> Aging:
    """Count ages from a day, and mark from the days on that the reader has set, if any."""
    return Aging(today, OLD_AFTER if after is None else after)
