"""The closed word lists of records, each word with its meaning.

The members are strings, and files hold them as such: ``Firmness.PLEDGED == "pledged"``. On a
ladder (`Firmness`, most of `AgreementState`) they compare by rung. All others have no order, and
refuse to compare: that a passage states something or that it was inferred (`Basis`) is a matter of
kind, and no more a matter of degree than a `ReportedStatus` or a `Schedule`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from entente._word_lists import WordList


class Basis(WordList):
    """Whether a passage says something, or someone concluded it.

    >>> Basis("inferred").value
    'inferred'
    """

    STATED = "stated"
    """The passage says so."""
    INFERRED = "inferred"
    """It was concluded from the passage or looked up; the citation's note explains how."""


# --- commitments ---------------------------------------------------------------------------------


class Firmness(WordList):
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

    @classmethod
    def _ladder(cls) -> Iterable[str]:
        return cls


class CommitmentKind(WordList):
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


class ReportedStatus(WordList):
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
    BREACHED = "breached"
    """It was broken: what was forbidden was done, or the party openly does not keep it."""
    NO_EVIDENCE = "no_evidence"
    """The reporter looked for evidence and found none."""


class Schedule(WordList):
    """The verdict on a commitment on a given day; derived, never stored.

    >>> Schedule.OVERDUE.value
    'overdue'
    """

    NO_DEADLINE = "no_deadline"
    """No deadline was set, nor a time for which it lasts."""
    CONDITIONAL = "conditional"
    """What it depends on has not come, as far as the record shows."""
    NOT_DUE = "not_due"
    """Its time has not begun."""
    DUE = "due"
    """The day is within the time it was promised for, such as a spring."""
    OVERDUE = "overdue"
    """The time is certainly over, and it is not done."""
    MET_ON_TIME = "met_on_time"
    MET_LATE = "met_late"
    RUNNING = "running"
    """It has no deadline, and lasts for a time that is not over."""
    OVER = "over"
    """The time for which it lasted is over."""
    KEPT_SO_FAR = "kept_so_far"
    """It forbids something, and nobody reports that this was done."""
    BREACHED = "breached"
    """It is reported as broken, and nobody denies that."""
    LIFTED = "lifted"
    """Whoever promised it gave it up or replaced it while there was time."""
    UNKNOWN = "unknown"
    """More than one is possible: a date is uncertain, or reports disagree."""


