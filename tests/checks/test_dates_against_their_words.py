"""The check that compares a date with the source's words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

import entente
from check_records import promise, source
from entente import (
    Citation,
    Dossier,
    Meeting,
    MeetingState,
    Period,
    Record,
    Statement,
)
from entente.checks import check
from entente.records._vocabulary import Act

READOUT = source(published="2024-01-30")
NOTICE = source("notice", published="2023-12-20")
CITES_READOUT = (Citation(source="readout", lines="1"),)
CITES_BOTH = (*CITES_READOUT, Citation(source="notice", lines="1"))


def found(*records: Record) -> list[str]:
    """Return what the rule says of records."""
    problems = check(Dossier(records), rules="date-against-its-words")
    return [found.message for found in problems]


def worded(edtf: str, stated: str, **given: Any) -> list[str]:
    """Return what the rule says of a promise that is due on, or runs for, a date with words."""
    field = "runs" if "/" in edtf else "due"
    dated: dict[str, Any] = {field: Period(edtf, stated=stated), **given}
    return found(READOUT, NOTICE, source("undated"), promise(**dated))


@pytest.mark.parametrize(
    ("edtf", "stated", "meant"),
    [
        ("2025-12", "by the end of 2024", "[..2024-12-31]"),
        ("2024-06-30", "by the end of 2024", "[..2024-12-31]"),
        ("[..2024-11]", "before 2025", "[..2024-12-31]"),
        ("[2024-03..2024-05]", "in March or April 2024", "[2024-03,2024-04]"),
        ("2024-04", "in March 2024", "2024-03"),
        ("../2024-12-31", "by the end of 2024", "[..2024-12-31]"),
        ("2029", "not before 2030", "[2030..]"),
        ("2023-06/2024", "from May 2023 to 2024", "2023-05/2024"),
        ("2023-05/2025", "from May 2023 to 2024", "2023-05/2024"),
        ("2023", "early 2025", "2025-37~"),
        ("2025-08-12/2025-11-20", "90 days, starting on 12 August 2025", "2025-08-12/2025-11-09"),
    ],
)  # fmt: skip
def test_words_that_name_their_year(
    edtf: str, stated: str, meant: str
) -> None:
    """Words that mean the same on every day are read without one."""
    if stated == "summer 2024":
        # It may be a southern summer, which lies in two years and is refused.
        assert worded(edtf, stated) == []
    else:
        assert worded(edtf, stated) == [
            f"{edtf}, but {stated!r} means {meant}"
        ]


@pytest.mark.parametrize(
    "given",
    [
        {"made": "2024-01-30"},
        {"citations": CITES_READOUT},
        {"made": "2024-01-30", "citations": CITES_READOUT},
    ],
)
def test_words_that_count_from_a_day(given: dict[str, object]) -> None:
    """Other words count from when the promise was made or a cited source published."""
    assert worded("2025", "by the end of the year", **given) == [
        "2025, but 'by the end of the year' means [..2024-12-31]"
    ]
    assert worded("2024-12", "by the end of the year", **given) == []


def test_each_day_of_saying_may_be_the_one() -> None:
    """A date is passed if the words fit it on one of the days on which they may have been said."""
    assert worded("2023-12-21", "tomorrow", citations=CITES_BOTH) == []
    assert worded("2024-01-31", "tomorrow", citations=CITES_BOTH) == []
    assert len(worded("2024-02-01", "tomorrow", citations=CITES_BOTH)) == 1


@pytest.mark.parametrize(
    ("edtf", "stated", "given"),
    [
        # No day of saying, or a vague one, or one that is unknown.
        ("2025", "by the end of the year", {}),
        ("2025", "by the end of the year", {"made": "2024-01"}),
        ("2025", "tomorrow", {"made": "2024-01-30", "citations": [Citation(source="undated", lines="1")]}),
        # Words that no rule reads.
        ("2025", "in due course", {"made": "2024-01-30"}),
        ("2025", "next spring", {"made": "2024-01-30"}),
        # Conventions are no ground for a contradiction.
        ("2025-06", "in the coming months", {"made": "2024-01-30"}),
        ("2024-02", "this summer", {"made": "2024-01-30"}),
        ("2024/2028", "over the next five years", {"made": "2024-01-30"}),
        # What the words leave open.
        ("2023-05/2024", "since May 2023", {}),
        ("2024-07-26/2024-08-11", "summer 2024", {}),
        # It may be a southern summer, which lies in two years.
        ("2024-01", "summer 2024", {}),
        ("2024-12-31", "by the end of 2024", {}),
        ("2025?", "in 2025", {}),
    ],
)  # fmt: skip
def test_dates_that_may_be_what_their_words_mean(
    edtf: str, stated: str, given: dict[str, object]
) -> None:
    """Nothing is reported where a guess would be needed, or the date may be right."""
    assert worded(edtf, stated, **given) == []


def test_a_day_of_saying_is_not_read_against_itself() -> None:
    """The words of `made` count from the day on which the source was published."""
    made = Period("2024-01-29", stated="yesterday")
    assert found(READOUT, promise(made=made)) == []
    assert found(READOUT, promise(made=made, citations=CITES_READOUT)) == []
    assert found(NOTICE, promise(made=made, citations=CITES_BOTH[1:])) == [
        "2024-01-29, but 'yesterday' means 2023-12-19"
    ]


def test_statements_and_meetings() -> None:
    """Every record with a worded date is looked at, whether it has a day of its own or not."""
    statement = Statement(
        id="praise",
        summary="Praise.",
        act=Act.PRAISE,
        speakers=("GB",),
        said=Period("2024-01-29", stated="yesterday"),
        citations=CITES_READOUT,
    )
    talks = Meeting(
        id="talks",
        name="Talks",
        state=MeetingState.HELD,
        when=Period("2024-01-31", stated="Tuesday (30 January)"),
        citations=CITES_READOUT,
    )
    assert found(READOUT, statement, talks) == [
        "2024-01-31, but 'Tuesday (30 January)' means 2024-01-30"
    ]


@pytest.mark.parametrize(
    "name", ["uk-france", "promises-kept", "channel-2020-2024"]
)
def test_the_dossiers_that_come_with_the_library_keep_to_their_words(
    name: str,
) -> None:
    """No date of an embedded dossier contradicts its words."""
    problems: Sequence[object] = check(
        entente.example(name), rules="date-against-its-words"
    )
    assert list(map(str, problems)) == []
