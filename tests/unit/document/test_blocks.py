"""What briefings write beyond CommonMark, block by block."""

from __future__ import annotations

import pytest

from briefing.document.block import Block, BlockKind, ContainerKind, Role
from briefing.document.document import Document


def blocks(text: str) -> list[Block]:
    return list(Document(text))


def marked(text: str, role: Role) -> list[tuple[str, str | None]]:
    """The words in a role, with where they lead."""
    return [(b.text[s.start : s.end], s.target) for b in blocks(text) for s in b.spans if s.role is role]


@pytest.mark.parametrize(
    ("text", "word", "title"),
    [
        ("> [!NOTE]\n> words", "Note", "Note"),
        ("> [!note]\n> words", "Note", "Note"),
        ("> [!ASSESSMENT]\n> words", "Assessment", "Assessment"),
        ("> [!tip]- A *folded* title\n> words", "Tip", "Tip: A folded title"),
        ("> [!tldr]\n> words", "Summary", "Summary"),
        ("::: {.callout-warning}\nwords\n:::", "Warning", "Warning"),
        (':::: {.callout-note title="Mind this"}\nwords\n::::', "Note", "Note: Mind this"),
        (":::{seealso} There\nwords\n:::", "See also", "See also: There"),
    ],
)
def test_an_alert_or_callout_is_named_by_its_word(text: str, word: str, title: str) -> None:
    named, words, *rest = blocks(text)
    assert (named.text, named.spans[0].role, words.text, rest) == (title, Role.ALERT, "words", [])
    assert [one.kind for one in words.containers] == [ContainerKind.ALERT]
    assert words.containers[0].marker == word
    assert words.gap == 0


def test_an_unknown_word_in_brackets_leaves_a_quote_a_quote() -> None:
    (block,) = blocks("> [!UNHEARD]\n> words")
    assert block.containers[0].kind is ContainerKind.QUOTE
    assert block.text == "[!UNHEARD] words"


def test_a_callout_ends_with_its_colons_and_other_colons_are_text() -> None:
    named, inside, after, colons = blocks("::: {.callout-note}\nin\n\n:::\nafter\n\n::: {.column}")
    assert [len(block.containers) for block in (named, inside, after, colons)] == [1, 1, 0, 0]
    assert colons.text == "::: {.column}"


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        ("[[Sudan 12]]", "Sudan 12", "[[Sudan 12]]"),
        ("[[Sudan 12|the twelfth]]", "the twelfth", "[[Sudan 12]]"),
        ("[[Sudan 12#Needs]]", "Sudan 12#Needs", "[[Sudan 12#Needs]]"),
        ("[over 30,000](#fig-troops)", "over 30,000", "#fig-troops"),
        ("see https://example.org/a_b_(c), then", "https://example.org/a_b_(c)", "https://example.org/a_b_(c)"),
        ("at www.example.org.", "www.example.org", "http://www.example.org"),
        ("见https://example.org/a，然后", None, None),
        ("to a.b@example.org!", "a.b@example.org", "mailto:a.b@example.org"),
        ('<a href="/x">there</a>', "there", "/x"),
    ],
)
def test_links_keep_their_target_as_it_is_written(text: str, shown: str | None, target: str | None) -> None:
    assert marked(text, Role.LINK) == ([] if shown is None else [(shown, target)])


def test_a_wikilink_gives_way_to_a_defined_label() -> None:
    assert [block.text for block in blocks("[[foo]]\n\n[foo]: /u")] == ["[foo]"]


