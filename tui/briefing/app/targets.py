"""Where a link leads from the briefing that is open: to a place or a fact of it, to another one, outside."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.app.links import Link
from briefing.app.reading import Reading
from briefing.app.web import WebAddress, web_address
from briefing.document import targets
from briefing.document.anchors import Anchors
from briefing.document.block import Place, Role
from briefing.library.linked_file import Missing, linked_file
from briefing.library.names import Names
from briefing.model.errors import Refusal
from briefing.model.figure import Anchor
from briefing.model.record import record
from briefing.model.text import shown_line
from briefing.review.material import FIGURE


@record
class AtPlace:
    """A place in the same text."""

    place: Place


@record
class AtNote:
    """A footnote of the same text."""

    label: str
    place: Place


@record
class AtFigure:
    """A figure, by its index, from one of its passages where it was one."""

    figure: int
    anchor: Anchor | None = None


@record
class AtSource:
    """A source of the front matter, by its index."""

    source: int


@record
class AtTerm:
    """A word of likelihood, as it stands in the text."""

    words: str


@record
class AtBriefing:
    """Another briefing."""

    path: str
    """Absolute."""
    anchor: str = ""
    """The heading or id in it that is meant; empty for its beginning."""


@record
class Dead:
    """Nothing is there."""

    reason: str
    """A sentence."""


@record
class Refused:
    """It is not followed."""

    reason: str
    """A sentence."""


Target = AtPlace | AtNote | AtFigure | AtSource | AtTerm | AtBriefing | WebAddress | Dead | Refused


@dataclass(frozen=True)
class Surroundings:
    """What a link is resolved against; all of the text is parsed by then."""

    reading: Reading
    anchors: Anchors
    file: str | None
    """The absolute path of what is open; None where it came over a pipe."""
    root: str | None
    """The folder beyond which no link leads, absolute; None where there is none."""
    names: Callable[[], Names]
    """Gives the names of the briefings in the root."""
    knows_all: Callable[[], bool]
    """Says whether those are all names of all briefings: only then is one that is not among them known to be dead."""


def target_of(link: Link, around: Surroundings) -> Target:
    """Where a link leads."""
    if link.passage is not None:
        return AtFigure(*link.passage)
    if link.role is Role.TERM:
        return AtTerm(link.target)
    return resolved(targets.asked(link.role, link.target), around)


def resolved(asked: targets.Asked, around: Surroundings) -> Target:
    """Where what is asked for is found; that it may not be followed is a value too."""
    try:
        return _FOUND_BY[type(asked)](asked, around)
    except Refusal as refusal:
        return Refused(f"{refusal}.")


def _in_text(name: str, around: Surroundings) -> Target:
    """A heading or an id of the text, or a figure by its track."""
    briefing = around.reading.briefing
    if name.startswith(FIGURE):
        track = name.removeprefix(FIGURE)
        index = next((index for index, one in enumerate(briefing.figures) if one.track == track), None)
        if index is not None:
            return AtFigure(index)
    place = around.anchors.place(name)
    return AtPlace(place) if place else Dead(f"There is no heading {_hash(name)} in this text.")


def _note(asked: targets.ToNote, around: Surroundings) -> Target:
    """A footnote by its label."""
    block = around.reading.document.note(asked.label)
    if block is None:
        return Dead(f"There is no footnote “{shown_line(asked.label)}”.")
    return AtNote(asked.label, Place(block.offset))


def _mention(asked: targets.ToMention, around: Surroundings) -> Target:
    """The first mark of a footnote."""
    place = around.reading.document.mention(asked.label)
    return AtPlace(place) if place else Dead(f"Nothing in the text refers to the footnote “{shown_line(asked.label)}”.")


def _source(asked: targets.ToSource, around: Surroundings) -> Target:
    """A source by its id."""
    sources = around.reading.briefing.sources
    index = next((index for index, one in enumerate(sources) if one.id == asked.id), None)
    return AtSource(index) if index is not None else Dead(f"There is no source “{shown_line(asked.id)}”.")


def _file(asked: targets.ToFile, around: Surroundings) -> Target:
    """A Markdown file by its path."""
    if around.file is None or around.root is None:
        return Refused("This text came over a pipe: there is no folder in which its links could lead anywhere.")
    found = linked_file(asked.path, os.path.dirname(around.file), around.root)  # noqa: PTH120  a path as text
    if isinstance(found, Missing):
        return Dead(f"{found.reason}.")
    return _other(found, asked.anchor, around)


def _named(asked: targets.ToName, around: Surroundings) -> Target:
    """A briefing by one of its names."""
    if around.file is None or around.root is None:
        return Refused("This text came over a pipe: there is no library in which its links could lead anywhere.")
    beside = os.path.relpath(around.file, around.root)
    found = around.names().path_of(asked.name, beside)
    if found is None and not around.knows_all():
        return Refused(
            f"No file here is called “{shown_line(asked.name)}”; other names are known once a library is read."
        )
    if found is None:
        return Dead(f"No briefing here goes by the name “{shown_line(asked.name)}”.")
    return _other(os.path.join(around.root, found), asked.anchor, around)  # noqa: PTH118  the same


def _other(path: str, anchor: str, around: Surroundings) -> Target:
    """Another briefing, or a place in this one where it leads to itself."""
    if path == around.file:
        return _in_text(anchor, around)
    return AtBriefing(path, anchor)


def _hash(name: str) -> str:
    """A fragment as it is written."""
    return f"#{shown_line(name)}"


_FOUND_BY: Mapping[type, Callable[[Any, Surroundings], Target]] = {
    targets.ToAnchor: lambda asked, around: _in_text(asked.name, around),
    targets.ToNote: _note,
    targets.ToMention: _mention,
    targets.ToSource: _source,
    targets.ToFile: _file,
    targets.ToName: _named,
    targets.ToAddress: lambda asked, _: web_address(asked.address),
}
"""What finds what a link asks for."""
