"""Values of fields in words, for a reader; nothing is added to what the author said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefing.model.briefing import Confidence, Correction, Grade, Image, Named
from briefing.model.dates import StatedDate, shown_date
from briefing.model.figure import Change, Observation


def _joined(*parts: str | None, by: str = " · ") -> str:
    """The parts that there are."""
    return by.join(part for part in parts if part)


def _dated(text: str, date: StatedDate | None, word: str) -> str:
    """A text with its date."""
    return f"{text}, {word} {shown_date(date)}" if date else text


def _since(change: Change) -> str:
    """A change with the time it counts from, said once where its author has put both in one phrase."""
    is_said = change.since is not None and change.since.text in change.text
    return change.text if is_said else _dated(change.text, change.since, "since")


_SAID: Mapping[type, Callable[[Any], str]] = {
    str: str,
    StatedDate: shown_date,
    Named: lambda named: _joined(named.name, named.code, named.url),
    Confidence: lambda confidence: _joined(confidence.level, confidence.basis),
    Correction: lambda correction: _dated(correction.text, correction.date, "on"),
    Grade: lambda grade: _joined(grade.reliability, grade.credibility, by=""),
    Image: lambda image: _joined(image.alt, image.caption, image.credit, image.src),
    Observation: lambda seen: _dated(seen.text, seen.as_of, "as of"),
    Change: _since,
    list: lambda values: "; ".join(said(value) for value in values),
    tuple: lambda values: "; ".join(said(value) for value in values),
    dict: lambda pairs: "; ".join(f"{key}: {said(value)}" for key, value in pairs.items()),
    type(None): lambda _: "",
}


def said(value: object) -> str:
    """A field's value in words.

    Raises:
        KeyError: a type that no field has.
    """
    return _SAID[type(value)](value)
