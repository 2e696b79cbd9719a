"""Records whose dates and reports pass the rules.

Each case of `CASES` is the name of a rule, a description, and the records.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
    Firmness,
    MeetingState,
    Period,
    Record,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
)

_SPEAKING_OF_THE_PAST: tuple[dict[str, Any], ...] = (
    {},
    {"firmness": Firmness.WELCOMED},
    {"firmness": Firmness.PLEDGED, "continuing": True},
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
        "due-before-made",
        "over when it was mentioned or welcomed",
        [
            promise(
                f"p-{position}", made="2024", runs="2023", firmness=firmness
            )
            for position, firmness in enumerate(
                [
                    None,
                    Firmness.DISCUSSED,
                    Firmness.WELCOMED,
                    Firmness.ENDORSED,
                ]
            )
        ],
    ),
    (
        "due-before-made",
        "it had begun, its end is unknown, and it is counted from a date that is not known",
        [
            agreement(),
            promise(made="2024", runs="2023/2025", firmness=Firmness.AGREED),
            promise("on", made="2024", runs="2023/", firmness=Firmness.AGREED),
            promise(
                "from",
                made="2024",
                due_from=Anchor(record="treaty"),
                runs_from=Anchor(record="treaty"),
                firmness=Firmness.AGREED,
            ),
            promise("soon", made="2024", due=Period(stated="promptly")),
        ],
    ),
    (
        "report-before-made",
        "done, or under way, when a source spoke of it",
        [
            promise(
                f"p-{position}",
                made="2024-03",
                reports=[
                    Report(
                        on="2024-02", by="GB", status=ReportedStatus.COMPLETED
                    )
                ],
                **given,
            )
            for position, given in enumerate(_SPEAKING_OF_THE_PAST)
        ],
    ),
    (
        "known-too-early",
        "on the day, of a source that may be earlier, and announced ahead",
        [
            source("notice", "2024-03-10"),
            source("readout"),
            promise(
                reports=[
                    Report(
                        on="2024-03-10",
                        by="notice",
                        status=ReportedStatus.COMPLETED,
                        known="2024-03",
                    ),
                    Report(
                        on="2024-03-04",
                        by="GB",
                        status=ReportedStatus.COMPLETED,
                        known="2024-03-04",
                        citations=(
                            Citation(source="notice"),
                            Citation(source="readout"),
                        ),
                    ),
                    Report(
                        on="2024-07-01",
                        by="GB",
                        status=ReportedStatus.SUSPENDED,
                        known="2024-03-10",
                        citations=(Citation(source="notice"),),
                    ),
                    Report(
                        on="2024-07-01",
                        by="GB",
                        status=ReportedStatus.IN_PROGRESS,
                    ),
                ]
            ),
        ],
    ),
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
        "reports-going-backward",
        "no evidence of it yet, notices of two governments, and of no party",
        [
            *(
                Source(
                    id=id,
                    title=id,
                    kind=SourceKind.PRESS_NOTICE,
                    issued_by=issued_by,
                )
                for id, issued_by in (
                    ("british", ("GB",)),
                    ("joint", ("GB", "FR")),
                    ("audit", ()),
                    ("study", ()),
                )
            ),
            reported(
                ("2024-01", "GB", ReportedStatus.IN_PROGRESS),
                ("2024-02", "GB", ReportedStatus.NO_EVIDENCE),
            ),
            promise(
                "other",
                reports=[
                    Report(on=on, by=by, status=status)
                    for on, by, status in (
                        ("2024-01", "british", ReportedStatus.COMPLETED),
                        ("2024-02", "joint", ReportedStatus.SUBSTANTIAL),
                        ("2024-03", "audit", ReportedStatus.IN_PROGRESS),
                        ("2024-04", "study", ReportedStatus.ANNOUNCED),
                    )
                ],
            ),
        ],
    ),
    (
        "report-after-withdrawal",
        "no evidence of it is found afterwards",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.WITHDRAWN),
                ("2024-02", "FR", ReportedStatus.NO_EVIDENCE),
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
        "a party for which it was signed, or in force, perhaps after it was made",
        [
            agreement(
                adopted="2023-05",
                signed="2024",
                in_force="2023-06",
                adherences=[
                    adherence("FR", in_force="2023"),
                    adherence("GB", signed="2023-04", in_force="2023-05"),
                ],
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
        "after-its-sources",
        "published on the day",
        [
            source(published="2024-01-30"),
            meeting("2024-01-30", citations=[Citation(source="readout")]),
        ],
    ),
    (
        "after-its-sources",
        "held in the month of publication",
        [
            source(published="2024-01-02"),
            meeting("2024-01", citations=[Citation(source="readout")]),
        ],
    ),
    (
        "after-its-sources",
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
        "after-its-sources",
        "no date",
        [source(), meeting("2024-02", citations=[Citation(source="readout")])],
    ),
    (
        "after-its-sources",
        "one of two sources has no date",
        [
            source(),
            source("notice", "2024-01-20"),
            meeting(
                "2024-02",
                citations=[
                    Citation(source="readout"),
                    Citation(source="notice"),
                ],
            ),
        ],
    ),
    (
        "after-its-sources",
        "expected, fixed or announced for a later day",
        [
            source("notice", "2024-01-20"),
            agreement(
                in_force="2025",
                ended="2030",
                adherences=[
                    Adherence(
                        party="FR",
                        steps=(
                            Consent(kind=ConsentKind.IN_FORCE, on="2025"),
                            Consent(kind=ConsentKind.WITHDRAWN, on="2030"),
                            Consent(
                                kind=ConsentKind.RATIFIED,
                                on="2024-12",
                                expected=True,
                            ),
                        ),
                    )
                ],
                citations=[Citation(source="notice")],
            ),
            promise(
                reports=[
                    Report(
                        on="2024-07",
                        by="notice",
                        status=ReportedStatus.SUPERSEDED,
                    )
                ],
                citations=[Citation(source="notice")],
            ),
        ],
    ),
    (
        "after-its-sources",
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
