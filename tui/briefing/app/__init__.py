"""The Textual program: the one room that knows Textual."""
