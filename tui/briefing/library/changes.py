"""What has changed between two editions of a briefing: paragraphs by their words, figures by what they count."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from enum import StrEnum

from briefing.document.block import Block
from briefing.library.edition import Edition, pieces
from briefing.model.record import record


class Change(StrEnum):
    """What has become of a paragraph."""

    NEW = "new"
    CHANGED = "changed"
    BEFORE = "before"
    """It stands as it stood, but something before it was taken out."""
    AFTER = "after"
    """The same at the end of the text, where something after it was taken out."""


@record
class Changes:
    """What is other than it was."""

    paragraphs: tuple[tuple[int, Change], ...] = ()
    """The offsets of the blocks to be marked, in reading order."""
    are_known: bool = True
    """Whether the paragraphs of both editions are known; else only that the text has changed."""
    figures: tuple[str | None, ...] = ()
    """For each figure how it read, None where it reads the same; empty where it is new."""
    figures_gone: tuple[str, ...] = ()
    """The figures that are no more, as they read."""

    def count(self, change: Change) -> int:
        """How many blocks have become so."""
        return sum(1 for _, become in self.paragraphs if become is change)


def changes(before: Edition, now: Edition, blocks: Iterable[Block]) -> Changes:
    """Compare two editions, in time that grows as their length.

    A paragraph that was moved as it was is not changed. Where some were taken out and others put in at one place, the
    first of these count as changed and the rest as new.

    Args:
        before: how it stood.
        now: how it stands.
        blocks: the blocks that it stands in.
    """
    figures, gone = figure_changes(before, now)
    if before.digest == now.digest:
        return Changes((), True, figures, gone)
    if not before.pieces or not now.pieces:
        return Changes((), False, figures, gone)
    return Changes(tuple(_paragraphs(before.pieces, now.pieces, blocks)), True, figures, gone)


def _paragraphs(before: Sequence[str], now: Sequence[str], blocks: Iterable[Block]) -> list[tuple[int, Change]]:
    """Find what has become of the blocks whose pieces these are."""
    owners = [block.offset for block in blocks for _ in pieces(block)]
    pairs = _pairs(before, now)
    gone = _gone_after(before, pairs)
    kept = set(pairs.values())
    become: dict[int, list[Change | None]] = defaultdict(list)
    missing = gone[-1]
    for place, owner in enumerate(owners):
        if place not in kept:
            become[owner].append(Change.CHANGED if missing else Change.NEW)
            missing = max(0, missing - 1)
            continue
        become[owner].append(Change.BEFORE if missing else None)
        missing = gone[place]
    if missing and owners:
        become[owners[-1]].append(Change.AFTER)
    return [(owner, change) for owner, parts in become.items() if (change := _of_block(parts))]


def _pairs(before: Sequence[object], now: Sequence[object]) -> dict[int, int]:
    """Find the place now of each thing of before: that of the first one equal to it that no other has."""
    places: dict[object, deque[int]] = defaultdict(deque)
    for place, thing in enumerate(now):
        places[thing].append(place)
    return {place: places[thing].popleft() for place, thing in enumerate(before) if places.get(thing)}


def _gone_after(before: Sequence[str], pairs: dict[int, int]) -> dict[int, int]:
    """Count the pieces that were taken out after each one that was kept, by its place now; -1 for the beginning."""
    gone: dict[int, int] = defaultdict(int)
    last = -1
    for place in range(len(before)):
        if place in pairs:
            last = pairs[place]
        else:
            gone[last] += 1
    return gone


def _of_block(parts: Sequence[Change | None]) -> Change | None:
    """What has become of a block whose pieces have become this."""
    inner, edge = list(parts), None
    if inner[-1] is Change.AFTER:
        edge = inner.pop()
    if inner[0] is Change.BEFORE:
        edge, inner[0] = Change.BEFORE, None
    return inner[0] or edge if len(set(inner)) == 1 else Change.CHANGED


def figure_changes(before: Edition, now: Edition) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """Find how each figure read (None where it reads the same, empty where it is new), and those that are gone.

    One that counts the same and reads the same has not changed; of the others, those that count the same belong
    together in their order. One that does not say what it counts belongs to none.
    """
    if len(before.names) != len(before.figures):  # A journal that was written otherwise says nothing of them.
        return (None,) * len(now.figures), ()
    same = _pairs(list(zip(before.names, before.figures, strict=True)), list(zip(now.names, now.figures, strict=True)))
    rest = [place for place in range(len(before.names)) if place not in same]
    kept = set(same.values())
    others = [place for place in range(len(now.names)) if place not in kept]
    alike = _pairs([before.names[place] for place in rest], [now.names[place] for place in others])
    became = {others[new]: rest[old] for old, new in alike.items() if before.names[rest[old]]}
    read = tuple(
        None if place in kept else before.figures[became[place]] if place in became else ""
        for place in range(len(now.names))
    )
    stands = set(became.values())
    return read, tuple(before.figures[place] for place in rest if place not in stands)
