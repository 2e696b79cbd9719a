"""What is new in a dossier as an Atom feed: reports, verdicts that turned, ids that stay."""

from __future__ import annotations

import datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from attrs import evolve

from entente import (
    Citation,
    Commitment,
    Dossier,
    Period,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Theme,
    example,
)
from entente.errors import QueryError
from entente.exports import feed
from hostile import HOSTILE, hostile_dossier

ATOM = "{http://www.w3.org/2005/Atom}"

PATROL = Commitment(
    id="patrol",
    summary="Patrol more.",
    by=("FR",),
    made="2024-01-30",
    due="2024-05-31",
)
DONE = Report(on="2024-06-03", by="FR", status=ReportedStatus.COMPLETED)
READOUT = Source(
    id="readout",
    title="Readout",
    kind=SourceKind.READOUT,
    published="2024-06-10",
    address="https://example.org/readout",
)


def entries(text: bytes) -> list[Any]:
    """Return the entries that feedparser reads in a feed, of which it finds no fault."""
    read = feedparser.parse(text)
    assert not read.bozo
    return list(read.entries)


def told(dossier: Dossier, **asked: Any) -> list[tuple[str, str]]:
    """Return the day and the title of each entry of a feed."""
    found = entries(feed(dossier, name="tracker", **asked))
    return [(each.updated[:10], each.title) for each in found]


# --- what is told --------------------------------------------------------------------------------


def test_reports_and_turns_are_told_the_latest_first() -> None:
    """Each report and each day on which the verdict turned is an entry, up to a day."""
    dossier = Dossier([evolve(PATROL, reports=(DONE,))])
    assert told(dossier) == [
        ("2024-06-03", "France reports completed: Patrol more"),
        ("2024-06-03", "Met late: Patrol more"),
        ("2024-06-01", "Overdue: Patrol more"),
        ("2024-05-31", "Due: Patrol more"),
    ]
    assert told(dossier, on="2024-06-02") == told(dossier)[2:]
    assert told(dossier, since="2024-06-02") == told(dossier)[:2]


def test_a_verdict_turns_once_it_is_known() -> None:
    """What came to be known later turns the verdict on that later day, and not before."""
    late = evolve(DONE, on="2024-05-01", known="2024-07-15")
    assert told(Dossier([evolve(PATROL, reports=(late,))])) == [
        ("2024-07-15", "France reports completed: Patrol more"),
        ("2024-07-15", "Met on time: Patrol more"),
        ("2024-06-01", "Overdue: Patrol more"),
        ("2024-05-31", "Due: Patrol more"),
    ]


def test_an_entry_says_what_happened_and_why() -> None:
    """An entry has the promise, the reason of its verdict, its themes and its sources."""
    moved = Report(
        on="2024-02-01",
        by="FR",
        of="FR",
        status=ReportedStatus.IN_PROGRESS,
        known="2024-06-10",
        due=Period("2024-09", stated="in the autumn"),
        note="Slowly.",
        citations=(Citation(source="readout", lines="3-4"),),
    )
    promise = evolve(PATROL, themes=("boats",), reports=(moved,))
    theme = Theme(id="boats", label="Small boats")
    news = feed(Dossier([READOUT, theme, promise]), name="tracker")
    reported, moved_on, turned, _ = entries(news)
    assert moved_on.title == "Not due: Patrol more"
    assert reported.content[0].value.splitlines() == [
        "Patrol more.",
        "on: 1 February 2024",
        "known since: 10 June 2024",
        "about: France",
        "new deadline: September 2024 (“in the autumn”)",
        "note: Slowly.",
        "source: Readout, lines 3-4",
    ]
    assert reported.links[0].href == "https://example.org/readout"
    assert [(tag.term, tag.label) for tag in reported.tags] == [
        ("boats", "Small boats")
    ]
    assert turned.title == "Overdue: Patrol more"
    assert turned.content[0].value.splitlines() == [
        "Patrol more.",
        "until then: due",
        "because its time is over, and nobody reports it done",
    ]


def test_a_report_without_a_day_has_that_of_its_source() -> None:
    """A report whose own date is in words only is new on the day on which its source was published."""
    cited = evolve(
        DONE,
        on=Period(stated="recently"),
        citations=(Citation(source="readout"),),
    )
    dated, undated = (
        Dossier([READOUT, evolve(PATROL, reports=(each,))])
        for each in (cited, evolve(cited, citations=()))
    )
    title = "France reports completed: Patrol more"
    assert ("2024-06-10", title) in told(dated)
    assert ("1970-01-01", title) in told(undated)


def test_a_recurring_duty_turns_on_its_days() -> None:
    """A duty turns with each day on which it falls due, also those that no report names."""
    duty = evolve(
        PATROL, due=None, runs="2024-01-31/..", recurrence="FREQ=YEARLY"
    )
    found = told(Dossier([duty]), on="2025-03-01")
    assert ("2024-02-01", "Overdue: Patrol more") in found
    vague = evolve(duty, runs="2024/..")
    assert "Overdue: Patrol more" not in dict(told(Dossier([vague]))).values()


def test_nothing_is_told_before_a_promise_was_made() -> None:
    """The time for which a promise runs may have begun before it was made, which nobody knew then."""
    early = evolve(PATROL, due=None, runs="2020/2025", made="2024")
    found = told(Dossier([early]), on="2026-01-01")
    assert found == [
        ("2026-01-01", "Over: Patrol more"),
        ("2025-01-02", "Unknown: Patrol more"),
    ]


