"""Facets in the text of a query: which are on, and the text with one more of them or one less.

A facet is one whole value of a field: `tag="north korea"`. Of a date it is a year: `date:2025`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.library.facets import canonical
from briefing.library.fold import words
from briefing.library.query_fields import FACET_OF, TEXT_FIELDS
from briefing.library.query_lexer import TokenKind, tokens
from briefing.library.query_values import folded_key
from briefing.model.pattern import pattern
from briefing.model.record import record

YEAR = "date"
"""The key whose values are years."""
_SHORT = {"topics": "tag", "byline": "by", "sources": "source"}
"""Fields that have a shorter name in queries."""
_KEY = pattern(r"[^\W\d_][\w.-]{0,79}")
_MARKS = str.maketrans(dict.fromkeys('"“”„', " "))
_BLANKS = pattern(r"\s+")


@record
class FacetValue:
    """One value of a field; two are the same when key and words are."""

    key: str
    """As `canonical` gives it."""
    words: tuple[str, ...]
    """The folded words of the value."""


@record
class _Written:
    """A facet as it stands in a query."""

    value: FacetValue
    start: int
    end: int


def written(key: str, text: str) -> str | None:
    """Give a facet as a part of a query; None where the language has no words for such a key or value.

    Args:
        key: as `canonical` gives it.
        text: the value as its author wrote it; of `YEAR` four digits.
    """
    if not _KEY.fullmatch(key) or not words(text):
        return None
    if key == YEAR:
        return f"{key}:{text}"
    plain = _BLANKS.sub(" ", text.translate(_MARKS)).strip()
    return f'{_SHORT.get(key, key)}="{plain}"'


def facets_on(query: str) -> frozenset[FacetValue]:
    """Give the facets that all answers of a query must have."""
    return frozenset(one.value for one in _facets(query))


def toggled(query: str, key: str, text: str) -> str:
    """Give a query with a facet that it did not have, or without one that it had.

    A new one stands first, so that the last word is still the one that is being typed.
    """
    sought = FacetValue(key, tuple(words(text)))
    found = next((one for one in _facets(query) if one.value == sought), None)
    if found is not None:
        return f"{query[: found.start].rstrip()} {query[found.end :].lstrip()}".strip()
    part = written(key, text)
    if part is None:
        return query
    rest = f"({query.strip()})" if _has_alternatives(query) else query.strip()
    return f"{part} {rest}".rstrip()


def _facets(query: str) -> Iterator[_Written]:
    """Go through the facets that stand in a query outside parentheses, and are neither negated nor alternatives."""
    if _has_alternatives(query):
        return
    depth = 0
    cut = list(tokens(query))
    for before, token, value in zip([None, *cut], cut, cut[1:], strict=False):
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        is_wanted = depth == 0 and not (before and before.kind is TokenKind.NOT)
        if token.kind is TokenKind.FIELD and is_wanted and value.start == token.end:
            key = _field_of(token.text)
            if token.sign == (":" if key == YEAR else "="):
                yield _Written(FacetValue(key, tuple(words(value.text))), token.start, value.end)


def _field_of(key: str) -> str:
    """Give the field that a key of a query means."""
    within = TEXT_FIELDS.get(folded_key(key))
    return FACET_OF[within] if within in FACET_OF else canonical(key)


def _has_alternatives(query: str) -> bool:
    """Tell whether an OR stands in a query outside parentheses."""
    depth = 0
    for token in tokens(query):
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        if token.kind is TokenKind.OR and depth == 0:
            return True
    return False
