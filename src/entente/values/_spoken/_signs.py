"""The sign of each currency that has one of its own."""

from __future__ import annotations

import unicodedata
from typing import Final

from entente.values._currencies import CURRENCY_NAMES

SIGNS: Final = {
    codes[0]: name
    for name, codes in CURRENCY_NAMES.items()
    if len(codes) == 1
    and len(name) == 1
    and unicodedata.category(name) == "Sc"
}
"""By code. A sign that several currencies share, such as that of the dollar, is not among them."""
