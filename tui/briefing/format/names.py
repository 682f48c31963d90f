"""The names of several persons in one string, with the addresses and handles that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.record import record

LONGEST = 2000
"""A longer text is taken for one name."""

_BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
_LINK = re.compile(r"\[(?P<name>[^\[\]]{1,200})\]\((?P<url>[^()\s]{1,500})\)")
_HTML_LINK = re.compile(
    r"<a\s[^<>]{0,200}?href=[\"'](?P<url>[^\"'<>]{1,500})[\"'][^<>]{0,200}>(?P<name>[^<>]{1,200})</a>", re.IGNORECASE
)
_MAIL = re.compile(r"[<(]\s?(?:mailto:)?(?P<mail>[^\s<>()@]{1,100}@[^\s<>()@]{1,200})\s?[>)]")
_URL = re.compile(r"[<(](?P<url>https?://[^\s<>()]{1,500})[>)]", re.IGNORECASE)
_HANDLE = re.compile(r"[<(]\s?(?P<handle>@[\w.-]{1,60}(?:@[\w.-]{1,100})?)\s?[>)]")
_LIST_END = re.compile(r",?\s+(?:and|&)\s+|\s*&\s+", re.IGNORECASE)
_ET_AL = re.compile(r",?\s+et\s+al\.?$", re.IGNORECASE)
_BODY = re.compile(r"(?:^the\s|\s(?:of|for|the)\s)", re.IGNORECASE)
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
    line = " ".join(_BY.sub("", text.strip(), count=1).split())
    parts = _parts(line) if len(line) <= LONGEST else (line,)
    return tuple(part.strip() for part in parts if part.strip())


def _parts(line: str) -> Iterator[str]:
    """Split a string into persons."""
    if ";" in line:
        yield from line.split(";")
        return
    et_al = _ET_AL.search(line)
    listed = line[: et_al.start()] if et_al else line
    joints = [joint for joint in _LIST_END.finditer(listed) if _joins(listed, joint)]
    beside = any(pattern.search(listed) for pattern in (_MAIL, _HANDLE, _LINK, _HTML_LINK))
    begin = 0
    for end, after in [*((joint.start(), joint.end()) for joint in joints), (len(listed), len(listed))]:
        piece = listed[begin:end]
        yield from _at_commas(piece) if joints or beside or et_al else [piece]
        begin = after
    if et_al:
        yield et_al[0].lstrip(", ")


def _joins(line: str, joint: re.Match[str]) -> bool:
    """Whether an `and` parts two names: it does not where the name of a body reaches over it."""
    return not _BODY.search(line[: joint.start()].rpartition(",")[2]) and not _BODY.search(line[joint.end() :])


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
    rest, said = part, {}
    for pattern in (_HTML_LINK, _LINK):
        if link := pattern.search(rest):
            said["url"] = link["url"]
            rest = rest[: link.start()] + link["name"] + rest[link.end() :]
    for key, pattern in (("mail", _MAIL), ("url", _URL), ("handle", _HANDLE)):
        if found := pattern.search(rest):
            said.setdefault(key, found[key])
            rest = rest[: found.start()] + rest[found.end() :]
    url = said.get("url")
    if url and url.startswith("mailto:"):
        said.setdefault("mail", url.removeprefix("mailto:"))
        url = None
    name = " ".join(rest.split()).strip(",").strip()
    name = name or said.get("mail") or said.get("handle") or ""
    return WrittenName(name, said.get("mail"), url, said.get("handle")) if name else None
