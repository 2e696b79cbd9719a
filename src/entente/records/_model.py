"""The record classes: who met, what was said, agreed and promised, and which source says so.

All are frozen, take keywords only, and refer to each other by id. They hold data and do nothing
else: no look-ups, no files, no clock. A date or an amount may be given as text. It is read at once,
so a mistake fails where it was made, with all others of the record::

    >>> Commitment(id="more-patrols", summary="Patrol more.", made="2023-02-30")
    Traceback (most recent call last):
        ...
    entente.errors.RecordError: commitment 'more-patrols': made: '2023-02-30' is not a date: ...

Ids are kebab-case. The id of a state is its ISO 3166-1 alpha-2 code; states and ``EU`` need no
declaration.
"""

# No `from __future__ import annotations` here: `add_checks` reads the annotations as types.
from collections.abc import Mapping
from typing import Final, TypeAlias

from attrs import field, frozen

from entente.records._fields import (
    add_checks,
    of_form,
    refers_to,
    refusal,
    to_duration_or_none,
    to_period_or_none,
)
from entente.records._forms import (
    FINGERPRINT,
    ID,
    LANGUAGE_TAG,
    ONE_DAY,
    PARTY_ID,
    RECURRENCE_RULE,
)
from entente.records._parts import (
    Adherence,
    Amount,
    Anchor,
    Citation,
    Condition,
    Consent,
    Identifier,
    Link,
    Membership,
    Name,
    Observation,
    Participation,
    Place,
    Report,
    Scope,
    Target,
    Tenure,
    Term,
)
from entente.records._vocabulary import (
    Act,
    AgreementForm,
    CommitmentKind,
    Firmness,
    Force,
    MeetingForm,
    MeetingState,
    PartyKind,
    SourceKind,
)
from entente.values._duration import Duration
from entente.values._period import Period

FIRM_FROM: Final = Firmness.INTENDED
"""The lowest rung of `Firmness` on which a promise counts.

Below it a party wishes, discusses, calls on others, welcomes or endorses. The G7 Research Group
draws the line at the same place: to say that one will continue to do something counts, to endorse
what is past does not.
"""

_ACTORS: Final = ("party", "office", "minister")
"""The kinds of those who act for themselves or for others."""

