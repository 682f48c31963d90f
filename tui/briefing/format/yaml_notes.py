"""What YAML reads without complaint and otherwise than its author meant."""

from __future__ import annotations

from briefing.format.node import Node, Scalar
from briefing.format.stretch import Stretch
from briefing.format.wording import clipped, missing_space, read_as_block
from briefing.model.pattern import pattern
from briefing.model.problem import Problem, problem

NO_SPACE = pattern(r"[A-Za-z_][\w-]*:(?!//)[^\s:]")
"""A key that was meant, without the space that would make it one; not an address."""

_COMMENT = pattern(r"[ \t]+#[^\n]*")
_EMPTY_BLOCK = pattern(r"[>|][0-9][+-]?")


def cut_comment(stretch: Stretch, start: int, end: int) -> Problem | None:
    """Say what a `#` after a space has cut from a plain value between these places.

    What is set apart from the value was meant as a comment: with a space after the sign, behind two spaces, a tab, or
    a value of one word.
    """
    cut = _COMMENT.match(stretch.text, end)
    if not cut:
        return None
    sign = cut[0].index("#")
    apart = sign > 1 or cut[0][0] == "\t" or " " not in stretch.text[start:end]
    if apart and cut[0][sign + 1 : sign + 2] in ("", " ", "\t", "#"):
        return None
    message = f'a # after a space begins a comment, so "{clipped(cut[0][sign:])}" is not part of the value'
    return problem("fm-comment", message, at=stretch.position(end + sign))


def emptied_block(stretch: Stretch, start: int, end: int) -> Scalar | None:
    """Give back an amount such as `>5` that YAML has read as the head of an empty block of text."""
    written = stretch.text[start:end].strip()
    return Scalar(written, stretch.position(start)) if _EMPTY_BLOCK.fullmatch(written) else None


def block_sign(value: Scalar) -> Problem:
    """Say that such an amount needs quotation marks."""
    return problem("fm-gt", read_as_block(value.text), at=value.at)


def run_together(key: Scalar, value: Node, *, flow: bool) -> Problem | None:
    """Say where what was meant as a key has no space after its colon, and so became part of a text."""
    if not isinstance(value, Scalar) or value.quoted:
        return None
    meant = key if flow and not value.text else value if value.at.line > key.at.line else None
    if meant is None or meant.quoted or not NO_SPACE.match(meant.text):
        return None
    return problem("fm-nospace", missing_space(meant.text), field="front matter", at=meant.at)
