"""Indexes find what a scan finds, however few or many records answer."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final

import pytest

from entente import (
    Amount,
    Commitment,
    Condition,
    ConditionKind,
    Dossier,
    Firmness,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Party,
    PartyKind,
    Report,
    ReportedStatus,
    Schedule,
    Tenure,
    Theme,
)
from entente.asking._indexes import StatusIndex
from entente.asking._matchers import Matcher, read_clock
from entente.asking._timeline import Timeline

SIZE: Final = 300
DATES: Final = (
    "2024-01-30", "2023", "[2023-05..]", None, "[..2022-06]", "202X-06", "2024-21~", "[..2023]", "[2022-03..2022-09]",
    "2024-06?", "[2021-12-24,202X-01]",
)  # fmt: skip
"""Definite, vague, open, unknown, hedged, with gaps, and none: a different one for each of eleven commitments."""
DAY: Final = "2024-06-30"


def reports(number: int) -> tuple[Report, ...]:
    """Make up to three reports, one after another, of a party to the commitment or of somebody else."""
    statuses = list(ReportedStatus)
    return tuple(
        Report(
            on=f"2024-0{1 + (number + 2 * turn) % 8}-15",
            by=("FR", "US")[(number + turn) % 2],
            status=statuses[(number * 3 + turn) % len(statuses)],
        )
        for turn in range(number % 4)
    )


def dossier() -> Dossier:
    """Make the same records, with nothing asked of them."""
    commitments = (
        Commitment(
            id=f"promise-{number}",
            summary="A promise.",
            themes=(("boats", "visas", "trade")[number % 3],)
            if number % 7
            else (),
            by=(("FR", "police", "GB", "mover", "IT")[number % 5],),
            to=("FR",) if number % 3 == 0 else (),
            firmness=list(Firmness)[number % len(Firmness)],
            made=DATES[number % len(DATES)],
            due=DATES[number * 5 % len(DATES)],
            runs=("2024/..", None, "2023-05", "../2022")[number // 2 % 4],
            conditions=(Condition(kind=ConditionKind.REQUEST, recurs=True),)
            if number % 4 == 1
            else (),
            amounts=(Amount(value=f"{number} EUR"),)
            if number % 6 == 2
            else (),
            reports=reports(number),
        )
        for number in range(SIZE)
    )
    metrics = (
        Metric(
            id=f"metric-{number}",
            name="A metric",
            unit="people",
            themes=(("boats", "visas")[number % 2],),
            observations=tuple(
                Observation(period=date, value="1 person")
                for date in DATES[number % len(DATES) :][: number % 4]
                if date is not None
            ),
        )
        for number in range(SIZE)
    )
    return Dossier(
        [
            Theme(id="migration", label="Migration"),
            Theme(id="boats", label="Boats", broader=("migration",)),
            Theme(id="visas", label="Visas", broader=("migration",)),
            Theme(id="trade", label="Trade"),
            Party(
                id="police",
                name="Police",
                kind=PartyKind.BODY,
                part_of=(Membership(party="FR"),),
            ),
            Office(id="home", title="Home Secretary", party="GB"),
            Office(id="interior", title="Interior", party="FR"),
            Minister(
                id="mover",
                name="A. Mover",
                tenures=(
                    Tenure(office="interior", period="2020/2023-08"),
                    Tenure(office="home", period="2023-09/.."),
                ),
            ),
            *commitments,
            *metrics,
        ]
    )


COMMITMENTS: Final[tuple[dict[str, Any], ...]] = (
    {"theme": "migration"},
    {"theme": ("boats", "trade")},
    {"by": "FR"},
    {"by": "LU"},
    {"by": "home"},
    {"by": "FR", "groupings": True},
    {"conditional": True},
    {"unit": ("EUR", "people")},
    {"party": ("GB", "IT")},
    {"firm": False},
    {"firmness": ("pledged", "welcomed")},
    {"made": "2024-01-30"},
    {"made": "2023/.."},
    {"made": "../.."},
    {"runs": "../.."},
    {"runs": ("2022-12-31/2023-01-01", "2023-05-31")},
    {"made": ("2022-05", "2024-06/2024-07")},
    {"made": "202X-06-15"},
    {"due": "../2022"},
    {"status": "completed", "on": DAY},
    {"declared": ("in_progress", "substantial", "withdrawn"), "on": DAY},
    {"assessed": "suspended", "on": "2024-03-15"},
    {"schedule": "overdue", "on": DAY},
    {"schedule": ("due", "unknown"), "on": DAY},
)
METRICS: Final[tuple[dict[str, Any], ...]] = (
    {"theme": "boats"},
    {"observed": "2024"},
    {"observed": ("2021", "202X-06-15")},
)


def together(
    asked: tuple[dict[str, Any], ...],
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """List the pairs of questions that can be put as one: of two keywords, and for one day."""
    for left, right in combinations(asked, 2):
        shared = left.keys() & right.keys()
        if shared <= {"on"} and all(left[key] == right[key] for key in shared):
            yield left, right


@pytest.fixture(
    params=[math.inf, 0, None], ids=["as many", "as few", "as they are"]
)
def looked_up(request: pytest.FixtureRequest) -> Iterator[Dossier]:
    """A dossier that answers from indexes, as if answers were many, few, or as they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("entente.asking._catalogue.MANY", 0)
        patch.setattr("entente.asking._catalogue.OFTEN", 0)
        if request.param is not None:
            patch.setattr("entente.asking._positions.FEW", request.param)
            patch.setattr("entente.asking._positions.NARROW", request.param)
            patch.setattr("entente.asking._timeline.LISTED", request.param)
        yield dossier()


