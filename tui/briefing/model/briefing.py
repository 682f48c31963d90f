"""The briefing: everything its front matter says, and the text it stands above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Literal

from briefing.model.dates import StatedDate
from briefing.model.figure import Figure, Quote
from briefing.model.known import Kind, known
from briefing.model.problem import Position, Problem
from briefing.model.record import record

Plain = None | str | list["Plain"] | dict[str, "Plain"]
"""A value of an unknown field: its scalars stay the text that was written."""


@record
class Person:
    """Who wrote it. Text fields are one line; `bio` may have paragraphs, parted by blank lines."""

    name: str
    role: str | None = None
    organization: tuple[str, ...] = ()
    bio: str | None = None
    email: str | None = None
    url: str | None = None
    orcid: str | None = None
    """Sixteen digits in groups of four, without the address before them."""
    social: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    image: str | None = None
    note: str | None = None


@record
class Grade:
    """An Admiralty grade: reliability of the source and credibility of the item, never joined into one."""

    reliability: str | None
    """`A` to `F`, or None where it was not stated."""
    credibility: str | None
    """`1` to `6`, or None where it was not stated."""

    @property
    def signs(self) -> str:
        """Letter and digit as they are written, a dash for the one that was not stated."""
        return f"{self.reliability or '–'}{self.credibility or '–'}"


@record
class Source:
    """Where something comes from. Keys of CSL-JSON are read under the names below."""

    name: str
    id: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: StatedDate | None = None
    accessed: StatedDate | None = None
    type: str | None = None
    grade: Grade | None = None
    descriptor: str | None = None
    """What may affect its quality (ICD 206)."""
    basis: str | None = None
    archived: str | None = None
    note: str | None = None


@record
class Takeaway:
    """One of the few sentences a reader should leave with."""

    text: str
    quotes: tuple[Quote, ...] = ()
    figures: tuple[str, ...] = ()
    """Tracks or indexes of the figures it rests on."""
    sources: tuple[str, ...] = ()
    likelihood: str | None = None
    confidence: str | None = None


@record
class KeyDate:
    """A date that matters to the subject, or a time of day on the briefing's own date."""

    label: str
    date: StatedDate
    quotes: tuple[Quote, ...] = ()
    sources: tuple[str, ...] = ()
    status: str | None = None


@record
class Image:
    """A picture that stands above the text; a terminal shows its words."""

    src: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


@record
class Named:
    """A name with an address or code: a publisher, a licence, a place."""

    name: str
    url: str | None = None
    code: str | None = None


@record
class Confidence:
    """An analyst's confidence and what it rests on; not a probability."""

    level: str
    basis: str | None = None


@record
class Correction:
    """What was put right after publication."""

    text: str
    date: StatedDate | None = None


TitleOrigin = Literal["front matter", "heading", "file name"]


