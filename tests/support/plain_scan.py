"""What each keyword of `where` means, as plain functions of a record, to compare answers with."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from entente import Dossier, Period, Record
from entente.answers._times import deadline_of, existence_of, runs_of
from entente.records._index import RecordIndex
from entente.records._model import (
    KINDS,
    Commitment,
    Metric,
    Minister,
    Office,
    Party,
    Source,
    Statement,
    Theme,
)
from entente.records._parts import (
    Citation,
    Membership,
    Observation,
    Report,
    Tenure,
)
from entente.records._vocabulary import (
    Act,
    AgreementForm,
    AmountForm,
    AmountRole,
    CommitmentKind,
    ConditionKind,
    ConsentKind,
    Firmness,
    Force,
    LinkKind,
    MeetingForm,
    MeetingState,
    PartyKind,
    ReportedStatus,
    Role,
    Schedule,
    ScopeKind,
    SourceKind,
    TermKind,
)
from entente.strategies._records import STATES
from entente.values._period import possible_days
from law_helpers import by_id, within, word_for

# --- questions: what each record answers, said once more and apart

FAMILY = Dossier(
    [
        Theme(id="boats", label="Boats", broader=("crossings", "sea")),
        Theme(id="crossings", label="Crossings", broader=("migration",)),
        Theme(id="migration", label="Migration"),
        Theme(id="sea", label="Sea"),
        Theme(id="ports", label="Ports", broader=("sea",)),
        Party(
            id="ministry",
            name="Ministry",
            kind=PartyKind.BODY,
            part_of=(Membership(party="FR"),),
        ),
        Party(
            id="police",
            name="Police",
            kind=PartyKind.BODY,
            part_of=(Membership(party="ministry"),),
        ),
        Party(
            id="watchdog",
            name="Watchdog",
            kind=PartyKind.GROUPING,
            members=(
                Membership(party="police", period="2024-04/.."),
                Membership(party="BE"),
            ),
        ),
        Office(id="prefect", title="Prefect", party="police"),
        Office(
            id="secretary",
            title="Secretary",
            party="GB",
            succeeds=("prefect",),
        ),
        Minister(
            id="mover",
            name="A. Mover",
            tenures=(
                Tenure(office="prefect", period="2023/2024-03"),
                Tenure(office="secretary", period="2024-04/.."),
            ),
        ),
        Office(id="deputy", title="Deputy", party="GB"),
        Minister(
            id="stayer",
            name="B. Stayer",
            tenures=(
                Tenure(office="secretary", period="2023/2024-03-14"),
                Tenure(office="deputy", period="2024-03-15/2024-05-14"),
                Tenure(office="prefect", period="2024-05-15/.."),
            ),
        ),
        Source(
            id="readout",
            title="Readout",
            kind=SourceKind.READOUT,
            issued_by=("BE", "police"),
        ),
        Commitment(
            id="patrols",
            summary="Patrol more.",
            by=("ministry",),
            themes=("boats", "sea"),
            announced_by=("prefect", "readout"),
            due="2024-06",
            reports=(
                Report(
                    on="2024-02-01",
                    by="FR",
                    status=ReportedStatus.ANNOUNCED,
                    known="2024-05-01",
                ),
                Report(
                    on="2024-03-01",
                    by="mover",
                    status=ReportedStatus.IN_PROGRESS,
                ),
                Report(
                    on="[2024-04-01..2024-04-15]",
                    by="watchdog",
                    status=ReportedStatus.NOT_STARTED,
                ),
                Report(
                    on="2024-05-01",
                    by="mover",
                    status=ReportedStatus.NO_EVIDENCE,
                ),
                Report(
                    on="2024-05-01",
                    by="readout",
                    status=ReportedStatus.SUBSTANTIAL,
                    known="2024-08-01",
                ),
                Report(
                    on="2024-07", by="prefect", status=ReportedStatus.COMPLETED
                ),
                Report(
                    on="2024-01-15",
                    by="watchdog",
                    status=ReportedStatus.SUSPENDED,
                ),
                Report(
                    on="2024-01-01",
                    by="police",
                    status=ReportedStatus.MODIFIED,
                ),
            ),
        ),
        Party(
            id="court",
            name="Court",
            kind=PartyKind.BODY,
            part_of=(Membership(party="FR"),),
            independent=True,
        ),
        Party(
            id="region",
            name="Region",
            kind=PartyKind.SUBNATIONAL_GOVERNMENT,
            part_of=(Membership(party="FR"),),
        ),
        Commitment(
            id="visit",
            summary="Visit.",
            by=("mover",),
            to=("secretary",),
            made="2024-03~",
        ),
        Commitment(id="stay", summary="Stay.", by=("stayer",), made="2024-03"),
        Commitment(
            id="leave",
            summary="Leave.",
            by=("stayer",),
            made="[2024-03..2024-06]",
        ),
        Commitment(
            id="watch",
            summary="Watch.",
            by=("watchdog",),
            made="[2024-03..2024-05]",
        ),
        Commitment(
            id="rule", summary="Rule.", by=("court",), funded_by=("region",)
        ),
        Statement(
            id="claim",
            summary="Claims it.",
            act=Act.CLAIM,
            speakers=("prefect",),
            about=("boats", "police"),
        ),
    ]
)
"""A dossier in which much stands under something else."""

FIGURES = Dossier(
    [
        Metric(
            id="arrivals",
            name="Arrivals",
            unit="people",
            observations=(
                Observation(period="2023", value="29437 people"),
                Observation(as_of="2022", value="45774 people"),
                Observation(period="2021~", value="28526 people"),
            ),
        ),
        Metric(
            id="officers",
            name="Officers",
            unit="people",
            observations=(
                Observation(period="2024-01/2024-05", value="500 people"),
                Observation(period="[2019,2020]", value="400 people"),
            ),
        ),
        Commitment(id="spring", summary="Meet.", due="2024-21"),
        Commitment(id="later", summary="Meet.", due="[2024..]"),
        Commitment(id="soon", summary="Meet.", due=Period(stated="soon")),
    ]
)
"""A dossier of figures, which are for all days of a period, and of deadlines, which are one day."""

Ask: TypeAlias = Callable[[Any], Iterable[Any]]

PEOPLE = ("minister", "office", "party", "source")
ACTORS = ("party", "office", "minister")
AWAITED = ("commitment", "agreement", "meeting", "event", "metric")

VOICES = {
    PartyKind.SUBNATIONAL_GOVERNMENT,
    PartyKind.ARMED_GROUP,
    PartyKind.COMPANY,
    PartyKind.NON_GOVERNMENTAL_ORGANISATION,
    PartyKind.POLITICAL_PARTY,
}
"""The kinds of party that do not speak for what they are part of."""


def sources(record: Record) -> list[str]:
    """Return the sources that a record or anything within it cites."""
    return [citation.source for citation in within(record, Citation)]


def taking_part(record: Any) -> list[str | None]:
    """Return the parties, offices and ministers that take part in something."""
    parts = record.participations
    return [
        *(each.party for each in parts),
        *(each.office for each in parts),
        *(each.minister for each in parts),
    ]


def conditions(record: Any, field: str) -> list[Any]:
    """Return what the conditions of a record say in a field, which may hold one value or several."""
    found = [getattr(each, field) for each in record.conditions]
    return [
        value
        for each in found
        for value in (each if isinstance(each, tuple) else (each,))
    ]


IDS: dict[str, dict[str, tuple[Ask, tuple[str, ...]]]] = {
    "themes": {
        "theme": (lambda theme: [theme.id], ("theme",)),
        "source": (sources, ("source",)),
    },
    "parties": {
        "party": (lambda party: [party.id], ("party",)),
        "member": (
            lambda party: [each.party for each in party.members],
            ("party",),
        ),
        "part_of": (
            lambda party: [each.party for each in party.part_of],
            ("party",),
        ),
        "source": (sources, ("source",)),
    },
    "offices": {
        "party": (lambda office: [office.party], ("party",)),
        "succeeds": (lambda office: office.succeeds, ("office",)),
        "source": (sources, ("source",)),
    },
    "ministers": {
        "office": (
            lambda minister: [each.office for each in minister.tenures],
            ("office",),
        ),
        "source": (sources, ("source",)),
    },
    "sources": {"issued_by": (lambda source: source.issued_by, ("party",))},
    "events": {
        "theme": (lambda event: event.themes, ("theme",)),
        "host": (lambda event: event.hosts, ("party",)),
        "source": (sources, ("source",)),
    },
    "meetings": {
        "theme": (lambda meeting: meeting.themes, ("theme",)),
        "party": (
            lambda meeting: [
                *meeting.parties,
                *(
                    id
                    for each in meeting.participations
                    for id in (each.party, each.office)
                ),
            ],
            ("party",),
        ),
        "minister": (
            lambda meeting: [each.minister for each in meeting.participations],
            ("minister",),
        ),
        "office": (
            lambda meeting: [each.office for each in meeting.participations],
            ("office",),
        ),
        "source": (sources, ("source",)),
    },
    "agreements": {
        "theme": (lambda agreement: agreement.themes, ("theme",)),
        "party": (
            lambda agreement: [
                *agreement.parties,
                *(each.party for each in agreement.adherences),
            ],
            ("party",),
        ),
        "participant": (taking_part, ACTORS),
        "condition_party": (
            lambda agreement: conditions(agreement, "parties"),
            ("party", "office"),
        ),
        "waits_for": (
            lambda agreement: conditions(agreement, "waits_for"),
            AWAITED,
        ),
        "meeting": (lambda agreement: [agreement.meeting], ("meeting",)),
        "part_of": (lambda agreement: [agreement.part_of], ("agreement",)),
        "source": (sources, ("source",)),
    },
    "commitments": {
        "theme": (lambda commitment: commitment.themes, ("theme",)),
        "by": (lambda commitment: commitment.by, ACTORS),
        "to": (lambda commitment: commitment.to, ACTORS),
        "funded_by": (lambda commitment: commitment.funded_by, ("party",)),
        "implemented_by": (
            lambda commitment: commitment.implemented_by,
            ("party",),
        ),
        "announced_by": (lambda commitment: commitment.announced_by, PEOPLE),
        "party": (
            lambda commitment: (
                commitment.by
                + commitment.to
                + commitment.funded_by
                + commitment.implemented_by
            ),
            ACTORS,
        ),
        "participant": (taking_part, ACTORS),
        "condition_party": (
            lambda commitment: conditions(commitment, "parties"),
            ("party", "office"),
        ),
        "waits_for": (
            lambda commitment: conditions(commitment, "waits_for"),
            AWAITED,
        ),
        "country": (
            lambda commitment: [each.country for each in commitment.places],
            ("party",),
        ),
        "meeting": (lambda commitment: [commitment.meeting], ("meeting",)),
        "agreement": (
            lambda commitment: [commitment.agreement],
            ("agreement",),
        ),
        "event": (lambda commitment: [commitment.event], ("event",)),
        "part_of": (lambda commitment: [commitment.part_of], ("commitment",)),
        "metric": (lambda commitment: commitment.metrics, ("metric",)),
        "source": (sources, ("source",)),
    },
    "metrics": {
        "theme": (lambda metric: metric.themes, ("theme",)),
        "source": (sources, ("source",)),
    },
    "statements": {
        "theme": (lambda statement: statement.themes, ("theme",)),
        "speaker": (lambda statement: statement.speakers, PEOPLE),
        "to": (
            lambda statement: statement.to,
            ACTORS,
        ),
        "about": (lambda statement: statement.about, ("record",)),
        "meeting": (lambda statement: [statement.meeting], ("meeting",)),
        "part_of": (lambda statement: [statement.part_of], ("statement",)),
        "source": (sources, ("source",)),
    },
}


def roles(record: Any) -> list[Role]:
    """Return the roles in which somebody takes part in something."""
    return [each.role for each in record.participations]


WORDS: dict[str, dict[str, tuple[Ask, type[StrEnum]]]] = {
    "parties": {"kind": (lambda party: [party.kind], PartyKind)},
    "sources": {"kind": (lambda source: [source.kind], SourceKind)},
    "meetings": {
        "state": (lambda meeting: [meeting.state], MeetingState),
        "form": (lambda meeting: [meeting.form], MeetingForm),
        "role": (roles, Role),
    },
    "agreements": {
        "form": (lambda agreement: [agreement.form], AgreementForm),
        "force": (lambda agreement: [agreement.force], Force),
        "role": (roles, Role),
        "consent": (
            lambda agreement: [
                step.kind
                for adherence in agreement.adherences
                for step in adherence.steps
                if not step.expected
            ],
            ConsentKind,
        ),
        "term": (
            lambda agreement: [each.kind for each in agreement.terms],
            TermKind,
        ),
        "condition": (
            lambda agreement: conditions(agreement, "kind"),
            ConditionKind,
        ),
        "scope": (
            lambda agreement: [each.kind for each in agreement.scope],
            ScopeKind,
        ),
    },
    "commitments": {
        "firmness": (lambda commitment: [commitment.firmness], Firmness),
        "kind": (lambda commitment: [commitment.kind], CommitmentKind),
        "role": (roles, Role),
        "condition": (
            lambda commitment: conditions(commitment, "kind"),
            ConditionKind,
        ),
        "amount": (
            lambda commitment: [each.role for each in commitment.amounts],
            AmountRole,
        ),
        "form": (
            lambda commitment: [each.form for each in commitment.amounts],
            AmountForm,
        ),
        "scope": (
            lambda commitment: [each.kind for each in commitment.scope],
            ScopeKind,
        ),
        "link": (
            lambda commitment: [each.kind for each in commitment.links],
            LinkKind,
        ),
    },
    "statements": {"act": (lambda statement: [statement.act], Act)},
}

FIRM = (Firmness.INTENDED, Firmness.PLEDGED, Firmness.AGREED)

FLAGS: dict[str, dict[str, Callable[[Any], bool]]] = {
    "parties": {"independent": lambda party: bool(party.independent)},
    "agreements": {
        "conditional": lambda agreement: len(agreement.conditions) > 0
    },
    "commitments": {
        "conditional": lambda commitment: len(commitment.conditions) > 0,
        "recurs": lambda commitment: (
            commitment.recurrence is not None
            or True in conditions(commitment, "recurs")
        ),
        "firm": lambda commitment: commitment.firmness in FIRM,
        "continuing": lambda commitment: bool(commitment.continuing),
        "new": lambda commitment: (
            LinkKind.RESTATES not in [link.kind for link in commitment.links]
        ),
    },
}

TEXTS: dict[str, dict[str, Ask]] = {
    **{
        kind: {
            "identifier": lambda record: [
                each.identifier for each in record.identifiers
            ]
        }
        for kind in KINDS
    },
}
TEXTS["agreements"]["identifier"] = lambda agreement: [
    *(each.identifier for each in agreement.identifiers),
    *(
        each.identifier
        for part in agreement.scope
        for each in part.identifiers
    ),
    *(
        each.identifier
        for term in agreement.terms
        for part in term.scope
        for each in part.identifiers
    ),
]
TEXTS["commitments"]["identifier"] = lambda commitment: [
    *(each.identifier for each in commitment.identifiers),
    *(
        each.identifier
        for part in commitment.scope
        for each in part.identifiers
    ),
    *(
        each.identifier
        for amount in commitment.amounts
        for part in amount.scope
        for each in part.identifiers
    ),
]
TEXTS["commitments"]["unit"] = lambda commitment: [
    each.value.unit for each in commitment.amounts if each.value is not None
]

AskOfDate: TypeAlias = Callable[[Any, Dossier], Iterable[Period | None]]


def last_day(due: Period | None) -> Period | None:
    """Return by when something is due, in words if these are all that is known."""
    return due if due is None or due.in_words_only else due.deadline


# What is counted from other records is tested by itself, in `tests/answers/test_times.py`.
DATES: dict[str, dict[str, AskOfDate]] = {
    "parties": {
        "existed": lambda party, dossier: [existence_of(party, index(dossier))]
    },
    "sources": {"published": lambda source, _: [source.published]},
    "events": {"when": lambda event, _: [event.when]},
    "meetings": {"when": lambda meeting, _: [meeting.when]},
    "agreements": {
        "adopted": lambda agreement, _: [agreement.adopted],
        "sought": lambda agreement, _: [agreement.sought],
        "signed": lambda agreement, _: [agreement.signed],
        "in_force": lambda agreement, _: [agreement.in_force],
        "ended": lambda agreement, _: [agreement.ended],
    },
    "commitments": {
        "made": lambda commitment, _: [commitment.made],
        "due": lambda commitment, dossier: [
            last_day(dossier.status(commitment.id).due)
        ],
        "first_due": lambda commitment, dossier: [
            deadline_of(commitment, index(dossier))
        ],
        "runs": lambda commitment, dossier: [
            runs_of(commitment, index(dossier))
        ],
    },
    "metrics": {
        "observed": lambda metric, _: [
            each.period or each.as_of for each in metric.observations
        ]
    },
    "statements": {"said": lambda statement, _: [statement.said]},
}


MOST_DAYS = 800
"""So many days are gone through one by one; of longer times only what is plain is said."""


def may_meet(
    dossier: Dossier,
    kind: str,
    keyword: str,
    record: Any,
    asked: tuple[Period, ...],
) -> bool:
    """Say whether a date of a record may share a day with any that is asked for."""
    dates = DATES[kind][keyword](record, dossier)
    return any(
        date.overlaps(window).possible
        for date in dates
        if date is not None
        for window in asked
    )


def must_meet(
    dossier: Dossier,
    kind: str,
    keyword: str,
    record: Any,
    asked: tuple[Period, ...],
) -> bool | None:
    """Say whether a date of a record must share a day with one that is asked for; None for too long a time."""
    if keyword == "observed":
        answers = [
            has_day(each.period, asked)
            if each.period is not None and means_all_its_days(each.period)
            else is_day(each.period or each.as_of, asked)
            for each in record.observations
        ]
    else:
        dates = DATES[kind][keyword](record, dossier)
        answers = [is_day(each, asked) for each in dates if each is not None]
    if True in answers:
        return True
    return None if None in answers else False


def means_all_its_days(period: Period) -> bool:
    """Say whether a period of a figure is neither in doubt nor one of several, and has both ends."""
    is_in_doubt = any(sign in str(period) for sign in "?~%X[")
    return not is_in_doubt and None not in (period.earliest, period.latest)


def has_day(period: Period, asked: tuple[Period, ...]) -> bool | None:
    """Say whether any day of a period is one that is asked for."""
    days = days_of(period)
    if days is None:
        return None
    return any(is_day(Period(day), asked) for day in days)


def is_day(date: Period, asked: tuple[Period, ...]) -> bool | None:
    """Say whether each day that a date may be is one that is asked for, no matter by which window."""
    if any(date.overlaps(window).certain for window in asked):
        return True
    if date.day is not None or len(asked) == 1:
        return False
    if date.uncertain or date.approximate:
        return False
    days = days_of(date)
    if days is None or date.is_span:
        return None
    return all(
        is_day(Period(day), asked)
        for day in days
        if date.overlaps(day).possible
    )


def days_of(period: Period) -> list[datetime.date] | None:
    """Return the days from the first to the last, unless there are too many."""
    first, last = period.earliest, period.latest
    if first is None or last is None or (last - first).days > MOST_DAYS:
        return None
    return [
        first + datetime.timedelta(days=number)
        for number in range((last - first).days + 1)
    ]


def index(dossier: Dossier) -> RecordIndex:
    """Return an index of the records of a dossier."""
    return dossier.commitments._index


CLOCKED = {
    "declared": ReportedStatus,
    "assessed": ReportedStatus,
    "status": ReportedStatus,
    "schedule": Schedule,
}
"""What has become of commitments, which goes by two clocks."""

TABLES: tuple[Mapping[str, Mapping[str, Any]], ...] = (
    IDS,
    WORDS,
    FLAGS,
    TEXTS,
    DATES,
    {"commitments": CLOCKED},
)


def lies_under(dossier: Dossier, id: str | None, top: str) -> bool:
    """Say whether a theme, party or office is another, or is included in it: by going up, not down."""
    if id == top:
        return True
    above: tuple[str | None, ...] = ()
    match by_id(dossier.records).get(id or ""):
        case Theme(broader=broader):
            above = broader
        case Party(independent=False, kind=kind, part_of=wholes) if (
            kind not in VOICES
        ):
            above = tuple(each.party for each in wholes)
        case Office(party=party):
            above = (party,)
    return any(
        lies_under(dossier, each, top) for each in above if each is not None
    )


ACTING = ("by", "to", "funded_by", "implemented_by", "party")
"""The keywords of commitments for which a minister counts for the offices held at the time."""


def names(
    dossier: Dossier, kind: str, keyword: str, record: Any, id: str
) -> bool:
    """Say whether a record may be found by an id: it names it, or something that is included in it."""
    if kind == "commitments" and keyword in ACTING:
        return acts(
            dossier, keyword, record, (id,), certain=False, groupings=False
        )
    ask, _ = IDS[kind][keyword]
    return any(lies_under(dossier, each, id) for each in ask(record))


def acts(
    dossier: Dossier,
    keyword: str,
    record: Commitment,
    asked: tuple[str, ...],
    *,
    certain: bool,
    groupings: bool,
) -> bool:
    """Say whether any who is asked for acts: as one who is named, by an office held then, or by a grouping."""
    ask, _ = IDS["commitments"][keyword]
    ids = list(ask(record))

    def is_asked_for(id: str) -> bool:
        return any(lies_under(dossier, id, each) for each in asked)

    if any(map(is_asked_for, ids)):
        return True
    times: list[Period | None] = [
        each.period
        for id in ids
        if id in dossier.ministers
        for each in dossier.holdings(minister=id)
        if is_asked_for(each.office.id)
    ]
    if groupings:
        times += [
            index(dossier)._time_of(member)
            for each in dossier.parties
            if any(lies_under(dossier, each.id, id) for id in ids)
            for member in each.members
            if any(lies_under(dossier, id, member.party) for id in asked)
        ]
    return lasted(times, record.made, certain=certain)


def lasted(
    times: list[Period | None], on: Period | None, *, certain: bool
) -> bool:
    """Say whether something may have lasted then, or must have; what has no time always did."""
    known = [each for each in times if each is not None]
    if len(known) < len(times):
        return True
    if not certain:
        return any(on is None or each.overlaps(on).possible for each in known)
    if on is None or None in (on.earliest, on.latest):
        return False
    # Every day that it may be has to be a day on which it surely lasted.
    return not (on.uncertain or on.approximate) and all(
        any(time.overlaps(day).certain for time in known)
        for day in telling_days(on, known)
        if on.overlaps(day).possible
    )


def telling_days(on: Period, times: list[Period]) -> set[datetime.date]:
    """Return the days of a date at which something may begin or end to last, and those beside them."""
    ends = [
        end
        for time in times
        for point in (time.start, time.end)
        if point is not None
        for end in (point.earliest, point.latest, time.as_of)
        if end is not None
    ]
    ordinals = {end.toordinal() for end in ends} | {
        day for run in possible_days(on) for day in run
    }
    beside = {day + step for day in ordinals for step in (-1, 0, 1)}
    last = datetime.date.max.toordinal()
    return {
        datetime.date.fromordinal(day) for day in beside if 1 <= day <= last
    }


def known_ids(dossier: Dossier, kinds: Iterable[str]) -> list[str]:
    """Return the ids that may be asked for, with those of states if parties may."""
    wanted = set(kinds)
    ids = [
        record.id
        for record in dossier.records
        if wanted & {word_for(record), "record"}
    ]
    return [*ids, *STATES, "US"] if wanted & {"party", "record"} else ids


def selections(dossier: Dossier) -> dict[str, Any]:
    """Return the selections of all records, by the names of their kinds."""
    return {kind: getattr(dossier, kind) for kind in KINDS}


def windows(dossier: Dossier) -> list[Period]:
    """Return some of the periods in a dossier."""
    return list(within(dossier.records, Period))[:4]
