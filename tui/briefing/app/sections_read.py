"""Which sections of the open briefing have been read: those of which the end has been on the screen."""

from __future__ import annotations

from collections.abc import Container, Iterable

from briefing.app.reading import Reading


class SectionsRead:
    """Owns the sections that were read, known by their headings, so that they are found again after an edit."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        """Begin with those that were read before, as `kept` gave them."""
        self._read = set(known)

    @property
    def kept(self) -> tuple[str, ...]:
        """What is remembered of them."""
        return tuple(sorted(self._read))

    def take(self, reading: Reading, shown: Container[int]) -> None:
        """Take in that the last rows of these blocks are on the screen, by their offsets."""
        ends = reading.section_ends
        self._read |= {_key(section.slug) for section in reading.sections if ends[section.offset] in shown}

    def unread(self, reading: Reading) -> frozenset[int]:
        """The sections that were not read, by the offsets of their headings."""
        return frozenset(section.offset for section in reading.sections if _key(section.slug) not in self._read)


def _key(slug: str) -> str:
    """What a section is known by."""
    from briefing.library.digest import digest  # noqa: PLC0415  not needed for the first screen
    from briefing.library.edition import LENGTH  # noqa: PLC0415  the same

    return digest(slug)[:LENGTH]
