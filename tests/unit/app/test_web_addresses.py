"""Addresses that lead out: what is opened, what is refused, and that the real host is what is shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.app.web import web_address
from briefing.model.errors import Refusal
from briefing.model.text import shown_line

HOSTS = {
    "https://example.org/a?b#c": "example.org",
    "HTTP://EXAMPLE.ORG/Path": "example.org",
    "http://good.example@evil.example/": "evil.example",
    "https://good.example:443@evil.example:8080/": "evil.example:8080",
    "http://good.example?@evil.example": "good.example",
    "http://good.example#@evil.example": "good.example",
    "http://a@b@c.example/": "c.example",
    "http://xn--pple-43d.com/": "xn--pple-43d.com",
    "http://аpple.com/": "xn--pple-43d.com",
    "https://straße.example/": "xn--strae-oqa.example",
    "http://例え.jp/": "xn--r8jz45g.jp",
    "http://ｅxample。org/": "example.org",
    "http://[::1]:8080/": "[::1]:8080",
    "http://2130706433/": "2130706433",
    "mailto:a@example.org?subject=hi": "a@example.org",
}
"""Addresses, and whom they really ask; the forms of other letters are those that browsers make (UTS 46)."""

REFUSED = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>",
    "file:///etc/passwd",
    "smb://host/share",
    "ssh://-oProxyCommand=x",
    "vbscript:x",
    "--help",
    "-x https://example.org",
    "//example.org/",
    "www.example.org",
    "example.org",
    "",
    "http:example.org",
    "http:///example.org",
    "http://",
    "http://good.example\\@evil.example/",
    "http://ex%61mple.org/",
    "http://example..org/",
    "http://exam\u200bple.org/",
    "http://exa\u00admple.org/",
    "http://example.org/\u202egpj",
    "http://example.org\n.evil.example/",
    "http://example.org/\x1b]52;c;AA\x07",
    "http://example.org:99999/",
    "http://[::1/",
    "http://good.example\u2044path.evil.example/",
    "http://example.org/" + "a" * 8000,
    "mailto:",
    "mailto:nobody",
    "mailto:-oX@example.org",
    "mailto:a@example.org?attach=/etc/passwd",
    "mailto:a@example.org?subject=hi&Attachment=/etc/passwd",
]


@pytest.mark.parametrize(("written", "host"), HOSTS.items())
def test_the_real_host_is_named(written: str, host: str) -> None:
    assert web_address(written).host == host


@pytest.mark.parametrize("written", REFUSED)
def test_what_could_start_something_else_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(Refusal) as refused:
        web_address(written)
    sentence = str(refused.value)
    assert len(sentence) < 200
    assert shown_line(sentence) == sentence


def test_a_leading_dash_is_refused_for_what_it_is() -> None:
    with pytest.raises(Refusal, match="option"):
        web_address("--help")


@pytest.mark.parametrize("written", [it for it in HOSTS if not it.startswith("mailto")])
def test_what_is_shown_is_what_is_opened_with_the_host_in_it(written: str) -> None:
    address = web_address(written)
    assert address.host in address.shown
    assert address.asked.isascii()
    assert web_address(address.asked).host == address.host


def test_all_of_an_address_is_shown() -> None:
    assert web_address("https://example.org/a/?q=1&r=#x").shown == "https://example.org/a/?q=1&r=#x"
    assert web_address("https://example.org/?").shown == "https://example.org/?"


def test_characters_beyond_ascii_are_shown_and_asked_for_in_percent_signs() -> None:
    address = web_address("https://example.org/ä b")
    assert (address.shown, address.asked) == ("https://example.org/ä b", "https://example.org/%C3%A4%20b")


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        ("https://example.org/", ""),
        ("http://good.example@evil.example/", "only looks like the host"),
        ("http://аpple.com/", "“аpple.com”"),
        ("http://xn--pple-43d.com/", "xn--"),
    ],
)
def test_what_may_deceive_about_the_host_is_said(written: str, remark: str) -> None:
    assert remark in web_address(written).remark
    assert bool(web_address(written).remark) == bool(remark)


@given(st.text(max_size=40), st.sampled_from(["http://", "https://a@", "mailto:", "", "http://[", "-"]))
@settings(max_examples=100, deadline=None)
def test_any_text_is_an_address_or_refused(text: str, before: str) -> None:
    try:
        address = web_address(before + text)
    except Refusal:
        return
    assert address.asked.startswith(("http://", "https://", "mailto:", "MAILTO:"))
    assert address.asked.isascii()
    assert address.asked.isprintable()