@record
class Briefing:
    """A file as read: its fields, its text, and what is wrong with it.

    A field is declared here once, with its kind and its aliases in order of precedence; reading, output and the panes
    follow from that.
    """

    path: str
    """As the caller named it; undecodable bytes are surrogate escapes."""
    text: str
    """The whole decoded file, line ends as `\\n`; offsets of blocks count its characters."""
    body_start: int
    """Where the text after the front matter begins, in characters of `text`."""
    body_line: int
    """The line of the file, from 1, on which the body begins."""
    title: str = known(Kind.TITLE, "headline", "name", default="")
    title_origin: TitleOrigin = "file name"

    subtitle: str | None = known(Kind.TEXT, "deck", "dek", "standfirst", "alternativeHeadline")
    id: str | None = known(Kind.ID)
    type: str | None = known(Kind.TYPE)
    summary: str | None = known(Kind.PARAGRAPHS, "bluf", "tldr", "abstract", "description", "excerpt", "teaser", "lede")
    language: str | None = known(Kind.LANGUAGE, "lang", "locale")
    byline: tuple[Person, ...] = known(Kind.BYLINE, "authors", "author", "by", "creator", "reporter", default=())
    publisher: Named | None = known(Kind.NAMED)
    date: StatedDate | None = known(
        Kind.DATE,
        "published",
        "datePublished",
        "pubDate",
        "publishDate",
        "created",
        "created_at",
        "contentCreated",
        "firstCreated",
        "date created",
        "ms.date",
        "announced",
    )
    updated: StatedDate | None = known(
        Kind.DATE,
        "lastmod",
        "modified",
        "last_modified_at",
        "date-modified",
        "dateModified",
        "updatedDate",
        "updated_at",
        "last_updated",
        "versionCreated",
    )
    as_of: StatedDate | None = known(Kind.DATE, "asof", "data_as_of", "last_reviewed")
    period: StatedDate | None = known(Kind.PERIOD, "reporting_period", "temporalCoverage", "covers")
    next: StatedDate | None = known(Kind.DATE, "next_update", "next_review_due", "review_after", "check_after")
    number: str | None = known(Kind.TEXT)
    series: str | None = known(Kind.TEXT)
    expires: StatedDate | None = known(Kind.DATE, "expiryDate", "unpublishdate", "expires_on", "valid_until")
    status: str | None = known(Kind.STATUS, "pubStatus")
    embargo: StatedDate | None = known(Kind.EMBARGO, "embargoedUntil", "embargoed")
    tlp: str | None = known(Kind.TLP, "tlp_level", "marking")
    classification: str | None = known(Kind.TEXT)
    estimative: str | None = known(Kind.ESTIMATIVE)
    confidence: Confidence | None = known(Kind.CONFIDENCE)
    image: Image | None = known(
        Kind.IMAGE,
        "cover",
        "thumbnail",
        "banner",
        "featured_image",
        "heroImage",
        "images",
        "og_image",
        "cover-image",
        "photo",
    )
    takeaways: tuple[Takeaway, ...] = known(
        Kind.TAKEAWAYS, "key_takeaways", "key_points", "key_messages", "highlights", "key_judgments", "tldr", default=()
    )
    figures: tuple[Figure, ...] = known(
        Kind.FIGURES, "key_figures", "numbers", "stats", "indicators", "metrics", default=()
    )
    dates: tuple[KeyDate, ...] = known(Kind.DATES, "timeline", "events", "key_dates", "chronology", default=())
    sources: tuple[Source, ...] = known(
        Kind.SOURCES, "source", "references", "citations", "infoSources", "intel_sources", default=()
    )
    topics: tuple[str, ...] = known(
        Kind.TOPICS, "tags", "tag", "keywords", "categories", "category", "subjects", "subject", default=()
    )
    places: tuple[Named, ...] = known(Kind.PLACES, default=())
    location: str | None = known(Kind.TEXT, "located", "dateline", "place")
    corrections: tuple[Correction, ...] = known(Kind.CORRECTIONS, "correction", "errata", default=())
    supersedes: tuple[str, ...] = known(Kind.LINKS, default=())
    superseded_by: tuple[str, ...] = known(Kind.LINKS, default=())
    related: tuple[str, ...] = known(Kind.LINKS, default=())
    url: str | None = known(Kind.URL, "canonical", "canonical_url", "permalink", "source")
    based_on: str | None = known(Kind.TEXT)
    license: Named | None = known(Kind.NAMED)

    other: Mapping[str, Plain] = field(default_factory=lambda: MappingProxyType({}))
    """Every field of the front matter that is none of the above, as written."""
    problems: tuple[Problem, ...] = ()
    positions: Mapping[str, Position] = field(default_factory=lambda: MappingProxyType({}))
    """Where each value stands in the file, by its field path: `figures[0].quote`."""
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The field paths that the author wrote otherwise: `figures[0]` as `key_figures[0]`."""

    def as_of_for(self, figure: Figure) -> StatedDate | None:
        """Give the date for which a figure holds: its own, else the briefing's; None where neither is stated."""
        return figure.as_of or self.as_of

    def as_written(self, field: str) -> str:
        """Give a field path in the author's own keys, as far as they are known."""
        end = len(field)
        while end > 0:
            if field[:end] in self.keys:
                return self.keys[field[:end]] + field[end:]
            end = max(field.rfind(".", 0, end), field.rfind("[", 0, end))
        return field

    @property
    def body(self) -> str:
        """The text after the front matter."""
        return self.text[self.body_start :]
