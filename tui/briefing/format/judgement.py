"""What an analyst says of a statement: confidence, likelihood, and the grade of its source."""

from __future__ import annotations

import re

from briefing.format import node
from briefing.format.keys import fold
from briefing.format.node import Node
from briefing.format.reading import Here, Reading
from briefing.format.wording import clipped
from briefing.model.briefing import Confidence, Grade
from briefing.model.pattern import pattern
from briefing.model.vocabulary import CONFIDENCE, CREDIBILITY, RELIABILITY, SCALES, Term

_CONFIDENCE = {"level": ("value", "confidence"), "basis": ("reason", "because", "note")}
_PROBABILITY = r"(?i)[<>~≈]?\s*[0-9][0-9.,\s–-]*(?:%|per\s?cent)?|.*[0-9]\s*%.*"
_GRADE = pattern(r"(?P<letter>[A-F])[\s/-]?(?P<digit>[1-6])", re.IGNORECASE)


def read_estimative(value: Node, here: Here, reading: Reading) -> str | None:
    """Read which standard the words of likelihood follow."""
    text = reading.text(value, here)
    if text is None or fold(text) in SCALES:
        return fold(text) if text else None
    reading.fault("est-unknown", f'"{clipped(text)}" is not one of {", ".join(SCALES)}', here, value)
    return None


def read_confidence(value: Node, here: Here, reading: Reading) -> Confidence | None:
    """Read a level of confidence, with what it rests on."""
    if not isinstance(value, node.Mapping):
        level = read_level(value, here, reading)
        return Confidence(level) if level else None
    taken = reading.parts(value, here, _CONFIDENCE)
    level = read_level(*taken.of("level"), reading)
    return Confidence(level, reading.text(*taken.of("basis"))) if level else None


def read_level(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read a level of confidence; a probability is another thing and refused."""
    text = reading.text(value, here)
    if value is None or text is None:
        return None
    word = text.casefold().removesuffix(" confidence")
    word = "moderate" if word == "medium" else word
    if word in CONFIDENCE:
        return word
    what = "a probability" if re.fullmatch(_PROBABILITY, text) else "no level of confidence"
    reading.fault("conf-prob", f'"{clipped(text)}" is {what}; use high, moderate or low', here, value)
    reading.keep(here, value)
    return None


def grade_of(text: str) -> Grade | None:
    """Take an Admiralty grade apart; None where the text is none."""
    match = _GRADE.fullmatch(text.strip())
    return Grade(match["letter"].upper(), match["digit"]) if match else None


def read_grade(value: Node | None, here: Here, reading: Reading) -> Grade | None:
    """Read an Admiralty grade of two signs."""
    text = reading.text(value, here)
    if value is None or text is None:
        return None
    grade = grade_of(text)
    if grade is None:
        reading.fault("grade-bad", f'"{clipped(text)}": a letter A–F and a digit 1–6', here, value)
        reading.keep(here, value)
    return grade


def read_half_grade(value: Node | None, here: Here, reading: Reading, table: dict[str, str]) -> str | None:
    """Read the letter or the digit of a grade, or its words."""
    text = reading.text(value, here)
    if value is None or text is None:
        return None
    words = {meaning.casefold(): sign for sign, meaning in table.items()}
    sign = words.get(text.casefold(), text.upper())
    if sign in table:
        return sign
    wanted = "a letter A–F" if "A" in table else "a digit 1–6"
    reading.fault("grade-bad", f'"{clipped(text)}": {wanted}', here, value)
    reading.keep(here, value)
    return None


def read_reliability(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read how reliable a source is: a letter, or its words."""
    return read_half_grade(value, here, reading, dict(RELIABILITY))


def read_credibility(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read how credible an item is: a digit, or its words."""
    return read_half_grade(value, here, reading, dict(CREDIBILITY))


def read_likelihood(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read a word of likelihood; under a declared standard it has to be one of the standard's."""
    text = reading.text(value, here)
    scale = SCALES.get(str(reading.values.get("estimative")))
    if value is None or text is None or scale is None:
        return text
    terms = {words: term for term in scale.terms for words in term.words}
    if text.casefold() in terms:
        return text
    near = _nearest_term(text, terms)
    hint = f"; nearest: {near[0]}" + (f" ({near[1].likelihood})" if near[1].likelihood else "") if near else ""
    article = "an" if scale.name[0] in "AEIOU" else "a"
    reading.fault("take-term", f'"{clipped(text)}" is not {article} {scale.name} term{hint}', here, value)
    return text


def _nearest_term(text: str, terms: dict[str, Term]) -> tuple[str, Term] | None:
    """Give the term whose words all stand in a text, or else the one that is written most like it."""
    words = text.casefold().split()
    within = [name for name in terms if set(name.split()) <= set(words)]
    if within:
        name = max(within, key=len)
        return name, terms[name]
    from difflib import get_close_matches  # noqa: PLC0415  only for what is misspelt

    near = get_close_matches(text.casefold()[:60], terms, 1)
    return (near[0], terms[near[0]]) if near else None
