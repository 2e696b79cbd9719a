"""Draws dense dossiers of promises, where dates collide and reporters differ, each from one seed."""

from __future__ import annotations

import datetime
from random import Random
from typing import Final

from attrs import evolve

from entente import (
    Agreement,
    Anchor,
    Commitment,
    CommitmentKind,
    Condition,
    Event,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Party,
    PartyKind,
    Period,
    Record,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Target,
    Tenure,
)
from verdict_oracle import GIVEN_UP


def body(id: str, *wholes: str, independent: bool = False) -> Party:
    return Party(
        id=id,
        name=id,
        kind=PartyKind.BODY,
        part_of=tuple(Membership(party=whole) for whole in wholes),
        independent=independent,
    )


def source(id: str, *issued_by: str) -> Source:
    return Source(id=id, title=id, kind=SourceKind.REPORT, issued_by=issued_by)


_ANCHORS: Final = (
    Anchor(record="anchor", after="P3D"),
    Anchor(record="anchor", before="P3D"),
    Anchor(record="anchor"),
)

AUTHORS: Final = (
    body("home-office", "GB"),
    body("border-force", "home-office"),
    body("gb-auditors", "GB", independent=True),
    body("fr-interior", "FR"),
    body("joint-centre", "GB", "FR"),
    Party(
        id="scotland",
        name="Scotland",
        kind=PartyKind.SUBNATIONAL_GOVERNMENT,
        part_of=(Membership(party="GB"),),
    ),
    Party(
        id="watchers",
        name="Watchers",
        kind=PartyKind.NON_GOVERNMENTAL_ORGANISATION,
    ),
    Party(
        id="union",
        name="Union",
        kind=PartyKind.INTERNATIONAL_ORGANISATION,
        members=(Membership(party="GB"), Membership(party="NO")),
    ),
    Party(
        id="group",
        name="Group",
        kind=PartyKind.GROUPING,
        members=(Membership(party="GB"), Membership(party="NO")),
    ),
    Office(id="home-secretary", title="Home Secretary", party="home-office"),
    Minister(
        id="cleverly",
        name="James Cleverly",
        tenures=(
            Tenure(office="home-secretary", period="2024-03-02/2024-03-11"),
        ),
    ),
    Minister(
        id="braverman",
        name="Suella Braverman",
        tenures=(
            Tenure(office="home-secretary", period="2024-02-01/2024-03-0X"),
        ),
    ),
    Minister(
        id="cooper",
        name="Yvette Cooper",
        tenures=(
            Tenure(office="home-secretary", period="2024-03-1X/2024-05-01"),
        ),
    ),
    source("british-notice", "home-office"),
    source("joint-statement", "GB", "FR"),
    source("statement-with-germany", "GB", "DE"),
    source("audit", "gb-auditors"),
    source("leaflet"),
)

BY: Final = (
    ["GB"],
    ["GB"],
    ["GB"],
    ["group"],
    ["union"],
    ["GB", "FR"],
    ["GB", "FR"],
    ["GB", "FR", "NO"],
)
REPORTERS: Final = (
    *("GB", "GB", "GB", "FR", "FR", "NO", "DE", "group", "union"),
    *(each.id for each in AUTHORS),
)
STATUSES: Final = (
    *(ReportedStatus.COMPLETED,) * 12,
    *(ReportedStatus.IN_PROGRESS,) * 4,
    *(ReportedStatus.BREACHED,) * 2,
    *(ReportedStatus.WITHDRAWN,) * 2,
    *ReportedStatus,
)


