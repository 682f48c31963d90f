"""The fields of the front matter, read from its tree as the table of the model declares them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cache

from briefing.format import node
from briefing.format.bylines import read_byline
from briefing.format.crosschecks import cross_check
from briefing.format.date_fields import is_switch, read_embargo, read_period, read_stated
from briefing.format.dates import stated_date
from briefing.format.figures import read_figures
from briefing.format.handling import is_draft, read_status, read_tlp
from briefing.format.images import read_image
from briefing.format.judgement import read_confidence, read_estimative
from briefing.format.keydates import read_key_dates
from briefing.format.keys import fold, is_absent
from briefing.format.node import Entry, Node
from briefing.format.reading import Here, Reading, text_of
from briefing.format.sources import is_bibliography, read_sources
from briefing.format.takeaways import read_takeaways
from briefing.format.texts import (
    is_url,
    read_corrections,
    read_id,
    read_language,
    read_links,
    read_named,
    read_paragraphs,
    read_places,
    read_text,
    read_title,
    read_topics,
    read_type,
    read_url,
)
from briefing.model.briefing import Briefing, Plain
from briefing.model.known import Kind
from briefing.model.problem import Position, Problem
from briefing.model.record import record

Reader = Callable[[Node, Here, Reading], object]
"""Reads the value of a field; None where the value says nothing that the field can hold."""

READERS: Mapping[Kind, Reader] = {
    Kind.TITLE: read_title,
    Kind.TEXT: read_text,
    Kind.PARAGRAPHS: read_paragraphs,
    Kind.ID: read_id,
    Kind.TYPE: read_type,
    Kind.LANGUAGE: read_language,
    Kind.BYLINE: read_byline,
    Kind.NAMED: read_named,
    Kind.DATE: read_stated,
    Kind.PERIOD: read_period,
    Kind.EMBARGO: read_embargo,
    Kind.STATUS: read_status,
    Kind.TLP: read_tlp,
    Kind.ESTIMATIVE: read_estimative,
    Kind.CONFIDENCE: read_confidence,
    Kind.IMAGE: read_image,
    Kind.TAKEAWAYS: read_takeaways,
    Kind.FIGURES: read_figures,
    Kind.DATES: read_key_dates,
    Kind.SOURCES: read_sources,
    Kind.TOPICS: read_topics,
    Kind.PLACES: read_places,
    Kind.CORRECTIONS: read_corrections,
    Kind.LINKS: read_links,
    Kind.URL: read_url,
}
"""What each kind of field is read by."""

CONTAINERS = ("params", "extra", "advisory", "parts")
"""Mappings in which other tools keep fields, searched after the top level: Hugo, Zola, RustSec, MyST."""

FOREIGN_KEYS = frozenset(
    (
        "affiliation affiliations aliases citation cssclass cssclasses data deadline draft exports format jupyter "
        "lane layout link links linktitle menu metatitle name names order page pages parent parents permalink plate "
        "publish redirect released seotitle services slug state tile toc translator translators url urls version "
        "weight"
    ).split()
)
"""Keys of other tools, which are no misspelling of ours."""

ONLY_IF: Mapping[tuple[str, str], Callable[[Node], bool]] = {
    ("title", "name"): lambda _: False,
    ("summary", "tldr"): lambda value: not isinstance(value, node.Sequence),
    ("takeaways", "tldr"): lambda value: isinstance(value, node.Sequence),
    ("date", "published"): lambda value: not is_switch(value),
    ("url", "source"): lambda value: is_url(text_of(value) or ""),
    ("sources", "references"): is_bibliography,
}
"""What a value must be for an alias to mean the field: these keys mean other things too.

A `name` is mostly not a title: it becomes one only where the text has no heading either, which is decided elsewhere.
"""


@record
class FieldsRead:
    """What one front matter says."""

    values: dict[str, object]
    """By the attribute of `Briefing`; a field that is absent is left out. Also `title`, where one is given."""
    other: Mapping[str, Plain] = field(default_factory=dict)
    """What no field took, by the author's key; a key within a field by its path, `figures[0].colour`."""
    positions: Mapping[str, Position] = field(default_factory=dict)
    """Where each value stands, by its path in the model: `title`, `figures[0]`, `figures[0].quote`, `sources[1].id`."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The paths of `positions` that the author wrote otherwise."""
    problems: tuple[Problem, ...] = ()
    name: str | None = None
    """What a top-level `name` says where there is no title: a title only if the text has no heading either."""


def read_fields(mapping: node.Mapping | None, *, path: str = "") -> FieldsRead:
    """Read every field of a front matter.

    Args:
        mapping: its tree; None where the file has none.
        path: the file's path, whose name may begin with a date as Jekyll's posts do.
    """
    index = _Index(mapping)
    reading = Reading(sibling=index.sibling, peek=index.peek)
    for name, kind, aliases in known_fields():
        if index.has_any(_spellings()[name]):
            _read_field(name, READERS[kind], aliases, index, reading)
    _read_switches(index, reading)
    if "date" not in reading.values and (stated := _date_of_name(path)):
        reading.values["date"] = stated
    _leave_rest(index, reading)
    cross_check(reading)
    problems = sorted(reading.problems, key=lambda problem: (problem.line, problem.column))
    named = index.peek("name") if "title" not in reading.values else None
    fallback = text_of(named) if named else None
    keys = {path: written for path, written in reading.written.items() if path != written}
    return FieldsRead(reading.values, reading.other, reading.positions, keys, tuple(problems), fallback)


