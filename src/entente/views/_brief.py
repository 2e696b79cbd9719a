"""`brief`: a document for a committee, with every commitment, its status and its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import Final
from urllib.parse import quote

from attrs import evolve, frozen

from entente._dossier import Dossier, index_of
from entente._safe import is_web_address
from entente._text import either, shorten, words_of
from entente.answers._facts import commitment_facts, names_in
from entente.answers._reports import voices
from entente.answers._status import CommitmentStatus
from entente.answers._time_words import (
    WordedTime,
    worded_deadlines,
    worded_runs,
)
from entente.asking._scorecard import (
    Scorecard,
    grouping_text,
    is_vague as is_vague_promise,
    scorecard as count_scorecard,
)
from entente.asking._selections import STATUS_KEYWORDS, Commitments
from entente.errors import QueryError
from entente.files._atomic import write_whole
from entente.records._display import caption
from entente.records._index import RecordIndex
from entente.records._model import Commitment, Party, Source
from entente.records._parts import Report
from entente.records._vocabulary import (
    Basis,
    LinkKind,
    PartyKind,
    ReportedStatus,
    Schedule,
)
from entente.records._walk import citations
from entente.records._wording import date_text, passage_text
from entente.values._period import Period, PeriodLike, definite_day
from entente.views import _document, _word
from entente.views._document import (
    Block,
    Heading,
    Item,
    Linked,
    Listing,
    Paragraph,
    Table,
    TableLine,
)
from entente.views._facts import party_reports_text, reasons_text
from entente.views._periods import allowed_days, is_vague
from entente.views._progress import progress
from entente.views._scorecard import group_names, scorecard
from entente.views._timeline import timeline
from entente.views._view import View
from entente.views._words import (
    clock_note,
    count_text,
    join_parts,
)


@frozen(repr=False, kw_only=True)
class Brief:
    """The document that `brief` returns: Markdown when printed, a page of HTML, or a file of Word.

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

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

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

    def to_docx(self, *, charts: bool = True) -> bytes:
        """Return the brief as a file of Word, with the text of views where there are no `charts`.

        Raises `entente.errors.MissingExtraError` without the extra ``docx``, or if `charts` are asked
        for without the extra ``charts``.
        """
        return _word.document(
            self.title, self.language, self.blocks, charts=charts
        )

    def save(self, path: str | PathLike[str], *, charts: bool = True) -> None:
        """Write the brief to a file, in the format that its name ends in: .md, .html or .docx.

        What the file holds already is replaced, all at once. Raises `entente.errors.QueryError` for another
        ending, `entente.errors.SaveError` if the file cannot be written, and
        `entente.errors.MissingExtraError` as the format does.
        """
        file = Path(path)
        writers: Mapping[str, Callable[[], bytes]] = {
            ".md": lambda: self.to_markdown().encode(),
            ".html": lambda: self.to_html(charts=charts).encode(),
            ".docx": lambda: self.to_docx(charts=charts),
        }
        if file.suffix.lower() not in writers:
            raise QueryError(
                f"{shorten(file.name)}: a brief is a file that ends in"
                f" {either(list(writers))}"
            )
        write_whole(file, writers[file.suffix.lower()]())


