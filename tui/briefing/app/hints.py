"""Letters that choose one of the things on the screen: which letters, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.app.keys import by_position

LETTERS = "asdfjklgh"
"""The row on which the fingers rest, those under them first. What is chosen first is the easiest to type."""
_LATIN = dict(zip(by_position(tuple(LETTERS)), LETTERS, strict=True))

Spot = tuple[int, int]
"""A row and a column."""


def labels(count: int) -> list[str]:
    """So many different words of home-row letters, the shortest first, none of which begins another."""
    short, long = list(LETTERS), list[str]()
    while len(short) + len(long) < count:
        if not short:
            short, long = long, []
        stem = short.pop()
        long[:0] = [stem + letter for letter in LETTERS]
    return [*short, *long][:count]


def letter(key: str) -> str | None:
    """The letter that a key stands for; one of a Cyrillic keyboard for that in its place, None for other keys."""
    found = _LATIN.get(key, key)
    return found if found in tuple(LETTERS) else None


def chosen(typed: str, among: Iterable[str]) -> str | None:
    """The word that was typed, once it is complete."""
    return typed if typed in set(among) else None


def begun(typed: str, among: Iterable[str]) -> list[str]:
    """The words that begin with what was typed."""
    return [label for label in among if label.startswith(typed)]


def spread(spots: Sequence[Spot], words: Sequence[str], width: int) -> list[Spot | None]:
    """Where each word is written: at its spot, or as near to it as leaves every word of the row to be read.

    Args:
        spots: where what is to be chosen begins, in reading order.
        words: what is written there, each character one column wide.
        width: columns of the rows. A word for which its row has no room at all has no place: None.
    """
    placed: list[Spot | None] = []
    for y, row in groupby(zip(spots, words, strict=True), key=lambda pair: pair[0][0]):
        members = [(x, len(word)) for (_, x), word in row]
        columns = list(_side_by_side(members, width))
        placed += [(y, x) for x in columns]
        placed += [None] * (len(members) - len(columns))
    return placed


def _side_by_side(members: Sequence[tuple[int, int]], width: int) -> Iterator[int]:
    """The columns of words in one row: moved to the right where they would overlap, back where the row ends."""
    fitting, taken = 0, 0
    for _, length in members:
        taken += length
        fitting += taken <= width
    columns: list[int] = []
    end = 0
    for x, length in members[:fitting]:
        columns.append(max(x, end))
        end = columns[-1] + length
    edge = width
    for index in reversed(range(fitting)):
        edge = columns[index] = min(columns[index], edge - members[index][1])
    yield from columns
