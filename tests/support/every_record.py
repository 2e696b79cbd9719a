"""One record of every kind, and one of every part, for tests of what all have in common."""

from __future__ import annotations

from typing import Any

from attrs import fields

from entente import (
    Act,
    Adherence,
    Agreement,
    Amount,
    Anchor,
    Citation,
    Commitment,
    Condition,
    Consent,
    ConsentKind,
    Event,
    Identifier,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Name,
    Observation,
    Office,
    Participation,
    Party,
    PartyKind,
    Place,
    Record,
    Report,
    ReportedStatus,
    Scope,
    ScopeKind,
    Source,
    SourceKind,
    Statement,
    Target,
    Tenure,
    Term,
    TermKind,
    Theme,
)

CITATION = Citation(source="readout", lines="3")
PARTS: tuple[Any, ...] = (
    CITATION,
    Place(name="Paris", country="FR"),
    Tenure(office="home", period="2023-11-13/.."),
    Membership(party="FR", period="2020"),
    Participation(minister="cleverly"),
    Consent(kind=ConsentKind.SIGNED, on="2003-02-04"),
    Adherence(
        party="FR", steps=(Consent(kind=ConsentKind.SIGNED, on="2003"),)
    ),
    Term(kind=TermKind.TERMINATION, notice="P6M"),
    Identifier(scheme="wikidata", identifier="Q142"),
    Name(name="Old name", period="1995/2001"),
    Scope(kind=ScopeKind.GOODS, text="Steel"),
    Amount(value="500 people"),
    Anchor(record="treaty", after="P6M"),
    Link(kind=LinkKind.RESTATES, target="patrol"),
    Condition(text="Once it is paid.", waits_for="pay"),
    Report(on="2025", by="FR", status=ReportedStatus.COMPLETED),
    Observation(period="2023", value="29,437 people"),
    Target(value=">= 500 people", due="2026"),
)
RECORDS: tuple[Record, ...] = (
    Theme(id="boats", label="Boats"),
    Party(id="calais", name="Calais Group", kind=PartyKind.GROUPING),
    Office(id="home", title="Home Secretary", party="GB"),
    Minister(id="cleverly", name="James Cleverly"),
    Source(id="readout", title="Readout", kind=SourceKind.READOUT),
    Event(id="games", name="Games"),
    Meeting(id="paris", name="Paris", state=MeetingState.HELD),
    Agreement(id="treaty", name="Treaty"),
    Commitment(id="patrol", summary="Patrol more."),
    Metric(id="arrivals", name="Arrivals", unit="people"),
    Statement(
        id="praise", summary="Well done.", act=Act.PRAISE, speakers=("GB",)
    ),
)
ALL = (*RECORDS, *PARTS)


def class_name(value: object) -> str:
    """Name a test by the class of its record."""
    return type(value).__name__


def field_values(value: Any) -> dict[str, Any]:
    """Return the fields of a record as keyword arguments of its class."""
    names = [attribute.name for attribute in fields(type(value))]
    return {name: getattr(value, name) for name in names}
