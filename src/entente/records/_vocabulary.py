"""The closed word lists of the records, each word with its meaning.

Members are strings: ``Firmness.PLEDGED == "pledged"``, and that is how they stand in files.
"""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """Whether a passage says a thing, or it was concluded from it.

    >>> Basis("inferred").value
    'inferred'
    """

    STATED = "stated"
    """The passage says so."""
    INFERRED = "inferred"
    """It follows from the passage, or was looked up; the citation's note says how."""


class Firmness(StrEnum):
    """How firmly a thing was promised: a ladder of the wording, weakest first.

    The members compare by their rung.

    >>> Firmness.PLEDGED > Firmness.DISCUSSED
    True
    >>> [rung.value for rung in Firmness if rung >= "intended"]
    ['intended', 'pledged', 'agreed']
    """

    ASPIRED = "aspired"
    """Wished for: "should", "hope to"."""
    DISCUSSED = "discussed"
    """Talked about, with no position taken."""
    CALLED_FOR = "called_for"
    """Asked of somebody else."""
    WELCOMED = "welcomed"
    """Greeted: another's plan, or a thing already done."""
    ENDORSED = "endorsed"
    """Supported: another's commitment, or one made before."""
    INTENDED = "intended"
    """Announced as one's own future action: "will", "plan to"."""
    PLEDGED = "pledged"
    """Promised in so many words: "commit to", "pledge"."""
    AGREED = "agreed"
    """Laid down between the parties: "agreed", "shall"."""

    def _rung(self) -> int:
        return list(Firmness).index(self)

    # Words would compare by the alphabet, which puts "agreed" below "aspired".
    def __lt__(self, other: str) -> bool:
        return self._rung() < Firmness(other)._rung()

    def __le__(self, other: str) -> bool:
        return self._rung() <= Firmness(other)._rung()

    def __gt__(self, other: str) -> bool:
        return self._rung() > Firmness(other)._rung()

    def __ge__(self, other: str) -> bool:
        return self._rung() >= Firmness(other)._rung()


class CommitmentKind(StrEnum):
    """What a commitment is about.

    >>> [kind.value for kind in CommitmentKind]
    ['action', 'outcome', 'process', 'prohibition']
    """

    ACTION = "action"
    """Something is to be done."""
    OUTCOME = "outcome"
    """Something is to become so."""
    PROCESS = "process"
    """Talks, sharing or co-operation are to take place."""
    PROHIBITION = "prohibition"
    """Something is not to be done."""


class ReportedStatus(StrEnum):
    """How a commitment stands, by the word of whoever reports it.

    >>> ReportedStatus.IN_PROGRESS == "in_progress"
    True
    """

    ANNOUNCED = "announced"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    SUBSTANTIAL = "substantial"
    """Most of it is done."""
    COMPLETED = "completed"
    MODIFIED = "modified"
    """It goes on in another form."""
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    """A later commitment stands in its place."""
    NO_EVIDENCE = "no_evidence"
    """The reporter looked, and found nothing."""


class Schedule(StrEnum):
    """How a commitment stands to its deadline on a day. It is worked out, and stands in no file.

    >>> Schedule.OVERDUE.value
    'overdue'
    """

    NO_DEADLINE = "no_deadline"
    """None was set, or the commitment was withdrawn or superseded."""
    NOT_DUE = "not_due"
    DUE = "due"
    """The day is within the time for which it was promised, such as a spring."""
    OVERDUE = "overdue"
    """The time is over for certain, and it is not done."""
    MET_ON_TIME = "met_on_time"
    MET_LATE = "met_late"
    UNKNOWN = "unknown"
    """It may be one or another: the deadline is uncertain, or the reporters differ."""


class LinkKind(StrEnum):
    """What one record does to another.

    >>> LinkKind("restates") is LinkKind.RESTATES
    True
    """

    RESTATES = "restates"
    """Says again; it is no new promise."""
    ACCELERATES = "accelerates"
    EXTENDS = "extends"
    AMENDS = "amends"
    SUPERSEDES = "supersedes"
    IMPLEMENTS = "implements"
    """Is a means by which the other is carried out."""
    FULFILS = "fulfils"


