"""What is stated of one thing at different times, on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from briefing.app.screens.figure_page import FigurePage
from briefing.app.tracking import go_to_figure
from briefing.app.widgets.rows_pane import RowsPane
from briefing.app.widgets.timeline_pane import Story, TimelinePane
from briefing.app.work import begin
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from briefing.app.screens.reader import ReaderScreen
    from briefing.review.timeline import Seen

__all__ = ["Story", "TimelineScreen"]


class TimelineScreen(FigurePage):
    """Shows observations, each with the way to its passage."""

    def __init__(self, reader: ReaderScreen, stories: Sequence[Story]) -> None:
        """Make the page of these stories."""
        label = next((row.label for story in stories for row in story.rows if row.label), None)
        self.timeline = TimelinePane(shown_line(label or stories[-1].name), stories)
        super().__init__(reader, self.timeline)

    @on(RowsPane.Chosen)
    def _chosen(self) -> None:
        """Go to the passage of the observation under the cursor, on whatever page the reader came from."""
        seen = self.timeline.current
        if seen is None:
            return
        for page in [page for page in self.app.screen_stack if isinstance(page, FigurePage)][::-1]:
            page.dismiss()
        begin(self.reader, partial(go_to_figure, self.reader, seen.path, seen.index), "figure")

    def copied(self) -> Sequence[Seen]:
        """All observations."""
        return self.timeline.rows
