"""Links within a text: what the screen can follow is never called dead."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from briefing.document.anchors import Anchors
from briefing.format.read import parse
from briefing.review.inspect import inspect
from briefing.review.page import text_of

TEXT = """\
---
title: A title
---

# Große Straße

<a id="Old"></a>Words. ^block

"""


@pytest.mark.parametrize(
    ("target", "is_dead"),
    [
        ("große-straße", False),
        ("Große-Straße", False),
        ("Gro%C3%9Fe%20Stra%C3%9Fe", False),
        ("Old", False),
        ("^block", False),
        ("a-title", False),
        ("old", True),
        ("grosse-strasse", True),
        ("^bloc", True),
    ],
)
def test_a_link_is_dead_where_following_it_leads_nowhere(target: str, is_dead: bool) -> None:
    briefing = parse(f"{TEXT}[there](<#{target}>)\n", "a.md")
    document = text_of(briefing)
    found = [one.code for one in inspect(briefing, document).problems]
    assert ("link-dead" in found) is is_dead
    assert (Anchors(document, briefing.body_start, briefing.title).place(unquote(target)) is None) is is_dead