@pytest.fixture(scope="module")
def scanned() -> Dossier:
    """A dossier that always scans."""
    made = dossier()
    for selection in (made.commitments, made.metrics):
        object.__setattr__(selection, "_catalogue", None)
    return made


@pytest.mark.parametrize("certain", [False, True], ids=["possible", "certain"])
@pytest.mark.parametrize("kind", ["commitments", "metrics"])
def test_pairs_of_questions_are_answered_by_a_scan(
    looked_up: Dossier, scanned: Dossier, kind: str, *, certain: bool
) -> None:
    """Each question alone, and any two together, find the records that a scan finds, in the same order."""
    asked = COMMITMENTS if kind == "commitments" else METRICS
    alone: list[tuple[dict[str, Any], dict[str, Any]]] = [
        (each, {}) for each in asked
    ]
    pairs = alone + list(together(asked))
    found = 0
    for left, right in pairs:
        question = {**left, **right, "certain": certain}
        expected = getattr(scanned, kind).where(**question).ids
        assert getattr(looked_up, kind).where(**question).ids == expected, (
            question
        )
        found += bool(expected)
    assert found > len(pairs) / 3


def test_the_scan_is_one(scanned: Dossier, looked_up: Dossier) -> None:
    """The dossier compared with has no index, and the other has one."""
    for made, keywords in ((scanned, set()), (looked_up, {"theme"})):
        made.commitments.where(theme="boats")
        catalogue = made.commitments._catalogue
        assert set(catalogue._finders if catalogue else ()) == keywords


def test_what_recurs_is_judged_for_every_day_asked_about() -> None:
    """More days than are kept have the answers of a status, and so has the first again."""
    duty = Commitment(
        id="report",
        summary="Report.",
        by=("FR",),
        runs="2024-01-01/2024-12-31",
        recurrence="FREQ=MONTHLY",
    )
    dossier = Dossier([duty])
    commitments = dossier.commitments
    schedule = commitments._keywords["schedule"]
    index = StatusIndex([duty], commitments._index, schedule.answers)
    days = [f"2024-{month:02}-15" for month in range(1, 13)]
    for day in (*days, days[0]):
        word = dossier.status("report", on=day).schedule
        for asked in Schedule:
            matcher = Matcher.read(
                "schedule",
                schedule,
                asked,
                commitments._index,
                read_clock(day, None),
                certain=False,
            )
            found = index.find(matcher)
            assert found is not None
            assert (found.as_bits() == 1) is (asked is word)


def test_two_threads_get_the_same_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A thread that asks for a word while another makes its timeline gets the whole answer."""
    late = [
        Commitment(
            id=f"late-{number}", summary="Late.", by=("FR",), due="2020"
        )
        for number in range(9)
    ]
    commitments = Dossier(late).commitments
    schedule = commitments._keywords["schedule"]
    index = StatusIndex(late, commitments._index, schedule.answers)
    clock = read_clock(DAY, None)
    asked = Matcher.read(
        "schedule",
        schedule,
        "overdue",
        commitments._index,
        clock,
        certain=False,
    )
    answers: list[int] = []

    def ask() -> None:
        found = index.find(asked)
        answers.append(0 if found is None else found.as_bits().bit_count())

    def made_while_another_asks(**given: Any) -> Timeline:
        monkeypatch.setattr("entente.asking._indexes.Timeline", Timeline)
        other = threading.Thread(target=ask)
        other.start()
        other.join()
        return Timeline(**given)

    monkeypatch.setattr(
        "entente.asking._indexes.Timeline", made_while_another_asks
    )
    ask()
    assert answers == [9, 9]


def test_what_was_found_is_forgotten_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However many questions are asked, few answers are kept, and all stay right."""
    monkeypatch.setattr("entente.asking._catalogue.MANY", 0)
    monkeypatch.setattr("entente.asking._catalogue.OFTEN", 0)
    monkeypatch.setattr("entente.asking._indexes._REMEMBERED", 1)
    asked = dossier().commitments
    for _ in range(2):
        for rung in Firmness:
            assert asked.where(firmness=rung).ids == tuple(
                each.id for each in asked if each.firmness is rung
            )
