"""The records: what was met, said, agreed and promised, by whom, and where it is written.

All are frozen, take keywords only, and refer to each other by id. They hold what a source says
and do nothing: no look-ups, no files, no clock. A field that may be given as text, such as a date
or an amount, is read at once, so a wrong one fails where it was written::

    >>> Commitment(id="more-patrols", summary="Patrol more.", made="2023-02-30")
    Traceback (most recent call last):
        ...
    entente.errors.PeriodError: '2023-02-30' is not a date: ...

Ids are kebab-case; states are named by their ISO 3166-1 alpha-2 code and need no declaration, nor
does ``EU``.
"""

# No `from __future__ import annotations` here: `add_checks` reads the annotations as types.
import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from attrs import field, frozen

from entente._text import shorten
from entente.errors import RangeError, RecordError
from entente.records._fields import (
    add_checks,
    of_form,
    refers_to,
    to_period,
    to_period_or_none,
    to_quantity_or_none,
)
from entente.records._forms import (
    FINGERPRINT,
    ID,
    LANGUAGE_TAG,
    PARTY_ID,
    RECURRENCE_RULE,
)
from entente.records._vocabulary import (
    Act,
    AgreementForm,
    Basis,
    CommitmentKind,
    Firmness,
    Force,
    LinkKind,
    MeetingForm,
    MeetingState,
    PartyKind,
    ReportedStatus,
    Role,
    SourceKind,
)
from entente.values._period import Period
from entente.values._quantity import Quantity

FIRM_FROM: Final = Firmness.INTENDED
"""The lowest rung of `Firmness` on which a promise counts.

Below it somebody wishes, talks, asks, or greets what others do or have done. The Reports of the
G7 Research Group draw the line at the same place: to say that one will go on doing a thing counts,
to endorse what is past does not.
"""

_RANGE = re.compile(r"([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?", re.ASCII)


@frozen(weakref_slot=False)
class Range:
    """A run of lines, paragraphs or characters, counted from 1, both ends included.

    >>> Range.of("14-16")
    Range(first=14, last=16)
    >>> str(Range.of("6"))
    '6'
    """

    first: int
    last: int

    def __attrs_post_init__(self) -> None:
        if type(self.first) is not int or type(self.last) is not int:
            raise TypeError("a range runs from one whole number to another")
        if not 1 <= self.first <= self.last:
            raise RangeError(
                f"{self.first}-{self.last}",
                "it counts from 1, and does not run backward",
            )

    @classmethod
    def of(cls, value: "Range | str") -> "Range":
        """Return `value` as a range; a text is ``"6"`` or ``"14-16"``, else `RangeError` is raised."""
        if isinstance(value, Range):
            return value
        if not isinstance(value, str):
            raise TypeError(
                f'a range is made of text, such as "14-16", not of {shorten(value)}'
            )
        read = _RANGE.fullmatch(value)
        if read is None:
            raise RangeError(value, 'write "6" or "14-16"')
        return cls(int(read[1]), int(read[2] or read[1]))

    def __str__(self) -> str:
        return (
            str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
        )

    def __len__(self) -> int:
        return self.last - self.first + 1


def _to_range_or_none(value: Range | str | None) -> Range | None:
    return None if value is None else Range.of(value)


