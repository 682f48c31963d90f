"""The words of a query as patterns, by which they are found and marked in any text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.library.fold import CJK, CJK_CLASS, fold
from briefing.library.query_tree import And, Node, Or, TextField, Words

_LETTER = f"[^\\W_{CJK_CLASS}]"
_GAP = r"[\W_]+"
_GAP_OR_NONE = r"[\W_]*"

Pattern = re.Pattern[str] | None
"""Finds words in a folded text; None where the query has none to find there."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What to find where, for one query. Words that must not occur are not among them."""

    text: Pattern
    """Words that may stand anywhere: found in the body, title and front matter."""
    title: Pattern
    """Those, and the words sought in the title."""
    front: Pattern
    """Words that may stand anywhere, and those sought in the front matter."""
    sections: tuple[re.Pattern[str], ...]
    """Words sought in the titles of sections: the body is then only looked at in the sections that have them all."""


def marker(tree: Node | None) -> Marker:
    """Make the patterns of a query."""
    leaves = list(_leaves(tree))
    anywhere = [leaf for leaf in leaves if leaf.within is None]
    in_title = [leaf for leaf in leaves if leaf.within is TextField.TITLE]
    in_sections = [leaf for leaf in leaves if leaf.within is TextField.SECTION]
    in_front = [leaf for leaf in leaves if leaf.within not in (None, TextField.TITLE, TextField.SECTION)]
    sections = tuple(pattern for leaf in in_sections if (pattern := _pattern([leaf])))
    return Marker(_pattern(anywhere), _pattern(anywhere + in_title), _pattern(anywhere + in_front), sections)


def _leaves(tree: Node | None) -> Iterator[Words]:
    """Go through the words that are wanted."""
    if isinstance(tree, Words):
        yield tree
    elif isinstance(tree, And | Or):
        for part in tree.parts:
            yield from _leaves(part)


def _pattern(leaves: Iterable[Words]) -> Pattern:
    """Make the pattern of several words; the name of the matched group tells which of them it was."""
    parts = [f"(?P<w{place}>{_expression(leaf)})" for place, leaf in enumerate(leaves)]
    return re.compile("|".join(parts)) if parts else None


def _expression(leaf: Words) -> str:
    """Write one word or phrase as an expression that takes linear time."""
    pieces: list[str] = []
    for before, word in zip(("", *leaf.words), leaf.words, strict=False):
        if before:
            pieces.append(_GAP_OR_NONE if CJK.match(before) or CJK.match(word) else _GAP)
        pieces.append(re.escape(word))
    starts = "" if CJK.match(leaf.words[0]) else f"(?<!{_LETTER})"
    goes_on = f"{_LETTER}*" if leaf.prefix else f"(?!{_LETTER})"
    ends = "" if CJK.match(leaf.words[-1]) else goes_on
    return starts + "".join(pieces) + ends


def marks(pattern: Pattern, text: str) -> tuple[tuple[int, int], ...]:
    """Find the words in a text: start and end of each, in its characters."""
    return tuple(found.span() for found in pattern.finditer(fold(text))) if pattern else ()
