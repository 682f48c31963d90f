"""Every value of the front matter under its key, so that a query can compare it: text, number, or days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import Any

from briefing.library.fold import storable, words
from briefing.library.query_values import folded_key, number
from briefing.model.briefing import Briefing
from briefing.model.dates import StatedDate
from briefing.model.record import record

LONGEST_VALUE = 1000
"""Characters of a value that a facet holds; the full text of longer ones is found by plain words."""
MOST_FACETS = 500
"""Facets of one briefing; a front matter within its bounds may hold twenty times as many values."""
LISTS = (tuple, list)
"""What a list of the front matter is read as. A union of the two would be made anew each time that it is asked for."""
MAPPINGS = (dict, MappingProxyType)
"""What a mapping of the front matter is read as."""
_COUNTED = ("figures", "takeaways", "dates")
"""Fields of which only the number of items is a facet: their text is sought by words, figures have a table."""


@record
class Facet:
    """One value of a field."""

    key: str
    """As `canonical` gives it; the keys of nested values are joined by dots."""
    text: str
    """As its author wrote it."""
    words: str
    """Its folded words, each with a blank before and after it."""
    number: float | None = None
    first: date | None = None
    """The first day that a date may mean."""
    last: date | None = None


@cache
def _names() -> Mapping[str, str]:
    """Give the name of a field for each name it may have in a file."""
    declared = [field for field in fields(Briefing) if "aliases" in field.metadata]
    aliases = {folded_key(alias): field.name for field in declared for alias in reversed(field.metadata["aliases"])}
    return {**aliases, **{field.name: field.name for field in declared}}


def canonical(key: str) -> str:
    """Give the name under which a field is indexed, whichever of its aliases was typed."""
    first, dot, rest = folded_key(key).partition(".")
    return _names().get(first, first) + dot + rest


def facets(briefing: Briefing) -> tuple[Facet, ...]:
    """Give the facets of a briefing."""
    return tuple(islice(_all(briefing), MOST_FACETS))


def _all(briefing: Briefing) -> Iterator[Facet]:
    """Go through the known fields, then through all others."""
    for name in declared():
        value = getattr(briefing, name)
        if name in _COUNTED:
            if value:
                yield _facet(name, str(len(value)))
        elif value:
            yield from _values(name, value)
    for key, value in briefing.other.items():
        yield from _values(canonical(key), value)


@cache
def declared() -> tuple[str, ...]:
    """Give the names of the fields that the front matter may hold."""
    return tuple(field.name for field in fields(Briefing) if "kind" in field.metadata)


def _values(key: str, value: Any) -> Iterator[Facet]:  # noqa: ANN401  a field may hold anything
    """Give the facets of a value and of the values inside it. Front matter within its bounds is never deep."""
    if isinstance(value, str):
        yield _facet(key, value)
    elif isinstance(value, LISTS):
        for part in value:
            yield from _values(key, part)
    elif isinstance(value, StatedDate):
        yield _facet(key, value.text, value)
    elif isinstance(value, MAPPINGS):
        for inner, part in value.items():
            yield from _values(f"{key}.{folded_key(str(inner))}", part)
    elif hasattr(value, "__dataclass_fields__"):
        yield from _parts(key, value)


def _parts(key: str, value: Any) -> Iterator[Facet]:  # noqa: ANN401  any of the model's dataclasses
    """Give the facets of a person, a source, an image: the name stands for the whole."""
    for name in value.__dataclass_fields__:
        part = getattr(value, name)
        if part:
            yield from _values(key if name in ("name", "level", "text") else f"{key}.{name}", part)


def _facet(key: str, text: str, stated: StatedDate | None = None) -> Facet:
    """Make a facet of a text, which may be a date."""
    amount = number(text)
    return Facet(
        storable(key),
        storable(text[:LONGEST_VALUE]),
        _spread(text),
        None if amount is None else float(amount),
        stated.start if stated else None,
        stated.end if stated else None,
    )


def _spread(text: str) -> str:
    """Give the folded words of a value in such a way that any run of them can be found as a part."""
    return f" {' '.join(words(text[:LONGEST_VALUE]))} "
