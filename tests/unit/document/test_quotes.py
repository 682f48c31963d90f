"""A quote is found exactly where its words stand, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import quotes
from briefing.document.document import Document
from briefing.document.quotes import QuoteFinder, fold


def found(text: str, exact: str, prefix: str | None = None, suffix: str | None = None) -> list[str]:
    document = Document(text, source_ids={"gur"})
    places = QuoteFinder(document).find(exact, prefix, suffix).ranges
    return [document.block(place.block).text[place.start : place.end] for place in places]


@pytest.mark.parametrize(
    ("text", "exact", "words"),
    [
        ("to send *over* 30,000\nmore troops", "over 30,000 more troops", ["over 30,000 more troops"]),
        ("the “so-called” army’s", '"so-called" army\'s', ["“so-called” army’s"]),
        ("from 10–20 km", "10-20 km", ["10–20 km"]),
        ("and so on… then", "so on... then", ["so on… then"]),
        ("1\u202f500 and\u00a0more", "1 500 and more", ["1\u202f500 and\u00a0more"]),
        ("co\u00adoperate", "cooperate", ["co\u00adoperate"]),
        ("cafe\u0301 noir", "caf\u00e9 noir", ["cafe\u0301 noir"]),
        ("twice twice", "twice", ["twice", "twice"]),
        ("of Defense[^gur] says", "of Defense says", ["of Defense[gur] says"]),
        ("of Defense.[^gur]", "of Defense.", ["of Defense."]),
        ("| a b | c |\n|---|---|\n| d e | f |", "d e", ["d e"]),
        ("| a b | c |\n|---|---|\n| d e | f |", "d e f", []),
        ("one\n\ntwo", "one two", []),
        ("约三万名士兵。", "三万名", ["三万名"]),
        ("words", "  ", []),
    ],
)
def test_a_quote_is_found_in_the_rendered_text_of_one_block(text: str, exact: str, words: list[str]) -> None:
    assert found(text, exact) == words


def test_prefix_and_suffix_narrow() -> None:
    text = "about 400 trucks wait; about 400 trucks left"
    assert QuoteFinder(Document(text)).find("400 trucks", suffix="left").ranges[0].start == 29
    assert found(text, "400 trucks", prefix="wait; about") == ["400 trucks"]
    assert found(text, "400 trucks", prefix="nowhere") == []


def test_case_is_ignored_only_when_it_must_be_and_that_is_said() -> None:
    finder = QuoteFinder(Document("Over 30,000 and over 30,000"))
    assert [place.start for place in finder.find("over 30,000").ranges] == [16]
    assert not finder.find("over 30,000").case_ignored
    shouted = finder.find("OVER 30,000")
    assert ([place.start for place in shouted.ranges], shouted.case_ignored) == ([0, 16], True)


def test_the_nearest_passage_is_a_suggestion_and_nothing_is_suggested_for_nothing_alike() -> None:
    finder = QuoteFinder(Document("First.\n\nKyiv expects over 30,000 troops.\n\nLast."))
    assert finder.find("expects over 35,000 troops").ranges == ()
    suggested = finder.nearest("expects over 35,000 troops")
    assert suggested is not None
    assert suggested[1] == "Kyiv expects over 30,000 troops."
    assert finder.nearest("quite unlike all of it zzz") is None


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab e\u0301…–’\u00a0\u00ad\u200b三\u1100\u1161"), max_size=30))
def test_folding_keeps_a_map_to_every_character_it_kept(text: str) -> None:
    folded = fold(text)
    for index in range(len(folded.text)):
        start, end = folded.start(index), folded.end(index + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[index] in fold(text[start:end]).text
    assert "  " not in folded.text


def test_a_long_text_is_gone_through_once_for_a_thousand_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def counted(text: str) -> quotes.Folded:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(quotes, "fold", counted)
    text = "\n\n".join(f"Paragraph {number} speaks of the road north of the river." for number in range(2000))
    finder = QuoteFinder(Document(text))
    assert not any(finder.find(f"road {number} is not there").ranges for number in range(1000))
    assert len(finder.find("Paragraph 77 speaks").ranges) == 1
    assert sum(text.startswith("Paragraph") for text in folded) == 2001


def test_words_before_and_after_are_those_of_the_same_passage() -> None:
    finder = QuoteFinder(Document("one two\n\nthree four"))
    assert finder.find("three", prefix="two").ranges == ()
    assert finder.find("two", suffix="three").ranges == ()
    assert len(finder.find("three", suffix="four").ranges) == 1
