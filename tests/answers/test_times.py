"""When a commitment is due and how long it runs, also where that is counted from another record."""

from __future__ import annotations

from typing import Any

import pytest

from entente import (
    Agreement,
    Anchor,
    AnchorDate,
    Citation,
    Commitment,
    Dossier,
    Duration,
    Event,
    Meeting,
    MeetingState,
    Party,
    PartyKind,
    Period,
    Record,
    Source,
    SourceKind,
)
from entente.answers._times import (
    anchored,
    deadline_of,
    due_of,
    existence_of,
    runs_of,
)
from entente.records._index import RecordIndex
from entente.records._wording import anchor_text

TREATY = Agreement(
    id="treaty",
    name="Treaty",
    announced="2023-01",
    adopted="2023-02-03",
    signed="2023-03-10",
    provisional="2023-07/2024-01-31",
    in_force="2024-02-01/2034",
    ended="2034",
)
BASES: tuple[Record, ...] = (
    TREATY,
    Agreement(id="sought", name="Sought", sought="2024"),
    Agreement(id="vague", name="Vague", in_force="[2024-03-01..2024-05-31]"),
    Agreement(id="some-day", name="Some day", in_force="[2024-03-01..]"),
    Meeting(
        id="talks",
        name="Talks",
        state=MeetingState.HELD,
        when="2024-01-30/2024-01-31",
    ),
    Meeting(
        id="soon",
        name="Soon",
        state=MeetingState.PLANNED,
        when=Period(stated="soon"),
    ),
    Event(id="vote", name="Vote", when="2024-06-15"),
    Event(id="long-ago", name="Long ago", when="../2020"),
    Event(id="lasting", name="Lasting", when="2024-02/"),
    Commitment(id="boats", summary="Boats.", runs="2023-03-06/2023-05"),
    Source(
        id="notice",
        title="Notice",
        kind=SourceKind.PRESS_NOTICE,
        published="2024-04-01",
    ),
    Commitment(id="first", summary="First.", made="2024-05-05", due="2024-09"),
    Event(id="last-day", name="Last day", when="9999-12-31"),
)
INDEX = RecordIndex(Dossier(BASES).records)


def promise(**given: Any) -> Commitment:
    """Make a promise that is made on 30 January 2024."""
    return Commitment(
        id="promise", summary="Keep it.", **{"made": "2024-01-30", **given}
    )


