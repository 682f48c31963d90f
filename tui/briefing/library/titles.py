"""Titles first: those that have all words of a query, and those that nearly have them, letters left out or mistyped."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from briefing.library.fold import CJK, WORD, fold, words
from briefing.library.query_sql import Sought, sought
from briefing.library.query_tree import And, Node, Query, TextField, Words
from briefing.library.rows import SELECT_ENTRY, entry_of
from briefing.library.search import Found, conditions_of
from briefing.library.word_forms import widened

if TYPE_CHECKING:
    from briefing.library.index import SearchIndex

NEWEST = {False: 500, True: 5000}
"""How many of the newest titles are looked at, while the query is being typed and once the typing rests."""
BEGIN_ALIKE = {False: 500, True: 2000}
"""How many titles besides are looked at of which a word begins like one that is sought."""
MOST_NEAR = 5
"""Titles that only nearly have the words which are given."""
_SHORTEST = 4
"""Letters of a word that may be mistyped; of shorter ones nearly every other is near."""
_TWO_MISTAKES = 7
"""Letters from which two mistakes are let pass, and not only one."""

Near = Mapping[str, float]
"""Words of titles that a word of a query may mean, each with how alike the two are, 1 for the same."""


def with_titles(index: SearchIndex, query: Query, limit: int, *, thorough: bool) -> list[Found]:
    """Give the briefings that answer a query, those first whose title does, then those whose title nearly does.

    Args:
        index: the library's index.
        query: as `parse_query` read it.
        limit: how many at most.
        thorough: False while the query is being typed; see `SearchIndex.search`.

    Raises:
        Interrupted, Refusal: as for `SearchIndex.search`.
    """
    found = index.search(query, limit, thorough=thorough)
    tree = query.tree
    sought_words = _plain(tree)[0] if tree is not None else ()
    # A word that occurs is taken at its word while it is typed.
    if tree is None or not sought_words or (found and not thorough):
        return _title_first(found, sought_words)
    known = {one.entry.path for one in found}
    near = index.ask(partial(near_titles, root=index.root, tree=tree, thorough=thorough))
    others = [one for one in near if one.entry.path not in known]
    return _title_first([*others, *found], sought_words)[:limit]


def _title_first(found: list[Found], plain: Sequence[Words]) -> list[Found]:
    """Put those first whose titles have all words of a query, and leave the others in their order."""
    return sorted(found, key=lambda one: not _has_all(one.entry.title, plain)) if plain else found


def near_titles(connection: sqlite3.Connection, root: str, tree: Node, *, thorough: bool) -> list[Found]:
    """Give the briefings whose titles nearly have all words of a query, the nearest first."""
    plain, rest = _plain(tree)
    titles = dict(_candidates(connection, plain, rest, thorough=thorough))
    split = {number: words(title) for number, title in titles.items()}
    vocabulary = sorted(set(chain.from_iterable(split.values())))
    near = [_near(word, vocabulary) for word in plain]
    if not all(near) or all(max(one.values()) == 1.0 for one in near):
        return []
    scores = {number: _score(found, near) for number, found in split.items()}
    best = sorted((number for number, score in scores.items() if score), key=lambda number: (-scores[number], -number))
    return [_found(connection, root, number, near, scores[number]) for number in best[:MOST_NEAR]]


def _plain(tree: Node) -> tuple[tuple[Words, ...], tuple[Node, ...]]:
    """Part a query into its plain words and all else; without words that may stand in a title there is nothing."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    plain = tuple(part for part in parts if isinstance(part, Words) and _may_be_mistyped(part))
    with_forms = tuple(widened(part) for part in plain)
    return tuple(part for part in with_forms if isinstance(part, Words)), tuple(p for p in parts if p not in plain)


def _may_be_mistyped(part: Words) -> bool:
    """Tell whether a part of a query is a single word that may stand in a title, written as it is spoken."""
    anywhere = part.within in (None, TextField.TITLE)
    return anywhere and len(part.words) == 1 and not part.quoted and not CJK.match(part.words[0])


