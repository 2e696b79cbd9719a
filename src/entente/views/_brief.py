"""The brief that a committee clerk would print: what was promised, by whom, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from entente._dossier import Dossier
from entente.answers._status import CommitmentStatus
from entente.asking._selections import STATUS_KEYWORDS, Commitments
from entente.records._model import (
    Citation,
    Commitment,
    Party,
    Report,
    Source,
    caption,
    citations,
)
from entente.records._vocabulary import Basis, LinkKind, ReportedStatus, Schedule
from entente.values._period import Period, PeriodLike, definite_day
from entente.views import _document
from entente.views._document import (
    Block,
    Heading,
    Item,
    Line,
    Listing,
    Paragraph,
    Table,
)
from entente.views._periods import told
from entente.views._progress import progress
from entente.views._scorecard import group_names, scorecard
from entente.views._timeline import timeline
from entente.views._words import clocks, counted, plain


@frozen(repr=False, kw_only=True)
class Brief:
    """What `brief` returns: printed it is Markdown, and a page of HTML on demand.

    >>> import entente
    >>> made = brief(entente.example("promises-kept"), on="2024-06-01")
    >>> page = made.to_html(charts=False)
    """

    title: str
    language: str
    blocks: tuple[Block, ...]

    def __str__(self) -> str:
        return self.to_markdown()

    def __repr__(self) -> str:
        return str(self)

    def to_markdown(self) -> str:
        """Return it as Markdown, with what would be drawn in letters."""
        return _document.markdown(self.title, self.blocks)

    def to_html(self, *, charts: bool = True) -> str:
        """Return it as one page that loads nothing and runs nothing, for light and for dark, and for paper.

        Raises `entente.errors.MissingExtraError` without the extra ``charts``, unless `charts` is False.
        """
        return _document.page(self.title, self.language, self.blocks, charts=charts)


def brief(
    dossier: Dossier,
    *,
    on: PeriodLike,
    as_known: PeriodLike | None = None,
    by: str = "theme",
    title: str = "What was promised, and what became of it",
    language: str = "en",
) -> Brief:
    """Report what was promised, by whom, how it stands on a day as it was known on a day, and where it is written.

    The promises are grouped `by` any keyword of `where` for commitments; what was made after the day is
    named and not counted. `language` is that of the summaries, a BCP 47 tag. Raises
    `entente.errors.QueryError` for a keyword that there is not, or a day that is none.

    >>> import entente
    >>> made = brief(entente.example("promises-kept"), on="2024-06-01")
    >>> print(made.to_markdown().split("##")[1])
     In short
    <BLANKLINE>
    - 3 firm promises by 5 parties, each counted once. Overdue: 0, met on time: 3.
    - Declared completed by a party: 3.
    - Assessed as completed by others: 0.
    - Vague, with nothing to tell by whether they were kept: 0.
    - Beside these, 2 things that they wished for, discussed, greeted or only told. Overdue: 0, no deadline: 1, met on time: 1.
    - Made after the day, and not counted: Suspend part of the latest tariffs on each other's goods for 90 days. Suspend the same tariffs for another 90 days.
    """
    case = _Case.of(dossier, on, as_known)
    return Brief(
        title=title,
        language=language,
        blocks=(
            Paragraph(clocks(on, as_known)),
            *_summary(case),
            *_deadlines(case),
            Heading("In time"),
            timeline(
                dossier.meetings,
                dossier.agreements,
                case.made,
                on=on,
                as_known=as_known,
            ),
            *_groups(case, by),
            scorecard(dossier, by=by, on=on, as_known=as_known),
            *_metrics(case),
            *_doubts(case),
            *_sources(case),
        ),
    )


@frozen(kw_only=True)
class _Case:
    """What a report is about: the commitments made by the day, those made later, and how the former stand."""

    dossier: Dossier
    on: PeriodLike
    as_known: PeriodLike | None
    made: Commitments
    later: Commitments
    standings: dict[str, CommitmentStatus]

    @classmethod
    def of(cls, dossier: Dossier, on: PeriodLike, as_known: PeriodLike | None) -> _Case:
        day = Period(definite_day(on))
        later = dossier.commitments.filter(
            lambda each: each.made is not None and each.made.after(day).certain
        )
        made = dossier.commitments - later
        standings = dict(
            zip(made.ids, made.statuses(on=on, as_known=as_known), strict=True)
        )
        return cls(
            dossier=dossier,
            on=on,
            as_known=as_known,
            made=made,
            later=later,
            standings=standings,
        )

    def schedules(self, *wanted: Schedule) -> list[Commitment]:
        """Return the commitments on one of these schedules, those first that are due first."""
        found = [
            each for each in self.made if self.standings[each.id].schedule in wanted
        ]
        return sorted(found, key=lambda each: self._due(each).sort_key[::-1])

    def _due(self, commitment: Commitment) -> Period:
        return self.standings[commitment.id].due or Period("../..")

    def table(self, caption: str, commitments: Iterable[Commitment]) -> Table:
        """Return a table of commitments."""
        headers = (
            "Promise",
            "By",
            "Firmness",
            "Made",
            "Due",
            "Declared",
            "Assessed",
            "Schedule",
        )
        return Table(caption, headers, tuple(self._line(each) for each in commitments))

    def _line(self, commitment: Commitment) -> Line:
        found = self.standings[commitment.id]
        return Line(
            commitment.summary,
            self._cited(commitment),
            (
                ", ".join(commitment.by),
                _firmness(commitment),
                told(commitment.made),
                told(found.due),
                self._word(found.declared),
                self._word(found.assessed),
                plain(found.schedule or ""),
            ),
        )

    def _word(self, report: Report | None) -> str:
        """Say what somebody reported: parties and sources are listed by their ids, anyone else has a name."""
        if report is None:
            return "not reported"
        author = self.dossier[report.by]
        name = author.id if isinstance(author, Party | Source) else caption(author)
        return f"{plain(report.status)}, {told(report.on)}, by {name}"

    def _cited(self, commitment: Commitment) -> str:
        """Say where it is written: the first citation, and how many more there are."""
        if not commitment.citations:
            return "Nothing is cited."
        first, *rest = commitment.citations
        source = caption(self.dossier[first.source])
        more = f", and {len(rest)} more" if rest else ""
        return (
            ", ".join(
                filter(
                    None,
                    (
                        source,
                        _place(first),
                        "inferred" * (first.basis is Basis.INFERRED),
                    ),
                )
            )
            + more
        )


def _place(citation: Citation) -> str:
    """Say where in its source a citation leads."""
    units = (
        ("line", citation.lines),
        ("paragraph", citation.paragraphs),
        ("character", citation.characters),
    )
    places = (
        f"{unit}{'s' * (len(place) > 1)} {place}"
        for unit, place in units
        if place is not None
    )
    return next(places, "")


def _firmness(commitment: Commitment) -> str:
    restates = any(link.kind is LinkKind.RESTATES for link in commitment.links)
    words = (
        "only told" if commitment.firmness is None else plain(commitment.firmness),
        "continuing" * commitment.continuing,
        "said before" * restates,
    )
    return ", ".join(filter(None, words))


def _summary(case: _Case) -> Iterator[Block]:
    """Count what was promised, as the scorecard does, so that each promise counts once."""
    card = case.dossier.scorecard(by="firmness", on=case.on, as_known=case.as_known)
    promises = [each for row in card for each in row.commitments]
    found = [case.standings[each.id] for each in promises]
    parties = {party for each in promises for party in each.by}
    weaker = [each for each in case.made if not each.is_firm]
    who = counted(len(parties), "party", "parties")
    weak = f"{counted(len(weaker), 'thing')} that they wished for, discussed, greeted or only told"
    items = [
        f"{counted(len(promises), 'firm promise').capitalize()} by {who}, each counted once. {_scheduled(found)}.",
        f"Declared completed by a party: {_completed(each.declared for each in found)}.",
        f"Assessed as completed by others: {_completed(each.assessed for each in found)}.",
        f"Vague, with nothing to tell by whether they were kept: {sum(row.vague for row in card)}.",
        f"Beside these, {weak}. {_scheduled(case.standings[each.id] for each in weaker)}.",
    ]
    if case.later:
        items.append(
            f"Made after the day, and not counted: {' '.join(each.summary for each in case.later)}"
        )
    yield Heading("In short")
    yield Listing(tuple(map(Item, items)))


def _scheduled(found: Iterable[CommitmentStatus]) -> str:
    """Count by the schedule what is overdue, even if nothing is, and then the rest."""
    counts = Counter(each.schedule for each in found)
    rest = (
        schedule
        for schedule in Schedule
        if schedule is not Schedule.OVERDUE and counts[schedule]
    )
    return ", ".join(
        f"{plain(schedule)}: {counts[schedule]}"
        for schedule in (Schedule.OVERDUE, *rest)
    ).capitalize()


def _completed(reports: Iterable[Report | None]) -> int:
    return sum(
        report is not None and report.status is ReportedStatus.COMPLETED
        for report in reports
    )


def _deadlines(case: _Case) -> Iterator[Block]:
    """Say what is overdue for certain, what may be, and what falls due next."""
    for heading, schedules, nothing in (
        ("Overdue", (Schedule.OVERDUE,), "Nothing is overdue for certain."),
        ("Perhaps overdue, perhaps kept", (Schedule.UNKNOWN,), ""),
        (
            "Due next",
            (Schedule.DUE, Schedule.NOT_DUE),
            "Nothing has a deadline to come.",
        ),
    ):
        found = case.schedules(*schedules)
        if found or nothing:
            yield Heading(heading)
            yield (
                case.table(f"{heading} on {definite_day(case.on)}", found)
                if found
                else Paragraph(nothing)
            )


def _groups(case: _Case, by: str) -> Iterator[Block]:
    """List the commitments of each group."""
    yield Heading(f"By {plain(by)}")
    days = (case.on, case.as_known) if by in STATUS_KEYWORDS else (None, None)
    groups = case.made.group_by(by, on=days[0], as_known=days[1])
    names = group_names(case.dossier, by, groups)
    for group, members in groups.items():
        yield case.table(names[group], members)


def _metrics(case: _Case) -> Iterator[Block]:
    if case.dossier.metrics:
        yield Heading("What was measured")
    for metric in case.dossier.metrics:
        yield progress(case.dossier, metric)


def _doubts(case: _Case) -> Iterator[Block]:
    """List what the record leaves open."""
    dates = [
        Item(f"{each.summary} {name}: {told(period)}, {_sense(period)}.")
        for each in case.made
        for name, period in (
            ("Made", each.made),
            ("Due", case.standings[each.id].due),
            ("Runs", each.runs),
        )
        if period is not None and _is_vague(period)
    ]
    every = [
        citation for record in case.dossier.records for _, citation in citations(record)
    ]
    inferred = sum(citation.basis is Basis.INFERRED for citation in every)
    yield Heading("What is vague")
    yield Listing(
        (
            *dates,
            Item(
                f"{inferred} of {counted(len(every), 'citation')} are inferred and not stated; each says how in the dossier."
            ),
        )
    )


def _is_vague(period: Period) -> bool:
    if period.is_span:
        return any(end is None or end.day is None for end in (period.start, period.end))
    return period.day is None


def _sense(period: Period) -> str:
    """Say which days a vague period allows.

    >>> _sense(Period("2024-21")), _sense(Period("2023-05/.."))
    ('on one day from 2024-03-01 to 2024-05-31', 'begins on one day from 2023-05-01 to 2023-05-31, has no end')
    """
    if period.is_span:
        begins = _day(
            period.start,
            "begins ",
            "has no beginning" if period.is_open_start else "begins nobody knows when",
        )
        ends = _day(
            period.end,
            "ends ",
            "has no end" if period.is_open_end else "ends nobody knows when",
        )
        said = f"{begins}, {ends}"
    else:
        said = _day(period, "", "")
    doubts = (
        "the source doubts it" * period.uncertain,
        "or about then" * period.approximate,
    )
    return ", ".join(filter(None, (said, *doubts)))


def _day(period: Period | None, verb: str, otherwise: str) -> str:
    if period is None:
        return otherwise
    first, last = period.earliest, period.latest
    return (
        f"{verb}on {first}"
        if first == last
        else f"{verb}on one day from {first} to {last}"
    )


def _sources(case: _Case) -> Iterator[Block]:
    """List the documents, each with its address, and the parties, all by the ids that stand above."""
    yield Heading("Sources")
    yield Listing(
        tuple(Item(_source(each), each.address) for each in case.dossier.sources)
    )
    yield Heading("Parties")
    yield Listing(
        tuple(Item(f"{each.id}: {each.name}") for each in case.dossier.parties)
    )


def _source(source: Source) -> str:
    published = (
        "" if source.published is None else f"published {told(source.published)}"
    )
    licence = "" if source.licence is None else f"licence {source.licence}"
    parts = (plain(source.kind), source.publisher, published, licence)
    return f"{source.id}: {source.title} ({', '.join(filter(None, parts))})"
