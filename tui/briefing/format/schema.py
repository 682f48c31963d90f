"""A JSON Schema (draft 2020-12) of the front matter, made from the table of fields that also reads it.

It is for editors: it completes keys, shows the words that a field may hold, and marks what could not be read. It is
as lenient as the reading is: every short form is allowed, and keys that are not known are not refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.format.bylines import PERSON
from briefing.format.fields import known_fields
from briefing.format.figures import FIGURE
from briefing.format.images import IMAGE
from briefing.format.keydates import KEY_DATE
from briefing.format.sources import SOURCE
from briefing.format.takeaways import TAKEAWAY
from briefing.format.texts import NAMED
from briefing.model.known import Kind
from briefing.model.quantity import Qualifier
from briefing.model.vocabulary import CONFIDENCE, FIGURE_STATUSES, SCALES, STATUSES, TLP, TYPES

Shape = None | bool | int | str | list["Shape"] | dict[str, "Shape"]
"""A part of a schema, as plain data."""

_TEXT: Shape = {"type": ["string", "number", "boolean", "null"]}
"""One value: numbers and switches are read as the text that was written."""
_ANYTHING: Shape = {}


def _words(words: Iterable[str]) -> Shape:
    """Words of which one is likely, where another is shown as it is written."""
    return {"anyOf": [{"enum": list(words)}, _TEXT]}


def _only(words: Iterable[str], *, before: str = "") -> Shape:
    """Words of which it must be one, in any case; the first form is the one that is completed."""
    listed = list(words)
    either = "|".join("".join(map(_any_case, word)) for word in listed)
    pattern = f"^{before}(?:{either})$"
    return {"anyOf": [{"enum": [*listed]}, {"type": "string", "pattern": pattern}, {"type": "null"}]}


def _any_case(letter: str) -> str:
    """A pattern for a letter in both cases: JSON Schema has no switch for it."""
    return f"[{letter.upper()}{letter.lower()}]" if letter.isalpha() else f"\\{letter}" if letter in "+." else letter


def _list_of(item: Shape) -> Shape:
    """One, or a list."""
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _long_form(keys: Iterable[str], shapes: Mapping[str, Shape] | None = None) -> Shape:
    """A mapping with these keys; those without a shape hold one value, and others may stand beside them."""
    told = shapes or {}
    return {"type": "object", "properties": {key: told.get(key, _TEXT) for key in keys}}


_DATE: Shape = {
    "type": ["string", "number", "null"],
    "description": "As exactly as it is known: 2024-07-08, 2024-07, 2024, 2024?, 2024-07-01/2024-07-14 (EDTF).",
}
_CONFIDENCE: Shape = {"anyOf": [_only((*CONFIDENCE, "medium")), _long_form(("level", "basis"))]}
_NAMED: Shape = {"anyOf": [_TEXT, _long_form(NAMED)]}
_LINK: Shape = {"anyOf": [_TEXT, {"type": "array"}]}
"""`[[name]]` without quotation marks is a list in a list."""
_SELECTOR: Shape = {"anyOf": [_TEXT, _long_form(("exact", "prefix", "suffix"))]}
_OBSERVATION: Shape = {
    "anyOf": [_TEXT, _long_form(("value", "as_of", "source"), {"as_of": _DATE, "source": _ANYTHING})]
}
_SOURCES: Shape = _list_of({"anyOf": [_TEXT, {"type": "object"}]})

_PERSON: Shape = _long_form(
    PERSON, {"name": {"anyOf": [_TEXT, {"type": "object"}]}, "role": _ANYTHING, "organization": _ANYTHING,
             "social": _ANYTHING, "image": _ANYTHING},
)  # fmt: skip
_TAKEAWAY: Shape = _long_form(
    TAKEAWAY,
    {"quote": _list_of(_SELECTOR), "figures": _list_of(_TEXT), "sources": _SOURCES, "confidence": _CONFIDENCE},
)
_FIGURE: Shape = _long_form(
    FIGURE,
    {
        "value": {"anyOf": [_TEXT, {"type": "array"}], "description": "A number phrase: over 30,000; 1.5 million"},
        "qualifier": _words(Qualifier),
        "as_of": _DATE,
        "status": _words(FIGURE_STATUSES),
        "source": _SOURCES,
        "confidence": _CONFIDENCE,
        "previous": _OBSERVATION,
        "change": {"anyOf": [_TEXT, _long_form(("value", "since"), {"since": _DATE})]},
        "series": {"anyOf": [{"type": "object"}, {"type": "array"}]},
        "quote": _list_of(_SELECTOR),
    },
)
_KEY_DATE: Shape = _long_form(
    KEY_DATE, {"date": _DATE, "quote": _list_of(_SELECTOR), "sources": _SOURCES, "status": _words(FIGURE_STATUSES)}
)
_SOURCE: Shape = _long_form(
    SOURCE,
    {
        "author": _ANYTHING,
        "date": {"anyOf": [_DATE, {"type": "object"}]},
        "accessed": {"anyOf": [_DATE, {"type": "object"}]},
        "grade": {"anyOf": [{"type": "string", "pattern": "^\\s*[A-Fa-f][\\s/-]?[1-6]\\s*$"}, {"type": "null"}]},
        "basis": _words(("primary", "secondary", "tertiary")),
    },
)

SHAPES: Mapping[Kind, Shape] = {
    Kind.TITLE: {"anyOf": [_TEXT, {"type": "array"}]},
    Kind.TEXT: _TEXT,
    Kind.PARAGRAPHS: _list_of(_TEXT),
    Kind.ID: {"type": ["string", "number", "null"], "pattern": "^\\s*[A-Za-z0-9._-]+\\s*$"},
    Kind.TYPE: _words(TYPES),
    Kind.LANGUAGE: {"type": ["string", "boolean", "null"], "description": "A language tag: en, pt-BR (BCP 47)."},
    Kind.BYLINE: {"anyOf": [_list_of({"anyOf": [_TEXT, _PERSON]}), _PERSON]},
    Kind.NAMED: _NAMED,
    Kind.DATE: _DATE,
    Kind.PERIOD: {"anyOf": [_DATE, _long_form(("from", "to"), {"from": _DATE, "to": _DATE})]},
    Kind.EMBARGO: _DATE,
    Kind.STATUS: _words(STATUSES),
    Kind.TLP: _only((*TLP, "WHITE"), before="\\s*(?:[Tt][Ll][Pp]:\\s*)?"),
    Kind.ESTIMATIVE: _only(SCALES),
    Kind.CONFIDENCE: _CONFIDENCE,
    Kind.IMAGE: _list_of({"anyOf": [_TEXT, _long_form(IMAGE, {"credit": _ANYTHING})]}),
    Kind.TAKEAWAYS: _list_of({"anyOf": [_TEXT, _TAKEAWAY]}),
    Kind.FIGURES: _list_of({"anyOf": [_TEXT, _FIGURE]}),
    Kind.DATES: _list_of({"anyOf": [_TEXT, _KEY_DATE]}),
    Kind.SOURCES: _list_of({"anyOf": [_TEXT, _SOURCE]}),
    Kind.TOPICS: _list_of({"anyOf": [_TEXT, {"type": "array"}, {"type": "object"}]}),
    Kind.PLACES: _list_of(_NAMED),
    Kind.CORRECTIONS: _list_of({"anyOf": [_TEXT, _long_form(("date", "text"), {"date": _DATE})]}),
    Kind.LINKS: _list_of(_LINK),
    Kind.URL: _TEXT,
}
"""What each kind of field may hold."""


def schema() -> dict[str, Shape]:
    """Make the schema: every field under its own name and under all others."""
    keys: dict[str, list[tuple[str, Kind]]] = {}
    for name, kind, aliases in known_fields():
        for key in (name, *aliases):
            keys.setdefault(key, []).append((name, kind))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a briefing",
        "type": "object",
        "properties": {key: _property(key, meant) for key, meant in keys.items()},
        "$defs": {kind.value: SHAPES[kind] for kind in Kind},
    }


def _property(key: str, meant: list[tuple[str, Kind]]) -> Shape:
    """What may stand under a key, which can be the name of one field and another name of others."""
    shapes: list[Shape] = [{"$ref": f"#/$defs/{kind.value}"} for _, kind in meant]
    shape: dict[str, Shape] = {"anyOf": shapes}
    others = [name for name, _ in meant if name != key]
    if others:
        shape["description"] = f"Another name for {' or '.join(others)}."
    return shape
