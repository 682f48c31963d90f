"""The words that the format takes over from standards, exactly as these have them."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.record import record

TYPES = ("news", "briefing", "sitrep", "flash", "assessment", "analysis", "incident", "bulletin")
"""Kinds of briefing that have a name here; any other word is the author's own."""

STATUSES = ("draft", "usable", "withheld", "canceled", "corrected", "superseded", "final")
"""The state of publication: `usable`, `withheld` and `canceled` are pubStatus of ninjs (IPTC)."""

FIGURE_STATUSES = ("actual", "estimate", "forecast", "planned", "target", "provisional")
"""What kind of number a figure is: the first four of SDMX's code list OBS_STATUS have letters, the others are ours."""

OBSERVATION_LETTERS = {"a": "actual", "e": "estimate", "f": "forecast", "p": "provisional"}
"""Letters of SDMX's code list OBS_STATUS."""

CONFIDENCE = ("high", "moderate", "low")
"""Levels of an analyst's confidence (ICD 203)."""

TLP: Mapping[str, str] = {
    "RED": "For the eyes and ears of individual recipients only, no further disclosure",
    "AMBER+STRICT": "restricts sharing to the organization only",
    "AMBER": "Limited disclosure, recipients can only spread this on a need-to-know basis within their organization "
    "and its clients",
    "GREEN": "Limited disclosure, recipients can spread this within their community",
    "CLEAR": "Recipients can spread this to the world, there is no limit on disclosure",
}
"""Labels of the Traffic Light Protocol, version 2.0 (FIRST), with what they say."""

RELIABILITY: Mapping[str, str] = {
    "A": "Completely reliable",
    "B": "Usually reliable",
    "C": "Fairly reliable",
    "D": "Not usually reliable",
    "E": "Unreliable",
    "F": "Reliability cannot be judged",
}
"""The letter of an Admiralty grade: of the source (NATO AJP-2.1)."""

CREDIBILITY: Mapping[str, str] = {
    "1": "Confirmed by other sources",
    "2": "Probably true",
    "3": "Possibly true",
    "4": "Doubtful",
    "5": "Improbable",
    "6": "Truth cannot be judged",
}
"""The digit of an Admiralty grade: of the item of information (NATO AJP-2.1)."""


@record
class Term:
    """One term of a scale of likelihood."""

    words: tuple[str, ...]
    """The ways in which the standard writes it."""
    likelihood: str | None
    """Its range in the standard's own signs; None where that has not been checked against the standard's text."""
    row: int = 1
    """The row of the standard's table; terms of two rows are not mixed."""


@record
class Scale:
    """Words of likelihood as one standard defines them."""

    name: str
    terms: tuple[Term, ...]


SCALES: Mapping[str, Scale] = {
    "icd203": Scale(
        "ICD 203",
        (
            Term(("almost no chance",), "01–05%"),
            Term(("very unlikely",), "05–20%"),
            Term(("unlikely",), "20–45%"),
            Term(("roughly even chance",), "45–55%"),
            Term(("likely",), "55–80%"),
            Term(("very likely",), "80–95%"),
            Term(("almost certain", "almost certainly"), "95–99%"),
            Term(("remote",), "01–05%", row=2),
            Term(("highly improbable",), "05–20%", row=2),
            Term(("improbable", "improbably"), "20–45%", row=2),
            Term(("roughly even odds",), "45–55%", row=2),
            Term(("probable", "probably"), "55–80%", row=2),
            Term(("highly probable",), "80–95%", row=2),
            Term(("nearly certain",), "95–99%", row=2),
        ),
    ),
    "phia": Scale(
        "PHIA",
        (
            Term(("remote chance",), None),
            Term(("highly unlikely",), None),
            Term(("unlikely",), None),
            Term(("realistic possibility",), None),
            Term(("likely", "probably"), None),
            Term(("highly likely",), None),
            Term(("almost certain",), None),
        ),
    ),
    "ipcc": Scale(
        "IPCC",
        (
            Term(("virtually certain",), "> 99%"),
            Term(("very likely",), "> 90%"),
            Term(("likely",), "> 66%"),
            Term(("about as likely as not",), "33–66%"),
            Term(("unlikely",), "< 33%"),
            Term(("very unlikely",), "< 10%"),
            Term(("exceptionally unlikely",), "< 1%"),
        ),
    ),
}
"""Scales of likelihood that a briefing may declare: ICD 203 (2015), the Professional Head of Intelligence Assessment's
yardstick, and the IPCC's guidance note on uncertainty (AR5)."""
