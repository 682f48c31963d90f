"""Whether words of likelihood are used as the standard asks that the briefing declares.

ICD 203 (2015), section D.6.e: terms of its two rows are not to be mixed, and a level of confidence and a degree of
likelihood never stand in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from briefing.document.block import Block, BlockKind, ContainerKind
from briefing.model.pattern import pattern
from briefing.model.problem import Position, Problem, problem
from briefing.model.record import record
from briefing.model.vocabulary import CONFIDENCE, SCALES, Scale
from briefing.review.material import Material

_STANDARD = "icd203"
"""The one standard with these two rules."""

MOST = 100
"""Sentences of one briefing that are named."""
_SENTENCE_END = pattern(r"(?<=[.!?])\s+|\n")
_CONFIDENCE = pattern(rf"(?<![\w-])(?:{'|'.join(CONFIDENCE)})\s+confidence(?!\w)", re.IGNORECASE)
_NOT_PROSE = {BlockKind.CODE, BlockKind.HTML}
_OF_PLACES = "remote"
"""A term that is also said of villages: it counts only where a chance is spoken of."""
_REMOTE_CHANCE = pattern(r"\bremote\s+(?:chance|possibility|prospect|likelihood)\b", re.IGNORECASE)


@record
class _Passage:
    """A text of the author's own, and where it stands."""

    text: str
    field: str
    at: Position


def mixed(material: Material) -> Iterator[Problem]:
    """Find sentences that state both a confidence and a likelihood; so many are said."""
    yield from islice(_mixed(material), MOST)


def _mixed(material: Material) -> Iterator[Problem]:
    """The same, however many there are."""
    for passage in _passages(material):
        if "confidence" not in passage.text.casefold():
            continue
        for sentence in _SENTENCE_END.split(passage.text):
            confidence = _CONFIDENCE.search(sentence)
            likely = next(iter(_terms(sentence, SCALES[_STANDARD])), None)
            if confidence and likely:
                message = (
                    f'"{" ".join(confidence[0].split())}" and "{likely[0]}" in one sentence; ICD 203 keeps them apart'
                )
                yield problem("est-mixed", message, field=passage.field, at=passage.at)


def rows(material: Material) -> Iterator[Problem]:
    """Find that terms of both rows are used; said once, where the second row is first used."""
    first: tuple[str, int] | None = None
    for passage in _passages(material):
        for words, row in _terms(passage.text, SCALES[_STANDARD]):
            if first is None:
                first = (words, row)
            elif row != first[1]:
                message = f'"{first[0]}" and "{words}" are from two rows of ICD 203\'s table; keep to one row'
                yield problem("est-rows", message, field=passage.field, at=passage.at)
                return


def _passages(material: Material) -> Iterator[_Passage]:
    """What the author says in own words, from summary and takeaways on; none where the standard is not declared."""
    briefing = material.briefing
    if briefing.estimative != _STANDARD:
        return
    if briefing.summary:
        yield _Passage(briefing.summary, "summary", material.place("summary"))
    for index, takeaway in enumerate(briefing.takeaways):
        field = f"takeaways[{index}]"
        yield _Passage(takeaway.text, field, material.place(field))
        if takeaway.likelihood:
            yield _Passage(takeaway.likelihood, f"{field}.likelihood", material.place(f"{field}.likelihood"))
    for block in material.blocks.values():
        if block.kind not in _NOT_PROSE and not _is_quoted(block):
            yield _Passage(block.text, "", Position(block.line))


def _is_quoted(block: Block) -> bool:
    """Whether a block holds the words of somebody else."""
    return any(container.kind is ContainerKind.QUOTE for container in block.containers)


def _terms(text: str, scale: Scale) -> Iterator[tuple[str, int]]:
    """The terms of a scale in a text as they are written there, each with its row."""
    pattern, table = _pattern(scale)
    for found in pattern.finditer(text):
        words = " ".join(found[0].casefold().split())
        if words != _OF_PLACES or len(text) == len(found[0]) or _REMOTE_CHANCE.match(text, found.start()):
            yield " ".join(found[0].split()), table[words]


@cache
def _pattern(scale: Scale) -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern that finds the terms of a scale, the longer before those that they hold, and the row of each."""
    table = {words: term.row for term in scale.terms for words in term.words}
    terms = "|".join(words.replace(" ", r"\s{1,3}") for words in sorted(table, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{terms})(?![\w-])", re.IGNORECASE), table
