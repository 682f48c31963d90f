"""The fields of the front matter, by every name that tools give them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from briefing.format.fields import READERS, FieldsRead, known_fields, read_fields
from briefing.format.front import front_matter
from briefing.model.briefing import Briefing, Image, Named, Person, Source, Takeaway
from briefing.model.dates import StatedDate, from_edtf
from briefing.model.known import Kind
from briefing.model.problem import Position


def fields(yaml: str, path: str = "") -> FieldsRead:
    """Read the fields of a front matter in YAML; its first line is line 2 of the file."""
    return read_fields(front_matter(f"---\n{yaml}\n---\n").mapping, path=path)


def values(yaml: str) -> dict[str, Any]:
    """What the fields of a front matter hold."""
    return dict(fields(yaml).values)


def dated(edtf: str, text: str | None = None) -> StatedDate | None:
    """The date of an EDTF text."""
    return from_edtf(text or edtf, edtf)


SAMPLES: dict[Kind, tuple[str, object]] = {
    Kind.TITLE: ("Words", "Words"),
    Kind.TEXT: ("Words", "Words"),
    Kind.PARAGRAPHS: ("Words", "Words"),
    Kind.ID: ("a-1", "a-1"),
    Kind.TYPE: ("SitRep", "sitrep"),
    Kind.LANGUAGE: ("pt-BR", "pt-BR"),
    Kind.BYLINE: ("Jane Doe", (Person("Jane Doe"),)),
    Kind.NAMED: ("OCHA", Named("OCHA")),
    Kind.DATE: ("2025-01-14", dated("2025-01-14")),
    Kind.PERIOD: ("2014-08-14/2014-08-21", dated("2014-08-14/2014-08-21")),
    Kind.EMBARGO: ("2025-07-08T06:00:00+02:00", dated("2025-07-08T06:00:00+02:00")),
    Kind.STATUS: ("Final", "final"),
    Kind.TLP: ("TLP:AMBER", "AMBER"),
    Kind.ESTIMATIVE: ("ICD 203", "icd203"),
    Kind.IMAGE: ("{src: a.png, alt: A bridge}", Image("a.png", "A bridge")),
    Kind.TAKEAWAYS: ("[One, Two]", (Takeaway("One"), Takeaway("Two"))),
    Kind.SOURCES: ("[Words]", (Source("Words"),)),
    Kind.TOPICS: ("[a, b]", ("a", "b")),
    Kind.PLACES: ("[Juba]", (Named("Juba"),)),
    Kind.LINKS: ("a.md", ("a.md",)),
    Kind.URL: ("https://a.example/b", "https://a.example/b"),
}
"""A value that any field of a kind can hold, and what it is read as."""

EXAMPLES = {("sources", "references"): "[{id: a, title: Words}]"}
"""Values for names that mean the field only in some forms."""
CASES = [(name, alias, kind) for name, kind, aliases in known_fields() if kind in SAMPLES for alias in (name, *aliases)]


def test_every_kind_has_one_reader() -> None:
    assert set(READERS) == set(Kind)


def test_every_field_of_the_model_that_is_known_is_read() -> None:
    declared = [each.name for each in dataclasses.fields(Briefing) if "kind" in each.metadata]
    assert [name for name, _, _ in known_fields()] == declared


@pytest.mark.parametrize(("name", "alias", "kind"), CASES, ids=str)
def test_a_field_is_read_by_each_of_its_names(name: str, alias: str, kind: Kind) -> None:
    if (name, alias) == ("title", "name"):
        return
    sample, value = SAMPLES[kind]
    read = fields(f"{alias}: {EXAMPLES.get((name, alias), sample)}")
    expected = (Source("Words", "a"),) if alias == "references" else value
    if alias == "ms.date":
        expected = None
        read = fields("ms.date: 01/14/2025")
        assert read.values[name] == dated("2025-01-14", "01/14/2025")
        return
    assert read.values[name] == expected
    assert read.positions[name] == Position(2, len(alias) + 3)
    assert not read.other


@pytest.mark.parametrize("key", ["keyTakeaways", "key-takeaways", "key_takeaways", "Key takeaways", "KEY_TAKEAWAYS"])
def test_a_key_is_the_same_however_its_words_are_joined(key: str) -> None:
    assert fields(f"{key}: [One]").values["takeaways"] == (Takeaway("One"),)


def test_of_several_names_the_most_telling_wins_and_the_others_are_kept() -> None:
    read = fields("description: third\nabstract: second\nsummary: first\nbluf: other")
    assert read.values == {"summary": "first"}
    assert read.other == {"description": "third", "abstract": "second", "bluf": "other"}
    assert fields("description: third\nabstract: second").values == {"summary": "second"}


def test_a_name_that_states_nothing_leaves_the_field_to_the_next() -> None:
    read = fields("title:\nheadline: The headline\nsubtitle: ~\ndek: null")
    assert read.values == {"title": "The headline"}
    assert read.other == {}


def test_a_value_that_cannot_be_used_leaves_the_field_to_the_next_and_is_kept() -> None:
    read = fields("title: [a, b]\nheadline: The headline")
    assert read.values == {"title": "The headline"}
    assert read.other == {"title": ["a", "b"]}
    assert [(each.code, each.field, each.message) for each in read.problems] == [
        ("type-list", "title", "expected text, found a list")
    ]


def test_nothing_in_the_file_is_hidden() -> None:
    read = fields("layout: post\nweight: 010\nnested: {a: [no, ~, 1_000], b: {c: 12:30}}\nempty:")
    assert read.other == {
        "layout": "post",
        "weight": "010",
        "nested": {"a": ["no", None, "1_000"], "b": {"c": "12:30"}},
        "empty": None,
    }
    assert read.values == {}


def test_values_stay_the_text_that_was_written() -> None:
    read = fields("title: no\nsubtitle: 1_000\nnumber: 010\nseries: 1.10\nlocation: 12:30")
    assert read.values == {
        "title": "no",
        "subtitle": "1_000",
        "number": "010",
        "series": "1.10",
        "location": "12:30",
    }


def test_a_file_without_front_matter_has_no_fields() -> None:
    read = read_fields(None)
    assert (read.values, dict(read.other), read.problems, read.name) == ({}, {}, (), None)


@pytest.mark.parametrize(
    ("key", "advice"),
    [
        ("takeway", "takeaways"),
        ("takeaway", "takeaways"),
        ("tilte", "title"),
        ("subtitel", "subtitle"),
        ("figrues", "figures"),
        ("bylin", "byline"),
        ("langauge", "language"),
        ("soruces", "sources"),
        ("expire", "expires"),
        ("sourcess", "sources"),
        ("catgories", "categories"),
    ],
)
def test_a_key_that_is_nearly_known_is_asked_about_and_kept(key: str, advice: str) -> None:
    read = fields(f"{key}: x")
    assert [(each.code, each.field, each.message, each.line, each.column) for each in read.problems] == [
        ("key-near", key, f"unknown field; did you mean {advice}?", 2, 1)
    ]
    assert read.other == {key: "x"}


@pytest.mark.parametrize(
    "key",
    "data tile slug layout aliases linkTitle links pages menu created_by due_date og_title deadline resources".split(),
)
def test_a_key_of_another_tool_is_no_misspelling(key: str) -> None:
    assert fields(f"{key}: x").problems == ()


class TestTitle:
    def test_of_titles_for_an_ebook_the_main_one_is_taken(self) -> None:
        read = fields("title:\n- {type: subtitle, text: Sub}\n- {type: main, text: Main}")
        assert read.values == {"title": "Main"}

    def test_a_name_is_offered_only_where_there_is_no_title(self) -> None:
        assert fields("name: thing").name == "thing"
        assert fields("name: thing").other == {"name": "thing"}
        assert fields("name: thing\ntitle: T").name is None


class TestHomes:
    def test_fields_are_also_found_where_other_tools_keep_them(self) -> None:
        read = fields("params: {author: Jane Doe, colour: red}\nextra: {subtitle: Sub}\nparts: {abstract: Sum}")
        assert read.values == {"subtitle": "Sub", "summary": "Sum", "byline": (Person("Jane Doe"),)}
        assert read.other == {"params.colour": "red"}

    def test_the_top_level_comes_first(self) -> None:
        read = fields("params: {author: Jane Doe}\nauthor: John Roe")
        assert read.values == {"byline": (Person("John Roe"),)}
        assert read.other == {"params.author": "Jane Doe"}

    def test_the_date_of_an_advisory_stands_inside_it(self) -> None:
        read = fields("advisory: {id: RUSTSEC-1, date: 2021-01-02, package: foo}")
        assert read.values == {"id": "RUSTSEC-1", "date": dated("2021-01-02")}
        assert read.other == {"advisory.package": "foo"}


class TestSwitches:
    def test_a_draft_is_marked_by_either_tool(self) -> None:
        assert fields("draft: true").values == {"status": "draft"}
        assert fields("published: false").values == {"status": "draft"}

    def test_what_is_no_draft_is_kept_as_it_is(self) -> None:
        read = fields("draft: false\npublished: true")
        assert read.values == {}
        assert read.other == {"draft": "false", "published": "true"}

    def test_a_stated_status_outweighs_the_switch(self) -> None:
        read = fields("draft: true\nstatus: final")
        assert read.values == {"status": "final"}
        assert read.other == {"draft": "true"}

    def test_published_is_a_date_where_it_is_one(self) -> None:
        assert fields("published: 2025-01-02").values == {"date": dated("2025-01-02")}


class TestWordsWithTwoMeanings:
    def test_tldr_is_takeaways_if_it_is_a_list(self) -> None:
        assert fields("tldr: [a, b]").values == {"takeaways": (Takeaway("a"), Takeaway("b"))}
        assert fields("tldr: a").values == {"summary": "a"}

    def test_a_single_address_as_source_is_also_the_address_of_the_original(self) -> None:
        read = fields("source: https://a.example/b")
        assert read.values == {
            "sources": (Source("https://a.example/b", url="https://a.example/b"),),
            "url": "https://a.example/b",
        }
        assert fields("source: Reuters").values == {"sources": (Source("Reuters"),)}

    def test_references_are_sources_only_if_they_look_like_a_bibliography(self) -> None:
        assert fields("references: {python: https://docs.python.org}").values == {}
        assert fields("references: [{id: a, title: T}]").values == {"sources": (Source("T", "a"),)}

    def test_a_type_is_one_of_ours_or_it_is_a_template(self) -> None:
        assert fields("type: Flash").values == {"type": "flash"}
        read = fields("type: post")
        assert (read.values, read.other, read.problems) == ({}, {"type": "post"}, ())

    def test_a_path_within_a_site_is_no_address(self) -> None:
        read = fields("url: /about/\npermalink: /b/")
        assert (read.values, read.other) == ({}, {"url": "/about/", "permalink": "/b/"})


class TestDates:
    def test_a_file_name_may_begin_with_the_date(self) -> None:
        assert fields("title: T", "posts/2025-07-08-bridge.md").values["date"] == dated("2025-07-08")
        assert fields("date: 2025-01-01", "2025-07-08-bridge.md").values["date"] == dated("2025-01-01")

    @pytest.mark.parametrize(
        "path", ["bridge.md", "2025-07-08.md", "2025-02-30-x.md", "2025-07-8-x.md", "20250708-x.md", "2025-07-XX-x.md"]
    )
    def test_another_file_name_has_no_date(self, path: str) -> None:
        assert "date" not in fields("title: T", path).values

    def test_a_date_that_cannot_be_read_is_shown_as_written(self) -> None:
        read = fields("date: 12/05/2025")
        assert read.values == {"date": StatedDate("12/05/2025")}
        assert [(each.code, each.line, each.column) for each in read.problems] == [("date-ambiguous", 2, 7)]

    def test_a_yes_or_no_is_no_date(self) -> None:
        read = fields("updated: false")
        assert (read.values, read.other, read.problems) == ({}, {"updated": "false"}, ())


class TestTopics:
    @pytest.mark.parametrize(
        ("yaml", "topics"),
        [
            ("topics: [a, b, A, ~, '']", ("a", "b")),
            ("topics: foreign policy, aid", ("foreign policy", "aid")),
            ("tags: news war", ("news", "war")),
            ("categories: jekyll update", ("jekyll", "update")),
            ("category: foreign policy", ("foreign policy",)),
            ("tags: [foreign policy]", ("foreign policy",)),
            ("tags: [[a, b], {name: c}]", ("a", "b", "c")),
        ],
    )
    def test_topics_are_a_list_or_a_text(self, yaml: str, topics: tuple[str, ...]) -> None:
        assert fields(yaml).values["topics"] == topics


class TestWords:
    def test_paragraphs_may_be_a_list(self) -> None:
        assert fields("summary: [one, two]").values == {"summary": "one\n\ntwo"}

    def test_a_text_may_be_the_only_item_of_a_list(self) -> None:
        assert fields("series: [South Sudan]").values == {"series": "South Sudan"}
        assert [each.code for each in fields("series: [a, b]").problems] == ["type-list"]

    def test_an_id_fits_into_a_link(self) -> None:
        read = fields("id: a b")
        assert (read.values, read.other) == ({}, {"id": "a b"})
        assert [each.message for each in read.problems] == ['"a b" has a space; use a-b']

    @pytest.mark.parametrize(
        ("text", "tag"), [("en", "en"), ("en_US", "en-US"), ("zh-Hant-TW", "zh-Hant-TW"), ("de_DE.UTF-8", "de-DE")]
    )
    def test_a_language_is_a_tag(self, text: str, tag: str) -> None:
        assert fields(f"language: {text}").values == {"language": tag}

    @pytest.mark.parametrize(("text", "write"), [("english", "en"), ("Deutsch", "de"), ("klingon", "a tag such as en")])
    def test_the_name_of_a_language_is_no_tag(self, text: str, write: str) -> None:
        read = fields(f"language: {text}")
        assert read.values == {}
        assert read.problems[0].message.startswith(f'"{text}" is not a BCP 47 tag; write {write}')

    def test_a_publisher_may_have_an_address(self) -> None:
        assert fields("publisher: {name: A, url: https://a.example}").values["publisher"] == Named(
            "A", "https://a.example"
        )
        assert fields('license: "[MIT](https://b.example)"').values["license"] == Named("MIT", "https://b.example")
        assert fields("license: https://b.example").values["license"] == Named("https://b.example", "https://b.example")

    def test_places_may_have_codes(self) -> None:
        assert fields("places: [Juba, {name: Bor, code: SSD}]").values["places"] == (
            Named("Juba"),
            Named("Bor", code="SSD"),
        )

    def test_corrections_may_have_dates(self) -> None:
        read = values("corrections: [{date: 2025-01-02, text: Two}, One, 2025-01: Three, {on: 2025}]")["corrections"]
        assert [(each.text, each.date) for each in read] == [
            ("Two", dated("2025-01-02")),
            ("One", None),
            ("Three", dated("2025-01")),
        ]

    def test_links_keep_their_brackets(self) -> None:
        assert fields('related: ["[[Sudan 12]]", a.md]').values == {"related": ("[[Sudan 12]]", "a.md")}
        assert fields("related: [[Sudan 12]]").values == {"related": ("[[Sudan 12]]",)}
