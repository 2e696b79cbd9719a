"""The parts, references and citations of a record, with their locations."""

from __future__ import annotations

from entente import (
    Citation,
    Commitment,
    Condition,
    Link,
    LinkKind,
    Place,
    Report,
    ReportedStatus,
)
from entente.records._model import KINDS
from entente.records._walk import (
    citations,
    parts,
    references,
)
from every_record import (
    ALL,
    CITATION,
    RECORDS,
)

NESTED = Commitment(
    id="patrol",
    summary="Patrol more.",
    by=("FR", "GB"),
    themes=("boats",),
    part_of="plan",
    places=(Place(name="Calais", country="FR"),),
    links=(Link(kind=LinkKind.RESTATES, target="old"),),
    conditions=(
        Condition(text="Once paid."),
        Condition(text="Once signed.", waits_for="treaty"),
    ),
    reports=(
        Report(
            on="2025",
            by="GB",
            status=ReportedStatus.COMPLETED,
            citations=(CITATION, Citation(source="press")),
        ),
    ),
    citations=(CITATION,),
)


def test_the_parts_of_a_record_are_listed_with_their_locations() -> None:
    """Parts are found at any depth, after the record itself."""
    assert [(path, type(part).__name__) for path, part in parts(NESTED)] == [
        ((), "Commitment"),
        (("conditions", 0), "Condition"),
        (("conditions", 1), "Condition"),
        (("places", 0), "Place"),
        (("links", 0), "Link"),
        (("reports", 0), "Report"),
        (("reports", 0, "citations", 0), "Citation"),
        (("reports", 0, "citations", 1), "Citation"),
        (("citations", 0), "Citation"),
    ]


def test_the_references_of_a_record_are_listed_with_what_they_may_name() -> (
    None
):
    """Every id that a record names is found, with the kinds it may be of."""
    assert [(path, id) for path, id, _ in references(NESTED)] == [
        (("by", 0), "FR"),
        (("by", 1), "GB"),
        (("themes", 0), "boats"),
        (("part_of",), "plan"),
        (("conditions", 1, "waits_for"), "treaty"),
        (("places", 0, "country"), "FR"),
        (("links", 0, "target"), "old"),
        (("reports", 0, "by"), "GB"),
        (("reports", 0, "citations", 0, "source"), "readout"),
        (("reports", 0, "citations", 1, "source"), "press"),
        (("citations", 0, "source"), "readout"),
    ]
    kinds = {path: kinds for path, _, kinds in references(NESTED)}
    assert kinds["by", 0] == ("party", "office", "minister")
    assert kinds["places", 0, "country"] == ("party",)
    assert kinds["links", 0, "target"] == ("record",)
    known = {kind.__name__.lower() for kind in KINDS.values()} | {"record"}
    assert {
        kind
        for record in ALL
        for _, _, kinds in references(record)
        for kind in kinds
    } <= known


def test_the_citations_of_a_record_are_those_of_its_parts_too() -> None:
    """The citations of a report are listed with those of its commitment."""
    assert list(citations(NESTED)) == [
        (("reports", 0, "citations", 0), CITATION),
        (("reports", 0, "citations", 1), Citation(source="press")),
        (("citations", 0), CITATION),
    ]
    assert not list(citations(RECORDS[0]))
