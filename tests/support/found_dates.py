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
    Firmness,
    Period,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Statement,
)
from entente.records._vocabulary import Act

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
        "due-before-made",
        [
            agreement(in_force="2023-01-10"),
            promise(
                "counted",
                made="2024-03",
                due_from=Anchor(record="treaty", after="P6M"),
            ),
            promise(
                "over",
                made="2024-03",
                firmness=Firmness.PLEDGED,
                runs="2022/2023",
            ),
            promise(
                "lasted",
                made="2024-03",
                firmness=Firmness.CALLED_FOR,
                runs_from=Anchor(record="treaty"),
                duration="P1Y",
            ),
        ],
        [
            (
                ERROR,
                "commitments[0].due_from (counted): due 2023-07-10, but only made 2024-03",
            ),
            (
                ERROR,
                "commitments[1].runs (over): runs 2022/2023, but only made 2024-03",
            ),
            (
                ERROR,
                "commitments[2].runs_from (lasted): runs 2023-01-10/2024-01-09, but only made 2024-03",
            ),
        ],
    ),
    Case(
        "report-before-made",
        [
            promise(
                made="2024-03",
                firmness=Firmness.PLEDGED,
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
    Case(  # who finds no evidence in between does not hide it
        "reports-going-backward",
        [
            reported(
                ("2024-01", "GB", ReportedStatus.COMPLETED),
                ("2024-02", "GB", ReportedStatus.NO_EVIDENCE),
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
    Case(  # two notices of one government are one reporter
        "reports-going-backward",
        [
            *(
                Source(
                    id=id,
                    title=id,
                    kind=SourceKind.PRESS_NOTICE,
                    issued_by=("GB",),
                )
                for id in ("first", "second")
            ),
            reported(
                ("2024-01", "first", ReportedStatus.COMPLETED),
                ("2024-02", "second", ReportedStatus.IN_PROGRESS),
            ),
        ],
        [
            (
                WARNING,
                (
                    "commitments[0].reports[1] (patrol): in_progress on 2024-02, "
                    "but completed on 2024-01 by 'first', who speaks for the same party"
                ),
            )
        ],
    ),
    Case(
        "known-too-early",
        [
            source("notice", "2024-03-10"),
            source("readout", "2024-04"),
            promise(
                reports=[
                    Report(
                        on="2024-03-04",
                        by="GB",
                        status=ReportedStatus.COMPLETED,
                        known="2024-02",
                    ),
                    Report(
                        on="2024-03-04",
                        by="GB",
                        status=ReportedStatus.COMPLETED,
                        known="2024-03-09",
                        citations=(
                            Citation(source="readout"),
                            Citation(source="notice"),
                        ),
                    ),
                    Report(
                        on="2024-03-04",
                        by="notice",
                        status=ReportedStatus.WITHDRAWN,
                        known="2024-03-01",
                    ),
                ]
            ),
        ],
        [
            (
                ERROR,
                "commitments[0].reports[0].known (patrol): known 2024-02, but completed only on 2024-03-04",
            ),
            (
                WARNING,
                "commitments[0].reports[1].known (patrol): known 2024-03-09, but 'readout' was only published 2024-04",
            ),
            (
                WARNING,
                "commitments[0].reports[2].known (patrol): known 2024-03-01, but 'notice' was only published 2024-03-10",
            ),
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
        "step-out-of-order",
        [
            agreement(
                adopted="2023-05",
                signed="2024",
                in_force="2023-04/2026",
                ended="2023-03",
                adherences=[
                    adherence("FR", in_force="2023-04"),
                    adherence("GB", ratified="2023-02", in_force="2025"),
                    adherence("DE", signed="2023-01", in_force="2023-04"),
                ],
            )
        ],
        [
            (
                WARNING,
                "agreements[0].in_force (treaty): in force 2023-04/2026, but only adopted 2023-05",
            ),
            (
                WARNING,
                "agreements[0].ended (treaty): ended 2023-03, but only adopted 2023-05",
            ),
            (
                WARNING,
                (
                    "agreements[0].adherences[0].steps[0].on (treaty): "
                    "in force 2023-04, but only adopted 2023-05"
                ),
            ),
            (
                WARNING,
                (
                    "agreements[0].adherences[1].steps[0].on (treaty): "
                    "ratified 2023-02, but only adopted 2023-05"
                ),
            ),
        ],
    ),
    Case(
        "step-out-of-order",
        [agreement(in_force="2023/2026", ended="2022")],
        [
            (
                WARNING,
                "agreements[0].ended (treaty): ended 2022, but only in force 2023/2026",
            )
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
        "after-its-sources",
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
        "after-its-sources",
        [
            source(published="2024-01-29"),
            source("notice", published="2024-01"),
            agreement(
                sought="2023",
                announced="2024-01",
                adopted="2024-01-30",
                signed="2024-03",
                in_force="2025",
                adherences=[
                    adherence("FR", ratified="2024-05", in_force="2025")
                ],
                citations=[
                    Citation(source="readout"),
                    Citation(source="notice"),
                ],
            ),
            promise(
                made="2024-02",
                due="2025",
                citations=[Citation(source="notice")],
                reports=[
                    Report(
                        on="2024-03", by="notice", status=status, known=known
                    )
                    for status, known in (
                        (ReportedStatus.COMPLETED, None),
                        (ReportedStatus.WITHDRAWN, "2024-01"),
                    )
                ],
            ),
            Statement(
                id="s",
                summary="S.",
                act=Act.CLAIM,
                speakers=("GB",),
                said="2024-02-01",
                citations=(Citation(source="readout"),),
            ),
        ],
        [
            (
                ERROR,
                "agreements[0].signed (treaty): signed 2024-03, after 'readout' was published, 2024-01-29",
            ),
            (
                ERROR,
                (
                    "agreements[0].adherences[0].steps[0].on (treaty): "
                    "ratified 2024-05, after 'readout' was published, 2024-01-29"
                ),
            ),
            (
                ERROR,
                "commitments[0].made (patrol): made 2024-02, after 'notice' was published, 2024-01",
            ),
            (
                ERROR,
                "commitments[0].reports[0].on (patrol): completed 2024-03, after 'notice' was published, 2024-01",
            ),
            (
                ERROR,
                "statements[0].said (s): said 2024-02-01, after 'readout' was published, 2024-01-29",
            ),
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
