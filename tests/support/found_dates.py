"""Dates that break the rules."""

from __future__ import annotations

from check_records import (
    ERROR,
    WARNING,
    Case,
    adherence,
    agreement,
    meeting,
    promise,
    reported,
    source,
)
from entente import (
    Anchor,
    AnchorDate,
    Citation,
    Period,
    Report,
    ReportedStatus,
)

CASES = [
    Case(
        "due-before-made",
        [promise(made="2024-03", due="2023")],
        [
            (
                ERROR,
                "commitments[0].due (patrol): due 2023, but only made 2024-03",
            )
        ],
    ),
    Case(
        "due-before-made",
        [promise(made="2024-03-02", due="[2023..2024-02]")],
        [
            (
                ERROR,
                "commitments[0].due (patrol): due [2023..2024-02], but only made 2024-03-02",
            )
        ],
    ),
    Case(
        "report-before-made",
        [
            promise(
                made="2024-03",
                reports=[
                    Report(
                        on="2024-04", by="GB", status=ReportedStatus.ANNOUNCED
                    ),
                    Report(
                        on="2024-02", by="GB", status=ReportedStatus.COMPLETED
                    ),
                ],
            )
        ],
        [
            (
                ERROR,
                "commitments[0].reports[1].on (patrol): reported on 2024-02, but only made 2024-03",
            )
        ],
    ),
    Case(
        "reports-going-backward",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.SUBSTANTIAL),
                ("2024-02", "GB", ReportedStatus.NOT_STARTED),
            )
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[1] (patrol): "
                    "not_started on 2024-02, but substantial on 2024-01 by the same reporter"
                ),
            )
        ],
    ),
    Case(  # the order of the file is not that of time
        "reports-going-backward",
        [
            reported(
                ("2024-02", "GB", ReportedStatus.ANNOUNCED),
                ("2024-01", "GB", ReportedStatus.IN_PROGRESS),
            )
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[0] (patrol): "
                    "announced on 2024-02, but in_progress on 2024-01 by the same reporter"
                ),
            )
        ],
    ),
    Case(  # what another says in between does not hide it
        "reports-going-backward",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.COMPLETED),
                ("2024-02", "FR", ReportedStatus.IN_PROGRESS),
                ("2024-03", "GB", ReportedStatus.IN_PROGRESS),
            )
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[2] (patrol): "
                    "in_progress on 2024-03, but completed on 2024-01 by the same reporter"
                ),
            )
        ],
    ),
    Case(  # what is no step of progress does not hide it either
        "reports-going-backward",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.SUBSTANTIAL),
                ("2024-02", "GB", ReportedStatus.SUSPENDED),
                ("2024-01", "FR", ReportedStatus.COMPLETED),
                ("2024-02", "FR", ReportedStatus.SUBSTANTIAL),
            )
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[3] (patrol): "
                    "substantial on 2024-02, but completed on 2024-01 by the same reporter"
                ),
            )
        ],
    ),
    Case(
        "report-after-withdrawal",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.WITHDRAWN),
                ("2024-02", "FR", ReportedStatus.IN_PROGRESS),
            )
        ],
        [
            (
                WARNING,
                "commitments[0].reports[1] (patrol): in_progress on 2024-02, but withdrawn on 2024-01",
            )
        ],
    ),
    Case(
        "report-after-withdrawal",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.SUPERSEDED),
                ("2024-02", "GB", ReportedStatus.COMPLETED),
            )
        ],
        [
            (
                WARNING,
                "commitments[0].reports[1] (patrol): completed on 2024-02, but superseded on 2024-01",
            )
        ],
    ),
    Case(
        "step-out-of-order",
        [
            agreement(
                signed="2024",
                in_force="2023/..",
                ended="2022",
                adherences=[
                    adherence("FR", signed="2024", in_force="2024"),
                    adherence("GB", signed="2024-05", in_force="2024-04/.."),
                    adherence("BE", signed="2024-05", ratified="2024-04"),
                    adherence("DE", acceded="2024-05", in_force="2023"),
                ],
            )
        ],
        [
            (
                WARNING,
                "agreements[0].in_force (treaty): in force 2023/.., but only signed 2024",
            ),
            (
                WARNING,
                "agreements[0].ended (treaty): ended 2022, but only signed 2024",
            ),
            (
                WARNING,
                (
                    "agreements[0].adherences[1].steps[1].on (treaty): "
                    "in force 2024-04/.., but only signed 2024-05"
                ),
            ),
            (
                WARNING,
                (
                    "agreements[0].adherences[2].steps[1].on (treaty): "
                    "ratified 2024-04, but only signed 2024-05"
                ),
            ),
            (
                WARNING,
                (
                    "agreements[0].adherences[3].steps[1].on (treaty): "
                    "in force 2023, but only acceded 2024-05"
                ),
            ),
        ],
    ),
    Case(
        "anchor-without-date",
        [
            meeting("2024"),
            agreement(signed="2024"),
            promise(
                due_from=Anchor(
                    record="talks", date=AnchorDate.SIGNED, after="P6M"
                ),
                runs_from=Anchor(record="treaty", date=AnchorDate.MADE),
            ),
        ],
        [
            (
                ERROR,
                (
                    "commitments[0].due_from.date (patrol): 'talks' is a meeting, which has no date 'signed'; "
                    "write 'when'"
                ),
            ),
            (
                ERROR,
                (
                    "commitments[0].runs_from.date (patrol): 'treaty' is an agreement, which has no date 'made'; "
                    "write 'announced', 'adopted', 'signed', 'provisional', 'in_force' or 'ended'"
                ),
            ),
        ],
    ),
    Case(
        "held-after-source",
        [
            source(published="2024-01-29"),
            meeting("2024-01-30", citations=[Citation(source="readout")]),
        ],
        [
            (
                ERROR,
                "meetings[0].when (talks): held 2024-01-30, after 'readout' was published, 2024-01-29",
            )
        ],
    ),
    Case(
        "date-against-its-words",
        [promise(due=Period("2025-12", stated="by the end of 2024"))],
        [
            (
                WARNING,
                "commitments[0].due (patrol): 2025-12, but 'by the end of 2024' means [..2024-12-31]; correct the date or the words",
            )
        ],
    ),
]
