"""A query cut into tokens, each with its place. Any text can be cut: there are no errors on this level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from briefing.model.pattern import pattern
from briefing.model.record import record


class TokenKind(StrEnum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    NOT = "-"
    OR = "OR"
    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"
    """A key and a sign, glued to the word or phrase that follows."""


@record
class Token:
    """A token and where it stands."""

    kind: TokenKind
    text: str
    """The word, the phrase without its marks, the key of a field."""
    start: int
    end: int
    sign: str = ""
    """Of a field: `:`, `>`, `~>=` and their like."""
    closed: bool = True
    """Of a phrase: whether its second quotation mark was typed."""


_TOKEN = pattern(
    r"""
    \s+
    | (?P<OPEN>\() | (?P<CLOSE>\))
    | (?P<NOT>-(?=[^\s)-])(?<![^\s(]-))
    | (?P<OR>OR)(?=[\s()]|\Z)
    | (?P<FIELD>(?P<key>[^\W\d_][\w.-]{0,79})(?P<sign>~?[<>]=?|[:=])(?!//))
    | (?P<PHRASE>["“”„](?P<inside>[^"“”„]*)(?P<closing>["“”„])?)
    | (?P<WORD>[^\s()"“”„]+)
    """,
    re.VERBOSE,
)


def tokens(text: str) -> Iterator[Token]:
    """Cut the text of a query into tokens; blanks between them are left out."""
    value_follows = False
    place = 0
    while place < len(text):
        found = _VALUE.match(text, place) if value_follows else None
        found = found or _TOKEN.match(text, place)
        assert found is not None  # noqa: S101  every character begins a token
        value_follows = False
        if found.lastgroup is not None:
            token = _token(found)
            value_follows = token.kind is TokenKind.FIELD
            yield token
        place = found.end()


_VALUE = pattern(r"""(?P<WORD>[^\s()"“”„]+)""")
"""What follows a field's sign is its value, also where it looks like another token: `date:-7d`."""


def _token(found: re.Match[str]) -> Token:
    """Make the token of a match; the name of the matched group is its kind."""
    kind = TokenKind[found.lastgroup or ""]
    start, end = found.span()
    if kind is TokenKind.FIELD:
        return Token(kind, found["key"], start, end, sign=found["sign"])
    if kind is TokenKind.PHRASE:
        return Token(kind, found["inside"], start, end, closed=found["closing"] is not None)
    return Token(kind, found.group(), start, end)
