"""The digest of a text's words: it changes when they change, and not when only the spacing does."""

from __future__ import annotations

from hashlib import blake2b

from briefing.model.steps import Steps, finished

DIGEST_SIZE = 8
"""Bytes of a digest; it is written as twice as many hexadecimal digits."""
STEP = 128 * 1024
"""Characters that are taken in at one step, or a word where one is longer."""


def digest(text: str) -> str:
    """Give the digest of a text, of which runs of white space count as one space."""
    return finished(digesting(text))


def digesting(text: str) -> Steps[str]:
    """Make the digest of a text in steps."""
    made = blake2b(digest_size=DIGEST_SIZE)
    position, between = 0, b""
    while position < len(text):
        end = _word_end(text, position + STEP)
        words = " ".join(text[position:end].split()).encode("utf-8", "surrogatepass")
        if words:
            made.update(between + words)
            between = b" "
        position = end
        if position < len(text):
            yield
    return made.hexdigest()


def _word_end(text: str, position: int) -> int:
    """The end of the word at a position."""
    while position < len(text) and not text[position].isspace():
        position += 1
    return min(position, len(text))