def brief(
    dossier: Dossier,
    *,
    on: PeriodLike,
    as_known: PeriodLike | None = None,
    by: str = "theme",
    among: Commitments | None = None,
    title: str = "Commitments and their status",
    language: str = "en",
    site: str | None = None,
) -> Brief:
    """Return a document on all commitments: who made them, their status on a day, their sources.

    Each firm promise is described once, with a number: in its first group `by` any keyword of
    `Commitments.where`. Its other groups, and the sections on what is upcoming, overdue or kept, refer
    to it by that number. Weaker items have a table of their own. Commitments made after the day `on`
    are named but not counted. Statuses are as they were known on the day `as_known`. `language` is
    that of the summaries, as a BCP 47 tag. With the address of a `site` of the dossier, each
    commitment links to its page there. `among` are the commitments of the dossier that the brief is
    on, if not all; it says how they were chosen.

    Raises `entente.errors.QueryError` if `by` is not a keyword, `on` or `as_known` not a definite
    day, or `site` no address of the web.

    >>> import entente
    >>> from entente import views
    >>> brief = views.brief(entente.example("promises-kept"), on="2024-06-01")
    >>> print(brief.to_markdown().split("## Summary")[1].split("- Not counted")[0])
    <BLANKLINE>
    - 3 firm promises by 5 parties, each counted once. Overdue: 0, met on time: 3.
    - Declared completed by a party: 3.
    - Assessed as completed by others: 0.
    - Too vague to check: 0.
    - 2 weaker items, which nobody promised: hopes, discussions, welcomes, reports.
    <BLANKLINE>
    """
    if site is not None and not is_web_address(site):
        raise QueryError(f"{shorten(site)} is not an address of the web")
    chosen = dossier.commitments if among is None else among
    snapshot = _Snapshot.of(
        dossier, chosen, on=on, as_known=as_known, by=by, site=site
    )
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
            *([] if among is None else [_choice(dossier, among)]),
            *_summary(snapshot),
            *_deadlines(snapshot),
            Heading("Timeline"),
            _without_ids(made_in_time),
            *_groups(snapshot),
            *_weaker(snapshot),
            Heading("Scorecard"),
            scorecard(chosen, by=by, on=on, as_known=as_known),
            *_metrics(snapshot),
            *_uncertainties(snapshot),
            *_sources(snapshot),
        ),
    )


def _choice(dossier: Dossier, among: Commitments) -> Paragraph:
    """Say how many commitments were chosen, and how."""
    asked = " and ".join(map(str, among.criteria))
    return Paragraph(
        f"This brief is on {len(among)} of"
        f" {count_text(len(dossier.commitments), 'commitment')}"
        f"{f': those where {asked}' if asked else ''}."
    )


