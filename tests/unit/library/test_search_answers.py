"""What a query finds in a small library, in which order, with which passages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.library import search
from briefing.library.index import SearchIndex
from briefing.library.query import parse_query
from briefing.library.search import FIRST

Shelf = Callable[[Mapping[str, str]], Path]

TROOPS = """---
title: A further 30,000 troops
date: 2025-07-08
byline: {name: Sofía Rodríguez, role: Journalist}
topics: [Ukraine, defence]
status: final
takeaways: [Kyiv expects the exercise to be a cover.]
figures:
  - {value: "over 30,000", unit: troops, label: expected in the coming months, track: dprk-troops, source: gur}
sources: [{id: gur, name: Main Directorate of Intelligence}]
review: {by-whom: Second desk, round: 2}
---
# The warning

North Korea plans to *deploy* troops, a report says.
The report was seen
on Tuesday.

## Zapad 2025

The exercise begins in September. Troops gather near the border.

# What is not known

Nobody counted the troops.
"""

SHELLS = """---
title: Shells for the autumn
date: 2025-06-30
author: Jan Novák
tags: Ukraine
status: draft
key_figures:
  - about 12 million shells: supplied
  - 400 to 600 trucks: waiting
---
The factories deployed three shifts. A café near the plant stays open.
"""

HANDBOOK = """# 框架手册

这是一个关于开源框架的简短手册。与 iPhone手机 兼容。

## Ελληνικά

