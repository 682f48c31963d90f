"""Sources, takeaways, dates that matter, and the picture."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.format.fields import FieldsRead, read_fields
from briefing.format.front import front_matter
from briefing.model.briefing import Grade, Image, KeyDate, Source, Takeaway
from briefing.model.figure import Quote
from briefing.model.problem import Position


def fields(yaml: str) -> FieldsRead:
    """Read the fields of a front matter in YAML; its first line is line 2 of the file."""
    return read_fields(front_matter(f"---\n{yaml}\n---\n").mapping)


def values(yaml: str) -> dict[str, Any]:
    """What the fields of a front matter hold."""
    return dict(fields(yaml).values)


def sources(yaml: str) -> tuple[Source, ...]:
    """The sources of a front matter."""
    found = fields(yaml).values.get("sources", ())
    assert isinstance(found, tuple)
    return found


def said(yaml: str) -> list[tuple[str, str, str]]:
    """What is said of a front matter: code, field and message."""
    return [(each.code, each.field, each.message) for each in fields(yaml).problems]


class TestSources:
    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("County road office", Source("County road office")),
            ("https://a.example/b", Source("https://a.example/b", url="https://a.example/b")),
            ('"[Inspection](https://a.example/b)"', Source("Inspection", url="https://a.example/b")),
            ("Reuters — https://r.example", Source("Reuters", url="https://r.example")),
            ("Reuters - https://r.example", Source("Reuters", url="https://r.example")),
        ],
    )
    def test_a_line_is_a_source(self, text: str, source: Source) -> None:
        assert sources(f"sources: [{text}]") == (source,)
        assert sources(f"source: {text}") == (source,)

    def test_an_item_of_csl_json_is_a_source_as_it_stands(self) -> None:
        (found,) = sources(
            """references:
- id: doe
  type: report
  title: On bridges
  author: [{family: Doe, given: Jane}, {literal: County}]
  container-title: Roads
  issued: {date-parts: [[2025, 9, 1]]}
  accessed: {raw: "2025-10"}
  URL: https://a.example"""
        )
        assert (found.id, found.name, found.type, found.url) == ("doe", "On bridges", "report", "https://a.example")
        assert (found.author, found.publisher) == ("Jane Doe; County", "Roads")
        assert found.date is not None
        assert found.date.edtf == "2025-09-01"
        assert found.accessed is not None
        assert found.accessed.edtf == "2025-10"

    def test_they_may_be_a_mapping_by_id(self) -> None:
        found = sources("sources:\n  gur: {name: GUR, grade: b 2}\n  r: Reuters")
        assert [(each.id, each.name, each.grade) for each in found] == [
            ("gur", "GUR", Grade("B", "2")),
            ("r", "Reuters", None),
        ]

    def test_a_single_source_may_stand_alone(self) -> None:
        assert sources("source: {name: GUR, id: gur}") == (Source("GUR", "gur"),)

    def test_a_source_takes_its_name_from_what_there_is(self) -> None:
        assert [each.name for each in sources("sources: [{url: https://a.example}, {publisher: P}, {id: x}]")] == [
            "https://a.example",
            "P",
            "x",
        ]

    def test_what_says_nothing_that_could_name_a_source_is_kept(self) -> None:
        read = fields("sources: [{note: x}, A]")
        assert read.values["sources"] == (Source("A"),)
        assert read.other == {"sources[0]": {"note": "x"}}

    def test_a_second_use_of_an_id_is_reported(self) -> None:
        yaml = "sources:\n- {id: gur, name: A}\n- {id: gur, name: B}"
        assert said(yaml) == [("src-dup", "sources[1].id", '"gur" is already used on line 3')]
        assert fields(yaml).problems[0].line == 4

    @pytest.mark.parametrize(
        ("keys", "grade"),
        [
            ("grade: B2", Grade("B", "2")),
            ("admiralty_code: a1", Grade("A", "1")),
            ("reliability: B, credibility: 2", Grade("B", "2")),
            ("reliability: usually reliable", Grade("B", None)),
            ("credibility: Possibly true", Grade(None, "3")),
        ],
    )
    def test_a_grade_is_given_in_one_or_in_halves(self, keys: str, grade: Grade) -> None:
        assert sources(f"sources: [{{name: A, {keys}}}]")[0].grade == grade

    @pytest.mark.parametrize(
        ("keys", "field", "message"),
        [
            ("grade: G7", "grade", '"G7": a letter A–F and a digit 1–6'),
            ("grade: B", "grade", '"B": a letter A–F and a digit 1–6'),
            ("reliability: Z", "reliability", '"Z": a letter A–F'),
            ("credibility: 9", "credibility", '"9": a digit 1–6'),
        ],
    )
    def test_a_grade_that_is_none_is_not_made_into_one(self, keys: str, field: str, message: str) -> None:
        yaml = f"sources: [{{name: A, {keys}}}]"
        assert sources(yaml)[0].grade is None
        assert said(yaml) == [("grade-bad", f"sources[0].{field}", message)]
        assert list(fields(yaml).other) == [f"sources[0].{field}"]

    def test_without_a_grade_a_source_is_not_graded(self) -> None:
        assert sources("sources: [A]")[0].grade is None


