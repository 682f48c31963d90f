"""The page of a briefing: its text, with what stands above and below it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefing.document.block import Block, BlockKind, Role
from briefing.document.document import Document
from briefing.model.briefing import Briefing, Person
from briefing.review.handling import labels
from briefing.review.opening import Draft, banner_drafts, opening
from briefing.review.wording import Words, marked_up, paragraphs, plain

__all__ = ["closing", "opening", "page", "text_of"]

_SHORT = 4096
"""Characters of a text that is short enough to look whether anything of it is seen."""


def page(briefing: Briefing, today: date) -> Document:
    """Make the document that is shown: the text between opening and closing, without the heading the title repeats."""
    return Document(
        briefing.text,
        start=briefing.body_start,
        line=briefing.body_line,
        title=briefing.title,
        opening=opening(briefing, today),
        closing=closing(briefing, today),
        source_ids=_source_ids(briefing),
    )


def text_of(briefing: Briefing) -> Document:
    """Make the document of the text alone, in which quotes are looked for."""
    return Document(
        briefing.text,
        start=briefing.body_start,
        line=briefing.body_line,
        title=briefing.title,
        source_ids=_source_ids(briefing),
    )


def closing(briefing: Briefing, today: date) -> tuple[Block, ...]:
    """Give what stands below the text, at offsets from the end of the file on: its absence, the authors, the banner."""
    drafts = [draft for draft in _drafts(briefing, today) if draft.words]
    end = len(briefing.text)
    return tuple(draft.block(end + place, briefing) for place, draft in enumerate(drafts))


def _drafts(briefing: Briefing, today: date) -> Iterator[Draft]:
    """Make the blocks in the order of the page."""
    if _is_empty(briefing):
        yield Draft(BlockKind.NOTICE, plain(_absence(briefing)), "")
    for found in briefing.problems:
        if found.code == "file-large":
            yield Draft(BlockKind.NOTICE, plain(f"The file goes on: {found.message}."), "")
    for index, person in enumerate(briefing.byline):
        yield from _bio_drafts(person, f"byline[{index}]")
    yield from banner_drafts(labels(briefing, today), explained=False)


def _is_empty(briefing: Briefing) -> bool:
    """Whether nothing stands between opening and closing."""
    if len(briefing.text) - briefing.body_start > _SHORT:
        return False
    return next(iter(text_of(briefing)), None) is None


def _absence(briefing: Briefing) -> str:
    """Say what is missing where there is no text."""
    if not briefing.text.strip():
        return "The file is empty."
    return "There is no text below the front matter." if briefing.body_start else "There is no text below the title."


def _bio_drafts(person: Person, field: str) -> Iterator[Draft]:
    """Make the paragraphs about a person; the first one names whom it is about."""
    for index, paragraph in enumerate(paragraphs(person.bio or "")):
        words = marked_up(paragraph)
        if index == 0:
            words = _naming(person.name, words)
        yield Draft(BlockKind.BYLINE, words, field, gap=2 - min(index, 1))


def _naming(name: str, words: Words) -> Words:
    """The words with the name in front, lit; it is put there when they do not begin with it."""
    lit = plain(name, Role.NAME)
    if words.text.startswith(lit.text):
        return Words(words.text, (*lit.spans, *words.spans))
    return lit + plain(" \u2014 ") + words


def _source_ids(briefing: Briefing) -> frozenset[str]:
    """The ids by which the text may cite sources."""
    return frozenset(source.id for source in briefing.sources if source.id)
