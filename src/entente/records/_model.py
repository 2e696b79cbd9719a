"""The record classes: who met, what was said, agreed and promised, and which source says so.

All are frozen, take keywords only, and refer to each other by id. They hold data and do nothing
else: no look-ups, no files, no clock. A date or an amount may be given as text. It is read at once,
so a mistake fails where it was made::

    >>> Commitment(id="more-patrols", summary="Patrol more.", made="2023-02-30")
    Traceback (most recent call last):
        ...
    entente.errors.PeriodError: '2023-02-30' is not a date: ...

Ids are kebab-case. The id of a state is its ISO 3166-1 alpha-2 code; states and ``EU`` need no
declaration.
"""

# No `from __future__ import annotations` here: `add_checks` reads the annotations as types.
import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from attrs import field, frozen

from entente._text import shorten
from entente.errors import RangeError, RecordError
from entente.records._fields import (
    HOLDS_CHANGE,
    add_checks,
    check_change,
    check_level,
    of_form,
    refers_to,
    to_change_or_none,
    to_period,
    to_period_or_none,
    to_quantity_or_none,
)
from entente.records._forms import (
    FINGERPRINT,
    ID,
    LANGUAGE_TAG,
    ONE_DAY,
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

Below it a party wishes, discusses, calls on others, welcomes or endorses. The G7 Research Group
draws the line at the same place: to say that one will continue to do something counts, to endorse
what is past does not.
"""

# Nine digits at most: more than any text has lines or characters, and quick to read.
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
        # `isinstance` would accept True, which is an int.
        if type(self.first) is not int or type(self.last) is not int:
            raise TypeError("a range runs from one whole number to another")
        if not 1 <= self.first <= self.last:
            run = f"{self.first}-{self.last}"
            raise RangeError(run, "ranges count forward from 1")

    @classmethod
    def of(cls, value: "Range | str") -> "Range":
        """Return a range, or a text such as ``"6"`` or ``"14-16"``, as a range.

        Raises `RangeError` if the text is not one.
        """
        if isinstance(value, Range):
            return value
        if not isinstance(value, str):
            raise TypeError(
                f'a range is text such as "14-16", not {shorten(value)}'
            )
        match = _RANGE.fullmatch(value)
        if match is None:
            raise RangeError(value, 'write "6" or "14-16"')
        first, last = match.groups(default=match[1])
        return cls(int(first), int(last))

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return f"{self.first}-{self.last}"

    def __len__(self) -> int:
        return self.last - self.first + 1


def _to_range_or_none(value: Range | str | None) -> Range | None:
    return None if value is None else Range.of(value)


# --- parts of records ----------------------------------------------------------------------------
#
# Dossiers hold very many citations and reports. `weakref_slot=False` saves eight bytes in each, and
# a constant saves looking `Basis.INFERRED` up in its class whenever a citation is made.

_INFERRED: Final = Basis.INFERRED


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Citation:
    """The passage of a source that a record rests on.

    `lines`, `characters` or `paragraphs` locate the passage in the source's text, counted from 1,
    as far as that is known. `fingerprint` is a digest of the passage (see `entente.evidence`); with
    it a text can be cited that may not be republished. If `basis` is ``inferred``, `note` explains
    how. The design follows the selectors of the W3C Web Annotation model.

    >>> inferred = Citation(source="readout", lines="14-16", basis=Basis.INFERRED, note="No year.")
    >>> inferred.lines
    Range(first=14, last=16)
    """

    source: str = field(metadata=refers_to("source"))
    paragraphs: Range | None = field(default=None, converter=_to_range_or_none)
    lines: Range | None = field(default=None, converter=_to_range_or_none)
    characters: Range | None = field(default=None, converter=_to_range_or_none)
    fingerprint: str | None = field(
        default=None, metadata=of_form(FINGERPRINT)
    )
    quote: str | None = None
    basis: Basis = Basis.STATED
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.basis is _INFERRED and self.note is None:
            raise RecordError(
                "note",
                "missing: an inference needs an explanation",
                "write a note, or basis = stated",
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Place:
    """A place with a `name`, and the `country` that it lies in, if any.

    >>> Place(name="Paris", country="FR").country
    'FR'
    """

    name: str
    country: str | None = field(default=None, metadata=refers_to("party"))


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Tenure:
    """The period during which a minister holds an office; `acting` if only on another's behalf.

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
    """A party's membership of a grouping or organisation, with its `period` if that is known.

    >>> Membership(party="FR").period is None
    True
    """

    party: str = field(metadata=refers_to("party"))
    period: Period | None = field(default=None, converter=to_period_or_none)
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Participation:
    """A participant in a meeting: a minister, an office, a party, or several of these.

    Name the office where the source names no holder.

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
        if (
            self.minister is None
            and self.office is None
            and self.party is None
        ):
            raise RecordError(
                "",
                "nobody takes part",
                "name a minister, an office or a party",
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Adherence:
    """One party's own dates under an agreement.

    >>> Adherence(party="FR", signed="2023-03-10").signed
    Period('2023-03-10')
    """

    party: str = field(metadata=refers_to("party"))
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
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Link:
    """What a commitment or an agreement does to another record.

    >>> Link(kind=LinkKind.RESTATES, target="earlier-promise").target
    'earlier-promise'
    """

    kind: LinkKind
    target: str = field(
        metadata=refers_to("commitment", "agreement", "meeting")
    )
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Condition:
    """What a commitment depends on, in our own words.

    `waits_for` names the record that has to happen first, if there is one.

    >>> Condition(text="Once the treaty is in force.", waits_for="treaty").waits_for
    'treaty'
    """

    text: str
    waits_for: str | None = field(
        default=None,
        metadata=refers_to(
            "commitment", "agreement", "meeting", "event", "metric"
        ),
    )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Report:
    """What somebody reports on the progress of a commitment.

    Add reports, do not overwrite them. `on` is the day to which it applies; `known` is the day from
    which it could be known, if that is another. `due` is a new deadline, which counts only if a
    party to the commitment sets it. For ``completed``, `on` is the day on which the work was done.

    >>> Report(on="2024-03-04", by="FR", status=ReportedStatus.COMPLETED).status.value
    'completed'
    """

    on: Period = field(converter=to_period, metadata=of_form(ONE_DAY))
    # A source may report without naming its author, as statistics do.
    by: str = field(
        metadata=refers_to("party", "office", "minister", "source")
    )
    status: ReportedStatus
    known: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    due: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Observation:
    """A figure for a metric: its `value` over a `period`, or its `change` `against` another period.

    The period means all its days: ``2023`` is that calendar year. `as_of` is the day on which the
    figure was given, `by` is who gave it. A change needs no value: a fall of 36 % does not say how
    many there were. A text for `change` may leave out the word before a percentage.

    >>> Observation(period="2023", change="-36 %", against="2022").change
    Quantity('change -36 %')
    """

    period: Period = field(converter=to_period)
    value: Quantity | None = field(default=None, converter=to_quantity_or_none)
    change: Quantity | None = field(
        default=None, converter=to_change_or_none, metadata=HOLDS_CHANGE
    )
    against: Period | None = field(default=None, converter=to_period_or_none)
    as_of: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    by: str | None = field(
        default=None,
        metadata=refers_to("party", "office", "minister", "source"),
    )
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        # Exactly one of the two: a level and a change of it are two observations.
        if (self.value is None) is (self.change is None):
            raise RecordError(
                "", "an observation has either a value or a change"
            )
        if (self.change is None) is not (self.against is None):
            raise RecordError(
                "against",
                "a change names the period that it is against, a value does not",
            )
        check_level("value", self.value)
        check_change("change", self.change)


# --- records -------------------------------------------------------------------------------------


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
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Party:
    """Anyone who can meet, agree or commit: a state, an organisation, a grouping, or a body of one.

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
    """A post that people hold one after another. `succeeds` names the offices that it replaced.

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
    """A person, with the offices that they hold or held.

    >>> tenure = Tenure(office="home-secretary", period="2023/..")
    >>> Minister(id="a-b", name="A. B.", tenures=(tenure,)).tenures[0].office
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
    """A meeting that was held, is planned or was only proposed. `themes` are its agenda.

    >>> Meeting(id="calais", name="Calais Group", state=MeetingState.PROPOSED, when="2024-21").when
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
    """An agreement that parties made or seek. Its `form` does not decide its `force`.

    Its dates show how far it has come: `sought`, `announced`, `signed`, `provisional` (applied
    before it is in force), `in_force`, `ended`. `adherences` hold the dates of single parties where
    they differ. `meeting` is the meeting at which it was agreed.

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
    adherences: tuple[Adherence, ...] = ()
    meeting: str | None = field(default=None, metadata=refers_to("meeting"))
    part_of: str | None = field(default=None, metadata=refers_to("agreement"))
    links: tuple[Link, ...] = ()
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Commitment:
    """Something that parties promised, wished for or called for, in a summary of our own words.

    `by` are the parties that commit themselves, `to` those they commit to; `funded_by` pay,
    `implemented_by` do the work, `announced_by` made it public. Without `firmness` nothing was
    promised: the source only mentions an action. `continuing` marks that it continues what was
    already under way. `made` is the date of the promise, `due` the deadline, `runs` the time for
    which it lasts, `recurrence` an RFC 5545 rule. Progress is recorded in `reports` only.

    >>> Commitment(id="patrols", summary="Patrol more.", firmness=Firmness.PLEDGED).is_firm
    True
    """

    id: str = field(metadata=of_form(ID))
    summary: str
    by: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    to: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    funded_by: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    implemented_by: tuple[str, ...] = field(
        default=(), metadata=refers_to("party")
    )
    announced_by: tuple[str, ...] = field(
        default=(), metadata=refers_to("minister", "office", "party", "source")
    )
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
    runs: Period | None = field(default=None, converter=to_period_or_none)
    recurrence: str | None = field(
        default=None, metadata=of_form(RECURRENCE_RULE)
    )
    conditions: tuple[Condition, ...] = ()
    place: Place | None = None
    meeting: str | None = field(default=None, metadata=refers_to("meeting"))
    agreement: str | None = field(
        default=None, metadata=refers_to("agreement")
    )
    event: str | None = field(default=None, metadata=refers_to("event"))
    part_of: str | None = field(default=None, metadata=refers_to("commitment"))
    links: tuple[Link, ...] = ()
    metrics: tuple[str, ...] = field(default=(), metadata=refers_to("metric"))
    reports: tuple[Report, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    @property
    def is_firm(self) -> bool:
        """Whether it counts as a promise: its firmness is `FIRM_FROM` or higher."""
        return self.firmness is not None and self.firmness >= FIRM_FROM


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Metric:
    """A quantity that is measured in a `unit`, with a `target`, a `baseline` and `observations`.

    Target and baseline are levels. Write a target as the source means it: ``>= 500 people`` is at
    least that, ``<= 500 people`` at most; a number alone is read by the baseline.

    >>> Metric(id="deployed", name="Officers deployed", unit="people", target="500 people").target
    Quantity('500 people')
    """

    id: str = field(metadata=of_form(ID))
    name: str
    unit: str
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    target: Quantity | None = field(
        default=None, converter=to_quantity_or_none
    )
    baseline: Observation | None = None
    observations: tuple[Observation, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        check_level("target", self.target)
        if self.baseline is not None and self.baseline.value is None:
            raise RecordError(
                "baseline",
                "a baseline is a level, not a change",
                "give its value",
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Statement:
    """Something said that is not a promise, by a minister, an office, a party or a document.

    `about` names records of any kind; `part_of` names the longer statement that contains it.

    >>> Statement(id="thanks", summary="Thanks.", act=Act.THANKS, speaker="GB").act.value
    'thanks'
    """

    id: str = field(metadata=of_form(ID))
    summary: str
    act: Act
    speaker: str = field(
        metadata=refers_to("minister", "office", "party", "source")
    )
    to: tuple[str, ...] = field(
        default=(), metadata=refers_to("minister", "office", "party")
    )
    # Any record: speakers praise meetings, commitments, ministers and themes.
    about: tuple[str, ...] = field(default=(), metadata=refers_to("record"))
    said: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    meeting: str | None = field(default=None, metadata=refers_to("meeting"))
    part_of: str | None = field(default=None, metadata=refers_to("statement"))
    themes: tuple[str, ...] = field(default=(), metadata=refers_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


# --- kinds ---------------------------------------------------------------------------------------

# Records hold their parts; everything else they name by id.
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