@frozen(kw_only=True)
class _Snapshot:
    """The commitments of a dossier on a day: those made by then, their statuses, and later ones.

    `card` counts the promises, of which `counted` are the ids. `groups` has the firm promises by group,
    and `numbers` the number of each commitment, in the order in which they are described.
    """

    dossier: Dossier
    chosen: Commitments
    on: PeriodLike
    as_known: PeriodLike | None
    made: Commitments
    later: Commitments
    statuses: dict[str, CommitmentStatus]
    by: str
    site: str | None
    card: Scorecard
    counted: frozenset[str]
    groups: Mapping[str | None, Commitments]
    numbers: Mapping[str, int]

    @property
    def index(self) -> RecordIndex:
        """The index of the dossier."""
        return index_of(self.dossier)

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        chosen: Commitments,
        *,
        on: PeriodLike,
        as_known: PeriodLike | None,
        by: str,
        site: str | None,
    ) -> _Snapshot:
        day = Period(definite_day(on))
        # Only if it is certain: a vague date that may be before the day counts.
        later = chosen.filter(
            lambda each: each.made is not None and each.made.after(day).certain
        )
        made = chosen - later
        statuses = made.statuses(on=on, as_known=as_known)
        firm = made.filter(_is_firm)
        # Only keywords that depend on the day may be asked with one.
        if by in STATUS_KEYWORDS:
            groups = firm.group_by(by, on=on, as_known=as_known)
        else:
            groups = firm.group_by(by)
        ids = chain.from_iterable(group.ids for group in groups.values())
        card = count_scorecard(chosen, by="firmness", on=on, as_known=as_known)
        counted = chain.from_iterable(row.commitments.ids for row in card)
        # Each once, at its first place.
        described = dict.fromkeys((*ids, *made.ids))
        return cls(
            dossier=dossier,
            chosen=chosen,
            on=on,
            as_known=as_known,
            made=made,
            later=later,
            statuses=dict(zip(made.ids, statuses, strict=True)),
            by=by,
            site=site,
            card=card,
            counted=frozenset(counted),
            groups=groups,
            numbers={id: at for at, id in enumerate(described, 1)},
        )

    def reference(self, commitment: Commitment) -> Item:
        """Return an item that names a commitment and refers to where it is described."""
        status = self.statuses[commitment.id]
        deadline = self.deadline(commitment)
        reports = {"declared": status.declared, "assessed": status.assessed}
        details = join_parts(
            (
                "" if deadline is None else f"due {deadline.text}",
                *(
                    f"{side} {words_of(report.status)}"
                    for side, report in reports.items()
                    if report is not None
                ),
                words_of(status.schedule or ""),
                "not counted again" if self.is_repeated(commitment) else "",
            )
        )
        makers = ", ".join(map(self._actor_text, commitment.by))
        by = f"By {makers}; " if makers else ""
        text = f"{commitment.summary} {by}{details}"
        return Item(text, entry=self.numbers[commitment.id])

    def is_repeated(self, commitment: Commitment) -> bool:
        """Return whether a promise repeats another or is a part of it, and is not counted again."""
        return commitment.is_firm and commitment.id not in self.counted

    def by_deadline(self) -> list[Commitment]:
        """Return the commitments by their deadlines."""
        return sorted(self.made, key=self._deadline)

    def deadline(self, commitment: Commitment) -> WordedTime | None:
        """Return the deadline in force in words, if there is one."""
        status = self.statuses[commitment.id]
        name_of = names_in(self.index)
        found = worded_deadlines(
            commitment, status.deadlines, self.index, name_of
        )
        return found[-1] if found else None

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
            caption,
            tuple(_COLUMNS),
            tuple(_COLUMNS.values()),
            tuple(map(self._table_line, commitments)),
        )

    def _table_line(self, commitment: Commitment) -> TableLine:
        status = self.statuses[commitment.id]
        facts = dict(
            commitment_facts(commitment, self.index, self._actor_text)
        )
        # What a promise depends on and how much it is are no small print.
        terms = {
            "Condition": facts.pop("depends on"),
            "Amount": facts.pop("amount"),
        }
        sentences = [
            f"{name}: {text.removesuffix('.')}."
            for name, text in terms.items()
            if text
        ]
        details = self._details(commitment, facts, status)
        deadline = self.deadline(commitment)
        texts = [f"{name}: {text}" for name, text in details if text]
        return TableLine(
            self.numbers[commitment.id],
            Linked(commitment.summary, self._permalink(commitment)),
            tuple(sentences),
            (*map(Linked, texts), self._citation(commitment)),
            (
                ", ".join(map(self._actor_text, commitment.by)),
                _firmness(commitment),
                date_text(commitment.made),
                "" if deadline is None else deadline.text,
                self._report_text(status.declared),
                self._report_text(status.assessed),
                words_of(status.schedule or ""),
            ),
        )

    def _details(
        self,
        commitment: Commitment,
        facts: Mapping[str, str],
        status: CommitmentStatus,
    ) -> Iterator[tuple[str, str]]:
        """List what is known of a commitment beside the columns of a table."""
        runs = worded_runs(commitment, self.index, names_in(self.index))
        yield "runs", "" if runs is None else runs.text
        yield from facts.items()
        yield (
            "each party",
            party_reports_text(commitment, self.index, self.on, self.as_known),
        )
        # Of what has no deadline, the column says all that there is to say.
        if status.schedule is not Schedule.NO_DEADLINE:
            name_of = names_in(self.index)
            yield "why", reasons_text(status.explain(named=True), name_of)

    def _permalink(self, commitment: Commitment) -> str | None:
        """Return the address of a commitment on the site of the dossier, if it has one."""
        if self.site is None:
            return None
        return f"{self.site.rstrip('/')}/commitments/{quote(commitment.id)}/"

    def _actor_text(self, id: str) -> str:
        """Return the name of a record, and the code of a state."""
        found = self.index[id]
        if isinstance(found, Party):
            return _party_text(found)
        if isinstance(found, Commitment):
            # Its full stop would end the sentence that names it.
            return caption(found).removesuffix(".")
        return caption(found)

    def _report_text(self, report: Report | None) -> str:
        """Return what was reported, when and by whom, and on whom if not on all."""
        if report is None:
            return "not reported"
        return join_parts(
            (
                words_of(report.status),
                date_text(report.on),
                f"by {self._actor_text(report.by)}",
                f"on {self._actor_text(report.of)}" if report.of else "",
            )
        )

    def _citation(self, commitment: Commitment) -> Linked:
        """Return the first citation, linked to its source, and how many more there are."""
        if not commitment.citations:
            return Linked("no citation")
        first, *others = commitment.citations
        source = self.dossier.sources[first.source]
        text = join_parts(
            (
                caption(source),
                passage_text(first),
                "inferred" if first.basis is Basis.INFERRED else "",
            )
        )
        more = f", and {len(others)} more" if others else ""
        return Linked(f"{text}{more}", source.address)


