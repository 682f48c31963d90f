"""What a briefing is: frozen values that know nothing of files, Markdown or screens."""