def _candidates(
    connection: sqlite3.Connection, plain: Sequence[Words], rest: Sequence[Node], *, thorough: bool
) -> Iterator[tuple[int, str]]:
    """Give the titles that are looked at, by the ids of their briefings; all of them answer the rest of the query."""
    asked = sought(And(tuple(rest))) if rest else Sought(None, ())
    starts = {start for word in plain for start in (word.words[0][:2], word.words[0][1::-1])}
    beginnings = " OR ".join(f'"{start}" *' for start in sorted(starts))
    alike = f"title : ({beginnings})"
    both = f"{alike} AND {asked.match}" if asked.match else alike
    yield from _titles(connection, asked, NEWEST[thorough])
    yield from _titles(connection, Sought(both, asked.conditions), BEGIN_ALIKE[thorough])


def _titles(connection: sqlite3.Connection, asked: Sought, most: int) -> list[tuple[int, str]]:
    """Give the newest titles for which something holds."""
    table = "words" if asked.match else "briefing"
    where, parameters = conditions_of(asked, f"{table}.rowid")
    numbers = f"SELECT rowid FROM {table} WHERE {where or '1'} ORDER BY rowid DESC LIMIT {most}"  # noqa: S608  our own names
    return connection.execute(f"SELECT id, title FROM briefing WHERE id IN ({numbers})", parameters).fetchall()  # noqa: S608  the same


def _near(word: Words, vocabulary: Sequence[str]) -> Near:
    """Give the words of titles that a word may mean: itself and its forms; only where there is none, what is near."""
    letters = word.words[0]
    exact = [one for one in vocabulary if _means(word, one)]
    if exact or len(letters) < _SHORTEST:
        return dict.fromkeys(exact, 1.0)
    near = dict(_mistyped(letters, vocabulary, prefix=word.prefix))
    for one in vocabulary:
        if one not in near and one[0] == letters[0] and len(one) <= 2 * len(letters) and _left_out(letters, one):
            near[one] = len(letters) / len(one)
    return near


def _mistyped(letters: str, vocabulary: Sequence[str], *, prefix: bool) -> Iterator[tuple[str, float]]:
    """Give the words that differ by a letter or two: one too many, too few, another one, or two that changed places."""
    from rapidfuzz import process  # noqa: PLC0415  only a search that is mistyped needs it
    from rapidfuzz.distance import OSA  # noqa: PLC0415  the same

    most = 1 + (len(letters) >= _TWO_MISTAKES)
    # Of a word that is still being typed only the beginning is compared, as long as that may be with the mistakes.
    for cut in range(len(letters) - 1, len(letters) + 2) if prefix else (None,):
        choices = [one[:cut] for one in vocabulary]
        for _, distance, at in process.extract(letters, choices, scorer=OSA.distance, score_cutoff=most, limit=None):
            yield vocabulary[at], 1 - distance / len(letters)


def _left_out(letters: str, word: str) -> bool:
    """Tell whether letters are those of a word, in its order, some of them left out."""
    following = iter(word)
    return all(letter in following for letter in letters)


def _score(title: Iterable[str], near: Sequence[Near]) -> float:
    """Tell how alike a title is to the words that are sought: 0 where one is missing."""
    best = [max((one.get(word, 0.0) for word in title), default=0.0) for one in near]
    return sum(best) / len(best) if all(best) else 0.0


def _has_all(title: str, plain: Sequence[Words]) -> bool:
    """Tell whether a title has all words of a query as they are."""
    found = words(title)
    return all(any(_means(word, one) for one in found) for word in plain)


def _means(word: Words, one: str) -> bool:
    """Tell whether a word of a query means this very word, a form of it, or one that begins so."""
    letters = word.words[0]
    return one == letters or (word.prefix and one.startswith(letters)) or one in word.forms


def _found(connection: sqlite3.Connection, root: str, number: int, near: Sequence[Near], score: float) -> Found:
    """Make the answer of a briefing whose title is near, its words marked."""
    row = connection.execute(f"{SELECT_ENTRY} WHERE id = ?", (number,)).fetchone()
    entry = entry_of(row, root)
    meant = {word for one in near for word in one}
    marks = tuple(found.span() for found in WORD.finditer(fold(entry.title)) if found.group() in meant)
    return Found(entry, 0, (), marks, score)
