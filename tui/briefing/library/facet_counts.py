"""How often each value of a field occurs among the answers of a query: what a search can be narrowed by."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.library.marker import section_test
from briefing.library.query_facets import YEAR, FacetValue, written
from briefing.library.query_sql import sought
from briefing.library.query_tree import Query
from briefing.library.search import conditions_of
from briefing.library.word_forms import widened
from briefing.model.record import record

if TYPE_CHECKING:
    from briefing.library.index import SearchIndex

FIRST = ("topics", "byline", "sources", YEAR)
"""The fields that are shown first, in this order."""
MOST_VALUES = 6
"""Values of one field that are shown."""
MOST_OTHERS = 8
"""Further fields that are shown, those whose values are shared by the most answers first."""
LONGEST = 60
"""Characters of a value; longer ones are text, by which nobody narrows a search."""
STRETCH = 500
"""Answers that are counted at once: so long the index is kept from answering anything else."""
_UNSHARED = frozenset(
    ("id", "title", "subtitle", "summary", "takeaways", "figures", "dates", "url", "updated", "next", "code")
)
"""Fields whose values are a briefing's own, are dates, or say again what another field says."""


@record
class FacetCount:
    """A value and how many answers have it."""

    value: FacetValue
    text: str
    """As one of the authors wrote it."""
    count: int


@record
class FacetGroup:
    """The commonest values of one field, the commonest first."""

    key: str
    """As `canonical` gives it."""
    values: tuple[FacetCount, ...]
    others: int = 0
    """How many more values there are."""


@record
class FacetCounts:
    """What the answers of a query can be narrowed by."""

    groups: tuple[FacetGroup, ...]
    answers: int
    at_most: bool = False
    """Whether the counts are only upper bounds: which sections hold the words is not in the index."""


def facet_counts(index: SearchIndex, query: Query, check: Callable[[], None] = lambda: None) -> FacetCounts:
    """Count the values of all fields among the answers of a query, a stretch of them at a time. May run in a thread.

    Args:
        index: the library's index.
        query: as `parse_query` read it.
        check: called between stretches; raises when the counts are no longer wanted.

    Raises:
        Interrupted, Refusal: as for `SearchIndex.search`.
    """
    tree = query.tree
    if tree is None:
        return FacetCounts((), 0)
    numbers = index.ask(partial(_answers, query=query))
    counts: Counter[tuple[str, str]] = Counter()
    years: Counter[tuple[str | None, str | None]] = Counter()
    texts: dict[tuple[str, str], str] = {}
    for start in range(0, len(numbers), STRETCH):
        check()
        stretch = numbers[start : start + STRETCH]
        for key, folded, text, count in index.ask(partial(_values, numbers=stretch)):
            counts[key, folded] += count
            texts.setdefault((key, folded), text)
        for first, last, count in index.ask(partial(_years, numbers=stretch)):
            years[first, last] += count
    values = (FacetCount(FacetValue(one[0], tuple(one[1].split())), texts[one], n) for one, n in counts.items())
    answers = len(numbers)
    groups = _groups([*values, *_by_year(years)], answers)
    return FacetCounts(tuple(groups), answers, section_test(tree) is not None)


def _answers(connection: sqlite3.Connection, query: Query) -> list[int]:
    """Give the ids of all answers."""
    assert query.tree is not None  # noqa: S101  the caller has looked
    asked = sought(widened(query.tree))
    table = "words" if asked.match else "briefing"
    where, parameters = conditions_of(asked, f"{table}.rowid")
    return [row[0] for row in connection.execute(f"SELECT rowid FROM {table} WHERE {where}", parameters)]  # noqa: S608  our own names


def _values(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[str, str, str, int]]:
    """Count the short values of some briefings: key, folded words, one of the ways they are written, how many."""
    marks = ", ".join("?" * len(numbers))
    where = f"briefing IN ({marks}) AND key <> ? AND length(text) <= {LONGEST}"
    counted = f"SELECT key, words, min(text), count(DISTINCT briefing) FROM facet WHERE {where} GROUP BY key, words"  # noqa: S608  question marks
    return connection.execute(counted, (*numbers, YEAR)).fetchall()


def _years(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[str | None, str | None, int]]:
    """Count the dates of some briefings by the years in which they may begin and end; None where an end is open."""
    marks = ", ".join("?" * len(numbers))
    where = f"briefing IN ({marks}) AND key = ? AND coalesce(first, last) IS NOT NULL"
    stretch = "substr(first, 1, 4), substr(last, 1, 4)"
    counted = f"SELECT {stretch}, count(DISTINCT briefing) FROM facet WHERE {where} GROUP BY 1, 2"  # noqa: S608  the same
    return connection.execute(counted, (*numbers, YEAR)).fetchall()


def _by_year(stretches: Counter[tuple[str | None, str | None]]) -> Iterator[FacetCount]:
    """Count for each year that is named how many dates may lie in it, as `date:2025` finds them."""
    named = {year for stretch in stretches for year in stretch if year}
    for year in named:
        count = sum(n for (first, last), n in stretches.items() if (first or year) <= year <= (last or year))
        yield FacetCount(FacetValue(YEAR, (year,)), year, count)


def _groups(counts: Iterable[FacetCount], answers: int) -> Iterator[FacetGroup]:
    """Put values together by their field: the first fields in their order, then those that most answers have."""
    by_key: dict[str, list[FacetCount]] = {}
    for count in counts:
        key = count.value.key
        if count.value.words and written(key, count.text):
            by_key.setdefault(key, []).append(count)
    for key in FIRST:
        if key in by_key:
            yield _group(key, by_key.pop(key))
    shared = {
        key: values
        for key, values in by_key.items()
        if key.rpartition(".")[2] not in _UNSHARED and _tells_apart(values, answers)
    }
    widest = sorted(shared, key=lambda key: (-sum(one.count for one in shared[key]), key))
    yield from (_group(key, shared[key]) for key in widest[:MOST_OTHERS])


def _tells_apart(values: Sequence[FacetCount], answers: int) -> bool:
    """Tell whether values part the answers: each is shared by some of them, on the whole, and not all have the same."""
    return 2 * sum(one.count for one in values) >= 3 * len(values) and any(one.count < answers for one in values)


def _group(key: str, values: list[FacetCount]) -> FacetGroup:
    """Keep the commonest values; years stand in their order, the latest first."""
    commonest = sorted(values, key=lambda one: (-one.count, one.value.words))[:MOST_VALUES]
    if key == YEAR:
        commonest.sort(key=lambda one: one.text, reverse=True)
    return FacetGroup(key, tuple(commonest), len(values) - len(commonest))
