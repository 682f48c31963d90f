"""Which parts of some code are comments, keywords and strings: a process that answers once.

A lexer is a set of patterns that were written for honest code. On other text they may take for ever, which only a
process of its own can be spared from; and its library is not loaded before there is code to colour.
"""

from __future__ import annotations

import json
import os
import sys

from briefing.document.block import Role

Coloured = tuple[int, int, str]
"""Start and end in the code, and the value of a role."""

_ROLES: dict[tuple[str, ...], Role | None] = {
    ("Comment",): Role.CODE_COMMENT,
    ("Comment", "Preproc"): Role.CODE_KEYWORD,
    ("Comment", "PreprocFile"): Role.CODE_STRING,
    ("Literal", "String"): Role.CODE_STRING,
    ("Literal", "String", "Doc"): Role.CODE_COMMENT,
    ("Keyword",): Role.CODE_KEYWORD,
    ("Keyword", "Constant"): None,
    ("Operator", "Word"): Role.CODE_KEYWORD,
    ("Name", "Tag"): Role.CODE_KEYWORD,
    ("Generic", "Heading"): Role.CODE_KEYWORD,
    ("Generic", "Subheading"): Role.CODE_KEYWORD,
    ("Generic", "Inserted"): Role.CODE_STRING,
    ("Generic", "Deleted"): Role.CODE_COMMENT,
    ("Generic", "Prompt"): Role.CODE_COMMENT,
    ("Generic", "Output"): Role.CODE_COMMENT,
}
"""The role of each kind of token, as Pygments calls the kinds."""

_NICENESS = 10
"""How far the process stands back behind the reader's programs (0 to 19)."""


def coloured(language: str, code: str) -> list[Coloured]:
    """The parts of some code that have a role, in order and apart from each other; none in a language not known."""
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415  loaded where there is code to colour
    from pygments.util import ClassNotFound  # noqa: PLC0415  the same

    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return []
    found: list[Coloured] = []
    for start, kind, text in lexer.get_tokens_unprocessed(f"{code}\n"):
        role = _role(kind)
        end = min(start + len(text), len(code))
        if role is None or start >= end or not text.strip():
            continue
        if found and found[-1][1] == start and found[-1][2] == role:
            start = found.pop()[0]  # noqa: PLW2901  two of a kind are one
        found.append((start, end, role.value))
    return found


def _role(kind: tuple[str, ...]) -> Role | None:
    """The role of a token: of its own kind, else of the kind that it is one of."""
    while kind:
        if kind in _ROLES:
            return _ROLES[kind]
        kind = kind[:-1]
    return None


def main() -> int:
    """Answer the languages and codes on standard input with their coloured parts, all as JSON."""
    os.nice(_NICENESS)
    asked = json.load(sys.stdin)
    json.dump([coloured(language, code) for language, code in asked], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
