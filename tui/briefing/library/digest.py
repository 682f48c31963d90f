"""The digest of a text's words: it changes when they change, and not when only the spacing does."""

from __future__ import annotations

from hashlib import blake2b

DIGEST_SIZE = 8
"""Bytes of a digest; it is written as twice as many hexadecimal digits."""


def digest(text: str) -> str:
    """Give the digest of a text, of which runs of white space count as one space."""
    spaced = " ".join(text.split())
    return blake2b(spaced.encode("utf-8", "surrogatepass"), digest_size=DIGEST_SIZE).hexdigest()
