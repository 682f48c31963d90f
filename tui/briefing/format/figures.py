"""Key figures: from `over 30,000 troops: label` up to the long form with its quote, source and history."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.format import node
from briefing.format.commas import rejoined
from briefing.format.date_fields import read_stated, switch
from briefing.format.figure_amounts import read_amount, stated_amount, with_unit
from briefing.format.figure_history import read_change, read_observation, read_series
from briefing.format.judgement import read_grade, read_level
from briefing.format.keys import Parts, fold, is_absent, parts
from briefing.format.node import Entry, Node, Scalar
from briefing.format.numbers import read_phrase
from briefing.format.quotes import read_quotes
from briefing.format.reading import Here, Reading, Taken, text_of, unpaired
from briefing.format.wording import clipped
from briefing.model.figure import Figure
from briefing.model.pattern import pattern
from briefing.model.quantity import Quantity
from briefing.model.record import record
from briefing.model.vocabulary import FIGURE_STATUSES, OBSERVATION_LETTERS

FIGURE: Mapping[str, Sequence[str]] = {
    "value": ("figure", "amount", "number", "value_string"),
    "unit": ("units", "unit_text"),
    "label": ("caption", "name", "indicator", "title", "metric"),
    "low": ("min", "min_value", "minimum"),
    "high": ("max", "max_value", "maximum"),
    "qualifier": (),
    "as_of": ("date", "updated", "year", "observation_date"),
    "status": ("obs_status",),
    "source": ("sources", "source_url", "url", "provider", "organization"),
    "confidence": (),
    "grade": ("admiralty", "admiralty_grade", "admiralty_code"),
    "previous": ("previously", "was"),
    "change": (),
    "series": ("history",),
    "track": (),
    "quote": ("quotes",),
    "note": ("notes", "footnote"),
    "derived": (),
    "place": ("location",),
}
"""Keys of a figure with their aliases, the more telling first."""

_AMOUNT_KEYS = {"value", "low", "high"}
_SEPARATOR = r"\s+[—–|]\s+|:\s+|\s+-\s+|\s*—\s*"
_BEGINS_WITH_NUMBER = pattern(r"[-−]?[0-9]")
_OURS = {"figures", "keyfigures"}
"""Keys that can mean nothing but figures: what is none among them is worth a word."""


@record
class _Short:
    """An amount with its label."""

    amount: Quantity
    label: str | None


def read_figures(value: Node, here: Here, reading: Reading) -> tuple[Figure, ...] | None:
    """Read the figures: a list, a mapping of labels and amounts, or a single one."""
    items = list(_items(value, here, reading))
    figures = reading.each(items, here, _figure)
    for index, figure in enumerate(figures):
        if not figure.label:
            reading.fault_at("fig-label", "no label", f"{here.path}[{index}]")
    taken = {reading.written[f"{here.path}[{index}]"] for index in range(len(figures))}
    for at, item in items:
        if at.written in taken:
            continue
        if figures or fold(here.written) in _OURS:
            reading.fault("fig-none", f'no number in "{_excerpt(item)}"; not shown as a figure', at, item)
        if figures:
            reading.keep(at, unpaired(item) if isinstance(value, node.Mapping) else item)
    return figures or None


def _items(value: Node, here: Here, reading: Reading) -> Iterator[tuple[Here, Node]]:
    """Iterate over the items of a list, the entries of a mapping, or the lines of a text, with their places."""
    if isinstance(value, node.Mapping):
        value = rejoined(value, here, reading)
    match value:
        case node.Sequence(items):
            yield from ((here.item(index), item) for index, item in enumerate(items) if not is_absent(item))
        case node.Mapping(entries) if not _is_long_form(parts(value, FIGURE)):
            for entry in entries:
                yield here.key(entry.key.text), node.Mapping((entry,), entry.key.at)
        case Scalar(text):
            lines = [line.strip(" \t-*•") for line in text.splitlines()]
            yield from ((here.item(index), Scalar(line, value.at)) for index, line in enumerate(lines) if line)
        case _:
            yield here, value


def _is_long_form(known: Parts) -> bool:
    """Whether a mapping that was taken apart is one figure that states its amount under a key."""
    return not _AMOUNT_KEYS.isdisjoint(known.found)


def _figure(value: Node, here: Here, reading: Reading) -> Figure | None:
    """Read one figure; None where nothing in it is an amount."""
    if isinstance(value, Scalar):
        short = _from_line(text_of(value) or "", value, here, reading)
        return _plain(short.amount, short.label) if short else None
    if not isinstance(value, node.Mapping):
        return None
    value = rejoined(value, here, reading)
    known = parts(value, FIGURE)
    if _is_long_form(known):
        taken = reading.taken(known, here, FIGURE)
        amount = read_amount(taken, reading)
        return _complete(amount, None, taken, reading) if amount else None
    rest = known.rest
    unknown = rest if len(value.entries) == 1 else [entry for entry in rest if not is_absent(entry.value)]
    return _from_pair(value, unknown[0], here, reading) if len(unknown) == 1 else None


def _from_line(text: str, value: Node, here: Here, reading: Reading) -> _Short | None:
    """Read `1.5 million shells — additional`: amount and label, in this order or the other."""
    language = reading.language
    sides = [(text[: sign.start()].strip(), text[sign.end() :].strip()) for sign in re.finditer(_SEPARATOR, text[:400])]
    for amount, label in sides:
        if _is_amount(amount, language) and not _BEGINS_WITH_NUMBER.match(label):
            return _Short(stated_amount(amount, value, here, reading), label or None)
    if _is_amount(text, language):
        return _Short(stated_amount(text, value, here, reading), None)
    for label, amount in sides:
        if _is_amount(amount, language):
            return _Short(stated_amount(amount, value, here, reading), label or None)
    return None


def _is_amount(text: str, language: str) -> bool:
    """Whether a text is a number phrase, or has the form of one that is refused."""
    phrase = read_phrase(text, language)
    return phrase.quantity is not None or phrase.fault is not None


def _from_pair(value: node.Mapping, pair: Entry, here: Here, reading: Reading) -> Figure | None:
    """Read `over 30,000 troops: label`, or label and amount the other way round, with known keys beside or below."""
    key, inner, language = pair.key.text.strip(), pair.value, reading.language
    if isinstance(inner, node.Sequence):
        return None
    if isinstance(inner, node.Mapping):
        return _from_nested(key, pair, inner, here, reading)
    text = text_of(inner) or ""
    if _is_amount(key, language):
        amount, label = stated_amount(key, pair.key, here, reading), text
    elif _is_amount(text, language):
        amount, label = stated_amount(text, inner, here, reading), key
    else:
        return None
    taken = reading.parts(value, here, FIGURE, (pair.key.text,))
    if label == key and taken.value("label"):
        reading.keep(here.key(key), inner)
    return _complete(with_unit(amount, taken, reading), label, taken, reading)


def _from_nested(key: str, pair: Entry, nested: node.Mapping, here: Here, reading: Reading) -> Figure | None:
    """Read a figure whose long form stands under its label, or under its amount."""
    inner = rejoined(nested, here, reading)
    known = parts(inner, FIGURE)
    if _is_long_form(known):
        taken = reading.taken(known, here, FIGURE)
        amount, label = read_amount(taken, reading), key
        if taken.value("label"):
            reading.keep(here.key("key"), pair.key)
    elif _is_amount(key, reading.language):
        taken = reading.taken(known, here, FIGURE)
        amount, label = with_unit(stated_amount(key, pair.key, here, reading), taken, reading), ""
    else:
        return None
    return _complete(amount, label or None, taken, reading) if amount else None


def _plain(amount: Quantity, label: str | None) -> Figure:
    """Make a figure of an amount and its label."""
    return Figure(
        amount.text, amount.interval, amount.qualifier, amount.unit, label or None, written=amount.phrase or None
    )


def _complete(amount: Quantity, label: str | None, taken: Taken, reading: Reading) -> Figure:
    """Make a figure of an amount with everything that is said of it."""

    def text(name: str) -> str | None:
        """One of the texts that are said of the figure."""
        return reading.text(*taken.of(name))

    return Figure(
        amount.text,
        amount.interval,
        amount.qualifier,
        amount.unit,
        text("label") or label or None,
        written=amount.phrase or None,
        as_of=read_stated(*taken.of("as_of"), reading),
        status=_status(*taken.of("status"), reading),
        sources=_sources(*taken.of("source"), reading),
        confidence=read_level(*taken.of("confidence"), reading),
        grade=_grade(*taken.of("grade"), reading),
        previous=read_observation(*taken.of("previous"), reading),
        change=read_change(*taken.of("change"), reading),
        series=read_series(*taken.of("series"), reading),
        track=text("track"),
        quotes=read_quotes(*taken.of("quote"), reading),
        note=text("note"),
        derived=None if switch(taken.value("derived")) is False else text("derived"),
        place=text("place"),
    )


def _status(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read what kind of number a figure is; another word is shown as it is."""
    text = reading.text(value, here)
    if value is None or text is None:
        return None
    word = OBSERVATION_LETTERS.get(text.casefold(), text.casefold())
    if word in FIGURE_STATUSES:
        return word
    wanted = ", ".join(FIGURE_STATUSES)
    reading.fault("status-unknown", f'"{clipped(text)}" is not one of {wanted}; it is shown as written', here, value)
    return text


def _sources(value: Node | None, here: Here, reading: Reading) -> tuple[str, ...]:
    """Read ids or names of sources; of a source in its long form, its id, name or address."""
    if isinstance(value, node.Sequence):
        return tuple(
            source for index, item in enumerate(value.items) for source in _sources(item, here.item(index), reading)
        )
    if isinstance(value, node.Mapping):
        said = {fold(entry.key.text): text_of(entry.value) for entry in value}
        name = next((said[key] for key in ("id", "name", "title", "url") if said.get(key)), None)
        if name is None or len(value.entries) > 1:
            reading.keep(here, value)
        return (name,) if name else ()
    return reading.texts(value, here)


def _grade(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read the Admiralty grade of one item."""
    grade = read_grade(value, here, reading)
    return f"{grade.reliability}{grade.credibility}" if grade else None


def _excerpt(value: Node) -> str:
    """Give the beginning of what was found in place of a figure."""
    match value:
        case Scalar(text):
            found = text.strip()
        case node.Mapping(entries) if entries:
            inner = text_of(entries[0].value)
            found = f"{entries[0].key.text}: {inner}" if inner else entries[0].key.text
        case _:
            found = "…"
    return clipped(found)
