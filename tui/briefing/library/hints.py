"""Why nothing was found: which words occur nowhere, and which words of the library are near to them."""

from __future__ import annotations

import sqlite3

from briefing.library.marker import leaves
from briefing.library.query_sql import match_of
from briefing.library.query_tree import Node
from briefing.library.word_forms import widened
from briefing.model.record import record

_MOST_TERMS = 20_000
"""Words of the library that are compared with one that is missing."""
_NEAR = 0.7
"""How alike two words must be: the part of the letters of both that stand in the same order in both."""


@record
class Missing:
    """A word or phrase of a query that nothing in the library answers."""

    text: str
    """As typed."""
    near: tuple[str, ...]
    """Words of the library that are written nearly so, the nearest first; as they are folded in the index."""


def missing(connection: sqlite3.Connection, tree: Node) -> tuple[Missing, ...]:
    """Give the words of a query that occur nowhere where they are sought."""
    found = []
    for leaf in leaves(tree):
        match = match_of(widened(leaf))
        if connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (match,)).fetchone() is None:
            found.append(Missing(leaf.text, _near(connection, leaf.words[0]) if len(leaf.words) == 1 else ()))
    return tuple(found)


def _near(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """Give the words of the library that begin with the same letter and are written nearly so."""
    terms = connection.execute(
        "SELECT term FROM vocabulary WHERE term >= ? AND term < ? LIMIT ?",
        (word[0], word[0] + "\U0010ffff", _MOST_TERMS),
    )
    from rapidfuzz import fuzz, process  # noqa: PLC0415  only a search that finds nothing needs it

    as_long = [term for (term,) in terms if abs(len(term) - len(word)) <= 2]
    alike = process.extract(word, as_long, scorer=fuzz.ratio, score_cutoff=100 * _NEAR, limit=3)
    return tuple(term for term, _, _ in alike)