class TestTakeaways:
    def test_a_text_of_lines_is_a_list(self) -> None:
        read = fields("takeaways: |\n  - one\n  * two\n    goes on\n  • three – four\n  – five")
        assert read.values["takeaways"] == (
            Takeaway("one"),
            Takeaway("two goes on"),
            Takeaway("three – four"),
            Takeaway("five"),
        )

    def test_a_single_line_is_one(self) -> None:
        assert fields("takeaways: One thing - and another").values["takeaways"] == (
            Takeaway("One thing - and another"),
        )

    def test_a_sentence_with_a_colon_stays_a_sentence(self) -> None:
        assert fields("takeaways:\n- One thing to know: it is late").values["takeaways"] == (
            Takeaway("One thing to know: it is late"),
        )

    def test_the_long_form(self) -> None:
        read = fields(
            "estimative: icd203\ntakeaways:\n- text: It will rain.\n  likelihood: very likely\n  confidence: Medium\n"
            "  quote: rain\n  figures: [rain, 0]\n  source: met"
        )
        assert read.values["takeaways"] == (
            Takeaway("It will rain.", (Quote("rain"),), ("rain", "0"), ("met",), "very likely", "moderate"),
        )
        assert read.problems == ()

    @pytest.mark.parametrize(
        ("scale", "word", "message"),
        [
            ("icd203", "quite likely", '"quite likely" is not an ICD 203 term; nearest: likely (55–80%)'),
            ("icd203", "very unlikly", '"very unlikly" is not an ICD 203 term; nearest: very unlikely (05–20%)'),
            ("phia", "very likely", '"very likely" is not a PHIA term; nearest: likely'),
            ("ipcc", "xyz", '"xyz" is not an IPCC term'),
        ],
    )
    def test_a_likelihood_is_a_term_of_the_declared_standard(self, scale: str, word: str, message: str) -> None:
        yaml = f"estimative: {scale}\ntakeaways: [{{text: x, likelihood: {word}}}]"
        assert said(yaml) == [("take-term", "takeaways[0].likelihood", message)]
        assert fields(yaml).values["takeaways"] == (Takeaway("x", likelihood=word),)

    @pytest.mark.parametrize("word", ["Likely", "roughly even odds", "almost certainly", "probably"])
    def test_terms_of_both_rows_are_terms(self, word: str) -> None:
        assert said(f"estimative: icd203\ntakeaways: [{{text: x, likelihood: {word}}}]") == []

    def test_without_a_standard_no_word_is_wrong(self) -> None:
        assert said("takeaways: [{text: x, likelihood: quite likely}]") == []

    def test_one_without_words_is_kept_and_leaves_no_gap(self) -> None:
        read = fields("takeaways:\n- {likelihood: likely}\n- text: x\n  quote: y")
        assert read.values["takeaways"] == (Takeaway("x", (Quote("y"),)),)
        assert read.positions["takeaways[0].quote"] == Position(5, 10)
        assert read.other == {"takeaways[0]": {"likelihood": "likely"}}


