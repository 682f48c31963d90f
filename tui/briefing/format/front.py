"""The front matter of a file: which notation it is in decides who reads it."""

from __future__ import annotations

from importlib import import_module

from briefing.format.matter import FrontMatter, no_front_matter
from briefing.model.pattern import pattern

__all__ = ["FrontMatter", "front_matter"]

_NOTATIONS = (
    (pattern(r"(?:[ \t]*\n){0,64}---"), "front_yaml"),
    (pattern(r"\+\+\+[ \t]*\n|(?:```+|~~~+)[ \t]*toml[ \t]*\n"), "front_toml"),
    (pattern(r"\{\s*(?:\"|\})"), "front_json"),
    (pattern(r"%(?:[ \t]|\n)"), "front_lines"),
    (pattern(r"[A-Za-z][\w -]{0,40}:[ \t]*[^\n]*\n[A-Za-z][\w -]{0,40}:(?:[ \t]|\n)"), "front_lines"),
)
"""How a file with front matter begins, and the module that reads it: imported only then, since parsers are slow to
import and most of them are not needed to open a file."""


def front_matter(text: str) -> FrontMatter:
    r"""Find and read the front matter of a text whose line ends are `\n`.

    What only looks like front matter, or is larger or deeper than any honest one, is left in the text.
    """
    for opening, module in _NOTATIONS:
        if opening.match(text):
            found: FrontMatter = import_module(f"briefing.format.{module}").read(text)
            return found
    return no_front_matter()
