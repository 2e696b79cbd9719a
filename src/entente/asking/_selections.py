"""A selection for each kind of record: what it may be asked, and what its table shows.

All keywords of `where` narrow: a record must fit every one that is given. A tuple of values means
any of them. An id that the dossier does not know raises `entente.errors.UnknownIdError`, a word that
is not in its list `entente.errors.QueryError`, each with a suggestion. A theme stands for its narrower
themes too, a party for its bodies and
offices. A date takes a `Period`, a `datetime.date` or an EDTF text; kept is
what may match, or with ``certain=True`` only what must. A record that states no such date never fits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Self

from entente.answers._status import CommitmentStatus, commitment_status
from entente.asking._query import (
    Flag,
    Ids,
    Keyword,
    OneOrMore,
    Periods,
    ScheduleKeyword,
    Selection,
    StatusKeyword,
    Time,
    Word,
    cited,
    written,
)
from entente.records._model import (
    Agreement,
    Commitment,
    Event,
    Meeting,
    Metric,
    Minister,
    Office,
    Party,
    Record,
    Report,
    Source,
    Statement,
    Theme,
)
from entente.records._vocabulary import (
    Act,
    AgreementForm,
    CommitmentKind,
    Firmness,
    Force,
    LinkKind,
    MeetingForm,
    MeetingState,
    PartyKind,
    ReportedStatus,
    Schedule,
    SourceKind,
)
from entente.records._walk import citations
from entente.values._period import Period, PeriodLike, definite_day

_SOURCE: Final[Ids[Record]] = Ids(
    lambda record: (citation.source for _, citation in citations(record)), ("source",)
)


def _ids(ids: tuple[str, ...]) -> str:
    return ", ".join(ids)


class Themes(Selection[Theme]):
    """Themes, narrower ones under broader."""

    def where(
        self, *, theme: OneOrMore | None = None, source: OneOrMore | None = None
    ) -> Self:
        """Return the themes that fit: `theme` it or narrower than it; citing `source`."""
        return self._where({"theme": theme, "source": source})

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Theme]]:
        return {"theme": Ids(lambda theme: (theme.id,), ("theme",)), "source": _SOURCE}

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Theme], str]]:
        return {"broader": lambda theme: _ids(theme.broader)}


class Parties(Selection[Party]):
    """Parties that the dossier declares, and the states that it names."""

    def where(
        self,
        *,
        party: OneOrMore | None = None,
        kind: OneOrMore | None = None,
        member: OneOrMore | None = None,
        source: OneOrMore | None = None,
    ) -> Self:
        """Return the parties that fit: `party` it or a body of it; of a `kind`; with a `member`; citing `source`."""
        return self._where(
            {"party": party, "kind": kind, "member": member, "source": source}
        )

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Party]]:
        return {
            "party": Ids(lambda party: (party.id,), ("party",)),
            "kind": Word(lambda party: party.kind, PartyKind),
            "member": Ids(
                lambda party: (membership.party for membership in party.members),
                ("party",),
            ),
            "source": _SOURCE,
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Party], str]]:
        return {
            "kind": lambda party: party.kind.value,
            "part of": lambda party: written(party.part_of),
        }


class Offices(Selection[Office]):
    """Posts that ministers hold."""

    def where(
        self,
        *,
        party: OneOrMore | None = None,
        succeeds: OneOrMore | None = None,
        source: OneOrMore | None = None,
    ) -> Self:
        """Return the offices that fit: of a `party`; that `succeeds` another; citing `source`."""
        return self._where({"party": party, "succeeds": succeeds, "source": source})

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Office]]:
        return {
            "party": Ids(lambda office: (office.party,), ("party",)),
            "succeeds": Ids(lambda office: office.succeeds, ("office",)),
            "source": _SOURCE,
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Office], str]]:
        return {"party": lambda office: office.party}


class Ministers(Selection[Minister]):
    """Persons, and the offices they hold."""

    def where(
        self, *, office: OneOrMore | None = None, source: OneOrMore | None = None
    ) -> Self:
        """Return the ministers that fit: who ever held an `office`; citing `source`.

        Who holds an office on a day is asked of the dossier: `entente.Dossier.holders`.
        """
        return self._where({"office": office, "source": source})

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Minister]]:
        return {
            "office": Ids(
                lambda minister: (tenure.office for tenure in minister.tenures),
                ("office",),
            ),
            "source": _SOURCE,
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Minister], str]]:
        return {
            "offices": lambda minister: _ids(
                tuple(tenure.office for tenure in minister.tenures)
            )
        }


class Sources(Selection[Source]):
    """Documents that are cited."""

    def where(
        self,
        *,
        kind: OneOrMore | None = None,
        issued_by: OneOrMore | None = None,
        published: Periods | None = None,
        certain: bool = False,
    ) -> Self:
        """Return the sources that fit: of a `kind`; `issued_by` a party; `published` then."""
        return self._where(
            {"kind": kind, "issued_by": issued_by, "published": published},
            certain=certain,
        )

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Source]]:
        return {
            "kind": Word(lambda source: source.kind, SourceKind),
            "issued_by": Ids(lambda source: source.issued_by, ("party",)),
            "published": Time(lambda source: (source.published,)),
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Source], str]]:
        return {
            "kind": lambda source: source.kind.value,
            "published": lambda source: written(source.published),
            "issued by": lambda source: _ids(source.issued_by),
        }


class Events(Selection[Event]):
    """Context that is not a meeting."""

    def where(
        self,
        *,
        theme: OneOrMore | None = None,
        host: OneOrMore | None = None,
        when: Periods | None = None,
        source: OneOrMore | None = None,
        certain: bool = False,
    ) -> Self:
        """Return the events that fit: on a `theme`; with a `host`; `when`; citing `source`."""
        return self._where(
            {"theme": theme, "host": host, "when": when, "source": source},
            certain=certain,
        )

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Event]]:
        return {
            "theme": Ids(lambda event: event.themes, ("theme",)),
            "host": Ids(lambda event: event.hosts, ("party",)),
            "when": Time(lambda event: (event.when,)),
            "source": _SOURCE,
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Event], str]]:
        return {"when": lambda event: written(event.when), "cited": cited}


class Meetings(Selection[Meeting]):
    """Meetings that were held, or are only planned or proposed."""

    def where(
        self,
        *,
        theme: OneOrMore | None = None,
        state: OneOrMore | None = None,
        form: OneOrMore | None = None,
        when: Periods | None = None,
        party: OneOrMore | None = None,
        minister: OneOrMore | None = None,
        office: OneOrMore | None = None,
        source: OneOrMore | None = None,
        certain: bool = False,
    ) -> Self:
        """Return the meetings that fit.

        On a `theme`; in a `state` (held, …); of a `form`; `when`; with a `party`, a `minister`, or
        an `office` taking part; citing `source`. A party takes part too where only an office of it is
        named; a minister only where the source names the person (see `entente.Dossier.holders`).
        """
        return self._where(
            {
                "theme": theme,
                "state": state,
                "form": form,
                "when": when,
                "party": party,
                "minister": minister,
                "office": office,
                "source": source,
            },
            certain=certain,
        )

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Meeting]]:
        return {
            "theme": Ids(lambda meeting: meeting.themes, ("theme",)),
            "state": Word(lambda meeting: meeting.state, MeetingState),
            "form": Word(lambda meeting: meeting.form, MeetingForm),
            "when": Time(lambda meeting: (meeting.when,)),
            "party": Ids(
                lambda meeting: (
                    *meeting.parties,
                    *(
                        each
                        for present in meeting.participations
                        for each in (present.party, present.office)
                    ),
                ),
                ("party",),
            ),
            "minister": Ids(
                lambda meeting: (
                    present.minister for present in meeting.participations
                ),
                ("minister",),
            ),
            "office": Ids(
                lambda meeting: (present.office for present in meeting.participations),
                ("office",),
            ),
            "source": _SOURCE,
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Meeting], str]]:
        return {
            "when": lambda meeting: written(meeting.when),
            "state": lambda meeting: meeting.state.value,
            "parties": lambda meeting: _ids(meeting.parties),
            "cited": cited,
        }


class Agreements(Selection[Agreement]):
    """Agreements, from those only sought to those that have ended."""

    def where(
        self,
        *,
        theme: OneOrMore | None = None,
        form: OneOrMore | None = None,
        force: OneOrMore | None = None,
        party: OneOrMore | None = None,
        sought: Periods | None = None,
        signed: Periods | None = None,
        in_force: Periods | None = None,
        ended: Periods | None = None,
        meeting: OneOrMore | None = None,
        part_of: OneOrMore | None = None,
        source: OneOrMore | None = None,
        certain: bool = False,
    ) -> Self:
        """Return the agreements that fit.

        On a `theme`; of a `form` or `force`; with a `party`; `sought`, `signed`, come `in_force` or
        `ended` then; agreed at a `meeting`; being `part_of` another; citing `source`.
        """
        return self._where(
            {
                "theme": theme,
                "form": form,
                "force": force,
                "party": party,
                "sought": sought,
                "signed": signed,
                "in_force": in_force,
                "ended": ended,
                "meeting": meeting,
                "part_of": part_of,
                "source": source,
            },
            certain=certain,
        )

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Agreement]]:
        return {
            "theme": Ids(lambda agreement: agreement.themes, ("theme",)),
            "form": Word(lambda agreement: agreement.form, AgreementForm),
            "force": Word(lambda agreement: agreement.force, Force),
            "party": Ids(
                lambda agreement: (
                    *agreement.parties,
                    *(each.party for each in agreement.adherences),
                ),
                ("party",),
            ),
            "sought": Time(lambda agreement: (agreement.sought,)),
            "signed": Time(lambda agreement: (agreement.signed,)),
            "in_force": Time(lambda agreement: (agreement.in_force,)),
            "ended": Time(lambda agreement: (agreement.ended,)),
            "meeting": Ids(lambda agreement: (agreement.meeting,), ("meeting",)),
            "part_of": Ids(lambda agreement: (agreement.part_of,), ("agreement",)),
            "source": _SOURCE,
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Agreement], str]]:
        return {
            "form": lambda agreement: written(agreement.form),
            "parties": lambda agreement: _ids(agreement.parties),
            "sought": lambda agreement: written(agreement.sought),
            "signed": lambda agreement: written(agreement.signed),
            "in force": lambda agreement: written(agreement.in_force),
            "cited": cited,
        }


def _deadline(commitment: Commitment) -> tuple[Period | None]:
    # A span that is due is done by its end: "by 2030" is due in 2030, not ever before.
    return (None if commitment.due is None else commitment.due.end,)


CLOCKED: Final = ("status", "declared", "assessed", "schedule")
"""The keywords of commitments that go by a day."""


def _is_new(commitment: Commitment) -> bool:
    return all(link.kind is not LinkKind.RESTATES for link in commitment.links)


def _said(report: Report | None) -> ReportedStatus | None:
    return None if report is None else report.status


class Commitments(Selection[Commitment]):
    """What was promised, and whatever stands on the same ladder: wishes, calls, actions told."""

    def standings(
        self, *, on: PeriodLike | None = None, as_known: PeriodLike | None = None
    ) -> tuple[CommitmentStatus, ...]:
        """Return how each commitment stands on a day, as it was known on a day, in their order.

        Raises `entente.errors.QueryError` if either is not a definite day.
        """
        for day in (on, as_known):
            if day is not None:
                definite_day(day)
        return tuple(
            commitment_status(each, self._index, on=on, as_known=as_known)
            for each in self.records
        )

    def where(
        self,
        *,
        theme: OneOrMore | None = None,
        by: OneOrMore | None = None,
        to: OneOrMore | None = None,
        funded_by: OneOrMore | None = None,
        implemented_by: OneOrMore | None = None,
        announced_by: OneOrMore | None = None,
        party: OneOrMore | None = None,
        firmness: OneOrMore | None = None,
        firm: bool | None = None,
        continuing: bool | None = None,
        kind: OneOrMore | None = None,
        made: Periods | None = None,
        due: Periods | None = None,
        runs: Periods | None = None,
        meeting: OneOrMore | None = None,
        agreement: OneOrMore | None = None,
        event: OneOrMore | None = None,
        part_of: OneOrMore | None = None,
        metric: OneOrMore | None = None,
        new: bool | None = None,
        status: OneOrMore | None = None,
        declared: OneOrMore | None = None,
        assessed: OneOrMore | None = None,
        schedule: OneOrMore | None = None,
        source: OneOrMore | None = None,
        on: PeriodLike | None = None,
        as_known: PeriodLike | None = None,
        certain: bool = False,
    ) -> Self:
        """Return the commitments that fit.

        On a `theme`; `by`, `to`, `funded_by` or `implemented_by` a party, or with a `party` in any
        of these roles; `announced_by` a minister, an office, a party or a document; of a `firmness`,
        or `firm` at all; `continuing` what was there; of a `kind`; `made` then, `due` then (as first promised, a span by its end), or one that `runs` then; of a `meeting`, `agreement` or `event`; `part_of` another;
        measured by a `metric`; `new`, which restatements are not; citing `source`.

        And what has become of them (see `entente.answers._status`): `declared` by a party to it, `assessed` by
        others, `status` by either, and the `schedule` it keeps, `on` a day and as it was known on a
        day. A schedule is always that of a day; without `on` all reports count.
        """
        return self._where(
            {
                "new": new,
                "status": status,
                "declared": declared,
                "assessed": assessed,
                "schedule": schedule,
                "theme": theme,
                "by": by,
                "to": to,
                "funded_by": funded_by,
                "implemented_by": implemented_by,
                "announced_by": announced_by,
                "party": party,
                "firmness": firmness,
                "firm": firm,
                "continuing": continuing,
                "kind": kind,
                "made": made,
                "due": due,
                "runs": runs,
                "meeting": meeting,
                "agreement": agreement,
                "event": event,
                "part_of": part_of,
                "metric": metric,
                "source": source,
            },
            certain=certain,
            on=on,
            as_known=as_known,
        )

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Commitment]]:
        return {
            "theme": Ids(lambda commitment: commitment.themes, ("theme",)),
            "by": Ids(lambda commitment: commitment.by, ("party",)),
            "to": Ids(lambda commitment: commitment.to, ("party",)),
            "funded_by": Ids(lambda commitment: commitment.funded_by, ("party",)),
            "implemented_by": Ids(
                lambda commitment: commitment.implemented_by, ("party",)
            ),
            "announced_by": Ids(
                lambda commitment: commitment.announced_by,
                ("minister", "office", "party", "source"),
            ),
            "party": Ids(
                lambda commitment: (
                    *commitment.by,
                    *commitment.to,
                    *commitment.funded_by,
                    *commitment.implemented_by,
                ),
                ("party",),
            ),
            "firmness": Word(lambda commitment: commitment.firmness, Firmness),
            "firm": Flag(lambda commitment: commitment.is_firm),
            "continuing": Flag(lambda commitment: commitment.continuing),
            "kind": Word(lambda commitment: commitment.kind, CommitmentKind),
            "made": Time(lambda commitment: (commitment.made,)),
            "due": Time(_deadline),
            "runs": Time(lambda commitment: (commitment.runs,)),
            "meeting": Ids(lambda commitment: (commitment.meeting,), ("meeting",)),
            "agreement": Ids(
                lambda commitment: (commitment.agreement,), ("agreement",)
            ),
            "event": Ids(lambda commitment: (commitment.event,), ("event",)),
            "part_of": Ids(lambda commitment: (commitment.part_of,), ("commitment",)),
            "metric": Ids(lambda commitment: commitment.metrics, ("metric",)),
            "new": Flag(_is_new),
            "status": StatusKeyword(
                lambda found: (_said(found.declared), _said(found.assessed)),
                ReportedStatus,
            ),
            "declared": StatusKeyword(
                lambda found: (_said(found.declared),), ReportedStatus
            ),
            "assessed": StatusKeyword(
                lambda found: (_said(found.assessed),), ReportedStatus
            ),
            "schedule": ScheduleKeyword(lambda found: (found.schedule,), Schedule),
            "source": _SOURCE,
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Commitment], str]]:
        return {
            "made": lambda commitment: written(commitment.made),
            "due": lambda commitment: written(commitment.due),
            "by": lambda commitment: _ids(commitment.by),
            "firmness": lambda commitment: written(commitment.firmness),
            "cited": cited,
        }


class Metrics(Selection[Metric]):
    """What is measured."""

    def where(
        self,
        *,
        theme: OneOrMore | None = None,
        observed: Periods | None = None,
        source: OneOrMore | None = None,
        certain: bool = False,
    ) -> Self:
        """Return the metrics that fit: on a `theme`; with an observation for the time `observed`; citing `source`."""
        return self._where(
            {"theme": theme, "observed": observed, "source": source}, certain=certain
        )

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Metric]]:
        return {
            "theme": Ids(lambda metric: metric.themes, ("theme",)),
            "observed": Time(
                lambda metric: (
                    observation.period for observation in metric.observations
                )
            ),
            "source": _SOURCE,
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Metric], str]]:
        return {
            "target": lambda metric: written(metric.target),
            "observed": lambda metric: "; ".join(
                f"{each.period}: {each.value or each.change}"
                for each in metric.observations
            ),
            "cited": cited,
        }


class Statements(Selection[Statement]):
    """What was said that is no promise."""

    def where(
        self,
        *,
        theme: OneOrMore | None = None,
        act: OneOrMore | None = None,
        speaker: OneOrMore | None = None,
        to: OneOrMore | None = None,
        about: OneOrMore | None = None,
        said: Periods | None = None,
        meeting: OneOrMore | None = None,
        part_of: OneOrMore | None = None,
        source: OneOrMore | None = None,
        certain: bool = False,
    ) -> Self:
        """Return the statements that fit.

        On a `theme`; of an `act` (claim, praise, …); by a `speaker`; `to` somebody; `about` any
        record; `said` then; at a `meeting`; being `part_of` a longer one; citing `source`.
        """
        return self._where(
            {
                "theme": theme,
                "act": act,
                "speaker": speaker,
                "to": to,
                "about": about,
                "said": said,
                "meeting": meeting,
                "part_of": part_of,
                "source": source,
            },
            certain=certain,
        )

    @classmethod
    def _keywords(cls) -> Mapping[str, Keyword[Statement]]:
        return {
            "theme": Ids(lambda statement: statement.themes, ("theme",)),
            "act": Word(lambda statement: statement.act, Act),
            "speaker": Ids(
                lambda statement: (statement.speaker,),
                ("minister", "office", "party", "source"),
            ),
            "to": Ids(lambda statement: statement.to, ("minister", "office", "party")),
            "about": Ids(lambda statement: statement.about, ("record",)),
            "said": Time(lambda statement: (statement.said,)),
            "meeting": Ids(lambda statement: (statement.meeting,), ("meeting",)),
            "part_of": Ids(lambda statement: (statement.part_of,), ("statement",)),
            "source": _SOURCE,
        }

    @classmethod
    def _columns(cls) -> Mapping[str, Callable[[Statement], str]]:
        return {
            "said": lambda statement: written(statement.said),
            "act": lambda statement: statement.act.value,
            "speaker": lambda statement: statement.speaker,
            "cited": cited,
        }
