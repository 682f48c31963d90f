"""The byline: who wrote it, from one string up to the persons of Quarto, MyST and CSL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from briefing.format import node
from briefing.format.affiliations import affiliations_of
from briefing.format.keys import fold, is_absent, is_known
from briefing.format.names import name_in, split_names
from briefing.format.node import Node, Scalar
from briefing.format.reading import Here, Reading, Taken, listed, text_of
from briefing.format.wording import clipped
from briefing.model.briefing import Person

PERSON: Mapping[str, Sequence[str]] = {
    "name": ("literal", "full_name", "display_name", "text"),
    "given": ("given_name", "given_names", "first_name", "first"),
    "particle": ("non_dropping_particle", "dropping_particle"),
    "family": ("family_name", "last_name", "surname", "last"),
    "suffix": (),
    "bio": ("biography", "about", "description"),
    "role": ("roles", "job_title", "title", "position"),
    "organization": ("org", "affiliation", "affiliations", "institution", "company", "publisher"),
    "email": ("mail", "e_mail"),
    "url": ("website", "homepage", "link", "web"),
    "orcid": (),
    "social": ("socials", "profiles"),
    "image": ("photo", "avatar", "picture", "portrait"),
    "note": (),
}
"""Keys of a person with their aliases, the more telling first."""
_NETWORKS = ("twitter", "x", "mastodon", "bluesky", "github", "linkedin", "facebook", "instagram", "threads", "youtube")
"""Keys of a person that are accounts elsewhere."""
_NAME_PARTS = ("given", "particle", "family", "suffix")
_SIBLINGS = {
    "bio": "author_bio",
    "role": "author_role",
    "title": "author_title",
    "url": "author_url",
    "image": "author_image",
}
"""Keys at the top that belong to a single author."""
_ORCID = r"(?:https?://)?(?:www\.)?(?:orcid\.org/)?(?P<id>[0-9Xx -]+)/?"


def read_byline(value: Node, here: Here, reading: Reading) -> tuple[Person, ...] | None:
    """Read who wrote it."""
    people = reading.each(_items(value, here), here, _one)
    if len(people) == 1:
        people = (_with_siblings(people[0], here, reading),)
    return people or None


def _items(value: Node, here: Here) -> Iterator[tuple[Here, Node]]:
    """Give each person of a byline by itself, whichever form it has: names in one string are parted."""
    if isinstance(value, Scalar):
        parts = split_names(text_of(value) or "")
        yield from ((here, Scalar(part, value.at)) for part in parts)
    elif isinstance(value, node.Mapping):
        inner = [(here.key(entry.key.text), entry.value) for entry in value] if _is_by_key(value) else [(here, value)]
        yield from inner
    else:
        for at, item in listed(value, here):
            yield from _items(item, at)


def _one(value: Node, here: Here, reading: Reading) -> Person | None:
    """Read one person, from a name or from the long form."""
    if isinstance(value, node.Mapping):
        return _person(value, here, reading)
    written = name_in(text_of(value) or "")
    if written is None:
        return None
    social = {"handle": written.handle} if written.handle else {}
    return Person(written.name, email=written.email, url=written.url, social=MappingProxyType(social))


def _is_by_key(value: node.Mapping) -> bool:
    """Whether a mapping holds a person under each of its keys."""
    return bool(value.entries) and all(
        isinstance(entry.value, node.Mapping) and not is_known(fold(entry.key.text), PERSON) for entry in value
    )


def _person(value: node.Mapping, here: Here, reading: Reading) -> Person | None:
    """Read the long form of a person."""
    taken = reading.parts(value, here, PERSON, _NETWORKS)
    name = _name(taken, reading)
    if not name:
        reading.fault("byline-name", "no name", here, value)
        reading.keep(here, value)
        return None
    note = reading.text(*taken.of("note"))
    bio = _paragraphs(*taken.of("bio"), reading)
    return Person(
        name,
        role=", ".join(_texts(*taken.of("role"), reading)) or None,
        organization=affiliations_of(*taken.of("organization"), reading),
        bio=bio or note,
        email=reading.text(*taken.of("email")),
        url=reading.text(*taken.of("url")),
        orcid=_orcid(*taken.of("orcid"), reading),
        social=_social(taken, reading),
        image=reading.text(*taken.of("image")),
        note=note if bio else None,
    )


def _name(taken: Taken, reading: Reading) -> str | None:
    """Read a person's name: one text, or the parts that CSL and Quarto know."""
    stated, at = taken.of("name")
    if isinstance(stated, node.Mapping):
        return _name(reading.parts(stated, at, PERSON), reading)
    if stated is not None:
        return reading.text(stated, at)
    words = [_texts(*taken.of(part), reading) for part in _NAME_PARTS]
    return " ".join(word for texts in words for word in texts) or None


