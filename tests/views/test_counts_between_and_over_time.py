"""Who committed to whom, and how many promises were kept, broken and open over time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st

from entente import (
    Commitment,
    Dossier,
    Firmness,
    Link,
    LinkKind,
    Report,
    ReportedStatus,
    views,
)
from entente.errors import QueryError
from entente.strategies import dossiers
from entente.views._course import _days


def promise(id: str, **fields: Any) -> Commitment:
    """Make a firm promise of France."""
    return Commitment(
        **{
            "id": id,
            "summary": f"Keep {id}.",
            "by": ("FR",),
            "firmness": Firmness.AGREED,
        }
        | fields
    )


def rows_of(view: views.View) -> dict[str, dict[str, str]]:
    """Return the facts of each row."""
    return {row.label: dict(row.facts) for row in view.rows}


# --- who to whom ---------------------------------------------------------------------------------


def test_makers_are_rows_and_recipients_columns() -> None:
    """A cell has the firm promises and the weaker items; nobody is guessed."""
    view = views.recipients(
        Dossier(
            [
                promise("a", to=("DE", "BE")),
                promise("b", to=("DE",), firmness=Firmness.ASPIRED),
                promise("c", by=("FR", "DE")),
            ]
        )
    )
    assert rows_of(view) == {
        "France": {
            "id": "FR",
            "to Germany": "1 firm, 1 weaker",
            "to Belgium": "1 firm",
            "to nobody named": "1 firm",
        },
        "Germany": {"id": "DE", "to nobody named": "1 firm"},
    }
    assert [column.name for column in view.axis.columns] == [
        "Germany",
        "Belgium",
        "nobody named",
    ]
    assert [mark.text for mark in view.rows[0].marks] == ["", "1+1", "1+0", "1+0"]  # fmt: skip
    assert view.description.startswith(
        "3 commitments of 2 makers to 2 recipients: France: 3 firm, 1 weaker;"
    )


def test_what_is_repeated_counts_once_between_two_parties() -> None:
    """So it does if it is repeated, but not if only the repetition was selected."""
    again = promise(
        "again", to=("DE",), links=(Link(kind=LinkKind.RESTATES, target="a"),)
    )
    dossier = Dossier([promise("a", to=("DE",)), again])
    alone = dossier.commitments.filter(lambda each: each.id == "again")
    for of in (dossier, alone):
        assert (
            rows_of(views.recipients(of))["France"]["to Germany"] == "1 firm"
        )


def test_rare_recipients_share_a_column() -> None:
    """The row names each of them, so none is lost."""
    others = ("BE", "DE", "NL", "ES", "IT", "PT", "IE", "LU")
    view = views.recipients(
        Dossier([promise("a", to=others), promise("b", to=others[:5])])
    )
    assert [column.code for column in view.axis.columns] == [
        *others[:5],
        "3 others",
    ]
    facts = rows_of(view)["France"]
    assert sum(name.startswith("to ") for name in facts) == len(others)
    assert view.rows[0].marks[-1].text == "3+0"


def test_a_column_has_its_code_where_its_name_has_no_room() -> None:
    """On a phone Luxembourg is LU, and the tip has its name."""
    pytest.importorskip("vl_convert")
    makers = ("LU", "BE", "DE", "NL", "ES", "FR")
    view = views.recipients(Dossier([promise("a", to=makers)]))
    phone = view.to_svg(width=390)
    assert ">LU<" in phone.replace("</title>", ">")
    assert "<title>Luxembourg</title>" in phone


def test_nobody_committed_to_nobody() -> None:
    """An empty dossier has an empty matrix, as text and as a table."""
    view = views.recipients(Dossier())
    assert view.rows == ()
    assert str(view) == "Who committed to whom\n"
    assert "<table>" in view.table()


@pytest.mark.no_cover
@given(dossiers(max_size=8))
def test_every_maker_and_recipient_is_in_the_matrix(dossier: Dossier) -> None:
    """Each promise that counts is in a cell of each of its makers."""
    view = views.recipients(dossier)
    card = dossier.scorecard(by="firmness", on="9999-12-31", firm=False)
    counted = [each for row in card for each in row.commitments]
    makers = {maker for each in counted for maker in each.by}
    assert {dict(row.facts)["id"] for row in view.rows} == makers
    assert str(view)


# --- over time -----------------------------------------------------------------------------------


KEPT = promise(
    "kept",
    made="2024-01-10",
    due="2024-02",
    reports=(
        Report(on="2024-02-20", by="FR", status=ReportedStatus.COMPLETED),
    ),
)
LATE = promise("late", made="2024-02-01", due="2024-03-15")


def test_each_month_has_the_schedules_of_its_last_day() -> None:
    """The last row is of the day that is asked about."""
    view = views.course(Dossier([KEPT, LATE]), on="2024-04-10")
    assert rows_of(view) == {
        "31 January 2024": {"not due": "1"},
        "29 February 2024": {"met on time": "1", "not due": "1"},
        "31 March 2024": {"met on time": "1", "overdue": "1"},
        "10 April 2024": {"met on time": "1", "overdue": "1"},
    }
    assert view.description == (
        "The schedules of firm promises on 4 days from 31 January 2024 to 10 April 2024."
        " On the last: 1 met on time, 1 overdue."
    )


def test_a_code_above_a_column_has_a_key() -> None:
    """In text there is room for short names only, and a code alone is a riddle."""
    british = promise("a", to=("GB", "FR"))
    said = str(views.recipients(Dossier([british])))
    assert "GB: United Kingdom of Great Britain and Northern Ireland" in said
    assert "FR: France" not in said


@pytest.mark.parametrize(
    ("since", "first", "count"),
    [
        ("2024-01-31", "31 January 2024", 4),
        ("2022-06-01", "30 June 2022", 23),
        ("2020-01-15", "31 March 2020", 18),
        ("2000-01-01", "31 December 2000", 25),
        ("1950-01-01", "31 December 1951", 38),
        ("0986-03-01", "31 December 999 AD", 53),
        ("0001-01-01", "31 December 49 AD", 41),
    ],
)
def test_long_times_are_shown_by_quarter_or_year(
    since: str, first: str, count: int
) -> None:
    """There are about two dozen rows for two decades, and never more than 61."""
    view = views.course(Dossier([LATE]), on="2024-04-10", since=since)
    assert (view.rows[0].label, len(view.rows)) == (first, count)


def test_weaker_items_count_over_time_if_they_are_asked_for() -> None:
    """By default only firm promises do; a day on which nothing was made says so."""
    wish = promise("wish", made="2024-01-10", firmness=Firmness.ASPIRED)
    dossier = Dossier([wish])
    [row] = views.course(dossier, on="2024-01-31").rows
    assert (row.aside, row.facts) == ("none made", ())
    [row] = views.course(dossier, on="2024-01-31", firm=False).rows
    assert row.aside == "1 no deadline"


def test_time_does_not_run_backwards() -> None:
    """A beginning after the day is an error, and so is a vague day."""
    with pytest.raises(QueryError, match=r"since 2025-01-01 is later than"):
        views.course(Dossier(), on="2024-01-31", since="2025-01-01")
    with pytest.raises(QueryError, match="not a definite day"):
        views.course(Dossier(), on="2024-21")


@pytest.mark.no_cover
@given(dossiers(max_size=6))
def test_the_last_row_is_the_scorecard_of_its_day(dossier: Dossier) -> None:
    """It counts each promise of the scorecard by schedule, neither more nor less."""
    row = views.course(dossier, on="2024-01-30", since="2024-01-01").rows[-1]
    card = dossier.scorecard(by="firmness", on="2024-01-30")
    assert sum(int(number) for _, number in row.facts) == sum(
        len(each.commitments) for each in card
    )


@pytest.mark.no_cover
@given(st.dates(), st.dates())
def test_no_time_has_more_than_61_rows(one: date, other: date) -> None:
    """Whatever the days: a promise of 986 has no row for each year since."""
    first, last = sorted((one, other))
    days = list(_days(first, last))
    assert days == sorted(set(days))
    assert days[0] >= first
    assert days[-1] == last
    assert len(days) <= 61
