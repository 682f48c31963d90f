"""A query put to the index: what the full text can answer becomes one MATCH, the rest becomes conditions.

No text of a query is ever part of a statement: words are runs of letters and digits in quotation marks inside the
MATCH expression, which like every other value is a parameter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch

from briefing.library.facets import canonical
from briefing.library.query_tree import (
    And,
    Compare,
    CompareFigure,
    Days,
    Has,
    Is,
    Node,
    Not,
    Or,
    Sign,
    State,
    TextField,
    Words,
)
from briefing.model.record import record

_COLUMN = {
    TextField.TITLE: "title",
    TextField.BYLINE: "byline",
    TextField.SECTION: "headings",
    TextField.TOPIC: "topics",
    TextField.SOURCE: "sources",
    TextField.NAME: "name",
}


@record
class Condition:
    """A condition on the id of a briefing."""

    sql: str
    """`{id}` stands for the id, `{since}` for the lowest id that is asked about."""
    parameters: tuple[object, ...] = ()

    def of(self, number: str, since: int = 0) -> str:
        """Write it out.

        Args:
            number: the name of the id in the statement.
            since: ids below it are not asked about: what the condition looks through is the shorter, the higher it is.
        """
        return self.sql.format(id=number, since=since)


@record
class Sought:
    """What is put to the index."""

    match: str | None
    """An FTS5 expression; None where the query holds nothing that full text can answer alone."""
    conditions: tuple[Condition, ...]


def sought(tree: Node) -> Sought:
    """Part a query into its MATCH expression and its other conditions; both must hold."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    wanted = [part for part in parts if match_of(part)]
    unwanted = [part for part in parts if wanted and isinstance(part, Not) and match_of(part.part)]
    rest = [part for part in parts if part not in wanted and part not in unwanted]
    whole = And((*wanted, *unwanted))
    return Sought(match_of(whole) if wanted else None, tuple(condition(part) for part in rest))


def match_of(node: Node) -> str | None:
    """Give the FTS5 expression of a part (https://sqlite.org/fts5.html, section 3), None where there is none."""
    if isinstance(node, Words):
        phrases = [f'"{" ".join(node.words)}"' + (" *" if node.prefix else ""), *(f'"{form}"' for form in node.forms)]
        phrase = phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"
        return phrase if node.within is None else f"{_COLUMN[node.within]} : {phrase}"
    if isinstance(node, Or):
        return _joined(" OR ", map(match_of, node.parts))
    if isinstance(node, And):
        wanted = _joined(" AND ", (match_of(part) for part in node.parts if not isinstance(part, Not)))
        unwanted = [match_of(part.part) for part in node.parts if isinstance(part, Not)]
        if not unwanted:
            return wanted
        without = _joined(" OR ", unwanted)
        return f"({wanted} NOT {without})" if wanted and without else None
    return None


def fields_sought(tree: Node) -> tuple[str, ...]:
    """Give the expressions of those parts that seek whole words in one field, where other parts must hold besides.

    The full text goes through all that the other parts match before it says that such a part matches nothing.
    """
    parts = tree.parts if isinstance(tree, And) else ()
    made = (match_of(part) for part in parts if isinstance(part, Words) and part.within and not part.prefix)
    return tuple(expression for expression in made if expression)


def _joined(sign: str, expressions: Iterable[str | None]) -> str | None:
    """Join expressions, if there are any and all of them could be made."""
    made = list(expressions)
    known = [expression for expression in made if expression]
    return f"({sign.join(known)})" if known and len(known) == len(made) else None


@singledispatch
def condition(node: Node) -> Condition:
    """Give the condition of a part."""
    raise TypeError(f"no condition for {node!r}")


@condition.register
def _words(node: Words) -> Condition:
    """Words are sought by the full text."""
    return Condition("{id} IN (SELECT rowid FROM words WHERE words MATCH ? AND rowid >= {since})", (match_of(node),))


@condition.register
def _not(node: Not) -> Condition:
    """What must not hold."""
    part = condition(node.part)
    return Condition(f"NOT ({part.sql})", part.parameters)


@condition.register
def _and(node: And) -> Condition:
    """What must hold together."""
    return _all(" AND ", node.parts)


@condition.register
def _or(node: Or) -> Condition:
    """Of which one must hold."""
    return _all(" OR ", node.parts)


def _all(sign: str, parts: Iterable[Node]) -> Condition:
    """Join the conditions of several parts."""
    made = [condition(part) for part in parts]
    sql = sign.join(part.sql for part in made)
    return Condition(f"({sql})", tuple(value for part in made for value in part.parameters))


@condition.register
def _has(node: Has) -> Condition:
    """A field is there when it, or a field inside it, has a value."""
    key = canonical(node.key)
    inside = "SELECT briefing FROM facet WHERE (key = ? OR (key > ? AND key < ?)) AND briefing >= {since}"
    return Condition(f"{{id}} IN ({inside})", (key, f"{key}.", f"{key}/"))


_STATES = {
    State.UNREAD: "path NOT IN (SELECT path FROM reading WHERE digest IS NOT NULL)",
    State.READ: "path IN (SELECT path FROM reading WHERE digest IS NOT NULL)",
    State.CHANGED: "path IN (SELECT path FROM reading WHERE digest <> briefing.digest)",
    State.MARKED: "path IN (SELECT path FROM reading WHERE starred)",
}