class MeetingState(StrEnum):
    """Whether a meeting took place.

    >>> [state.value for state in MeetingState]
    ['proposed', 'planned', 'held', 'cancelled']
    """

    PROPOSED = "proposed"
    """Talked about; nobody has called it yet."""
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class MeetingForm(StrEnum):
    """How the participants met.

    >>> MeetingForm.IN_PERSON.value
    'in_person'
    """

    IN_PERSON = "in_person"
    CALL = "call"
    VIDEO = "video"
    HYBRID = "hybrid"


class Role(StrEnum):
    """What a participant was at a meeting.

    >>> [role.value for role in Role]
    ['principal', 'host', 'co_chair', 'witness', 'observer']
    """

    PRINCIPAL = "principal"
    HOST = "host"
    CO_CHAIR = "co_chair"
    WITNESS = "witness"
    OBSERVER = "observer"


class AgreementForm(StrEnum):
    """The shape of an agreement, which does not tell its force.

    >>> AgreementForm("memorandum") is AgreementForm.MEMORANDUM
    True
    """

    TREATY = "treaty"
    CONVENTION = "convention"
    PROTOCOL = "protocol"
    MEMORANDUM = "memorandum"
    """A memorandum of understanding."""
    DECLARATION = "declaration"
    JOINT_STATEMENT = "joint_statement"
    ACTION_PLAN = "action_plan"
    ARRANGEMENT = "arrangement"
    BUNDLE = "bundle"
    """Several instruments under one name; they are its parts."""


class Force(StrEnum):
    """What an agreement binds by.

    >>> [force.value for force in Force]
    ['binding', 'political', 'unknown']
    """

    BINDING = "binding"
    """International law."""
    POLITICAL = "political"
    """The word of the parties."""
    UNKNOWN = "unknown"


class AgreementState(StrEnum):
    """How far an agreement has come on a day. It is worked out from its dates, and stands in no file.

    >>> AgreementState.IN_FORCE.value
    'in_force'
    """

    UNKNOWN = "unknown"
    """No date says anything about the day."""
    SOUGHT = "sought"
    ANNOUNCED = "announced"
    SIGNED = "signed"
    PROVISIONAL = "provisional"
    """It is applied, and not in force yet."""
    IN_FORCE = "in_force"
    ENDED = "ended"
    SUPERSEDED = "superseded"
    """Another agreement that supersedes it is in force."""


class PartyKind(StrEnum):
    """What a party is.

    >>> [kind.value for kind in PartyKind]
    ['state', 'international_organisation', 'grouping', 'body']
    """

    STATE = "state"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    GROUPING = "grouping"
    """A circle of parties without legal person of its own."""
    BODY = "body"
    """An agency, a service, a ministry; part of another party."""


class SourceKind(StrEnum):
    """What a document is.

    >>> SourceKind("readout") is SourceKind.READOUT
    True
    """

    READOUT = "readout"
    """One side's account of a meeting."""
    JOINT_STATEMENT = "joint_statement"
    COMMUNIQUE = "communique"
    DECLARATION = "declaration"
    TREATY_TEXT = "treaty_text"
    PRESS_NOTICE = "press_notice"
    SPEECH = "speech"
    REPORT = "report"
    STATISTICS = "statistics"
    REFERENCE = "reference"
    """A work to look facts up in."""


class Act(StrEnum):
    """What a speaker does with a statement.

    >>> Act.PRAISE == "praise"
    True
    """

    SPEECH = "speech"
    """Speaks at length; the acts within are its parts."""
    CLAIM = "claim"
    """Says that something is so."""
    PRAISE = "praise"
    THANKS = "thanks"
    PRIORITY = "priority"
    """Says that something matters most."""
    ASPIRATION = "aspiration"
    """Says what should become so."""
    OBJECTIVE = "objective"
    """Says what something is for."""
    CALL = "call"
    """Says what must be done, by nobody in particular."""
