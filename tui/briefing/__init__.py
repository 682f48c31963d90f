"""A terminal reader for YAML-annotated Markdown briefings."""

__version__ = "0.1.0"
