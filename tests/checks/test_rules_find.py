"""The problems that each rule finds."""

from __future__ import annotations

from typing import Any

import pytest

import found_amounts
import found_dates
import found_entries
import found_people
import found_tenures
from check_records import NAMES, Case
from entente import Dossier
from entente.checks import check

CASES = [
    *found_dates.CASES,
    *found_people.CASES,
    *found_tenures.CASES,
    *found_amounts.CASES,
    *found_entries.CASES,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_finds_what_it_is_for(case: Case) -> None:
    """Each problem has its severity, path, record, message and, where there is one, its hint."""
    problems = check(Dossier(case.records), rules=[case.rule])
    assert [(found.severity, str(found)) for found in problems] == list(
        case.problems
    )
    assert {found.rule for found in problems} == {case.rule}


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_has_a_case(name: str) -> None:
    """Every rule has a case in which it finds something."""
    assert name in {case.rule for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_problem_leads_to_its_value(case: Case) -> None:
    """The path of a problem leads from the top of the dossier to a value."""
    dossier = Dossier(case.records)
    for found in check(dossier, rules=[case.rule]):
        kind, place, *rest = found.path
        value: Any = [
            record
            for record in getattr(dossier, str(kind))
            if record in dossier.records
        ][int(place)]
        assert getattr(value, "id") == found.record  # noqa: B009
        for step in rest:
            by_index = isinstance(step, int)
            value = value[step] if by_index else getattr(value, str(step))
        assert value is not None
