"""The query language is read into a tree; what cannot be meant is a mistake with its place, and nothing raises."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library.query import DEEPEST, LONGEST, MOST_TOKENS, parse_query
from briefing.library.query_tree import (
    And,
    Compare,
    CompareFigure,
    Days,
    Has,
    Is,
    Node,
    Not,
    Or,
    Query,
    Sign,
    State,
    TextField,
    Words,
)

TODAY = date(2025, 7, 8)


def word(text: str, *, prefix: bool = False, within: TextField | None = None) -> Words:
    return Words((text.lower(),), text, prefix=prefix, within=within)


A, B, C = word("a"), word("b"), word("c")


def parsed(text: str, *, typing: bool = False) -> Query:
    return parse_query(text, typing=typing, today=TODAY)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("   ", None),
        ("A", word("A")),
        ("a b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a or b", And((A, word("or"), B))),
        ("ORACLE", word("ORACLE")),
        ("-a", Not(A)),
        ("a -b", And((A, Not(B)))),
        ("-(a b) c", And((Not(And((A, B))), C))),
        ("pre*", Words(("pre",), "pre*", prefix=True)),
        ('"a b"', Words(("a", "b"), "a b", quoted=True)),
        ("“a b”", Words(("a", "b"), "a b", quoted=True)),
        ("well-known", Words(("well", "known"), "well-known")),
        ("框架", Words(("框", "架"), "框架")),
        ("https://a.b/c", Words(("https", "a", "b", "c"), "https://a.b/c")),
        ("12:30", Words(("12", "30"), "12:30")),
    ],
)
def test_words_are_joined(text: str, tree: Node | None) -> None:
    assert parsed(text) == Query(text, tree)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("title:a", word("a", within=TextField.TITLE)),
        ("author:a", word("a", within=TextField.BYLINE)),
        ("in:a b", And((word("a", within=TextField.SECTION), B))),
        ('by:"a b"', Words(("a", "b"), "a b", quoted=True, within=TextField.BYLINE)),
        ("-tag:a", Not(word("a", within=TextField.TOPIC))),
        ("has:Key-Figures", Has("key_figures")),
        ("is:unread", Is(State.UNREAD)),
        ("is:MARKED", Is(State.MARKED)),
        ("status:draft", Compare("status", Sign.IS, "draft", ("draft",))),
        ("reviewStatus:a", Compare("review_status", Sign.IS, "a", ("a",))),
        ("a.b-c:d", Compare("a.b_c", Sign.IS, "d", ("d",))),
        ("number>3", Compare("number", Sign.OVER, "3", number=Decimal(3))),
        ("number:>=1,500", Compare("number", Sign.FROM, "1,500", number=Decimal(1500))),
        ("number<-1.5", Compare("number", Sign.UNDER, "-1.5", number=Decimal("-1.5"))),
        ("figure:troops", CompareFigure(("troops",))),
        ("figure:troops>10,000", CompareFigure(("troops",), Sign.OVER, Decimal(10000))),
        ("figure:troops~>=12k", CompareFigure(("troops",), Sign.FROM, Decimal(12000), possible=True)),
        ('figure:"front line"<3bn', CompareFigure(("front", "line"), Sign.UNDER, Decimal(3 * 10**9))),
        ("figure:>5", CompareFigure((), Sign.OVER, Decimal(5))),
    ],
)
def test_fields_are_compared(text: str, tree: Node) -> None:
    assert parsed(text) == Query(text, tree)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("2025-7-8", TODAY, TODAY),
        ("-7d", date(2025, 7, 1), TODAY),
        ("-2w", date(2025, 6, 24), TODAY),
        ("-1m", date(2025, 6, 8), TODAY),
        ("-1y", date(2024, 7, 8), TODAY),
        ("-9999y", date(1, 1, 1), TODAY),
        ("today", TODAY, TODAY),
        ("yesterday", date(2025, 7, 7), date(2025, 7, 7)),
        ("2025-01..2025-03", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025-01..", date(2025, 1, 1), None),
        ("..2025-01", None, date(2025, 1, 31)),
    ],
)
def test_a_value_may_be_days(value: str, first: date | None, last: date | None) -> None:
    tree = parsed(f"date:{value}").tree
    assert isinstance(tree, Compare)
    assert tree.days == Days(first, last)


@pytest.mark.parametrize("value", ["2025-13", "2025-02-30", "0000", "..", "1..2", "-7"])
def test_what_is_no_date_is_not_read_as_one(value: str) -> None:
    tree = parsed(f"date:x{value}").tree or parsed(f"date:{value}").tree
    assert not isinstance(tree, Compare) or tree.days is None


@pytest.mark.parametrize(
    ("text", "start", "end", "message"),
    [
        ("a ++ b", 2, 4, "'++' has no letter or digit to look for"),
        ('""', 0, 2, "'' has no letter or digit to look for"),
        ("a OR", 2, 4, "OR needs words on both sides"),
        ("OR a", 0, 2, "OR needs words on both sides"),
        ("a)", 1, 2, "no parenthesis is open here"),
        ("(a", 0, 1, "this parenthesis is not closed"),
        ("()", 0, 1, "there is nothing in these parentheses"),
        ("title: a", 0, 6, "title: needs a value directly after it; or write it in quotation marks"),
        ("is:new", 0, 6, "is:new is unknown; there are unread, read, changed, marked"),
        ("date>soon", 0, 9, "'soon' is neither a number nor a date such as 2025-06 or -7d"),
        ("figure:troops>many", 0, 18, "'many' is not a number"),
        ("figure>3", 0, 8, "name what is counted first: figure:troops>3"),
        ("number~>3", 0, 9, "~> is for figures: figure:troops~>3"),
        ('tag:"a"b', 7, 8, "a blank is missing before this"),
    ],
)
def test_a_mistake_has_a_place_and_says_what_to_write(text: str, start: int, end: int, message: str) -> None:
    query = parsed(text)
    assert query.tree is None
    assert [(one.start, one.end) for one in query.mistakes][:1] == [(start, end)]
    assert message in query.mistakes[0].message


def test_several_mistakes_are_told_in_order() -> None:
    assert [one.start for one in parsed("is:x ++ )").mistakes] == [0, 5, 8]


@pytest.mark.parametrize(
    ("text", "prefix"),
    [("a b", True), ("a b ", False), ('"a b', True), ('"a b"', False), ("title:b", True), ("(a OR b", True)],
)
def test_the_last_word_goes_on_while_it_is_being_typed(text: str, *, prefix: bool) -> None:
    assert ("prefix=True" in repr(parsed(text, typing=True).tree)) == prefix
    assert "prefix=True" not in repr(parsed(text.strip().lstrip("("), typing=False).tree)


def test_a_query_is_bounded() -> None:
    assert parsed("a" * (LONGEST + 1)).mistakes
    assert parsed("a " * (MOST_TOKENS + 1)).mistakes
    assert parsed("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1)).mistakes
    assert parsed("(" * DEEPEST + "a" + ")" * DEEPEST).tree == A


queries = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            ["a", "OR", "(", ")", "-", '"', "title:", "figure:", "x>", "~", "3", "is:", "date:", "..", "*", "框", " "]
        ),
        max_size=12,
    ).map("".join),
)


@given(queries, st.booleans())
@settings(max_examples=100, deadline=None)
def test_any_text_gives_a_tree_or_mistakes_inside_it(text: str, typing: bool) -> None:
    query = parsed(text, typing=typing)
    assert query.tree is None or not query.mistakes
    assert all(0 <= mistake.start <= mistake.end <= len(text) and mistake.message for mistake in query.mistakes)
    assert query.tree is not None or query.mistakes or typing or not text.strip()


@pytest.mark.parametrize("text", ["tag:", "a tag:", "date>=", "-", "a -", "a OR", "(", "(a OR"])
def test_what_may_still_be_typed_is_no_mistake_yet(text: str) -> None:
    assert not parsed(text, typing=True).mistakes
    assert parsed(text).mistakes
