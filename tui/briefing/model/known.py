"""How a field of the front matter is declared: its kind, and the names other tools give it."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a field's value means; the reader of values has one function for each."""

    TITLE = "title"
    TEXT = "text"
    PARAGRAPHS = "paragraphs"
    ID = "id"
    TYPE = "type"
    LANGUAGE = "language"
    BYLINE = "byline"
    NAMED = "named"
    DATE = "date"
    PERIOD = "period"
    EMBARGO = "embargo"
    STATUS = "status"
    TLP = "tlp"
    ESTIMATIVE = "estimative"
    CONFIDENCE = "confidence"
    IMAGE = "image"
    TAKEAWAYS = "takeaways"
    FIGURES = "figures"
    DATES = "dates"
    SOURCES = "sources"
    TOPICS = "topics"
    PLACES = "places"
    CORRECTIONS = "corrections"
    LINKS = "links"
    URL = "url"


def known(kind: Kind, *aliases: str, default: Any = None) -> Any:  # noqa: ANN401  a dataclass field takes any type
    """Declare a field that the front matter may hold, absent by default.

    Args:
        kind: what the value means.
        aliases: other names for it, the more telling first; its own name always comes before them.
        default: what the attribute holds when the field is absent: None, or an empty tuple for lists.
    """
    return field(default=default, metadata={"kind": kind, "aliases": aliases})
