"""What stands above the text of a briefing: title, byline, notices, corrections, image, summary, takeaways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from briefing.document.block import Block, BlockKind, Role
from briefing.model.briefing import Briefing, Correction, Image, Person, Takeaway
from briefing.model.counting import counted
from briefing.model.dates import StatedDate, age, shown_age, shown_date
from briefing.model.record import record
from briefing.review.handling import Label, labels
from briefing.review.reading_time import reading_time
from briefing.review.wording import Words, joined, marked_up, paragraphs, plain

SEPARATOR = "  \u00b7  "
"""Between the parts of the byline line."""

_SET_OUT_IN_FULL = 3
"""Persons up to whom each is named with role and organization on the byline line; of more, the names alone."""
_NAMED = 20
"""Persons up to whom each is named there at all; of more, the rest are counted."""

_STATUS = {
    "draft": "Draft.",
    "withheld": "Withheld.",
    "canceled": "Canceled.",
    "superseded": "Superseded.",
}
"""What a reader must know at once; other words of status stand among the facts."""


@record
class Draft:
    """A block that has no place yet."""

    kind: BlockKind
    words: Words
    field: str
    """The field of the front matter that it comes from."""
    gap: int = 1

    def block(self, offset: int, briefing: Briefing) -> Block:
        """Put the block in its place; its line is that of its field."""
        place = briefing.positions.get(self.field)
        line = place.line if place else 1
        return Block(self.kind, offset, line, self.words.text, self.words.spans, gap=self.gap)


def opening(briefing: Briefing, today: date) -> tuple[Block, ...]:
    """Give what stands above the text, at negative offsets."""
    drafts = [draft for draft in _drafts(briefing, today) if draft.words]
    return tuple(draft.block(place - len(drafts), briefing) for place, draft in enumerate(drafts))


def _drafts(briefing: Briefing, today: date) -> Iterator[Draft]:
    """Make the blocks in the order of the page."""
    yield from banner_drafts(labels(briefing, today), explained=True)
    render = marked_up if briefing.title_origin == "front matter" else plain
    yield Draft(BlockKind.TITLE, render(briefing.title), "title")
    if briefing.subtitle:
        yield Draft(BlockKind.PARAGRAPH, marked_up(briefing.subtitle, Role.SUBTITLE), "subtitle", gap=0)
    yield Draft(BlockKind.BYLINE, byline_line(briefing), "byline")
    yield from _together(notices(briefing, today))
    for index, correction in _newest_first(briefing.corrections):
        yield Draft(BlockKind.PARAGRAPH, _correction_words(correction), f"corrections[{index}]")
    if briefing.image:
        yield Draft(BlockKind.IMAGE, _image_words(briefing.image), "image")
    for paragraph in paragraphs(briefing.summary or ""):
        yield Draft(BlockKind.SUMMARY, marked_up(paragraph), "summary")
    for index, takeaway in enumerate(briefing.takeaways):
        yield Draft(BlockKind.TAKEAWAY, takeaway_words(takeaway), f"takeaways[{index}]", gap=int(index == 0))


def banner_drafts(found: Iterable[Label], *, explained: bool) -> Iterator[Draft]:
    """Make the handling banner, which stands above the text with what its labels mean, and below it."""
    for index, label in enumerate(found):
        words = (plain(label.text), plain(label.meaning if explained else ""))
        yield Draft(BlockKind.BANNER, joined(words, " \u00b7 "), label.field, gap=int(index == 0))


def byline_line(briefing: Briefing) -> Words:
    """Say by whom, of when, how long, and with how many figures: `Jane Doe, Analyst · 2025 (uncertain) · 4 min`."""
    count = len(briefing.figures)
    return joined(
        (
            _persons(briefing.byline),
            plain(shown_date(briefing.date) if briefing.date else "undated"),
            plain(f"updated {shown_date(briefing.updated)}" if briefing.updated else ""),
            plain(f"as of {shown_date(briefing.as_of)}" if briefing.as_of else ""),
            plain(reading_time(briefing.text, briefing.body_start)),
            plain(counted(count, "figure") if count else ""),
        ),
        SEPARATOR,
    )


def _persons(persons: tuple[Person, ...]) -> Words:
    """Name those who wrote it: with role and organization while they are few."""
    names = [plain(person.name, Role.NAME) for person in persons[:_NAMED]]
    if len(persons) > _NAMED:
        return joined((joined(names, ", "), plain(f"{len(persons) - _NAMED:,} others")), " and ")
    if len(persons) > _SET_OUT_IN_FULL:
        return joined(names, ", ")
    further = [(person.role or "", *person.organization) for person in persons]
    whole = [joined((name, *map(plain, more)), ", ") for name, more in zip(names, further, strict=True)]
    if any(any(more) for more in further):
        return joined(whole, "; ")
    return joined((joined(whole[:-1], ", "), *whole[-1:]), " and ")


def notices(briefing: Briefing, today: date) -> Iterator[tuple[str, Words]]:
    """Say what a reader must know before reading, each sentence with the field that it follows from."""
    if briefing.superseded_by:
        yield "superseded_by", plain(f"Superseded by {', '.join(map(_link_name, briefing.superseded_by))}.")
    if briefing.status in _STATUS and not (briefing.status == "superseded" and briefing.superseded_by):
        yield "status", plain(_STATUS[briefing.status])
    if briefing.expires and (ago := _ago(briefing.expires, today)):
        yield "expires", plain(f"Expired {ago}: {shown_date(briefing.expires)}.")
    if briefing.next and (ago := _ago(briefing.next, today)):
        yield "next", plain(f"The next one was due {ago}: {shown_date(briefing.next)}.")
    for found in briefing.problems:
        if found.code == "file-large":
            yield "", plain(f"{found.message}.")


def _ago(stated: StatedDate, today: date) -> str | None:
    """Say how long ago a date was, once every day that it may mean has passed."""
    told = age(stated, today)
    return f"{shown_age(told)} ago" if told and told.least > 0 else None


def _together(found: Iterable[tuple[str, Words]]) -> Iterator[Draft]:
    """Set notices without blank rows between them."""
    for index, (field, words) in enumerate(found):
        yield Draft(BlockKind.NOTICE, words, field, gap=int(index == 0))


def _link_name(link: str) -> str:
    """The name in a link to another briefing: a path, an id, or `[[name|text]]`."""
    inner = link.strip().removeprefix("[[").removesuffix("]]")
    return inner.rpartition("|")[2].strip() or link


def _newest_first(corrections: tuple[Correction, ...]) -> list[tuple[int, Correction]]:
    """The corrections with their indexes, the newest first and the undated last."""

    def day(numbered: tuple[int, Correction]) -> date:
        """The day of a correction; that of an undated one comes before all."""
        stated = numbered[1].date
        return (stated and (stated.end or stated.start)) or date.min

    return sorted(enumerate(corrections), key=day, reverse=True)


def _correction_words(correction: Correction) -> Words:
    """What was put right, and when."""
    when = f" ({shown_date(correction.date)})" if correction.date else ""
    return plain(f"Correction{when}:", Role.ALERT) + Words(" ") + marked_up(correction.text)


def _image_words(image: Image) -> Words:
    """What a terminal shows of an image: its alternative text, caption and credit, a row each."""
    lead = "" if image.src else "Image not included: "
    described = image.alt or (f"no description ({image.src})" if image.src else "no description")
    parts = [plain(lead + described, Role.IMAGE)]
    parts += [marked_up(text, Role.CAPTION) for text in (image.caption, image.credit) if text]
    return joined(parts, "\n")


def takeaway_words(takeaway: Takeaway) -> Words:
    """The sentence, then what its author says about it."""
    remarks = (
        plain(f"likelihood: {takeaway.likelihood}" if takeaway.likelihood else ""),
        plain(f"confidence: {takeaway.confidence}" if takeaway.confidence else ""),
    )
    remark = joined(remarks, "; ")
    text = marked_up(takeaway.text)
    return text + plain(f" ({remark.text})", Role.DIM) if remark else text
