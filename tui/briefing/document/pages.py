"""Blocks of HTML as a reader can use them: comments hidden, summaries and line ends shown, the rest as written."""

from __future__ import annotations

import re

from briefing.document.block import Role, Span
from briefing.document.inline import rendered
from briefing.document.references import References
from briefing.model.pattern import pattern
from briefing.model.text import shown_text

_COMMENT = pattern(r"<!--(?:-?>|.*?-->)", re.DOTALL)
_FOLDS = pattern(r"</?(?:details|summary)\b[^<>]*>", re.IGNORECASE)
_SUMMARY = pattern(r"<summary\b[^<>]*>(.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)


def page_text(source: str, references: References) -> tuple[str, tuple[Span, ...], bool]:
    """The text of a block of HTML, its spans, and whether it is shown as text rather than as HTML."""
    source = _COMMENT.sub("", source) if "-->" in source else source
    if not source.strip():
        return "", (), True
    if _FOLDS.search(source):
        return _folded(source, references)
    return _written(source)


def _written(source: str) -> tuple[str, tuple[Span, ...], bool]:
    """HTML as it is written."""
    text = shown_text(source.strip("\n").rstrip()).expandtabs(4)
    return text, (Span(0, len(text), Role.HTML),), False


def _folded(source: str, references: References) -> tuple[str, tuple[Span, ...], bool]:
    """The summary of a `<details>`, opened, and what else stands in the same block."""
    summary = _SUMMARY.search(source)
    rest = _FOLDS.sub("", _SUMMARY.sub("", source)).strip()
    title, spans = rendered(" ".join(summary.group(1).split()), references) if summary else ("", ())
    body, inside = rendered(" ".join(rest.split()), references)
    text = title + ("\n" if title and body else "") + body
    shift = len(text) - len(body)
    moved = tuple(Span(span.start + shift, span.end + shift, span.role, span.target) for span in inside)
    return text, ((Span(0, len(title), Role.STRONG),) if title else ()) + spans + moved, True
