"""Web and mail addresses that stand bare in a text.

GitHub Flavored Markdown, section 6.9, with the schemes a reader may follow: http, https, mailto. Linear: an address is
one run of characters, looked at once.
"""

from __future__ import annotations

import re

from briefing.model.pattern import pattern

_CJK_SIGNS = "，。、；：！？（）「」『』【】《》〈〉"
_WEB = pattern(rf"(?:https?://|www\.)[^\s<{_CJK_SIGNS}]++", re.IGNORECASE)
_WEB_IN_BRACKETS = pattern(rf"(?:https?://|www\.)[^\s<\[\]{_CJK_SIGNS}]++", re.IGNORECASE)
_DOMAIN = pattern(r"(?:https?://)?([\w.-]{1,255})", re.IGNORECASE)
_ENTITY_AT_END = pattern(r"&[A-Za-z0-9]+;$")
_LOCAL = pattern(r"(?:mailto:)?[A-Za-z0-9.+_-]+$", re.IGNORECASE)
_MAIL_DOMAIN = pattern(r"@[A-Za-z0-9_-]{1,64}+(?:\.[A-Za-z0-9_-]{1,64}+){1,16}")
_LONGEST_LOCAL = 72


def address_start(text: str, least: int, at: int) -> int | None:
    """Where the address begins, not before `least`, whose first `:` or `.` stands at a place."""
    for beginning, sign in (("https", "://"), ("http", "://"), ("www", ".")):
        start = at - len(beginning)
        if start >= least and text.startswith(sign, at) and text[start:at].lower() == beginning:
            return start
    return None


def web_address(text: str, start: int, *, in_brackets: bool) -> int | None:
    """Where the web address that begins at `start` ends; None where there is none."""
    before = text[start - 1] if start else " "
    domain = _DOMAIN.match(text, start)
    if domain is None or before.isalnum() or before in "/.-_":
        return None
    labels = domain.group(1).strip(".").split(".")
    if any("_" in label for label in labels[-2:]) or (text[start] in "wW" and len(labels) < 2):
        return None
    found = (_WEB_IN_BRACKETS if in_brackets else _WEB).match(text, start)
    if found is None:
        return None
    return _without_punctuation(text, start, found.end())


def _without_punctuation(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence it stands in."""
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        sign = text[end - 1]
        if sign in "?!.,:*_~'\"":
            end -= 1
        elif sign == ")" and surplus > 0:
            surplus -= 1
            end -= 1
        elif sign == ";" and (entity := _ENTITY_AT_END.search(text, max(start, end - 40), end)):
            end = entity.start()
        elif sign == ";":
            end -= 1
        else:
            break
    return end


def mail_address(text: str, least: int, at: int) -> tuple[int, int] | None:
    """The range of the mail address around the `@` at a place, beginning at or after `least`."""
    local = _LOCAL.search(text[max(least, at - _LONGEST_LOCAL) : at])
    domain = _MAIL_DOMAIN.match(text, at)
    if local is None or domain is None or domain.group()[-1] in "-_":
        return None
    return at - len(local.group()), domain.end()
