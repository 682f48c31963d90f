"""What is copied: a selection as text, or the passage of a figure with its citation."""

from __future__ import annotations

from briefing.app.reading import Reading
from briefing.document.block import Place
from briefing.document.document import Document
from briefing.model.dates import shown_date
from briefing.model.figure import Anchor
from briefing.model.text import shown_line


def selected_text(document: Document, start: Place, end: Place) -> str:
    """The rendered text between two places, blocks parted by a blank line."""
    parts: list[str] = []
    inside = False
    for block in document:
        inside = inside or block.offset == start.block
        if inside:
            first = start.char if block.offset == start.block else 0
            last = end.char if block.offset == end.block else len(block.text)
            parts.append(block.text[first:last])
        if block.offset == end.block:
            break
    return "\n\n".join(part for part in parts if part)


def quotation(reading: Reading, anchor: Anchor) -> str:
    """The passage of a figure with its citation: title, byline, date, section, file and line."""
    briefing = reading.briefing
    section = reading.section_at(anchor.block)
    cited = (
        shown_line(briefing.title),
        ", ".join(shown_line(person.name) for person in briefing.byline),
        shown_date(briefing.date) if briefing.date else "undated",
        f"section “{reading.sections[section].title}”" if section is not None else "",
        f"{shown_line(briefing.path)}:{anchor.line}",
        shown_line(briefing.tlp) if briefing.tlp else "",
    )
    return f"“{anchor.text}” ({'; '.join(part for part in cited if part)})"
