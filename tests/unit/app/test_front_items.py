"""Where the titles on the front page lead: to their own files, whatever these are called."""

from __future__ import annotations

import pytest

from briefing.app.front_items import target_of
from briefing.document.block import Role
from briefing.document.targets import ToFile, asked
from briefing.library.entry import Entry


@pytest.mark.parametrize(
    "name",
    ["a.md", "in/side.md", "with blank.md", "100%.md", "a#b?c.md", "x:y.md", "[[odd]].md", "\udcff.md", "line\nend.md"],
)
def test_a_title_leads_to_its_file_from_the_library_on(name: str) -> None:
    assert asked(Role.LINK, target_of(Entry(f"/l/{name}", name, "Title"))) == ToFile(f"/{name}")
