"""Regular English forms of a word are made by rule, in both directions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.library.query import parse_query
from briefing.library.query_tree import And, Not, Or, TextField, Words
from briefing.library.word_forms import forms, widened

PAIRS = [
    ("deploy", "deployed"),
    ("deploy", "deploying"),
    ("deploy", "deploys"),
    ("report", "reported"),
    ("city", "cities"),
    ("study", "studied"),
    ("stop", "stopped"),
    ("stop", "stopping"),
    ("force", "forced"),
    ("force", "forcing"),
    ("cross", "crosses"),
    ("crash", "crashed"),
    ("troop", "troops"),
    ("agree", "agreed"),
]


@pytest.mark.parametrize(("base", "form"), PAIRS)
def test_a_word_and_its_form_find_each_other(base: str, form: str) -> None:
    assert form in forms(base)
    assert base in forms(form)


@pytest.mark.parametrize("word", ["news", "this", "evening", "gas", "über", "k9s", "框架", "mass"])
def test_a_word_that_only_looks_like_a_form_is_not_taken_for_one(word: str) -> None:
    assert not {"new", "thi", "even", "ga", "mas"} & set(forms(word))


def test_forms_are_few() -> None:
    assert all(len(forms(word)) <= 12 for pair in PAIRS for word in pair)


@pytest.mark.parametrize("text", ['"deploy"', "deploy*", '"deploy it"', "-deploy", "in:deploy", "status:deploy"])
def test_what_was_meant_exactly_is_not_widened(text: str) -> None:
    tree = parse_query(text).tree
    assert tree is not None
    assert widened(tree) == tree


def test_a_plain_word_may_be_stood_for_by_its_forms() -> None:
    tree = parse_query("stop -go (title:stop OR x)").tree
    assert tree is not None
    wide = widened(tree)
    assert isinstance(wide, And)
    stop, go, either = wide.parts
    assert stop == replace(Words(("stop",), "stop"), forms=forms("stop"))
    assert go == Not(Words(("go",), "go"))
    assert either == Or((Words(("stop",), "stop", within=TextField.TITLE, forms=forms("stop")), Words(("x",), "x")))