# --- the date that an anchor means ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("anchor", "date"),
    [
        (Anchor(record="treaty"), "2024-02-01"),
        (Anchor(record="treaty", date=AnchorDate.ANNOUNCED), "2023-01"),
        (Anchor(record="treaty", date=AnchorDate.ADOPTED), "2023-02-03"),
        (Anchor(record="treaty", date=AnchorDate.SIGNED), "2023-03-10"),
        (Anchor(record="treaty", date=AnchorDate.PROVISIONAL), "2023-07"),
        (Anchor(record="treaty", date=AnchorDate.IN_FORCE), "2024-02-01"),
        (Anchor(record="treaty", date=AnchorDate.ENDED), "2034"),
        (Anchor(record="talks"), "[2024-01-30..2024-01-31]"),
        (Anchor(record="talks", before="P1D"), "2024-01-29"),
        (Anchor(record="talks", after="P1D"), "2024-02-01"),
        (Anchor(record="treaty", after="P1Y"), "2025-02-01"),
        (Anchor(record="treaty", before="P1D"), "2024-01-31"),
        (Anchor(record="long-ago"), "[..2020]"),
        (Anchor(record="long-ago", after="P1Y"), "2021"),
        (Anchor(record="lasting"), "[2024-02..]"),
        (Anchor(record="lasting", before="P1M"), "2024-01"),
        (Anchor(record="boats", date=AnchorDate.RUNS), "2023-03-06"),
        (
            Anchor(record="boats", date=AnchorDate.RUNS, after="P1W"),
            "2023-03-13",
        ),
        (Anchor(record="vote", date=AnchorDate.WHEN), "2024-06-15"),
        (Anchor(record="notice"), "2024-04-01"),
        (Anchor(record="notice", date=AnchorDate.PUBLISHED), "2024-04-01"),
        (Anchor(record="first"), "2024-05-05"),
        (Anchor(record="first", date=AnchorDate.MADE), "2024-05-05"),
        (Anchor(record="first", date=AnchorDate.DUE), "2024-09"),
        (Anchor(record="treaty", after="P6M"), "2024-08-01"),
        (Anchor(record="vote", before="P90D"), "2024-03-17"),
        (Anchor(record="first", date=AnchorDate.DUE, after="P1M"), "2024-10"),
        (Anchor(record="vague", after="P1Y"), "[2025-03-01..2025-05-31]"),
        (Anchor(record="some-day", after="P1Y"), "[2025-03-01..]"),
    ],
)
def test_a_time_is_counted_from_the_date_of_a_record(
    anchor: Anchor, date: str
) -> None:
    """It is the date that is named, or that of the record's kind.

    Of a meeting or an event of several days it is any day, its first for "before", its last for "after".
    Of all else that lasts it is the start.
    """
    found = anchored(anchor, INDEX)
    assert found is not None
    assert found.edtf == date


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor(record="sought", after="P6M"),
        Anchor(record="sought", date=AnchorDate.SIGNED),
        Anchor(record="soon", after="P6M"),
        Anchor(record="talks", date=AnchorDate.SIGNED),
        Anchor(record="long-ago", before="P1D"),
        Anchor(record="lasting", after="P1D"),
        Anchor(record="last-day", after="P1D"),
    ],
)
def test_there_is_no_time_while_the_record_has_no_date(
    anchor: Anchor,
) -> None:
    """A date that nobody knows, that is words only, or that leads out of the calendar gives none."""
    assert anchored(anchor, INDEX) is None


@pytest.mark.parametrize(
    ("anchor", "text"),
    [
        (Anchor(record="treaty"), "from treaty"),
        (Anchor(record="treaty", after="P6M"), "6 months after treaty"),
        (Anchor(record="vote", before="P90D"), "90 days before vote"),
        (
            Anchor(record="treaty", date=AnchorDate.IN_FORCE, after="P6M"),
            "6 months after the entry into force of treaty",
        ),
        (
            Anchor(record="treaty", after="P6M", stated="six months later"),
            "six months later",
        ),
    ],
)
def test_an_anchor_is_put_in_words(anchor: Anchor, text: str) -> None:
    """The source's own words come first; else it is named what is counted from where."""
    assert anchor_text(anchor) == text


def test_the_words_of_an_anchor_go_with_its_date() -> None:
    """How the source puts the time is kept beside what it works out to."""
    anchor = Anchor(record="treaty", after="P6M", stated="six months later")
    found = anchored(anchor, INDEX)
    assert found is not None
    assert (found.edtf, found.stated) == ("2024-08-01", "six months later")


# --- deadlines ------------------------------------------------------------------------------------

AFTER_TREATY = Anchor(record="treaty", after="P6M")
AFTER_SOUGHT = Anchor(record="sought", after="P6M", stated="after six months")


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ({}, None),
        ({"due": "2024-07"}, Period("2024-07")),
        ({"due_from": AFTER_TREATY}, Period("2024-08-01")),
        ({"due": "2024-07", "due_from": AFTER_TREATY}, Period("2024-07")),
        (
            {"due": Period(stated="soon after"), "due_from": AFTER_TREATY},
            Period("2024-08-01"),
        ),
    ],
)
def test_a_deadline_is_worked_out_once_there_is_a_date(
    given: dict[str, Any], due: Period | None
) -> None:
    """A date of its own counts first; words give way to what can be worked out."""
    assert due_of(promise(**given), INDEX) == due


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, "after six months"),
        (Period(stated="when it is time"), "when it is time"),
    ],
)
def test_a_deadline_that_waits_for_a_date_is_words_only(
    due: Period | None, words: str
) -> None:
    """Nothing is known of the day but that it is not before the promise was made."""
    commitment = promise(due=due, due_from=AFTER_SOUGHT)
    found = due_of(commitment, INDEX)
    assert found is not None
    assert (found.in_words_only, found.stated) == (True, words)
    assert deadline_of(commitment, INDEX) == Period("[2024-01-30..]")
    undated = promise(made=None, due=due, due_from=AFTER_SOUGHT)
    assert deadline_of(undated, INDEX) == found


