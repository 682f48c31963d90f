"""Beginnings of words as a search while typing asks for them: put so that the index need not gather before it answers.

The full text keeps lists of the briefings for beginnings of a few lengths. A beginning of one of these lengths is
answered from the newest briefing on, as far as is wanted. For one of another length all words that begin so would be
gathered first, in all briefings: a second and more in a large library. Such a beginning is therefore put as the longer
beginnings, or the words, that occur: they mean the same, and each of them has its list.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from briefing.library.query_tree import And, Node, Not, Or, Words
from briefing.library.schema import BEGINNINGS

MOST = 250
"""How many alternatives are put for one beginning; one that has more is left as it is."""
_FIRST, _LAST = "\x01", "\U0010ffff"
"""What stands before and after every letter in the order of the index; neither is part of a word."""


def spread(tree: Node, connection: sqlite3.Connection) -> Node:
    """Put each beginning of a word in such a way that it is answered at once."""
    if isinstance(tree, Words):
        is_beginning = tree.prefix and len(tree.words) == 1 and len(tree.words[0]) not in BEGINNINGS
        return _spread(tree, connection) if is_beginning else tree
    if isinstance(tree, And | Or):
        return type(tree)(tuple(spread(part, connection) for part in tree.parts))
    if isinstance(tree, Not):
        return Not(spread(tree.part, connection))
    return tree


def _spread(beginning: Words, connection: sqlite3.Connection) -> Node:
    """Put one beginning as what occurs in its place."""
    start = beginning.words[0]
    length = len(start) + 1 if len(start) + 1 in BEGINNINGS else None
    found = _occurring(start, length, connection)
    if not 0 < len(found) <= MOST:
        return beginning
    parts = tuple(replace(beginning, words=(each,), prefix=len(each) == length) for each in found)
    return Or(parts) if len(parts) > 1 else parts[0]


def _occurring(start: str, length: int | None, connection: sqlite3.Connection) -> list[str]:
    """Give the words that begin so, those of this length and longer ones cut to it; a few more than are wanted."""
    found: list[str] = []
    place = start
    while len(found) <= MOST:
        row = connection.execute("SELECT term FROM occurrence WHERE term >= ? LIMIT 1", (place,)).fetchone()
        if row is None or not row[0].startswith(start):
            break
        word = row[0][:length]
        found.append(word)
        place = word + (_LAST if len(word) == length else _FIRST)
    return found
