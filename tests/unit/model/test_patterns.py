"""A pattern does what `re.compile` makes it do, and costs nothing until then."""

from __future__ import annotations

import re

import pytest

from briefing.model.pattern import pattern


def test_it_finds_what_the_compiled_pattern_finds() -> None:
    words, compiled = pattern(r"(?P<word>b\w+)", re.IGNORECASE), re.compile(r"(?P<word>b\w+)", re.IGNORECASE)
    for text in ("a Bridge by the bay", ""):
        assert [found["word"] for found in words.finditer(text)] == compiled.findall(text)
        assert words.sub("-", text) == compiled.sub("-", text)
    assert (words.pattern, words.flags, words.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)


def test_it_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compiled = re.compile

    def compiling(source: str, flags: re.RegexFlag) -> re.Pattern[str]:
        asked.append(source)
        return compiled(source, flags)

    monkeypatch.setattr(re, "compile", compiling)
    words = pattern("a+")
    assert not asked
    for text in ("aa", "ba"):
        words.search(text)
        words.match(text)
    assert asked == ["a+"]


def test_what_a_pattern_does_not_have_is_an_error() -> None:
    with pytest.raises(AttributeError):
        pattern("a").find  # type: ignore[attr-defined]  # noqa: B018  # asking for it is what fails
