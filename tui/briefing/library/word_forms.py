"""Other forms of English words, so that who seeks `deploy` also finds `deployed`.

The forms are made by rule, not looked up: most of them are words, and those that are none are found nowhere.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.library.query_tree import And, Node, Or, TextField, Words

SHORTEST = 4
"""Letters of a word that has other forms; shorter ones are mostly not inflected, or become other words."""
_SHORTEST_BASE = 3
_VOWELS = "aeiou"
_ALONE = frozenset(
    "always anything does during evening everything hundred indeed morning news nothing series something species this"
    " united various".split()
)
"""Words that only look as if they were forms of another."""


def widened(tree: Node) -> Node:
    """Let the other forms of each plain word stand for it.

    Phrases, beginnings of words, titles of sections and what must not occur stay as they are.
    """
    if isinstance(tree, Words):
        is_plain = len(tree.words) == 1 and not tree.quoted and not tree.prefix
        return replace(tree, forms=forms(tree.words[0])) if is_plain and tree.within is not TextField.SECTION else tree
    if isinstance(tree, And):
        return And(tuple(map(widened, tree.parts)))
    if isinstance(tree, Or):
        return Or(tuple(map(widened, tree.parts)))
    return tree


def forms(word: str) -> tuple[str, ...]:
    """Give the other forms of a folded word, in a stable order."""
    if len(word) < SHORTEST or word in _ALONE or not (word.isascii() and word.isalpha()):
        return ()
    bases = _bases(word) or [word]
    found = dict.fromkeys(form for base in bases for form in (base, *_inflected(base)))
    return tuple(form for form in found if form != word)


def _bases(word: str) -> list[str]:
    """Give the words of which this one may be a form."""
    bases = []
    if word.endswith("ies"):
        bases.append(word[:-3] + "y")
    elif word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        bases.append(word[:-2])
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        bases.append(word[:-1])
    if word.endswith("ied"):
        bases.append(word[:-3] + "y")
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and any(letter in _VOWELS + "y" for letter in stem):
            bases += (stem, stem + "e")
            if stem[-1:] == stem[-2:-1]:
                bases.append(stem[:-1])
    return [base for base in bases if len(base) >= _SHORTEST_BASE]


def _inflected(base: str) -> list[str]:
    """Give the regular forms of a noun or verb."""
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return [base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    if base.endswith("e"):
        return [base + "s", base + "d", base[:-1] + "ing"]
    plural = base + ("es" if base.endswith(("ch", "sh", "s", "x", "z", "o")) else "s")
    found = [plural, base + "ed", base + "ing"]
    if base[-1] not in _VOWELS + "wxy" and base[-2:-1] in _VOWELS and base[-3:-2] not in _VOWELS:
        found += [base + base[-1] + "ed", base + base[-1] + "ing"]
    return found
