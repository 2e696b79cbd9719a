"""Make dossiers that look like real ones, of any size, always the same for the same seed.

A dossier of 100,000 commitments has some 1.0 kB of compact JSON and seven objects for each of them:
meetings with about twenty commitments, the joint statement that is cited, ministers, agreements, metrics,
and what was reported since. The texts of the sources are made too, so that each citation can be verified.
All of it is made by the public interface of the library, which checks every record::

    python -m benchmarks.generate 10k
"""

from __future__ import annotations

import argparse
import datetime
import functools
import gc
import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final, TypeVar

from attrs import define, field, fields, frozen

import entente
from benchmarks.schema import Plain, write_period
from entente import (
    Act,
    Adherence,
    Agreement,
    AgreementForm,
    Citation,
    Commitment,
    CommitmentKind,
    Condition,
    Consent,
    ConsentKind,
    Dossier,
    Duration,
    Event,
    Firmness,
    Force,
    Link,
    LinkKind,
    Meeting,
    MeetingForm,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Participation,
    Party,
    PartyKind,
    Period,
    Place,
    Quantity,
    Range,
    Record,
    Report,
    ReportedStatus,
    Role,
    Source,
    SourceKind,
    Statement,
    Target,
    Tenure,
    Theme,
)
from entente.records._walk import parts

T = TypeVar("T")

SEED: Final = 20240130
FOLDER: Final = Path(tempfile.gettempdir()) / "entente-benchmarks"
"""Where dossiers are kept once they are made, unless an option names another folder."""

FIRST, LAST = datetime.date(2005, 1, 10), datetime.date(2025, 6, 30)
"""The days between which the meetings lie."""

# --- words ---------------------------------------------------------------------------------------

SUBJECTS: Final = {
    "migration": "small-boats asylum returns visas smuggling border-checks resettlement seasonal-work",
    "security": "counter-terrorism cybercrime firearms drugs sanctions hybrid-threats radicalisation policing",
    "climate": "emissions adaptation forests methane oceans carbon-markets drought biodiversity",
    "trade": "tariffs customs services procurement standards fisheries export-controls subsidies",
    "energy": "electricity gas hydrogen nuclear renewables grids efficiency critical-minerals",
    "health": "vaccines antibiotics pandemics medicines hospitals nutrition mental-health laboratories",
    "digital": "data-flows artificial-intelligence networks platforms chips spectrum identity online-safety",
    "development": "debt education water food-aid gender finance infrastructure governance",
}
"""The broadest themes and those below them; each of the latter has the `ASPECTS` below it in turn."""

ASPECTS: Final = (
    "funding",
    "monitoring",
    "training",
    "research",
    "exchange",
    "enforcement",
)

STATES: Final = (
    "FR GB DE US IT ES NL BE PL JP CA IE PT SE DK NO FI AT CH GR RO CZ HU BG HR SK SI LT LV EE LU MT CY TR"
    " UA MA TN AL RS AU"
).split()

WITH_AGENCY: Final = frozenset(STATES[:24])
"""The states of which an agency is a party of its own."""

PORTFOLIOS: Final = {
    "interior": "Minister of the Interior",
    "foreign": "Minister for Foreign Affairs",
    "energy": "Minister for Energy and Climate",
}

GIVEN: Final = "Anna Bram Clara David Elena Felix Greta Hugo Ines Jonas Karin Luis Maria Nils Olga Paul".split()
FAMILY: Final = (
    "Almeida Bakker Costa Dupont Eriksen Fischer Gallo Horvat Ilves Jansen Kovac Laurent Moreau Novak Olsen"
    " Petrov Rossi Silva Torres Urban Vogel Weber Ziegler Lindqvist Marchetti"
).split()

INITIALS: Final = "ABCDEFGHIJKLMNOPRSTUVWYZ"

CITIES: Final = (
    "Paris London Berlin Rome Madrid Brussels Warsaw Tokyo Ottawa Dublin Lisbon Stockholm Copenhagen Oslo"
    " Vienna Geneva Athens Prague Budapest Sofia Zagreb Riga Tallinn Tunis Rabat Kyiv Tirana Canberra"
).split()

