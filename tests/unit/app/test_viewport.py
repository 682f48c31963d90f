"""A window onto a document, before and after it has a size."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.app.viewport import Viewport
from briefing.document.block import Place
from briefing.document.document import Document

TEXT = "\n\n".join(f"Row {number} of many." for number in range(100))
AT = TEXT.index("Row 60")


def shown(viewport: Viewport) -> list[str]:
    """The words of the rows that are shown."""
    return [row.block.text for row in viewport.rows if row.index >= row.block.gap]


@pytest.mark.parametrize(
    "go",
    [
        lambda viewport: viewport.to_place(Place(AT)),
        lambda viewport: viewport.to_block(AT),
        lambda viewport: viewport.return_to(Place(AT)),
        lambda viewport: viewport.show(viewport.document, Place(AT)),
    ],
    ids=["to_place", "to_block", "return_to", "show"],
)
def test_where_one_goes_before_there_is_a_size_is_in_sight_once_there_is(go: Callable[[Viewport], object]) -> None:
    viewport = Viewport()
    viewport.show(Document(TEXT))
    go(viewport)
    viewport.resize(60, 12)
    assert "Row 60 of many." in shown(viewport)


def test_a_move_after_that_counts_from_there() -> None:
    viewport = Viewport()
    viewport.show(Document(TEXT))
    viewport.to_block(AT)
    viewport.resize(60, 12)
    viewport.scroll(2)
    viewport.resize(50, 12)
    assert "Row 61 of many." in shown(viewport)
    assert "Row 59 of many." not in shown(viewport)
