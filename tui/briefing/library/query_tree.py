"""A query as a tree: what is sought, and the mistakes in it with their places."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from briefing.model.record import record


class TextField(StrEnum):
    """A part of a briefing that words can be sought in; its value is the name in a query."""

    TITLE = "title"
    BYLINE = "by"
    SECTION = "in"
    """The titles of its sections; the other words are then sought in the sections so named."""
    TOPIC = "tag"
    SOURCE = "source"
    NAME = "path"
    """Folder and file names."""


@record
class Words:
    """Words that stand one after the other: a single word, or a phrase."""

    words: tuple[str, ...]
    """Folded; each Chinese, Japanese or Korean character is a word."""
    text: str
    """As typed, without quotation marks."""
    prefix: bool = False
    """Whether the last word may go on."""
    quoted: bool = False
    """Whether exactly these words are meant, and no other forms of them."""
    within: TextField | None = None
    """Where they are sought; anywhere when None."""
    forms: tuple[str, ...] = ()
    """Of a single word: other words that may stand for it."""


class Sign(StrEnum):
    """How a value is compared."""

    IS = ":"
    OVER = ">"
    FROM = ">="
    UNDER = "<"
    UP_TO = "<="


@record
class Days:
    """A stretch of days, both ends counted; a missing end is open."""

    first: date | None
    last: date | None


@record
class Compare:
    """A field of the front matter against a value: `status:draft`, `number>3`, `date>=2025-06`."""

    key: str
    """Folded as the format folds keys; nested keys are joined by dots."""
    sign: Sign
    text: str
    """The value as typed."""
    words: tuple[str, ...] = ()
    """The folded words of the value, which a text field must contain in this order; only with `IS`."""
    number: Decimal | None = None
    """The value as a number, where it is one."""
    days: Days | None = None
    """The value as days, where it is a date."""
    prefix: bool = False
    """Whether the last of the words may go on."""
    whole: bool = False
    """`=`: whether the words must be all of a value, and not only a part of it."""


@record
class CompareFigure:
    """A key figure whose label, unit and track have the words, and whose amount compares so: `figure:troops>10000`."""

    words: tuple[str, ...]
    sign: Sign | None = None
    """None where any amount will do."""
    number: Decimal | None = None
    possible: bool = False
    """`~>`: whether it is enough that some number of the stated interval compares so; else every one must."""
    prefix: bool = False
    """Whether the last of the words may go on."""


@record
class Has:
    """That a field is there at all: `has:figures`."""

    key: str


class State(StrEnum):
    """What the reader did with a briefing."""

    UNREAD = "unread"
    READ = "read"
    CHANGED = "changed"
    """It has changed since it was read."""
    MARKED = "marked"
    """It has a star."""


@record
class Is:
    """A state of reading: `is:unread`."""

    state: State


@record
class Not:
    """What must not hold."""

    part: Node


@record
class And:
    """What must hold together."""

    parts: tuple[Node, ...]


@record
class Or:
    """Of which one must hold."""

    parts: tuple[Node, ...]


Node = Words | Compare | CompareFigure | Has | Is | Not | And | Or


@record
class Mistake:
    """Something in a query that cannot be meant so, and where it stands."""

    start: int
    end: int
    """Characters of the query; `start` is `end` where something is missing."""
    message: str


@record
class Query:
    """What was asked. With mistakes it says nothing: the results of the last good query are to stay."""

    text: str
    tree: Node | None = None
    """None for an empty query, which everything answers, and for one with mistakes."""
    mistakes: tuple[Mistake, ...] = field(default=())

    def __bool__(self) -> bool:
        """Tell whether there is anything to seek."""
        return self.tree is not None


EVERYTHING = Query("")
"""What every briefing answers."""


def asks_for_state(tree: Node | None) -> bool:
    """Tell whether a query asks for what the journal knows: what was read, has changed since, or has a star."""
    if isinstance(tree, And | Or):
        return any(map(asks_for_state, tree.parts))
    return asks_for_state(tree.part) if isinstance(tree, Not) else isinstance(tree, Is)