VERBS: Final = (
    "extend double fund review open publish staff train equip share harmonise simplify launch renew"
    " strengthen monitor inspect relocate digitise coordinate"
).split()
OBJECTS: Final = (
    "joint-patrols liaison-officers reception-centres data-exchange early-warning research-grants"
    " risk-assessment training-courses inspection-teams expert-visits common-standards pilot-projects"
    " annual-reporting contact-points border-posts monitoring-stations loan-guarantees technical-assistance"
).split()
MANNERS: Final = (
    "along the shared border, in the ports on both sides and on the roads that lead there",
    "with officers of both services in one room and under one command",
    "in the regions that asked for it in last year's review",
    "and report on it to the ministers and to both parliaments once a year",
    "so that requests of the other side are answered within three working days",
    "within the limits of the budgets that parliaments have voted",
    "and invite the neighbouring states to take part from the second year",
    "beginning with the three sites that the working group proposed",
    "for as long as the present arrangement between them is in force",
    "and make the findings public in the languages of both parties",
)

TEXT: Final = (
    "the ministers both sides agreed to welcomed progress made on work of joint patrols officers funding for"
    " border stations data exchange between agencies and services under framework with regard partners"
    " recalled importance continued support towards common goals will establish centre by end year review"
    " outcome next meeting in spring autumn underlined need further steps against networks criminal groups"
    " protection people at sea rescue operations experts training courses research programme energy climate"
    " finance trade standards health security digital infrastructure regions cooperation"
).split()
"""What the texts of the sources are made of."""

UNITS: Final = (
    "people",
    "officers",
    "EUR",
    "%",
    "ships",
    "projects",
    "visits",
)

# --- a random choice -----------------------------------------------------------------------------


