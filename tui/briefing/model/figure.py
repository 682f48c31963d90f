"""Key figures: an amount in its author's words, what it counts, and the passage it comes from."""

from __future__ import annotations

from briefing.model.dates import StatedDate
from briefing.model.quantity import Interval, Qualifier
from briefing.model.record import record


@record
class Quote:
    """Words of the text, exactly (W3C Web Annotation, TextQuoteSelector)."""

    exact: str
    prefix: str | None = None
    suffix: str | None = None


@record
class Anchor:
    """Where a quote stands: a range of characters in the rendered text of one block."""

    quote: int | None
    """Index of the quote in its figure; None where a link in the text marks the passage."""
    block: int
    """Source offset of the block's start."""
    start: int
    end: int
    text: str
    """The words that stand there."""
    line: int
    """The line of the file on which the block begins, from 1."""


@record
class Observation:
    """A figure's value at another time, as stated."""

    text: str
    value: Interval | None = None
    as_of: StatedDate | None = None
    sources: tuple[str, ...] = ()


@record
class Change:
    """A change as its author states it; shown as written."""

    text: str
    since: StatedDate | None = None


@record
class Figure:
    """A key figure. What its author did not say is None, never filled in."""

    text: str
    """The amount as written, without the unit behind it: `over 30,000`, `dozens`, `US$4.5 million`."""
    value: Interval | None = None
    qualifier: Qualifier | None = None
    unit: str | None = None
    label: str | None = None
    as_of: StatedDate | None = None
    status: str | None = None
    """`actual`, `estimate`, `forecast`, `planned`, `target`, `provisional`, or another word as written."""
    sources: tuple[str, ...] = ()
    """Ids of sources, or their names as free text."""
    confidence: str | None = None
    grade: str | None = None
    """An Admiralty grade of this item, as written: `B2`."""
    previous: Observation | None = None
    change: Change | None = None
    series: tuple[Observation, ...] = ()
    track: str | None = None
    """What joins figures across briefings; only ever the author's word."""
    quotes: tuple[Quote, ...] = ()
    note: str | None = None
    derived: str | None = None
    place: str | None = None
    written: str | None = None
    """Amount and unit as one phrase, where the author wrote them as one: `US$4.5 million`, `45%`, `15 km or more`."""

    @property
    def phrase(self) -> str:
        """Amount and unit as they are shown: in the author's own words."""
        return self.written or f"{self.text} {self.unit or ''}".rstrip()
