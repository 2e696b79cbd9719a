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
    """No example goes untested, here or among those of tracking."""
    assert {file.name for file in EXAMPLES.glob("*.py")} == {
        "five_hundred_officers.py",
        "import_ministers.py",
        "offices_at_meetings.py",
        "small_boats_2024.py",
        "what_became_of_it.py",
    }


def test_five_hundred_officers(capsys: pytest.CaptureFixture[str]) -> None:
    """A bound stays a bound: over half of 500 is between 50 % and all of them."""
    assert printed("five_hundred_officers.py", capsys) == [
        "2024-01-30: > 250 <= 500 people, which is > 50 <= 100 % of 500 people",
        "more than 250? YES",
        "at least 400?  MAYBE",
        "all of them?   MAYBE",
    ]


def test_offices_at_meetings(capsys: pytest.CaptureFixture[str]) -> None:
    """An office without a name is resolved on the day of its meeting, not of the document."""
    assert printed("offices_at_meetings.py", capsys) == [
        "2023-03-10  UK-France Summit, March 2023",
        "    Prime Minister of the United Kingdom: Rishi Sunak (not named in the source)",
        "    President of the French Republic: Emmanuel Macron (named)",
        "2024-01-30  Talks of the two interior ministers in Paris",
        "    Home Secretary of the United Kingdom: James Cleverly (not named in the source)",
        "    Minister of the Interior of France: Gérald Darmanin (named)",
    ]


def test_small_boats_2024(capsys: pytest.CaptureFixture[str]) -> None:
    """What was promised on small boats is listed with date, parties, firmness and citation, then counted."""
    lines = printed("small_boats_2024.py", capsys)
    assert [line.split("  ")[0] for line in lines[2:5]] == [
        "accelerate-summit-agreement",
        "aerial-surveillance",
        "boat-supply-disruption",
    ]
    assert "2024-01-30  GB, FR  intended  readout-2024-01-30:16-17" in lines[3]
    assert lines[5:] == ["", "1 welcomed", "1 intended", "1 endorsed", "1 of 3 are firm"]
