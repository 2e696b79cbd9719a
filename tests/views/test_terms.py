"""No view and no table shows a promise without what it depends on and how much it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from entente import (
    Adherence,
    Agreement,
    Amount,
    AmountRole,
    Anchor,
    AnchorDate,
    Commitment,
    Condition,
    ConditionKind,
    Consent,
    ConsentKind,
    Dossier,
    Event,
    Firmness,
    Meeting,
    MeetingState,
    Metric,
    Minister,
    Office,
    Participation,
    Party,
    PartyKind,
    Period,
    Record,
    Report,
    ReportedStatus,
    Role,
    Scope,
    ScopeKind,
    Tenure,
    Term,
    TermKind,
    Theme,
    views,
)
from entente._dossier import index_of
from entente.answers._time_words import worded_due
from entente.records._display import as_html
from entente.strategies import periods
from entente.views import View
from entente.views._periods import period_marks
from pages import Page

CONGRESS: Final = Party(id="us-congress", name="Congress", kind=PartyKind.BODY)
WATCHDOG: Final = Party(id="watchdog", name="Watchdog", kind=PartyKind.BODY)
APPROVAL: Final = Condition(
    kind=ConditionKind.APPROVAL, parties=("us-congress",)
)
SALE: Final = Commitment(
    id="boats",
    summary="Sell three boats.",
    by=("US",),
    firmness=Firmness.AGREED,
    made="2024-01-30",
    due=Period(stated="promptly"),
    conditions=(APPROVAL,),
    amounts=(
        Amount(value="3 boats"),
        Amount(value="5 people", role=AmountRole.CAP),
    ),
    scope=(Scope(kind=ScopeKind.GOODS, text="patrol boats"),),
    participations=(Participation(party="watchdog", role=Role.MONITOR),),
)
TREATY: Final = Agreement(
    id="treaty",
    name="Treaty of Lisbon",
    adopted="2024-02-01",
    signed="2024-03-01",
    expected=(
        Consent(kind=ConsentKind.IN_FORCE, on="2027", expected=True),
        Consent(kind=ConsentKind.WITHDRAWN, expected=True),
    ),
    conditions=(APPROVAL,),
    adherences=(
        Adherence(
            party="FR",
            steps=(Consent(kind=ConsentKind.RATIFIED, on="2024-05-02"),),
        ),
    ),
    participations=(Participation(party="watchdog", role=Role.DEPOSITARY),),
    scope=(Scope(kind=ScopeKind.GOODS, text="steel", excluded=True),),
    terms=(Term(kind=TermKind.TERMINATION, notice="P6M"),),
)
DOSSIER: Final = Dossier([CONGRESS, WATCHDOG, SALE, TREATY])
DAY: Final = "2024-07-01"


def text_of_page(html: str) -> str:
    """Return what a reader of a page sees."""
    return " ".join(Page(html).text)


SHOWN: Final[dict[str, Callable[[], str]]] = {
    "timeline": lambda: str(views.timeline(DOSSIER, on=DAY)),
    "timeline as a page": lambda: text_of_page(
        views.timeline(DOSSIER).to_html(chart=False)
    ),
    "brief": lambda: str(views.brief(DOSSIER, on=DAY)),
    "brief as a page": lambda: text_of_page(
        views.brief(DOSSIER, on=DAY).to_html(charts=False)
    ),
}
"""The views that show single promises, as their readers see them."""


@pytest.fixture(params=SHOWN)
def shown(request: pytest.FixtureRequest) -> str:
    """Return each view in turn, on one line."""
    return " ".join(SHOWN[request.param]().replace("\\", "").split())


@pytest.mark.parametrize(
    "said",
    [
        "subject to approval by Congress",
        "3 boats; at most 5 people",
        "“promptly”",
        "monitor: Watchdog",
        "goods: patrol boats",
    ],
)
def test_every_view_prints_a_promise_with_its_terms(
    shown: str, said: str
) -> None:
    """Condition, amounts, a date in words only, roles and scope are in text, pages and Markdown."""
    assert said in shown
    assert "XXXX" not in shown


@pytest.mark.parametrize(
    "said",
    [
        "adopted 1 February 2024, signed 1 March 2024",
        "subject to approval by Congress",
        "in force 2027 (expected), withdrawn (expected)",
        "FR: ratified 2 May 2024",
        "depositary: Watchdog",
        "except goods: steel",
        "termination: notice of 6 months",
    ],
)
def test_every_view_prints_an_agreement_with_its_terms(
    shown: str, said: str
) -> None:
    """A brief has a timeline too, so that both show consent, scope and terms of agreements."""
    assert said in shown


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        (
            DOSSIER.commitments,
            [
                "“promptly”",
                "approval (us-congress)",
                "3 boats; at most 5 people",
            ],
        ),
        (DOSSIER.agreements, ["approval (us-congress)"]),
    ],
)
def test_every_table_prints_conditions_and_amounts(
    table: Any, cells: list[str]
) -> None:
    """Tables of text and of a notebook have a column for each, in the words of `where`."""
    page = Page(table._repr_html_()).text
    for cell in cells:
        assert cell in table.table(width=200)
        assert cell in page


def test_a_record_in_a_notebook_shows_its_parts() -> None:
    """The table of one record has conditions and amounts, and a date in words only as words."""
    page = text_of_page(as_html(evolve(SALE, duration="P4Y")))
    assert "kind: approval, parties: us-congress" in page
    assert "value: 5 people, role: cap" in page
    assert "due “promptly”" in page
    assert "duration 4 years" in page


# --- time in words ---------------------------------------------------------------------------------


def promise(**fields: Any) -> Commitment:
    """Make a firm promise of France."""
    return Commitment(
        **{
            "id": "promise",
            "summary": "Keep it.",
            "by": ("FR",),
            "firmness": Firmness.AGREED,
        }
        | fields
    )


def test_words_of_a_time_are_kept_beside_what_it_is_counted_from() -> None:
    """The source may give words, and we what they are counted from."""
    soon = promise(
        due=Period(stated="soon"),
        due_from=Anchor(record="launch", after="P6M"),
    )
    launch = Event(id="launch", name="Launch", when="2024-01-30")
    worded = worded_due(soon, index_of(Dossier([launch, soon])))
    assert worded is not None
    assert worded.text == "30 July 2024 (“soon”, 6 months after launch)"


def test_words_for_when_it_was_made_are_not_left_out() -> None:
    """A timeline has no mark for them, and no other place."""
    late = promise(made=Period(stated="before the election"))
    view = views.timeline(Dossier([late]))
    assert view.notes[-1] == (
        "Without a date: Keep it. (made: “before the election”)"
    )


def facts_of(*records: Record, on: str | None = DAY) -> dict[str, str]:
    """Return the facts of the first row of a timeline."""
    return dict(views.timeline(Dossier(records), on=on).rows[0].facts)


def kinds_of_marks(view: View) -> list[str]:
    """Return the kinds of the marks of the first row."""
    return [mark.kind for mark in view.rows[0].marks]


def test_a_date_in_words_only_has_no_mark() -> None:
    """It is a fact, and is said beside the marks."""
    view = views.timeline(Dossier([CONGRESS, WATCHDOG, SALE]), on=DAY)
    assert kinds_of_marks(view) == ["made"]
    assert view.rows[0].aside == ("due “promptly”, no report, conditional")
    assert view.description.endswith(
        "schedules: 1 conditional; 1 with conditions."
    )


@given(periods() | st.builds(Period, stated=st.just("promptly")))
def test_only_dates_in_words_have_no_mark(period: Period) -> None:
    """A date of which anything else is known is drawn, as a bar and as a point."""
    for kind in ("", "made"):
        marks = list(period_marks(period, kind))
        assert bool(marks) is not period.in_words_only


def test_what_has_no_mark_at_all_is_listed_with_its_terms() -> None:
    """A promise without any date keeps its condition, its amount and its words for the time."""
    undated = promise(
        due=Period(stated="promptly"),
        conditions=(Condition(kind=ConditionKind.FUNDING),),
        amounts=(Amount(value="3 boats"),),
    )
    assert views.timeline(Dossier([undated])).notes[-1] == (
        "Without a date: Keep it. (due: “promptly”;"
        " depends on: subject to funding; amount: 3 boats)"
    )


def test_a_deadline_that_was_moved_to_words_keeps_the_old_date() -> None:
    """Both are facts, and only the date has a mark, hollow since it is in force no more."""
    moved = promise(
        made="2024-01-01",
        due="2024-03-01",
        reports=(
            Report(
                on="2024-02-01",
                by="FR",
                status=ReportedStatus.IN_PROGRESS,
                due=Period(stated="soon"),
            ),
        ),
    )
    view = views.timeline(Dossier([moved]))
    assert dict(view.rows[0].facts)["due"] == "1 March 2024, then “soon”"
    assert kinds_of_marks(view) == ["made", "due", "declared"]
    assert view.rows[0].marks[1].hollow


def test_a_deadline_that_was_set_too_late_comes_before_the_one_in_force() -> (
    None
):
    """A deadline that was over stays in force, and is the one that is shown last."""
    late = promise(
        made="2024-01-01",
        due="2024-03-01",
        reports=(
            Report(
                on="2024-04-01",
                by="FR",
                status=ReportedStatus.MODIFIED,
                due="2024-12-31",
            ),
        ),
    )
    row = views.timeline(Dossier([late])).rows[0]
    assert dict(row.facts)["due"] == "31 December 2024, then 1 March 2024"


def after_treaty(**fields: Any) -> Anchor:
    """Make a time that is counted from the entry into force of the treaty."""
    return Anchor(
        record="treaty", date=AnchorDate.IN_FORCE, after="P6M", **fields
    )


IN_FORCE: Final = Agreement(id="treaty", name="Treaty", in_force="2024-01-30")
NOT_YET: Final = Agreement(id="treaty", name="Treaty", signed="2023")


@pytest.mark.parametrize(
    ("agreement", "stated", "due"),
    [
        (IN_FORCE, None, "30 July 2024 (6 months after the entry into force of Treaty)"),
        (IN_FORCE, "half a year later", "30 July 2024 (“half a year later”)"),
        (NOT_YET, None, "6 months after the entry into force of Treaty"),
        (NOT_YET, "half a year later", "“half a year later”"),
    ],
)  # fmt: skip
def test_a_time_that_is_counted_says_from_what(
    agreement: Agreement, stated: str | None, due: str
) -> None:
    """It is worked out once there is a date, and until then it is words."""
    counted = promise(made="2023-01-01", due_from=after_treaty(stated=stated))
    rows = views.timeline(Dossier([agreement, counted]), on=DAY).rows
    [row] = [row for row in rows if row.label == "Keep it."]
    assert dict(row.facts)["due"] == due
    assert any(mark.kind == "due" for mark in row.marks) is (
        agreement is IN_FORCE
    )


def test_a_date_that_is_given_needs_no_counting() -> None:
    """What the source states as a date is shown in words alone, with an anchor too."""
    given_too = promise(
        made="2023-01-01", due="2024-08", due_from=after_treaty()
    )
    dossier = Dossier([IN_FORCE, given_too])
    rows = {row.label: row for row in views.timeline(dossier).rows}
    assert dict(rows["Keep it."].facts)["due"] == "August 2024"


@pytest.mark.parametrize(
    ("fields", "runs", "lasts"),
    [
        ({"runs": "2024-01-30/", "duration": "P4Y"}, "from 30 January 2024 to 29 January 2028", ""),
        ({"runs": "2024-01-30/..", "duration": None}, "from 30 January 2024, without end", ""),
        ({"duration": "P4Y"}, "", "4 years"),
        ({"runs": Period(stated="for long"), "duration": "P4Y"}, "“for long”", "4 years"),
        ({"runs_from": Anchor(record="later", after="P1M")}, "1 month after Later", ""),
        ({"runs_from": Anchor(record="later", stated="then")}, "“then”", ""),
        ({"runs_from": after_treaty(stated="then")}, "from 30 July 2024, end unknown (“then”)", ""),
        ({"runs": "2024-02/", "runs_from": after_treaty()}, "from February 2024, end unknown", ""),
        ({"runs_from": after_treaty()}, "from 30 July 2024, end unknown (6 months after the entry into force of Treaty)", ""),
        # A start without a first day gives no end.
        ({"runs": "[..2024]", "duration": "P4Y"}, "by 2024", "4 years"),
    ],
)  # fmt: skip
def test_how_long_a_promise_runs_is_worked_out(
    fields: dict[str, Any], runs: str, lasts: str
) -> None:
    """A duration is shown where it gives the time no end."""
    later = Event(id="later", name="Later")
    dossier = Dossier([IN_FORCE, later, promise(made="2023-01-01", **fields)])
    rows = {row.label: row for row in views.timeline(dossier).rows}
    facts = dict(rows["Keep it."].facts)
    assert (facts["runs"], facts["lasts"]) == (runs, lasts)


# --- single promisors ----------------------------------------------------------------------------


def test_what_each_party_did_is_shown_apart() -> None:
    """Reports on one of several promisors say nothing of the whole, and are listed by party."""
    both = promise(
        by=("FR", "GB", "DE"),
        made="2024-01-01",
        reports=(
            Report(on="2024-02-01", by="FR", status=ReportedStatus.COMPLETED, of="FR"),
            Report(on="2024-02-02", by="watchdog", status=ReportedStatus.IN_PROGRESS, of="FR"),
            Report(on="2024-02-03", by="watchdog", status=ReportedStatus.BREACHED, of="GB"),
            Report(on="2024-09-01", by="DE", status=ReportedStatus.COMPLETED, of="DE"),
        ),
    )  # fmt: skip
    facts = facts_of(WATCHDOG, both)
    assert (facts["declared"], facts["assessed"]) == ("none", "none")
    assert facts["each party"] == (
        "FR: declared completed, assessed in progress;"
        " GB: assessed breached; DE: no report"
    )


def test_a_report_on_the_only_promisor_is_one_on_the_whole() -> None:
    """A brief says whom it judges."""
    judged = promise(
        made="2024-01-01",
        reports=(
            Report(
                on="2024-02-01",
                by="FR",
                status=ReportedStatus.COMPLETED,
                of="FR",
            ),
        ),
    )
    assert facts_of(judged)["each party"] == ""
    assert (
        "| completed, 1 February 2024, by France (FR), on France (FR) |"
        in str(views.brief(Dossier([judged]), on=DAY))
    )


def test_many_promisors_are_counted() -> None:
    """Of a commitment of many parties the timeline counts the words of each side."""
    parties = ("FR", "GB", "DE", "IT", "ES", "NL", "BE")
    reports = [
        Report(on="2024-02-01", by=id, status=ReportedStatus.COMPLETED, of=id)
        for id in parties
    ]
    joint = promise(by=parties, made="2024-01-01", reports=tuple(reports))
    assert facts_of(joint)["each party"] == "7 parties: declared 7 completed"


# --- briefs --------------------------------------------------------------------------------------


def section(text: str, heading: str) -> str:
    """Return one section of a brief."""
    return text.split(f"\n## {heading}\n")[1].split("\n## ", maxsplit=1)[0]


def report(by: str, status: ReportedStatus) -> Report:
    """Make a report of the spring."""
    return Report(on="2024-04-01", by=by, status=status)


BREACHED: Final = report("watchdog", ReportedStatus.BREACHED)
KEPT: Final = report("FR", ReportedStatus.IN_PROGRESS)


@pytest.mark.parametrize(
    ("heading", "fields", "text"),
    [
        ("Breached", {"reports": (BREACHED,)}, ""),
        (
            "Possibly breached",
            {"reports": (BREACHED, KEPT)},
            "One side reports that it is broken, and the other does not.",
        ),
        ("Overdue", {"due": "2024-01"}, ""),
        ("Possibly overdue", {"due": "2024-01?"}, ""),
        ("Upcoming", {"due": "2025"}, ""),
        (
            "Due in words only",
            {"due": Period(stated="promptly")},
            "The source gives no date, so nobody can say when the time is over.",
        ),
        (
            "Waiting for a date",
            {"due_from": after_treaty()},
            "The time is counted from a date that is not on record.",
        ),
    ],
)
def test_a_brief_lists_each_deadline_in_one_section(
    heading: str, fields: dict[str, Any], text: str
) -> None:
    """What is due in words only or waits for a date is listed apart, with the reason."""
    page = str(
        views.brief(
            Dossier([WATCHDOG, NOT_YET, promise(made="2023", **fields)]),
            on=DAY,
        )
    )
    headings = (
        "Breached",
        "Possibly breached",
        "Overdue",
        "Possibly overdue",
        "Upcoming",
        "Due in words only",
        "Waiting for a date",
    )
    found = [
        each
        for each in headings
        if f"\n## {each}\n" in page and "Keep it." in section(page, each)
    ]
    assert found == [heading]
    assert text in section(page, heading)


def test_a_brief_prints_conditions_beside_the_promise() -> None:
    """Condition and amount are no small print; the rest is, with the citation."""
    page = views.brief(DOSSIER, on=DAY)
    line = (
        "Sell three boats. Condition: subject to approval by Congress."
        " Amount: 3 boats; at most 5 people."
    )
    assert (
        f"| 1. {line} (covers: goods: patrol boats;"
        " taking part: monitor: Watchdog;"
        " why: what it depends on has not come, as far as the record shows;"
        " not met: subject to approval by Congress (no record would show"
        " that it is met); no citation) | United States of America (US) | agreed |"
        " 30 January 2024 | “promptly” | not reported | not reported | conditional |"
    ) in str(page)
    assert (
        "<strong>Sell three boats.</strong>"
        "<span>Condition: subject to approval by Congress.</span>"
        "<span>Amount: 3 boats; at most 5 people.</span><small>"
    ) in page.to_html(charts=False)


def test_a_brief_names_states_in_conditions() -> None:
    """One state with a code alone, beside others with their names, is a riddle."""
    treaty = promise()
    sale = Commitment(
        id="sale",
        summary="Sell boats.",
        by=("FR",),
        conditions=(
            Condition(kind=ConditionKind.APPROVAL, parties=("US", "watchdog")),
            Condition(kind=ConditionKind.FUNDING, waits_for=treaty.id),
        ),
    )
    page = str(views.brief(Dossier([WATCHDOG, treaty, sale]), on=DAY))
    assert (
        "Condition: subject to approval by United States of America (US) and"
        " Watchdog; subject to funding (waits for Keep it)."
    ) in page


def test_a_brief_names_offices_and_ministers() -> None:
    """Only parties are listed by id at its end, and only they are counted as such."""
    office = Office(id="interior", title="Minister of the Interior", party="FR")  # fmt: skip
    minister = Minister(
        id="a-b",
        name="A. B.",
        tenures=(Tenure(office="interior", period="2020/2025"),),
    )
    made = promise(by=("FR", "interior", "a-b"), made="2024-01-01")
    page = str(views.brief(Dossier([office, minister, made]), on=DAY))
    assert "| France (FR), Minister of the Interior, A. B. | agreed |" in page
    assert "1 firm promise by 1 party, each counted once." in page


def test_dates_in_words_only_are_uncertain() -> None:
    """The list of vague dates has the words, and says that there are no others."""
    page = str(views.brief(DOSSIER, on=DAY))
    assert "- Sell three boats. Due: “promptly”, in words only." in section(
        page, "Uncertainties"
    )


def test_a_brief_groups_by_unit_as_it_is_written() -> None:
    """A currency code is not written like a word."""
    paid = promise(amounts=(Amount(value="5 GBP"),))
    page = str(views.brief(Dossier([paid]), on=DAY, by="unit"))
    assert "**GBP**" in section(page, "By unit")


@pytest.mark.parametrize(
    ("by", "heading", "group"),
    [
        ("conditional", "By whether conditional", "Yes"),
        ("condition", "By kind of condition", "Approval"),
        ("condition_party", "By party of the condition", "Congress"),
        ("amount", "By role of the amount", "Cap"),
        ("scope", "By kind of scope", "Goods"),
        ("role", "By role", "Monitor"),
    ],
)
def test_a_brief_is_grouped_by_terms(
    by: str, heading: str, group: str
) -> None:
    """Every keyword can group, and its heading is English."""
    page = str(views.brief(DOSSIER, on=DAY, by=by))
    # A group is a table, or refers to one that comes before.
    names = (f"**{group}**", f"\n{group}, described above:\n")
    assert any(name in section(page, heading) for name in names)


# --- scorecards, offices, meetings ---------------------------------------------------------------


def test_a_scorecard_counts_what_is_conditional_and_broken() -> None:
    """It counts only, so it says how many promises depend on something."""
    broken = promise(reports=(BREACHED,), themes=("boats",), made="2023")
    conditional = promise(
        id="other",
        conditions=(Condition(kind=ConditionKind.FUNDING),),
        themes=("boats",),
        due="2025",
    )
    dossier = Dossier(
        [WATCHDOG, Theme(id="boats", label="Boats"), broken, conditional]
    )
    view = views.scorecard(dossier, by="theme", on=DAY)
    assert view.rows[0].group == (
        "Boats: 2 firm promises, 1 vague, 1 conditional"
    )
    assert [row.aside for row in view.rows] == [
        "2 not reported",
        "1 breached, 1 not reported",
        "1 breached, 1 conditional",
    ]
    assert view.description == (
        "2 firm promises in 1 group by theme; 0 overdue, 1 conditional."
    )
    card = dossier.scorecard(by="theme", on=DAY)
    assert card["boats"].conditional == 1
    assert repr(card).split()[:4] == ["theme", "all", "vague", "conditional"]


@pytest.mark.parametrize(
    ("fields", "vague"),
    [
        ({"due": Period(stated="promptly")}, 1),
        ({"due": Period(stated="promptly"), "made": "2024"}, 1),
        ({"runs": Period(stated="until further notice")}, 1),
        ({"runs": "2024-01-30/"}, 0),
        ({"due": Period(stated="later"), "due_from": after_treaty()}, 0),
    ],
)
def test_words_alone_leave_a_promise_vague(
    fields: dict[str, Any], vague: int
) -> None:
    """What is counted from another record counts as a deadline, and words alone do not."""
    card = Dossier([IN_FORCE, promise(**fields)]).scorecard(by="by", on=DAY)
    assert card["FR"].vague == vague


def test_a_tenure_in_words_only_is_written_in_words() -> None:
    """It has no mark, and its words are in the row."""
    held = Minister(
        id="a-b",
        name="A. B.",
        tenures=(Tenure(office="interior", period=Period(stated="lately")),),
    )
    office = Office(id="interior", title="Minister of the Interior", party="FR")  # fmt: skip
    [row] = views.offices(Dossier([office, held])).rows
    assert (row.marks, row.aside) == ((), "“lately”")
    assert dict(row.facts)["held"] == "“lately”"


def test_a_meeting_shows_who_takes_part_in_which_role() -> None:
    """Hosts, chairs and invitees are named."""
    meeting = Meeting(
        id="talks",
        name="Talks",
        state=MeetingState.HELD,
        when="2024-03-04",
        participations=(
            Participation(party="FR", role=Role.HOST),
            Participation(party="watchdog", role=Role.INVITEE),
        ),
    )
    assert (
        facts_of(meeting, WATCHDOG)["taking part"]
        == "host: FR; invitee: Watchdog"
    )


def test_an_awaited_record_is_named() -> None:
    """A condition that waits for an event has its name, without a full stop."""
    vote = Event(id="vote", name="Vote of Congress.")
    waiting = promise(
        made="2024-01-01",
        conditions=(Condition(kind=ConditionKind.APPROVAL, waits_for="vote"),),
    )
    assert facts_of(vote, waiting)["depends on"] == (
        "subject to approval (waits for Vote of Congress)"
    )


def test_the_base_of_a_share_is_named() -> None:
    """A share of a metric has its name in every view, and not its id."""
    pledged = Metric(id="pledged", name="Money pledged.", unit="USD")
    share = promise(
        made="2024-01-01",
        amounts=(
            Amount(value="30 %", role=AmountRole.SHARE, base=("pledged",)),
        ),
    )
    assert facts_of(pledged, share)["amount"] == "30% of Money pledged"


@given(kind=st.sampled_from(list(ConditionKind)), recurs=st.booleans())
def test_every_kind_of_condition_reaches_every_view(
    *, kind: ConditionKind, recurs: bool
) -> None:
    """Whatever a promise depends on is in the timeline, in the brief and in the table."""
    record = promise(
        made="2024", conditions=(Condition(kind=kind, recurs=recurs),)
    )
    dossier = Dossier([record])
    depends = facts_of(record)["depends on"]
    assert depends
    assert depends in str(views.brief(dossier, on=DAY))
    assert kind.value in repr(dossier.commitments)
