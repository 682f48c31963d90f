"""YAML as a tree of text: composed from bounded events, with no type guessed and nothing constructed.

PyYAML's own composer and constructors are left aside: they recurse, take the last of two equal keys, and turn scalars
into numbers and dates that the author did not write. The events alone come from its parser, and the tree is built here
without recursion, so that no front matter can be deep or wide enough to do harm.
"""

from __future__ import annotations

from dataclasses import replace

import yaml

from briefing.format.node import Entry, Mapping, Node, Scalar, Sequence
from briefing.format.stretch import Stretch
from briefing.format.tree import first_of_equal, inner
from briefing.format.yaml_events import Step, Unparsed, events
from briefing.format.yaml_notes import block_sign, cut_comment, emptied_block, run_together
from briefing.format.yaml_terms import ABSENT, MAX_ALIASES, MAX_DEPTH, MAX_EVENTS
from briefing.model.pattern import pattern
from briefing.model.problem import Problem
from briefing.model.record import record

_TAGGED = (yaml.ScalarEvent, yaml.CollectionStartEvent)
"""What may have a tag."""
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"
_BLANKS = (" ", "\t")
"""What a comment must have before it."""
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
        for event, start, end in events(stretch.text):
            self._events += 1
            if self._events > self.limit:
                raise Unbounded(f"more than {self.limit:,} parts")
            if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
                building.add_scalar(building.scalar(event, start, end))
                continue
            self._refuse(event, start)
            if isinstance(event, yaml.AliasEvent):
                built: _Built | None = self._named(event.anchor or "", start, building)
            else:
                built = building.take(event, start, end)
            if built:
                building.add(built, end)
                if built.anchor:
                    self._anchors[built.anchor] = built
        self.problems += building.problems
        return building.root

    def _refuse(self, event: Step, start: int) -> None:
        """Refuse too many aliases, and any tag: tags ask for types to be made, and none is."""
        if isinstance(event, yaml.AliasEvent):
            self._aliases += 1
            if self._aliases > MAX_ALIASES:
                raise Unbounded(f"more than {MAX_ALIASES} aliases")
        elif isinstance(event, _TAGGED) and event.tag:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise Unparsed(f"the tag {written} is not read", start)

    def _named(self, anchor: str, start: int, building: _Building) -> _Built:
        """Find what an alias stands for."""
        if any(level.anchor == anchor for level in building.open):
            raise Unparsed(f"*{anchor} stands inside what it names", start)
        if not (built := self._anchors.get(anchor)):
            raise Unparsed(f"*{anchor} names nothing", start)
        return replace(built, start=start, anchor="")


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
        self.sources: dict[int, str] = {}
        """What the keys were written as that are themselves lists or mappings, by their numbers among the nodes."""
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

    def take(self, event: Step, start: int, end: int) -> _Built | None:
        """Take the next event that is no alias, and give the node that it completes."""
        match event:
            case yaml.ScalarEvent():
                return _Built(self.scalar(event, start, end), start, event.anchor or "")
            case yaml.CollectionStartEvent():
                if len(self.open) == MAX_DEPTH:
                    raise Unbounded(_TOO_DEEP)
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                self.open.append(_Open(is_mapping, bool(event.flow_style), start, event.anchor or ""))
            case yaml.CollectionEndEvent():
                done = self.open.pop()
                return _Built(self._collection(done, end), done.start, done.anchor, done.size, done.height + 1)
            case yaml.DocumentStartEvent() if self.root is not None:
                raise Unparsed("a second document begins", start)
        return None

    def add(self, built: _Built, end: int) -> None:
        """Put a finished node, which ends here, into the list or mapping around it, or make it the root."""
        if not self.open:
            self.root = built.node
            return
        level = self.open[-1]
        number = len(level.nodes)
        if level.is_mapping and number % 2 == 0 and not isinstance(built.node, Scalar):
            level.sources[number] = self.stretch.text[built.start : end]
        level.nodes.append(built.node)
        level.size += built.size
        level.height = max(level.height, built.height)
        if level.size > MAX_EVENTS:
            raise Unbounded(f"more than {MAX_EVENTS:,} parts")
        if len(self.open) + level.height > MAX_DEPTH:
            raise Unbounded(_TOO_DEEP)

    def add_scalar(self, scalar: Scalar) -> None:
        """The same for a scalar that has no anchor, as most nodes are: it makes nothing deeper."""
        if not self.open:
            self.root = scalar
            return
        level = self.open[-1]
        level.nodes.append(scalar)
        level.size += 1
        if level.size > MAX_EVENTS:
            raise Unbounded(f"more than {MAX_EVENTS:,} parts")

    def scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> Scalar:
        """Make a scalar, and note what YAML took from it."""
        text, plain = event.value, not event.style
        if not plain:
            if event.style in (">", "|") and not text and (kept := emptied_block(self.stretch, start, end)):
                self.problems.append(block_sign(kept))
                return kept
        elif (
            self.stretch.text.startswith(_BLANKS, end)
            and not (self.open and self.open[-1].flow)
            and (cut := cut_comment(self.stretch, start, end))
        ):
            self.problems.append(cut)
        at = self.stretch.position(start)
        return Scalar(text, at, plain and text in ABSENT, not plain and at.line not in self.mended)

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
        if len({entry.key.text for entry in entries}) == len(entries):
            return tuple(entries)
        return first_of_equal(entries, self.problems, self._path())

    def _path(self) -> str:
        """The path of what is being built in the innermost open list or mapping."""
        path = ""
        for level in self.open:
            last = level.nodes[-1] if level.nodes else None
            if level.is_mapping:
                source = level.sources.get(len(level.nodes) - 1, "")
                path = inner(path, last.text if isinstance(last, Scalar) else source)
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