_COLUMNS: Final = {
    "Commitment": 28,
    "By": 13,
    "Firmness": 8,
    "Made": 9,
    "Due": 10,
    "Declared": 13,
    "Assessed": 11,
    "Schedule": 8,
}
"""The columns of a table of commitments, with their widths in hundredths."""


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
    card = snapshot.card
    promises = list(chain.from_iterable(row.commitments for row in card))
    weaker = [each for each in snapshot.made if not each.is_firm]
    statuses = [snapshot.statuses[each.id] for each in promises]
    makers = {
        party
        for each in promises
        for id in each.by
        for party in voices(id, each.made, snapshot.index)
    }
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
        f"{weak}, which nobody promised: hopes, discussions, welcomes, reports.",
    ]
    again = sum(map(snapshot.is_repeated, snapshot.made))
    if again:
        lines.append(
            f"Not counted again, since they repeat or are part of another: {again}."
        )
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


@frozen
class _Section:
    """The text of a section on deadlines: above its table, and in place of it if that is empty.

    A section that is empty is left out if it has no text for that.
    """

    above: str = ""
    if_empty: str = ""


_SECTIONS: Final[Mapping[str, _Section]] = {
    "Upcoming": _Section(if_empty="No commitment has a deadline ahead."),
    "Overdue": _Section(if_empty="No commitment is certainly overdue."),
    "Possibly overdue": _Section(),
    "Breached": _Section(),
    "Possibly breached": _Section(
        "One side reports that it is broken, and the other does not."
    ),
    "Kept": _Section(if_empty="No commitment is certainly kept."),
    "Possibly kept or late": _Section(
        "It is reported done, but not whether in time."
    ),
    "Running": _Section(),
    "Conditional": _Section(
        "What these depend on has not come, as far as the record shows."
    ),
    "Given up or replaced": _Section(
        "Whoever promised it did so while there was time."
    ),
    "Waiting for a date": _Section(
        "The time is counted from a date that is not on record."
    ),
    "Due in words only": _Section(
        "The source gives no date, so nobody can say when the time is over."
    ),
    "Too vague to assess": _Section(
        "These have no deadline, duration, recurrence, amount or metric."
    ),
    "Without a deadline": _Section(
        "These have an amount, a metric or a time, but no date by which to judge them."
    ),
}
"""The sections on verdicts by their headings. Each firm promise is in one of them."""

_SECTION_OF: Final[Mapping[Schedule | None, str]] = {
    Schedule.BREACHED: "Breached",
    Schedule.OVERDUE: "Overdue",
    Schedule.DUE: "Upcoming",
    Schedule.NOT_DUE: "Upcoming",
    Schedule.MET_ON_TIME: "Kept",
    Schedule.MET_LATE: "Kept",
    Schedule.KEPT_SO_FAR: "Running",
    Schedule.RUNNING: "Running",
    Schedule.CONDITIONAL: "Conditional",
    Schedule.LIFTED: "Given up or replaced",
}
"""The headings of the sections for schedules that are certain."""


def _section_of(
    snapshot: _Snapshot, commitment: Commitment, vague: Container[str]
) -> str:
    """Return the heading of the section in which a commitment is listed."""
    status = snapshot.statuses[commitment.id]
    open_ended = (
        "Too vague to assess"
        if commitment.id in vague
        else "Without a deadline"
    )
    if status.schedule is not Schedule.UNKNOWN:
        return _SECTION_OF.get(status.schedule, open_ended)
    reports = [each for each in (status.declared, status.assessed) if each]
    found = {each.status for each in reports}
    deadline = snapshot.deadline(commitment)
    if ReportedStatus.BREACHED in found:
        return "Possibly breached"
    if deadline is None:
        return open_ended
    if deadline.date is None:
        return "Waiting for a date" if deadline.waits else "Due in words only"
    if ReportedStatus.COMPLETED in found:
        return "Possibly kept or late"
    return "Possibly overdue"