def test_a_deadline_is_the_last_date_of_a_set() -> None:
    """A promise by a day is due on that day."""
    assert deadline_of(promise(due="[..2030]"), INDEX) == Period("2030")
    assert deadline_of(promise(), INDEX) is None


def test_a_worked_out_deadline_has_a_schedule_and_can_be_asked_for() -> None:
    """Status and questions go by the date once it is there."""
    bound = promise(due_from=AFTER_TREATY)
    waiting = Commitment(
        id="waiting", summary="Wait.", made="2024", due_from=AFTER_SOUGHT
    )
    dossier = Dossier([*BASES, bound, waiting])
    asked = dossier.commitments.where(due="2024-08-01")
    assert asked.ids == ("promise", "waiting")
    sure = dossier.commitments.where(due="2024-08-01", certain=True)
    assert sure.ids == ("promise",)
    schedules = [
        [
            dossier.status(id, on=on).schedule
            for on in ("2024-07-31", "2024-08-01", "2024-08-02")
        ]
        for id in ("promise", "waiting")
    ]
    assert schedules == [["not_due", "due", "overdue"], ["unknown"] * 3]
    overdue = dossier.commitments.where(schedule="overdue", on="2024-08-02")
    assert overdue.ids == ("promise",)


def test_what_is_due_at_a_meeting_is_not_overdue_while_it_is_held() -> None:
    """Any of its days may be meant, and nobody is accused before the last is over."""
    session = Meeting(
        id="session",
        name="First session",
        state=MeetingState.HELD,
        when="2005-11-28/2005-12-09",
    )
    rules = promise(made="1997-12-11", due_from=Anchor(record="session"))
    dossier = Dossier([session, rules])
    schedules = [
        dossier.status("promise", on=f"2005-{day}").schedule
        for day in ("11-27", "11-28", "12-08", "12-09", "12-10")
    ]
    assert schedules == ["not_due", "not_due", "not_due", "due", "overdue"]


def test_nothing_is_due_before_the_record_has_its_date() -> None:
    """The same promise is due once the treaty is in force, and its words are all that is known before."""
    commitment = promise(due_from=Anchor(record="sought", after="P6M"))
    before = Dossier([*BASES, commitment])
    assert before.status("promise", on="2030-01-01").schedule == "unknown"
    in_force = Agreement(id="sought", name="Sought", in_force="2025-01-15")
    after = before.with_records(in_force)
    assert after.status("promise").due == Period("2025-07-15")
    assert after.status("promise", on="2030-01-01").schedule == "overdue"


# --- how long it runs -----------------------------------------------------------------------------

FROM_TREATY = Anchor(record="treaty")
FROM_VAGUE = Anchor(record="vague", stated="from entry into force")
FROM_SOUGHT = Anchor(record="sought")


