"""A query answered: the briefings found, ranked, each with its passages."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from math import log

from briefing.library.beginnings import spread
from briefing.library.entry import Entry
from briefing.library.marker import Marker, marker, section_test
from briefing.library.page import COLUMNS
from briefing.library.passage import Passage, hits
from briefing.library.query_sql import Sought, sought
from briefing.library.query_tree import Node, Query
from briefing.library.rows import SELECT_ENTRY, entry_of
from briefing.library.store import stored_page
from briefing.library.word_forms import widened
from briefing.model.record import record

NEWEST = 1000
"""How many of the newest matches are ranked while the query is being typed."""
FIRST = 20
"""Answers that are given at most while the query is being typed: more than a screenful. Passages take the time."""
_SPARE = 4
"""How many times the wanted answers are ranked by age among about equals, and stand by for those that fall out."""
_TIERS = (("title",), ("lead", "headings", "byline", "topics"))
"""Columns of which a match counts more than one anywhere else, the best first, while the query is being typed."""


@record
class Found:
    """A briefing that answers a query."""

    entry: Entry
    hits: int
    """How often the words occur in title, summary, takeaways and text."""
    passages: tuple[Passage, ...]
    """The few best, in the order of the text; none where only the title or a condition answers the query."""
    title_marks: tuple[tuple[int, int], ...]
    """Start and end of each word of the query, in characters of the entry's title."""
    score: float
    """Higher is better; comparable within one answer only."""


@record
class Search:
    """One search, on a connection that nobody else uses meanwhile."""

    connection: sqlite3.Connection
    root: str
    query: Query
    check: Callable[[], None]
    """Called between briefings; raises when the search is no longer wanted."""

    def found(self, limit: int, *, thorough: bool) -> list[Found]:
        """Give the best answers, the best first.

        Args:
            limit: how many at most.
            thorough: whether all matches are ranked and given, or only the newest of them ranked and `FIRST` given.
        """
        limit = limit if thorough else min(limit, FIRST)
        if self.query.tree is None:
            return []
        exact = self.query.tree
        wide = widened(exact)
        patterns = marker(wide)
        answers: dict[int, Found] = {}
        for tree in (exact, wide) if wide != exact else (exact,):
            for number, score in self._ranked(tree, limit, thorough=thorough):
                if len(answers) >= limit:
                    return list(answers.values())
                self.check()
                answer = None if number in answers else self._answer(number, score, patterns)
                if answer:
                    answers[number] = answer
        return list(answers.values())

    def _ranked(self, tree: Node, limit: int, *, thorough: bool) -> Iterator[tuple[int, float]]:
        """Give the ids of what answers, the best first, each with its score; a few more than are wanted."""
        asked = sought(tree if thorough else spread(tree, self.connection))
        # Which sections have the words is only seen in the text.
        spare = -1 if section_test(tree) else limit * _SPARE
        yield from self._by_weight(asked, spare) if thorough and asked.match else self._newest(asked)

    def count(self) -> int:
        """Count all answers, apart from conditions on sections."""
        if self.query.tree is None:
            return 0
        asked = sought(widened(self.query.tree))
        table = "words" if asked.match else "briefing"
        where, parameters = conditions_of(asked, f"{table}.rowid")
        counted = self.connection.execute(f"SELECT count(*) FROM {table} WHERE {where}", parameters)  # noqa: S608  our own names
        return int(counted.fetchone()[0])

    def _answer(self, number: int, score: float, patterns: Marker) -> Found | None:
        """Make the answer of one briefing; None when it is gone, or has nothing in the sections that are named."""
        row = self.connection.execute(f"{SELECT_ENTRY} WHERE id = ?", (number,)).fetchone()
        page = stored_page(self.connection, number)
        if row is None or page is None:
            return None
        places = hits(patterns, page)
        if patterns.in_section and not places.count:
            return None
        return Found(entry_of(row, self.root), places.count, places.passages, places.title_marks, score)

    def _by_weight(self, asked: Sought, limit: int) -> Iterator[tuple[int, float]]:
        """Rank all matches by how much the words weigh in them (BM25); of about equal ones the newest comes first."""
        weights = ", ".join(map(str, COLUMNS.values()))
        where, parameters = conditions_of(asked, "words.rowid")
        ranked = self.connection.execute(
            f"SELECT rowid, -bm25(words, {weights}) AS score FROM words WHERE {where}"  # noqa: S608  only our own names
            " ORDER BY score DESC, rowid DESC LIMIT ?",
            (*parameters, limit),
        )
        yield from sorted(ranked.fetchall(), key=lambda row: (_about(row[1]), row[0]), reverse=True)

    def _newest(self, asked: Sought) -> Iterator[tuple[int, float]]:
        """Rank the newest matches by where the words stand; among equals the newest comes first."""
        table = "words" if asked.match else "briefing"
        where, parameters = conditions_of(asked, f"{table}.rowid")
        newest = self.connection.execute(
            f"SELECT rowid FROM {table} WHERE {where} ORDER BY rowid DESC LIMIT {NEWEST}",  # noqa: S608  our own names
            parameters,
        ).fetchall()
        scores = dict.fromkeys((row[0] for row in newest), 0.0)
        if asked.match and scores:
            for weight, columns in enumerate(reversed(_TIERS), start=1):
                for number in self._matching_in(columns, asked.match, since=min(scores)):
                    if number in scores:
                        scores[number] = float(weight)
        yield from sorted(scores.items(), key=lambda item: (-item[1], -item[0]))

    def _matching_in(self, columns: tuple[str, ...], match: str, *, since: int) -> Iterator[int]:
        """Give the matches from an id on that have all that is sought in these columns."""
        inside = f"{{{' '.join(columns)}}} : {match}"
        statement = "SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ?"
        yield from (row[0] for row in self.connection.execute(statement, (inside, since)))


def _about(score: float) -> int:
    """Give the step that a score is on; each is a fifth higher than the one below it."""
    return round(log(max(score, 1e-12)) * 5.5)


def conditions_of(asked: Sought, number: str) -> tuple[str, tuple[object, ...]]:
    """Write what is sought as the condition of a statement; `number` is the name of the id in it."""
    tests = ["words MATCH ?"] if asked.match else []
    # The plus keeps the database from going through the ids one by one, each with a search of its own.
    tests += [test.sql.format(id=f"+{number}") for test in asked.conditions]
    parameters = (asked.match,) if asked.match else ()
    return " AND ".join(tests), (*parameters, *(value for test in asked.conditions for value in test.parameters))