_INFERRED: Final = (
    Basis.INFERRED
)  # to look it up in its class at every citation takes a while


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Citation:
    """Where a source says what a record holds.

    The place is given in `lines`, `characters` or `paragraphs` of the source's text, counted from
    1, as far as it is known. `fingerprint` is a digest of the passage (see `entente.evidence`), so
    a text may be cited that may not be republished. What is ``inferred`` says how in its `note`.
    The design follows the selectors of the W3C Web Annotation model.

    >>> Citation(source="readout", lines="14-16", basis=Basis.INFERRED, note="The year is not in the text.").lines
    Range(first=14, last=16)
    """

    source: str = field(metadata=refers_to("source"))
    paragraphs: Range | None = field(default=None, converter=_to_range_or_none)
    lines: Range | None = field(default=None, converter=_to_range_or_none)
    characters: Range | None = field(default=None, converter=_to_range_or_none)
    fingerprint: str | None = field(default=None, metadata=of_form(FINGERPRINT))
    quote: str | None = None
    basis: Basis = Basis.STATED
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.basis is _INFERRED and self.note is None:
            raise RecordError(
                "note",
                "missing: what is inferred says how",
                "write a note, or basis = stated",
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Place:
    """A place by its `name`; `country` is the state that it lies in, if it lies in one.

    >>> Place(name="Paris", country="FR").country
    'FR'
    """

    name: str
    country: str | None = field(default=None, metadata=refers_to("party"))


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Tenure:
    """The time through which a minister holds an office; `acting` if only for another.

    >>> Tenure(office="home-secretary", period="2023-11-13/2024-07-05").period.latest
    datetime.date(2024, 7, 5)
    """

    office: str = field(metadata=refers_to("office"))
    period: Period = field(converter=to_period)
    acting: bool = False
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Membership:
    """A party's membership of a grouping or organisation; no `period` means that its time is not known.

    >>> Membership(party="FR").period is None
    True
    """

    party: str = field(metadata=refers_to("party"))
    period: Period | None = field(default=None, converter=to_period_or_none)
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Participation:
    """Somebody at a meeting: a minister, an office whose holder is not named, a party, or several of these.

    >>> Participation(office="uk-home-secretary").minister is None
    True
    """

    minister: str | None = field(default=None, metadata=refers_to("minister"))
    office: str | None = field(default=None, metadata=refers_to("office"))
    party: str | None = field(default=None, metadata=refers_to("party"))
    role: Role = Role.PRINCIPAL
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.minister is None and self.office is None and self.party is None:
            raise RecordError(
                "", "nobody takes part", "name a minister, an office or a party"
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Adherence:
    """One party's own dates under an agreement.

    >>> Adherence(party="FR", signed="2023-03-10").signed
    Period('2023-03-10')
    """

    party: str = field(metadata=refers_to("party"))
    signed: Period | None = field(default=None, converter=to_period_or_none)
    provisional: Period | None = field(default=None, converter=to_period_or_none)
    in_force: Period | None = field(default=None, converter=to_period_or_none)
    ended: Period | None = field(default=None, converter=to_period_or_none)
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Link:
    """What a commitment or an agreement does to another record.

    >>> Link(kind=LinkKind.RESTATES, target="earlier-promise").target
    'earlier-promise'
    """

    kind: LinkKind
    target: str = field(metadata=refers_to("commitment", "agreement", "meeting"))
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Condition:
    """What a commitment depends on, in our own words, and the record that it waits for, if there is one.

    >>> Condition(text="Once the treaty is in force.", waits_for="treaty").waits_for
    'treaty'
    """

    text: str
    waits_for: str | None = field(
        default=None,
        metadata=refers_to("commitment", "agreement", "meeting", "event", "metric"),
    )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Report:
    """What somebody says has become of a commitment.

    Reports are added and never overwritten. `on` is the day for which it holds, `known` the day
    since which it can be known, if that is another. `due` is a new deadline that it brings, which counts if a party to
    the commitment sets it. For ``completed``, `on` is read as the day on which the thing was done.

    >>> Report(on="2024-03-04", by="FR", status=ReportedStatus.COMPLETED).status.value
    'completed'
    """

    on: Period = field(converter=to_period)
    by: str = field(metadata=refers_to("party", "office", "minister", "source"))
    status: ReportedStatus
    known: Period | None = field(default=None, converter=to_period_or_none)
    due: Period | None = field(default=None, converter=to_period_or_none)
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Observation:
    """What a metric was: a `value` over a `period`, or a `change` of it `against` another period.

    A period counts as all its days here: ``2023`` is that calendar year. `as_of` is the day on
    which the figure was given, `by` who gave it. A change needs no level: a fall by 36 % says
    nothing of how many there were.

    >>> Observation(period="2023", change="-36 %", against="2022").change
    Quantity('-36 %')
    """

    period: Period = field(converter=to_period)
    value: Quantity | None = field(default=None, converter=to_quantity_or_none)
    change: Quantity | None = field(default=None, converter=to_quantity_or_none)
    against: Period | None = field(default=None, converter=to_period_or_none)
    as_of: Period | None = field(default=None, converter=to_period_or_none)
    by: str | None = field(
        default=None, metadata=refers_to("party", "office", "minister", "source")
    )
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if (self.value is None) is (self.change is None):
            raise RecordError("", "an observation has either a value or a change")
        if (self.change is None) is not (self.against is None):
            raise RecordError(
                "against", "a change, and nothing else, is against another period"
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Theme:
    """A subject. `broader` themes include it; there may be several (SKOS).

    >>> Theme(id="small-boats", label="Small boats", broader=("illegal-migration",)).id
    'small-boats'
    """

    id: str = field(metadata=of_form(ID))
    label: str
    broader: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    aliases: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Party:
    """Whatever can meet, agree or commit: a state, an organisation, a grouping, or a body of one of these.

    >>> Party(id="calais-group", name="Calais Group", kind=PartyKind.GROUPING).kind.value
    'grouping'
    """

    id: str = field(metadata=of_form(PARTY_ID))
    name: str
    kind: PartyKind
    part_of: str | None = field(default=None, metadata=refers_to("party"))
    aliases: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Office:
    """A post that persons hold one after another. `succeeds` names the offices that it replaced.

    >>> Office(id="home-secretary", title="Home Secretary", party="GB").party
    'GB'
    """

    id: str = field(metadata=of_form(ID))
    title: str
    party: str = field(metadata=refers_to("party"))
    succeeds: tuple[str, ...] = field(default=(), metadata=refers_to("office"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Minister:
    """A person, and the offices that they hold or held.

    >>> Minister(id="a-b", name="A. B.", tenures=(Tenure(office="home-secretary", period="2023/.."),)).tenures[0].office
    'home-secretary'
    """

    id: str = field(metadata=of_form(ID))
    name: str
    aliases: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Source:
    """A document that is cited.

    `issued_by` names whose account it is: a readout is one side's. `language` is a BCP 47 tag,
    `licence` an SPDX name or the publisher's words, `fingerprint` a digest of the whole text.

    >>> Source(id="readout", title="Readout", kind=SourceKind.READOUT, issued_by=("GB",)).issued_by
    ('GB',)
    """

    id: str = field(metadata=of_form(ID))
    title: str
    kind: SourceKind
    publisher: str | None = None
    issued_by: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    published: Period | None = field(default=None, converter=to_period_or_none)
    language: str | None = field(default=None, metadata=of_form(LANGUAGE_TAG))
    address: str | None = None
    licence: str | None = None
    fingerprint: str | None = field(default=None, metadata=of_form(FINGERPRINT))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Event:
    """Context that is not a meeting: a Games, a funeral, an anniversary, an incident.

    >>> Event(id="games", name="Summer Olympics", when="2024-22", hosts=("FR",)).when
    Period('2024-22')
    """

    id: str = field(metadata=of_form(ID))
    name: str
    when: Period | None = field(default=None, converter=to_period_or_none)
    place: Place | None = None
    hosts: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Meeting:
    """A meeting that was held, or is only proposed. `themes` are its agenda.

    >>> Meeting(id="calais-group-spring", name="Calais Group", state=MeetingState.PROPOSED, when="2024-21").when
    Period('2024-21')
    """

    id: str = field(metadata=of_form(ID))
    name: str
    state: MeetingState
    when: Period | None = field(default=None, converter=to_period_or_none)
    place: Place | None = None
    form: MeetingForm | None = None
    parties: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    participations: tuple[Participation, ...] = ()
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Agreement:
    """Something that parties agreed, or seek to. Its `form` does not tell its `force`.

    How far it has come is told by its dates: `sought`, `announced`, `signed`, `provisional`
    (applied before it is in force), `in_force`, `ended`; those of single parties that differ stand
    in `adherences`. `meeting` is where it was agreed.

    >>> sought = Agreement(id="migration", name="Migration agreement", parties=("GB", "EU"), sought="2024-01-30")
    >>> sought.signed is None
    True
    """

    id: str = field(metadata=of_form(ID))
    name: str
    form: AgreementForm | None = None
    force: Force = Force.UNKNOWN
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    sought: Period | None = field(default=None, converter=to_period_or_none)
    announced: Period | None = field(default=None, converter=to_period_or_none)
    signed: Period | None = field(default=None, converter=to_period_or_none)
    provisional: Period | None = field(default=None, converter=to_period_or_none)
    in_force: Period | None = field(default=None, converter=to_period_or_none)
    ended: Period | None = field(default=None, converter=to_period_or_none)
    adherences: tuple[Adherence, ...] = ()
    meeting: str | None = field(default=None, metadata=refers_to("meeting"))
    part_of: str | None = field(default=None, metadata=refers_to("agreement"))
    links: tuple[Link, ...] = ()
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Commitment:
    """What somebody promised, wished, asked for or has done, in a summary of our own words.

    `by` commits itself, `to` is whom it serves; `funded_by` pays, `implemented_by` does the work,
    `announced_by` said it. No `firmness` means that nothing was promised: an action is only told.
    `continuing` says that it goes on with what was already there. `made` is when it was said,
    `due` until when it is to be done, `runs` while it lasts, `recurrence` an RFC 5545 rule.
    What has become of it stands in `reports` alone.

    >>> Commitment(id="more-patrols", summary="Patrol more.", by=("FR",), firmness=Firmness.PLEDGED).is_firm
    True
    """

    id: str = field(metadata=of_form(ID))
    summary: str
    by: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    to: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    funded_by: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    implemented_by: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    announced_by: tuple[str, ...] = field(
        default=(), metadata=refers_to("minister", "office", "party", "source")
    )
    firmness: Firmness | None = None
    wording: tuple[str, ...] = ()
    continuing: bool = False
    kind: CommitmentKind | None = None
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    made: Period | None = field(default=None, converter=to_period_or_none)
    due: Period | None = field(default=None, converter=to_period_or_none)
    runs: Period | None = field(default=None, converter=to_period_or_none)
    recurrence: str | None = field(default=None, metadata=of_form(RECURRENCE_RULE))
    conditions: tuple[Condition, ...] = ()
    place: Place | None = None
    meeting: str | None = field(default=None, metadata=refers_to("meeting"))
    agreement: str | None = field(default=None, metadata=refers_to("agreement"))
    event: str | None = field(default=None, metadata=refers_to("event"))
    part_of: str | None = field(default=None, metadata=refers_to("commitment"))
    links: tuple[Link, ...] = ()
    metrics: tuple[str, ...] = field(default=(), metadata=refers_to("metric"))
    reports: tuple[Report, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    @property
    def is_firm(self) -> bool:
        """Whether it counts as a promise: its firmness is on the rung `FIRM_FROM` or above."""
        return self.firmness is not None and self.firmness >= FIRM_FROM


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Metric:
    """What is measured, in which `unit`, and what was observed; `target` and `baseline` if there are any.

    >>> Metric(id="deployed", name="Officers deployed", unit="people", target="500 people").target
    Quantity('500 people')
    """

    id: str = field(metadata=of_form(ID))
    name: str
    unit: str
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    target: Quantity | None = field(default=None, converter=to_quantity_or_none)
    baseline: Observation | None = None
    observations: tuple[Observation, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Statement:
    """What somebody said that is no promise. The speaker may be a minister, an office, a party or a document.

    `about` names records of any kind; `part_of` the longer statement in which it stands.

    >>> Statement(id="thanks", summary="Thanks.", act=Act.THANKS, speaker="home-secretary").act.value
    'thanks'
    """

    id: str = field(metadata=of_form(ID))
    summary: str
    act: Act
    speaker: str = field(metadata=refers_to("minister", "office", "party", "source"))
    to: tuple[str, ...] = field(
        default=(), metadata=refers_to("minister", "office", "party")
    )
    about: tuple[str, ...] = field(default=(), metadata=refers_to("record"))
    said: Period | None = field(default=None, converter=to_period_or_none)
    meeting: str | None = field(default=None, metadata=refers_to("meeting"))
    part_of: str | None = field(default=None, metadata=refers_to("statement"))
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


PARTS: Final[frozenset[type]] = frozenset(
    {
        Citation,
        Place,
        Tenure,
        Membership,
        Participation,
        Adherence,
        Link,
        Condition,
        Report,
        Observation,
    }
)

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
"""Any of the records that stand in a dossier under an id of their own."""

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
"""The kinds of record, by the name under which they stand in a file, in the order of the files."""

KIND_NAMES: Final[Mapping[type[Record], str]] = {
    kind: name for name, kind in KINDS.items()
}
"""The other way round: the name of a kind."""
