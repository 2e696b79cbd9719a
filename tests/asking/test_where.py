"""Questions by keyword: which records match."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from asked_dossier import DOSSIER
from entente import (
    Agreement,
    Anchor,
    Commitment,
    Dossier,
    MeetingForm,
    Metric,
    Observation,
    Period,
)


@pytest.mark.parametrize(
    ("kind", "asked", "ids"),
    [
        ("themes", {"theme": "migration"}, "migration boats rescue"),
        ("themes", {"source": "readout"}, "migration"),
        ("parties", {"party": "FR"}, "police brigade FR"),
        ("parties", {"kind": "body"}, "police brigade"),
        ("parties", {"member": "GB"}, "calais"),
        ("offices", {"party": "FR"}, "interior old-interior"),
        ("offices", {"succeeds": "old-interior"}, "interior"),
        ("ministers", {"office": "home"}, "cleverly"),
        ("sources", {"kind": ("readout", "speech")}, "readout"),
        ("sources", {"issued_by": "GB"}, "readout"),
        ("sources", {"published": "2024"}, "readout"),
        ("events", {"theme": "security"}, "games"),
        ("events", {"host": "FR", "when": "2024-08"}, "games"),
        ("meetings", {"theme": "security"}, "paris"),
        ("meetings", {"state": ("held", "proposed")}, "paris spring someday"),
        ("meetings", {"form": MeetingForm.IN_PERSON}, "paris"),
        ("meetings", {"party": "FR"}, "paris"),
        ("meetings", {"minister": "darmanin", "office": "interior"}, "paris"),
        ("meetings", {"source": "readout"}, "paris"),
        ("agreements", {"form": "treaty", "force": "binding"}, "treaty"),
        ("agreements", {"party": "GB"}, "treaty"),
        (
            "agreements",
            {"signed": "2003", "in_force": "2004", "ended": "2020"},
            "treaty",
        ),
        ("agreements", {"sought": "2024", "part_of": "treaty"}, "annex"),
        ("agreements", {"meeting": "paris", "theme": "migration"}, "treaty"),
        ("commitments", {"theme": "security"}, "patrol share"),
        (
            "commitments",
            {"theme": ("migration", "crime")},
            "patrol share talk",
        ),
        ("commitments", {"by": "FR"}, "patrol share"),
        ("commitments", {"by": "police"}, "share"),
        ("commitments", {"party": "police"}, "patrol share"),
        ("commitments", {"party": "GB", "by": "FR"}, "patrol"),
        (
            "commitments",
            {"to": "GB", "funded_by": "GB", "implemented_by": "police"},
            "patrol",
        ),
        ("commitments", {"announced_by": "FR"}, "patrol"),
        ("commitments", {"announced_by": "readout"}, "patrol"),
        ("commitments", {"firmness": "pledged"}, "patrol"),
        ("commitments", {"firm": True}, "patrol"),
        (
            "commitments",
            {"firm": False, "continuing": False},
            "share talk wish",
        ),
        ("commitments", {"kind": "action"}, "patrol"),
        (
            "commitments",
            {"meeting": "paris", "agreement": "treaty", "event": "games"},
            "patrol",
        ),
        ("commitments", {"part_of": "patrol"}, "share"),
        ("commitments", {"metric": "arrivals", "source": "readout"}, "patrol"),
        ("commitments", {"runs": "2025"}, "patrol"),
        ("metrics", {"theme": "boats", "observed": "2023"}, "arrivals"),
        ("metrics", {"observed": "2021"}, ""),
        ("statements", {"act": "praise", "speaker": "GB"}, "praise"),
        (
            "statements",
            {
                "to": "FR",
                "about": "patrol",
                "said": "2024",
                "meeting": "paris",
            },
            "praise",
        ),
        ("statements", {"about": "FR", "theme": "security"}, "praise"),
        ("statements", {"part_of": "praise", "speaker": "readout"}, "aside"),
        ("commitments", {"by": "DE"}, ""),
        ("commitments", {}, "patrol share talk wish"),
        (
            "commitments",
            {"theme": None, "certain": True},
            "patrol share talk wish",
        ),
    ],
)
def test_where_keeps_matching_records(
    kind: str, asked: dict[str, Any], ids: str
) -> None:
    """Records match every keyword and any value of a tuple, narrower themes and bodies included."""
    assert getattr(DOSSIER, kind).where(**asked).ids == tuple(ids.split())


@pytest.mark.parametrize(
    ("asked", "possible", "certain"),
    [
        ({"made": "2024-01-30"}, "patrol share", "patrol"),
        ({"made": "2024"}, "patrol share", "patrol"),
        ({"made": datetime.date(2024, 1, 30)}, "patrol share", "patrol"),
        ({"made": Period("2023")}, "talk", "talk"),
        ({"made": ("2023", "2024-01")}, "patrol share talk", "patrol talk"),
        ({"due": "2024-07-15"}, "patrol talk", ""),
        ({"due": "2030"}, "share talk", "share"),
        ({"due": "2023"}, "", ""),
        ({"due": "../2024"}, "patrol talk", "patrol"),
        ({"due": "2025/2029"}, "talk", ""),
        ({"due": "../.."}, "patrol share talk", "patrol share talk"),
        ({"runs": "2025-06"}, "patrol", "patrol"),
        ({"runs": "1999"}, "", ""),
    ],
)
def test_vague_dates_match_possibly_or_certainly(
    asked: dict[str, Any], possible: str, certain: str
) -> None:
    """A vague date matches if it may fit, or with `certain` only if it must."""
    assert DOSSIER.commitments.where(**asked).ids == tuple(possible.split())
    assert DOSSIER.commitments.where(**asked, certain=True).ids == tuple(
        certain.split()
    )


def test_a_set_is_due_by_its_last_date() -> None:
    """A set is due by the last of its dates; one without a last date may be due at any time."""
    dates = {
        "set": "[2024..2030]",
        "open": "[2028..]",
        "either": "[2024,2026]",
        "date": "2027",
    }
    dossier = Dossier(
        [
            Commitment(id=id, summary="Do it.", due=due)
            for id, due in dates.items()
        ]
    )
    due = dossier.commitments.where
    assert due(due="2030").ids == ("set", "open")
    assert due(due="2030", certain=True).ids == ("set",)
    assert due(due="2024/2027").ids == ("either", "date")
    assert due(due="../..").ids == ("set", "open", "either", "date")


def test_the_dates_of_a_tuple_count_together() -> None:
    """What is due in the spring is certainly due in one of its months, unless one of these is in doubt."""
    dossier = Dossier([Commitment(id="meet", summary="Meet.", due="2024-21")])
    due = dossier.commitments.where
    assert due(due=("2024-05", "2024-03", "2024-04"), certain=True)
    assert not due(due=("2024-05", "2024-03"), certain=True)
    assert not due(due=("2024-05", "2024-03", "2024-04?"), certain=True)


def test_the_period_of_a_figure_counts_as_all_its_days() -> None:
    """A figure for 2023 is certainly one for each of its days; one as of a day in 2022 is not."""
    dossier = Dossier(
        [
            Metric(
                id="arrivals",
                name="Arrivals",
                unit="people",
                observations=(
                    Observation(period="2023", value="29437 people"),
                    Observation(as_of="2022", value="45774 people"),
                ),
            )
        ]
    )
    observed = dossier.metrics.where
    assert observed(observed="2023-05-15", certain=True)
    assert observed(observed="2022-05-15")
    assert not observed(observed="2022-05-15", certain=True)
    assert [*dossier.metrics.group_by("observed")] == ["2023", "2022"]


@pytest.mark.parametrize(
    "due",
    [
        "[2024..]",
        "[2023,2025..]",
        "202X",
        "2024-06?",
        Period(stated="promptly"),
        Period("[2024..]", stated="from 2024 on"),
    ],
)
@pytest.mark.parametrize("made", [None, "2024-01-30", "2023~"])
def test_a_deadline_without_a_known_end_may_be_then(
    due: str | Period, made: str | None
) -> None:
    """What is due some time, nobody knows when, may be due in 2025, and is not without a deadline."""
    dossier = Dossier(
        [
            Commitment(id="asked", summary="Do it.", made=made, due=due),
            Commitment(
                id="counted",
                summary="Do it.",
                made=made,
                due_from=Anchor(record="treaty", after="P1Y"),
            ),
            Agreement(id="treaty", name="Treaty"),
            Commitment(id="bare", summary="Do it.", made=made),
        ]
    )
    commitments = dossier.commitments
    if "06" not in str(due):
        assert commitments.where(due="2025").ids == ("asked", "counted")
    assert commitments.where(due="2025", certain=True).ids == ()
    assert (commitments - commitments.where(due="../..")).ids == ("bare",)


def test_a_record_without_a_date_never_matches() -> None:
    """Undated records never match a date, however wide the period."""
    assert "wish" not in DOSSIER.commitments.where(made="../..").ids
    assert "someday" not in DOSSIER.meetings.where(when=("../..", "2024")).ids


def test_chained_questions_narrow() -> None:
    """Chained calls of `where` equal one call with all their keywords."""
    chained = (
        DOSSIER.commitments.where(theme="security")
        .where(by="FR")
        .where(firm=True)
    )
    assert chained == DOSSIER.commitments.where(
        theme="security", by="FR", firm=True
    )