@frozen
class Chance:
    """Seeded choices, in the terms that the generator thinks in."""

    random: Random

    def of(self, share: float) -> bool:
        """Say yes as often as `share` of the time."""
        return self.random.random() < share

    def one(self, options: Sequence[T]) -> T:
        """Return one of the options, each as often as any other."""
        return options[int(self.random.random() * len(options))]

    def favourite(self, options: Sequence[T]) -> T:
        """Return one of the options, those at the front far more often than those at the back."""
        return options[int(self.random.random() ** 2.5 * len(options))]

    def weighted(self, options: dict[T, int]) -> T:
        """Return one of the options, as often as its weight says."""
        return self.random.choices(tuple(options), tuple(options.values()))[0]

    def between(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return low + int(self.random.random() * (high - low + 1))

    def some(self, options: Sequence[T], count: int) -> tuple[T, ...]:
        """Return up to `count` different options, favourites first in mind."""
        return tuple(
            dict.fromkeys(self.favourite(options) for _ in range(count))
        )


# --- what a dossier holds whatever its size ------------------------------------------------------


def themes() -> Iterator[Theme]:
    """Make the tree of themes: 8 broad ones, 64 below them, 384 below those."""
    for broad, narrower in SUBJECTS.items():
        yield Theme(id=broad, label=_label(broad))
        for middle in narrower.split():
            yield Theme(id=middle, label=_label(middle), broader=(broad,))
            for aspect in ASPECTS:
                label = f"{_label(middle)}: {aspect}"
                yield Theme(
                    id=f"{middle}-{aspect}", label=label, broader=(middle,)
                )


def _label(id: str) -> str:
    return id.replace("-", " ").capitalize()


def bodies() -> Iterator[Party]:
    """Make an agency of each of the larger states, and some groupings."""
    for code in STATES[: len(WITH_AGENCY)]:
        yield Party(
            id=agency_of(code),
            name=f"Border Agency of {code}",
            kind=PartyKind.BODY,
            part_of=(Membership(party=code),),
        )
    for number, city in enumerate(CITIES[:8]):
        members = tuple(
            Membership(party=code, period="2005/..")
            for code in STATES[number : number + 6]
        )
        yield Party(
            id=f"{city.lower()}-group",
            name=f"{city} Group",
            kind=PartyKind.GROUPING,
            members=members,
        )


def offices() -> Iterator[Office]:
    """Make three offices in each state."""
    for code in STATES:
        for portfolio, title in PORTFOLIOS.items():
            yield Office(
                id=office_of(code, portfolio), title=title, party=code
            )


def agency_of(code: str) -> str:
    """Return the id of a state's agency."""
    return f"{code.lower()}-border-agency"


def office_of(code: str, portfolio: str = "interior") -> str:
    """Return the id of a state's office."""
    return f"{code.lower()}-{portfolio}-minister"


def ministers(chance: Chance) -> Iterator[Minister]:
    """Make the holders of each office, one after another without a gap."""
    number = 0
    for office in offices():
        entered = FIRST - datetime.timedelta(days=400)
        while entered < LAST:
            left = entered + datetime.timedelta(
                days=chance.between(1500, 4000)
            )
            name = f"{chance.one(GIVEN)} {chance.one(INITIALS)}. {chance.one(FAMILY)}"
            end = left.isoformat() if left < LAST else ".."
            tenure = Tenure(office=office.id, period=f"{entered}/{end}")
            number += 1
            id = (
                f"{name.lower().replace('. ', '-').replace(' ', '-')}-{number}"
            )
            yield Minister(id=id, name=name, tenures=(tenure,))
            entered = left + datetime.timedelta(days=1)


# --- what grows with it --------------------------------------------------------------------------


@define
class Writing:
    """The text of a source while it is written, line by line; what is written can be cited."""

    source: str
    chance: Chance
    lines: list[str] = field(factory=list)

    def passage(self) -> Citation:
        """Write a passage of one to three lines, and return the citation of it."""
        first = len(self.lines) + 1
        for _ in range(self.chance.weighted({1: 5, 2: 3, 3: 1})):
            words = self.chance.random.choices(
                TEXT, k=self.chance.between(9, 13)
            )
            self.lines.append(" ".join(words).capitalize() + ".")
        passage = "\n".join(self.lines[first - 1 :])
        return Citation(
            source=self.source,
            lines=Range(first, len(self.lines)),
            fingerprint=entente.fingerprint(passage),
        )

    def passages(self, *, second: float) -> tuple[Citation, ...]:
        """Write one passage or, as often as `second` says, two."""
        return (
            (self.passage(), self.passage())
            if self.chance.of(second)
            else (self.passage(),)
        )


@define
class Round:
    """One meeting and all that comes of it: sources, an agreement, commitments, metrics, statements."""

    number: int
    size: int
    chance: Chance
    day: datetime.date = field(init=False)
    parties: tuple[str, ...] = field(init=False)
    bodies: tuple[str, ...] = field(init=False)
    broad: str = field(init=False)
    meeting: str = field(init=False)
    agreement: str | None = field(init=False)
    metrics: tuple[str, ...] = field(init=False)
    statement: Writing = field(init=False)
    review: Writing = field(init=False)

    def __attrs_post_init__(self) -> None:
        chance, number = self.chance, self.number
        self.day = FIRST + datetime.timedelta(
            days=chance.between(0, (LAST - FIRST).days)
        )
        self.parties = chance.some(STATES, 5)
        self.bodies = tuple(
            agency_of(code) for code in self.parties if code in WITH_AGENCY
        )
        self.broad = chance.favourite(tuple(SUBJECTS))
        self.meeting = f"meeting-{number}-{self.broad}"
        self.agreement = (
            f"agreement-{number}-{self.broad}" if chance.of(0.5) else None
        )
        self.metrics = tuple(
            f"metric-{number}-{place}"
            for place in range(max(1, self.size // 5))
        )
        self.statement = Writing(
            f"joint-statement-{self.day.year}-{self.broad}-{number}", chance
        )
        self.review = Writing(
            f"progress-review-{self.day.year + 4}-{self.broad}-{number}",
            chance,
        )

    def records(self, earlier: Sequence[str]) -> Iterator[Record]:
        """Make the records of the meeting; some name `earlier` commitments."""
        yield from self._meeting()
        if self.agreement is not None:
            yield self._agreement(self.agreement)
        ids: list[str] = []
        for place in range(self.size):
            commitment = self._commitment(place, ids, earlier)
            ids.append(commitment.id)
            yield commitment
        for metric in self.metrics:
            yield self._metric(metric)
        yield self._statement()
        yield from self._sources()

    def texts(self) -> dict[str, str]:
        """Return the texts of the sources that `records` has cited, by their ids."""
        return {
            each.source: "\n".join(each.lines) + "\n"
            for each in (self.statement, self.review)
        }

    def _meeting(self) -> Iterator[Record]:
        chance = self.chance
        city = chance.one(CITIES)
        hosts = self.parties[:1]
        participations = tuple(
            Participation(
                office=office_of(code, chance.one(tuple(PORTFOLIOS))),
                party=code,
                role=Role.HOST if code in hosts else Role.PRINCIPAL,
            )
            for code in self.parties
        )
        yield Meeting(
            id=self.meeting,
            name=f"{_label(self.broad)} meeting in {city}",
            state=MeetingState.HELD,
            when=self.day,
            places=(Place(name=city, country=hosts[0]),),
            form=chance.weighted(
                {
                    MeetingForm.IN_PERSON: 8,
                    MeetingForm.VIDEO: 1,
                    MeetingForm.HYBRID: 1,
                }
            ),
            parties=self.parties,
            participations=participations,
            themes=(self.broad,),
            citations=(self.statement.passage(),),
        )
        if chance.of(0.05):
            yield Event(
                id=f"event-{self.number}",
                name=f"{_label(self.broad)} week",
                when=self.day.strftime("%Y-%m"),
                hosts=hosts,
                themes=(self.broad,),
                citations=(self.statement.passage(),),
            )

    def _agreement(self, id: str) -> Agreement:
        chance = self.chance
        in_force = self.day + datetime.timedelta(days=chance.between(60, 900))
        treaty = chance.of(0.3)
        return Agreement(
            id=id,
            name=f"{_label(self.broad)} {'treaty' if treaty else 'action plan'} no. {self.number}",
            form=AgreementForm.TREATY if treaty else AgreementForm.ACTION_PLAN,
            force=Force.BINDING if treaty else Force.POLITICAL,
            parties=self.parties,
            signed=self.day,
            in_force=in_force,
            adherences=tuple(
                Adherence(
                    party=code,
                    steps=(
                        Consent(kind=ConsentKind.SIGNED, on=self.day),
                        Consent(kind=ConsentKind.IN_FORCE, on=in_force),
                    ),
                )
                for code in self.parties[:2]
            ),
            meeting=self.meeting,
            themes=(self.broad,),
            citations=(self.statement.passage(),),
        )

    def _commitment(
        self, place: int, ids: Sequence[str], earlier: Sequence[str]
    ) -> Commitment:
        chance = self.chance
        verb, thing = chance.one(VERBS), chance.one(OBJECTS)
        theme = self._theme()
        by = self._by()
        others = tuple(code for code in self.parties if code not in by)
        made = self._made()
        due = self._due()
        return Commitment(
            id=f"{verb}-{thing}-{self.number}-{place}",
            summary=f"{_label(verb)} {thing.replace('-', ' ')} on {theme.replace('-', ' ')}"
            f" {chance.one(MANNERS)}.",
            by=by,
            to=others[:1] if chance.of(0.6) else (),
            funded_by=by[:1] if chance.of(0.15) else (),
            implemented_by=self.bodies[:1] if chance.of(0.2) else (),
            announced_by=(office_of(self.parties[0]),)
            if chance.of(0.25)
            else (),
            firmness=chance.weighted(_FIRMNESS),
            wording=(
                chance.one(
                    ("will", "agreed to", "commit to", "intend to", "welcome")
                ),
            ),
            continuing=chance.of(0.15),
            kind=chance.weighted(_KINDS),
            themes=(theme, other)
            if chance.of(0.4) and (other := self._theme()) != theme
            else (theme,),
            made=made,
            due=due,
            runs=f"{self.day.year}/{self.day.year + 3}"
            if chance.of(0.06)
            else None,
            recurrence="FREQ=YEARLY" if chance.of(0.04) else None,
            conditions=self._conditions(),
            places=(Place(name=chance.one(CITIES)),)
            if chance.of(0.04)
            else (),
            meeting=self.meeting,
            agreement=self.agreement if chance.of(0.6) else None,
            part_of=chance.one(ids) if ids and chance.of(0.05) else None,
            links=self._links(earlier),
            metrics=(chance.one(self.metrics),) if chance.of(0.3) else (),
            reports=tuple(self._reports(by)),
            citations=self.statement.passages(second=0.55),
        )

    def _theme(self) -> str:
        middle = self.chance.favourite(SUBJECTS[self.broad].split())
        return (
            middle
            if self.chance.of(0.2)
            else f"{middle}-{self.chance.favourite(ASPECTS)}"
        )

    def _by(self) -> tuple[str, ...]:
        if self.bodies and self.chance.of(0.1):
            return (self.chance.one(self.bodies),)
        first = self.chance.favourite(self.parties)
        second = (
            self.chance.one(self.parties) if self.chance.of(0.35) else first
        )
        return tuple(dict.fromkeys((first, second)))

    def _made(self) -> Period:
        day = self.day
        shape = self.chance.weighted(
            {
                "day": 80,
                "month": 8,
                "season": 4,
                "span": 4,
                "about": 2,
                "maybe": 2,
            }
        )
        match shape:
            case "month":
                return Period(f"{day:%Y-%m}")
            case "season":
                december = (
                    day.year if day.month > 2 else day.year - 1
                )  # whose year a winter bears
                return Period(
                    f"{december}-{21 + (day.month // 3 - 1) % 4}",
                    stated="that season",
                )
            case "span":
                return Period(
                    f"[{day}..{day + datetime.timedelta(days=self.chance.between(1, 40))}]"
                )
            case "about":
                return Period(f"{day:%Y-%m}~")
            case "maybe":
                return Period(f"{day}?")
            case _:
                return Period(day)

    def _due(self) -> Period | None:
        if not self.chance.of(0.65):
            return None
        due = self.day + datetime.timedelta(days=self.chance.between(60, 1500))
        shape = self.chance.weighted(
            {
                "day": 30,
                "month": 20,
                "quarter": 10,
                "year": 15,
                "by": 23,
                "maybe": 2,
            }
        )
        match shape:
            case "month":
                return Period(f"{due:%Y-%m}")
            case "quarter":
                return Period(f"{due.year}-{33 + (due.month - 1) // 3}")
            case "year":
                return Period(f"{due.year + 1}")
            case "by":
                return Period(
                    f"[..{due.year + 1}]",
                    stated=f"by the end of {due.year + 1}",
                )
            case "maybe":
                return Period(f"{due.year + 1}?")
            case _:
                return Period(due)

    def _conditions(self) -> tuple[Condition, ...]:
        if not self.chance.of(0.08):
            return ()
        return (
            Condition(
                text="Once the arrangement is in force.",
                waits_for=self.agreement,
            ),
        )

    def _links(self, earlier: Sequence[str]) -> tuple[Link, ...]:
        if not earlier or not self.chance.of(0.15):
            return ()
        return (
            Link(
                kind=self.chance.weighted(_LINKS),
                target=self.chance.one(earlier),
            ),
        )

    def _reports(self, by: tuple[str, ...]) -> Iterator[Report]:
        """Make no, one or two reports, the second after the first; a third of them are by others."""
        chance = self.chance
        day = self.day
        for _ in range(chance.weighted({0: 40, 1: 34, 2: 26})):
            day += datetime.timedelta(days=chance.between(40, 700))
            ours = chance.of(0.7)
            status = chance.weighted(_STATUSES)
            yield Report(
                on=day.strftime("%Y-%m") if chance.of(0.1) else day,
                by=by[0] if ours else self.review.source,
                status=status,
                known=day + datetime.timedelta(days=30)
                if chance.of(0.05)
                else None,
                due=str(day.year + 2) if ours and chance.of(0.04) else None,
                citations=self.review.passages(second=0.2),
            )

    def _metric(self, id: str) -> Metric:
        chance = self.chance
        unit = chance.one(UNITS)
        start = self.day.year
        low = chance.between(5, 40)
        return Metric(
            id=id,
            name=f"{_label(chance.one(OBJECTS))} in use",
            unit=unit,
            themes=(self.broad,),
            targets=(Target(value=f">= {low + 50} {unit}"),),
            observations=tuple(
                Observation(
                    period=str(start + year),
                    value=f"{chance.one(('', '> ', '~ '))}{low + 7 * year} {unit}",
                    as_of=f"{start + year + 1}-03-31",
                    by=self.parties[0],
                )
                for year in range(chance.between(4, 9))
            ),
            citations=(self.review.passage(),),
        )

    def _statement(self) -> Statement:
        return Statement(
            id=f"statement-{self.number}",
            summary=f"Says that {self.broad} matters to both sides.",
            act=self.chance.weighted(
                {Act.CLAIM: 3, Act.PRIORITY: 2, Act.PRAISE: 1}
            ),
            speakers=(office_of(self.parties[0]),),
            said=self.day,
            meeting=self.meeting,
            themes=(self.broad,),
            citations=(self.statement.passage(),),
        )

    def _sources(self) -> Iterator[Source]:
        yield Source(
            id=self.statement.source,
            title=f"Joint statement no. {self.number}",
            kind=SourceKind.JOINT_STATEMENT,
            issued_by=self.parties,
            published=self.day,
            language="en",
            address=f"https://statements.example/{self.number}",
        )
        yield Source(
            id=self.review.source,
            title=f"Progress review no. {self.number}",
            kind=SourceKind.REPORT,
            publisher="Institute for Promises",
            published=str(self.day.year + 4),
            language="en",
            address=f"https://reviews.example/{self.number}",
        )


_FIRMNESS: Final[dict[Firmness | None, int]] = {
    Firmness.AGREED: 20,
    Firmness.PLEDGED: 20,
    Firmness.INTENDED: 30,
    Firmness.WELCOMED: 10,
    Firmness.CALLED_FOR: 8,
    Firmness.DISCUSSED: 6,
    Firmness.ASPIRED: 4,
    None: 2,
}
_KINDS: Final[dict[CommitmentKind | None, int]] = {
    CommitmentKind.ACTION: 60,
    CommitmentKind.PROCESS: 25,
    CommitmentKind.OUTCOME: 10,
    CommitmentKind.PROHIBITION: 2,
    None: 3,
}
_LINKS: Final = {
    LinkKind.RESTATES: 5,
    LinkKind.EXTENDS: 3,
    LinkKind.AMENDS: 1,
    LinkKind.IMPLEMENTS: 2,
}
_STATUSES: Final = {
    ReportedStatus.IN_PROGRESS: 45,
    ReportedStatus.COMPLETED: 20,
    ReportedStatus.SUBSTANTIAL: 12,
    ReportedStatus.NOT_STARTED: 8,
    ReportedStatus.NO_EVIDENCE: 6,
    ReportedStatus.SUSPENDED: 4,
    ReportedStatus.WITHDRAWN: 3,
    ReportedStatus.ANNOUNCED: 2,
}

A_MEETING: Final = 20
"""How many commitments come of one meeting."""


@frozen
class Made:
    """A dossier, and the texts of its sources by id."""

    dossier: Dossier
    texts: dict[str, str]


def make(size: int, *, seed: int = SEED) -> Made:
    """Make a dossier of `size` commitments.

    >>> len(make(100).dossier.commitments)
    100
    """
    chance = Chance(Random(seed))  # noqa: S311 -- the same for everyone is the point
    texts: dict[str, str] = {}
    records: list[Record] = [
        *themes(),
        *bodies(),
        *offices(),
        *ministers(chance),
    ]
    earlier: list[str] = []
    for number, start in enumerate(range(0, size, A_MEETING), 1):
        meeting = Round(number, min(A_MEETING, size - start), chance)
        fresh = list(meeting.records(earlier))
        texts |= meeting.texts()
        records += fresh
        earlier += [
            record.id for record in fresh if isinstance(record, Commitment)
        ]
    return Made(Dossier(records), texts)


def objects(dossier: Dossier) -> int:
    """Count the records of a dossier and all that stands within them; dates and amounts are not counted."""
    return sum(1 for record in dossier.records for _ in parts(record))


def values(dossier: Dossier) -> dict[str, list[Plain]]:
    """List the distinct dates, amounts, ranges and lengths of time of a dossier, each as a file writes it."""
    found: dict[str, dict[object, Plain]] = {
        "periods": {},
        "quantities": {},
        "ranges": {},
        "durations": {},
    }
    for record in dossier.records:
        for _, part in parts(record):
            for attribute in fields(type(part)):  # type: ignore[arg-type]
                match getattr(part, attribute.name):
                    case Period() as period:
                        found["periods"][period.edtf, period.stated] = (
                            write_period(period)
                        )
                    case Quantity() as quantity:
                        found["quantities"][quantity] = str(quantity)
                    case Range() as range_:
                        found["ranges"][range_] = str(range_)
                    case Duration() as duration:
                        found["durations"][duration] = str(duration)
                    case _:
                        pass
    return {kind: list(written.values()) for kind, written in found.items()}


# --- files ---------------------------------------------------------------------------------------


@frozen
class Files:
    """Where a dossier of a size is kept, the texts of its sources, and its distinct `values`."""

    dossier: Path
    texts: Path
    values: Path

    @classmethod
    def of(cls, size: int, folder: Path = FOLDER) -> Files:
        """Return the places, whether anything is there or not; other generators have others."""
        return cls(
            *(
                folder / f"{kind}-{size}-{_stamp()}.json"
                for kind in ("dossier", "texts", "values")
            )
        )

    @property
    def columns(self) -> Path:
        """Where the columns are kept that are made of the dossier for queries."""
        return self.dossier.with_suffix(".npz")


@functools.cache
def _stamp() -> str:
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]


def compact(dossier: Dossier) -> str:
    """Return a dossier as JSON without white space."""
    return entente.dumps(dossier, compact=True)


def ready(size: int, folder: Path = FOLDER) -> Files:
    """Return the files of a size; they are made if this generator has not made them yet."""
    files = Files.of(size, folder)
    if not (
        files.dossier.exists()
        and files.texts.exists()
        and files.values.exists()
    ):
        folder.mkdir(parents=True, exist_ok=True)
        gc.disable()
        made = make(size)
        for path, text in (
            (files.values, json.dumps(values(made.dossier))),
            (files.texts, json.dumps(made.texts)),
            (files.dossier, compact(made.dossier)),
        ):
            fresh = path.with_suffix(".part")
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(path)
        gc.enable()
    return files


def size_of(text: str) -> int:
    """Read a size such as ``10k`` or ``1M``.

    >>> size_of("10k"), size_of("1M"), size_of("250")
    (10000, 1000000, 250)
    """
    factor = {"k": 1_000, "M": 1_000_000}.get(text[-1:], 1)
    return int(text.removesuffix("k").removesuffix("M")) * factor


def main() -> None:
    """Make the dossiers of the sizes that the command line names, and say where they are."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "sizes",
        nargs="+",
        type=size_of,
        help="how many commitments: 1k, 10k, 100k, 1M",
    )
    parser.add_argument(
        "--into", type=Path, default=FOLDER, help="the folder to keep them in"
    )
    asked = parser.parse_args()
    for size in asked.sizes:
        dossier = ready(size, asked.into).dossier
        print(
            f"{dossier}  {dossier.stat().st_size / size:,.0f} bytes a commitment"
        )


if __name__ == "__main__":
    main()