@pytest.mark.no_cover
def test_no_turn_is_missed() -> None:
    """Day by day, the verdict as it was known on that day is the one that was told last."""
    dossier = example("promises-kept")
    news = entries(feed(dossier, name="promises-kept", on="2024-12-31"))
    first = datetime.date(2024, 1, 1)
    for commitment in dossier.commitments:
        title = (commitment.label or commitment.summary).removesuffix(".")
        turned = {
            datetime.date.fromisoformat(each.updated[:10]): word
            for each in news
            if "reports" not in each.title
            for word, _, rest in [each.title.partition(": ")]
            if rest == title
        }
        before = dossier.status(commitment, on=first, as_known=first).schedule
        for shift in range(1, 366):
            day = first + datetime.timedelta(days=shift)
            word = dossier.status(commitment, on=day, as_known=day).schedule
            assert word is not None
            assert (word != before) is (day in turned), (commitment.id, day)
            before = word


# --- ids -----------------------------------------------------------------------------------------


def test_entries_keep_their_ids() -> None:
    """A later state of a dossier adds entries, and changes none of those that were there."""
    again = evolve(DONE, note="The same day, once more.")
    before = entries(
        feed(Dossier([evolve(PATROL, reports=(DONE,))]), name="tracker")
    )
    after = entries(
        feed(Dossier([evolve(PATROL, reports=(DONE, again))]), name="tracker")
    )
    ids = [each.id for each in after]
    assert len(set(ids)) == len(ids) == len(before) + 1
    assert {each.id for each in before} < set(ids)
    assert all(id.startswith("urn:uuid:") for id in ids)


def test_two_dossiers_have_ids_of_their_own() -> None:
    """The name of a dossier keeps its entries apart from those of a copy."""
    dossier = Dossier([evolve(PATROL, reports=(DONE,))])
    one, other = (
        {each.id for each in entries(feed(dossier, name=name))}
        for name in ("one", "other")
    )
    assert one.isdisjoint(other)


# --- the format ----------------------------------------------------------------------------------


def faults(text: bytes) -> list[str]:
    """List what RFC 4287 demands of a feed and this one lacks."""
    root = ET.fromstring(text)  # noqa: S314 -- our own text
    found = [] if root.tag == f"{ATOM}feed" else ["no feed"]
    for holder in (root, *root.findall(f"{ATOM}entry")):
        found += [
            f"{holder.tag} without one {name}"
            for name in ("id", "title", "updated")
            if len(holder.findall(ATOM + name)) != 1
        ]
        updated = holder.findtext(f"{ATOM}updated") or ""
        datetime.datetime.strptime(updated, "%Y-%m-%dT%H:%M:%S%z")
    if root.findtext(f"{ATOM}author/{ATOM}name") is None:
        found.append("no author")
    # Without content an entry would need a link to what it tells.
    found += [
        "an entry without content"
        for entry in root.findall(f"{ATOM}entry")
        if not entry.findtext(f"{ATOM}content")
    ]
    return found


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "name", ["uk-france", "promises-kept", "channel-2020-2024"]
)
def test_a_feed_is_whole(name: str) -> None:
    """A feed of a real dossier has all that the standard demands, and is the same each time."""
    dossier = example(name)
    text = feed(dossier, name=name)
    assert faults(text) == []
    assert entries(text)
    assert feed(Dossier(dossier.records), name=name) == text


def test_an_empty_dossier_is_an_empty_feed() -> None:
    """Without any record there is nothing new, and no day but the first of clocks."""
    text = feed(Dossier(), name="tracker", address="https://example.org/atom")
    assert faults(text) == []
    read = feedparser.parse(text)
    assert read.entries == []
    assert read.feed.updated == "1970-01-01T00:00:00Z"
    [link] = read.feed.links
    assert (link.rel, link.href) == ("self", "https://example.org/atom")


@pytest.mark.no_cover
@pytest.mark.parametrize("odd", HOSTILE.values(), ids=HOSTILE)
def test_odd_texts_stay_texts(odd: str) -> None:
    """Whatever a text holds, the feed can be read and has the same elements."""
    text = feed(hostile_dossier(odd), name="tracker")
    assert faults(text) == []
    plain = feed(hostile_dossier("."), name="tracker")
    tags = [
        [element.tag for element in ET.fromstring(each).iter()]  # noqa: S314 -- our own text
        for each in (text, plain)
    ]
    assert tags[0] == tags[1]


# --- mistakes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"name": "Tracker"},
            "name: 'Tracker' is not an id; write 'tracker'",
        ),
        (
            {"name": "tracker", "since": "2024"},
            "'2024' is not a definite day; write one, such as '2024-01-30'",
        ),
        (
            {"name": "tracker", "address": "javascript:a"},
            "address: 'javascript:a' is not an address of the web; write one that begins with https://",
        ),
    ],
)
def test_mistakes_are_told(asked: dict[str, Any], message: str) -> None:
    """A name that is no id, a vague day and an address that is none are errors."""
    with pytest.raises(QueryError) as caught:
        feed(Dossier(), **asked)
    assert str(caught.value) == message
