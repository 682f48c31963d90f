"""The last gate before the terminal: nothing passes that could command it, whatever widget drew it."""

from __future__ import annotations

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from briefing.model.text import shown_line


class Guard(LineFilter):
    """Applies the character policy to every segment of every line.

    Texts pass the policy before their widths are measured; this catches what a widget, a library or a later change
    lets through. A caught text keeps its width, so that the rest of the line stays where it was measured. Links are
    taken off: the terminal would be told their addresses, and would open them by its own rules.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  the base class's shape
        """Return the segments with every text made safe; control segments do not pass."""
        return [segment if _is_plain(segment) else _safe(segment) for segment in segments]


class Colourless(LineFilter):
    """Takes every colour off, and leaves weight, slant, underline and reverse (no-color.org)."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  the base class's shape
        """Return the segments without colours."""
        return [
            Segment(text, style.without_color if style is not None else None, control)
            for text, style, control in segments
        ]


def _is_plain(segment: Segment) -> bool:
    """Whether a segment may be written as it is; a quick answer, which is no for some that may."""
    text, style, control = segment
    return text.isascii() and text.isprintable() and not control and (style is None or style.link is None)


def _safe(segment: Segment) -> Segment:
    """The segment as it may be written."""
    style = segment.style
    if style is not None and style.link is not None:
        style = style.update_link(None)
    text = shown_line(segment.text)
    if text != segment.text:
        text = set_cell_size(text, segment.cell_length)
    return Segment(text, style)
