"""Sources: from one line up to an item of CSL-JSON, with the grade that the author gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.format import node
from briefing.format.bylines import names_of
from briefing.format.date_fields import read_stated
from briefing.format.judgement import read_credibility, read_grade, read_reliability
from briefing.format.keys import fold, is_absent
from briefing.format.node import Node, Scalar
from briefing.format.reading import Here, Reading, Taken, listed, text_of
from briefing.format.texts import is_url, linked
from briefing.format.wording import clipped
from briefing.model.briefing import Grade, Source
from briefing.model.dates import StatedDate

SOURCE: Mapping[str, Sequence[str]] = {
    "id": ("key", "ref"),
    "name": ("title", "text", "label"),
    "author": ("authors", "by", "creator"),
    "publisher": ("container_title", "organization", "outlet"),
    "url": ("link", "href", "uri"),
    "date": ("issued", "published", "year"),
    "accessed": ("retrieved", "access_date"),
    "type": ("kind",),
    "grade": ("admiralty", "admiralty_grade", "admiralty_code"),
    "reliability": (),
    "credibility": (),
    "descriptor": ("quality",),
    "basis": (),
    "archived": ("archive", "archive_url"),
    "note": ("notes",),
}
"""Keys of a source with their aliases, the more telling first."""
_CSL_KEYS = {"id", "title", "name", "type", "url", "author"}
_NAME_AND_ADDRESS = r"(?i)(?P<name>\S.*?)\s+[—–|-]\s+(?P<url>https?://\S+)"
_LONGEST_LINE = 1000


def is_bibliography(value: Node) -> bool:
    """Whether a list holds items as CSL-JSON has them; elsewhere `references` is configuration."""
    return isinstance(value, node.Sequence) and any(
        isinstance(item, node.Mapping) and len({fold(entry.key.text) for entry in item} & _CSL_KEYS) > 1
        for item in value.items
    )


def read_sources(value: Node, here: Here, reading: Reading) -> tuple[Source, ...] | None:
    """Read the sources: a list, a mapping by id, or a single one."""
    keys: dict[str, str] = {}
    items = list(_items(value, here, keys))
    sources = reading.each(items, here, lambda item, at, _: _source(item, at, reading, keys.get(at.written)))
    _report_repeated_ids(sources, here, reading)
    return sources or None


def _items(value: Node, here: Here, keys: dict[str, str]) -> Iterator[tuple[Here, Node]]:
    """Iterate over the sources of a field with their places, and note the id where that is their key."""
    if isinstance(value, node.Mapping) and not _is_long_form(value):
        for entry in value:
            if not is_absent(entry.value):
                at = here.key(entry.key.text)
                keys[at.written] = entry.key.text
                yield at, entry.value
    else:
        yield from listed(value, here)


def _is_long_form(value: node.Mapping) -> bool:
    """Whether a mapping is one source and not sources by id."""
    known = {fold(name) for names in SOURCE.items() for name in (names[0], *names[1])}
    return any(isinstance(entry.value, Scalar) and fold(entry.key.text) in known for entry in value)


def _report_repeated_ids(sources: tuple[Source, ...], here: Here, reading: Reading) -> None:
    """Report ids that are used before."""
    lines: dict[str, int] = {}
    for index, source in enumerate(sources):
        whole = f"{here.path}[{index}]"
        path = f"{whole}.id" if f"{whole}.id" in reading.positions else whole
        if source.id is None:
            continue
        if source.id in lines:
            reading.fault_at("src-dup", f'"{clipped(source.id)}" is already used on line {lines[source.id]}', path)
        lines.setdefault(source.id, reading.positions[path].line)


def _source(value: Node, here: Here, reading: Reading, key: str | None) -> Source | None:
    """Read one source."""
    if not isinstance(value, node.Mapping):
        text = reading.text(value, here)
        return _short(text, key) if text else None
    taken = reading.parts(value, here, SOURCE)
    said = {
        name: reading.text(*taken.of(name)) for name in ("id", "url", "type", "descriptor", "basis", "archived", "note")
    }
    author = names_of(*taken.of("author"), reading)
    publisher = names_of(*taken.of("publisher"), reading)
    identity = key or said["id"]
    name = reading.text(*taken.of("name")) or publisher or author or said["url"] or identity
    if name is None:
        reading.keep(here, value)
        return None
    return Source(
        name,
        identity,
        author,
        publisher,
        said["url"],
        _date(*taken.of("date"), reading),
        _date(*taken.of("accessed"), reading),
        said["type"],
        _grade(taken, reading),
        said["descriptor"],
        said["basis"],
        said["archived"],
        said["note"],
    )


def _short(text: str, key: str | None) -> Source:
    """Read a source from one line: an address, a linked name, a name with its address, or a name."""
    if is_url(text):
        return Source(text, key, url=text)
    if link := linked(text):
        return Source(link[0], key, url=link[1])
    pair = re.fullmatch(_NAME_AND_ADDRESS, text) if len(text) <= _LONGEST_LINE else None
    if pair:
        return Source(pair["name"], key, url=pair["url"])
    return Source(text, key)


def _grade(taken: Taken, reading: Reading) -> Grade | None:
    """Read a grade in one or in two halves."""
    if taken.value("grade") is not None:
        return read_grade(*taken.of("grade"), reading)
    reliability = read_reliability(*taken.of("reliability"), reading)
    credibility = read_credibility(*taken.of("credibility"), reading)
    return Grade(reliability, credibility) if reliability or credibility else None


def _date(value: Node | None, here: Here, reading: Reading) -> StatedDate | None:
    """Read a date as text, or in the parts of CSL-JSON: `{date-parts: [[2025, 9, 14]]}`."""
    if value is None:
        return None
    if isinstance(value, node.Mapping):
        said = {fold(entry.key.text): entry.value for entry in value}
        for name in ("raw", "literal"):
            if name in said and text_of(said[name]):
                return read_stated(said[name], here, reading)
        text = _date_parts(said.get("dateparts"))
        if text is None:
            reading.keep(here, value)
            return None
        return read_stated(Scalar(text, value.at), here, reading)
    if isinstance(value, node.Sequence) and (text := _date_parts(value)):
        return read_stated(Scalar(text, value.at), here, reading)
    return read_stated(value, here, reading)


def _date_parts(value: Node | None) -> str | None:
    """Write the dates of CSL-JSON's parts as EDTF."""
    if not isinstance(value, node.Sequence):
        return None
    dates = []
    for item in value.items[:2]:
        numbers = [text_of(part) or "" for part in item.items] if isinstance(item, node.Sequence) else []
        if not numbers or not all(number.isdecimal() and len(number) <= 4 for number in numbers[:3]):
            return None
        dates.append("-".join(number.zfill(2 if place else 4) for place, number in enumerate(numbers[:3])))
    return "/".join(dates) or None
