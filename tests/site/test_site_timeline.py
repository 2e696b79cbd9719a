"""The labels below the timeline of a record."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from entente import Commitment, Dossier, site
from entente.site._timeline import tick_labels
from entente.site._words import Wording
from law_helpers import times


def labels(first: str, last: str, locale: str = "en") -> list[str]:
    """Return the labels of a timeline between two days."""
    least, most = (
        datetime.date.fromisoformat(day).toordinal() for day in (first, last)
    )
    return [text for _, text in tick_labels(least, most, Wording(locale))]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("0986-03-01", "2026-05-01", "1000 1200 1400 1600 1800 2000"),
        ("2019-03-02", "2026-01-01", "2020 2022 2024 2026"),
        ("2020-03-02", "2024-12-20", "2021 2022 2023 2024"),
        ("0001-01-01", "9999-12-31", "2000 4000 6000 8000"),
    ],
)
def test_years_are_round_numbers(first: str, last: str, found: str) -> None:
    """A promise of 986 has no mark at 1160."""
    assert labels(first, last) == found.split()


def test_a_timeline_shorter_than_a_year_has_months_or_days() -> None:
    """In the words of the language of the site."""
    assert labels("2024-01-02", "2024-12-20") == [
        "April 2024",
        "July 2024",
        "October 2024",
    ]
    assert labels("2024-03-02", "2024-04-01") == [
        "15 March 2024",
        "1 April 2024",
    ]
    assert labels("2024-03-02", "2024-06-01", "fr") == [
        "avril 2024",
        "mai 2024",
        "juin 2024",
    ]
    # Four days would have no room on a phone.
    assert labels("2024-03-02", "2024-05-01") == ["April 2024", "May 2024"]
    assert labels("0986-03-02", "0986-06-01")[0] == "April 986 AD"


@pytest.mark.no_cover
@times(100)
@given(
    st.dates(max_value=datetime.date(9999, 12, 1)).map(
        datetime.date.toordinal
    ),
    st.integers(30, 3_700_000),
)
def test_any_timeline_has_a_few_labels(least: int, days: int) -> None:
    """There is at least one, and none beyond the ends."""
    last = min(least + days, datetime.date.max.toordinal())
    found = tick_labels(least, last, Wording("en"))
    assert 1 <= len(found) <= 6
    assert all(least <= day <= last for day, _ in found)
    assert len({text for _, text in found}) == len(found)


def test_the_page_of_a_record_has_the_labels(tmp_path: Path) -> None:
    """They are at their places: a line of a few days is 30 days long."""
    promise = Commitment(
        id="a", summary="A.", by=("FR",), made="2024-04-25", due="2024-04-30"
    )
    built = site.build(Dossier([promise]), tmp_path / "out", on="2024-05-02")
    page = built.folder / "commitments" / "a" / "index.html"
    text = page.read_text(encoding="utf-8")
    assert '<text class="year" x="21.8%" y="64">1 May 2024</text>' in text
    assert '<text class="year" x="65.67%" y="64">15 May 2024</text>' in text
