"""What is copied from a briefing, and in which form: a text, its Markdown, a quotation with its citation, the path."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from briefing.app.reading import Reading
from briefing.app.selection import Selection, selected_source, selected_text
from briefing.document.block import Block, Place
from briefing.model.dates import shown_date
from briefing.model.figure import Anchor
from briefing.model.record import record
from briefing.model.text import shown_line
from briefing.review.handling import labels


@record
class Passage:
    """Words of a briefing that may be copied."""

    name: str
    """What they are: `the selection`."""
    reading: Reading
    selection: Selection
    file: str | None
    """The absolute path of the file; None for what came over a pipe."""
    today: date
    """The day on which handling labels are looked at."""

    @property
    def label(self) -> str:
        """The handling labels that go along with what is copied."""
        return " ".join(shown_line(one.text) for one in labels(self.reading.briefing, self.today))

    @property
    def first(self) -> Block:
        """The block that the words begin in."""
        return next(block for block, _ in self.selection.parts())


@record
class Form:
    """A form in which a passage can be copied."""

    key: str
    """The key that chooses it."""
    name: str
    make: Callable[[Passage], str]
    fits: Callable[[Passage], bool] = lambda _: True
    """Whether a passage has this form."""


def as_text(passage: Passage) -> str:
    """The words as they are shown, under their label."""
    return _labelled(passage, selected_text(passage.selection))


def as_markdown(passage: Passage) -> str:
    """The whole blocks as the file has them, under their label."""
    return _labelled(passage, selected_source(passage.selection))


def as_quotation(passage: Passage) -> str:
    """The words with their citation: title, byline, date, section, file and line, label."""
    words = selected_text(passage.selection)
    cited = _citation(passage)
    if "\n" not in words:
        return f"“{words}” ({cited})"
    quoted = "\n".join(f"> {line}".rstrip() for line in words.split("\n"))
    return f"{quoted}\n>\n> — {cited}"


def as_path(passage: Passage) -> str:
    """The file and the line."""
    return f"{passage.file}:{passage.first.line}"


def _is_in_body(passage: Passage) -> bool:
    """Whether the words stand in the body, not in the front matter, which has no Markdown."""
    return bool(passage.reading.document.source(passage.first))


def _has_path(passage: Passage) -> bool:
    """Whether there is a file, and its name is a text that can be copied."""
    return passage.file is not None and shown_line(passage.file) == passage.file


TEXT = Form("t", "text", as_text)
QUOTATION = Form("c", "quotation with its citation", as_quotation)
FORMS = (
    TEXT,
    Form("m", "Markdown, whole blocks as in the file", as_markdown, _is_in_body),
    QUOTATION,
    Form("p", "path and line", as_path, _has_path),
)


def _labelled(passage: Passage, text: str) -> str:
    """A text under its handling label, which is to stand directly before the words (FIRST TLP 2.0, on messages)."""
    return f"{passage.label}\n\n{text}" if text and passage.label else text


def _citation(passage: Passage) -> str:
    """Where the words come from."""
    briefing, block = passage.reading.briefing, passage.first
    section = passage.reading.section_at(block.offset)
    cited = (
        shown_line(briefing.title),
        ", ".join(shown_line(person.name) for person in briefing.byline),
        shown_date(briefing.date) if briefing.date else "undated",
        f"section “{passage.reading.sections[section].title}”" if section is not None else "",
        f"{shown_line(briefing.path)}:{block.line}",
        passage.label,
    )
    return "; ".join(part for part in cited if part)


def passage_of(reading: Reading, anchor: Anchor) -> Selection:
    """The passage of a figure, selected."""
    return Selection.between(reading.document, Place(anchor.block, anchor.start), Place(anchor.block, anchor.end))


def whole_block(reading: Reading, block: Block) -> Selection:
    """All of a block's words, selected."""
    return Selection.between(reading.document, Place(block.offset), Place(block.offset, len(block.text)))