def _texts(value: Node | None, here: Here, reading: Reading) -> tuple[str, ...]:
    """Read texts of which some may be mappings with a name, as roles are in MyST."""
    if isinstance(value, node.Sequence):
        return tuple(text for index, item in enumerate(value.items) for text in _texts(item, here.item(index), reading))
    if isinstance(value, node.Mapping):
        said = {fold(entry.key.text): text_of(entry.value) for entry in value}
        name = said.get("name") or said.get("role") or said.get("type")
        if name is None:
            reading.keep(here, value)
        return (name,) if name else ()
    return reading.texts(value, here)


def _paragraphs(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read a bio, of which a list holds the paragraphs."""
    return "\n\n".join(reading.texts(value, here)) or None


def _orcid(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read an ORCID: sixteen digits, of which the last proves the others (ISO 7064, MOD 11-2)."""
    text = reading.text(value, here)
    if value is None or text is None:
        return None
    match = re.fullmatch(_ORCID, text)
    digits = re.sub("[ -]", "", match["id"]).upper() if match else ""
    if len(digits) == 16 and digits[:15].isdigit() and digits[15] == _check_digit(digits):
        return "-".join(digits[place : place + 4] for place in range(0, 16, 4))
    if len(digits) == 16:
        message = f'"{clipped(text)}" is mistyped: its last digit does not prove the others'
    elif digits:
        message = f'"{clipped(text)}" has {len(digits)} digits, an ORCID has 16'
    else:
        message = f'"{clipped(text)}" is no ORCID; it has 16 digits, as in 0000-0002-1825-0097'
    reading.fault("byline-orcid", message, here, value)
    reading.keep(here, value)
    return None


def _check_digit(digits: str) -> str:
    """Compute the last digit of an ORCID from the first fifteen."""
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2 if digit.isdigit() else total
    remainder = (12 - total % 11) % 11
    return "X" if remainder == 10 else str(remainder)


def _social(taken: Taken, reading: Reading) -> Mapping[str, str]:
    """Read a person's accounts, from their mapping and from keys of the person itself."""
    accounts: dict[str, str] = {}
    stated, at = taken.of("social")
    if isinstance(stated, node.Mapping):
        for entry in stated:
            if account := reading.text(entry.value, at.key(entry.key.text)):
                accounts[entry.key.text] = account
    elif texts := reading.texts(stated, at):
        accounts["social"] = ", ".join(texts)
    for entry in taken.parts.rest:
        if fold(entry.key.text) in _NETWORKS and not is_absent(entry.value):
            account = reading.text(entry.value, taken.here.key(entry.key.text))
            if account:
                accounts.setdefault(entry.key.text, account)
    return MappingProxyType(accounts)


def _with_siblings(person: Person, here: Here, reading: Reading) -> Person:
    """Complete the only author from keys at the top, as `author_bio`."""
    said: dict[str, str] = {}
    for key, name in _SIBLINGS.items():
        attribute = "role" if key == "title" else key
        if attribute in said or getattr(person, attribute):
            continue
        entry = reading.sibling(name)
        if entry is None:
            continue
        at = Here(f"{here.path}[0].{attribute}", entry.key.text)
        text = _paragraphs(entry.value, at, reading) if key == "bio" else reading.text(entry.value, at)
        if text:
            said[attribute] = text
            reading.place(at, entry.value)
    return replace(
        person,
        bio=said.get("bio", person.bio),
        role=said.get("role", person.role),
        url=said.get("url", person.url),
        image=said.get("image", person.image),
    )


def names_of(value: Node | None, here: Here, reading: Reading) -> str | None:
    """Read the names of persons or bodies as one text, from text or from the forms of a byline."""
    if value is None or is_absent(value):
        return None
    if isinstance(value, Scalar):
        return text_of(value)
    return "; ".join(person.name for person in reading.each(_items(value, here), here, _one)) or None
