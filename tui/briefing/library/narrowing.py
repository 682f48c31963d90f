"""What narrows the list: words that its lines must have, and whatever else the language of queries can say."""

from __future__ import annotations

from dataclasses import replace

from briefing.library.query import parse_query
from briefing.library.query_tree import And, Node, Query, Words
from briefing.model.record import record


@record
class Narrowing:
    """A query, parted into what the lines themselves answer and what is put to the index."""

    words: str
    """Each of them must occur in title, byline, topics, path or date."""
    query: Query
    """The rest, with the mistakes of the whole; empty where the words are all."""


def narrowing(text: str) -> Narrowing:
    """Read what is typed to narrow the list: plain words narrow by what the lines show, as far as it is typed."""
    query = parse_query(text, typing=True)
    if query.mistakes or query.tree is None:
        return Narrowing("", query)
    parts = query.tree.parts if isinstance(query.tree, And) else (query.tree,)
    rest = tuple(part for part in parts if not _is_plain(part))
    words = " ".join(part.text for part in parts if isinstance(part, Words) and _is_plain(part))
    return Narrowing(words, replace(query, tree=And(rest) if rest else None))


def _is_plain(part: Node) -> bool:
    """Whether a part is a word that may stand anywhere."""
    return isinstance(part, Words) and part.within is None and not part.quoted