@pytest.mark.parametrize(
    ("text", "role", "words", "whole"),
    [
        ("a ==b c== d", Role.HIGHLIGHT, "b c", "a b c d"),
        ("a ~b~ ~~c~~", Role.STRIKE, "b", "a b c"),
        ("press <kbd>q</kbd>", Role.KEY, "q", "press q"),
        ("H<sub>2</sub>O", Role.SUBSCRIPT, "₂", "H₂O"),
        ("10<sup>6</sup>", Role.SUPERSCRIPT, "⁶", "10⁶"),
        ("e<sup>x+y</sup>", Role.SUPERSCRIPT, "^(x+y)", "e^(x+y)"),
        ("1<sup>st</sup>", Role.SUPERSCRIPT, "st", "1st"),
        ("(TLP:AMBER+STRICT) words", Role.BANNER, "(TLP:AMBER+STRICT)", "(TLP:AMBER+STRICT) words"),
        ("(U) words", Role.BANNER, "(U)", "(U) words"),
        ("{{< shortcode >}} words", Role.DIM, "{{< shortcode >}}", "{{< shortcode >}} words"),
        ("{% liquid %} words", Role.DIM, "{% liquid %}", "{% liquid %} words"),
        ("a <i-tag b> c", Role.HTML, "<i-tag b>", "a <i-tag b> c"),
        ("a <sub> b", Role.HTML, "<sub>", "a <sub> b"),
    ],
)
def test_what_tools_write_inside_a_line_has_its_role(text: str, role: Role, words: str, whole: str) -> None:
    (block,) = blocks(text)
    assert block.text == whole
    assert words in [shown for shown, _ in marked(text, role)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a <!-- hidden --> b", ["a  b"]),
        ("<!-- hidden\n\nstill -->\n\nb", ["b"]),
        ("%%hidden%% b", [" b"]),
        ("%%\nhidden\n\nstill\n%%\nb", ["b"]),
        ("%%\nnever closed", ["%% never closed"]),
        ("<!-- never closed", ["<!-- never closed"]),
        ("100%% sure, 50%% not", ["100%% sure, 50%% not"]),
        ("a == b == c", ["a == b == c"]),
        ("a<br>b", ["a\nb"]),
        ("(Ukraine) words", ["(Ukraine) words"]),
        ("<details>\n<summary>More *here*</summary>\n\nwords\n\n</details>", ["More here", "words"]),
    ],
)
def test_comments_are_hidden_and_nothing_else_is(text: str, shown: list[str]) -> None:
    assert [block.text for block in blocks(text)] == shown


def test_a_paragraph_that_is_only_an_image_is_that_image_with_its_caption() -> None:
    image, inline, nameless = blocks('![the *words*](a.png "Its caption")\n\nsee ![this](b.png)\n\n![](c.png)')
    assert (image.kind, image.text) == (BlockKind.IMAGE, "the words\nIts caption")
    assert [span.role for span in image.spans] == [Role.IMAGE, Role.CAPTION]
    assert (inline.kind, inline.text, inline.spans[0].role) == (BlockKind.PARAGRAPH, "see this", Role.IMAGE)
    assert (nameless.kind, nameless.text, nameless.spans[0].target) == (BlockKind.IMAGE, "", "c.png")


def test_gaps_inside_lists_are_as_written() -> None:
    text = "before\n- a\n- b\n\n- c\n\n  more\n  - d\n- e\n\nafter"
    assert [(block.text, block.gap) for block in blocks(text)] == [
        ("before", 0),
        ("a", 1),
        ("b", 0),
        ("c", 1),
        ("more", 1),
        ("d", 0),
        ("e", 0),
        ("after", 1),
    ]


def test_text_has_passed_the_character_policy_and_holds_no_tabs() -> None:
    text = "a\x1b[31m b&#x202e;c <http://x/\x9b> `d\te`\n\n```\nf\tg\x07\n```\n\n| h\x00 |\n|---|\n| i\tj |"
    for block in blocks(text):
        assert all(one == "\n" or one.isprintable() for one in block.text), block.text
    assert "<U+202E>" in blocks(text)[0].text


def test_chinese_lines_are_joined_without_a_space() -> None:
    assert [block.text for block in blocks("每个数字都\n要注明**出处**与\n来源 and\nmore")] == [
        "每个数字都要注明出处与来源 and more"
    ]


def test_nesting_to_depth_100_is_kept_and_past_the_limit_said() -> None:
    deep = "> " * 100 + "words"
    (block,) = blocks(deep)
    assert len(block.containers) == 100
    notice, block = blocks("> " * 300 + "words")
    assert notice.kind is BlockKind.NOTICE
    assert block.text == "> " * 50 + "words"
