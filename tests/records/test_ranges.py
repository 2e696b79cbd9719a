"""Ranges of lines, paragraphs and characters."""

from __future__ import annotations

from typing import Any

import pytest

from entente import (
    Range,
)
from entente.errors import (
    RangeError,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("6", 6, 6),
        ("14-16", 14, 16),
        ("1-1", 1, 1),
        ("999999999", 999999999, 999999999),
    ],
)
def test_a_range_is_read_and_written(text: str, first: int, last: int) -> None:
    """A range reads back from its text; its length counts both ends."""
    read = Range.of(text)
    assert read == Range(first, last)
    assert Range.of(str(read)) == read
    assert len(read) == last - first + 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "0-3",
        "3-",
        "-3",
        "3–4",
        "3 - 4",
        "03",
        "a",
        "1-2-3",
        "٣",
        "9" * 10,
    ],
)
def test_a_malformed_range_is_refused(text: str) -> None:
    """A range counts from 1, in the digits 0 to 9, with a hyphen between its ends."""
    with pytest.raises(RangeError) as caught:
        Range.of(text)
    assert (
        str(caught.value) == f'{text!r} is not a range: write "6" or "14-16"'
    )


@pytest.mark.parametrize(("first", "last"), [(4, 3), (0, 3), (-1, -1)])
def test_a_range_runs_forward_from_one(first: int, last: int) -> None:
    """Zero and a backward run are refused."""
    with pytest.raises(RangeError) as caught:
        Range(first, last)
    assert str(caught.value) == (
        f"'{first}-{last}' is not a range: ranges count forward from 1"
    )


@pytest.mark.parametrize("value", [6, 2.5, None, (1, 2)])
def test_a_range_is_not_made_from_other_types(value: Any) -> None:
    """Another type is refused, and the error says what a range is."""
    with pytest.raises(TypeError, match="a range is text"):
        Range.of(value)


@pytest.mark.parametrize(
    ("first", "last"), [(1.5, 2), (1, 2.0), ("1", "2"), (True, 2)]
)
def test_a_range_counts_in_whole_numbers(first: Any, last: Any) -> None:
    """The ends are whole numbers: a fraction, a text or a boolean is refused."""
    with pytest.raises((TypeError, ValueError), match="whole number"):
        Range(first, last)
