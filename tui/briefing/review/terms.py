"""Words of likelihood in a text, as the standard defines them that a briefing declares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.document.block import Block, BlockKind, ContainerKind
from briefing.model.pattern import pattern
from briefing.model.record import record
from briefing.model.vocabulary import Scale, Term

_NOT_PROSE = {BlockKind.CODE, BlockKind.HTML}
_OF_PLACES = "remote"
"""A term that is also said of villages: it counts only where a chance is spoken of."""
_REMOTE_CHANCE = pattern(r"\bremote\s+(?:chance|possibility|prospect|likelihood)\b", re.IGNORECASE)


@record
class FoundTerm:
    """A term where it stands in a text."""

    start: int
    end: int
    words: str
    """As written there, in one line."""
    term: Term


def terms_in(text: str, scale: Scale) -> Iterator[FoundTerm]:
    """Find the terms of a scale in a text, in order."""
    sought, table = _pattern(scale)
    for found in sought.finditer(text):
        words = " ".join(found[0].casefold().split())
        if words != _OF_PLACES or len(text) == len(found[0]) or _REMOTE_CHANCE.match(text, found.start()):
            yield FoundTerm(found.start(), found.end(), " ".join(found[0].split()), table[words])


def is_own_prose(block: Block) -> bool:
    """Whether a block holds the author's own sentences, and not code or the words of somebody else."""
    is_quoted = any(container.kind is ContainerKind.QUOTE for container in block.containers)
    return block.kind not in _NOT_PROSE and not is_quoted


@cache
def _pattern(scale: Scale) -> tuple[re.Pattern[str], dict[str, Term]]:
    """The pattern that finds the terms of a scale, the longer before those that they hold, and each by its words."""
    table = {words: term for term in scale.terms for words in term.words}
    terms = "|".join(words.replace(" ", r"\s{1,3}") for words in sorted(table, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{terms})(?![\w-])", re.IGNORECASE), table
