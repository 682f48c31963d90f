"""The keys of a mapping, found by any of the spellings and names that tools give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefing.format import node
from briefing.format.node import Entry, Node, Scalar
from briefing.model.pattern import pattern
from briefing.model.record import record

_MARKS = pattern(r"[-_\s]+")
_LONGEST_KEY = 40
"""Longer keys are sentences: they are no misspelling of a field."""


@lru_cache(2048)
def fold(key: str) -> str:
    """Fold a key so that `keyTakeaways`, `key-takeaways` and `Key takeaways` are one."""
    return _MARKS.sub("", key).casefold()


def is_absent(value: Node) -> bool:
    """Whether nothing is stated: `null`, `~`, or an empty value."""
    return isinstance(value, Scalar) and (value.absent or not value.text.strip())


@record
class Parts:
    """A mapping taken apart by a table of names: what was found, and what the table does not know."""

    found: Mapping[str, Entry]
    """By the table's name; of several aliases the first that states something."""
    rest: tuple[Entry, ...]
    """Every other entry, in the order of the file: unknown keys and aliases that were passed over."""

    def value(self, name: str) -> Node | None:
        """Give the value found under this name of the table."""
        entry = self.found.get(name)
        return entry.value if entry else None


def parts(mapping: node.Mapping, table: Mapping[str, Iterable[str]]) -> Parts:
    """Take a mapping apart by a table of names with their aliases, the more telling first."""
    spellings = _spellings_of(table)
    best: dict[str, tuple[int, Entry]] = {}
    seen: set[str] = set()
    for entry in mapping:
        key = fold(entry.key.text)
        if key in seen or is_absent(entry.value):
            seen.add(key)
            continue
        seen.add(key)
        for name, rank in spellings.get(key, ()):
            if name not in best or rank < best[name][0]:
                best[name] = rank, entry
    found = {name: best[name][1] for name in table if name in best}
    taken = {id(entry) for entry in found.values()}
    return Parts(found, tuple(entry for entry in mapping if id(entry) not in taken))


def is_known(key: str, table: Mapping[str, Iterable[str]]) -> bool:
    """Whether a folded key is one of a table, by its name or an alias."""
    return key in _spellings_of(table)


_Spellings = Mapping[str, list[tuple[str, int]]]
"""For each folded key of a table the names it may mean, each with how telling it is there, 0 the most."""

_worked_out: dict[int, tuple[Mapping[str, Iterable[str]], _Spellings]] = {}
"""The spellings of the tables used so far, by the identity of the table, which is kept so that it stays its own."""
_MOST_TABLES = 64


def _spellings_of(table: Mapping[str, Iterable[str]]) -> _Spellings:
    """Give the spellings of a table; tables are constants, and are used for every figure of every file."""
    known = _worked_out.get(id(table))
    if known is not None:
        return known[1]
    if len(_worked_out) == _MOST_TABLES:
        _worked_out.clear()
    spellings: dict[str, list[tuple[str, int]]] = {}
    for name, aliases in table.items():
        for rank, alias in enumerate((name, *aliases)):
            spellings.setdefault(fold(alias), []).append((name, rank))
    _worked_out[id(table)] = table, spellings
    return spellings


def nearest(written: str, names: Iterable[str], *, slips: int = 1, shortest: int = 4) -> str | None:
    """Give the name that a text is most likely a misspelling of.

    Args:
        written: the text; one longer than any name is near to none.
        names: what may be meant, the likelier first.
        slips: how many letters may be wrong; more than one only if the text is long and begins as the name does.
        shortest: names of fewer letters are near to too much.
    """
    key = fold(written)
    return _nearest(key, tuple(names), slips, shortest) if shortest <= len(key) <= _LONGEST_KEY else None


@lru_cache(512)
def _nearest(key: str, names: tuple[str, ...], slips: int, shortest: int) -> str | None:
    """Do that for a folded key; the files of a folder have their unknown keys in common."""
    best: tuple[int, str] | None = None
    letters = set(key)
    for name in names:
        folded = fold(name)
        allowed = slips if len(key) >= 7 and folded[:1] == key[0] else 1
        if abs(len(folded) - len(key)) > allowed or len(folded) < shortest:
            continue
        if len(letters.symmetric_difference(folded)) > 2 * allowed:  # One slip changes two letters at most.
            continue
        found = _slips(key, folded)
        if found <= allowed and (best is None or found < best[0]):
            best = found, name
    return best[1] if best else None


def _slips(one: str, other: str) -> int:
    """Count the letters added, left out, changed or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if before and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
