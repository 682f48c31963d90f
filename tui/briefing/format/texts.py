"""Fields that are words: text, identifiers, names with addresses, topics, links to other briefings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.format import node
from briefing.format.date_fields import read_stated
from briefing.format.dates import stated_date
from briefing.format.keys import fold
from briefing.format.node import Node, Scalar
from briefing.format.reading import Here, Reading, listed, text_of
from briefing.format.wording import clipped
from briefing.model.briefing import Correction, Named
from briefing.model.pattern import pattern
from briefing.model.vocabulary import TYPES

Table = dict[str, Sequence[str]]
"""Keys of a long form with their aliases."""

_ID = pattern(r"[A-Za-z0-9._-]+")
_NOT_IN_ID = r"[^A-Za-z0-9._-]+"
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,6}")
_ADDRESS = pattern(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LINKED = r"\[(?P<name>[^\[\]]+)\]\((?P<url>[^()\s]+)\)"
_LANGUAGE_TAGS = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "francais": "fr",
    "français": "fr",
    "spanish": "es",
    "espanol": "es",
    "español": "es",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "polish": "pl",
    "russian": "ru",
    "ukrainian": "uk",
    "arabic": "ar",
    "chinese": "zh",
    "japanese": "ja",
    "korean": "ko",
    "turkish": "tr",
}
_SPACED_KEYS = {"tags", "categories"}
"""Keys in which Jekyll parts the words of one text by spaces."""
NAMED: Table = {"name": ("title", "text", "id"), "url": ("link", "href"), "code": ("iso", "pcode")}
"""Keys of a name with its address or code, with their aliases."""
_CORRECTION: Table = {"text": ("note", "description", "correction"), "date": ("on", "updated")}


def is_url(text: str) -> bool:
    """Whether a text is one address of the web and nothing else."""
    return bool(_ADDRESS.fullmatch(text))


def linked(text: str) -> tuple[str, str] | None:
    """Take `[name](url)` apart."""
    match = re.fullmatch(_LINKED, text)
    return (match["name"].strip(), match["url"]) if match else None


def read_text(value: Node, here: Here, reading: Reading) -> str | None:
    """Read a text of one line, which may be the only item of a list, as tools for taxonomies write it."""
    if isinstance(value, node.Sequence) and len(value.items) == 1 and text_of(value.items[0]):
        return text_of(value.items[0])
    return reading.text(value, here)


def read_title(value: Node, here: Here, reading: Reading) -> str | None:
    """Read a title; of Pandoc's list of titles for EPUB, the main one."""
    if isinstance(value, node.Sequence):
        for wanted in ("main", None):
            for item in value.items:
                if isinstance(item, node.Mapping) and (text := _typed_title(item, wanted)):
                    return text
    return reading.text(value, here)


def _typed_title(item: node.Mapping, wanted: str | None) -> str | None:
    """Give the text of one of Pandoc's titles, if it is of the type that is wanted."""
    said = {fold(entry.key.text): text_of(entry.value) for entry in item}
    return said.get("text") if wanted is None or said.get("type") == wanted else None


def read_paragraphs(value: Node, here: Here, reading: Reading) -> str | None:
    """Read a text that may have paragraphs; the items of a list are paragraphs too."""
    if isinstance(value, node.Sequence) and value.items and all(isinstance(item, Scalar) for item in value.items):
        return "\n\n".join(reading.texts(value, here)) or None
    return reading.text(value, here)


def read_id(value: Node, here: Here, reading: Reading) -> str | None:
    """Read an identifier."""
    text = reading.text(value, here)
    if text is None or _ID.fullmatch(text):
        return text
    better = re.sub(_NOT_IN_ID, "-", text).strip("-")
    fault = "has a space" if " " in text else "has signs other than letters, digits, dot, hyphen and underscore"
    reading.fault("id-form", f'"{clipped(text)}" {fault}' + (f"; use {clipped(better)}" if better else ""), here, value)
    return None


