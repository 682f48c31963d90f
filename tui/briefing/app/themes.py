"""The program's own two themes: calm enough to read for an hour, by night and by day."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="briefing-dark",
    primary="#7fb6d1",
    secondary="#8d93a0",
    accent="#7fb6d1",
    warning="#ebc27f",
    error="#ec7a86",
    success="#9cbd70",
    foreground="#d9dce3",
    background="#16181d",
    surface="#1d2026",
    panel="#2b303a",
    dark=True,
)

LIGHT = Theme(
    name="briefing-light",
    primary="#1a6488",
    secondary="#62666f",
    accent="#1a6488",
    warning="#7d5200",
    error="#ab2036",
    success="#456f1c",
    foreground="#26282e",
    background="#faf9f5",
    surface="#f2f0ea",
    panel="#e6e3da",
    dark=False,
)

OWN = (DARK, LIGHT)
