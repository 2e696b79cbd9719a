"""Records for the tests of `entente.checks`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from entente import (
    Adherence,
    Agreement,
    Citation,
    Commitment,
    Consent,
    ConsentKind,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Participation,
    Party,
    PartyKind,
    Problem,
    Record,
    Report,
    ReportedStatus,
    Severity,
    Source,
    SourceKind,
    Target,
    Tenure,
)
from entente.checks import RULES, rule_name

NAMES = [rule_name(rule) for rule in RULES]
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "checks.md"


@frozen
class Case:
    """Records in which a rule finds something, and its problems: the severity and text of each."""

    rule: str
    records: Sequence[Record]
    problems: Sequence[tuple[Severity, str]]


HOME = Office(id="home-secretary", title="Home Secretary", party="GB")


def promise(
    id: str = "patrol", summary: str = "Patrol more.", **given: object
) -> Commitment:
    """Make a commitment."""
    return Commitment(id=id, summary=summary, **given)  # type: ignore[arg-type]


def reported(*reports: tuple[str, str, ReportedStatus]) -> Commitment:
    """Make a commitment with reports of a day, a reporter and a status each."""
    return promise(
        reports=[
            Report(on=on, by=by, status=status) for on, by, status in reports
        ]
    )


def meeting(
    when: str, *participations: Participation, **given: object
) -> Meeting:
    """Make a meeting that was held."""
    held: dict[str, object] = {"state": MeetingState.HELD, "when": when}
    fields: Any = held | {"participations": participations} | given
    return Meeting(id="talks", name="Talks", **fields)


def minister(id: str, *periods: str) -> Minister:
    """Make a minister who was Home Secretary through each of the periods."""
    tenures = [Tenure(office=HOME.id, period=period) for period in periods]
    return Minister(id=id, name=id, tenures=tenures)  # type: ignore[arg-type]


def source(id: str = "readout", published: str | None = None) -> Source:
    """Make a document."""
    return Source(
        id=id, title=id, kind=SourceKind.READOUT, published=published
    )


def agreement(*parties: str, **given: object) -> Agreement:
    """Make an agreement."""
    named: dict[str, object] = {"id": "treaty", "name": "Treaty"}
    fields: Any = named | {"parties": parties} | given
    return Agreement(**fields)


def adherence(party: str, **steps: str) -> Adherence:
    """Make the steps of a party, each with its date."""
    return Adherence(
        party=party,
        steps=tuple(
            Consent(kind=ConsentKind(kind), on=on)
            for kind, on in steps.items()
        ),
    )


def metric(
    *observations: Observation,
    unit: str = "boats",
    targets: Sequence[str] = (),
    **given: object,
) -> Metric:
    """Make a metric that counts boats."""
    fields: Any = {
        "unit": unit,
        "targets": [Target(value=value) for value in targets],
        "observations": observations,
    }
    named = {"id": "arrivals", "name": "Arrivals"}
    return Metric(**(named | fields | given))


def level(period: str, value: str, **given: object) -> Observation:
    """Make an observation of how many there were."""
    return Observation(period=period, value=value, **given)  # type: ignore[arg-type]


def change(stated: str) -> Observation:
    """Make an observation of a change from 2022 to 2023."""
    return Observation(period="2023", change=stated, against="2022")


def restating(target: str, kind: LinkKind = LinkKind.RESTATES) -> list[Link]:
    """Make the links of a commitment that restates another."""
    return [Link(kind=kind, target=target)]


def cited(**place: str) -> list[Record]:
    """Make a source, and a commitment that cites a passage of it."""
    return [source(), promise(citations=[Citation(source="readout", **place)])]  # type: ignore[arg-type]


BEFORE, AFTER = level("2022", "45,774 boats"), level("2023", "29,437 boats")
CALAIS_GROUP = Party(
    id="calais-group",
    name="Calais Group",
    kind=PartyKind.GROUPING,
    members=(Membership(party="GB"), Membership(party="FR")),
)


STEPS = [
    ReportedStatus(step)
    for step in (
        "announced",
        "not_started",
        "in_progress",
        "substantial",
        "completed",
    )
]


def names(problems: Sequence[Problem]) -> list[str]:
    """Return the rules that found something."""
    return [found.rule for found in problems]
