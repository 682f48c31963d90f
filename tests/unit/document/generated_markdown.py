"""Documents that Hypothesis makes: lines that open, close and continue every construct, in any order."""

from __future__ import annotations

from hypothesis import strategies as st
from spec_page import examples

LINES = (
    *(
        "- item",
        "- item\n\n  more of it",
        "* other",
        "1. one",
        "2. two",
        "10) ten",
        "-",
        "- [ ] task",
        "  - nested",
        "+ plus",
    ),
    *("> quoted", "> - item\n>   goes on", "> > deep", ">", "> [!NOTE]\n> mind this", "> [!tip]- Title\n> text"),
    *("words", "   words", "more  ", "hard\\", "# Heading", "===", "---", "***", "", "", "  "),
    *("```\ncode", "```", "~~~", "    indented", "\t- tab", "      six"),
    *("<div>", "</div>", "<!-- hidden", "-->", "<b>x</b>", "<script>", "</script>", "%%"),
    *("| a | b |", "|---|:-:|", "| 1 | 2 |", "[^n]: note", "words[^n]", "    of the note", "[x]: /u", "[x]", "[y][x]"),
    *("::: {.callout-tip}", ":::{note} Title", ":::", "简报应当短小而准确，每个数字", "כל מספר יש מקור", "👩‍👩‍👧 🇩🇪 ❤️"),
)

_COMMONMARK = tuple(example[2] for example in examples("commonmark.jsonl"))

documents = st.one_of(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=25).map("\n".join),
    st.lists(st.sampled_from(_COMMONMARK), min_size=1, max_size=8).map("\n\n".join),
    st.lists(st.sampled_from(_COMMONMARK).map(lambda text: text.rstrip("\n")), min_size=1, max_size=8).map("\n".join),
)
