"""What JSON costs in the standard library, when nothing is made of it."""

from __future__ import annotations

import json
from typing import Any


def load(text: str) -> Any:
    """Read plain data."""
    return json.loads(text)


def dump(data: Any) -> str:
    """Write plain data without white space."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def dump_indented(data: Any) -> str:
    """Write plain data with a line for each value."""
    return json.dumps(data, ensure_ascii=False, indent=2)
