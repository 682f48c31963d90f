"""The names of several persons in one string, with the addresses and handles that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.record import record

LONGEST = 2000
"""A longer text is taken for one name."""

# These are compiled when they are first needed: most bylines are one plain name.
_LINK = r"\[(?P<name>[^\[\]]{1,200})\]\((?P<url>[^()\s]{1,500})\)"
_HTML_LINK = r"(?i)<a\s[^<>]{0,200}?href=[\"'](?P<url>[^\"'<>]{1,500})[\"'][^<>]{0,200}>(?P<name>[^<>]{1,200})</a>"
_MAIL = r"[<(]\s?(?:mailto:)?(?P<mail>[^\s<>()@]{1,100}@[^\s<>()@]{1,200})\s?[>)]"
_URL = r"(?i)[<(](?P<url>https?://[^\s<>()]{1,500})[>)]"
_HANDLE = r"[<(]\s?(?P<handle>@[\w.-]{1,60}(?:@[\w.-]{1,100})?)\s?[>)]"
_LIST_END = r"(?i),?\s(?:and|&)\s|\s?&\s"
_ET_AL = r"(?i),?\set\sal\.?$"
_BODY = r"(?i)(?:^the\s|\s(?:of|for|the)\s)"
"""Words that the name of a body has and that of a person has not: an `and` within it parts nobody."""


@record
class WrittenName:
    """One name out of a string, with what stands in brackets behind it."""

    name: str
    email: str | None = None
    url: str | None = None
    handle: str | None = None


def split_names(text: str) -> tuple[str, ...]:
    """Split a byline in one string into persons; where it is not sure to be a list, it stays whole."""
    line = " ".join(text.split())
    line = line[3:] if line[:3].casefold() == "by " else line
    parts = _parts(line) if len(line) <= LONGEST else (line,)
    return tuple(part.strip() for part in parts if part.strip())


def _parts(line: str) -> Iterator[str]:
    """Split a string into persons."""
    if ";" in line:
        yield from line.split(";")
        return
    et_al = re.search(_ET_AL, line) if "al" in line[-4:] else None
    listed = line[: et_al.start()] if et_al else line
    may_join = "&" in listed or " and " in listed.casefold()
    joints = [joint for joint in re.finditer(_LIST_END, listed) if _joins(listed, joint)] if may_join else []
    beside = _has_brackets(listed) and any(
        re.search(pattern, listed) for pattern in (_MAIL, _HANDLE, _LINK, _HTML_LINK)
    )
    begin = 0
    for end, after in [*((joint.start(), joint.end()) for joint in joints), (len(listed), len(listed))]:
        piece = listed[begin:end]
        yield from _at_commas(piece) if joints or beside or et_al else [piece]
        begin = after
    if et_al:
        yield et_al[0].lstrip(", ")


def _has_brackets(text: str) -> bool:
    """Whether anything can stand beside a name: all of it stands in brackets."""
    return any(sign in text for sign in "<([")


def _joins(line: str, joint: re.Match[str]) -> bool:
    """Whether an `and` parts two names: it does not where the name of a body reaches over it."""
    return not any(re.search(_BODY, side) for side in (line[: joint.start()].rpartition(",")[2], line[joint.end() :]))


def _at_commas(piece: str) -> list[str]:
    """Split at commas that stand outside brackets."""
    parts, depth, begin = [], 0, 0
    for place, sign in enumerate(piece):
        depth += (sign in "(<[") - (sign in ")>]")
        if sign == "," and depth <= 0:
            parts.append(piece[begin:place])
            begin = place + 1
    return [*parts, piece[begin:]]


def name_in(part: str) -> WrittenName | None:
    """Read one name with what stands beside it; None where there is nothing to call a name."""
    if not _has_brackets(part):
        return WrittenName(part.strip(" ,")) if part.strip(" ,") else None
    rest, said = part, {}
    for pattern in (_HTML_LINK, _LINK):
        if link := re.search(pattern, rest):
            said["url"] = link["url"]
            rest = rest[: link.start()] + link["name"] + rest[link.end() :]
    for key, pattern in (("mail", _MAIL), ("url", _URL), ("handle", _HANDLE)):
        if found := re.search(pattern, rest):
            said.setdefault(key, found[key])
            rest = rest[: found.start()] + rest[found.end() :]
    url = said.get("url")
    if url and url.startswith("mailto:"):
        said.setdefault("mail", url.removeprefix("mailto:"))
        url = None
    name = " ".join(rest.split()).strip(",").strip()
    name = name or said.get("mail") or said.get("handle") or ""
    return WrittenName(name, said.get("mail"), url, said.get("handle")) if name else None