class LinkKind(WordList):
    """What a record does to an earlier one.

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
    """Keeps it: what happened points to what was promised."""
    FOLLOWS = "follows"
    """Comes after it in a series, as one summit after another."""
    REFERS_TO = "refers_to"
    """Mentions it."""
    RECIPROCATES = "reciprocates"
    """Is given in return for it."""
    COPY_OF = "copy_of"
    """Is the same document in another place."""
    VERSION_OF = "version_of"
    """Is the same document, and differs from it; the note says where."""


class ConditionKind(WordList):
    """What has to come before a duty arises.

    >>> ConditionKind("approval") is ConditionKind.APPROVAL
    True
    """

    APPROVAL = "approval"
    """Somebody has to approve: a parliament, a board, a court."""
    FUNDING = "funding"
    """The money has to be there."""
    LEGISLATION = "legislation"
    """A law has to be passed or changed."""
    AGREEMENT = "agreement"
    """An agreement has to be made or to be in force."""
    REQUEST = "request"
    """Somebody has to ask."""
    PERFORMANCE = "performance"
    """Somebody has to do something else first."""
    FINDING = "finding"
    """Somebody has to find that something is so."""
    RECIPROCITY = "reciprocity"
    """The other side has to do the same."""
    CONSULTATION = "consultation"
    """Somebody has to be asked for their view, and need not agree."""


class AmountRole(WordList):
    """What an amount is to a promise.

    >>> AmountRole("cap") is AmountRole.CAP
    True
    """

    TOTAL = "total"
    """All that is promised."""
    ADDITIONAL = "additional"
    """It comes on top of what was promised or done before."""
    CAP = "cap"
    """No more than this."""
    FLOOR = "floor"
    """No less than this."""
    QUOTA = "quota"
    """So much may be done on the terms of the promise, as under a tariff quota."""
    KEPT = "kept"
    """So much stays as it was, as the tariff that is left."""
    SHARE = "share"
    """A part of something else."""
    RATE = "rate"
    """The rate that applies from now on, as of a tariff."""
    BEFORE = "before"
    """What applied until then; it is not promised."""
    EQUIVALENT = "equivalent"
    """The same amount in another currency, as the source gives it; it is not promised twice."""


class AmountForm(WordList):
    """In which form money or help is given, as the finance types of IATI tell apart.

    >>> AmountForm.GRANT.value
    'grant'
    """

    GRANT = "grant"
    LOAN = "loan"
    CAPITAL = "capital"
    """A share in a fund, a bank or a company."""
    GUARANTEE = "guarantee"
    IN_KIND = "in_kind"
    """Goods, people or services in place of money."""


class AmountCombination(WordList):
    """How the amounts of a promise go together that have the same one of these words.

    >>> AmountCombination("higher") is AmountCombination.HIGHER
    True
    """

    SUM = "sum"
    """All of them, added up."""
    HIGHER = "higher"
    """The highest of them, whichever that is."""
    LOWER = "lower"
    """The lowest of them, whichever that is."""


class ScopeKind(WordList):
    """What kind of thing a record covers.

    >>> ScopeKind.GOODS.value
    'goods'
    """

    PEOPLE = "people"
    GOODS = "goods"
    SERVICES = "services"
    PLACES = "places"
    ORGANISATIONS = "organisations"
    MEASURES = "measures"
    """Rules, tariffs, sanctions, programmes."""


class AnchorDate(WordList):
    """The field of a record that holds the date from which a time is counted.

    >>> AnchorDate("in_force") is AnchorDate.IN_FORCE
    True
    """

    WHEN = "when"
    ANNOUNCED = "announced"
    ADOPTED = "adopted"
    SIGNED = "signed"
    PROVISIONAL = "provisional"
    IN_FORCE = "in_force"
    ENDED = "ended"
    MADE = "made"
    DUE = "due"
    RUNS = "runs"
    PUBLISHED = "published"


# --- meetings ------------------------------------------------------------------------------------


class MeetingState(WordList):
    """Whether a meeting took place.

    >>> [state.value for state in MeetingState]
    ['proposed', 'planned', 'held', 'cancelled']
    """

    PROPOSED = "proposed"
    """Suggested; nobody has convened it yet."""
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class MeetingForm(WordList):
    """How the participants met.

    >>> MeetingForm.IN_PERSON.value
    'in_person'
    """

    IN_PERSON = "in_person"
    CALL = "call"
    VIDEO = "video"
    HYBRID = "hybrid"


class Role(WordList):
    """The role of a participant in a meeting, an agreement or a commitment.

    >>> [role.value for role in Role][:5]
    ['principal', 'host', 'chair', 'co_chair', 'convener']
    """

    PRINCIPAL = "principal"
    HOST = "host"
    CHAIR = "chair"
    CO_CHAIR = "co_chair"
    CONVENER = "convener"
    """Calls the others together."""
    INVITEE = "invitee"
    """Is invited; whether it came is not said."""
    WITNESS = "witness"
    OBSERVER = "observer"
    MONITOR = "monitor"
    """Watches whether it is kept."""
    BENEFICIARY = "beneficiary"
    """Gains by it, and is not a party to it."""
    DEPOSITARY = "depositary"
    """Keeps the text, and receives signatures and ratifications."""


# --- agreements ----------------------------------------------------------------------------------


class AgreementForm(WordList):
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


class Force(WordList):
    """What makes an agreement binding.

    >>> [force.value for force in Force]
    ['binding', 'political', 'unknown']
    """

    BINDING = "binding"
    """It is binding in international law."""
    POLITICAL = "political"
    """It rests on the word of the parties."""
    UNKNOWN = "unknown"


class ConsentKind(WordList):
    """A step by which a party consents to an agreement, or by which the agreement applies to it.

    >>> ConsentKind("acceded") is ConsentKind.ACCEDED
    True
    """

    SIGNED = "signed"
    RATIFIED = "ratified"
    ACCEPTED = "accepted"
    APPROVED = "approved"
    ACCEDED = "acceded"
    SUCCEEDED = "succeeded"
    """It took the place of a state that was bound."""
    PROVISIONAL = "provisional"
    """It applies the agreement before it is in force."""
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"


class TermKind(WordList):
    """What a rule of an agreement on its own life is about.

    >>> TermKind.SAVING.value
    'saving'
    """

    ENTRY_INTO_FORCE = "entry_into_force"
    TERMINATION = "termination"
    EXPIRY = "expiry"
    RENEWAL = "renewal"
    AMENDMENT = "amendment"
    SAVING = "saving"
    """What it leaves as it is, or what goes on after its end."""
    DISPUTE_SETTLEMENT = "dispute_settlement"
    SIGNATURE = "signature"
    """Who may sign it; its day is the last one for that."""
    ACCESSION = "accession"
    """Who may accede to it."""
    RESERVATION = "reservation"
    """A rule on reservations."""
    DECISION = "decision"
    """A rule on how its organs decide; the votes, majorities and quorums are in its text."""
    LANGUAGES = "languages"
    """A rule on the languages in which it is authentic."""


class AgreementState(WordList):
    """How far an agreement has come, on a given day; derived from its dates, never stored.

    From ``sought`` to ``ended`` it is a ladder, on which members compare, also with plain text. An
    agreement may be ``superseded`` from any rung, and ``unknown`` is on none: they compare with
    ``==`` alone.

    >>> AgreementState.IN_FORCE > AgreementState.SIGNED
    True
    >>> AgreementState.UNKNOWN > "signed"
    Traceback (most recent call last):
        ...
    TypeError: 'unknown' is not on the ladder of an agreement state (sought, announced, adopted, \
signed, consented, provisional, in_force, ended); compare it with == or `in`
    """

    UNKNOWN = "unknown"
    """Nothing is on record for the day, or more than one state is possible."""
    SOUGHT = "sought"
    ANNOUNCED = "announced"
    ADOPTED = "adopted"
    """Its text is settled, and it is not signed."""
    SIGNED = "signed"
    """It is signed, and not in force."""
    CONSENTED = "consented"
    """The party has consented to be bound, as by ratification, and it is not in force for it."""
    PROVISIONAL = "provisional"
    """It is applied before it is in force."""
    IN_FORCE = "in_force"
    ENDED = "ended"
    """It has ended for all, or for the party, which withdrew from it or left a union."""
    SUPERSEDED = "superseded"
    """An agreement that supersedes it has come into force, for all or for the party."""

    @classmethod
    def _ladder(cls) -> Iterable[str]:
        return (
            cls.SOUGHT,
            cls.ANNOUNCED,
            cls.ADOPTED,
            cls.SIGNED,
            cls.CONSENTED,
            cls.PROVISIONAL,
            cls.IN_FORCE,
            cls.ENDED,
        )


# --- parties, sources, statements ----------------------------------------------------------------


class PartyKind(WordList):
    """What kind of body a party is.

    >>> PartyKind("grouping") is PartyKind.GROUPING
    True
    """

    STATE = "state"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    GROUPING = "grouping"
    """Parties that act together without a legal personality of their own."""
    BODY = "body"
    """An agency, a service or a ministry: part of another party."""
    SUBNATIONAL_GOVERNMENT = "subnational_government"
    """The government of a region, a province or a city; it does not speak for the state."""
    ARMED_GROUP = "armed_group"
    COMPANY = "company"
    NON_GOVERNMENTAL_ORGANISATION = "non_governmental_organisation"
    POLITICAL_PARTY = "political_party"


class SourceKind(WordList):
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
    FACT_SHEET = "fact_sheet"
    NEWS_REPORT = "news_report"
    MEMORANDUM = "memorandum"
    NATIONAL_ACT = "national_act"
    """A law, a decree or an order of one state."""


class Act(WordList):
    """What a speaker does by making a statement.

    >>> Act.PRAISE == "praise"
    True
    """

    SPEECH = "speech"
    """Gives a speech; the acts within it are its parts."""
    CLAIM = "claim"
    """Asserts that something is so."""
    DENIAL = "denial"
    """Says that something is not so, or was not done."""
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
    RESERVATION = "reservation"
    """Leaves out or changes a rule of an agreement for oneself."""
    DECLARATION = "declaration"
    """Says how one understands or applies an agreement."""
    OBJECTION = "objection"
    """Objects to what somebody else declared."""


def suggest_word(
    text: str, words: type[StrEnum], *, in_code: bool = False
) -> str | None:
    """Return a hint with the word of a list that a text was meant for, or None.

    With `in_code` the word is written as a member of its list.

    >>> suggest_word("not binding", Force), suggest_word("bindnig", Force)
    ("write 'political'", "did you mean 'binding'?")
    >>> suggest_word("committed", Firmness, in_code=True)
    'write Firmness.PLEDGED'
    """
    # The tables are long, and only needed when something is wrong.
    from entente.records._habits import suggest_member  # noqa: PLC0415

    return suggest_member(text, words, in_code=in_code)
