"""What follows from a briefing and its text: anchors, problems that need the text, the page as it is shown."""
