"""A file's bytes to a briefing: encoding, front matter, fields, number phrases, dates, problems."""
