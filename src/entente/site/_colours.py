"""Colours, and whether text of one can be read on another."""

from __future__ import annotations

from typing import TypeAlias

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""


def from_hex(text: str) -> Colour:
    """Read a colour.

    >>> from_hex("#ff0000")
    (1.0, 0.0, 0.0)
    """
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def to_hex(colour: Colour) -> str:
    """Write a colour as CSS has it."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours by WCAG: from 1, which is none, to 21.

    >>> round(contrast(from_hex("#000000"), from_hex("#ffffff")))
    21
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lightened(colour: Colour, ground: Colour, least: float) -> Colour:
    """Mix a colour with white until its contrast with a dark ground is at least so much, or it is white.

    >>> to_hex(lightened(from_hex("#000000"), from_hex("#000000"), 4.5))
    '#757575'
    """
    mixed, share = colour, 0
    while contrast(mixed, ground) < least and share < 100:
        share += 1
        red, green, blue = (part + (1 - part) * share / 100 for part in colour)
        mixed = red, green, blue
    return mixed