def _deadlines(snapshot: _Snapshot) -> Iterator[Block]:
    found: dict[str, list[Commitment]] = {}
    vague = {
        each.id
        for each in snapshot.made
        if is_vague_promise(each, snapshot.statuses[each.id])
    }
    # What was only wished for or discussed is no promise, and nobody is late with it.
    for each in filter(_is_firm, snapshot.by_deadline()):
        heading = _section_of(snapshot, each, vague)
        found.setdefault(heading, []).append(each)
    for heading, section in _SECTIONS.items():
        commitments = found.get(heading, [])
        text = section.above if commitments else section.if_empty
        if commitments or text:
            yield Heading(heading)
        if text:
            yield Paragraph(text)
        if commitments:
            yield Listing(tuple(map(snapshot.reference, commitments)))


def _is_firm(commitment: Commitment) -> bool:
    return commitment.is_firm


def _groups(snapshot: _Snapshot) -> Iterator[Block]:
    """Yield a table of each group, and references to what an earlier one describes."""
    yield Heading(f"By {grouping_text(snapshot.by)}")
    names = group_names(snapshot.index, snapshot.by, snapshot.groups)
    described: set[str] = set()
    for group, members in snapshot.groups.items():
        fresh = [each for each in members if each.id not in described]
        known = [each for each in members if each.id in described]
        if fresh:
            yield snapshot.table(names[group], fresh)
        if known:
            yield Paragraph(f"{names[group]}, described above:")
            yield Listing(tuple(map(snapshot.reference, known)))
        described.update(members.ids)


def _weaker(snapshot: _Snapshot) -> Iterator[Block]:
    """Yield a table of what is no promise."""
    weaker = [each for each in snapshot.made if not each.is_firm]
    if weaker:
        yield Heading("Weaker items")
        yield Paragraph(
            "Nobody promised these: hopes, discussions, welcomes, reports."
        )
        yield snapshot.table("Weaker items", weaker)


def _without_ids(view: View) -> View:
    """Return a view without the ids of its rows, which only the dossier needs."""
    rows = [
        evolve(row, facts=tuple(each for each in row.facts if each[0] != "id"))
        for row in view.rows
    ]
    return evolve(view, rows=tuple(rows))


def _metrics(snapshot: _Snapshot) -> Iterator[Block]:
    if snapshot.dossier.metrics:
        yield Heading("Metrics")
    for metric in snapshot.dossier.metrics:
        yield progress(snapshot.dossier, metric)


def _worded_date(date: Period | None) -> WordedTime | None:
    return None if date is None else WordedTime(date_text(date), date)


def _vague_text(worded: WordedTime | None) -> str:
    """Return a vague date with the days that it allows, and nothing for a definite one."""
    if worded is None:
        return ""
    if worded.date is None:
        return f"{worded.text}, in words only"
    if not is_vague(worded.date):
        return ""
    return join_parts((worded.text, allowed_days(worded.date)))


def _uncertainties(snapshot: _Snapshot) -> Iterator[Block]:
    """List the vague dates, and count the citations that are inferred."""
    items: list[Item] = []
    name_of = names_in(snapshot.index)
    for each in snapshot.made:
        dates = {
            "Made": _worded_date(each.made),
            "Due": snapshot.deadline(each),
            "Runs": worded_runs(each, snapshot.index, name_of),
        }
        for name, worded in dates.items():
            text = _vague_text(worded)
            if text:
                items.append(Item(f"{each.summary} {name}: {text}."))
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
    """List sources with their addresses, and parties with their codes."""
    dossier = snapshot.dossier
    sources = [
        Item(_source_text(each), each.address) for each in dossier.sources
    ]
    parties = [Item(_party_text(each)) for each in dossier.parties]
    yield Heading("Sources")
    yield Listing(tuple(sources))
    yield Heading("Parties")
    yield Listing(tuple(parties))


def _party_text(party: Party) -> str:
    is_state = party.kind is PartyKind.STATE
    return f"{party.name} ({party.id})" if is_state else party.name


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
    return f"{source.title} ({details})"
