"""A briefing as plain data for other programs: what `--json` prints, described in `docs/json.md`.

Shapes follow from the fields of the model. A field that is declared there is written here, under its own name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal

from briefing.document.block import Section
from briefing.model.briefing import Briefing, KeyDate
from briefing.model.dates import StatedDate
from briefing.model.figure import Figure, Observation
from briefing.review.inspect import Inspection, every_problem

VERSION = 1
"""Changes when a reader of the last version would misread this one; fields that are added do not change it."""

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
"""What is written: decimals are strings, so that no reader makes them floats."""

_NAMES: Mapping[tuple[type, str], str] = {
    (Figure, "sources"): "source",
    (KeyDate, "sources"): "source",
    (Observation, "sources"): "source",
}
"""Attributes that the format calls by another name."""

_LEFT_OUT: Mapping[type, tuple[str, ...]] = {StatedDate: ("start", "end", "moment", "uncertain", "approximate")}
"""Attributes that follow from others: the days that a date may mean are in its `edtf`."""

_LONGEST_EXPONENT = 40
"""Decimals beyond that many zeros are written with an exponent."""


def briefing_data(briefing: Briefing, inspection: Inspection, sections: Iterable[Section]) -> dict[str, Json]:
    """Give all that is known of a briefing, its text aside."""
    known: dict[str, Json] = {"version": VERSION, "path": briefing.path}
    known |= {"title": briefing.title, "title_origin": briefing.title_origin}
    known |= {f.name: plain(getattr(briefing, f.name)) for f in fields(briefing) if "kind" in f.metadata}
    known["figures"] = [
        {**_record(figure), "anchors": plain(anchors)}
        for figure, anchors in zip(briefing.figures, inspection.anchors, strict=True)
    ]
    known["sections"] = [
        {"level": section.level, "title": section.title, "slug": section.slug, "line": section.line}
        for section in sections
    ]
    known["other"] = plain(briefing.other)
    known["problems"] = plain(every_problem(briefing, inspection))
    return known


def plain(value: object) -> Json:
    """Turn a value of the model into plain data.

    Raises:
        TypeError: for a value of a kind that the model does not have.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)  # A word of an enumeration becomes a plain string.
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return _record(value)


def _record(value: object) -> dict[str, Json]:
    """Give the fields of a dataclass by their names in the format."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} has no plain form")
    left_out = _LEFT_OUT.get(type(value), ())
    return {
        _NAMES.get((type(value), field.name), field.name): plain(getattr(value, field.name))
        for field in fields(value)
        if field.name not in left_out
    }


def _decimal(number: Decimal) -> str:
    """Write a number without an exponent, as long as that stays readable."""
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and abs(exponent) > _LONGEST_EXPONENT:
        return str(number)
    return format(number, "f")