@cache
def known_fields() -> tuple[tuple[str, Kind, tuple[str, ...]], ...]:
    """Give every field with its kind and aliases, in the order of the model."""
    declared = ((each.name, each.metadata) for each in dataclasses.fields(Briefing))
    return tuple((name, metadata["kind"], metadata["aliases"]) for name, metadata in declared if "kind" in metadata)


@cache
def _spellings() -> Mapping[str, frozenset[str]]:
    """Give the folded keys of each field."""
    return {name: frozenset(map(fold, (name, *aliases))) for name, _, aliases in known_fields()}


@cache
def _known_keys() -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Give the aliases of each field, and the folded keys of all."""
    return {name: aliases for name, _, aliases in known_fields()}, frozenset[str]().union(*_spellings().values())


class _Index:
    """The entries of a front matter by folded key, and which of them a field took."""

    def __init__(self, mapping: node.Mapping | None) -> None:
        self.entries: list[tuple[str, Entry]] = []
        self._by_key: dict[str, tuple[str, Entry]] = {}
        self._taken: set[int] = set()
        contained = []
        for entry in mapping or ():
            if fold(entry.key.text) in CONTAINERS and isinstance(entry.value, node.Mapping):
                contained.append((entry.key.text, entry.value))
            else:
                self._add(entry.key.text, entry)
        for container, inner in contained:
            for entry in inner:
                self._add(f"{container}.{entry.key.text}", entry)

    def _add(self, written: str, entry: Entry) -> None:
        """Add an entry with its key as the author wrote it; the first of equal ones stays."""
        self.entries.append((written, entry))
        self._by_key.setdefault(fold(entry.key.text), (written, entry))

    def has_any(self, keys: frozenset[str]) -> bool:
        """Whether any of these folded keys is there: most of the many fields are in no file."""
        return not self._by_key.keys().isdisjoint(keys)

    def find(self, name: str) -> tuple[str, Entry] | None:
        """Find what stands under a key, with the key as written; None where nothing is stated."""
        found = self._by_key.get(fold(name))
        return found if found and not is_absent(found[1].value) else None

    def entry(self, name: str) -> Entry | None:
        """Find the entry of a key."""
        found = self.find(name)
        return found[1] if found else None

    def peek(self, name: str) -> Node | None:
        """Look at the value of a key."""
        found = self.find(name)
        return found[1].value if found else None

    def take(self, entry: Entry) -> None:
        """Count an entry as taken by a field."""
        self._taken.add(id(entry))

    def sibling(self, name: str) -> Entry | None:
        """Find a key that completes another field, and count it as taken."""
        entry = self.entry(name)
        if entry:
            self.take(entry)
        return entry

    def rest(self) -> Iterator[tuple[str, Entry]]:
        """Iterate over the entries that no field took, with their keys as written."""
        return ((written, entry) for written, entry in self.entries if id(entry) not in self._taken)


def _read_field(name: str, reader: Reader, aliases: tuple[str, ...], index: _Index, reading: Reading) -> None:
    """Read a field from the first of its names that states something it can hold."""
    for alias in (name, *aliases):
        found = index.find(alias)
        if found is None:
            continue
        written, entry = found
        fits = ONLY_IF.get((name, alias))
        if fits and not fits(entry.value):
            continue
        here = Here(name, written)
        value = reader(entry.value, here, reading)
        if value is not None:
            reading.values[name] = value
            reading.place(here, entry.value)
            index.take(entry)
            return


def _read_switches(index: _Index, reading: Reading) -> None:
    """Read the switches by which Hugo and Jekyll mark a draft."""
    for name in ("draft", "published"):
        entry = index.entry(name)
        if entry and "status" not in reading.values and is_draft(name, entry.value):
            reading.values["status"] = "draft"
            reading.place(Here("status", name), entry.value)
            index.take(entry)


def _date_of_name(path: str) -> object | None:
    """Read the date with which a file name begins."""
    name = path.rpartition("/")[2]
    stated = stated_date(name[:10]) if name[10:11] == "-" else None
    return stated if stated and stated.edtf == name[:10] and stated.start == stated.end else None


def _leave_rest(index: _Index, reading: Reading) -> None:
    """Keep what no field took, and say which keys look misspelt."""
    table, known = _known_keys()
    for written, entry in index.rest():
        here = Here(written, written)
        key = fold(entry.key.text)
        if key in known and is_absent(entry.value):
            continue
        if key in FOREIGN_KEYS:
            reading.keep(here, entry.value)
        else:
            reading.leave(entry, here, table)