class TestKeyDates:
    def dates(self, yaml: str) -> list[tuple[str, str, str | None]]:
        """The dates that matter: label, text of the date, EDTF."""
        found = fields(yaml).values.get("dates", ())
        assert isinstance(found, tuple)
        assert all(isinstance(each, KeyDate) for each in found)
        return [(each.label, each.date.text, each.date.edtf) for each in found]

    def test_a_date_is_a_key_or_stands_before_a_sign(self) -> None:
        yaml = "dates:\n- 2025-09: Zapad 2025\n- '14 August 2025 — the bridge opens'\n- {date: 2025, label: x}"
        assert self.dates(yaml) == [
            ("Zapad 2025", "2025-09", "2025-09"),
            ("the bridge opens", "14 August 2025", "2025-08-14"),
            ("x", "2025", "2025"),
        ]

    def test_a_mapping_by_date(self) -> None:
        assert self.dates("dates: {2025-09: a, 2025-10-01: b}") == [
            ("a", "2025-09", "2025-09"),
            ("b", "2025-10-01", "2025-10-01"),
        ]

    def test_a_text_of_lines_is_a_list(self) -> None:
        assert self.dates('dates: "2025-09: Zapad"') == [("Zapad", "2025-09", "2025-09")]
        assert self.dates("dates: |\n  - 2025: a\n  - 2026 — b") == [("a", "2025", "2025"), ("b", "2026", "2026")]

    def test_a_time_of_day_is_on_the_date_of_the_briefing(self) -> None:
        yaml = "timeline:\n- 14:44: error rate passes 5%\n- {time: '15:00', event: calm, source: log}"
        assert self.dates("date: 2025-07-08\n" + yaml) == [
            ("error rate passes 5%", "14:44", "2025-07-08T14:44:00"),
            ("calm", "15:00", "2025-07-08T15:00:00"),
        ]

    def test_without_that_date_it_is_a_time_of_no_known_day(self) -> None:
        assert self.dates("timeline: [{14:44: x}]") == [("x", "14:44", None)]
        assert self.dates("date: 2025-07\ntimeline: [{14:44: x}]") == [("x", "14:44", None)]
        assert said("timeline: [{14:44: x}]") == []

    def test_a_date_may_have_keys_beside_it(self) -> None:
        (found,) = values("dates:\n- 2025-09: Zapad\n  quote: in September\n  source: mod")["dates"]
        assert (found.label, found.quotes, found.sources) == ("Zapad", (Quote("in September"),), ("mod",))

    def test_a_date_that_cannot_be_read_is_shown_as_written(self) -> None:
        yaml = "dates: [{date: soon, label: x}, {date: 12/05/2025, label: y}]"
        assert self.dates(yaml) == [("x", "soon", None), ("y", "12/05/2025", None)]
        assert [code for code, _, _ in said(yaml)] == ["date-invalid", "date-ambiguous"]

    def test_what_has_no_date_is_kept(self) -> None:
        read = fields("events:\n- 2025-09: a\n- opening hours\n- {room: 4}")
        assert read.other == {"events[1]": "opening hours", "events[2]": {"room": "4"}}

    def test_a_list_without_any_date_is_another_field(self) -> None:
        read = fields("events: [opening, closing]\ntimeline: true")
        assert ("dates" in read.values, read.other) == (False, {"events": ["opening", "closing"], "timeline": "true"})


class TestImage:
    @pytest.mark.parametrize(
        ("yaml", "image"),
        [
            ("image: {src: a.png, alt: A, caption: C, credit: D}", Image("a.png", "A", "C", "D")),
            ("photo: {url: a.png, author: D, alt: A}", Image("a.png", "A", None, "D")),
            ("image: a.png\nimage_alt: A\nimage_caption: C\nimage_source_name: D", Image("a.png", "A", "C", "D")),
            ("heroImage: a.png\nheroAlt: A", Image("a.png", "A")),
            ("images: [a.png]\nalt: A", Image("a.png", "A")),
            ("image: {alt: A dark landscape}", Image(None, "A dark landscape")),
        ],
    )
    def test_its_words_stand_in_it_or_beside_it(self, yaml: str, image: Image) -> None:
        read = fields(yaml)
        assert (read.values, read.other, read.problems) == ({"image": image}, {}, ())

    def test_one_without_words_is_worth_a_word(self) -> None:
        assert said("image: a.png") == [("img-alt", "image", "no alt text")]

    def test_of_several_the_first_is_shown_and_all_are_kept(self) -> None:
        read = fields("images: [a.png, b.png]\nalt: A")
        assert read.values == {"image": Image("a.png", "A")}
        assert read.other == {"images": ["a.png", "b.png"]}

    def test_a_yes_is_no_picture(self) -> None:
        read = fields("cover: true")
        assert (read.values, read.other, read.problems) == ({}, {"cover": "true"}, ())

    def test_words_without_a_picture_are_another_field(self) -> None:
        assert fields("alt: A").other == {"alt": "A"}