def read_type(value: Node, here: Here, reading: Reading) -> str | None:  # noqa: ARG001  all readers take these
    """Read the kind of briefing, if it has one of the format's names; elsewhere `type` names a template."""
    text = (text_of(value) or "").casefold()
    return text if text in TYPES else None


def read_language(value: Node, here: Here, reading: Reading) -> str | None:
    """Read a language tag (BCP 47)."""
    text = reading.text(value, here)
    if text is None:
        return None
    tag = text.partition(".")[0].replace("_", "-")
    if _LANGUAGE.fullmatch(tag):
        return tag
    write = _LANGUAGE_TAGS.get(text.casefold(), "a tag such as en, de or pt-BR")
    reading.fault("lang-tag", f'"{clipped(text)}" is not a BCP 47 tag; write {write}', here, value)
    return None


def read_url(value: Node, here: Here, reading: Reading) -> str | None:  # noqa: ARG001  all readers take these
    """Read the address of the original; paths within a site are another thing and left alone."""
    text = text_of(value)
    return text if text and is_url(text) else None


def read_links(value: Node, here: Here, reading: Reading) -> tuple[str, ...] | None:
    """Read paths, ids or wikilinks of other briefings."""
    return reading.texts(value, here) or None


def read_topics(value: Node, here: Here, reading: Reading) -> tuple[str, ...] | None:
    """Read topics: a list, or one text with commas, or with spaces where Jekyll reads it so."""
    if isinstance(value, Scalar):
        text = text_of(value) or ""
        spaced = fold(here.written.rpartition(".")[2]) in _SPACED_KEYS and "," not in text
        stated = text.split() if spaced else text.split(",")
    else:
        stated = _names(value, here, reading)
    topics: dict[str, str] = {}
    for topic in stated:
        if topic.strip():
            topics.setdefault(topic.strip().casefold(), topic.strip())
    return tuple(topics.values()) or None


def _names(value: Node, here: Here, reading: Reading) -> list[str]:
    """Give the texts of a list, those of lists in it, and the names of mappings in it."""
    if isinstance(value, node.Sequence):
        return [name for index, item in enumerate(value.items) for name in _names(item, here.item(index), reading)]
    if isinstance(value, node.Mapping):
        named = read_named(value, here, reading)
        return [named.name] if named else []
    text = text_of(value)
    return [text] if text else []


def read_named(value: Node, here: Here, reading: Reading) -> Named | None:
    """Read a name with its address or code."""
    if isinstance(value, node.Mapping):
        taken = reading.parts(value, here, NAMED)
        said = {key: reading.text(*taken.of(key)) for key in NAMED}
        name = said.get("name") or said.get("url") or said.get("code")
        return Named(name, said.get("url"), said.get("code")) if name else None
    text = reading.text(value, here)
    if text is None:
        return None
    if link := linked(text):
        return Named(link[0], link[1])
    return Named(text, text if is_url(text) else None)


def read_places(value: Node, here: Here, reading: Reading) -> tuple[Named, ...] | None:
    """Read places: names, with a code where one is given."""
    if isinstance(value, Scalar):
        return tuple(Named(name.strip()) for name in (text_of(value) or "").split(",") if name.strip()) or None
    return reading.each(listed(value, here), here, read_named) or None


def read_corrections(value: Node, here: Here, reading: Reading) -> tuple[Correction, ...] | None:
    """Read what was put right after publication."""
    return reading.each(listed(value, here), here, _correction) or None


def _correction(value: Node, here: Here, reading: Reading) -> Correction | None:
    """Read one correction."""
    if not isinstance(value, node.Mapping):
        text = reading.text(value, here)
        return Correction(text) if text else None
    if len(value.entries) == 1 and (text := text_of(value.entries[0].value)):
        date = stated_date(value.entries[0].key.text)
        if date.edtf:
            return Correction(text, date)
    taken = reading.parts(value, here, _CORRECTION)
    text = reading.text(*taken.of("text"))
    if text is None:
        reading.keep(here, value)
        return None
    return Correction(text, read_stated(*taken.of("date"), reading))
