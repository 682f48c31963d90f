"""The tables of the index. It holds nothing that cannot be rebuilt from the files."""

from __future__ import annotations

from briefing.library.page import COLUMNS

VERSION = 9
"""Raised with every change of the tables or of what is put into them; it is part of the file's name."""

BEGINNINGS = (2, 4)
"""Letters of the beginnings of words that the full text keeps lists of; each takes a third of the text's size."""
_MEMORY = 32 * 1024 * 1024
"""Bytes of words that one writing may gather before they go to the disk; more at once means less to be merged."""

TABLES = (
    "CREATE TABLE library (root BLOB NOT NULL)",
    """
    -- A line of the list. Ids grow with the briefing's date, so that the full text gives the newest matches first.
    CREATE TABLE briefing (
      id INTEGER PRIMARY KEY,
      path BLOB NOT NULL UNIQUE,      -- from the root on, as bytes
      size INTEGER NOT NULL,
      modified_ns INTEGER NOT NULL,
      title TEXT NOT NULL,
      byline TEXT NOT NULL,           -- one name a line
      topics TEXT NOT NULL,           -- one topic a line
      figures INTEGER NOT NULL,
      problems INTEGER NOT NULL,
      tlp TEXT,
      lead TEXT,
      digest TEXT NOT NULL,
      refusal TEXT,
      haystack TEXT NOT NULL,         -- folded, for narrowing the list
      date TEXT,                      -- as written
      edtf TEXT,
      first TEXT,                     -- ISO dates
      last TEXT,
      moment TEXT,                    -- an ISO date-time
      doubt INTEGER NOT NULL,         -- 1 uncertain, 2 approximate, 3 both
      newest INTEGER NOT NULL,        -- its date in seconds, 0 for none: for the order of the list, as the next two
      title_key TEXT NOT NULL,
      author_key TEXT NOT NULL        -- empty for no byline
    )
    """,
    "CREATE INDEX briefing_by_date ON briefing (newest DESC, title_key, path)",
    """
    -- The text of its columns, compressed: for passages, and to take a briefing out of the full text again.
    CREATE TABLE page (
      id INTEGER PRIMARY KEY,
      columns BLOB NOT NULL
    )
    """,
    f"""
    CREATE VIRTUAL TABLE words USING fts5 (
      {", ".join(COLUMNS)},
      content = '', tokenize = 'unicode61 remove_diacritics 0', prefix = '{" ".join(map(str, BEGINNINGS))}'
    )
    """,
    f"INSERT INTO words (words, rank) VALUES ('hashsize', {_MEMORY})",  # noqa: S608  our own number
    "CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row)",
    "CREATE VIRTUAL TABLE occurrence USING fts5vocab (words, instance)",
    """
    -- In the order in which queries go through it: all values of one key.
    CREATE TABLE facet (
      key TEXT NOT NULL,
      briefing INTEGER NOT NULL,
      place INTEGER NOT NULL,         -- which of the briefing's facets it is, from 0
      text TEXT NOT NULL,             -- as written
      words TEXT NOT NULL,            -- folded, a blank before and after each
      number REAL,
      first TEXT,                     -- ISO dates
      last TEXT,
      PRIMARY KEY (key, briefing, place)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX facet_by_briefing ON facet (briefing)",
    """
    CREATE TABLE figure (
      briefing INTEGER NOT NULL,
      place INTEGER NOT NULL,         -- which of the briefing's figures it is, from 0
      words TEXT NOT NULL,            -- of label, unit and track: folded, a blank before and after each
      text TEXT NOT NULL,             -- the amount as written, and with its unit where both are one phrase
      phrase TEXT,
      label TEXT,
      unit TEXT,
      track TEXT,
      status TEXT,
      grade TEXT,                     -- its own
      source TEXT NOT NULL,           -- names, one a line
      graded TEXT NOT NULL,           -- their grades, one a line, empty where there is none
      as_of TEXT,                     -- its own, else that of the briefing: as written
      edtf TEXT,
      first TEXT,                     -- an ISO date, by which rows are put in order
      low TEXT,                       -- decimals as text; a missing bound is infinite
      high TEXT,
      low_open INTEGER NOT NULL,
      high_open INTEGER NOT NULL,
      approximate INTEGER NOT NULL,
      counted INTEGER NOT NULL,       -- 0 where the amount is a word such as `dozens`, which compares with nothing
      PRIMARY KEY (briefing, place)
    ) WITHOUT ROWID
    """,
    # All that `figure:` compares, so that the other columns need not be read for it.
    "CREATE INDEX figure_compared ON figure (briefing, counted, approximate, words, low, high, low_open, high_open)",
    """
    -- What the journal says of each file, mirrored for queries.
    CREATE TABLE reading (
      path BLOB PRIMARY KEY,
      digest TEXT,                    -- of the text as it was last read; null when unread
      starred INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
)
"""The statements that make the tables."""
