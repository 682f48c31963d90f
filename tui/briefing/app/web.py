"""Addresses outside the library: which of them may be opened, and what a reader must see of one before it is."""

from __future__ import annotations

from unicodedata import category, normalize
from urllib.parse import SplitResult, quote, urlsplit

from briefing.model.errors import Refusal
from briefing.model.pattern import pattern
from briefing.model.record import record
from briefing.model.text import shown_line

SCHEMES = ("http", "https", "mailto")
"""What is opened; everything else may start a program with words of the author's choice."""
LONGEST = 8000
"""Characters of an address; RFC 9110, section 4.1, recommends that 8,000 be supported."""

_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]*+):")
_ASCII_HOST = pattern(r"[a-z0-9_-]++(?:\.[a-z0-9_-]++)*+\.?|\[[0-9a-f:.]++\]")
_LABEL_AT_MOST = 63
_ATTACHING = {"attach", "attachment"}
"""Fields of a mail by which a link could send the reader's own files (RFC 6068, section 7)."""
_FULL_STOPS = pattern("[\u3002\uff0e\uff61]")
"""Other full stops that part the labels of a host (RFC 3490, section 3.1)."""
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"
"""Characters of an address that stand for themselves; all others are given to the browser in percent signs."""


@record
class WebAddress:
    """An address that may be opened when the reader says so."""

    shown: str
    """The whole of it, its host as it is asked for: punycode stays punycode, and other letters become it."""
    host: str
    """Who is asked: the real host; of a mail, to whom it goes."""
    asked: str
    """What the browser is given: the same in ASCII."""
    remark: str = ""
    """What might deceive about the host, in a sentence."""


def web_address(text: str) -> WebAddress:
    """Read an address that may be opened.

    Raises:
        Refusal: it may not, with the reason in a sentence.
    """
    text = text.strip(" ")
    _check_characters(text)
    scheme = _SCHEME.match(text)
    if scheme is None:
        raise Refusal(f"“{_clipped(text)}” is no address of the web: it begins with none of http:, https:, mailto:")
    if scheme[1].lower() not in SCHEMES:
        raise Refusal(f"Only http:, https: and mailto: are opened, not {scheme[1]}:")
    return _mail(text) if scheme[1].lower() == "mailto" else _web(text)


def _check_characters(text: str) -> None:
    """Refuse what could be read as an option, as another address, or not be read at all."""
    if text.startswith("-"):
        raise Refusal("An address that begins with - is not opened: a browser would take it for an option")
    if len(text) > LONGEST:
        raise Refusal(f"The address has {len(text):,} characters; at most {LONGEST:,} are opened")
    if any(category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in text) or shown_line(text) != text:
        raise Refusal("The address holds characters that cannot be seen; it is not opened")
    if "\\" in text:
        raise Refusal("The address holds a \\, which programs read in different ways; it is not opened")


def _web(text: str) -> WebAddress:
    """Read an address of http or https (RFC 3986)."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise Refusal(f"“{_clipped(text)}” is no address that can be read") from None
    if not parts.hostname:
        raise Refusal(f"“{_clipped(text)}” names no host")
    host = _host(parts)
    place = f"{host}:{port}" if port is not None else host
    user = parts.netloc.rpartition("@")[0]
    rest = text.partition("//")[2][len(parts.netloc) :]
    shown = f"{parts.scheme}://{user}{'@' * bool(user)}{place}{rest}"
    return WebAddress(shown, place, quote(shown, safe=_KEPT), _remark(user, parts.hostname, host))


def _host(parts: SplitResult) -> str:
    """The host as it is asked for: in ASCII, other letters as punycode.

    Labels are mapped as browsers do it (UTS 46, without transition) and encoded (RFC 3492).

    Raises:
        Refusal: there can be no such host.
    """
    hostname = parts.hostname or ""
    bracketed = "[" in parts.netloc
    host = f"[{hostname}]" if bracketed else ".".join(map(_label, _FULL_STOPS.sub(".", hostname).split(".")))
    if not _ASCII_HOST.fullmatch(host):
        raise Refusal(f"“{_clipped(hostname)}” cannot be the name of a host")
    return host


def _label(label: str) -> str:
    """One label of a host in ASCII; what cannot be one stays as it is, and is refused with the whole."""
    mapped = normalize("NFKC", normalize("NFKC", label).lower())
    if mapped.isascii():
        return mapped
    if not all(category(char)[0] in "LMN" or char == "-" for char in mapped):
        return label
    encoded = "xn--" + mapped.encode("punycode").decode("ascii")
    return encoded if len(encoded) <= _LABEL_AT_MOST else label


def _remark(user: str, written: str, host: str) -> str:
    """What might deceive about a host: words before it that look like one, letters that look like others."""
    if user:
        return f"“{user}@” only looks like the host; it is a name that is sent along"
    if not written.isascii():
        return f"written with other letters than a to z: “{written}”"
    if any(label.startswith("xn--") for label in host.split(".")):
        return "xn-- stands for letters other than a to z"
    return ""


def _mail(text: str) -> WebAddress:
    """Read an address of mail (RFC 6068)."""
    to, _, fields = text.partition(":")[2].partition("?")
    if "@" not in to or to.startswith("-"):
        raise Refusal(f"“{_clipped(text)}” names nobody to write to")
    if any(field.partition("=")[0].lower() in _ATTACHING for field in fields.split("&")):
        raise Refusal("A mail with a file attached by a link is not opened")
    return WebAddress(text, to, quote(text, safe=_KEPT))


def _clipped(text: str) -> str:
    """The beginning of an address, to name it in a sentence."""
    text = shown_line(text)
    return text if len(text) <= 80 else text[:79] + "…"
