"""The dossiers that are measured are of the stated make, and the same for everyone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import entente
from benchmarks import generate
from benchmarks.generate import Made, make


@pytest.fixture(scope="module")
def made() -> Made:
    """A dossier of 1,000 commitments."""
    return make(1000)


def test_the_same_seed_makes_the_same_dossier() -> None:
    """Two dossiers of one seed are equal, and those of two seeds are not."""
    first, again, other = make(60), make(60), make(60, seed=1)
    assert (first.dossier, first.texts) == (again.dossier, again.texts)
    assert first.dossier != other.dossier


@pytest.mark.parametrize("size", [1, 19, 20, 21])
def test_a_dossier_has_as_many_commitments_as_asked_for(size: int) -> None:
    """The last meeting has what is left over."""
    assert len(make(size).dossier.commitments) == size


def test_it_weighs_what_is_said(made: Made) -> None:
    """A commitment, with its share of all else, has about 1 kB of compact JSON and seven objects.

    What does not grow with the dossier adds some objects at this size.
    """
    assert 950 < len(generate.compact(made.dossier)) / 1000 < 1150
    assert 7 < generate.objects(made.dossier) / 1000 < 9


def test_it_is_read_strictly_and_all_its_citations_hold(made: Made) -> None:
    """It loads without a problem, and each passage stands where its citation says."""
    assert entente.loads(generate.compact(made.dossier)) == made.dossier
    findings = entente.verify(made.dossier, sources=made.texts)
    assert len(findings) > 2000
    assert {finding.state.value for finding in findings} == {"ok"}


def test_it_has_few_contradictions(made: Made) -> None:
    """Reports of random words may go backward; nothing else in it is an error."""
    errors = [
        problem
        for problem in entente.check(made.dossier)
        if problem.severity is entente.Severity.ERROR
    ]
    assert len(errors) < 20


def test_a_file_is_made_once(tmp_path: Path) -> None:
    """Files that are there are not made again."""
    files = generate.ready(20, tmp_path)
    files.dossier.write_text("{}", encoding="utf-8")
    assert generate.ready(20, tmp_path) == files
    assert files.dossier.read_text(encoding="utf-8") == "{}"


def test_the_values_are_listed_once_each(tmp_path: Path) -> None:
    """Beside the dossier stand its distinct dates, amounts and ranges, as it writes them."""
    values = json.loads(
        generate.ready(20, tmp_path).values.read_text(encoding="utf-8")
    )
    periods = [json.dumps(period) for period in values["periods"]]
    assert len(periods) == len(set(periods)) > 20
    assert "2005/.." in values["periods"]
    assert "1" in values["ranges"]
