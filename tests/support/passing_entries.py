"""Commitments, citations, names and references that pass the rules.

Each case of `CASES` is the name of a rule, a description, and the records.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from check_records import (
    HOME,
    agreement,
    cited,
    level,
    meeting,
    metric,
    minister,
    promise,
    reported,
    restating,
    source,
)
from entente import (
    Agreement,
    Anchor,
    Citation,
    Condition,
    ConditionKind,
    Event,
    Firmness,
    Link,
    LinkKind,
    Membership,
    Name,
    Office,
    Party,
    PartyKind,
    Record,
    ReportedStatus,
    Source,
    SourceKind,
    Theme,
)


def _timed(
    description: str, **given: Any
) -> tuple[str, str, Sequence[Record]]:
    """Make a case of a firm promise with a time other than a deadline."""
    firm = promise(firmness=Firmness.PLEDGED, **given)
    return "firm-without-deadline", description, [agreement(), firm]


CASES: list[tuple[str, str, Sequence[Record]]] = [
    (
        "firm-without-deadline",
        "due",
        [promise(firmness=Firmness.PLEDGED, due="2025")],
    ),
    (
        "firm-without-deadline",
        "continues",
        [promise(firmness=Firmness.PLEDGED, runs="2024/..")],
    ),
    (
        "firm-without-deadline",
        "recurs",
        [promise(firmness=Firmness.PLEDGED, recurrence="FREQ=YEARLY")],
    ),
    _timed(
        "due some time after another",
        due_from=Anchor(record="treaty", after="P6M"),
    ),
    _timed("runs from another", runs_from=Anchor(record="treaty")),
    _timed("lasts", duration="P5Y"),
    _timed(
        "due each time",
        conditions=[Condition(kind=ConditionKind.REQUEST, recurs=True)],
    ),
    (
        "firm-without-deadline",
        "not firm",
        [promise(firmness=Firmness.ENDORSED)],
    ),
    ("firm-without-deadline", "without a firmness", [promise()]),
    (
        "firm-without-promisor",
        "promised by a state",
        [promise(firmness=Firmness.PLEDGED, by=["FR"])],
    ),
    (
        "firm-without-promisor",
        "not firm",
        [promise(firmness=Firmness.ASPIRED, by=[])],
    ),
    (
        "firm-without-metric",
        "measured",
        [metric(), promise(firmness=Firmness.AGREED, metrics=["arrivals"])],
    ),
    (
        "firm-without-metric",
        "not firm",
        [promise(firmness=Firmness.DISCUSSED)],
    ),
    (
        "firm-without-citation",
        "cited",
        [
            source(),
            promise(
                firmness=Firmness.AGREED,
                citations=[Citation(source="readout")],
            ),
        ],
    ),
    (
        "firm-without-citation",
        "not firm",
        [promise(firmness=Firmness.WELCOMED)],
    ),
    (
        "condition-without-record",
        "waits for a record",
        [
            Event(id="vote", name="Vote"),
            promise(conditions=[Condition(waits_for="vote")]),
        ],
    ),
    ("citation-without-place", "cited by lines", cited(lines="1")),
    ("citation-without-place", "cited by paragraphs", cited(paragraphs="1-2")),
    ("citation-without-place", "cited by characters", cited(characters="1-9")),
    ("citation-without-place", "cited by words", cited(quote="They met.")),
    (
        "reporter-without-party",
        "a party, an office, a minister perhaps in office, and a source with an issuer",
        [
            HOME,
            minister("a", "2024-06/.."),
            Source(
                id="notice",
                title="Notice",
                kind=SourceKind.PRESS_NOTICE,
                issued_by=("BE",),
            ),
            reported(
                ("2024", "BE", ReportedStatus.COMPLETED),
                ("2024", HOME.id, ReportedStatus.COMPLETED),
                ("2024", "a", ReportedStatus.COMPLETED),
                ("2024", "notice", ReportedStatus.COMPLETED),
            ),
        ],
    ),
    (
        "restatement-as-new",
        "it links to the first",
        [promise("a"), promise("b", links=restating("a"))],
    ),
    (
        "restatement-as-new",
        "the first in the file links to the second",
        [promise("a", links=restating("b")), promise("b")],
    ),
    (
        "restatement-as-new",
        "it restates one that restates another",
        [
            promise("a"),
            promise("b", links=restating("a")),
            promise("c", links=restating("b")),
        ],
    ),
    (
        "restatement-as-new",
        "a part of the other",
        [promise("a"), promise("b", part_of="a")],
    ),
    (
        "restatement-as-new",
        "two that restate a third, which says it otherwise",
        [
            promise("a", "Patrol."),
            promise("b", links=restating("a")),
            promise("c", links=restating("a")),
        ],
    ),
    (
        "restatement-as-new",
        "it goes further",
        [promise("a"), promise("b", links=restating("a", LinkKind.EXTENDS))],
    ),
    (
        "restatement-as-new",
        "by another party",
        [promise("a", by=["GB"]), promise("b", by=["FR"])],
    ),
    (
        "restatement-as-new",
        "in other words",
        [promise("a"), promise("b", "Patrol much more.")],
    ),
    (
        "alias-claimed-twice",
        "twice by one record",
        [Theme(id="a", label="Boats", aliases=("boats", "BOATS"))],
    ),
    (
        "alias-claimed-twice",
        "by offices of different parties",
        [
            Office(id="fr-interior", title="Interior Minister", party="FR"),
            Office(id="de-interior", title="Interior Minister", party="DE"),
        ],
    ),
    (
        "alias-claimed-twice",
        "by one after the other",
        [
            *(
                Party(
                    id=id,
                    name="Home Department",
                    kind=PartyKind.BODY,
                    part_of=(Membership(party="GB"),),
                    existed=existed,
                )
                for id, existed in (("old", "1990/2000"), ("new", "2005/"))
            ),
            Office(
                id="first",
                title="Secretary for Home Affairs",
                party="GB",
                names=(Name(name="Home Secretary", period="1990/2000"),),
            ),
            Office(
                id="second",
                title="Home Secretary",
                party="GB",
                names=(Name(name="Home Secretary", period="2001/"),),
            ),
        ],
    ),
    (
        "alias-claimed-twice",
        "by records of different kinds",
        [
            Theme(id="a", label="Boats"),
            Agreement(id="b", name="Boats"),
            source("boats"),
            metric(),
        ],
    ),
    (
        "state-by-another-name",
        "states under their codes, one that is gone, and others of such a name",
        [
            Party(
                id="FR",
                name="France",
                kind=PartyKind.STATE,
                aliases=("French Republic",),
            ),
            Party(
                id="german-reich",
                name="Germany",
                kind=PartyKind.STATE,
                existed="1871/1945",
            ),
            Party(id="kosovo", name="Kosova", kind=PartyKind.STATE),
            Party(
                id="georgia",
                name="Georgia",
                kind=PartyKind.SUBNATIONAL_GOVERNMENT,
            ),
            Party(
                id="andean-community",
                name="Andean Community",
                kind=PartyKind.INTERNATIONAL_ORGANISATION,
                aliases=("CAN",),
            ),
            Party(
                id="union",
                name="European Union",
                kind=PartyKind.NON_GOVERNMENTAL_ORGANISATION,
            ),
        ],
    ),
    (
        "ecuador-or-commission",
        "Ecuador by itself, or said to be Ecuador, and a commission of somebody else",
        [
            promise(by=["EC"], to=["PE"]),
            promise(
                id="trade",
                by=["EC", "EU"],
                summary="Trade between Ecuador and the European Union.",
            ),
            promise(id="staff", by=["FR"], summary="The Commission pays."),
            promise(
                id="visit",
                by=["EC"],
                to=["EU"],
                summary="Visit.",
                citations=[Citation(source="readout", quote="Quito will")],
            ),
            source(),
        ],
    ),
    (
        "unused-theme",
        "named, or broader than a named theme",
        [
            Theme(id="a", label="A"),
            Theme(id="b", label="B", broader=("a",)),
            promise(themes=["b"]),
        ],
    ),
    (
        "orphaned-record",
        "named",
        [
            HOME,
            minister("a", "2023"),
            source(),
            promise(citations=[Citation(source="readout")]),
        ],
    ),
    (
        "orphaned-record",
        "a statistic, and an event and a source that point to another",
        [
            promise(),
            metric(level("2023", "29,437 boats")),
            Event(
                id="patrols",
                name="First patrols",
                links=(Link(kind=LinkKind.FULFILS, target="patrol"),),
            ),
            Source(
                id="copy",
                title="Copy",
                kind=SourceKind.READOUT,
                links=(Link(kind=LinkKind.REFERS_TO, target="patrol"),),
            ),
        ],
    ),
    (
        "orphaned-record",
        "a kind that needs no reference",
        [promise(), meeting("2024"), agreement()],
    ),
]
