"""Commitments, citations, names and references that break the rules."""

from __future__ import annotations

import entente
from check_records import (
    HOME,
    INFO,
    WARNING,
    Case,
    level,
    metric,
    minister,
    promise,
    reported,
    restating,
    source,
)
from entente import (
    Agreement,
    Citation,
    Condition,
    Event,
    Firmness,
    LinkKind,
    Minister,
    Name,
    Office,
    Party,
    PartyKind,
    Period,
    ReportedStatus,
    Source,
    SourceKind,
    Theme,
)

CASES = [
    Case(
        "firm-without-promisor",
        [promise(firmness=Firmness.PLEDGED, by=())],
        [(INFO, "commitments[0] (patrol): a firm promise without a promisor")],
    ),
    Case(
        "firm-without-deadline",
        [promise(firmness=Firmness.PLEDGED)],
        [(INFO, "commitments[0] (patrol): a firm promise without a deadline")],
    ),
    Case(
        "firm-without-deadline",
        [
            promise(
                firmness=Firmness.PLEDGED,
                due=Period(stated="promptly"),
                conditions=[Condition(text="If asked.")],
            )
        ],
        [
            (
                INFO,
                "commitments[0].due (patrol): a firm promise without a deadline: due in words only, 'promptly'",
            )
        ],
    ),
    Case(
        "firm-without-metric",
        [promise(firmness=Firmness.INTENDED)],
        [
            (
                INFO,
                "commitments[0] (patrol): a firm promise without a metric or an amount",
            )
        ],
    ),
    Case(
        "firm-without-citation",
        [promise(firmness=Firmness.AGREED)],
        [
            (
                WARNING,
                "commitments[0] (patrol): a firm promise without a citation",
            )
        ],
    ),
    Case(
        "condition-without-record",
        [
            Event(id="vote", name="Vote"),
            promise(
                conditions=[
                    Condition(text="once they have voted", waits_for="vote"),
                    Condition(text="if all agree"),
                ]
            ),
        ],
        [
            (
                INFO,
                (
                    "commitments[0].conditions[1] (patrol): the condition waits for no record, so the promise"
                    " is conditional until it is done; name in waits_for the event or other record that"
                    " shows when it is met"
                ),
            )
        ],
    ),
    Case(
        "citation-without-place",
        [
            source(),
            promise(
                citations=[
                    Citation(source="readout", lines="1"),
                    Citation(source="readout", note="Somewhere."),
                ]
            ),
        ],
        [
            (
                INFO,
                "commitments[0].citations[1] (patrol): 'readout' is cited without a place",
            )
        ],
    ),
    Case(
        "reporter-without-party",
        [
            source("audit"),
            HOME,
            minister("late", "2025/.."),
            reported(
                ("2024", "FR", ReportedStatus.COMPLETED),
                ("2024", "audit", ReportedStatus.IN_PROGRESS),
                ("2024-03", "late", ReportedStatus.IN_PROGRESS),
            ),
        ],
        [
            (
                INFO,
                (
                    "commitments[0].reports[1].by (patrol): no party is known for which 'audit' speaks, "
                    "so it counts as an outsider's; if it speaks for one, add its issued_by"
                ),
            ),
            (
                INFO,
                (
                    "commitments[0].reports[2].by (patrol): no party is known for which 'late' speaks, "
                    "so it counts as an outsider's; if it speaks for one, add a tenure on 2024-03"
                ),
            ),
        ],
    ),
    Case(
        "restatement-as-new",
        [
            promise("a", "Patrol  More.", by=["FR", "GB"]),
            promise("b", "patrol more", by=["GB", "FR"]),
        ],
        [
            (
                WARNING,
                (
                    "commitments[1].summary (b): says the same as 'a'; "
                    'write links = [{ kind = "restates", target = "a" }] if it is the same promise'
                ),
            )
        ],
    ),
    Case(
        "alias-claimed-twice",
        [
            Theme(id="a", label="Small boats"),
            Theme(id="b", label="Crossings", aliases=("small boats",)),
        ],
        [(WARNING, "themes[1] (b): goes by 'small boats', and so does 'a'")],
    ),
    Case(
        "alias-claimed-twice",
        [
            Party(id="bf", name="Border Force", kind=PartyKind.BODY),
            Party(
                id="pf",
                name="Police",
                kind=PartyKind.BODY,
                aliases=("border force",),
            ),
            HOME,
            Minister(id="a", name="A"),
            Minister(id="b", name="a"),
            Agreement(id="t", name="T"),
            Agreement(id="u", name="U", aliases=("t",)),
        ],
        [
            (
                WARNING,
                "parties[1] (pf): goes by 'border force', and so does 'bf'",
            ),
            (WARNING, "ministers[1] (b): goes by 'a', and so does 'a'"),
            (WARNING, "agreements[1] (u): goes by 't', and so does 't'"),
        ],
    ),
    Case(
        "alias-claimed-twice",
        [
            HOME,
            Office(
                id="interior",
                title="Interior Secretary",
                party="GB",
                aliases=("home secretary",),
            ),
            Minister(
                id="a", name="A", names=(Name(name="C", period="1990/2001"),)
            ),
            Minister(
                id="b", name="B", names=(Name(name="C", period="2002/"),)
            ),
            Minister(
                id="c", name="D", names=(Name(name="C", period="2001/2002"),)
            ),
        ],
        [
            (
                WARNING,
                "offices[1] (interior): goes by 'home secretary', and so does 'home-secretary'",
            ),
            (WARNING, "ministers[2] (c): goes by 'C', and so does 'a'"),
        ],
    ),
    Case(
        "ecuador-or-commission",
        [
            promise(by=["EC"], summary="The Commission pays."),
            promise(id="fund", by=["EU"], to=["EC"], summary="Pay."),
            promise(
                id="visit",
                by=["EC"],
                summary="Visit.",
                citations=[Citation(source="brief", lines="1")],
            ),
            Source(
                id="brief",
                title="Brief",
                kind=SourceKind.READOUT,
                issued_by=("european-council",),
            ),
            Party(
                id="european-council",
                name="European Council",
                kind=PartyKind.BODY,
            ),
        ],
        [
            (
                INFO,
                (
                    f"commitments[{number}].{field}[0] ({id}): 'EC' is Ecuador; is the European Commission meant?; "
                    "declare it as a party of its own, such as 'european-commission', and name that, or 'EU'"
                ),
            )
            for number, field, id in (
                (0, "by", "patrol"),
                (1, "to", "fund"),
                (2, "by", "visit"),
            )
        ],
    ),
    Case(
        "state-by-another-name",
        [
            Party(id="uk", name="United Kingdom", kind=PartyKind.STATE),
            Party(
                id="holland",
                name="Holland",
                kind=PartyKind.STATE,
                aliases=("the Netherlands", "NLD"),
                existed="1815/",
            ),
            Party(
                id="union",
                name="The Union",
                kind=PartyKind.INTERNATIONAL_ORGANISATION,
                aliases=("European Union",),
            ),
        ],
        [
            (
                WARNING,
                "parties[0] (uk): 'United Kingdom' is 'GB', which needs no declaration; write 'GB' wherever 'uk' stands",
            ),
            (
                WARNING,
                "parties[1] (holland): 'Holland' is 'NL', which needs no declaration; write 'NL' wherever 'holland' stands",
            ),
            (
                WARNING,
                "parties[2] (union): 'European Union' is 'EU', which needs no declaration; write 'EU' wherever 'union' stands",
            ),
        ],
    ),
    Case(
        "restatement-as-new",
        [
            promise("first"),
            promise("b", "Go on.", links=restating("first", LinkKind.AMENDS)),
            promise("c", "Go on.", links=restating("first", LinkKind.AMENDS)),
        ],
        [
            (
                WARNING,
                (
                    "commitments[2].summary (c): says the same as 'b'; "
                    'write links = [{ kind = "restates", target = "b" }] if it is the same promise'
                ),
            )
        ],
    ),
    Case(
        "unused-theme",
        [
            Theme(id="migration", label="Migration"),
            Theme(id="boats", label="Boats", broader=("migration",)),
        ],
        [(INFO, "themes[1] (boats): no other record names it")],
    ),
    Case(
        "orphaned-record",
        [
            HOME,
            source(),
            Party(id="bf", name="Border Force", kind=PartyKind.BODY),
            entente.Event(id="games", name="Games"),
            metric(),
            metric(level("2023", "9 boats"), id="aim", targets=["<= 5 boats"]),
        ],
        [
            (INFO, "parties[0] (bf): no other record names it"),
            (INFO, "offices[0] (home-secretary): no other record names it"),
            (INFO, "sources[0] (readout): no other record names it"),
            (INFO, "events[0] (games): no other record names it"),
            (INFO, "metrics[0] (arrivals): no other record names it"),
            (INFO, "metrics[1] (aim): no other record names it"),
        ],
    ),
]
