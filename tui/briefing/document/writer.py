"""The rendered text of a paragraph while it grows: its parts, its spans, and what may still come to mean something."""

from __future__ import annotations

from itertools import accumulate

from briefing.document.block import Role, Span
from briefing.document.emphasis import Delimiter, pair
from briefing.document.references import References
from briefing.model.pattern import pattern
from briefing.model.text import shown_text

_SPACES = pattern("  +")


def visible(text: str) -> str:
    """A text of one line as it may be shown."""
    if text.isascii() and text.isprintable():
        return text
    return shown_text(text).replace("\t", " ")


class Bracket:
    """A `[` or `![` that may begin a link or an image.

    Args:
        part: which part of the text it is.
        after: where its text begins in the source.
        image: whether it is `![`.
        delimiters: how many runs stood before it.
        spans: how many spans were known before it.
    """

    __slots__ = ("after", "delimiters", "image", "nested", "part", "spans")

    def __init__(self, part: int, after: int, *, image: bool, delimiters: int, spans: int) -> None:
        self.part = part
        self.after = after
        self.image = image
        self.delimiters = delimiters
        self.spans = spans
        self.nested = False
        """Whether another bracket was opened inside it."""


class Writer:
    """The text that is rendered from a source.

    It grows as a list of parts. What an opening sign means is known only when it is closed, so it is a part of its own
    that is emptied then; spans count parts until the end.
    """

    def __init__(self, source: str, references: References) -> None:
        self.source = source
        self.references = references
        self.parts: list[str] = []
        self.spans: list[tuple[int, int, Role, str | None]] = []
        """First part, the part after the last, what they are, and where they lead."""
        self.delimiters: list[Delimiter] = []
        self.brackets: list[Bracket] = []
        self.without_links = 0
        """Of this many brackets the links would hold another link: they begin none."""
        self.tags: list[tuple[str, int, str]] = []
        """HTML tags that are open: name, part, as written."""
        self.ticks: dict[int, list[int]] | None = None
        """Where runs of backticks begin, by their length, the last one first."""
        self._absent: set[str] = set()

    def text(self, text: str) -> None:
        """Add literal text."""
        if text:
            self.parts.append(_SPACES.sub(" ", text) if "  " in text else text)

    def add(self, text: str, role: Role | None = None, target: str | None = None) -> None:
        """Add a part as it stands, with a role."""
        if role is not None:
            self.spans.append((len(self.parts), len(self.parts) + 1, role, target))
        self.parts.append(text)

    def find_end(self, sign: str, start: int) -> int:
        """Where a sign next stands, or -1; that it does not come again is remembered."""
        if sign in self._absent:
            return -1
        found = self.source.find(sign, start)
        if found < 0:
            self._absent.add(sign)
        return found

    def pair_from(self, bottom: int) -> None:
        """Pair the runs of signs from an index on."""
        if len(self.delimiters) > bottom:
            pair(self.delimiters, bottom, self._mark)

    def _mark(self, opener: Delimiter, closer: Delimiter, used: int, role: Role) -> None:
        """Take the signs of a pair out of the text and give what is between them its role."""
        self.parts[opener.part] = opener.sign * (opener.count - used)
        self.parts[closer.part] = closer.sign * (closer.count - used)
        self.spans.append((opener.part + 1, closer.part, role, None))

    def finished(self) -> tuple[str, tuple[Span, ...]]:
        """The parts as one text, and the spans in its characters, outer before inner."""
        self.pair_from(0)
        for _, part, tag in self.tags:
            self.parts[part] = tag
            self.spans.append((part, part + 1, Role.HTML, None))
        parts = self.parts
        text = "".join(parts)
        if not (text.isascii() and text.isprintable()) and visible(text) != text:
            parts = [part if part == "\n" else visible(part) for part in parts]
            text = "".join(parts)
        if not self.spans:
            return text, ()
        places = [0, *accumulate(map(len, parts))]
        spans = [
            Span(places[first], places[last], role, target)
            for first, last, role, target in reversed(self.spans)
            if places[first] < places[last] or role is Role.IMAGE
        ]
        spans.sort(key=_outer_first)
        return text, tuple(spans)


def _outer_first(span: Span) -> tuple[int, int]:
    """Sorts what contains another before it."""
    return span.start, -span.end
