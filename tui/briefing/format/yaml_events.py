"""The events of PyYAML's parser over a text, with every way in which the parser fails made one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from briefing.model.pattern import pattern

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


_Collection = yaml.CollectionStartEvent | yaml.CollectionEndEvent
Step = yaml.ScalarEvent | _Collection | yaml.AliasEvent | yaml.DocumentStartEvent
"""An event that says something of the text."""
_STEPS = (
    yaml.ScalarEvent,
    yaml.CollectionStartEvent,
    yaml.CollectionEndEvent,
    yaml.AliasEvent,
    yaml.DocumentStartEvent,
)


def events(text: str) -> Iterator[tuple[Step, int, int]]:
    """Parse a text, one event at a time, each with where it begins and ends, in characters of the text.

    Raises:
        Unparsed: there is a fault in it.
    """
    plane = _free_plane(text)
    guarded = _NOT_ALLOWED.sub(lambda found: chr(plane + ord(found[0])), text) if plane else text
    try:
        loader = _LOADER(guarded)
        try:
            while event := loader.get_event():
                if isinstance(event, _STEPS):
                    if plane and isinstance(event, yaml.ScalarEvent):
                        event.value = _given_back(event.value, plane)
                    begin, stop = event.start_mark, event.end_mark
                    yield event, begin.index if begin else 0, stop.index if stop else 0
        finally:
            loader.dispose()
    except Exception as error:  # PyYAML lets ValueError, IndexError, AttributeError and others out
        raise _unparsed(error) from error


def _free_plane(text: str) -> int:
    """Find a plane whose characters can stand for those that YAML refuses; 0 where there is nothing to stand for."""
    if not _NOT_ALLOWED.search(text):
        return 0
    return next((plane for plane, used in _PLANES if not used.search(text)), 0)


def _given_back(text: str, plane: int) -> str:
    """Put the characters back that others of a plane stand for."""
    return re.sub(f"[{chr(plane)}-{chr(plane + 0xFFFF)}]", lambda found: chr(ord(found[0]) - plane), text)


def _unparsed(error: Exception) -> Unparsed:
    """Turn whatever the parser raises into one exception."""
    if isinstance(error, yaml.MarkedYAMLError):
        at = error.problem_mark or error.context_mark
        known = any(thing in (error.context or "") for thing in _THINGS)
        begun = error.context_mark.index if known and error.context_mark else None
        return Unparsed(error.problem or "it cannot be read", at.index if at else 0, begun)
    if isinstance(error, yaml.reader.ReaderError):
        return Unparsed(error.reason, error.position)
    return Unparsed(f"it cannot be read ({type(error).__name__})", 0)
