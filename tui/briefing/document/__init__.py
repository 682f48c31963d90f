"""Markdown text to chunks, blocks and rows: what is read, found and quoted, without a screen."""
