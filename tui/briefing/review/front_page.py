"""The front page of a library: what is new, what has changed, what is past its dates, as one page to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from briefing.document.block import Block, BlockKind, Container, ContainerKind, Role, Span
from briefing.model.briefing import Briefing
from briefing.model.counting import counted
from briefing.model.dates import shown_date
from briefing.model.figure import Figure
from briefing.model.record import record
from briefing.model.text import shown_line
from briefing.review.amount_words import amount_then_unit
from briefing.review.handling import labels
from briefing.review.opening import SEPARATOR, byline_line, notices, takeaway_words
from briefing.review.wording import Words, joined, marked_up, paragraphs, plain

MOST_TAKEAWAYS = 5
"""Takeaways that are shown of one briefing; of more, the rest are counted."""
MOST_FIGURES = 3
"""Key figures that are shown of one briefing; of more, the rest are counted."""

_ROW = Container(ContainerKind.ITEM, "\u00b7", opens=True)
"""Around a figure, so that what it goes on with stands right of its amount."""

Item = tuple[Block, ...]
"""What the page says of one briefing. Its blocks have no place yet: `front_page` gives each its own."""


@record
class Headline:
    """How a briefing is named on the page."""

    sign: str
    """`●` new, `◐` changed since it was read, empty for what is read."""
    title: str
    target: str
    """Where its title leads, as the target of a link."""
    said: str = ""
    """A sentence about how it stands with its reader; empty where there is nothing to say."""


@record
class Group:
    """Some briefings under one heading."""

    heading: str
    items: tuple[Item, ...]
    more: str = ""
    """A sentence about those that are not shown; empty where all are."""


def story(briefing: Briefing, headline: Headline, today: date, before: Sequence[str | None] = ()) -> Item:
    """Say what a reader must know of a briefing: what holds of it, its takeaways, its first figures.

    Args:
        briefing: as it stands.
        headline: how it is named.
        today: the day that ages count from.
        before: for each figure how it read, as `figure_words` takes it; those that read otherwise stand first.
    """
    figures = _figures(briefing, before or [None] * len(briefing.figures))
    return _item(headline, [*_standing(briefing, headline, today), *_takeaways(briefing), *figures])


def notice(briefing: Briefing, headline: Headline, today: date) -> Item:
    """Say of a briefing that was read only what holds of it by now."""
    return _item(headline, list(_standing(briefing, headline, today)))


def unread_story(headline: Headline, reason: str) -> Item:
    """Name a briefing whose file cannot be read just now, and say why."""
    return _item(headline, [_part(BlockKind.NOTICE, plain(reason))])


def _item(headline: Headline, below: Sequence[Block]) -> Item:
    """Set the title, a link, beside its sign, and everything else under it."""
    text = shown_line(headline.title)
    spans = (Span(0, len(text), Role.STRONG), Span(0, len(text), Role.LINK, headline.target))
    first = Container(ContainerKind.ITEM, headline.sign, opens=True)
    title = Block(BlockKind.PARAGRAPH, 0, 1, text, spans, (first,))
    inside = replace(first, opens=False)
    return (title, *(replace(block, containers=(inside, *block.containers)) for block in below))


def _part(kind: BlockKind, words: Words, gap: int = 0) -> Block:
    """A block of an item."""
    return Block(kind, 0, 1, words.text, words.spans, gap=gap)


def _standing(briefing: Briefing, headline: Headline, today: date) -> Iterator[Block]:
    """Say by whom it is and of when, how it must be handled, and what must be known before reading."""
    handling = [plain(label.text, Role.BANNER) for label in labels(briefing, today)]
    yield _part(BlockKind.BYLINE, joined((*handling, byline_line(briefing)), SEPARATOR))
    if headline.said:
        yield _part(BlockKind.NOTICE, plain(headline.said))
    for _, words in notices(briefing, today):
        yield _part(BlockKind.PARAGRAPH, plain(words.text, Role.STRONG))


def _takeaways(briefing: Briefing) -> Iterator[Block]:
    """The takeaways; where there are none, the first paragraph of the summary."""
    for takeaway in briefing.takeaways[:MOST_TAKEAWAYS]:
        yield _part(BlockKind.TAKEAWAY, takeaway_words(takeaway))
    if not briefing.takeaways:
        for paragraph in paragraphs(briefing.summary or "")[:1]:
            yield _part(BlockKind.SUMMARY, marked_up(paragraph))
    yield from _rest(len(briefing.takeaways) - MOST_TAKEAWAYS, "takeaway")


def _figures(briefing: Briefing, before: Sequence[str | None]) -> Iterator[Block]:
    """The first figures, a line each."""
    pairs = sorted(zip(briefing.figures, before, strict=True), key=lambda pair: pair[1] is None)
    for figure, read in pairs[:MOST_FIGURES]:
        yield replace(_part(BlockKind.PARAGRAPH, figure_words(briefing, figure, read)), containers=(_ROW,))
    yield from _rest(len(briefing.figures) - MOST_FIGURES, "figure")


def _rest(count: int, what: str) -> Iterator[Block]:
    """Say how many are not shown."""
    if count > 0:
        yield _part(BlockKind.NOTICE, plain(f"and {counted(count, f'more {what}')}"))


def figure_words(briefing: Briefing, figure: Figure, before: str | None = None) -> Words:
    """A figure in its author's words: `over 30,000 troops  to be sent · forecast · undated`.

    Args:
        briefing: that it is from.
        figure: as it reads.
        before: how it read when the briefing was read; empty where it is new since, None where it reads the same.
    """
    amount = "".join(amount_then_unit(figure, before, briefing.language or "en"))
    as_of = briefing.as_of_for(figure)
    said = (
        plain(figure.label or ""),
        plain(figure.status or "", Role.DIM),
        plain(f"as of {shown_date(as_of)}" if as_of else "undated", Role.DIM),
        plain("new since you read it" if before == "" else "", Role.DIM),
    )
    return plain(amount, Role.HIGHLIGHT) + Words("  ") + joined(said, " \u00b7 ")


def front_page(title: str, standfirst: Iterable[str], groups: Iterable[Group]) -> tuple[Block, ...]:
    """Put the page together, its blocks at negative offsets as those above a text are.

    Args:
        title: its heading.
        standfirst: the sentences under it.
        groups: what follows; one without briefings is left out.
    """
    blocks = [Block(BlockKind.TITLE, 0, 1, shown_line(title), (Span(0, len(shown_line(title)), Role.TITLE),), gap=0)]
    blocks += [_part(BlockKind.BYLINE, plain(sentence)) for sentence in standfirst]
    for group in groups:
        if group.items:
            blocks.append(Block(BlockKind.HEADING, 0, 1, group.heading, level=2, gap=2))
            blocks += (block for item in group.items for block in item)
            blocks += [_part(BlockKind.NOTICE, plain(group.more), gap=1)] if group.more else []
    return tuple(replace(block, offset=place - len(blocks)) for place, block in enumerate(blocks))
