"""Every engine gives the library's own answers to the questions that are timed."""

from __future__ import annotations

import datetime
from pathlib import Path

import numpy as np
import pytest

from benchmarks.generate import make
from benchmarks.queries import ENGINES, Engine, columns
from benchmarks.queries.questions import Question, expected, questions, share
from entente import Commitment, Dossier, Report, ReportedStatus

DOSSIER = make(1000).dossier
COLUMNS = columns.flattened(DOSSIER)
QUESTIONS = questions(COLUMNS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.key)
def test_the_library_and_the_columns_agree(question: Question) -> None:
    """What `where` returns is what the flattened columns say."""
    rows = np.flatnonzero(expected(COLUMNS, question)).tolist()
    commitments = DOSSIER.commitments
    assert rows
    assert {commitments[row].id for row in rows} == set(
        commitments.where(**question.keywords).ids
    )


@pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)
def test_every_engine_agrees(engine: Engine) -> None:
    """Each engine returns each commitment that answers once, and no other."""
    answers = engine.over(COLUMNS)
    for question in QUESTIONS:
        assert (
            sorted(answers.rows(question))
            == np.flatnonzero(expected(COLUMNS, question)).tolist()
        )


def test_a_whole_is_overdue_until_its_part_is_done() -> None:
    """What is reported of a part ends the days on which its whole is overdue."""
    whole = Commitment(id="whole", summary="Build.", by=("FR",), due="2024")
    part = Commitment(
        id="part",
        summary="Build it all.",
        by=("FR",),
        part_of="whole",
        reports=(
            Report(on="2025-03-01", by="FR", status=ReportedStatus.COMPLETED),
        ),
    )
    dossier = Dossier([whole, part])
    assert list(columns.intervals(dossier, whole)) == [
        (
            None,
            datetime.date(2025, 1, 1).toordinal(),
            datetime.date(2025, 3, 1).toordinal(),
        )
    ]


def test_the_levels_differ() -> None:
    """Of each question, few have fewer answers than some, and some fewer than many."""
    for name in {question.name for question in QUESTIONS}:
        shares = [
            share(COLUMNS, question)
            for question in QUESTIONS
            if question.name == name
        ]
        assert shares == sorted(shares)
        assert shares[0] < shares[2]


def test_columns_come_back_from_their_file(tmp_path: Path) -> None:
    """What is saved is what is loaded, ranges included."""
    columns.save(COLUMNS, tmp_path / "columns.npz")
    again = columns.load(tmp_path / "columns.npz")
    assert (again.size, again.themes, again.parties) == (
        COLUMNS.size,
        COLUMNS.themes,
        COLUMNS.parties,
    )
    for table, found in COLUMNS.tables.items():
        for name, column in found.items():
            assert np.array_equal(column, again.tables[table][name])