@pytest.mark.parametrize(
    ("given", "runs"),
    [
        ({}, None),
        ({"duration": "P4Y"}, None),
        ({"runs": "2024/2026"}, "2024/2026"),
        ({"runs": "2024/2026", "duration": "P4Y"}, "2024/2026"),
        ({"runs": "2024-03-01/", "duration": "P4Y"}, "2024-03-01/2028-02-29"),
        ({"runs": "2024-03-01", "duration": "P4Y"}, "2024-03-01/2028-02-29"),
        ({"runs": "../2026", "duration": "P4Y"}, "../2026"),
        ({"runs": "/2026", "duration": "P4Y"}, "/2026"),
        ({"runs": "2024-03-01/..", "duration": "P4Y"}, "2024-03-01/.."),
        ({"runs_from": FROM_TREATY}, "2024-02-01/"),
        (
            {"runs_from": FROM_TREATY, "duration": "P90D"},
            "2024-02-01/2024-04-30",
        ),
        ({"runs_from": FROM_VAGUE}, "2024-21/"),
        ({"runs_from": Anchor(record="talks")}, "2024-01/"),
        ({"runs_from": Anchor(record="talks", after="P1D")}, "2024-02-01/"),
        ({"runs": "2025/", "runs_from": FROM_TREATY}, "2025/"),
        (
            {"runs": Period(stated="from then on"), "runs_from": FROM_TREATY},
            "2024-02-01/",
        ),
        ({"runs": "9999-06/", "duration": "P4Y"}, "9999-06/"),
    ],
)
def test_a_time_is_worked_out_from_its_start_and_its_length(
    given: dict[str, Any], runs: str | None
) -> None:
    """A start may be that of another record; an end of its own counts before a length."""
    found = runs_of(promise(**given), INDEX)
    assert (None if found is None else found.edtf) == runs


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"runs_from": FROM_SOUGHT}, "from sought"),
        ({"runs_from": FROM_SOUGHT, "duration": "P4Y"}, "from sought"),
        ({"runs_from": Anchor(record="some-day")}, "from some-day"),
        (
            {"runs_from": Anchor(record="some-day"), "duration": "P4Y"},
            "from some-day",
        ),
        (
            {"runs": Period(stated="for a while"), "runs_from": FROM_SOUGHT},
            "for a while",
        ),
        (
            {"runs": Period(stated="for a while"), "duration": "P4Y"},
            "for a while",
        ),
    ],
)
def test_a_time_without_a_known_start_is_words_only(
    given: dict[str, Any], words: str
) -> None:
    """It is not before the promise was made, and not guessed any further."""
    found = runs_of(promise(**given), INDEX)
    assert found is not None
    assert (found.edtf, found.stated) == ("[2024-01-30..]", words)


def test_a_vague_start_gives_a_vague_end() -> None:
    """The narrowest span that may be all of these is taken, and found by the days that it may cover."""
    commitment = promise(runs_from=FROM_VAGUE, duration="P1Y")
    found = runs_of(commitment, INDEX)
    assert found is not None
    assert found.is_span
    assert found == Duration("P1Y").starting("[2024-03-01..2024-05-31]")
    dossier = Dossier([*BASES, commitment])
    asked = dossier.commitments.where
    assert asked(runs="2024-09-01", certain=True).ids == ("promise",)
    assert asked(runs="2024-04-01").ids == ("promise",)
    assert asked(runs="2024-04-01", certain=True).ids == ()


def test_a_time_with_an_unknown_end_went_on_when_its_source_says_so() -> None:
    """The day on which the source was published is its `as_of`, whoever gives the start."""
    cited = (Citation(source="notice"),)
    for given in ({"runs": "2024-02-01/"}, {"runs_from": FROM_TREATY}):
        found = runs_of(promise(**given, citations=cited), INDEX)
        assert found == Period("2024-02-01/", as_of="2024-04-01")
    party = Party(
        id="board",
        name="Board",
        kind=PartyKind.BODY,
        existed="2020/",
        citations=cited,
    )
    assert existence_of(party, INDEX) == Period("2020/", as_of="2024-04-01")
    lasting = Party(id="x", name="X", kind=PartyKind.BODY, existed="1990/1999")
    assert existence_of(lasting, INDEX) == Period("1990/1999")
    ageless = Party(id="y", name="Y", kind=PartyKind.BODY)
    assert existence_of(ageless, INDEX) is None
