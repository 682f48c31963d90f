"""Key figures, from one line up to everything that is known of an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.format.fields import FieldsRead, read_fields
from briefing.format.front import front_matter
from briefing.model.figure import Change, Figure, Observation, Quote
from briefing.model.problem import Position
from briefing.model.quantity import Interval, Qualifier


def fields(yaml: str) -> FieldsRead:
    """Read the fields of a front matter in YAML; its first line is line 2 of the file."""
    return read_fields(front_matter(f"---\nas_of: 2025-07-08\n{yaml}\n---\n").mapping)


def read_figures(read: FieldsRead) -> tuple[Figure, ...]:
    """The figures among fields."""
    found = read.values.get("figures", ())
    assert isinstance(found, tuple)
    return found


def figures(yaml: str) -> tuple[Figure, ...]:
    """The figures of a front matter."""
    return read_figures(fields(yaml))


def figure(yaml: str) -> Figure:
    """The only figure of a front matter."""
    (found,) = figures(yaml)
    return found


def problems(yaml: str) -> list[tuple[str, str, str]]:
    """What is said of a front matter: code, field and message."""
    return [(each.code, each.field, each.message) for each in fields(yaml).problems]


SHORT = [
    ("over 30,000 troops: expected within months", "over 30,000 troops", "expected within months"),
    ("1.5 million shells — additional, coming months", "1.5 million shells", "additional, coming months"),
    ("1.5 million shells – additional", "1.5 million shells", "additional"),
    ("1.5 million shells - additional", "1.5 million shells", "additional"),
    ("1.5 million shells | additional", "1.5 million shells", "additional"),
    ("12 km—length", "12 km", "length"),
    ('"> 45% of wells: dry"', "> 45% of wells", "dry"),
    ("100-200 km: range of the missile", "100-200 km", "range of the missile"),
    ("100 - 200 km - range", "100 - 200 km", "range"),
    ("12 t: weight limit: the bridge", "12 t", "weight limit: the bridge"),
    ("Troops expected: over 30,000", "over 30,000", "Troops expected"),
    ("Troops expected — over 30,000", "over 30,000", "Troops expected"),
    ("US$4.5 million: aid", "US$4.5 million", "aid"),
    ("45 per cent: of all", "45 per cent", "of all"),
    ("40 minutes", "40 minutes", None),
]


@pytest.mark.parametrize(("line", "phrase", "label"), SHORT)
def test_a_line_is_an_amount_and_a_label(line: str, phrase: str, label: str | None) -> None:
    found = figure(f"figures:\n- {line}")
    assert (found.phrase, found.label) == (phrase, label)
    assert found.value is not None


def test_a_mapping_has_labels_and_amounts_in_either_order() -> None:
    yaml = "figures:\n  Troops expected: over 30,000\n  12 million shells: supplied\n  Length: {value: 5 km, source: a}"
    assert [(each.label, each.phrase, each.sources) for each in figures(yaml)] == [
        ("Troops expected", "over 30,000", ()),
        ("supplied", "12 million shells", ()),
        ("Length", "5 km", ("a",)),
    ]


def test_a_text_of_lines_is_a_list() -> None:
    assert [each.phrase for each in figures("figures: |\n  - 5 km: a\n  - 6 km — b")] == ["5 km", "6 km"]


def test_a_short_form_may_have_keys_beside_it() -> None:
    found = figure("figures:\n- over 30,000 troops: expected\n  source: gur\n  track: dprk\n  quote: over 30,000")
    assert (found.label, found.sources, found.track) == ("expected", ("gur",), "dprk")
    assert found.quotes == (Quote("over 30,000"),)
    turned = figure("figures:\n- Troops: over 30,000\n  source: gur")
    assert (turned.label, turned.phrase, turned.sources) == ("Troops", "over 30,000", ("gur",))


LONG_FORM = """figures:
- value: 2.7 million
  unit: people
  label: reached with assistance
  as_of: 2014-07-31
  status: E
  source: [ocha, "a name"]
  confidence: medium
  grade: b2
  previous: {value: 2.5 million, as_of: 2014-06-30, source: ocha}
  change: +8% since 2014-06
  series: [{as_of: 2014-05, value: 2.1 million}, {2014-06: 2.5 million}]
  track: reached
  quote: [{exact: 2.7 million people, prefix: " so far, ", suffix: " have"}, people]
  note: Includes refugees.
  derived: 2.5 million + 0.2 million
  place: Unity"""


def test_the_long_form_holds_an_amount_and_what_is_said_of_it() -> None:
    found = figure(LONG_FORM)
    assert (found.text, found.unit, found.phrase) == ("2.7 million", "people", "2.7 million people")
    assert found.value == Interval(Decimal(2700000), Decimal(2700000))
    assert (found.label, found.track, found.place) == ("reached with assistance", "reached", "Unity")
    assert (found.note, found.derived) == ("Includes refugees.", "2.5 million + 0.2 million")


def test_the_long_form_holds_what_a_figure_rests_on() -> None:
    found = figure(LONG_FORM)
    assert found.as_of is not None
    assert found.as_of.edtf == "2014-07-31"
    assert found.sources == ("ocha", "a name")
    assert (found.status, found.confidence, found.grade) == ("estimate", "moderate", "B2")
    assert found.quotes == (Quote("2.7 million people", " so far, ", " have"), Quote("people"))


def test_the_long_form_holds_what_was_before() -> None:
    found = figure(LONG_FORM)
    assert found.previous is not None
    assert (found.previous.text, found.previous.sources) == ("2.5 million", ("ocha",))
    assert isinstance(found.change, Change)
    assert found.change.text == "+8% since 2014-06"
    assert found.change.since is not None
    assert found.change.since.edtf == "2014-06"
    assert [(each.text, each.as_of and each.as_of.edtf) for each in found.series] == [
        ("2.1 million", "2014-05"),
        ("2.5 million", "2014-06"),
    ]


class TestAmount:
    @pytest.mark.parametrize(
        ("keys", "text", "value", "qualifier"),
        [
            ("value: 30000", "30000", Interval(Decimal(30000), Decimal(30000)), None),
            ("figure: 12k", "12k", Interval(Decimal(12000), Decimal(12000)), None),
            ("low: 5, high: 10", "5–10", Interval(Decimal(5), Decimal(10)), None),
            (
                "min: 1.2 million, max: 1.5 million",
                "1.2 million–1.5 million",
                Interval(Decimal(1200000), Decimal(1500000)),
                None,
            ),
            ("low: 5", "at least 5", Interval(Decimal(5), None), Qualifier.AT_LEAST),
            ("high: 5", "up to 5", Interval(None, Decimal(5)), Qualifier.UP_TO),
            ("value: 5, qualifier: over", "over 5", Interval(Decimal(5), None, low_open=True), Qualifier.OVER),
            ("value: 5, qualifier: at_least", "at least 5", Interval(Decimal(5), None), Qualifier.AT_LEAST),
            (
                "value: about 5, qualifier: over",
                "about 5",
                Interval(Decimal(5), Decimal(5), approximate=True),
                Qualifier.ABOUT,
            ),
            ("value: dozens", "dozens", None, None),
            ("value: unknown", "unknown", None, None),
        ],
    )
    def test_it_may_be_said_in_parts(
        self, keys: str, text: str, value: Interval | None, qualifier: Qualifier | None
    ) -> None:
        found = figure(f"figures: [{{label: x, {keys}}}]")
        assert (found.text, found.value, found.qualifier) == (text, value, qualifier)

    def test_the_unit_of_the_value_comes_first(self) -> None:
        yaml = "figures: [{label: x, value: 5 km, unit: mi}]"
        assert figure(yaml).unit == "km"
        assert problems(yaml) == [("fig-unit", "figures[0]", 'value says "km", unit says "mi"')]
        assert fields(yaml).other == {"figures[0].unit": "mi"}

    @pytest.mark.parametrize("unit", ["km", "kilometres", "Kilometre"])
    def test_the_same_unit_in_other_words_is_the_same(self, unit: str) -> None:
        assert problems(f"figures: [{{label: x, value: 5 km, unit: {unit}}}]") == []

    def test_a_number_cut_by_brackets_is_shown_and_not_compared(self) -> None:
        yaml = "figures: [{label: x, value: [1,500]}]"
        assert (figure(yaml).text, figure(yaml).value) == ("1,500", None)
        assert problems(yaml) == [
            ("fig-list", "figures[0].value", "[1,500] is a list of two numbers; remove the brackets")
        ]

    def test_a_number_cut_by_braces_is_shown_and_not_compared(self) -> None:
        yaml = "figures: [{label: x, value: 30,000, unit: t}]"
        assert (figure(yaml).phrase, figure(yaml).value) == ("30,000 t", None)
        assert problems(yaml) == [
            ("fig-list", "figures[0].value", '30,000 in braces is cut at the comma; write "30,000" in quotes')
        ]

    def test_a_number_beside_one_that_was_cut_is_not_shown_as_less_than_it_may_be(self) -> None:
        read = fields("figures: {Troops: 30,000, Shells: 14}")
        assert [each.label for each in read_figures(read)] == ["Troops"]
        assert read.other == {"figures.Shells": "14"}
        assert [each.code for each in read.problems] == ["fig-list", "fig-list"]

    @pytest.mark.parametrize(
        ("value", "code", "message"),
        [
            ('"1,5"', "fig-comma", '"1,5" is neither 1.5 nor 1,500 in English; write the one you mean'),
            ("15m", "fig-m", '"15m": metres or million? Write 15 m or 15 million'),
            ("200-100", "fig-range", "the range 200-100 runs backwards"),
        ],
    )
    def test_a_phrase_that_is_refused_is_shown_as_written(self, value: str, code: str, message: str) -> None:
        yaml = f"figures: [{{label: x, value: {value}}}]"
        assert (figure(yaml).text, figure(yaml).value) == (value.strip('"'), None)
        assert problems(yaml) == [(code, "figures[0].value", message)]

    def test_the_language_of_the_briefing_decides(self) -> None:
        found = figure("language: de\nfigures: ['über 30.000 Soldaten: erwartet']")
        assert found.value == Interval(Decimal(30000), None, low_open=True)

    def test_bounds_that_run_backwards_are_reported(self) -> None:
        yaml = "figures: [{label: x, low: 10, high: 5}]"
        assert figure(yaml).value is None
        assert problems(yaml) == [("fig-range", "figures[0]", "the range 10–5 runs backwards")]


class TestWhatIsNoFigure:
    def test_it_stays_among_the_other_fields(self) -> None:
        read = fields("key_figures:\n- John McCarthy\n- 'Fig. 3: the bridge'\n- 5 km: length\n- {label: x}")
        assert [each.label for each in read_figures(read)] == ["length"]
        assert read.other == {
            "key_figures[0]": "John McCarthy",
            "key_figures[1]": "Fig. 3: the bridge",
            "key_figures[3]": {"label": "x"},
        }
        assert [(each.code, each.field, each.message) for each in read.problems] == [
            ("fig-none", "key_figures[0]", 'no number in "John McCarthy"; not shown as a figure'),
            ("fig-none", "key_figures[1]", 'no number in "Fig. 3: the bridge"; not shown as a figure'),
            ("fig-none", "key_figures[3]", 'no number in "label: x"; not shown as a figure'),
        ]

    def test_where_nothing_is_a_figure_the_field_is_kept_whole(self) -> None:
        read = fields("stats: {theme: dark}\nnumbers: true")
        assert "figures" not in read.values
        assert read.other == {"stats": {"theme": "dark"}, "numbers": "true"}
        assert read.problems == ()

    def test_the_next_name_is_tried(self) -> None:
        read = fields("numbers: true\nkey_figures: [5 km: a]")
        assert [each.label for each in read_figures(read)] == ["a"]


class TestSeries:
    @pytest.mark.parametrize(
        "series",
        [
            '{2024-10: "11,000", 2025-02: "14,000"}',
            '[{as_of: 2024-10, value: "11,000"}, {date: 2025-02, value: "14,000"}]',
            '[{2024-10: "11,000"}, {2025-02: {value: "14,000"}}]',
        ],
    )
    def test_values_over_time_come_in_three_forms(self, series: str) -> None:
        found = figure(f"figures: [{{label: x, value: 5, series: {series}}}]").series
        assert [(each.text, each.value, each.as_of and each.as_of.edtf) for each in found] == [
            ("11,000", Interval(Decimal(11000), Decimal(11000)), "2024-10"),
            ("14,000", Interval(Decimal(14000), Decimal(14000)), "2025-02"),
        ]

    def test_numbers_that_yaml_cut_are_not_drawn_as_smaller_ones(self) -> None:
        yaml = "figures: [{label: x, value: 5, series: {2024-10: 11,000, 2025-02: 14,000}}]"
        assert figure(yaml).series == (Observation("11,000", None, figure(yaml).series[0].as_of),)
        assert [code for code, _, _ in problems(yaml)] == ["fig-list", "fig-list"]

    def test_a_text_is_no_series(self) -> None:
        assert problems("figures: [{label: x, value: 5, series: y}]") == [
            ("type-list", "figures[0].series", "expected a list of values by date, found text")
        ]


class TestWords:
    def test_a_status_is_a_known_word_or_as_written(self) -> None:
        assert figure("figures: [{label: x, value: 5, status: Forecast}]").status == "forecast"
        assert figure("figures: [{label: x, value: 5, status: hoped}]").status == "hoped"
        assert [code for code, _, _ in problems("figures: [{label: x, value: 5, status: hoped}]")] == ["status-unknown"]

    def test_a_grade_that_is_none_is_reported_and_kept(self) -> None:
        read = fields("figures: [{label: x, value: 5, grade: G7}]")
        assert read.other == {"figures[0].grade": "G7"}
        assert [(each.code, each.message) for each in read.problems] == [
            ("grade-bad", '"G7": a letter A–F and a digit 1–6')
        ]

    def test_derived_may_be_a_yes(self) -> None:
        assert figure("figures: [{label: x, value: 5, derived: true}]").derived == "true"
        assert figure("figures: [{label: x, value: 5, derived: false}]").derived is None

    def test_an_amount_without_a_label_is_worth_a_word(self) -> None:
        assert problems("figures: [5 km]") == [("fig-label", "figures[0]", "no label")]

    def test_a_key_without_a_value_may_be_an_amount(self) -> None:
        assert [each.phrase for each in figures("figures:\n- 5 km:\n- 6 km:")] == ["5 km", "6 km"]

    def test_an_unknown_key_is_kept_and_asked_about(self) -> None:
        read = fields("figures: [{value: 5, lable: x, colour: red}]")
        assert read.other == {"figures[0].lable": "x", "figures[0].colour": "red"}
        assert ("key-near", "figures[0].lable", "unknown field; did you mean label?") in [
            (each.code, each.field, each.message) for each in read.problems
        ]

    def test_a_source_may_be_given_in_place(self) -> None:
        assert figure("figures: [{label: x, value: 5, source: {name: Road office}}]").sources == ("Road office",)


def test_values_know_where_they_stand() -> None:
    read = fields("figures:\n- John\n- value: 5\n  label: x\n  quote:\n  - a\n  - b")
    assert read.positions["figures[0]"] == Position(5, 3), "the model's first figure is the file's second item"
    assert read.positions["figures[0].value"] == Position(5, 10)
    assert read.positions["figures[0].quote"].line == 8
    assert read.positions["figures[0].quote[1]"] == Position(9, 5)
