"""The data of the script: standings, filters and the index of the search are those of the library."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import entente
from built_sites import DAY, Sample, data_in, rows_in
from entente import Commitment, Period, Report, ReportedStatus, site
from entente._dossier import index_of
from entente.answers._status import report_sides
from entente.site._data import NOT_MADE, words_in
from entente.site._facets import KEYWORDS
from entente.site._words import Wording
from law_helpers import times


def looked_up(turns: list[list[Any]], day: datetime.date) -> list[Any]:
    """Return what holds on a day, as the script looks it up."""
    place = bisect_right([turn[0] for turn in turns], day.toordinal())
    return turns[place - 1][1:]


def shares_a_day(runs: list[int], first: int, last: int) -> bool:
    """Say whether one of the days asked for is in a run, as the script does."""
    return any(
        start <= last and end >= first
        for start, end in zip(runs[::2], runs[1::2], strict=True)
    )


DAYS = st.dates(datetime.date(2015, 1, 1), datetime.date(2030, 12, 31))

MOVED = entente.Dossier(
    [
        Commitment(id="never", summary="A.", by=("FR",)),
        Commitment(id="before", summary="F.", by=("FR",), made="[..2023]"),
        Commitment(id="doubtful", summary="G.", by=("FR",), made="2023-05?"),
        Commitment(id="fixed", summary="B.", by=("FR",), due="2024-04"),
        Commitment(id="words", summary="C.", by=("FR",), made="2023-05", due=Period(stated="soon")),
        Commitment(
            id="moved",
            summary="D.",
            by=("FR",),
            made="2023-01-30",
            due="2024-03",
            reports=(
                Report(on="2024-02-01", by="FR", due="[..2025]", status=ReportedStatus.IN_PROGRESS),
                Report(on="2024-02-10", known="2024-05", by="FR", due="2026-21", status=ReportedStatus.IN_PROGRESS),
                Report(on="2024-09", by="GB", due="2029", status=ReportedStatus.IN_PROGRESS),
            ),
        ),
        Commitment(
            id="both",
            summary="E.",
            by=("FR", "GB"),
            made="2022~",
            reports=(
                Report(on="2024-02-01", by="FR", of="FR", due="2024-12", status=ReportedStatus.IN_PROGRESS),
                Report(on="2024-07-01", by="GB", of="GB", due="2025-06-30", status=ReportedStatus.IN_PROGRESS),
            ),
        ),
    ]
)  # fmt: skip
"""Promises whose deadlines later reports move, and others."""


def as_it_was(
    dossier: entente.Dossier, day: datetime.date, known: str | None
) -> entente.Dossier:
    """Return a dossier without the reports that did not count on a day."""
    index = index_of(dossier)
    fresh = []
    for each in dossier.commitments:
        counted = {
            id(report)
            for of in (None, *each.by)
            for report, _ in report_sides(
                each, index, on=day, as_known=known, of=of
            )
        }
        reports = [one for one in each.reports if id(one) in counted]
        fresh.append(evolve(each, reports=tuple(reports)))
    return entente.Dossier(fresh)


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
    turns = {row[0]: row[6] for row in rows_in(folder, "commitments")}

    @times(4)
    @given(DAYS, st.sampled_from(dossier.commitments.ids))
    def law(day: datetime.date, id: str) -> None:
        status = dossier.status(id, on=day, as_known=known)
        words = looked_up(turns[id], day)
        made = dossier.commitments[id].made
        is_later = made is not None and made.after(day).certain
        assert (words[:1] == [NOT_MADE]) == is_later
        if is_later:
            return
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
    [[_, _, _, _, _, _, turns, _]] = rows_in(folder, "commitments")
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
                found = {row[0] for row in rows if place in row[4][number]}
                asked = {"true": True, "false": False}.get(value, value)
                assert found == set(records.where(**{keyword: asked}).ids)


@pytest.mark.parametrize("known", [None, "2024-02-15"])
def test_deadlines_are_those_in_force_then(
    tmp_path: Path, known: str | None
) -> None:
    """On any day the deadline is the one that the library gives, and found as `where` finds it without later reports."""
    folder = site.build(MOVED, tmp_path / "out", on=DAY, as_known=known).folder
    rows = {row[0]: row for row in rows_in(folder, "commitments")}
    wording = Wording("en")

    @times(4)
    @given(DAYS, DAYS, DAYS, st.sampled_from(MOVED.commitments.ids))
    def law(
        day: datetime.date, one: datetime.date, other: datetime.date, id: str
    ) -> None:
        due = MOVED.status(id, on=day, as_known=known).due
        *_, turns, courses = rows[id]
        made = MOVED.commitments[id].made
        is_later = made is not None and made.after(day).certain
        assert (looked_up(turns, day)[:1] == [NOT_MADE]) == is_later
        cell, runs = looked_up(courses, day)
        text = cell[0] if isinstance(cell, list) else cell
        if due is None:
            assert text == ""
        elif due.stated is not None and due.latest is None:
            assert text == f"“{due.stated}”"
        else:
            assert text == wording.date(due)
        first, last = sorted((one, other))
        found = as_it_was(MOVED, day, known).commitments.where(
            due=f"{first}/{last}"
        )
        is_found = shares_a_day(runs, first.toordinal(), last.toordinal())
        assert is_found == (id in found.ids)

    law()


def test_dates_are_found_as_where_finds_them(sample: Sample) -> None:
    """Whatever days are asked for, the rows with one of them are those of `where`."""
    kinds = [
        (kind, rows_in(sample.folder, kind), number, keyword)
        for kind in KEYWORDS
        if getattr(sample.dossier, kind)
        for number, keyword in enumerate(data_in(sample.folder, kind)["dates"])
        if keyword != "due"
    ]

    @given(DAYS, DAYS, st.sampled_from(kinds))
    def law(
        one: datetime.date, other: datetime.date, asked: tuple[Any, ...]
    ) -> None:
        kind, rows, number, keyword = asked
        first, last = sorted((one, other))
        found = {
            row[0]
            for row in rows
            if shares_a_day(
                row[5][number], first.toordinal(), last.toordinal()
            )
        }
        window = {keyword: f"{first}/{last}"}
        assert found == set(getattr(sample.dossier, kind).where(**window).ids)

    law()


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
