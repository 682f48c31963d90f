"""YAML as a tree of text: composed from bounded events, with no type guessed and nothing constructed.

PyYAML's own composer and constructors are left aside: they recurse, take the last of two equal keys, and turn scalars
into numbers and dates that the author did not write. The events alone come from its parser, and the tree is built here
without recursion, so that no front matter can be deep or wide enough to do harm.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.format.node import Entry, Mapping, Node, Scalar, Sequence
from briefing.format.stretch import Stretch
from briefing.format.tree import first_of_equal, inner
from briefing.format.yaml_events import Event, Unparsed, What, events
from briefing.format.yaml_notes import block_sign, cut_comment, emptied_block, run_together
from briefing.model.pattern import pattern
from briefing.model.problem import Problem
from briefing.model.record import record

MAX_EVENTS = 20_000
"""Events of the parser, and scalars after every alias is followed; 1,627 were seen in a real file."""
MAX_DEPTH = 32
"""Levels of nesting; 6 were seen in a real file."""
MAX_ALIASES = 64
"""Uses of an anchor; 5 were seen in a real file."""

ABSENT = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that say that there is no value (YAML 1.1, null)."""

_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"
_WIKILINK = pattern(r"\[\[[^\[\]\n]+\]\]")
_TEMPLATE = pattern(r"\{\{[^{}\n]*\}\}")


class Unbounded(Exception):  # noqa: N818  it travels from the composer to the reader of the front matter
    """A bound was passed; its text says which."""


class Composer:
    """Builds trees, and counts and remembers over all the parts of one front matter."""

    def __init__(self, limit: int = MAX_EVENTS) -> None:
        """Begin a front matter, of which at most so many events are taken."""
        self.limit = limit
        self.problems: list[Problem] = []
        """What was read otherwise than its author meant."""
        self._events = 0
        self._aliases = 0
        self._anchors: dict[str, _Built] = {}

    def compose(self, stretch: Stretch, mended: frozenset[int] = frozenset()) -> Node | None:
        """Build the tree of a stretch of YAML; None where it holds nothing but comments.

        Args:
            stretch: the lines.
            mended: lines of the file on which quotation marks are not those of the author.

        Raises:
            Unparsed: it is no YAML, or has a tag or an unknown anchor.
            Unbounded: it is larger or deeper than any honest front matter.
        """
        building = _Building(stretch, mended)
        for event in events(stretch.text):
            self._count(event)
            if event.what is What.SCALAR and not event.anchor:
                building.add(building.scalar(event), event.start, event.end)
                continue
            built = self._named(event, building) if event.what is What.ALIAS else building.take(event)
            if built:
                building.add(built.node, built.start, event.end, built.size, built.height)
                if built.anchor:
                    self._anchors[built.anchor] = built
        self.problems += building.problems
        return building.root

    def _count(self, event: Event) -> None:
        """Hold the bounds, and refuse tags: they ask for types to be made, and none is."""
        self._events += 1
        self._aliases += event.what is What.ALIAS
        if self._events > self.limit:
            raise Unbounded(f"more than {self.limit:,} parts")
        if self._aliases > MAX_ALIASES:
            raise Unbounded(f"more than {MAX_ALIASES} aliases")
        if event.tag:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise Unparsed(f"the tag {written} is not read", event.start)

    def _named(self, event: Event, building: _Building) -> _Built:
        """Find what an alias stands for."""
        if any(level.anchor == event.anchor for level in building.open):
            raise Unparsed(f"*{event.anchor} stands inside what it names", event.start)
        if not (built := self._anchors.get(event.anchor)):
            raise Unparsed(f"*{event.anchor} names nothing", event.start)
        return replace(built, start=event.start, anchor="")


@record
class _Built:
    """A finished node."""

    node: Node
    start: int
    """Where it was written, in characters of the stretch."""
    anchor: str = ""
    size: int = 1
    """Nodes in it, itself among them, after every alias is followed."""
    height: int = 0
    """Levels of nesting in it."""


class _Open:
    """A list or mapping that is being built."""

    def __init__(self, is_mapping: bool, flow: bool, start: int, anchor: str) -> None:
        self.is_mapping = is_mapping
        self.flow = flow
        self.start = start
        self.anchor = anchor
        self.nodes: list[Node] = []
        self.sources: list[str] = []
        """What each node was written as, where that may be needed: for keys in brackets."""
        self.size = 1
        self.height = 0


