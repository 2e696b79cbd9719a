"""The examples say what they should."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def printed(name: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Run an example and return the lines that it prints."""
    runpy.run_path(str(EXAMPLES / name))
    return capsys.readouterr().out.splitlines()


def test_every_example_is_tested_here() -> None:
    """No example goes untested."""
    assert {file.name for file in EXAMPLES.glob("*.py")} == {
        "five_hundred_officers.py",
        "offices_at_meetings.py",
        "small_boats_2024.py",
    }


def test_five_hundred_officers(capsys: pytest.CaptureFixture[str]) -> None:
    """A bound stays a bound: over half of 500 is between 50 % and all of them."""
    assert printed("five_hundred_officers.py", capsys) == [
        "2024-01-30: > 250 <= 500 people, which is > 50 <= 100 % of 500 people",
        "more than 250? YES",
        "at least 400?  MAYBE",
        "all of them?   MAYBE",
    ]
