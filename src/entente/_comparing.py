"""How text is compared: what looks the same is the same, and nothing else is.

One word can be written in several ways that no reader can tell apart: with accented letters or with
accents of their own, with a ligature, with a hyphen that shows only where a line ends. Texts copied
from a PDF are full of them. Texts are compared as if all were written in one way; what was written
is kept as it is.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Final

_INVISIBLE: Final = dict.fromkeys("\u00ad\u200b\ufeff", "")
"""The soft hyphen, the space without width, and the mark of byte order."""

# Programs that take text from a PDF write "st" for the ligature with a long s as well.
_LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

_WRITTEN_OUT: Final = _INVISIBLE | _LIGATURES
_SPECIAL: Final = re.compile(f"[{''.join(_WRITTEN_OUT)}]")

# Python takes the square of the time for accents in a row that are not in their order. Nobody
# writes so many on one letter.
_MANY_ACCENTS: Final = re.compile(r"[^\w\s\x00-\x7f]{64,}")


def as_compared(text: str) -> str:
    r"""Return a text as it is compared: in the normal form NFC, without what nobody can see.

    The Latin ligatures (U+FB00 to U+FB06) are written out, and soft hyphens (U+00AD), spaces
    without width (U+200B) and marks of byte order (U+FEFF) left out. Case, white space, quotes and
    dashes stay, and so do characters that mean something else: 5² is not 52.

    >>> as_compared("re\u0301fugie\u0301s") == "réfugiés", as_compared("o\ufb03\u00adcers")
    (True, 'officers')
    >>> as_compared("5²")
    '5²'
    """
    # Most texts are plain, and this is asked of every amount that is read.
    if str.isascii(text):
        return text
    # First, for what is left out may stand between a letter and its accent.
    text = _SPECIAL.sub(_written_out, text)
    return unicodedata.normalize("NFC", _MANY_ACCENTS.sub(_in_order, text))


def _written_out(found: re.Match[str]) -> str:
    return _WRITTEN_OUT[found[0]]


def _in_order(found: re.Match[str]) -> str:
    """Put accents in their order, in which they mean the same."""
    # One by one, since a row of them is what takes long.
    accents = "".join(
        [unicodedata.normalize("NFD", each) for each in found[0]]
    )
    rows = groupby(accents, key=lambda each: unicodedata.combining(each) > 0)
    return "".join(
        [
            "".join(sorted(row, key=unicodedata.combining) if is_row else row)
            for is_row, row in rows
        ]
    )
