"""From a text to candidates: a record for each undertaking, with what is left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from os import PathLike
from typing import Final, TypeVar

from attrs import define, evolve, field, frozen

from entente._dossier import Dossier
from entente._source_text import SourceText
from entente.drafting._clauses import Clause, ClauseReader
from entente.drafting._cues import Cues, Found
from entente.drafting._details import (
    TimeWords,
    conditions,
    counts_each_time,
    is_ahead,
    not_of_event,
    one_day,
    recurrence,
    sums,
    times,
)
from entente.drafting._figures import FigureReader
from entente.drafting._judging import OWN_WORDS, Fate, Judge
from entente.drafting._parties import Names, Speakers, is_state, issuers_of
from entente.drafting._passages import Candidate, Passages, summary_of
from entente.drafting._rules import Rules, rules_for
from entente.drafting._sayings import SayingReader
from entente.drafting._sentences import Unit, UnitKind, sentences, units
from entente.records import (
    Amount,
    Citation,
    Commitment,
    CommitmentKind,
    Firmness,
    Meeting,
    Metric,
    Party,
    PartyKind,
    Range,
    Source,
    Statement,
)
from entente.values import Period

_AROUND: Final = ' .,;:"“”'
_SAME_DATE: Final = re.compile(
    r"\b(?:by|in|on|before|within) (?:the same|that) (?:date|day|time|year|period|deadline)\b|\bby then\b",
    re.IGNORECASE,
)
_DETAIL_RELATIVE: Final = re.compile(
    r"\b(?:(?:as|when|while|because|whereas)\s+(?:the|we|they|it|he|she|our|its|their|his|[A-Z]\w+)\s+|who|which|whose|where|whom|(?<=\w )that(?=\s+(?:is|are|was|were|has|have|had|will|can|could|opens?|came|it|they|the|we|he|she)\b))\b[^,;]*"
)


_VERB: Final = re.compile(
    r"\b(?:will|shall|should|must|may|can|is|are|was|were|has|have|had|to|who|which|that|\w+ed|met|took|made|held)\b|,"
)
_OPENS: Final = re.compile(r"[“«]|(?<!\S)[\"‘]")
_CLOSES: Final = re.compile(r"[”»]|(?<=\S)[\"](?!\w)|(?<=[.,!?])’")
_WHO_SAID: Final = re.compile(
    r"[”\"»’]\s*,?\s+(?:(?P<before>[^“”\"]{2,80}?)\s+(?:said|added|stated)\b|"
    r"(?:said|added|stated)\s+(?P<after>[^“”\"]{2,80}?)(?=[.,:;]))"
)
_SAID: Final = re.compile(r"\b(?:said|says|stated|added|declared|commented)\Z")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_HELD: Final = re.compile(
    r"(?<!be )(?<!is )(?<!are )(?<=[a-z] )\b(?:(?:scheduled|planned|foreseen|due|adopted|signed|agreed|announced|concluded|made|reached|"
    r"established|launched|held|issued|published|ordered|taken|begun|elected|killed|arriving|expiring|ending|falling|maturing|"
    r"to be held|taking place)\s+(?:for|in|on|at|by|last|earlier|this|next)\b[^,;]*)"
)
# A line of a table: who, and a sum or a number of things.
_ENTRY: Final = re.compile(
    r"[|\s]*(?P<who>[A-Z][^:|\n0-9]{1,60}?)\s*(?::|\||\s[–—-]|\t| {2,})[\s|]*"
    r"(?=(?:(?:up to|at least|over|more than|about|some|a further|an additional)\s+)?(?:[A-Z]{3}\s?|[A-Z]{0,3}[$€£¥]\s?)?[0-9])"
)
_AS_FOLLOWS: Final = re.compile(
    r"\s+(?:as\s+follows|the\s+following|on\s+the\s+following)\s*\Z"
)
_NOT_TO: Final = re.compile(r"\bnot\s+(?:to\s+)?\Z", re.IGNORECASE)
_NO: Final = re.compile(r"(?:that\s+)?(?:no|neither|not)\b", re.IGNORECASE)
_LASTING: Final = re.compile(
    r"(?:over|throughout|for|during)\b", re.IGNORECASE
)
Told = TypeVar("Told", bound=Statement | Metric)
_FIRST_PERSON: Final = frozenset({"we", "our", "i", "my", "us"})


@frozen
class Drafted:
    """The commitments that a text gives, in the order of the text, and statements and metrics beside them.

    `held` says how many more commitments there were whose passage the dossier cites already.
    """

    source: Source
    candidates: tuple[Candidate[Commitment], ...]
    parties: tuple[Party, ...] = ()
    """Those whom the candidates name and neither the dossier nor ISO 3166-1 knows."""
    held: int = 0
    statements: tuple[Candidate[Statement], ...] = ()
    metrics: tuple[Candidate[Metric], ...] = ()

    @property
    def all(
        self,
    ) -> tuple[Candidate[Commitment | Statement | Metric], ...]:
        """All candidates, of the three kinds, in the order of the text."""
        found: list[Candidate[Commitment | Statement | Metric]] = [
            *self.candidates,
            *self.statements,
            *self.metrics,
        ]
        found.sort(key=lambda each: each.characters.first)
        return tuple(found)

    def __len__(self) -> int:
        return len(self.candidates)

    def __iter__(self) -> Iterator[Candidate[Commitment]]:
        return iter(self.candidates)


def draft(
    text: str,
    *,
    source: Source | str,
    dossier: Dossier | None = None,
    meeting: str | None = None,
    language: str = "en",
    rules: str | PathLike[str] | None = None,
) -> Drafted:
    """Draft a commitment for each undertaking of a text, with its citation.

    `source` is the text's source, or its id in the dossier; the day on which it was published is the day
    from which "by the end of the year" counts, and the parties that issued it are "we". `dossier` gives
    aliases of parties and themes, and what it cites already is not drafted again. `meeting` is the
    id of the dossier's meeting at which the promises were made, on its day. `rules` is a TOML file of
    words to add to those of the language.

    Nothing is guessed: a date, an amount or a party is written only if the passage holds it, or a
    pronoun of the passage that the text resolves; only what is to be done by nobody who is named is taken
    to be done by those who issued the text together. What is not certain is left open, and said. Raises
    `entente.errors.RulesError` for a language or rules that cannot be read, and
    `entente.errors.UnknownIdError` for the id of no source or meeting.

    >>> from entente import Source, SourceKind
    >>> notice = Source(id="notice", title="Notice", kind=SourceKind.PRESS_NOTICE, published="2024-01-30")
    >>> [candidate] = draft("France will send up to 100 officers by the end of the year.", source=notice)
    >>> candidate.record.by, str(candidate.record.due), str(candidate.record.amounts[0].value)
    (('FR',), '[..2024-12-31]', '<= 100 officers')
    """
    around = Dossier([]) if dossier is None else dossier
    talks = None if meeting is None else around.meetings[meeting]
    if isinstance(source, str):
        found = around[source]
        if not isinstance(found, Source):
            raise TypeError(f"{source!r} is not a source")
        source = found
    kept = rules_for(language, rules)
    drafting = _Drafting.of(text, source, dossier, kept)
    drafted = drafting.run()
    return drafted if talks is None else _made_at(talks, drafted)


def _made_at(meeting: Meeting, drafted: Drafted) -> Drafted:
    """Return a draft of what was promised at a meeting, and on its day unless it took several."""
    when = meeting.when
    made = None if when is None or when.is_span else when
    candidates = tuple(
        evolve(each, record=evolve(each.record, made=made, meeting=meeting.id))
        for each in drafted
    )
    statements = tuple(
        evolve(each, record=evolve(each.record, said=made, meeting=meeting.id))
        for each in drafted.statements
    )
    return evolve(drafted, candidates=candidates, statements=statements)


@lru_cache(maxsize=8)
def _reader(rules: Rules) -> ClauseReader:
    return ClauseReader(Cues(rules))


@cache
def _words_of_table(rules: Rules, key: str) -> re.Pattern[str]:
    words = "|".join(sorted(rules.words("tables", key)))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@define
class _Drafting:
    """One text on its way to candidates."""

    whole: SourceText
    source: Source
    dossier: Dossier | None
    rules: Rules
    reader: ClauseReader
    judge: Judge
    passages: Passages
    sayings: SayingReader
    figures: FigureReader
    statements: list[Candidate[Statement]] = field(factory=list)
    metrics: list[Candidate[Metric]] = field(factory=list)
    found: list[Candidate[Commitment]] = field(factory=list)
    last_due: Period | None = None
    table: tuple[Firmness, str] | None = None
    """How firm the pledges of a table are, and the word above it that says so."""

    @classmethod
    def of(
        cls, text: str, source: Source, dossier: Dossier | None, rules: Rules
    ) -> _Drafting:
        whole = SourceText(text)
        names = Names.of(rules, source, dossier)
        speakers = Speakers.of(rules, names, whole.text, source, dossier)
        reader = _reader(rules)
        judge = Judge(whole.text, rules, names, speakers, source)
        passages = Passages(whole, source, dossier, rules)
        return cls(
            whole,
            source,
            dossier,
            rules,
            reader,
            judge,
            passages,
            SayingReader(reader, judge, passages),
            FigureReader(judge, passages, rules),
        )

    @property
    def text(self) -> str:
        return self.whole.text

    def run(self) -> Drafted:
        lead: Clause | None = None
        opened: Unit | None = None
        for unit in self._without_tables():
            if opened is not None and unit.kind is not UnitKind.ITEM:
                self._read_unit(opened, None)
                opened = None
            if unit.kind is UnitKind.HEADING:
                lead = None
                self.judge.speakers.begin(
                    self.judge.only_names(unit.start, unit.stop)
                )
            elif unit.kind is UnitKind.SPEAKER:
                lead = None
                self.judge.speakers.speaker = self.judge.who(
                    unit.start, unit.stop
                )
            elif unit.kind is UnitKind.LEAD:
                lead = self._lead(unit)
                if lead.cue.takes == "thing" and lead.cue.rung is not None:
                    # Several objects of one verb are one act.
                    opened, lead = evolve(unit, kind=UnitKind.TEXT), None
            elif opened is not None:
                opened = evolve(opened, stop=unit.stop)
            else:
                if unit.kind is not UnitKind.ITEM:
                    lead = None
                self._read_unit(unit, lead)
        if opened is not None:
            self._read_unit(opened, None)
        self.found.sort(key=lambda each: each.characters.first)
        kept = [each for each in self.found if not self.passages.is_held(each)]
        statements = self._besides(self.statements)
        return Drafted(
            self.source,
            tuple(kept),
            self._new_parties(kept, statements),
            len(self.found) - len(kept),
            statements,
            self._besides(self.metrics),
        )

    def _besides(
        self, told: list[Candidate[Told]]
    ) -> tuple[Candidate[Told], ...]:
        """Return what is no promise as well, and is in no passage that the dossier cites."""
        taken = [
            (each.characters.first, each.characters.last + 1)
            for each in self.found
        ]
        return tuple(
            each
            for each in told
            if not _overlaps(each.characters, taken)
            and not self.passages.is_held(each)
        )

    def _new_parties(
        self,
        candidates: Iterable[Candidate[Commitment]],
        statements: Iterable[Candidate[Statement]],
    ) -> tuple[Party, ...]:
        """Return a record for each party that is named and has none."""
        known = self.rules.groups("parties", "organisations")
        groupings = self.rules.words("parties", "groupings")
        parties: dict[str, Party] = {}
        passages: dict[str, tuple[Citation, ...]] = {}
        for record in (each.record for each in candidates):
            for id in (*record.by, *record.to):
                passages.setdefault(id, record.citations)
        for said in (each.record for each in statements):
            for id in (*said.speakers, *said.to):
                passages.setdefault(id, said.citations)
        issuers = issuers_of(self.source, self.judge.names)
        for id in (*issuers, *passages):
            if is_state(id) or id in parties or id in self.passages.declared:
                continue
            is_organisation = id in known and id not in groupings
            kind = (
                PartyKind.INTERNATIONAL_ORGANISATION
                if is_organisation
                else PartyKind.GROUPING
            )
            own = issuers.get(id, id.replace("-", " ").capitalize())
            name = known[id][0] if id in known else own
            # Who issued the text may be "we" in it, which names nobody.
            cited = () if id in issuers else passages[id]
            parties[id] = Party(id=id, name=name, kind=kind, citations=cited)
        return tuple(parties.values())

    def _without_tables(self) -> Iterator[Unit]:
        """Draft the lines of tables, and yield all other units of the text."""
        for unit in units(self.text):
            if not self._take_entry(unit):
                self._begin_table(unit)
                yield unit

    def _begin_table(self, unit: Unit) -> None:
        """Keep what stands above a table of pledges, up to the next paragraph."""
        words = self.text[unit.start : unit.stop]
        if words.startswith("|"):
            # The names of the columns.
            return
        self.table = None
        is_over = _words_of_table(self.rules, "over").search(words)
        if unit.kind not in {UnitKind.HEADING, UnitKind.LEAD} or is_over:
            return
        for rung in (Firmness.PLEDGED, Firmness.INTENDED):
            found = _words_of_table(self.rules, rung.value).search(words)
            if found is not None:
                self.table = rung, found[0]
                return

    def _take_entry(self, unit: Unit) -> bool:
        """Draft a line of a table of pledges: "Norway: NOK 600 million"; say whether it is one."""
        start = unit.start if unit.label is None else unit.label[0]
        entry = _ENTRY.match(self.text, start, unit.stop)
        if self.table is None or entry is None:
            return False
        rest = self.text[entry.end() : unit.stop]
        others = self.judge.names.find(self.text, entry.end(), unit.stop)
        if re.search(r"[\n;]", rest) or any(True for _ in others):
            # Several entries in one: whose a sum is, is not certain.
            return False
        by = self.judge.only_names(*entry.span("who"))
        if not by:
            return False
        rung, words = self.table
        act = entry.end()
        cue = Found(start, act, rung, words, "sum", act=act)
        clause = Clause(start, unit.stop, entry.span("who"), cue, act, start)
        candidate = self._candidate(clause, Fate(by), start, unit.stop)
        self.found.append(candidate)
        return True

    def _lead(self, unit: Unit) -> Clause:
        """Read what stands above a list: a verb that its items share, or only who acts."""
        *before, (begun, _) = sentences(self.text, unit)
        if before:
            told = evolve(unit, stop=before[-1][1], kind=UnitKind.TEXT)
            self._read_unit(told, None)
            unit = evolve(unit, start=begun)
        is_told = self.text[unit.stop - 1] == ":"
        stop = unit.stop - 1 if is_told else unit.stop
        # The verb of a list takes its items; any act stands for them.
        follows = _AS_FOLLOWS.search(self.text, unit.start, stop)
        opening = self.text[: follows.start() if follows else stop].rstrip()
        probe = f"{opening} to send" if follows else f"{opening} send"
        end = len(opening)
        cues = [
            each
            for each in self.reader.cues.find(probe, unit.start, len(probe))
            if each.act >= end
        ]
        subject = (unit.start, stop)
        if cues:
            cue = cues[-1]
            begun, end_of_subject = unit.start, cue.start
            return Clause(
                unit.start,
                stop,
                self.reader.subject(self.text, begun, end_of_subject),
                cue,
                stop,
                unit.start,
            )
        self.judge.speakers.label = self.judge.who(*subject)
        name = Found(unit.start, stop, None, "", "name")
        return Clause(unit.start, stop, subject, name, stop, unit.start)

    def _read_unit(self, unit: Unit, lead: Clause | None) -> None:
        speaker = self.judge.speakers.speaker
        if unit.label is not None and _SAID.search(self.text, *unit.label):
            self.judge.speakers.speaker = self.judge.who(*unit.label)
        elif unit.label is not None:
            self.judge.speakers.label = self.judge.who(*unit.label)
            if lead is None and self.judge.speakers.label:
                name = Found(*unit.label, None, "", "name")
                lead = Clause(
                    *unit.label, unit.label, name, unit.start, unit.start
                )
        self.last_due = None
        for start, stop in sentences(self.text, unit):
            self._take_figures(start, stop)
            if self._is_recital(start, stop):
                continue
            outer = self.judge.speakers.speaker
            self._set_speaker(unit, start)
            self._take_sayings(start, stop)
            clauses = self.reader.clauses(self.text, start, stop, lead)
            for clause in clauses:
                self._remember_reported(clause.sentence, clause.subject[0])
                self._take(clause)
                if clause.cue.takes not in {"aside", "relative"}:
                    self._remember(*clause.subject)
            if not clauses:
                self._remember(start, stop)
            self.judge.speakers.speaker = outer
        self.judge.speakers.speaker = speaker
        if unit.label is not None and unit.kind is not UnitKind.ITEM:
            self.judge.speakers.label = ()

    def _is_recital(self, start: int, stop: int) -> bool:
        first = re.match(r"\w+", self.text[start:stop])
        if first is None or first[0].lower() not in self.rules.words(
            "acts", "recitals"
        ):
            return False
        return self.text[stop - 1] in ";,"

    def _set_speaker(self, unit: Unit, start: int) -> None:
        """Take the speaker of a quotation: "…", the minister said; "…", added the minister."""
        before = self.text[unit.start : start]
        is_open = len(_OPENS.findall(before)) > len(_CLOSES.findall(before))
        if not (is_open or _OPENS.match(self.text, start)):
            return
        speakers = {
            self.judge.who(*match.span(match.lastgroup or 0))
            for match in _WHO_SAID.finditer(self.text, unit.start, unit.stop)
        }
        if len(speakers) == 1:
            [self.judge.speakers.speaker] = speakers

    def _remember(self, start: int, stop: int) -> None:
        """Keep whom a sentence is about, for the pronouns of the next."""
        verb = _VERB.search(self.text, start + 1, stop)
        head = verb.start() if verb else stop
        words = self.text[start:head].casefold().strip(" “‘\"'«").split()
        if not words or words[0] in _FIRST_PERSON:
            return
        parties = self.judge.who(start, head)
        others = self.judge.unnamed(start, head)
        if not parties and not others:
            # Somebody or something else: no pronoun means the parties before it any more.
            self.judge.speakers.last = self.judge.speakers.group = ()
        elif len(parties) == 1:
            self.judge.speakers.last = parties
        else:
            self.judge.speakers.group = parties or others

    def _remember_reported(self, start: int, stop: int) -> None:
        """Keep who says something, for "he" in what is said, and whom what is before a semicolon is about."""
        before = self.text[start:stop]
        if re.search(
            r";|\b(?:said|announced|confirmed|stated|added|noted)\b", before
        ):
            self._remember(start, stop)

    def _take_sayings(self, start: int, stop: int) -> None:
        for saying in self.sayings.sayings(start, stop):
            self.statements.append(self.sayings.candidate(saying))

    def _take_figures(self, start: int, stop: int) -> None:
        for figure in self.figures.figures(start, stop):
            metric = self.figures.candidate(figure)
            if metric is not None:
                self.metrics.append(metric)

    def _take(self, clause: Clause) -> None:
        fate = self.judge.fate(clause)
        if fate is None:
            return
        start, stop = self._passage(clause)
        self.found.append(self._candidate(clause, fate, start, stop))
        self.judge.speakers.promised = fate.by

    def _passage(self, clause: Clause) -> tuple[int, int]:
        start = clause.start
        subject = clause.subject[0]
        is_aside = start < subject < clause.cue.start
        if is_aside and clause.cue.takes != "relative":
            opening = (start, subject)
            said = self.judge.day_of_saying
            has_time = any(
                each.period is None
                or (each.is_deadline and is_ahead(each.period, said))
                for each in times(
                    self.text,
                    *opening,
                    said=said,
                    country=None,
                )
            )
            depends, _ = conditions(self.text, *opening, self.rules)
            if not (has_time or depends):
                start = subject
        return start, clause.stop

    def _candidate(
        self, clause: Clause, fate: Fate, start: int, stop: int
    ) -> Candidate[Commitment]:
        cue = clause.cue
        open_ = list(fate.open)
        # "That" after "announced" opens what is announced, and no aside.
        asides = [
            # What is beside the subject ends where the verb begins.
            (first, min(last, cue.start) if first < cue.start else last)
            for first, last in self._asides(start, stop)
            if not cue.start <= first <= clause.act + 1
        ]
        depends, told = conditions(self.text, start, stop, self.rules)
        # Between the subject and the verb stands what was done before.
        told.append((max(start, clause.subject[1]), max(start, cue.start)))
        found = [
            self._certain(each, clause)
            for each in self.judge.times(start, stop, fate.by)
            if not _in(each.start, [*asides, *told])
        ]
        asides.append(told[-1])
        due, runs, why = self._due(found, start, stop)
        is_prohibition = self._is_prohibition(clause, stop)
        if is_prohibition and (due or runs) is not None:
            words = (due or runs or Period("2000")).stated
            why.append(
                f"due: {words!r} may say for how long it is forbidden, or by when that is to be so"
            )
            due = runs = None
        amounts, unread = self._amounts(found, fate.by, start, stop, asides)
        if runs is not None and due is None and amounts:
            due, runs = one_day(runs), None
        open_ += [*why, *unread]
        passage = self.passages.passage(start, stop)
        act = max(start, min(clause.act, stop))
        to_do = " ".join(self.text[act:stop].split())
        # Who is trained stands before "be trained".
        if not to_do.strip(_AROUND) or to_do.startswith("be "):
            to_do = passage.text
        summary = summary_of(to_do)
        open_.append(OWN_WORDS)
        record = Commitment(
            id=self.passages.new_id(summary, "commitment"),
            summary=summary,
            by=fate.by,
            to=fate.to,
            firmness=cue.rung,
            wording=(cue.wording,),
            continuing=self._is_continuing(clause),
            kind=CommitmentKind.PROHIBITION if is_prohibition else None,
            themes=self.passages.themes(start, stop),
            due=due,
            runs=runs,
            recurrence=recurrence(
                self._without(start, stop, asides), self.rules
            ),
            conditions=tuple(depends),
            amounts=tuple(amounts),
            citations=(passage.citation,),
        )
        self.last_due = due or self.last_due
        return Candidate(
            record,
            passage.text,
            passage.lines,
            passage.characters,
            tuple(open_),
        )

    def _certain(self, time: TimeWords, clause: Clause) -> TimeWords:
        """Return a time, unread if it may be that of something else, or begin anew in each case."""
        before = self.text[clause.start : time.start]
        if counts_each_time(time, before, self.rules):
            why = "it may count anew in each case"
            return evolve(time, period=None, why=why)
        is_object = clause.cue.takes in {"thing", "act", "plan", "own"}
        return not_of_event(
            self.text, clause.act, time, self.rules, is_object=is_object
        )

    def _without(
        self, start: int, stop: int, asides: list[tuple[int, int]]
    ) -> str:
        return "".join(
            self.text[at] for at in range(start, stop) if not _in(at, asides)
        )

    def _asides(self, start: int, stop: int) -> list[tuple[int, int]]:
        """Return what of a passage is about something else: relative clauses, brackets, what was held."""
        return [
            match.span()
            for pattern in (_DETAIL_RELATIVE, _BRACKETS, _HELD)
            for match in pattern.finditer(self.text, start, stop)
        ]

    def _due(
        self, found: list[TimeWords], start: int, stop: int
    ) -> tuple[Period | None, Period | None, list[str]]:
        """Return the deadline, the time for which it lasts, and what is open about them."""
        said = self.judge.day_of_saying
        why = [
            f"due: {each.words!r} is not read: {each.why}"
            for each in found
            if each.period is None
        ]
        ahead = [
            each
            for each in found
            if each.is_deadline
            and each.period is not None
            and is_ahead(each.period, said)
        ]
        same = _SAME_DATE.search(self.text, start, stop)
        if not ahead and same and self.last_due is not None:
            return self.last_due, None, why
        periods = list(
            dict.fromkeys(each.period for each in ahead if each.period)
        )
        if len(periods) != 1:
            words = " and ".join(repr(each.words) for each in ahead)
            told = [f"due: there are several times: {words}"] if words else []
            return None, None, [*why, *told]
        [period] = periods
        if period.is_span and _LASTING.match(ahead[0].words):
            return None, period, why
        return one_day(period) if period.is_span else period, None, why

    def _amounts(
        self,
        found: list[TimeWords],
        by: tuple[str, ...],
        start: int,
        stop: int,
        asides: list[tuple[int, int]],
    ) -> tuple[list[Amount], list[str]]:
        # Whose dollars they are is certain only where one party writes of itself.
        country = by[0] if by and by == self.judge.speakers.issuers else None
        amounts, why = [], []
        for each in sums(
            self.text,
            start,
            stop,
            rules=self.rules,
            country=country,
            taken=found,
        ):
            if _in(each.start, asides):
                why.append(
                    f"amounts: {each.words!r} is not taken: it is in what is said beside the act"
                )
            elif each.amount is None:
                why.append(f"amounts: {each.words!r} is not read: {each.why}")
            else:
                amounts.append(each.amount)
        return amounts, why

    def _is_continuing(self, clause: Clause) -> bool:
        words = self.rules.words("details", "continuing")
        said = f"{clause.cue.words} {self.text[clause.act : clause.act + 24]}"
        near = " ".join(said.lower().split()[:5])
        return any(f" {word} " in f" {near} " for word in words)

    def _is_prohibition(self, clause: Clause, stop: int) -> bool:
        subject = self.text[slice(*clause.subject)].strip()
        act = self.text[clause.act : stop].strip()
        if _NO.match(subject) or _NO.match(act):
            return True
        if _NOT_TO.search(self.text, clause.start, clause.act):
            return True
        near = " ".join(f"{clause.cue.words} {act[:20]}".lower().split())
        return any(
            re.search(rf"\b{re.escape(each)}\b", near)
            for each in self.rules.words("details", "prohibitions")
        )


def _overlaps(given: Range, taken: list[tuple[int, int]]) -> bool:
    return any(
        start <= given.last and given.first < stop for start, stop in taken
    )


def _in(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < stop for start, stop in spans)