class Drawing:
    """Draws a dossier, its dates and its reports from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 -- a test is no secret

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def day(self, first: int = 1, last: int = 18) -> str:
        return f"2024-03-{self.random.randint(first, last):02}"

    def date(self, *, vague: float = 0.2) -> str:
        """Draw a date: a day, or one of two to four days."""
        number = self.random.randint(1, 16)
        first = f"2024-03-{number:02}"
        if not self.chance(vague):
            return first
        last = f"2024-03-{number + self.random.randint(1, 3):02}"
        return self.random.choice(
            [
                *(f"[{first}..{last}]",) * 5,
                *(f"[{first},{last}]",) * 7,
                f"{first}~",
                f"{first}?",
            ]
        )

    def deadline(self) -> str | Period:
        number = self.random.randint(3, 14)
        first = f"2024-03-{number:02}"
        last = f"2024-03-{number + self.random.randint(1, 3):02}"
        possible: list[str | Period] = [
            *(first,) * 6,
            f"[..{first}]",
            f"[..{first}]",
            f"[{first}..{last}]",
            f"[{first},{last}]",
            f"[{first}..]",
            "2024-03",
            f"{first}?",
            f"{first}~",
            Period(stated="promptly"),
        ]
        return self.random.choice(possible)

    def span(self) -> str:
        number = self.random.randint(2, 9)
        end = self.random.choice(
            ["", "..", *(f"2024-03-{number + length:02}" for length in (1, 6))]
        )
        return f"2024-03-{number:02}/{end}"

    def report(self, by: list[str]) -> Report:
        on = self.date()
        status = self.random.choice(STATUSES)
        known = None
        if self.chance(0.25):
            known = self.random.choice(
                [
                    self.day(int(_first_day(on)), 19),
                    "2024-03-19",
                    f"[{self.day(_first_day(on), 17)}..2024-03-17]",
                ]
            )
        # Nobody gives a promise up and sets a deadline for it in one breath: of that the page says nothing.
        moves = status not in GIVEN_UP and self.chance(
            0.7 if status is ReportedStatus.MODIFIED else 0.06
        )
        return Report(
            on=on,
            by=self.random.choice([*by, *by, *REPORTERS]),
            status=status,
            known=known,
            of=(
                self.random.choice(by)
                if len(by) > 1 and self.chance(0.4)
                else None
            ),
            due=self.deadline() if moves else None,
        )

    def promise(
        self, number: int, later: int, events: list[Record]
    ) -> Commitment:
        """Draw a promise; it may depend on promises of higher numbers alone."""
        by = list(self.random.choice(BY))
        few = self.random.choice([0, 1, 2, 2, 3, 3, 4, 5])
        waits_for: list[str | None] = []
        if self.chance(0.25):
            choice = [*(each.id for each in events), None]
            choice += [f"promise-{each}" for each in range(number + 1, later)]
            waits_for.append(self.random.choice(choice))
        links = []
        if number and self.chance(0.25):
            kind = self.random.choice([LinkKind.FULFILS, LinkKind.SUPERSEDES])
            links.append(Link(kind=kind, target=self.earlier(number)))
        due = self.deadline() if self.chance(0.75) else None
        counted = due is None and self.chance(0.3)
        return Commitment(
            id=f"promise-{number}",
            summary="Keep it.",
            by=tuple(by),
            kind=self.random.choice(
                [None, None, CommitmentKind.ACTION, *CommitmentKind]
            ),
            made=self.date() if self.chance(0.95) else None,
            due=due,
            due_from=(
                evolve(
                    self.random.choice(_ANCHORS),
                    record=self.random.choice(
                        ["anchor", "session", "undated"]
                    ),
                )
                if counted
                else None
            ),
            runs=self.span() if self.chance(0.3) else None,
            part_of=(
                self.earlier(number) if number and self.chance(0.2) else None
            ),
            conditions=tuple(
                Condition(text="if", waits_for=each) for each in waits_for
            ),
            links=tuple(links),
            reports=tuple(self.report(by) for _ in range(few)),
        )

    def recurring(self, promise: Commitment) -> Commitment:
        """Make a duty that recurs of a promise on which nothing depends."""
        rule = self.random.choice(
            ["FREQ=WEEKLY;INTERVAL=1", "FREQ=DAILY;INTERVAL=4"]
        )
        # A span whose first or last day is doubted or approximate is left out: the page speaks of dates alone.
        # Nor does it say what a duty that cannot be counted is once it was given up.
        given_up = any(each.status in GIVEN_UP for each in promise.reports)
        vague = not given_up and self.chance(0.1)
        start = "2024-03-0X" if vague else self.day(2, 8)
        return evolve(
            promise,
            # A process that recurs is left out: the page does not say whether one party's word counts for each.
            kind=self.random.choice(
                [None, None, None, CommitmentKind.PROHIBITION]
            ),
            part_of=None,
            links=(),
            runs=f"{start}/..",
            recurrence=rule,
            due=None,
            due_from=None,
            reports=tuple(
                evolve(report, due=None) for report in promise.reports
            ),
        )

    def earlier(self, number: int) -> str:
        return f"promise-{self.random.randrange(number)}"

    def events(self, count: int) -> list[Record]:
        """Draw meetings, events and agreements, some of which fulfil a promise."""
        found: list[Record] = [
            Event(id="anchor", name="Anchor", when="2024-03-06"),
            Event(id="session", name="Session", when="2024-03-05/2024-03-08"),
            Event(id="undated", name="Undated"),
        ]
        for number in range(3):
            found.append(self.metric(number))
            links = (
                (
                    Link(
                        kind=LinkKind.FULFILS,
                        target=self.earlier(count - 1),
                    ),
                )
                if self.chance(0.6)
                else ()
            )
            when = self.date() if self.chance(0.95) else None
            found += [
                Meeting(
                    id=f"meeting-{number}",
                    name="Meeting",
                    state=self.random.choice(
                        [MeetingState.HELD, MeetingState.HELD, *MeetingState]
                    ),
                    when=when,
                    links=links if number == 0 else (),
                ),
                Event(
                    id=f"event-{number}",
                    name="Event",
                    when=when if number != 1 else self.date(),
                    links=links if number == 1 else (),
                ),
                Agreement(
                    id=f"agreement-{number}",
                    name="Agreement",
                    signed=self.date() if self.chance(0.5) else None,
                    adopted=self.date() if self.chance(0.3) else None,
                    announced=self.date() if self.chance(0.2) else None,
                    in_force=self.date() if self.chance(0.6) else None,
                    links=links if number == 2 else (),
                ),
            ]
        return found

    def records(self) -> list[Record]:
        count = self.random.randint(5, 12)
        events = self.events(count)
        promises = [
            self.promise(number, count - 1, events) for number in range(count)
        ]
        if self.chance(0.5):
            promises[-1] = self.recurring(promises[-1])
            if "X" not in str(promises[-1].runs) and self.chance(0.2):
                promises.append(self.replacement(count))
        return [*AUTHORS, *events, *promises]

    def replacement(self, number: int) -> Commitment:
        """Draw a promise that replaces the one before it."""
        link = Link(kind=LinkKind.SUPERSEDES, target=f"promise-{number - 1}")
        return Commitment(
            id=f"promise-{number}",
            summary="Keep it instead.",
            by=tuple(self.random.choice(BY)),
            made=self.date(),
            links=(link,),
        )

    def metric(self, number: int) -> Metric:
        """Draw a metric with targets, each at least a number."""
        return Metric(
            id=f"metric-{number}",
            name="Patrols",
            unit="patrols",
            targets=tuple(
                Target(value=f">= {self.random.choice([10, 20])} patrols")
                for _ in range(self.random.randint(1, 2))
            ),
            observations=tuple(
                Observation(
                    period=f"2024-03-{first:02}/2024-03-{first + length:02}",
                    value=f"{self.random.choice([5, 10, 15, 25])} patrols",
                )
                for first, length in (
                    (self.random.randint(1, 12), self.random.randint(1, 3))
                    for _ in range(self.random.randint(0, 3))
                )
            ),
        )

    def question(self) -> tuple[datetime.date, datetime.date | None]:
        on = datetime.date.fromisoformat(self.day(1, 20))
        known = datetime.date.fromisoformat(self.day(1, 20))
        return on, known if self.chance(0.3) else None


def _first_day(date: str) -> int:
    earliest = Period(date).earliest
    assert earliest is not None
    return earliest.day
