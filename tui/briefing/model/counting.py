"""Numbers with their nouns."""

from __future__ import annotations


def counted(count: int, one: str, many: str = "") -> str:
    """Write a number with its noun, and verb: `1 byte is`, `1,000 bytes are`.

    Args:
        count: the number.
        one: what follows it when it is 1.
        many: what follows any other; the same with an `s` if not stated.
    """
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