Οδός προς την Αθήνα, and the troops of Sparta.
"""

SUMMER = """---
title: The warning of 2023
date: 2023
summary: Troops in an old summary.
---
Nothing else.
"""

FILES = {"troops.md": TROOPS, "shells.md": SHELLS, "notes/handbook.md": HANDBOOK, "old.md": SUMMER}


@pytest.fixture
def index(shelf: Shelf) -> Iterator[SearchIndex]:
    with SearchIndex(shelf(FILES), None) as opened:
        for _ in opened.refresh():
            pass
        yield opened


def found(index: SearchIndex, text: str, *, typing: bool = False, thorough: bool = True) -> list[str]:
    """The stems of the files that answer."""
    query = parse_query(text, typing=typing)
    assert not query.mistakes
    return [Path(answer.entry.relative).stem for answer in index.search(query, thorough=thorough)]


@pytest.mark.parametrize("thorough", [True, False])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("deploy", {"troops", "shells"}),
        ("deploying", {"troops", "shells"}),
        ('"deploy"', {"troops"}),
        ("-deploy troops", {"handbook", "old"}),
        ("DEPLOY tuesday", {"troops"}),
        ("tuesday deploy", {"troops"}),
        ("korea shells", set()),
        ("deploy shells", {"shells"}),
        ("dep*", {"troops", "shells"}),
        ("deploy OR deployed", {"troops", "shells"}),
        ("troops -korea", {"handbook", "old"}),
        ("-troops", {"shells"}),
        ("-troops OR warning", {"shells", "troops", "old"}),
        ('"seen on tuesday"', {"troops"}),
        ('"on seen tuesday"', set()),
        ("cafe", {"shells"}),
        ("CAFÉ", {"shells"}),
        ("rodriguez", {"troops"}),
        ("novak", {"shells"}),
        ("αθηνα", {"handbook"}),
        ("οδοσ", {"handbook"}),
        ("框架", {"handbook"}),
        ("源框", {"handbook"}),
        ("架", {"handbook"}),
        ("iphone手", {"handbook"}),
        ("框手", set()),
        ("directorate", {"troops"}),
        ("notes", {"handbook"}),
        ("title:warning", {"old"}),
        ("in:warning korea", {"troops"}),
        ("in:warning september", {"troops"}),
        ("in:zapad september", {"troops"}),
        ("in:zapad tuesday", set()),
        ("in:zapad OR in:nowhere", {"troops"}),
        ("in:zapad OR shells", {"troops", "shells"}),
        ("(in:zapad OR in:known) counted", {"troops"}),
        ("in:zapad in:known", set()),
        ('in:"not known" troops', {"troops"}),
        ("by:sofia", {"troops"}),
        ("author:nov*", {"shells"}),
        ("tag:ukraine", {"troops", "shells"}),
        ("tag:ukraine -tag:defence", {"shells"}),
        ("source:intelligence", {"troops"}),
        ("status:draft", {"shells"}),
        ("status:draft deployed", {"shells"}),
        ("status:draft OR handbook", {"shells", "handbook"}),
        ("review.by_whom:desk", {"troops"}),
        ("review.round>1", {"troops"}),
        ("review.round>2", set()),
        ("byline.role:journalist", {"troops"}),
        ("keyFigures>1", {"shells"}),
        ("has:figures", {"troops", "shells"}),
        ("has:review", {"troops"}),
        ("-has:date", {"handbook"}),
        ("date>=2025-07", {"troops"}),
        ("date<2025-07", {"shells", "old"}),
        ("date:2023-05", {"old"}),
        ("date>2023-05", {"troops", "shells"}),
        ("date:2025-06..2025-07 troops", {"troops"}),
        ("figure:troops", {"troops"}),
        ("figure:troops>10000", {"troops"}),
        ("figure:troops>30,000", {"troops"}),
        ("figure:troops>30,001", set()),
        ("figure:troops~>30,001", {"troops"}),
        ("figure:troops<40k", set()),
        ("figure:dprk~<40k", {"troops"}),
        ("figure:shells>1", set()),
        ("figure:shells~>1", {"shells"}),
        ("figure:shells>=1", set()),
        ("figure:shells<1bn", set()),
        ("figure:shells<=1bn", set()),
        ("figure:trucks>=400", {"shells"}),
        ("figure:trucks>400", set()),
        ("figure:trucks<=600", {"shells"}),
        ("figure:>10 figure:trucks", {"shells"}),
        ("is:unread", {"troops", "shells", "handbook", "old"}),
        ("is:read", set()),
    ],
)
def test_a_query_finds(index: SearchIndex, text: str, expected: set[str], thorough: bool) -> None:
    assert set(found(index, text, thorough=thorough)) == expected


def test_the_word_being_typed_may_go_on(index: SearchIndex) -> None:
    assert set(found(index, "ukraine dep", typing=True)) == {"troops", "shells"}
    assert found(index, "ukraine dep") == []


@pytest.mark.parametrize("thorough", [True, False])
def test_a_word_in_the_title_counts_more_and_of_equals_the_newer_comes_first(shelf: Shelf, thorough: bool) -> None:
    text = "---\ntitle: {}\ndate: {}\nsummary: {}\n---\n# {}\n\n{}\n"
    root = shelf(
        {
            "body-old.md": text.format("x", "2020-01-01", "x", "x", "drone"),
            "body-new.md": text.format("x", "2024-01-01", "x", "x", "drone"),
            "title.md": text.format("drone", "2019-01-01", "x", "x", "x"),
            "summary.md": text.format("x", "2019-01-01", "drone", "x", "x"),
        }
    )
    with SearchIndex(root, None) as index:
        list(index.refresh())
        assert found(index, "drone", thorough=thorough) == ["title", "summary", "body-new", "body-old"]


@pytest.mark.parametrize("thorough", [True, False])
def test_the_word_as_typed_comes_before_its_other_forms(index: SearchIndex, thorough: bool) -> None:
    assert found(index, "deploy", thorough=thorough) == ["troops", "shells"]
    assert found(index, "deployed", thorough=thorough) == ["shells", "troops"]
    [_, other] = index.search(parse_query("deployed"), thorough=thorough)
    assert [other.passages[0].text[start:end] for start, end in other.passages[0].marks] == ["deploy"]


def test_the_number_of_answers_is_bounded_and_the_count_is_not(index: SearchIndex) -> None:
    query = parse_query("troops")
    assert len(index.search(query, 2)) == 2
    assert index.count(query) == 3
    assert index.count(parse_query("status:draft")) == 1
    assert index.count(parse_query("")) == 0


def test_a_passage_names_its_section_and_line_and_marks_the_words(index: SearchIndex) -> None:
    [answer] = index.search(parse_query("korea deploy"))
    [passage] = answer.passages
    assert passage.section == "The warning"
    assert passage.text == "North Korea plans to deploy troops, a report says. The report was seen on Tuesday."
    assert [passage.text[start:end] for start, end in passage.marks] == ["Korea", "deploy"]
    assert TROOPS.split("\n")[passage.line - 1].startswith("North Korea")
    assert answer.hits == 2


def test_passages_come_from_several_sections_in_the_order_of_the_text(index: SearchIndex) -> None:
    answer = next(one for one in index.search(parse_query("troops")) if one.entry.relative == "troops.md")
    assert [passage.section for passage in answer.passages] == ["The warning", "Zapad 2025", "What is not known"]
    assert [answer.entry.title[start:end] for start, end in answer.title_marks] == ["troops"]
    assert answer.hits == 4


def test_words_of_the_front_matter_give_a_passage_without_a_line(index: SearchIndex) -> None:
    [answer] = index.search(parse_query("cover"))
    assert [(one.section, one.text, one.line) for one in answer.passages] == [
        ("", "Kyiv expects the exercise to be a cover.", 0)
    ]


def test_a_query_that_names_sections_gives_passages_of_these_only(index: SearchIndex) -> None:
    [answer] = index.search(parse_query("in:zapad troops"))
    assert [passage.section for passage in answer.passages] == ["Zapad 2025"]
    assert answer.hits == 1
    [alone] = index.search(parse_query("in:zapad"))
    assert [passage.text.startswith("Zapad 2025 The exercise") for passage in alone.passages] == [True]


def test_a_section_holds_the_sections_below_it(index: SearchIndex) -> None:
    [answer] = index.search(parse_query("in:warning troops"))
    assert [passage.section for passage in answer.passages] == ["The warning", "Zapad 2025"]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("port", ["port", "ports"]),
        ("port*", ["port", "ports"]),
        ("report", ["report", "reports"]),
        ('"in port"', ["in port"]),
    ],
)
def test_words_are_marked_whole(shelf: Shelf, query: str, marked: list[str]) -> None:
    with SearchIndex(shelf({"a.md": "report support: in port, the-ports, reports"}), None) as index:
        list(index.refresh())
        [answer] = index.search(parse_query(query))
        [passage] = answer.passages
        assert [passage.text[start:end] for start, end in passage.marks] == marked


def test_a_heading_that_repeats_the_title_is_no_section(shelf: Shelf) -> None:
    with SearchIndex(shelf({"a.md": "# Only title\n\nThe words.\n"}), None) as index:
        list(index.refresh())
        [answer] = index.search(parse_query("words"))
        assert (answer.entry.title, answer.passages[0].section) == ("Only title", "")


@pytest.mark.parametrize(
    ("text", "marked"), [("iphone", "iPhone"), ("框架", "框架"), ("iphone手", "iPhone手"), ("手", "手")]
)
def test_words_are_marked_also_where_scripts_meet(index: SearchIndex, text: str, marked: str) -> None:
    [answer] = index.search(parse_query(text))
    passage = answer.passages[-1]
    assert [passage.text[start:end] for start, end in passage.marks][:1] == [marked]


def test_a_long_paragraph_is_cut_between_words(shelf: Shelf) -> None:
    words = " ".join(f"word{number}" for number in range(200))
    with SearchIndex(shelf({"a.md": f"{words} here {words}"}), None) as index:
        list(index.refresh())
        [answer] = index.search(parse_query("here"))
        [passage] = answer.passages
        assert passage.text.startswith("… word")
        assert passage.text.endswith(" …")
        assert 100 < len(passage.text) < 220
        assert all(word == "…" or word in f"{words} here".split() for word in passage.text.split())
        assert [passage.text[start:end] for start, end in passage.marks] == ["here"]


def test_passages_pass_the_character_policy(shelf: Shelf) -> None:
    with SearchIndex(shelf({"a.md": "before \x1b]52;c;AA\x07 after"}), None) as index:
        list(index.refresh())
        [answer] = index.search(parse_query("after"))
        assert answer.passages[0].text == "before ^[]52;c;AA^G after"


def test_words_that_occur_nowhere_are_named_with_what_is_near(index: SearchIndex) -> None:
    [one] = index.missing(parse_query("korea septembre"))
    assert (one.text, one.near[:1]) == ("septembre", ("september",))
    assert index.missing(parse_query("korea shells")) == ()
    assert [missing.text for missing in index.missing(parse_query('title:korea "no such" -nowhere'))] == [
        "korea",
        "no such",
    ]
    assert index.missing(parse_query("")) == ()


def test_reading_states_are_answered_from_what_was_mirrored(index: SearchIndex) -> None:
    entries = {entry.relative: entry for entry in index.entries()}
    read, changed = entries["troops.md"], entries["old.md"]
    index.mirror([(read.path, read.digest, True), (changed.path, "other", False)])
    assert set(found(index, "is:read")) == {"troops", "old"}
    assert found(index, "is:changed") == ["old"]
    assert found(index, "is:marked") == ["troops"]
    assert set(found(index, "is:unread")) == {"shells", "handbook"}
    index.mirror([])
    assert found(index, "is:read") == []


odd = st.one_of(
    st.text(max_size=30),
    st.lists(
        st.sampled_from(
            [
                "a",
                '"',
                "'",
                "*",
                "NEAR(",
                "AND",
                "NOT",
                "OR",
                "-",
                "(",
                ")",
                ":",
                "title:",
                "^",
                "{",
                "}",
                "%",
                "\0",
                "\\",
                " ",
            ]
        ),
        max_size=10,
    ).map("".join),
)


@given(odd, st.booleans())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_is_ever_an_error_of_the_database(index: SearchIndex, text: str, typing: bool) -> None:
    query = parse_query(text, typing=typing)
    for thorough in (True, False):
        for answer in index.search(query, thorough=thorough):
            for passage in answer.passages:
                assert all(0 <= start < end <= len(passage.text) for start, end in passage.marks)
    index.count(query)


def test_a_screenful_is_given_while_typing_and_all_once_the_typing_rests(shelf: Shelf) -> None:
    root = shelf({f"{number}.md": f"---\ndate: 2025-01-{number + 1:02}\n---\nwords" for number in range(FIRST + 5)})
    with SearchIndex(root, None) as index:
        list(index.refresh())
        query = parse_query("words")
        assert index.search(query, 100, thorough=False)[0].entry.relative == f"{FIRST + 4}.md"
        assert len(index.search(query, 100, thorough=False)) == FIRST
        assert len(index.search(query, 100)) == FIRST + 5


@pytest.mark.parametrize("newest", [1, 3, 12, 30])
@pytest.mark.parametrize(
    "text",
    [
        "kind:even",
        "kind:even words",
        "-kind:odd",
        "has:figures",
        "figure:trucks>5",
        "date<2025-01-09 words",
        "is:unread",
    ],
)
def test_looking_through_the_newest_first_finds_the_newest(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, text: str, newest: int
) -> None:
    root = shelf(
        {
            f"{number:02}.md": f"---\ndate: 2025-01-{number + 1:02}\nkind: {('even', 'odd')[number % 2]}\n"
            f"figures: [{number % 9} trucks]\n---\nwords"
            for number in range(30)
        }
    )
    monkeypatch.setattr(search, "NEWEST", newest)
    with SearchIndex(root, None) as index:
        list(index.refresh())
        monkeypatch.setattr(search, "_STRETCH", 1000)
        whole = found(index, text, thorough=False)
        monkeypatch.setattr(search, "_STRETCH", 2)
        assert found(index, text, thorough=False) == whole
        monkeypatch.setattr(search, "_REACH", 6)
        assert found(index, text, thorough=False) == whole
        assert len(whole) == min(newest, FIRST, index.count(parse_query(text)))


@pytest.mark.parametrize("text", ["words", "words date>=2025", "section:part words"])
def test_while_typing_older_briefings_are_looked_at_only_when_the_newer_give_no_screenful(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    older = {"older.md": "---\ntitle: T\nsummary: words\ndate: 2025-01-01\n---\n## Part\nwords"}
    newer = {f"{day}.md": f"---\ntitle: T\ndate: 2025-02-{day:02}\n---\n## Part\nwords" for day in range(1, FIRST + 1)}
    monkeypatch.setattr(search, "_STRETCH", 2)
    with SearchIndex(shelf(older | newer), None) as index:
        list(index.refresh())
        monkeypatch.setattr(search, "_REACH", FIRST)
        is_sure = "section:" not in text  # Which sections hold the words is not known before they are read.
        assert ("older" in found(index, text, thorough=False)) == (not is_sure)
        assert "older" in found(index, text)
        monkeypatch.setattr(search, "_REACH", FIRST + 1)
        assert found(index, text, thorough=False)[0] == "older"


@pytest.mark.parametrize(("text", "names"), [("by:writer words", ["a"]), ("by:words writer", []), ("by:words a", [])])
def test_a_word_of_a_field_that_stands_elsewhere_only_finds_nothing(shelf: Shelf, text: str, names: list[str]) -> None:
    root = shelf({"a.md": "---\nbyline: A Writer\n---\nwords", "b.md": "---\nbyline: Other\n---\nwords writer a"})
    with SearchIndex(root, None) as index:
        list(index.refresh())
        for thorough in (False, True):
            assert found(index, text, thorough=thorough) == names
