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
from briefing.library.query_sql import Sought, fields_sought, sought
from briefing.library.query_tree import Node, Query
from briefing.library.rows import SELECT_ENTRY, entry_of
from briefing.library.store import stored_page
from briefing.library.word_forms import widened
from briefing.model.record import record

NEWEST = 1000
"""How many of the newest matches are ranked while the query is being typed."""
_STRETCH = 4000
"""Of how many of the newest briefings it is tried first whether they hold as many matches as are ranked."""
_REACH = 20_000
"""Newest briefings beyond which no more is looked for while the query is being typed, if they hold answers enough."""
FIRST = 20
"""Answers that are given at most while the query is being typed: more than a screenful. Passages take the time."""
_BEYOND = 1 << 62
"""Above every id."""
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
        # Which sections have the words is only seen in the text, so nobody knows how many of these will do.
        is_sure = section_test(tree) is None
        if not thorough:
            yield from self._newest(tree, min(limit, NEWEST) if is_sure else NEWEST)
            return
        asked = sought(tree)
        yield from self._by_weight(asked, limit * _SPARE if is_sure else -1) if asked.match else self._by_age(asked)

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

    def _by_age(self, asked: Sought) -> Iterator[tuple[int, float]]:
        """Give the newest of what answers conditions alone: nothing weighs more in one than in another."""
        yield from ((number, 0.0) for number in self._matches(asked, NEWEST))

    def _newest(self, tree: Node, enough: int) -> Iterator[tuple[int, float]]:
        """Rank the newest matches by where the words stand; among equals the newest comes first.

        Each place is looked at only when the ones before it gave too little.
        """
        if not all(map(self._occurs, fields_sought(tree))):
            return
        asked = sought(spread(tree, self.connection))
        newest = self._matches(asked, enough)
        left = dict.fromkeys(newest, 0.0)
        tiers = _TIERS if asked.match and newest else ()
        for weight, columns in zip(range(len(tiers), 0, -1), tiers, strict=True):
            for number in self._matching_in(columns, asked.match or "", newest):
                if left.pop(number, None) is not None:
                    yield number, float(weight)
        yield from left.items()

    def _occurs(self, match: str) -> bool:
        """Tell whether anything matches an expression of the full text."""
        found = self.connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (match,)).fetchone()
        return found is not None

    def _matches(self, asked: Sought, enough: int) -> list[int]:
        """Give the newest matches, the newest first.

        A condition is worked out for all briefings that it is asked about, and mostly the newest of them are enough:
        it is asked about few at first, then about those within reach, and about all only if need be.

        Args:
            asked: what is sought.
            enough: how many of them within reach spare a look at what is older.
        """
        reach = self._since(_REACH)
        found: list[int] = []
        below = _BEYOND
        for since in dict.fromkeys((self._since(_STRETCH), reach, 0) if asked.conditions else (0,)):
            if len(found) >= (NEWEST if below > reach else enough):
                break
            for number in self._matches_between(asked, since, below):
                if len(found) >= (NEWEST if number >= reach else enough):
                    break
                found.append(number)
            below = since
        return found

    def _matches_between(self, asked: Sought, since: int, below: int) -> Iterator[int]:
        """Go through the matches from an id on and below another, from the newest on."""
        table = "words" if asked.match else "briefing"
        where, parameters = conditions_of(asked, f"{table}.rowid", since)
        statement = f"SELECT rowid FROM {table} WHERE {where} AND rowid >= ? AND rowid < ? ORDER BY rowid DESC"  # noqa: S608  our own names
        yield from (number for (number,) in self.connection.execute(statement, (*parameters, since, below)))

    def _since(self, many: int) -> int:
        """Give the id from which on there are so many briefings; 0 where there are not."""
        # The full text's own table of sizes has the same ids, and is the shortest that has all of them.
        sought = "SELECT id FROM words_docsize ORDER BY id DESC LIMIT 1 OFFSET ?"
        row = self.connection.execute(sought, (many - 1,)).fetchone()
        return int(row[0]) if row else 0

    def _matching_in(self, columns: tuple[str, ...], match: str, newest: list[int]) -> list[int]:
        """Give the matches that have all that is sought in these columns and are as new as these, the newest first."""
        inside = f"{{{' '.join(columns)}}} : {match}"
        # The full text leaps to where it begins, but where nothing matches it does not stop before the last.
        statement = "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid"
        rows = self.connection.execute(statement, (inside, newest[-1], newest[0])).fetchall()
        return [number for (number,) in reversed(rows)]


def _about(score: float) -> int:
    """Give the step that a score is on; each is a fifth higher than the one below it."""
    return round(log(max(score, 1e-12)) * 5.5)


def conditions_of(asked: Sought, number: str, since: int = 0) -> tuple[str, tuple[object, ...]]:
    """Write what is sought as the condition of a statement.

    Args:
        asked: what is sought.
        number: the name of the id in the statement.
        since: the lowest id that is asked about.
    """
    tests = ["words MATCH ?"] if asked.match else []
    # The plus keeps the database from going through the ids one by one, each with a search of its own.
    tests += [test.of(f"+{number}", since) for test in asked.conditions]
    parameters = (asked.match,) if asked.match else ()
    return " AND ".join(tests), (*parameters, *(value for test in asked.conditions for value in test.parameters))
