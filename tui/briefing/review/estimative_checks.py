"""Whether words of likelihood are used as the standard asks that the briefing declares.

ICD 203 (2015), section D.6.e: terms of its two rows are not to be mixed, and a level of confidence and a degree of
likelihood never stand in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from briefing.model.pattern import pattern
from briefing.model.problem import Position, Problem, problem
from briefing.model.record import record
from briefing.model.vocabulary import CONFIDENCE, SCALES
from briefing.review.material import Material
from briefing.review.terms import FoundTerm, is_own_prose, terms_in

_STANDARD = "icd203"
"""The one standard with these two rules."""

MOST = 100
"""Sentences of one briefing that are named."""
_SENTENCE_END = pattern(r"(?<=[.!?])\s+|\n")
_CONFIDENCE = pattern(rf"(?<![\w-])(?:{'|'.join(CONFIDENCE)})\s+confidence(?!\w)", re.IGNORECASE)


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
            likely = next(terms_in(sentence, SCALES[_STANDARD]), None)
            if confidence and likely:
                words = " ".join(confidence[0].split())
                message = f'"{words}" and "{likely.words}" in one sentence; ICD 203 keeps them apart'
                yield problem("est-mixed", message, field=passage.field, at=passage.at)


def rows(material: Material) -> Iterator[Problem]:
    """Find that terms of both rows are used; said once, where the second row is first used."""
    first: FoundTerm | None = None
    for passage in _passages(material):
        for found in terms_in(passage.text, SCALES[_STANDARD]):
            if first is None:
                first = found
            elif found.term.row != first.term.row:
                message = f'"{first.words}" and "{found.words}" are from two rows of ICD 203\'s table; keep to one row'
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
        if is_own_prose(block):
            yield _Passage(block.text, "", Position(block.line))
