"""`brief`: a document for a committee, with every commitment, its status and its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Final

from attrs import frozen

from entente._dossier import Dossier, index_of
from entente.answers._status import CommitmentStatus
from entente.answers._times import runs_of
from entente.asking._selections import STATUS_KEYWORDS, Commitments
from entente.records._display import caption
from entente.records._model import Commitment, Party, Source
from entente.records._parts import Citation, Report
from entente.records._vocabulary import (
    Basis,
    LinkKind,
    ReportedStatus,
    Schedule,
)
from entente.records._walk import citations
from entente.values._period import Period, PeriodLike, definite_day
from entente.views import _document
from entente.views._document import (
    Block,
    Heading,
    Item,
    Listing,
    Paragraph,
    Table,
    TableLine,
)
from entente.views._periods import allowed_days, date_text, is_vague
from entente.views._progress import progress
from entente.views._scorecard import group_names, scorecard
from entente.views._timeline import timeline
from entente.views._words import (
    clock_note,
    count_text,
    grouping_text,
    join_parts,
    words_of,
)


@frozen(repr=False, kw_only=True)
class Brief:
    """The document that `brief` returns: Markdown when printed, or a page of HTML.

    >>> import entente
    >>> from entente import views
    >>> brief = views.brief(entente.example("promises-kept"), on="2024-06-01")
    >>> page = brief.to_html(charts=False)
    """

    title: str
    language: str
    blocks: tuple[Block, ...]

    def __str__(self) -> str:
        return self.to_markdown()

    def __repr__(self) -> str:
        return str(self)

    def to_markdown(self) -> str:
        """Return the brief as Markdown, with charts as blocks of text."""
        return _document.markdown(self.title, self.blocks)

    def to_html(self, *, charts: bool = True) -> str:
        """Return the brief as one page of HTML, for screens light and dark and for paper.

        It loads nothing and runs no script. Without `charts` it has tables in their place. Raises
        `entente.errors.MissingExtraError` if `charts` are asked for without the extra ``charts``.
        """
        return _document.html_page(
            self.title, self.language, self.blocks, charts=charts
        )


def brief(
    dossier: Dossier,
    *,
    on: PeriodLike,
    as_known: PeriodLike | None = None,
    by: str = "theme",
    title: str = "Commitments and their status",
    language: str = "en",
) -> Brief:
    """Return a document on all commitments: who made them, their status on a day, their sources.

    Commitments are grouped `by` any keyword of `Commitments.where`; those made after the day `on`
    are named but not counted. Statuses are as they were known on the day `as_known`. `language` is
    that of the summaries, as a BCP 47 tag. Raises `entente.errors.QueryError` if `by` is not a
    keyword, or `on` or `as_known` not a definite day.

    >>> import entente
    >>> from entente import views
    >>> brief = views.brief(entente.example("promises-kept"), on="2024-06-01")
    >>> for line in brief.to_markdown().splitlines()[4:11]:
    ...     print(line)
    ## Summary
    <BLANKLINE>
    - 3 firm promises by 5 parties, each counted once. Overdue: 0, met on time: 3.
    - Declared completed by a party: 3.
    - Assessed as completed by others: 0.
    - Too vague to check: 0.
    - 2 weaker items: hopes, discussions, welcomes, reports. Overdue: 0, no deadline: 1, met on time: 1.
    """
    snapshot = _Snapshot.of(dossier, on, as_known)
    made_in_time = timeline(
        dossier.meetings,
        dossier.agreements,
        snapshot.made,
        on=on,
        as_known=as_known,
    )
    return Brief(
        title=title,
        language=language,
        blocks=(
            Paragraph(clock_note(on, as_known)),
            *_summary(snapshot),
            *_deadlines(snapshot),
            Heading("Timeline"),
            made_in_time,
            *_groups(snapshot, by),
            scorecard(dossier, by=by, on=on, as_known=as_known),
            *_metrics(snapshot),
            *_uncertainties(snapshot),
            *_sources(snapshot),
        ),
    )


@frozen(kw_only=True)
class _Snapshot:
    """The commitments of a dossier on a day: those made by then, their statuses, and later ones."""

    dossier: Dossier
    on: PeriodLike
    as_known: PeriodLike | None
    made: Commitments
    later: Commitments
    statuses: dict[str, CommitmentStatus]

    @classmethod
    def of(
        cls, dossier: Dossier, on: PeriodLike, as_known: PeriodLike | None
    ) -> _Snapshot:
        day = Period(definite_day(on))
        # Only if it is certain: a vague date that may be before the day counts.
        later = dossier.commitments.filter(
            lambda each: each.made is not None and each.made.after(day).certain
        )
        made = dossier.commitments - later
        statuses = made.statuses(on=on, as_known=as_known)
        return cls(
            dossier=dossier,
            on=on,
            as_known=as_known,
            made=made,
            later=later,
            statuses=dict(zip(made.ids, statuses, strict=True)),
        )

    def on_schedule(self, *wanted: Schedule) -> list[Commitment]:
        """Return the commitments with one of these schedules, by their deadlines."""
        found = [
            each
            for each in self.made
            if self.statuses[each.id].schedule in wanted
        ]
        return sorted(found, key=self._deadline)

    def _deadline(self, commitment: Commitment) -> tuple[date, date]:
        """Return the last day on which it is due, then the first, to sort by.

        A commitment without a deadline is the last.
        """
        due = self.statuses[commitment.id].due or Period("../..")
        first, last = due.sort_key
        return last, first

    def table(self, caption: str, commitments: Iterable[Commitment]) -> Table:
        """Return a table of commitments."""
        return Table(
            caption, _HEADERS, tuple(map(self._table_line, commitments))
        )

    def _table_line(self, commitment: Commitment) -> TableLine:
        status = self.statuses[commitment.id]
        return TableLine(
            commitment.summary,
            self._citation_text(commitment),
            (
                ", ".join(commitment.by),
                _firmness(commitment),
                date_text(commitment.made),
                date_text(status.due),
                self._report_text(status.declared),
                self._report_text(status.assessed),
                words_of(status.schedule or ""),
            ),
        )

    def _report_text(self, report: Report | None) -> str:
        """Return what was reported, when and by whom."""
        if report is None:
            return "not reported"
        author = self.dossier[report.by]
        # The brief lists parties and sources by their ids; others it names only here.
        is_listed = isinstance(author, Party | Source)
        name = author.id if is_listed else caption(author)
        return f"{words_of(report.status)}, {date_text(report.on)}, by {name}"

    def _citation_text(self, commitment: Commitment) -> str:
        """Return the first citation, and how many more there are."""
        if not commitment.citations:
            return "no citation"
        first, *others = commitment.citations
        text = join_parts(
            (
                caption(self.dossier[first.source]),
                _passage(first),
                "inferred" if first.basis is Basis.INFERRED else "",
            )
        )
        return f"{text}, and {len(others)} more" if others else text


_HEADERS: Final = (
    "Commitment",
    "By",
    "Firmness",
    "Made",
    "Due",
    "Declared",
    "Assessed",
    "Schedule",
)


def _passage(citation: Citation) -> str:
    """Return the passage of a citation: lines if known, else paragraphs, else characters."""
    for unit, numbers in (
        ("line", citation.lines),
        ("paragraph", citation.paragraphs),
        ("character", citation.characters),
    ):
        if numbers is not None:
            units = f"{unit}s" if len(numbers) > 1 else unit
            return f"{units} {numbers}"
    return ""


def _firmness(commitment: Commitment) -> str:
    links = {link.kind for link in commitment.links}
    firmness = "not promised"
    if commitment.firmness is not None:
        firmness = words_of(commitment.firmness)
    return join_parts(
        (
            firmness,
            "continuing" if commitment.continuing else "",
            "restatement" if LinkKind.RESTATES in links else "",
        )
    )


def _summary(snapshot: _Snapshot) -> Iterator[Block]:
    """Count the promises of the scorecard, where a restatement is not counted again."""
    card = snapshot.dossier.scorecard(
        by="firmness", on=snapshot.on, as_known=snapshot.as_known
    )
    promises = list(chain.from_iterable(row.commitments for row in card))
    weaker = [each for each in snapshot.made if not each.is_firm]
    statuses = [snapshot.statuses[each.id] for each in promises]
    weaker_statuses = [snapshot.statuses[each.id] for each in weaker]
    makers = set(chain.from_iterable(each.by for each in promises))
    firm = count_text(len(promises), "firm promise").capitalize()
    parties = count_text(len(makers), "party", "parties")
    declared = _completed(status.declared for status in statuses)
    assessed = _completed(status.assessed for status in statuses)
    vague = sum(row.vague for row in card)
    weak = count_text(len(weaker), "weaker item").capitalize()
    lines = [
        f"{firm} by {parties}, each counted once. {_schedules(statuses)}.",
        f"Declared completed by a party: {declared}.",
        f"Assessed as completed by others: {assessed}.",
        f"Too vague to check: {vague}.",
        f"{weak}: hopes, discussions, welcomes, reports. {_schedules(weaker_statuses)}.",
    ]
    # Summaries are sentences, each with its own full stop.
    if snapshot.later:
        later = " ".join(each.summary for each in snapshot.later)
        lines.append(f"Not counted, since made later: {later}")
    yield Heading("Summary")
    yield Listing(tuple(map(Item, lines)))


def _schedules(statuses: Iterable[CommitmentStatus]) -> str:
    """Count statuses by schedule: those overdue even if there are none, then the others."""
    counts = Counter(status.schedule for status in statuses)
    # That nothing is overdue is an answer too.
    overdue = counts.pop(Schedule.OVERDUE, 0)
    others = [schedule for schedule in Schedule if schedule in counts]
    parts = [
        f"{words_of(schedule)}: {counts[schedule]}" for schedule in others
    ]
    return ", ".join((f"Overdue: {overdue}", *parts))


def _completed(reports: Iterable[Report | None]) -> int:
    statuses = [report.status for report in reports if report is not None]
    return statuses.count(ReportedStatus.COMPLETED)


_SECTIONS: Final = (
    ("Overdue", (Schedule.OVERDUE,), "No commitment is certainly overdue."),
    ("Possibly overdue", (Schedule.UNKNOWN,), ""),
    (
        "Due next",
        (Schedule.DUE, Schedule.NOT_DUE),
        "No commitment has a deadline ahead.",
    ),
)
"""The sections on deadlines: heading, schedules, and text if empty; without one it is left out."""


def _deadlines(snapshot: _Snapshot) -> Iterator[Block]:
    day = definite_day(snapshot.on)
    for heading, schedules, if_empty in _SECTIONS:
        found = snapshot.on_schedule(*schedules)
        if found:
            yield Heading(heading)
            yield snapshot.table(f"{heading} on {day}", found)
        elif if_empty:
            yield Heading(heading)
            yield Paragraph(if_empty)


def _groups(snapshot: _Snapshot, by: str) -> Iterator[Block]:
    """Yield a table of the commitments of each group."""
    yield Heading(f"By {grouping_text(by)}")
    made = snapshot.made
    # Only keywords that depend on the day may be asked with one.
    if by in STATUS_KEYWORDS:
        groups = made.group_by(by, on=snapshot.on, as_known=snapshot.as_known)
    else:
        groups = made.group_by(by)
    names = group_names(snapshot.dossier, by, groups)
    for group, members in groups.items():
        yield snapshot.table(names[group], members)


def _metrics(snapshot: _Snapshot) -> Iterator[Block]:
    if snapshot.dossier.metrics:
        yield Heading("Metrics")
    for metric in snapshot.dossier.metrics:
        yield progress(snapshot.dossier, metric)


def _uncertainties(snapshot: _Snapshot) -> Iterator[Block]:
    """List the vague dates, and count the citations that are inferred."""
    items: list[Item] = []
    index = index_of(snapshot.dossier)
    for each in snapshot.made:
        dates = (
            ("Made", each.made),
            ("Due", snapshot.statuses[each.id].due),
            ("Runs", runs_of(each, index)),
        )
        for name, period in dates:
            if period is not None and is_vague(period):
                text = f"{name}: {date_text(period)}, {allowed_days(period)}"
                items.append(Item(f"{each.summary} {text}."))
    bases: list[Basis] = []
    for record in snapshot.dossier.records:
        bases += [citation.basis for _, citation in citations(record)]
    inferred = f"{bases.count(Basis.INFERRED)} of {len(bases)}"
    items.append(
        Item(f"Inferred citations: {inferred}; the dossier explains each.")
    )
    yield Heading("Uncertainties")
    yield Listing(tuple(items))


def _sources(snapshot: _Snapshot) -> Iterator[Block]:
    """List sources and parties by the ids that the tables use."""
    dossier = snapshot.dossier
    sources = [
        Item(_source_text(each), each.address) for each in dossier.sources
    ]
    parties = [Item(f"{each.id}: {each.name}") for each in dossier.parties]
    yield Heading("Sources")
    yield Listing(tuple(sources))
    yield Heading("Parties")
    yield Listing(tuple(parties))


def _source_text(source: Source) -> str:
    details = join_parts(
        (
            words_of(source.kind),
            source.publisher,
            f"published {date_text(source.published)}"
            if source.published
            else "",
            f"licence {source.licence}" if source.licence else "",
        )
    )
    return f"{source.id}: {source.title} ({details})"
