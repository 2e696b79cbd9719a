"""What each keyword of `where` means, as plain functions of a record, to compare answers with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from entente import Dossier, Period, Record
from entente.records._model import (
    KINDS,
    Commitment,
    Minister,
    Office,
    Party,
    Source,
    Statement,
    Theme,
)
from entente.records._parts import Citation, Membership, Report, Tenure
from entente.records._vocabulary import (
    Act,
    AgreementForm,
    CommitmentKind,
    Firmness,
    Force,
    LinkKind,
    MeetingForm,
    MeetingState,
    PartyKind,
    ReportedStatus,
    Schedule,
    SourceKind,
)
from entente.strategies._records import STATES
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

Ask: TypeAlias = Callable[[Any], Iterable[Any]]

PEOPLE = ("minister", "office", "party", "source")


def sources(record: Record) -> list[str]:
    """Return the sources that a record or anything within it cites."""
    return [citation.source for citation in within(record, Citation)]


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
        "meeting": (lambda agreement: [agreement.meeting], ("meeting",)),
        "part_of": (lambda agreement: [agreement.part_of], ("agreement",)),
        "source": (sources, ("source",)),
    },
    "commitments": {
        "theme": (lambda commitment: commitment.themes, ("theme",)),
        "by": (lambda commitment: commitment.by, ("party",)),
        "to": (lambda commitment: commitment.to, ("party",)),
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
            ("minister", "office", "party"),
        ),
        "about": (lambda statement: statement.about, ("record",)),
        "meeting": (lambda statement: [statement.meeting], ("meeting",)),
        "part_of": (lambda statement: [statement.part_of], ("statement",)),
        "source": (sources, ("source",)),
    },
}

WORDS: dict[str, dict[str, tuple[Ask, type[StrEnum]]]] = {
    "parties": {"kind": (lambda party: [party.kind], PartyKind)},
    "sources": {"kind": (lambda source: [source.kind], SourceKind)},
    "meetings": {
        "state": (lambda meeting: [meeting.state], MeetingState),
        "form": (lambda meeting: [meeting.form], MeetingForm),
    },
    "agreements": {
        "form": (lambda agreement: [agreement.form], AgreementForm),
        "force": (lambda agreement: [agreement.force], Force),
    },
    "commitments": {
        "firmness": (lambda commitment: [commitment.firmness], Firmness),
        "kind": (lambda commitment: [commitment.kind], CommitmentKind),
    },
    "statements": {"act": (lambda statement: [statement.act], Act)},
}

FIRM = (Firmness.INTENDED, Firmness.PLEDGED, Firmness.AGREED)

FLAGS: dict[str, dict[str, Callable[[Any], bool]]] = {
    "commitments": {
        "firm": lambda commitment: commitment.firmness in FIRM,
        "continuing": lambda commitment: bool(commitment.continuing),
        "new": lambda commitment: (
            LinkKind.RESTATES not in [link.kind for link in commitment.links]
        ),
    },
}

DATES: dict[str, dict[str, Ask]] = {
    "sources": {"published": lambda source: [source.published]},
    "events": {"when": lambda event: [event.when]},
    "meetings": {"when": lambda meeting: [meeting.when]},
    "agreements": {
        "sought": lambda agreement: [agreement.sought],
        "signed": lambda agreement: [agreement.signed],
        "in_force": lambda agreement: [agreement.in_force],
        "ended": lambda agreement: [agreement.ended],
    },
    "commitments": {
        "made": lambda commitment: [commitment.made],
        "due": lambda commitment: [commitment.due and commitment.due.end],
        "runs": lambda commitment: [commitment.runs],
    },
    "metrics": {
        "observed": lambda metric: [
            each.period for each in metric.observations
        ]
    },
    "statements": {"said": lambda statement: [statement.said]},
}

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
        case Party(part_of=whole):
            above = (whole,)
        case Office(party=party):
            above = (party,)
    return any(
        lies_under(dossier, each, top) for each in above if each is not None
    )


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