@condition.register
def _is(node: Is) -> Condition:
    """A state of reading follows from what the journal says and the digest of the file."""
    return Condition(f"{{id}} IN (SELECT id FROM briefing WHERE {_STATES[node.state]} AND id >= {{since}})")  # noqa: S608  our own table


@condition.register
def _compare(node: Compare) -> Condition:
    """A field compares when one of its values does, as text, as a number or as days."""
    tests: list[Condition] = []
    if node.words:
        holds = "words = ?" if node.whole else "instr(words, ?)"
        tests.append(Condition(holds, (_run(node.words, prefix=node.prefix),)))
    if node.number is not None:
        sign = "=" if node.sign is Sign.IS else node.sign.value
        tests.append(Condition(f"number {sign} ?", (float(node.number),)))
    if node.days is not None:
        tests.append(_on_days(node.sign, node.days))
    either = " OR ".join(f"({test.sql})" for test in tests)
    parameters = (canonical(node.key), *(value for test in tests for value in test.parameters))
    sql = f"{{id}} IN (SELECT briefing FROM facet WHERE key = ? AND briefing >= {{since}} AND ({either}))"  # noqa: S608  only tests of ours
    return Condition(sql, parameters)


def _on_days(sign: Sign, days: Days) -> Condition:
    """Compare a date with days: by a sign only where it is certain, by a colon where it is possible."""
    first, last = (day and day.isoformat() for day in (days.first, days.last))
    if sign is Sign.IS:
        overlaps = "coalesce(first, last) IS NOT NULL"
        overlaps += " AND coalesce(first, '0001-01-01') <= ? AND coalesce(last, '9999-12-31') >= ?"
        return Condition(overlaps, (last or "9999-12-31", first or "0001-01-01"))
    sql, day = {
        Sign.OVER: ("first > ?", last),
        Sign.FROM: ("first >= ?", first),
        Sign.UNDER: ("last < ?", first),
        Sign.UP_TO: ("last <= ?", last),
    }[sign]
    return Condition(sql, (day,)) if day else Condition("0")


_CERTAIN = {
    Sign.OVER: "NOT approximate AND (low > bound OR (low = bound AND low_open))",
    Sign.FROM: "NOT approximate AND low >= bound",
    Sign.UNDER: "NOT approximate AND (high < bound OR (high = bound AND high_open))",
    Sign.UP_TO: "NOT approximate AND high <= bound",
}
"""That every number of the interval compares so. A missing bound is null, which compares with nothing."""
_POSSIBLE = {
    Sign.OVER: "(high IS NULL OR high > bound)",
    Sign.FROM: "(high IS NULL OR high > bound OR (high = bound AND NOT high_open))",
    Sign.UNDER: "(low IS NULL OR low < bound)",
    Sign.UP_TO: "(low IS NULL OR low < bound OR (low = bound AND NOT low_open))",
}
"""That some number of the interval compares so; an approximate amount counts as the number that is stated."""
_FIGURES = (
    "SELECT briefing, place, words, approximate, low_open, high_open, CAST(? AS REAL) AS bound,"
    " CAST(low AS REAL) AS low, CAST(high AS REAL) AS high FROM figure WHERE counted"
)


@condition.register
def _figure(node: CompareFigure) -> Condition:
    """A figure compares when its words are there and its interval does."""
    test = _on_figures(node, "briefing")
    return Condition(f"{{id}} IN ({test.sql})", test.parameters)


def _on_figures(node: CompareFigure, given: str) -> Condition:
    """Write the statement that gives these columns of the figures that compare so."""
    named = (_run(node.words, prefix=node.prefix),) if node.words else (" ",)
    if node.sign is None or node.number is None:
        return Condition(f"SELECT {given} FROM figure WHERE instr(words, ?) AND briefing >= {{since}}", named)  # noqa: S608  our own names
    test = (_POSSIBLE if node.possible else _CERTAIN)[node.sign]
    sql = f"SELECT {given} FROM ({_FIGURES}) WHERE {test} AND instr(words, ?) AND briefing >= {{since}}"  # noqa: S608  only tests of ours
    return Condition(sql, (float(node.number), *named))


def figures_named(tree: Node) -> Condition | None:
    """Give the condition on a row of figures that one of the `figure:` parts of a query means it; None without any."""
    made = [_on_figures(one, "briefing, place") for one in _figure_parts(tree)]
    if not made:
        return None
    sql = " OR ".join(f"(figure.briefing, figure.place) IN ({one.sql})" for one in made)
    return Condition(f"({sql})", tuple(value for one in made for value in one.parameters))


def _figure_parts(tree: Node) -> Iterator[CompareFigure]:
    """The `figure:` parts of a query that must or may hold."""
    if isinstance(tree, CompareFigure):
        yield tree
    elif isinstance(tree, And | Or):
        for part in tree.parts:
            yield from _figure_parts(part)


def _run(words: tuple[str, ...], *, prefix: bool) -> str:
    """Give words as they stand in a column of folded words."""
    return f" {' '.join(words)}" + ("" if prefix else " ")
