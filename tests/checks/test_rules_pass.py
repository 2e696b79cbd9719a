"""Records that each rule passes, because they are or may be correct."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import passing_amounts
import passing_dates
import passing_entries
import passing_people
import passing_tenures
from check_records import NAMES
from entente import Dossier, Record
from entente.checks import check

CASES = [
    *passing_dates.CASES,
    *passing_people.CASES,
    *passing_tenures.CASES,
    *passing_amounts.CASES,
    *passing_entries.CASES,
]


@pytest.mark.parametrize(
    ("name", "records"),
    [
        pytest.param(name, records, id=f"{name}: {description}")
        for name, description, records in CASES
    ],
)
def test_a_rule_passes_records_that_may_be_correct(
    name: str, records: Sequence[Record]
) -> None:
    """A rule reports no problem where records are, or may be, correct."""
    problems = check(Dossier(records), rules=[name])
    assert [str(problem) for problem in problems] == []


def test_every_rule_has_a_case_that_passes() -> None:
    """Every rule has a case in which it reports no problem."""
    assert {name for name, _, _ in CASES} == set(NAMES)
