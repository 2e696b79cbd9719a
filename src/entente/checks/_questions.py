"""Rules that ask for what a source may say, such as a deadline or a passage."""

from __future__ import annotations

from collections.abc import Iterator

from entente._dossier import Dossier, index_of
from entente._text import shorten
from entente.answers._reports import speakers
from entente.checks._problems import problem
from entente.errors import Problem, Severity
from entente.records._model import Commitment, Source
from entente.records._walk import citations
from entente.values._period import Period


def firm_without_promisor(dossier: Dossier) -> Iterator[Problem]:
    """Find firm promises that do not say who made them."""
    for commitment in dossier.commitments.where(firm=True):
        if not commitment.by:
            yield problem(
                commitment,
                "a firm promise without a promisor",
                severity=Severity.INFO,
            )


def firm_without_deadline(dossier: Dossier) -> Iterator[Problem]:
    """Find firm promises that do not say when they are due."""
    for commitment in dossier.commitments.where(firm=True):
        due = commitment.due
        if _has_deadline(due) or _has_another_time(commitment):
            continue
        message = "a firm promise without a deadline"
        path: list[str] = []
        if due is not None and due.in_words_only:
            message += f": due in words only, {shorten(due.stated, 200)}"
            path = ["due"]
        yield problem(commitment, message, *path, severity=Severity.INFO)


def _has_deadline(due: Period | None) -> bool:
    """Say whether a date says by when: "promptly" and "not before 2027" do not."""
    if due is None or due.in_words_only:
        return False
    return due.latest is not None


def _has_another_time(commitment: Commitment) -> bool:
    """Say whether a promise has a time, be it counted from another record or from a condition."""
    times = (
        commitment.due_from,
        commitment.runs,
        commitment.runs_from,
        commitment.duration,
        commitment.recurrence,
    )
    # What is due "on request" is due each time that somebody asks.
    recurs = any(condition.recurs for condition in commitment.conditions)
    return recurs or any(time is not None for time in times)


def firm_without_metric(dossier: Dossier) -> Iterator[Problem]:
    """Find firm promises that say nothing of how much, by a metric or an amount."""
    for commitment in dossier.commitments.where(firm=True):
        if not commitment.metrics and not commitment.amounts:
            yield problem(
                commitment,
                "a firm promise without a metric or an amount",
                severity=Severity.INFO,
            )


def firm_without_citation(dossier: Dossier) -> Iterator[Problem]:
    """Find firm promises that nobody can look up."""
    for commitment in dossier.commitments.where(firm=True):
        if not commitment.citations:
            yield problem(
                commitment,
                "a firm promise without a citation",
            )


def citation_without_place(dossier: Dossier) -> Iterator[Problem]:
    """Find citations of a whole document, without the passage."""
    for record in dossier.records:
        for path, citation in citations(record):
            passage = (
                citation.lines,
                citation.characters,
                citation.paragraphs,
                citation.quote,
            )
            if not any(passage):
                yield problem(
                    record,
                    f"{citation.source!r} is cited without a place",
                    *path,
                    severity=Severity.INFO,
                )


def condition_without_record(dossier: Dossier) -> Iterator[Problem]:
    """Find conditions that wait for no record, so that nothing can show that they are met."""
    for commitment in dossier.commitments:
        for position, condition in enumerate(commitment.conditions):
            if condition.waits_for is None:
                yield problem(
                    commitment,
                    "the condition waits for no record, so the promise is conditional until it is done",
                    "conditions",
                    position,
                    severity=Severity.INFO,
                    hint="name in waits_for the event or other record that shows when it is met",
                )


def reporter_without_party(dossier: Dossier) -> Iterator[Problem]:
    """Find reports by a document or minister of no known party, which count as an outsider's."""
    index = index_of(dossier)
    for commitment in dossier.commitments:
        for position, report in enumerate(commitment.reports):
            if any(speakers(report, index)):
                continue
            is_source = isinstance(dossier[report.by], Source)
            missing = (
                "its issued_by" if is_source else f"a tenure on {report.on}"
            )
            yield problem(
                commitment,
                f"no party is known for which {report.by!r} speaks,"
                " so it counts as an outsider's",
                "reports",
                position,
                "by",
                severity=Severity.INFO,
                hint=f"if it speaks for one, add {missing}",
            )
