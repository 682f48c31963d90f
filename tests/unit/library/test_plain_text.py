"""Markdown is stripped line for line, close to what the reader sees, in linear time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import bounded

from briefing.library.plain import Heading, plain


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("*stress* and **strong _both_**", "stress and strong both"),
        ("snake_case_name, 2*3 = 6, 2 * 3", "snake_case_name, 2*3 = 6, 2 * 3"),
        ("~15 km and ~~struck~~ and ==lit==", "~15 km and struck and lit"),
        ("`a*b*c` and \\*stars\\*", "a*b*c and *stars*"),
        ("[text](http://x.y/(z) 'title') and [text][ref]", "text and text"),
        ("![a picture](x.png) [![badge](b)](c)", "a picture badge"),
        ("[[Page]] [[Page|as this]] ![[Embedded]]", "Page as this Embedded"),
        ("<https://a.b/c> <me@a.b> <b>bold</b><br>", "https://a.b/c me@a.b bold"),
        ("AT&amp;T &lt; &#65; &nosuch;", "AT&T < A &nosuch;"),
        ("noted[^1]", "noted"),
        ("[^1]: The note.", "The note."),
        ("[ref]: https://a.b", ""),
        ("> quoted\n> > deeper", "quoted\ndeeper"),
        ("- item\n  1. inner\n- [x] done", "item\ninner\ndone"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a | b \n\n1 | 2 "),
        ("above\n\n***\n\nbelow", "above\n\n\n\nbelow"),
        ("over 30,000 < 45 % > 12", "over 30,000 < 45 % > 12"),
        ("a <!-- hidden\nwords --> b", "a \nb"),
        ("a <!-- never closed", "a <!-- never closed"),
        ("**two\nlines**", "two\nlines"),
    ],
)
def test_markup_goes_and_words_stay(source: str, shown: str) -> None:
    assert plain(source).text == shown


def test_code_stays_as_it_is() -> None:
    source = "```py\n# no heading\na *= b[0](1)\n```\nafter *it*"
    assert plain(source).text == "\n# no heading\na *= b[0](1)\n\nafter it"
    assert plain(source).headings == ()


@pytest.mark.parametrize("fence", ["```", "~~~~", "  ```", "> ```", "    ```"])
def test_a_fence_closes_by_its_like_only(fence: str) -> None:
    source = f"{fence}\n*a*\n``\n~~~\n*b*\n{fence}\n*c*"
    assert plain(source).text.split("\n")[1] == "*a*"
    assert plain(source).text.split("\n")[4] == "*b*"
    assert plain(source).text.split("\n")[6] == "c"


def test_a_fence_that_never_closes_goes_on_to_the_end() -> None:
    assert plain("```\n*a*\n\n# b").text == "\n*a*\n\n# b"


def test_headings_are_found_with_their_lines_and_levels() -> None:
    source = "# One *two* ##\ntext\n\nThree\n===\n\nFour [five](x)\n---\n\n"
    source += "- item\n---\n\n| a |\n---\n\n####### no\n\n#no\n### C#"
    assert plain(source).headings == (
        Heading(0, 1, "One two"),
        Heading(3, 1, "Three"),
        Heading(6, 2, "Four five"),
        Heading(18, 3, "C#"),
    )


def test_lines_of_headings_count_past_code() -> None:
    assert plain("# a\n```\nx\n```\n# b").headings == (Heading(0, 1, "a"), Heading(4, 1, "b"))


fragments = st.lists(
    st.sampled_from(
        [
            "*",
            "_",
            "`",
            "```",
            "~~",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "!",
            "#",
            "-",
            "|",
            "\n",
            " ",
            "a",
            "&amp;",
            "<!--",
            "-->",
            "\\",
        ]
    ),
    max_size=40,
).map("".join)


@given(fragments | st.text())
@settings(max_examples=100, deadline=None)
def test_every_line_keeps_its_number(source: str) -> None:
    assert plain(source).text.count("\n") == source.count("\n")
    assert all(heading.line <= source.count("\n") for heading in plain(source).headings)


BOMBS = [
    *("`", "```\n", "[", "]", "[](", "[[", "![", "[![", "[^", "[](((", "[a]: ", "<", "<a ", "<a@", "<!--", "&#", "\\"),
    *("*", "* a", "**a", "_a", "~~a", "==", "=\n", "a\n", "# ", "#", "-", "- ", "1. ", "|", " |", "> ", " ", "\t"),
]


@pytest.mark.parametrize("piece", BOMBS)
def test_it_takes_bounded_time(piece: str) -> None:
    with bounded():
        plain(piece * (160_000 // len(piece)) + "x")
