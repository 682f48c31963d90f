"""How the names of Markdown files end, in small letters: those that are listed, and that a link may lead to."""

from __future__ import annotations

MARKDOWN = (".md", ".markdown", ".qmd")
"""The last is Quarto's."""
MARKDOWN_BYTES = tuple(suffix.encode() for suffix in MARKDOWN)
"""The same, for names that need not be text."""