_SPEAKERS: Final = ("minister", "office", "party", "source")
"""The kinds of those who say something; a document does so in its own voice."""


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Theme:
    """A subject. The `broader` themes include it; as in SKOS, there may be several.

    >>> Theme(id="small-boats", label="Small boats", broader=("illegal-migration",)).id
    'small-boats'
    """

    id: str = field(metadata=of_form(ID))
    label: str
    broader: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    aliases: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Party:
    """Anyone who can meet, agree or commit: a state, an organisation, a grouping, or a body of one.

    `members` are those of a grouping or organisation, `part_of` are the wholes to which a body
    belongs, each with its time. A body of a state that is `independent`, such as a court or an
    audit office, does not speak for it; nor does the government of one of its regions. `existed`
    is the time for which the party existed, `succeeds` names those that it replaced.

    >>> Party(id="calais-group", name="Calais Group", kind=PartyKind.GROUPING).kind.value
    'grouping'
    """

    id: str = field(metadata=of_form(PARTY_ID))
    name: str
    kind: PartyKind
    part_of: tuple[Membership, ...] = ()
    independent: bool = False
    aliases: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    members: tuple[Membership, ...] = ()
    existed: Period | None = field(default=None, converter=to_period_or_none)
    succeeds: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Office:
    """A post that people hold one after another. `succeeds` names the offices that it replaced.

    >>> Office(id="home-secretary", title="Home Secretary", party="GB").party
    'GB'
    """

    id: str = field(metadata=of_form(ID))
    title: str
    party: str = field(metadata=refers_to("party"))
    aliases: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    succeeds: tuple[str, ...] = field(default=(), metadata=refers_to("office"))
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Minister:
    """A person, with the offices that they hold or held.

    >>> tenure = Tenure(office="home-secretary", period="2023/..")
    >>> Minister(id="a-b", name="A. B.", tenures=(tenure,)).tenures[0].office
    'home-secretary'
    """

    id: str = field(metadata=of_form(ID))
    name: str
    aliases: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Source:
    """A document that is cited.

    `issued_by` names the parties whose account it is: a readout is one side's. `language` is a
    BCP 47 tag, `licence` an SPDX identifier or the publisher's words, `fingerprint` a digest of the
    whole text.

    >>> Source(id="readout", title="Readout", kind=SourceKind.READOUT, issued_by=("GB",)).issued_by
    ('GB',)
    """

    id: str = field(metadata=of_form(ID))
    title: str
    kind: SourceKind
    publisher: str | None = None
    issued_by: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    published: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    language: str | None = field(default=None, metadata=of_form(LANGUAGE_TAG))
    address: str | None = None
    licence: str | None = None
    fingerprint: str | None = field(
        default=None, metadata=of_form(FINGERPRINT)
    )
    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Event:
    """What happened and is not a meeting: a Games, a funeral, an incident, a vote, an approval.

    >>> Event(id="games", name="Summer Olympics", when="2024-22", hosts=("FR",)).when
    Period('2024-22')
    """

    id: str = field(metadata=of_form(ID))
    name: str
    when: Period | None = field(default=None, converter=to_period_or_none)
    places: tuple[Place, ...] = ()
    hosts: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Meeting:
    """A meeting that was held, is planned or was only proposed. `themes` are its agenda.

    >>> Meeting(id="calais", name="Calais Group", state=MeetingState.PROPOSED, when="2024-21").when
    Period('2024-21')
    """

    id: str = field(metadata=of_form(ID))
    name: str
    state: MeetingState
    when: Period | None = field(default=None, converter=to_period_or_none)
    places: tuple[Place, ...] = ()
    form: MeetingForm | None = None
    parties: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    participations: tuple[Participation, ...] = ()
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Agreement:
    """An agreement that parties made or seek. Its `form` does not decide its `force`.

    Its dates show how far it has come: `sought`, `announced`, `adopted`, `signed`, `provisional`
    (applied before it is in force), `in_force`, `ended`; `expected` are steps that are only
    foreseen. `adherences` hold the steps of single parties. `participations` name a depositary,
    witnesses or monitors. `places` are those of signing, `terms` its rules on its own life,
    `conditions` what has to come first, `scope` what it covers. `meeting` is the meeting at which
    it was agreed.

    >>> sought = Agreement(id="migration", name="Migration", parties=("GB", "EU"), sought="2024-01")
    >>> sought.signed is None
    True
    """

    id: str = field(metadata=of_form(ID))
    name: str
    form: AgreementForm | None = None
    force: Force = Force.UNKNOWN
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    sought: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    announced: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    adopted: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    signed: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    provisional: Period | None = field(
        default=None, converter=to_period_or_none
    )
    in_force: Period | None = field(default=None, converter=to_period_or_none)
    ended: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    expected: tuple[Consent, ...] = ()
    adherences: tuple[Adherence, ...] = ()
    participations: tuple[Participation, ...] = ()
    places: tuple[Place, ...] = ()
    conditions: tuple[Condition, ...] = ()
    terms: tuple[Term, ...] = ()
    scope: tuple[Scope, ...] = ()
    meeting: str | None = field(default=None, metadata=refers_to("meeting"))
    part_of: str | None = field(default=None, metadata=refers_to("agreement"))
    links: tuple[Link, ...] = ()
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Commitment:
    """Something that parties promised, wished for or called for, in a summary of our own words.

    `by` are those that commit themselves, `to` those they commit to or call upon: parties, offices
    or ministers. `funded_by` pay, `implemented_by` do the work, `announced_by` made it public;
    `participations` name anybody else, such as a monitor. Without `firmness` nothing was promised:
    the source only mentions an action. `continuing` marks that it continues what was already under
    way. `amounts` say how much, `scope` and `places` what it covers, `conditions` what it depends
    on.

    `made` is the date of the promise, `due` the deadline, `runs` the time for which it lasts, and
    `duration` how long that is. Where a time is counted from another record, `due_from` and
    `runs_from` say so. `recurrence` is an RFC 5545 rule. Progress is recorded in `reports` only.

    >>> Commitment(id="patrols", summary="Patrol more.", firmness=Firmness.PLEDGED).is_firm
    True
    """

    id: str = field(metadata=of_form(ID))
    summary: str
    label: str | None = None
    by: tuple[str, ...] = field(default=(), metadata=refers_to(*_ACTORS))
    to: tuple[str, ...] = field(default=(), metadata=refers_to(*_ACTORS))
    funded_by: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    implemented_by: tuple[str, ...] = field(
        default=(), metadata=refers_to("party")
    )
    announced_by: tuple[str, ...] = field(
        default=(), metadata=refers_to(*_SPEAKERS)
    )
    participations: tuple[Participation, ...] = ()
    firmness: Firmness | None = None
    wording: tuple[str, ...] = ()
    continuing: bool = False
    kind: CommitmentKind | None = None
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    made: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    due: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    due_from: Anchor | None = None
    runs: Period | None = field(default=None, converter=to_period_or_none)
    runs_from: Anchor | None = None
    duration: Duration | None = field(
        default=None, converter=to_duration_or_none
    )
    recurrence: str | None = field(
        default=None, metadata=of_form(RECURRENCE_RULE)
    )
    conditions: tuple[Condition, ...] = ()
    amounts: tuple[Amount, ...] = ()
    scope: tuple[Scope, ...] = ()
    places: tuple[Place, ...] = ()
    meeting: str | None = field(default=None, metadata=refers_to("meeting"))
    agreement: str | None = field(
        default=None, metadata=refers_to("agreement")
    )
    event: str | None = field(default=None, metadata=refers_to("event"))
    part_of: str | None = field(default=None, metadata=refers_to("commitment"))
    links: tuple[Link, ...] = ()
    metrics: tuple[str, ...] = field(default=(), metadata=refers_to("metric"))
    reports: tuple[Report, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    @property
    def is_firm(self) -> bool:
        """Whether it counts as a promise: its firmness is `FIRM_FROM` or higher."""
        return self.firmness is not None and self.firmness >= FIRM_FROM


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Metric:
    """A quantity that is measured in a `unit`, with `targets`, a `baseline` and `observations`.

    >>> target = Target(value="500 people", due="2026")
    >>> Metric(id="deployed", name="Officers deployed", unit="people", targets=(target,)).unit
    'people'
    """

    id: str = field(metadata=of_form(ID))
    name: str
    unit: str
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    targets: tuple[Target, ...] = ()
    baseline: Observation | None = None
    observations: tuple[Observation, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.baseline is not None and self.baseline.value is None:
            raise refusal(
                self,
                "baseline",
                "a baseline is a level, not a change",
                "give its value",
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Statement:
    """Something said that is not a promise, by ministers, offices, parties or a document.

    `about` names records of any kind; `part_of` names the longer statement that contains it. A
    reservation to a treaty is a statement about it.

    >>> Statement(id="thanks", summary="Thanks.", act=Act.THANKS, speakers=("GB",)).act.value
    'thanks'
    """

    id: str = field(metadata=of_form(ID))
    summary: str
    act: Act
    speakers: tuple[str, ...] = field(metadata=refers_to(*_SPEAKERS))
    label: str | None = None
    to: tuple[str, ...] = field(default=(), metadata=refers_to(*_ACTORS))
    # Any record: speakers praise meetings, commitments, ministers and themes.
    about: tuple[str, ...] = field(default=(), metadata=refers_to("record"))
    said: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    meeting: str | None = field(default=None, metadata=refers_to("meeting"))
    part_of: str | None = field(default=None, metadata=refers_to("statement"))
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.speakers:
            raise refusal(
                self,
                "speakers",
                "nobody is named",
                "name the minister, office, party or source that says it",
            )


# --- kinds ---------------------------------------------------------------------------------------

Record: TypeAlias = (
    Theme
    | Party
    | Office
    | Minister
    | Source
    | Event
    | Meeting
    | Agreement
    | Commitment
    | Metric
    | Statement
)
"""Any of the records that have an id of their own in a dossier."""

# Every dossier is sorted in this order, so that an index can bisect for the records of a kind.
KINDS: Final[Mapping[str, type[Record]]] = {
    "themes": Theme,
    "parties": Party,
    "offices": Office,
    "ministers": Minister,
    "sources": Source,
    "events": Event,
    "meetings": Meeting,
    "agreements": Agreement,
    "commitments": Commitment,
    "metrics": Metric,
    "statements": Statement,
}
"""The kinds of record by their names in files, in the order of the files."""

KIND_NAMES: Final[Mapping[type[Record], str]] = {
    kind: name for name, kind in KINDS.items()
}
"""The name in files of each kind of record."""
