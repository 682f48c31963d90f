"""The words of a query as patterns, by which they are found and marked in any text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise

from briefing.library.fold import CJK, fold, parted_by_cjk
from briefing.library.query_tree import And, Node, Or, TextField, Words
from briefing.model.record import record

_LETTER = r"[^\W_]"
_GAP = r"[\W_]+"
_GAP_OR_NONE = r"[\W_]*"


@record
class Pattern:
    """Finds a word or phrase in a folded text."""

    expression: re.Pattern[str]
    has_cjk: bool
    """Whether it holds Chinese, Japanese or Korean characters. If not, such characters part words like blanks."""


Patterns = tuple[Pattern, ...]
"""One for each word or phrase."""

SectionTest = Callable[[str], bool]
"""Tells by its title whether a section is meant."""

MOST_SPANS = 100
"""Places of one word in one text that are told apart; further ones are counted."""


@record
class Marker:
    """What to find where, for one query. Words that must not occur are not among them."""

    text: Patterns
    """Words that may stand anywhere: found in the body, title and front matter."""
    title: Patterns
    """Those, and the words sought in the title."""
    front: Patterns
    """Words that may stand anywhere, and those sought in the front matter."""
    in_section: SectionTest | None
    """Tells by its title whether a section is one that the query names; the body is then only looked at in those.
    None where the query is about the whole text."""


def marker(tree: Node | None) -> Marker:
    """Make the patterns of a query."""
    found = list(leaves(tree))
    anywhere = [leaf for leaf in found if leaf.within is None]
    in_title = [leaf for leaf in found if leaf.within is TextField.TITLE]
    in_front = [leaf for leaf in found if leaf.within not in (None, TextField.TITLE, TextField.SECTION)]
    text, title, front = (tuple(map(_pattern, group)) for group in (anywhere, anywhere + in_title, anywhere + in_front))
    return Marker(text, title, front, None if tree is None else section_test(tree))


def section_test(tree: Node) -> SectionTest | None:
    """Give the test of a section's title that a query asks for; None where it asks for none."""
    if isinstance(tree, Words) and tree.within is TextField.SECTION:
        pattern = _pattern(tree)
        return lambda title: bool(marks((pattern,), title))
    if isinstance(tree, And | Or):
        tests = [section_test(part) for part in tree.parts]
        known = [test for test in tests if test is not None]
        if isinstance(tree, And) and known:
            return lambda title: all(test(title) for test in known)
        if known and len(known) == len(tests):
            return lambda title: any(test(title) for test in known)
    return None


def leaves(tree: Node | None) -> Iterator[Words]:
    """Go through the words that are wanted."""
    if isinstance(tree, Words):
        yield tree
    elif isinstance(tree, And | Or):
        for part in tree.parts:
            yield from leaves(part)


def _pattern(leaf: Words) -> Pattern:
    """Write one word or phrase as an expression that takes linear time.

    It begins with the letters themselves, and looks back afterwards whether a word begins there: such an expression is
    quicker by far than one that looks back first.
    """
    first, last = leaf.words[0], leaf.words[-1]
    common = _common((first, *leaf.forms))
    pieces = [common] if CJK.match(first) else [f"{common}(?<!{_LETTER}{common})"]
    if leaf.forms:
        pieces.append(f"(?:{'|'.join(word[len(common) :] for word in (first, *leaf.forms))})")
    for before, word in pairwise(leaf.words):
        pieces += (_GAP_OR_NONE if CJK.match(before) or CJK.match(word) else _GAP, word)
    if not CJK.match(last):
        pieces.append(f"{_LETTER}*" if leaf.prefix else f"(?!{_LETTER})")
    return Pattern(re.compile("".join(pieces)), any(map(CJK.match, leaf.words)))


def _common(words: tuple[str, ...]) -> str:
    """Give the letters with which all of some words begin."""
    first, last = min(words), max(words)  # In the order of the alphabet all others stand between these.
    return next((first[:place] for place, letter in enumerate(first) if letter != last[place]), first)


@record
class Spans:
    """Where words stand in a text."""

    places: tuple[tuple[int, int, int], ...]
    """Start, end, and which of the patterns it was; in order, without overlaps. Of each at most `MOST_SPANS`."""
    count: int
    """How many there are in all."""


def spans(patterns: Patterns, folded: str, start: int = 0, end: int | None = None) -> Spans:
    """Find the words in a stretch of a folded text."""
    places: list[tuple[int, int, int]] = []
    beyond = 0
    parted = folded if all(pattern.has_cjk for pattern in patterns) else parted_by_cjk(folded)
    for which, pattern in enumerate(patterns):
        text = folded if pattern.has_cjk else parted
        found = pattern.expression.finditer(text, start, len(text) if end is None else end)
        places += [(*match.span(), which) for match in islice(found, MOST_SPANS)]
        beyond += sum(1 for _ in found)
    if len(patterns) > 1:
        places = list(_apart(sorted(places)))
    return Spans(tuple(places), len(places) + beyond)


def _apart(places: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Leave out what begins inside another."""
    last = -1
    for place in places:
        if place[0] >= last:
            yield place
            last = place[1]


def marks(patterns: Patterns, text: str) -> tuple[tuple[int, int], ...]:
    """Find the words in a text: start and end of each, in its characters."""
    return tuple((start, end) for start, end, _ in spans(patterns, fold(text)).places) if patterns else ()
