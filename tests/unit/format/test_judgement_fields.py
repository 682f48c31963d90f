"""Handling, status, standards and confidence; and what two fields say together."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.format.fields import FieldsRead, read_fields
from briefing.format.front import front_matter
from briefing.model.briefing import Confidence


def fields(yaml: str) -> FieldsRead:
    """Read the fields of a front matter in YAML; its first line is line 2 of the file."""
    return read_fields(front_matter(f"---\n{yaml}\n---\n").mapping)


def values(yaml: str) -> dict[str, Any]:
    """What the fields of a front matter hold."""
    return dict(fields(yaml).values)


def said(yaml: str) -> list[tuple[str, str, str]]:
    """What is said of a front matter: code, field and message; that figures are undated is left out."""
    return [(each.code, each.field, each.message) for each in fields(yaml).problems if each.code != "fig-asof"]


class TestTlp:
    @pytest.mark.parametrize(
        ("text", "label"),
        [
            ("RED", "RED"),
            ("red", "RED"),
            ("TLP:RED", "RED"),
            ("tlp:green", "GREEN"),
            ('"TLP: AMBER"', "AMBER"),
            ("TLP: RED", "RED"),
            ("TLP-CLEAR", "CLEAR"),
            ("AMBER+STRICT", "AMBER+STRICT"),
            ("TLP:AMBER+STRICT", "AMBER+STRICT"),
            ("amber + strict", "AMBER+STRICT"),
            ("AMBER STRICT", "AMBER+STRICT"),
        ],
    )
    def test_a_label_is_read_with_and_without_its_prefix(self, text: str, label: str) -> None:
        assert fields(f"tlp: {text}").values["tlp"] == label

    def test_the_old_name_of_clear_is_read(self) -> None:
        assert fields("tlp: TLP:WHITE").values["tlp"] == "CLEAR"
        assert said("tlp: WHITE") == [("tlp-white", "tlp", "WHITE is the TLP 1 name of CLEAR")]

    @pytest.mark.parametrize("text", ["ORANGE", "RED STRICT", "TLP:AMBER+LOOSE", "SECRET//NOFORN", "5"])
    def test_another_label_is_shown_as_written(self, text: str) -> None:
        assert fields(f"tlp: {text}").values["tlp"] == text
        message = f'"{text}" is not RED, AMBER+STRICT, AMBER, GREEN or CLEAR; it is shown as written'
        assert said(f"tlp: {text}") == [("tlp-bad", "tlp", message)]

    def test_no_label_is_no_label(self) -> None:
        assert "tlp" not in fields("title: x\ntlp:").values


class TestStatus:
    def test_known_words_are_told_apart_from_others(self) -> None:
        assert fields("status: Draft").values == {"status": "draft"}
        assert fields("status: cancelled").values == {"status": "canceled"}
        assert fields("pubStatus: usable").values == {"status": "usable"}
        assert fields("status: hot").values == {"status": "hot"}
        assert [code for code, _, _ in said("status: hot")] == ["status-unknown"]
        assert said("status: cancelled") == []


class TestEmbargo:
    def test_an_embargo_ends_at_one_moment(self) -> None:
        assert said("embargo: 2025-07-08T06:00+02:00") == []
        assert said("embargo: 2025-07-08T06:00:00Z") == []

    @pytest.mark.parametrize("text", ["2025-07-08T06:00", "2025-07-08", "2025-07-08 06:00 CEST"])
    def test_without_a_zone_it_does_not(self, text: str) -> None:
        assert said(f"embargo: {text}") == [
            ("date-zone", "embargo", "no time zone; write 2025-07-08T06:00+02:00"),
        ]


class TestStandards:
    @pytest.mark.parametrize("text", ["icd203", "ICD 203", "ICD-203", "phia", "IPCC"])
    def test_a_standard_is_one_of_three(self, text: str) -> None:
        assert fields(f"estimative: {text}").values["estimative"] in ("icd203", "phia", "ipcc")

    def test_another_is_not_taken_for_one_of_them(self) -> None:
        read = fields("estimative: kent")
        assert (read.values, read.other) == ({}, {"estimative": "kent"})
        assert said("estimative: kent") == [("est-unknown", "estimative", '"kent" is not one of icd203, phia, ipcc')]


class TestConfidence:
    @pytest.mark.parametrize(
        ("text", "confidence"),
        [
            ("High", Confidence("high")),
            ("medium", Confidence("moderate")),
            ("low confidence", Confidence("low")),
            ("{level: moderate, basis: two sources}", Confidence("moderate", "two sources")),
        ],
    )
    def test_a_level_is_one_of_three(self, text: str, confidence: Confidence) -> None:
        assert fields(f"confidence: {text}").values["confidence"] == confidence

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("85%", "a probability"),
            ("0.85", "a probability"),
            ("80-90 per cent", "a probability"),
            ("fairly high", "no level of confidence"),
        ],
    )
    def test_a_probability_is_no_confidence(self, text: str, what: str) -> None:
        read = fields(f"confidence: {text}")
        assert (read.values, read.other) == ({}, {"confidence": text})
        assert said(f"confidence: {text}") == [
            ("conf-prob", "confidence", f'"{text}" is {what}; use high, moderate or low')
        ]


class TestPeriod:
    @pytest.mark.parametrize(
        ("text", "edtf"),
        [
            ("2014-08-14/2014-08-21", "2014-08-14/2014-08-21"),
            ("14–21 August 2014", "2014-08-14/2014-08-21"),
            ("{from: 2014-08-14, to: 2014-08-21}", "2014-08-14/2014-08-21"),
            ("{start: 14 Aug 2014}", "2014-08-14/.."),
            ("{end: 2014-08}", "../2014-08"),
            ("2014-08", "2014-08"),
        ],
    )
    def test_a_period_has_two_ends_of_which_one_may_be_open(self, text: str, edtf: str) -> None:
        assert values(f"period: {text}")["period"].edtf == edtf
        assert said(f"period: {text}") == []

    @pytest.mark.parametrize("text", ["2014-08-21/2014-08-14", "{from: 2014-08-21, to: 2014-08-14}"])
    def test_it_does_not_end_before_it_starts(self, text: str) -> None:
        assert said(f"period: {text}") == [("period-order", "period", "ends before it starts")]


class TestDatesTogether:
    def test_what_comes_later_is_not_dated_before(self) -> None:
        assert said("date: 2025-07-08\nupdated: 2025-06-01") == [
            ("date-order", "updated", "2025-06-01 is before date (2025-07-08)")
        ]
        yaml = "date: 2025-07-08\nexpires: 2025-01\nnext_update: 2024"
        assert [(code, field) for code, field, _ in said(yaml)] == [
            ("date-order", "expires"),
            ("date-order", "next_update"),
        ]

    @pytest.mark.parametrize("updated", ["2025-07-08", "2025-07", "2025", "2025-07-08T09:00:00Z"])
    def test_what_may_be_later_is_left_alone(self, updated: str) -> None:
        assert said(f"date: 2025-07-08\nupdated: {updated}") == []

    def test_two_moments_are_compared_as_moments(self) -> None:
        yaml = "date: 2025-07-08T10:00:00+02:00\nupdated: 2025-07-08T07:00:00Z"
        assert [code for code, _, _ in said(yaml)] == ["date-order"]

    def test_a_figure_after_the_date_is_a_forecast(self) -> None:
        yaml = "date: 2025-07-08\nfigures: [{value: 5, label: x, as_of: 2025-09%s}]"
        assert said(yaml % "") == [
            ("fig-future", "figures[0].as_of", "2025-09 is after date (2025-07-08); status: forecast?")
        ]
        assert said(yaml % ", status: forecast") == []
        assert said("date: 2025-07-08\nfigures: [{value: 5, label: x, as_of: 2025-07}]") == []

    def test_a_figure_without_a_date_takes_that_of_the_briefing_or_is_undated(self) -> None:
        undated = fields("figures: [{value: 5, label: x}]").problems
        assert [(each.code, each.field, each.message) for each in undated] == [
            ("fig-asof", "figures[0]", "no as_of; it will be shown as undated")
        ]
        assert fields("as_of: 2025\nfigures: [{value: 5, label: x}]").problems == ()


class TestChange:
    @pytest.mark.parametrize(
        ("value", "previous", "change", "message"),
        [
            ("2.7 million", "2.5 million", "+12% since 2025-06", "says +12%; value and previous give +8%"),
            ("130", "120", "+12%", "says +12%; value and previous give +8.3%"),
            ("90", "100", "+10%", "says +10%; value and previous give -10%"),
            (
                "1234567890123456789012345678901234567890",
                "1",
                "+5",
                "says +5; value and previous give +1,234,567,890,123,456,789,012,345,678,901,234,567,889",
            ),
            ("14,000", "11,000", "+2,000", "says +2,000; value and previous give +3,000"),
            (
                "45%",
                "40%",
                "+6 percentage points",
                "says +6 percentage points; value and previous give +5 percentage points",
            ),
        ],
    )
    def test_a_change_that_does_not_add_up_is_reported(
        self, value: str, previous: str, change: str, message: str
    ) -> None:
        yaml = f'figures:\n- {{label: x, value: "{value}", previous: "{previous}", change: "{change}"}}'
        assert said(yaml) == [("fig-change", "figures[0].change", message)]

    @pytest.mark.parametrize(
        ("value", "previous", "change"),
        [
            ("2.7 million", "2.5 million", "+8%"),
            ("130", "120", "+8%"),
            ("130", "120", "+8.3%"),
            ("130", "120", "8.33 per cent"),
            ("90", "100", "-10%"),
            ("90", "100", "10%"),
            ("14,000", "11,000", "+3,000 since 2025-06"),
            ("45%", "40%", "+5 pp"),
            ("45%", "40%", "+12.5%"),
            ("over 30,000", "11,000", "+12%"),
            ("about 400", "300", "+12%"),
            ("14,000", "about 11,000", "+12%"),
            ("14,000", "11,000", "a sharp rise"),
            ("14,000", "11,000", "about +12%"),
            ("14,000", "11,000", "+5 km"),
            ("5 km", "4 t", "+12%"),
            ("5", "0", "+12%"),
        ],
    )
    def test_what_adds_up_or_cannot_be_computed_is_left_alone(self, value: str, previous: str, change: str) -> None:
        assert said(f'figures:\n- {{label: x, value: "{value}", previous: "{previous}", change: "{change}"}}') == []


class TestSourcesNamed:
    SOURCES = "sources: [{id: gur, name: Military Intelligence}, {id: ocha, name: OCHA}]\n"

    @pytest.mark.parametrize(
        ("use", "field"),
        [
            ("figures: [{value: 5, label: x, source: guur}]", "figures[0].source"),
            ("figures: [{value: 5, label: x, provider: guur}]", "figures[0].provider"),
            ("takeaways: [{text: x, sources: [gur, guur]}]", "takeaways[0].sources"),
            ("dates: [{date: 2025, label: x, source: guur}]", "dates[0].source"),
            ("dates: [{date: 2025, label: x, sources: guur}]", "dates[0].sources"),
        ],
    )
    def test_an_id_that_nothing_defines_is_reported(self, use: str, field: str) -> None:
        assert said(self.SOURCES + use) == [("src-unknown", field, '"guur" is not in sources; did you mean gur?')]

    def test_one_that_is_near_to_none_has_no_advice(self) -> None:
        assert said(self.SOURCES + "figures: [{value: 5, label: x, source: reuters}]") == [
            ("src-unknown", "figures[0].source", '"reuters" is not in sources')
        ]

    @pytest.mark.parametrize(
        "name", ["gur", "OCHA", "Military Intelligence", "a county official", "https://a.example/b"]
    )
    def test_ids_names_addresses_and_words_are_left_alone(self, name: str) -> None:
        assert said(f"{self.SOURCES}figures: [{{value: 5, label: x, source: '{name}'}}]") == []

    def test_without_any_id_a_word_is_a_name(self) -> None:
        assert said("figures: [{value: 5, label: x, source: reuters}]") == []
