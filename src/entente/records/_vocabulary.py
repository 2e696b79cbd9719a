"""The closed word lists of records, each word with its meaning.

The members are strings, and files hold them as such: ``Firmness.PLEDGED == "pledged"``.
"""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """Whether a passage says something, or someone concluded it.

    >>> Basis("inferred").value
    'inferred'
    """

    STATED = "stated"
    """The passage says so."""
    INFERRED = "inferred"
    """It was concluded from the passage or looked up; the citation's note explains how."""


# --- commitments ---------------------------------------------------------------------------------


class Firmness(StrEnum):
    """How firm the wording of a promise is: a ladder, weakest rung first.

    Members compare by rung, also with plain text.

    >>> Firmness.PLEDGED > Firmness.DISCUSSED
    True
    >>> [rung.value for rung in Firmness if rung >= "intended"]
    ['intended', 'pledged', 'agreed']
    """

    ASPIRED = "aspired"
    """Expresses a wish: "should", "hope to"."""
    DISCUSSED = "discussed"
    """Discusses, without taking a position."""
    CALLED_FOR = "called_for"
    """Calls on somebody else to act."""
    WELCOMED = "welcomed"
    """Welcomes somebody else's plan, or what has been done already."""
    ENDORSED = "endorsed"
    """Endorses somebody else's commitment, or an earlier one."""
    INTENDED = "intended"
    """Announces one's own future action: "will", "plan to"."""
    PLEDGED = "pledged"
    """Promises explicitly: "commit to", "pledge"."""
    AGREED = "agreed"
    """Records what the parties agreed between them: "agreed", "shall"."""

    def _rung(self) -> int:
        # An enumeration lists its members in the order of their definition.
        return list(Firmness).index(self)

    # A str compares by the alphabet, which would put "agreed" below "aspired".
    def __lt__(self, other: str) -> bool:
        return self._rung() < Firmness(other)._rung()

    def __le__(self, other: str) -> bool:
        return self._rung() <= Firmness(other)._rung()

    def __gt__(self, other: str) -> bool:
        return self._rung() > Firmness(other)._rung()

    def __ge__(self, other: str) -> bool:
        return self._rung() >= Firmness(other)._rung()


class CommitmentKind(StrEnum):
    """What kind of thing a commitment promises.

    >>> [kind.value for kind in CommitmentKind]
    ['action', 'outcome', 'process', 'prohibition']
    """

    ACTION = "action"
    """To do something."""
    OUTCOME = "outcome"
    """To bring something about, by whatever means."""
    PROCESS = "process"
    """To talk, share or co-operate."""
    PROHIBITION = "prohibition"
    """To refrain from something."""


class ReportedStatus(StrEnum):
    """How far a commitment has come, according to whoever reports on it.

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
    """It continues in another form."""
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    """A later commitment replaces it."""
    NO_EVIDENCE = "no_evidence"
    """The reporter looked for evidence and found none."""


class Schedule(StrEnum):
    """Whether a commitment meets its deadline, on a given day; derived, never stored.

    >>> Schedule.OVERDUE.value
    'overdue'
    """

    NO_DEADLINE = "no_deadline"
    """No deadline was set, or the commitment was withdrawn or superseded."""
    NOT_DUE = "not_due"
    DUE = "due"
    """The day is within the time it was promised for, such as a spring."""
    OVERDUE = "overdue"
    """The time is certainly over, and it is not done."""
    MET_ON_TIME = "met_on_time"
    MET_LATE = "met_late"
    UNKNOWN = "unknown"
    """More than one is possible: the deadline is uncertain, or reports disagree."""


class LinkKind(StrEnum):
    """What a commitment or an agreement does to an earlier record.

    >>> LinkKind("restates") is LinkKind.RESTATES
    True
    """

    RESTATES = "restates"
    """Repeats it; this is not a new promise."""
    ACCELERATES = "accelerates"
    EXTENDS = "extends"
    AMENDS = "amends"
    SUPERSEDES = "supersedes"
    IMPLEMENTS = "implements"
    """Is a means of carrying it out."""
    FULFILS = "fulfils"


# --- meetings ------------------------------------------------------------------------------------


class MeetingState(StrEnum):
    """Whether a meeting took place.

    >>> [state.value for state in MeetingState]
    ['proposed', 'planned', 'held', 'cancelled']
    """

    PROPOSED = "proposed"
    """Suggested; nobody has convened it yet."""
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
    """The role of a participant in a meeting.

    >>> [role.value for role in Role]
    ['principal', 'host', 'co_chair', 'witness', 'observer']
    """

    PRINCIPAL = "principal"
    HOST = "host"
    CO_CHAIR = "co_chair"
    WITNESS = "witness"
    OBSERVER = "observer"


# --- agreements ----------------------------------------------------------------------------------


class AgreementForm(StrEnum):
    """The form of an agreement. It does not decide the force: see `Force`.

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
    """Several instruments under one name, which are its parts."""


class Force(StrEnum):
    """What makes an agreement binding.

    >>> [force.value for force in Force]
    ['binding', 'political', 'unknown']
    """

    BINDING = "binding"
    """It is binding in international law."""
    POLITICAL = "political"
    """It rests on the word of the parties."""
    UNKNOWN = "unknown"


class AgreementState(StrEnum):
    """How far an agreement has come, on a given day; derived from its dates, never stored.

    >>> AgreementState.IN_FORCE.value
    'in_force'
    """

    UNKNOWN = "unknown"
    """Its dates do not cover the day."""
    SOUGHT = "sought"
    ANNOUNCED = "announced"
    SIGNED = "signed"
    PROVISIONAL = "provisional"
    """It is applied before it is in force."""
    IN_FORCE = "in_force"
    ENDED = "ended"
    SUPERSEDED = "superseded"
    """An agreement that supersedes it is in force."""


# --- parties, sources, statements ----------------------------------------------------------------


class PartyKind(StrEnum):
    """What kind of body a party is.

    >>> [kind.value for kind in PartyKind]
    ['state', 'international_organisation', 'grouping', 'body']
    """

    STATE = "state"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    GROUPING = "grouping"
    """Parties that act together without a legal personality of their own."""
    BODY = "body"
    """An agency, a service or a ministry: part of another party."""


class SourceKind(StrEnum):
    """What kind of document a source is.

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
    """A reference work."""


class Act(StrEnum):
    """What a speaker does by making a statement.

    >>> Act.PRAISE == "praise"
    True
    """

    SPEECH = "speech"
    """Gives a speech; the acts within it are its parts."""
    CLAIM = "claim"
    """Asserts that something is so."""
    PRAISE = "praise"
    THANKS = "thanks"
    PRIORITY = "priority"
    """Says that something matters most."""
    ASPIRATION = "aspiration"
    """Says what should come about."""
    OBJECTIVE = "objective"
    """Says what something is for."""
    CALL = "call"
    """Says what must be done, without saying by whom."""
