"""Leaves whose lines are taken as they are: code, HTML, comments. CommonMark 0.31.2, sections 4.4 to 4.6."""

from __future__ import annotations

from enum import Enum

from briefing.document import html
from briefing.document.nesting import Leaf, LeafKind

KINDS = (LeafKind.FENCE, LeafKind.INDENTED, LeafKind.HTML, LeafKind.COMMENT)


class Taken(Enum):
    """What became of a line."""

    ADDED = "added"
    ENDED = "ended"
    """It was the last one."""
    REFUSED = "refused"
    """It does not belong to the leaf."""


def take(leaf: Leaf, content: str) -> Taken:
    """Add a line, without what belongs to the containers, to a leaf of one of these kinds."""
    if leaf.kind is LeafKind.FENCE:
        return _fenced(leaf, content)
    if leaf.kind is LeafKind.INDENTED:
        if not content.startswith("    ") and content.strip(" "):
            return Taken.REFUSED
        leaf.add(content[4:])
        return Taken.ADDED
    if leaf.kind is LeafKind.HTML and leaf.html == html.BLANK_LINE and not content.strip(" "):
        return Taken.REFUSED
    leaf.add(content)
    return Taken.ENDED if _ends(leaf, content) else Taken.ADDED


def _fenced(leaf: Leaf, content: str) -> Taken:
    """Add a line to fenced code, or see its end."""
    stripped = content.lstrip(" ")
    indent = len(content) - len(stripped)
    if indent < 4 and stripped.startswith(leaf.fence) and not stripped.strip(" ").strip(leaf.fence[0]):
        return Taken.ENDED
    leaf.add(content[min(indent, leaf.indent) :])
    return Taken.ADDED


def _ends(leaf: Leaf, content: str) -> bool:
    """Whether a comment or HTML ends on this line."""
    if leaf.kind is LeafKind.COMMENT:
        return "%%" in content
    return leaf.html != html.BLANK_LINE and html.ends(leaf.html, content, 0)
