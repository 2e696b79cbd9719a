"""Records whose dates and reports pass the rules.

Each case of `CASES` is the name of a rule, a description, and the records.
"""

from __future__ import annotations

from collections.abc import Sequence

from check_records import (
    adherence,
    agreement,
    meeting,
    promise,
    reported,
    source,
)
from entente import (
    Adherence,
    Anchor,
    AnchorDate,
    Citation,
    Consent,
    ConsentKind,
    MeetingState,
    Period,
    Record,
    Report,
    ReportedStatus,
)

CASES: list[tuple[str, str, Sequence[Record]]] = [
    (
        "date-against-its-words",
        "a day within what its words mean",
        [promise(due=Period("2024-12-31", stated="by the end of 2024"))],
    ),
    (
        "due-before-made",
        "due on the day it was made",
        [promise(made="2024-03-02", due="2024-03-02")],
    ),
    (
        "due-before-made",
        "due in the month it was made in",
        [promise(made="2024-03-02", due="2024-03")],
    ),
    (
        "due-before-made",
        "due in a span that continues",
        [promise(made="2024-03-02", due="[2023..2024-03]")],
    ),
    (
        "due-before-made",
        "due some day",
        [promise(made="2024", due="[2020..]")],
    ),
    (
        "due-before-made",
        "perhaps due before",
        [promise(made="2024", due="2023?")],
    ),
    ("due-before-made", "made on an unknown date", [promise(due="2023")]),
    ("due-before-made", "never due", [promise(made="2024")]),
    (
        "report-before-made",
        "reported in the year it was made in",
        [
            promise(
                made="2024-03",
                reports=[
                    Report(on="2024", by="GB", status=ReportedStatus.ANNOUNCED)
                ],
            )
        ],
    ),
    (
        "report-before-made",
        "reported of a span with an unknown start",
        [
            promise(
                made="2024-03",
                reports=[
                    Report(
                        on="[..2024]", by="GB", status=ReportedStatus.COMPLETED
                    )
                ],
            )
        ],
    ),
    (
        "reports-going-backward",
        "another reporter reports less",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.COMPLETED),
                ("2024-02", "FR", ReportedStatus.IN_PROGRESS),
            )
        ],
    ),
    (
        "reports-going-backward",
        "the same status again",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.IN_PROGRESS),
                ("2024-02", "GB", ReportedStatus.IN_PROGRESS),
            )
        ],
    ),
    (
        "reports-going-backward",
        "their order is uncertain",
        [
            reported(
                ("2024-02", "GB", ReportedStatus.COMPLETED),
                ("2024", "GB", ReportedStatus.IN_PROGRESS),
            )
        ],
    ),
    (
        "reports-going-backward",
        "suspended is not a step of progress",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.SUBSTANTIAL),
                ("2024-02", "GB", ReportedStatus.SUSPENDED),
            )
        ],
    ),
    (
        "reports-going-backward",
        "forward by two steps",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.ANNOUNCED),
                ("2024-02", "GB", ReportedStatus.SUBSTANTIAL),
            )
        ],
    ),
    (
        "report-after-withdrawal",
        "withdrawn and superseded",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.WITHDRAWN),
                ("2024-02", "GB", ReportedStatus.SUPERSEDED),
            )
        ],
    ),
    (
        "report-after-withdrawal",
        "perhaps withdrawn later",
        [
            reported(
                ("2024", "GB", ReportedStatus.WITHDRAWN),
                ("2024-02", "FR", ReportedStatus.IN_PROGRESS),
            )
        ],
    ),
    (
        "report-after-withdrawal",
        "withdrawn in the last report",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.IN_PROGRESS),
                ("2024-02", "GB", ReportedStatus.WITHDRAWN),
            )
        ],
    ),
    (
        "step-out-of-order",
        "in force on the day of signature",
        [agreement(signed="2024", in_force="2024")],
    ),
    (
        "step-out-of-order",
        "perhaps in force later",
        [agreement(signed="2024-03", in_force="2024")],
    ),
    (
        "step-out-of-order",
        "not signed at all",
        [agreement(in_force="1904")],
    ),
    (
        "step-out-of-order",
        "one party signed after entry into force",
        [
            agreement(
                signed="1990",
                in_force="1991",
                adherences=[adherence("FR", signed="1995")],
            )
        ],
    ),
    (
        "step-out-of-order",
        "a party left and came back",
        [
            agreement(
                adherences=[
                    Adherence(
                        party="FR",
                        steps=(
                            Consent(kind=ConsentKind.RATIFIED, on="1990"),
                            Consent(kind=ConsentKind.IN_FORCE, on="1991"),
                            Consent(kind=ConsentKind.WITHDRAWN, on="2019"),
                            Consent(kind=ConsentKind.ACCEDED, on="2023"),
                            Consent(kind=ConsentKind.IN_FORCE, on="2024"),
                        ),
                    )
                ]
            )
        ],
    ),
    (
        "step-out-of-order",
        "expected, without a date, and a succession that looks back",
        [
            agreement(
                adherences=[
                    Adherence(
                        party="FR",
                        steps=(
                            Consent(kind=ConsentKind.RATIFIED, on="2023"),
                            Consent(
                                kind=ConsentKind.SIGNED,
                                on="2024",
                                expected=True,
                            ),
                            Consent(kind=ConsentKind.SIGNED),
                        ),
                    ),
                    adherence(
                        "CZ", succeeded="1993-02-22", in_force="1993-01-01"
                    ),
                ]
            )
        ],
    ),
    (
        "step-out-of-order",
        "in force for as long as anybody knows",
        [agreement(signed="1904", in_force="../1914", ended="1914")],
    ),
    (
        "anchor-without-date",
        "a date of its kind, a date that is not known yet, and none named",
        [
            meeting("2024"),
            agreement(),
            promise(
                due_from=Anchor(record="talks", date=AnchorDate.WHEN),
                runs_from=Anchor(record="treaty", date=AnchorDate.IN_FORCE),
            ),
            promise("again", due_from=Anchor(record="treaty")),
            promise("never"),
        ],
    ),
    (
        "date-against-its-words",
        "nothing but words",
        [
            promise(
                made="2024-01-30",
                due=Period(stated="by the end of 2024"),
            )
        ],
    ),
    (
        "held-after-source",
        "published on the day",
        [
            source(published="2024-01-30"),
            meeting("2024-01-30", citations=[Citation(source="readout")]),
        ],
    ),
    (
        "held-after-source",
        "held in the month of publication",
        [
            source(published="2024-01-02"),
            meeting("2024-01", citations=[Citation(source="readout")]),
        ],
    ),
    (
        "held-after-source",
        "only planned",
        [
            source(published="2024-01-02"),
            meeting(
                "2024-02",
                state=MeetingState.PLANNED,
                citations=[Citation(source="readout")],
            ),
        ],
    ),
    (
        "held-after-source",
        "no date",
        [source(), meeting("2024-02", citations=[Citation(source="readout")])],
    ),
    (
        "held-after-source",
        "announced by one source, reported as held by another",
        [
            source("notice", "2024-01-20"),
            source("readout", "2024-01-30"),
            meeting(
                "2024-01-30",
                citations=[
                    Citation(source="notice"),
                    Citation(source="readout"),
                ],
            ),
        ],
    ),
]
