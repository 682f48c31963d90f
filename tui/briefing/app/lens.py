"""The estimative lens: words of likelihood underlined, by the standard that the briefing declares and by no other."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.app.seeking import Seek
from briefing.document.block import Block, BlockKind, Range, Role
from briefing.model.briefing import Briefing
from briefing.model.vocabulary import SCALES, Scale
from briefing.review.terms import is_own_prose, terms_in

_NOT_SENTENCES = {BlockKind.BANNER, BlockKind.BYLINE, BlockKind.IMAGE, BlockKind.NOTICE}


def scale_of(briefing: Briefing) -> Scale | None:
    """Give the scale that a briefing declares; without a declaration no word has a range."""
    return SCALES.get(briefing.estimative or "")


def seek_terms(scale: Scale) -> Seek:
    """Seek the terms of a scale in the author's own sentences."""

    def seek(block: Block) -> Iterator[Range]:
        """The terms of a block outside its code."""
        if is_own_prose(block) and block.kind not in _NOT_SENTENCES:
            code = [span for span in block.spans if span.role is Role.CODE]
            for found in terms_in(block.text, scale):
                if not any(span.start <= found.start < span.end for span in code):
                    yield Range(block.offset, found.start, found.end)

    return seek
