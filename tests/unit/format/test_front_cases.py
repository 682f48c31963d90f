"""Front matter of every kind, whole and broken, as the pages of cases have it."""

from __future__ import annotations

from pathlib import Path

import pytest
from front_matter_cases import Case, cases, what_is_read

PAGES = sorted((Path(__file__).parent / "fixtures").glob("front_*.md"))


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{page.stem}: {case.name}") for page in PAGES for case in cases(page)])
def test_front_matter_is_read_as_the_page_says(case: Case) -> None:
    assert what_is_read(case.file) == case.read
