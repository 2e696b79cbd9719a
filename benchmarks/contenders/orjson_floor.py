"""What JSON costs in orjson, when nothing is made of it."""

from __future__ import annotations

from typing import Any

import orjson


def load(text: str) -> Any:
    """Read plain data."""
    return orjson.loads(text)


def dump(data: Any) -> bytes:
    """Write plain data without white space."""
    return orjson.dumps(data)
