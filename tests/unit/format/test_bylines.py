"""Who wrote it, in every form that tools give a byline."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.format.fields import FieldsRead, read_fields
from briefing.format.front import front_matter
from briefing.format.names import name_in, split_names
from briefing.model.briefing import Person


def fields(yaml: str) -> FieldsRead:
    """Read the fields of a front matter in YAML; its first line is line 2 of the file."""
    return read_fields(front_matter(f"---\n{yaml}\n---\n").mapping)


def values(yaml: str) -> dict[str, Any]:
    """What the fields of a front matter hold."""
    return dict(fields(yaml).values)


def byline(yaml: str) -> tuple[Person, ...]:
    """The persons of a byline."""
    people = fields(yaml).values.get("byline", ())
    assert isinstance(people, tuple)
    return people


STRINGS = [
    ("Sofia Rodriguez", ["Sofia Rodriguez"]),
    ("By Sofia Rodriguez", ["Sofia Rodriguez"]),
    ("by Sofia Rodriguez", ["Sofia Rodriguez"]),
    ("Byron Smith", ["Byron Smith"]),
    ("Jane Doe; John Roe", ["Jane Doe", "John Roe"]),
    ("Doe, Jane; Roe, John", ["Doe, Jane", "Roe, John"]),
    ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
    ("By Jane Doe, John Roe and Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
    ("Jane Doe, John Roe, and Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
    ("Smith and Jones", ["Smith", "Jones"]),
    ("Sofia Rodriguez, Journalist", ["Sofia Rodriguez, Journalist"]),
    ("Ministry of Foreign Affairs and Trade", ["Ministry of Foreign Affairs and Trade"]),
    ("The Rust and Cargo teams", ["The Rust and Cargo teams"]),
    ("Jane Doe et al.", ["Jane Doe", "et al."]),
    ("Jane Doe, John Roe, et al.", ["Jane Doe", "John Roe", "et al."]),
    ("Sandy Anderson", ["Sandy Anderson"]),
    ("Jane Doe <jane@a.example>, John Roe", ["Jane Doe <jane@a.example>", "John Roe"]),
    ("Jane Doe (Reuters, Kyiv) and John Roe", ["Jane Doe (Reuters, Kyiv)", "John Roe"]),
    ("andrew_kan", ["andrew_kan"]),
    ("O'Neil, Ltd.", ["O'Neil, Ltd."]),
    (";;", []),
]


@pytest.mark.parametrize(("text", "names"), STRINGS)
def test_names_in_one_string_are_parted_only_where_that_is_sure(text: str, names: list[str]) -> None:
    assert list(split_names(text)) == names


def test_what_stands_beside_a_name_belongs_to_the_person() -> None:
    people = byline("author: 'Jane Doe <jane@a.example>, John Roe (@roe), [Ann Poe](https://poe.example), et al.'")
    assert [person.name for person in people] == ["Jane Doe", "John Roe", "Ann Poe", "et al."]
    assert people[0].email == "jane@a.example"
    assert people[1].social == {"handle": "@roe"}
    assert people[2].url == "https://poe.example"


@pytest.mark.parametrize(
    ("text", "name", "email", "url", "handle"),
    [
        ("Jane (jane@a.example)", "Jane", "jane@a.example", None, None),
        ("Jane <mailto:jane@a.example>", "Jane", "jane@a.example", None, None),
        ("[Jane](mailto:jane@a.example)", "Jane", "jane@a.example", None, None),
        ('<a href="https://j.example" rel="me">Jane</a>', "Jane", None, "https://j.example", None),
        ("Jane <https://j.example>", "Jane", None, "https://j.example", None),
        ("<jane@a.example>", "jane@a.example", "jane@a.example", None, None),
        ("Jane (@jane@social.example)", "Jane", None, None, "@jane@social.example"),
        ("Jane (Reuters)", "Jane (Reuters)", None, None, None),
    ],
)
def test_a_name_loses_what_is_no_part_of_it(
    text: str, name: str, email: str | None, url: str | None, handle: str | None
) -> None:
    found = name_in(text)
    assert found is not None
    assert (found.name, found.email, found.url, found.handle) == (name, email, url, handle)


class TestLongForm:
    def test_everything_that_is_known_of_a_person(self) -> None:
        (person,) = byline(
            """byline:
  name: Jane Doe
  job_title: Analyst
  org: County road office
  biography: |-
    One.

    Two.
  email: jane@a.example
  website: https://j.example
  orcid: https://orcid.org/0000-0002-1825-0097
  social: {mastodon: "@j@m.example"}
  github: jd
  avatar: j.png
  note: Left in May."""
        )
        assert person == Person(
            "Jane Doe",
            role="Analyst",
            organization=("County road office",),
            bio="One.\n\nTwo.",
            email="jane@a.example",
            url="https://j.example",
            orcid="0000-0002-1825-0097",
            social={"mastodon": "@j@m.example", "github": "jd"},
            image="j.png",
            note="Left in May.",
        )

    def test_a_note_is_the_biography_where_there_is_none(self) -> None:
        (person,) = byline("byline: {name: Jane, note: Words}")
        assert (person.bio, person.note) == ("Words", None)

    @pytest.mark.parametrize(
        ("yaml", "name"),
        [
            ("author: {given: Ludwig, non-dropping-particle: van, family: Beethoven}", "Ludwig van Beethoven"),
            ("author: [{name: {given: Jane, family: Doe}}]", "Jane Doe"),
            ("author: {literal: OCHA South Sudan}", "OCHA South Sudan"),
            ("author: {family: Roe, given: John, suffix: Jr.}", "John Roe Jr."),
            ("creator: [{role: author, text: Jane Doe}]", "Jane Doe"),
            ("authors: {jdoe: {name: Jane Doe}}", "Jane Doe"),
        ],
    )
    def test_names_come_in_the_forms_of_other_tools(self, yaml: str, name: str) -> None:
        assert [person.name for person in byline(yaml)] == [name]

    def test_a_person_without_a_name_is_reported_and_kept(self) -> None:
        read = fields("byline:\n- role: Journalist\n- name: Jane")
        assert read.values["byline"] == (Person("Jane"),)
        assert read.other == {"byline[0]": {"role": "Journalist"}}
        assert [(each.code, each.field, each.message, each.line) for each in read.problems] == [
            ("byline-name", "byline[0]", "no name", 3)
        ]
        assert read.positions["byline[0].name"].line == 4, "the model's first person is the file's second"

    def test_a_key_of_a_person_that_is_not_known_is_kept(self) -> None:
        read = fields("byline: {name: Jane, colour: red}")
        assert read.other == {"byline.colour": "red"}


class TestOrganizations:
    AFFILIATIONS = "affiliations: [{id: cmu, name: Carnegie Mellon}, {id: mit, institution: MIT}]\n"

    @pytest.mark.parametrize(
        ("stated", "organizations"),
        [
            ("organization: County", ("County",)),
            ("affiliation: [County, {name: Road office}, {institution: Town}]", ("County", "Road office", "Town")),
            ("affiliation: {ref: cmu}", ("Carnegie Mellon",)),
            ("affiliations: [{ref: cmu}, mit]", ("Carnegie Mellon", "MIT")),
            ("affiliations: cmu; mit", ("Carnegie Mellon", "MIT")),
            ("affiliation: University of Somewhere", ("University of Somewhere",)),
        ],
    )
    def test_they_are_named_in_place_or_by_reference(self, stated: str, organizations: tuple[str, ...]) -> None:
        yaml = f"{self.AFFILIATIONS}byline: {{name: Jane, {stated}}}"
        assert [person.organization for person in values(yaml)["byline"]] == [organizations]
        assert fields(yaml).problems == ()

    def test_a_reference_to_nothing_is_shown_as_written(self) -> None:
        yaml = f"{self.AFFILIATIONS}byline: [{{name: Jane, affiliation: cum}}]"
        assert [person.organization for person in values(yaml)["byline"]] == [("cum",)]
        assert [(each.code, each.field, each.message) for each in fields(yaml).problems] == [
            ("byline-affiliation", "byline[0].affiliation", '"cum" is not defined in affiliations')
        ]

    def test_without_definitions_a_word_is_a_name(self) -> None:
        assert byline("byline: {name: Jane, affiliation: cmu}")[0].organization == ("cmu",)


class TestOrcid:
    @pytest.mark.parametrize(
        "text",
        ["0000-0002-1825-0097", "0000000218250097", "https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233x"],
    )
    def test_it_is_read_with_and_without_its_address(self, text: str) -> None:
        (person,) = byline(f"byline: {{name: Jane, orcid: '{text}'}}")
        assert person.orcid in ("0000-0002-1825-0097", "0000-0002-1694-233X")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("0000-0002-1825-009", '"0000-0002-1825-009" has 15 digits, an ORCID has 16'),
            ("0000-0002-1825-0098", '"0000-0002-1825-0098" is mistyped: its last digit does not prove the others'),
            ("jane", '"jane" is no ORCID; it has 16 digits, as in 0000-0002-1825-0097'),
        ],
    )
    def test_one_that_is_none_says_so(self, text: str, message: str) -> None:
        read = fields(f"byline: [{{name: Jane, orcid: '{text}'}}]")
        assert [(each.code, each.field, each.message) for each in read.problems] == [
            ("byline-orcid", "byline[0].orcid", message)
        ]
        assert read.other == {"byline[0].orcid": text}


class TestSiblings:
    YAML = "author: Jane Doe\nauthor_bio: Covers roads.\nauthor_title: Journalist\nauthor_url: https://j.example"

    def test_keys_beside_a_single_author_are_the_authors(self) -> None:
        read = fields(self.YAML)
        assert read.values["byline"] == (
            Person("Jane Doe", role="Journalist", bio="Covers roads.", url="https://j.example"),
        )
        assert read.other == {}
        assert read.positions["byline[0].bio"].line == 3

    def test_beside_several_authors_they_belong_to_nobody(self) -> None:
        read = fields(self.YAML.replace("Jane Doe", "Jane Doe; John Roe"))
        people = values(self.YAML.replace("Jane Doe", "Jane Doe; John Roe"))["byline"]
        assert [person.bio for person in people] == [None, None]
        assert set(read.other) == {"author_bio", "author_title", "author_url"}

    def test_what_the_author_says_of_itself_comes_first(self) -> None:
        read = fields("author: {name: Jane, bio: Own}\nauthor_bio: Beside")
        assert read.values["byline"] == (Person("Jane", bio="Own"),)
        assert read.other == {"author_bio": "Beside"}
