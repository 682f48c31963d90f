"""What labels refer to: link definitions, footnotes, and the sources that the front matter names.

A definition may stand after its use, anywhere in the text. Until all of the text has been cut into chunks, what looks
like a definition further on is taken for one; what was answered so is remembered, and asked again in the end.
"""

from __future__ import annotations

from collections.abc import Collection

from briefing.document.links import definition, normalized
from briefing.model.pattern import pattern

_AHEAD = pattern(r"\n[ >]{0,12}\[([^\[\]\n]{1,999})\]:")
_PARAGRAPH_AT_MOST = 4096


class References:
    """The definitions of a document, as far as they are known.

    Args:
        text: the text they stand in.
        start: where its body begins.
        source_ids: the sources that the front matter names.
    """

    def __init__(self, text: str = "", start: int = 0, source_ids: Collection[str] = ()) -> None:
        self.complete = False
        """Whether every definition is known."""
        self._text = text
        self._start = start
        self._links: dict[str, str] = {}
        self._notes: dict[str, int] = {}
        self._sources = frozenset(source_ids)
        self._ahead: tuple[dict[str, str], set[str]] | None = None
        self._asked: dict[tuple[str, str], str | None] = {}

    def define_link(self, label: str, destination: str) -> None:
        """Take a link definition; the first one of a label counts."""
        self._links.setdefault(label, destination)

    def define_note(self, label: str, offset: int) -> None:
        """Take a footnote that begins at an offset; the first one of a label counts."""
        self._notes.setdefault(label.casefold(), offset)

    def link(self, label: str) -> str | None:
        """Where a normalized label leads."""
        found = self._links.get(label)
        if found is None and not self.complete:
            found = self._asked["link", label] = self._seen_ahead()[0].get(label)
        return found

    def note(self, label: str) -> str | None:
        """The target of a footnote's mark: its label, or `source:id`; None where there is neither."""
        known = label.casefold() in self._notes
        if not known and not self.complete:
            known = label.casefold() in self._seen_ahead()[1]
            self._asked["note", label] = label if known else self._source(label)
        return label if known else self._source(label)

    def note_offset(self, label: str) -> int | None:
        """Where a footnote begins."""
        return self._notes.get(label.casefold())

    def is_source(self, name: str) -> bool:
        """Whether the front matter names a source with this id."""
        return name in self._sources

    def take_asked(self) -> dict[tuple[str, str], str | None]:
        """What was asked and answered before everything was known, since this was last called."""
        asked, self._asked = self._asked, {}
        return asked

    def still_right(self, asked: dict[tuple[str, str], str | None]) -> bool:
        """Whether the same answers would be given now that everything is known."""
        ask = {"link": self.link, "note": self.note}
        return all(ask[kind](label) == answer for (kind, label), answer in asked.items())

    def _source(self, label: str) -> str | None:
        """The target of a source with this id."""
        return f"source:{label}" if label in self._sources else None

    def _seen_ahead(self) -> tuple[dict[str, str], set[str]]:
        """What looks like definitions of links and of notes, anywhere in the text."""
        if self._ahead is None:
            links: dict[str, str] = {}
            notes: set[str] = set()
            for found in _AHEAD.finditer(self._text, max(0, self._start - 1)):
                label, at = found.group(1), found.start(1) - 1
                if label.startswith("^"):
                    notes.add(label[1:].casefold())
                elif normalized(label) not in links:
                    defined = definition(self._text[at : at + _PARAGRAPH_AT_MOST])
                    if defined is not None:
                        links[defined.label] = defined.destination
            self._ahead = (links, notes)
        return self._ahead
