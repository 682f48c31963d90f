"""The events of PyYAML's parser over a text, with every way in which the parser fails made one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

import yaml

from briefing.model.pattern import pattern
from briefing.model.record import record

_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_NOT_ALLOWED = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What YAML 1.1 does not allow in a stream (section 5.1), and the three line ends that no editor counts as such."""

_PLANES = (
    (0xF0000, pattern("[\U000f0000-\U000fffff]|\\\\U000[fF]")),
    (0x100000, pattern("[\U00100000-\U0010ffff]|\\\\U0010")),
)
"""Planes for private use, each with how a text would show that it uses the plane itself."""

_THINGS = ("quoted scalar", "block scalar", "simple key", "flow", "alias", "anchor", "tag")
"""What the parser may be in the middle of that begins where the fault of the author is."""


class Unparsed(Exception):  # noqa: N818  it travels from the parser to the salvage and no further
    """A text is no YAML, or asks for what is not read."""

    def __init__(self, reason: str, at: int, begun: int | None = None) -> None:
        """Keep what is wrong.

        Args:
            reason: what the parser says.
            at: where the fault was noticed, in characters of the text.
            begun: where the thing began that has the fault, if the parser knows.
        """
        super().__init__(reason)
        self.reason = reason
        self.at = at
        self.begun = begun


class What(Enum):
    """What an event is of."""

    SCALAR = auto()
    LIST = auto()
    MAPPING = auto()
    END = auto()
    """The end of the innermost list or mapping."""
    ALIAS = auto()
    DOCUMENT = auto()


_KINDS: dict[type[yaml.Event], What] = {
    yaml.ScalarEvent: What.SCALAR,
    yaml.SequenceStartEvent: What.LIST,
    yaml.MappingStartEvent: What.MAPPING,
    yaml.SequenceEndEvent: What.END,
    yaml.MappingEndEvent: What.END,
    yaml.AliasEvent: What.ALIAS,
    yaml.DocumentStartEvent: What.DOCUMENT,
}


@record
class Event:
    """A step of the parser."""

    what: What
    start: int
    """Where it begins, in characters of the text."""
    end: int
    text: str = ""
    """The value of a scalar, without quotation marks and escapes."""
    style: str = ""
    """The quotation mark or block sign of a scalar; empty for a plain one."""
    flow: bool = False
    """Whether a list or mapping is written in brackets."""
    anchor: str = ""
    tag: str = ""


def events(text: str) -> Iterator[Event]:
    """Parse a text, one event at a time.

    Raises:
        Unparsed: there is a fault in it.
    """
    plane = _free_plane(text)
    guarded = _NOT_ALLOWED.sub(lambda found: chr(plane + ord(found[0])), text) if plane else text
    for event in _parsed(guarded):
        begin, stop = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent) and begin and stop:
            value = _given_back(event.value, plane) if plane else event.value
            yield Event(
                What.SCALAR,
                begin.index,
                stop.index,
                value,
                event.style or "",
                False,
                event.anchor or "",
                event.tag or "",
            )
        elif what := _KINDS.get(type(event)):
            yield _event(event, what)


def _free_plane(text: str) -> int:
    """Find a plane whose characters can stand for those that YAML refuses; 0 where there is nothing to stand for."""
    if not _NOT_ALLOWED.search(text):
        return 0
    return next((plane for plane, used in _PLANES if not used.search(text)), 0)


def _given_back(text: str, plane: int) -> str:
    """Put the characters back that others of a plane stand for."""
    return re.sub(f"[{chr(plane)}-{chr(plane + 0xFFFF)}]", lambda found: chr(ord(found[0]) - plane), text)


def _event(event: yaml.Event, what: What) -> Event:
    """Make an event of ours from one of PyYAML that has no text."""
    return Event(
        what,
        event.start_mark.index if event.start_mark else 0,
        event.end_mark.index if event.end_mark else 0,
        "",
        "",
        bool(getattr(event, "flow_style", False)),
        getattr(event, "anchor", None) or "",
        getattr(event, "tag", None) or "",
    )


def _parsed(text: str) -> Iterator[yaml.Event]:
    """Run the parser, and turn whatever it raises into one exception."""
    try:
        loader = _LOADER(text)
        try:
            while event := loader.get_event():
                yield event
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        known = any(thing in (error.context or "") for thing in _THINGS)
        begun = error.context_mark.index if known and error.context_mark else None
        raise Unparsed(error.problem or "it cannot be read", at.index if at else 0, begun) from error
    except yaml.reader.ReaderError as error:
        raise Unparsed(error.reason, error.position) from error
    except Exception as error:  # PyYAML lets ValueError, IndexError, AttributeError and others out
        raise Unparsed(f"it cannot be read ({type(error).__name__})", 0) from error
