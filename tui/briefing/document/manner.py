"""What a reader chooses about how blocks are set: whether code wraps, and which folded boxes are open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.document.block import Block
from briefing.model.record import record


@record
class Manner:
    """How blocks are set."""

    wraps_code: bool = False
    """Whether long lines of code are broken; else their rows are wider than the others."""
    opened: frozenset[int] | None = None
    """The folds that are open, each known by the offset of its title; None for all of them."""


PLAIN = Manner()
"""Everything is shown, code as it is written."""


def closed_folds(block: Block, manner: Manner) -> Iterator[int]:
    """The closed folds that a block is hidden in, the outermost first; the title of a fold is not hidden in it."""
    opened = manner.opened
    if opened is None:
        return
    for container in block.containers:
        if container.fold is not None and container.fold not in opened and container.fold != block.offset:
            yield container.fold


def is_hidden(block: Block, manner: Manner) -> bool:
    """Whether a block is hidden in a closed fold."""
    return bool(block.containers) and next(closed_folds(block, manner), None) is not None


def is_fold(block: Block) -> bool:
    """Whether a block is the title of a fold."""
    return any(container.fold == block.offset for container in block.containers)


def toggled(manner: Manner, fold: int) -> Manner:
    """The same manner with this fold opened, or closed. Some folds are closed and some are open in it."""
    return replace(manner, opened=(manner.opened or frozenset()) ^ {fold})


def is_open(fold: int, manner: Manner) -> bool:
    """Whether the fold with a title at this offset is open."""
    return manner.opened is None or fold in manner.opened
