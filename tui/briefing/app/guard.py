"""The last gate before the terminal: nothing passes that could command it, whatever widget drew it."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from briefing.model.text import shown_line


class Guard(LineFilter):
    """Applies the character policy to every segment of every line.

    Texts pass the policy before their widths are measured; this catches what a widget, a library or a later change
    lets through. A caught text keeps its width, so that the rest of the line stays where it was measured.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  the base class's shape
        """Return the segments with every text made safe; control segments do not pass."""
        return [
            segment
            if segment.text.isascii() and segment.text.isprintable() and not segment.control
            else _safe(segment)
            for segment in segments
        ]


def _safe(segment: Segment) -> Segment:
    """The segment as it may be written."""
    text = shown_line(segment.text)
    if text == segment.text:
        return Segment(text, segment.style)
    room = segment.cell_length
    safe = Segment(text, segment.style)
    return Segment(*Segment.adjust_line_length([safe], room, segment.style)[0][:2]) if room else Segment("", segment.style)