class _Building:
    """One tree in the making."""

    def __init__(self, stretch: Stretch, mended: frozenset[int]) -> None:
        self.stretch = stretch
        self.mended = mended
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.open: list[_Open] = []

    def take(self, event: Event) -> _Built | None:
        """Take the next event, and give the node that it completes."""
        match event.what:
            case What.SCALAR:
                return _Built(self.scalar(event), event.start, event.anchor)
            case What.LIST | What.MAPPING:
                if len(self.open) == MAX_DEPTH:
                    raise Unbounded(_TOO_DEEP)
                self.open.append(_Open(event.what is What.MAPPING, event.flow, event.start, event.anchor))
            case What.END:
                done = self.open.pop()
                return _Built(self._collection(done, event.end), done.start, done.anchor, done.size, done.height + 1)
            case What.DOCUMENT if self.root is not None:
                raise Unparsed("a second document begins", event.start)
        return None

    def add(self, node: Node, start: int, end: int, size: int = 1, height: int = 0) -> None:
        """Put a finished node into the list or mapping around it, or make it the root.

        Args:
            node: what is finished.
            start: where it was written, in characters of the stretch.
            end: where that ends.
            size: nodes in it, itself among them.
            height: levels of nesting in it.
        """
        if not self.open:
            self.root = node
            return
        level = self.open[-1]
        level.nodes.append(node)
        is_key = level.is_mapping and len(level.nodes) % 2 == 1
        level.sources.append(self.stretch.text[start:end] if is_key else "")
        level.size += size
        level.height = max(level.height, height)
        if level.size > MAX_EVENTS:
            raise Unbounded(f"more than {MAX_EVENTS:,} parts")
        if len(self.open) + level.height > MAX_DEPTH:
            raise Unbounded(_TOO_DEEP)

    def scalar(self, event: Event) -> Scalar:
        """Make a scalar, and note what YAML took from it."""
        plain = not event.style
        if event.style in (">", "|") and not event.text:
            if kept := emptied_block(self.stretch, event.start, event.end):
                self.problems.append(block_sign(kept))
                return kept
        elif (
            plain
            and not (self.open and self.open[-1].flow)
            and (cut := cut_comment(self.stretch, event.start, event.end))
        ):
            self.problems.append(cut)
        at = self.stretch.position(event.start)
        absent = plain and event.text in ABSENT
        return Scalar(event.text, at, absent=absent, quoted=not plain and at.line not in self.mended)

    def _collection(self, done: _Open, end: int) -> Node:
        """Make a list or mapping, or the text that only looks like one: `[[Note]]`, `{{ x }}`."""
        at = self.stretch.position(done.start)
        source = self.stretch.text[done.start : end]
        if done.flow and _is_text(done, source):
            return Scalar(source, at)
        if done.is_mapping:
            return Mapping(self._entries(done), at)
        return Sequence(tuple(done.nodes), at, done.flow)

    def _entries(self, done: _Open) -> tuple[Entry, ...]:
        """Pair keys with values; a key that is itself a list or mapping is the text it was written in."""
        entries: list[Entry] = []
        for number in range(0, len(done.nodes), 2):
            key, value = done.nodes[number], done.nodes[number + 1]
            if not isinstance(key, Scalar):
                key = Scalar(done.sources[number].strip(), key.at)
            if joined := run_together(key, value, flow=done.flow):
                self.problems.append(joined)
            entries.append(Entry(key, value))
        return first_of_equal(entries, self.problems, self._path())

    def _path(self) -> str:
        """The path of what is being built in the innermost open list or mapping."""
        path = ""
        for level in self.open:
            last = level.nodes[-1] if level.nodes else None
            if level.is_mapping:
                path = inner(
                    path, last.text if isinstance(last, Scalar) else level.sources[-1] if level.sources else ""
                )
            else:
                path += f"[{len(level.nodes)}]"
        return path


def _is_text(done: _Open, source: str) -> bool:
    """Whether brackets within brackets are a link to a note or a place for a template to fill."""
    inner = done.nodes[0] if done.nodes else None
    if done.is_mapping:
        return len(done.nodes) == 2 and isinstance(inner, Mapping) and bool(_TEMPLATE.fullmatch(source))
    single = len(done.nodes) == 1 and isinstance(inner, Sequence) and len(inner.items) == 1
    return single and bool(_WIKILINK.fullmatch(source))
