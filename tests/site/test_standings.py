"""The data of the script: standings, filters and the index of the search are those of the library."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import entente
from built_sites import DAY, Sample, data_in, rows_in
from entente import site
from entente.site._data import words_in
from entente.site._facets import KEYWORDS
from law_helpers import times


def looked_up(turns: list[list[int]], day: datetime.date) -> list[int]:
    """Return how a commitment stands, as the script looks it up."""
    place = bisect_right([turn[0] for turn in turns], day.toordinal())
    return turns[place - 1][1:]


DAYS = st.dates(datetime.date(2015, 1, 1), datetime.date(2030, 12, 31))


@pytest.mark.parametrize("known", [None, "2024-02-15"])
def test_standings_are_those_of_the_library(
    tmp_path: Path, known: str | None
) -> None:
    """On any day what the script looks up is the status that the library works out, as known on that day."""
    dossier = entente.example("channel-2020-2024")
    folder = site.build(
        dossier, tmp_path / "out", on=DAY, as_known=known
    ).folder
    about = data_in(folder, "commitments")
    turns = {row[0]: row[4] for row in rows_in(folder, "commitments")}

    @times(4)
    @given(DAYS, st.sampled_from(dossier.commitments.ids))
    def law(day: datetime.date, id: str) -> None:
        status = dossier.status(id, on=day, as_known=known)
        words = looked_up(turns[id], day)
        # A duty that recurs is worked out until a day, and later the script shows nothing.
        if words:
            schedule, declared, assessed = words
            assert about["schedules"][schedule][0] == status.schedule
            for place, report in (
                (declared, status.declared),
                (assessed, status.assessed),
            ):
                word = None if place < 0 else about["statuses"][place][0]
                assert word == (None if report is None else report.status)

    law()


def test_duties_that_recur_end_where_they_are_worked_out(
    tmp_path: Path,
) -> None:
    """From the day on until which a rule is worked out, there is no verdict to look up."""
    talks = entente.Commitment(
        id="talks",
        summary="Meet.",
        by=("GB",),
        runs="2024-01-31/..",
        recurrence="FREQ=YEARLY",
    )
    dossier = entente.Dossier([talks])
    folder = site.build(dossier, tmp_path / "out", on="2040-01-01").folder
    [[_, _, _, _, turns]] = rows_in(folder, "commitments")
    assert looked_up(turns, datetime.date(2026, 12, 31)) != []
    assert looked_up(turns, datetime.date(2027, 1, 1)) == []
    # The page asks for its own day alone.
    verdict = dossier.status("talks", on="2040-01-01").schedule
    assert verdict is not None
    page = folder / "commitments" / "talks" / "index.html"
    assert f">{verdict}</span>" in page.read_text()


def test_filters_are_the_answers_of_where(sample: Sample) -> None:
    """For each value of a keyword the rows are those of `where`, with narrower themes and offices."""
    for kind in KEYWORDS:
        records = getattr(sample.dossier, kind)
        if not records:
            continue
        rows = rows_in(sample.folder, kind)
        for number, (keyword, values) in enumerate(
            data_in(sample.folder, kind)["facets"]
        ):
            for place, (value, _) in enumerate(values):
                found = {row[0] for row in rows if place in row[3][number]}
                assert found == set(records.where(**{keyword: value}).ids)


def test_rows_are_every_record_once(sample: Sample) -> None:
    """The rows of a list are the records of its kind, in parts."""
    for kind in KEYWORDS:
        records = getattr(sample.dossier, kind)
        if records:
            ids = [row[0] for row in rows_in(sample.folder, kind)]
            assert sorted(ids) == sorted(records.ids)


def found_by(folder: Path, word: str) -> set[str]:
    """Return the ids of the records that are found by a word, as the script finds them."""
    about = data_in(folder, "search")
    names = [
        name
        for part in range(len(about["names"]))
        for name in data_in(folder, f"name-{part}")
    ]
    beginning = "-".join(f"{ord(letter):x}" for letter in word[:2])
    found = set()
    for part in range(about["words"].get(beginning, 0)):
        for known, *steps in data_in(folder, f"word-{beginning}-{part}"):
            number = 0
            for step in steps:
                number += step
                if known == word:
                    found.add(names[number][1])
    return found


def test_every_record_is_found_by_each_of_its_words(sample: Sample) -> None:
    """Whoever types a word of a name finds the record."""
    for each in [*sample.dossier.themes, *sample.dossier.commitments]:
        name = each.label if isinstance(each, entente.Theme) else each.summary
        for word in words_in(name):
            assert each.id in found_by(sample.folder, word), word
