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

# No `from __future__ import annotations` here: `_checked` reads the annotations as types.
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Final, TypeAlias, get_args, get_origin

from attrs import Attribute, field, fields, frozen

from entente import _tables as table
from entente._text import LONE_SURROGATE, shorten, with_article
from entente.errors import Location, RangeError, RecordError
from entente.records._states import state_name, suggest_state
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
from entente.values._period import Period, PeriodLike
from entente.values._quantity import Quantity, QuantityLike

FIRM_FROM: Final = Firmness.INTENDED
"""The lowest rung of `Firmness` on which a promise counts.

Below it somebody wishes, talks, asks, or greets what others do or have done. The Reports of the
G7 Research Group draw the line at the same place: to say that one will go on doing a thing counts,
to endorse what is past does not.
"""

FINGERPRINT: Final = re.compile(
    r"([1-9][0-9]{0,8}):([0-9a-f]{8}):([0-9a-f]{16})", re.ASCII
)
"""A passage's words, the checksum of its beginning, and its digest; see `entente.evidence`."""

_ID = re.compile(r"[a-z0-9]++(?:-[a-z0-9]++)*+", re.ASCII)
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


def _date(value: PeriodLike) -> Period:
    return Period.of(value)


def _period(value: PeriodLike | None) -> Period | None:
    return None if value is None else Period.of(value)


def _quantity(value: QuantityLike | None) -> Quantity | None:
    return None if value is None else Quantity.of(value)


def _range(value: Range | str | None) -> Range | None:
    return None if value is None else Range.of(value)


@frozen
class Form:
    """What a text must look like, to be what its field holds."""

    name: str
    pattern: re.Pattern[str]
    hint: str

    def fault(self, text: str) -> tuple[str, str] | None:
        """Say why a text is not of this form, and what to do; None if it is."""
        if self.pattern.fullmatch(text) is not None:
            return None
        return f"{shorten(text)} is not {self.name}", self.hint


_FINGERPRINT: Final = Form(
    "a fingerprint", FINGERPRINT, "make one with entente.evidence.fingerprint"
)
_LANGUAGE: Final = Form(
    "a language tag",
    re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII),
    'write "en" or "fr-CA"',
)
_RULE: Final = Form(
    "a recurrence rule (RFC 5545)",
    re.compile(
        r"FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)"
        r"(;(INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS|WKST)=[A-Z0-9,+-]+)*",
        re.ASCII,
    ),
    'write for example "FREQ=YEARLY;INTERVAL=2"',
)


def _to(*kinds: str) -> Mapping[str, tuple[str, ...]]:
    """Say in a field's metadata which kinds of record its ids may name."""
    return {"kinds": kinds}


def _as(form: Form) -> Mapping[str, Form]:
    """Say in a field's metadata what its text looks like."""
    return {"form": form}


@cache
def _holding(cls: type) -> tuple[str, ...]:
    """Return the fields in which parts of a record stand."""
    return tuple(
        each.name for each in fields(cls) if _PARTS & {each.type, *get_args(each.type)}
    )


@cache
def _naming(cls: type) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fields that name records, each with the kinds that it may name."""
    return tuple(
        (each.name, each.metadata["kinds"])
        for each in fields(cls)
        if "kinds" in each.metadata
    )


def parts(record: object) -> Iterator[tuple[Location, object]]:
    """List a record and all that stands within it, each with the path that leads there.

    >>> minister = Minister(id="a", name="A", tenures=(Tenure(office="b", period="2024"),))
    >>> [path for path, _ in parts(minister)]
    [(), ('tenures', 0)]
    """
    yield (), record
    kind: type = type(record)
    for name in _holding(kind):
        value = getattr(record, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from (((name, index, *rest), part) for rest, part in parts(item))
        elif value is not None:
            yield from (((name, *rest), part) for rest, part in parts(value))


def references(record: object) -> Iterator[tuple[Location, str, tuple[str, ...]]]:
    """List the ids that a record names: the path to each, the id, the kinds that it may be of.

    >>> list(references(Theme(id="small-boats", label="Small boats", broader=("illegal-migration",))))
    [(('broader', 0), 'illegal-migration', ('theme',))]
    """
    for path, part in parts(record):
        kind: type = type(part)
        for name, kinds in _naming(kind):
            value = getattr(part, name)
            if isinstance(value, tuple):
                yield from (
                    ((*path, name, index), id, kinds) for index, id in enumerate(value)
                )
            elif value is not None:
                yield (*path, name), value, kinds


def citations(record: object) -> Iterator[tuple[Location, "Citation"]]:
    """List the citations of a record and of all that stands within it, each with the path to it."""
    return ((path, part) for path, part in parts(record) if isinstance(part, Citation))


_Test: TypeAlias = Callable[[object], bool]


def _test(expected: object) -> _Test:
    """Return the test whether a value is of an annotated type; the annotations of this file are all it knows."""
    if isinstance(expected, UnionType):
        test = _test(get_args(expected)[0])
        return lambda value: value is None or test(value)
    if get_origin(expected) is tuple:
        each = _test(get_args(expected)[0])
        return lambda value: isinstance(value, tuple) and all(map(each, value))
    if expected is str:
        return _is_text
    return lambda value: isinstance(expected, type) and type(value) is expected


def _is_text(value: object) -> bool:
    # An enum's member is a string too, but never the one that a text field wants.
    return (
        isinstance(value, str)
        and not isinstance(value, Enum)
        and value != ""
        and value == value.strip()
        and LONE_SURROGATE.search(value) is None
    )


def _wanted(expected: object) -> str:
    if isinstance(expected, UnionType):
        return _wanted(get_args(expected)[0])
    if get_origin(expected) is tuple:
        return f"a tuple of {_wanted(get_args(expected)[0]).removeprefix('a ').removeprefix('an ')}"
    if expected is str:
        return "text (not empty, no white space around it)"
    return with_article(getattr(expected, "__name__", str(expected)))


def _member(value: object, expected: object) -> str | None:
    """Say which member of a word list a text stands for, if the field wants one."""
    words = next(
        (
            option
            for option in get_args(expected) or (expected,)
            if hasattr(option, "__members__")
        ),
        None,
    )
    if not isinstance(value, str) or not (
        isinstance(words, type) and issubclass(words, StrEnum)
    ):
        return None
    return next(
        (
            f"write {words.__name__}.{word.name}"
            for word in words
            if word.value == value
        ),
        None,
    )


def id_fault(kind: type, id: str) -> tuple[str, str] | None:
    """Say why a text cannot be the id of a record of a kind, and what to do; None if it can.

    >>> id_fault(Theme, "Small boats")
    ("'Small boats' is not an id", 'an id looks like "small-boats"')
    """
    if _ID.fullmatch(id) is not None or (kind is Party and state_name(id) is not None):
        return None
    hint = suggest_state(id) if kind is Party else None
    return f"{shorten(id)} is not an id", hint or 'an id looks like "small-boats"'


def _listed(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def has_form(attribute: "Attribute[object]") -> bool:
    """Whether not any text can stand in a field."""
    return attribute.name == "id" or "form" in attribute.metadata


def text_fault(
    kind: type, attribute: "Attribute[object]", text: str
) -> tuple[str, str] | None:
    """Say why a text cannot stand in a field that has a form, and what to do; None if it can."""
    if attribute.name == "id":
        return id_fault(kind, text)
    form: Form = attribute.metadata["form"]
    return form.fault(text)


def _validator(
    attribute: "Attribute[object]",
) -> "Callable[[object, Attribute[object], object], None]":
    test, formed = _test(attribute.type), has_form(attribute)

    def validate(
        instance: object, attribute: "Attribute[object]", value: object
    ) -> None:
        if not test(value):
            reason = f"{shorten(value)} is not {_wanted(attribute.type)}"
            raise RecordError(attribute.name, reason, _member(value, attribute.type))
        if formed and value is not None:
            fault = text_fault(type(instance), attribute, str(value))
            if fault is not None:
                raise RecordError(attribute.name, *fault)

    return validate


def _checked(
    cls: type, attributes: "list[Attribute[object]]"
) -> "list[Attribute[object]]":
    """Hold every field of a record to its annotation, and take a list for a tuple."""
    return [
        attribute.evolve(
            validator=_validator(attribute),
            converter=_listed
            if get_origin(attribute.type) is tuple
            else attribute.converter,
        )
        for attribute in attributes
    ]


_INFERRED: Final = (
    Basis.INFERRED
)  # to look it up in its class at every citation takes a while


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Citation:
    """Where a source says what a record holds.

    The place is given in `lines`, `characters` or `paragraphs` of the source's text, counted from
    1, as far as it is known. `fingerprint` is a digest of the passage (see `entente.evidence`), so
    a text may be cited that may not be republished. What is ``inferred`` says how in its `note`.
    The design follows the selectors of the W3C Web Annotation model.

    >>> Citation(source="readout", lines="14-16", basis=Basis.INFERRED, note="The year is not in the text.").lines
    Range(first=14, last=16)
    """

    source: str = field(metadata=_to("source"))
    paragraphs: Range | None = field(default=None, converter=_range)
    lines: Range | None = field(default=None, converter=_range)
    characters: Range | None = field(default=None, converter=_range)
    fingerprint: str | None = field(default=None, metadata=_as(_FINGERPRINT))
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


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Place:
    """A place by its `name`; `country` is the state that it lies in, if it lies in one.

    >>> Place(name="Paris", country="FR").country
    'FR'
    """

    name: str
    country: str | None = field(default=None, metadata=_to("party"))


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Tenure:
    """The time through which a minister holds an office; `acting` if only for another.

    >>> Tenure(office="home-secretary", period="2023-11-13/2024-07-05").period.latest
    datetime.date(2024, 7, 5)
    """

    office: str = field(metadata=_to("office"))
    period: Period = field(converter=_date)
    acting: bool = False
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Membership:
    """A party's membership of a grouping or organisation; no `period` means that its time is not known.

    >>> Membership(party="FR").period is None
    True
    """

    party: str = field(metadata=_to("party"))
    period: Period | None = field(default=None, converter=_period)
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Participation:
    """Somebody at a meeting: a minister, an office whose holder is not named, a party, or several of these.

    >>> Participation(office="uk-home-secretary").minister is None
    True
    """

    minister: str | None = field(default=None, metadata=_to("minister"))
    office: str | None = field(default=None, metadata=_to("office"))
    party: str | None = field(default=None, metadata=_to("party"))
    role: Role = Role.PRINCIPAL
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.minister is None and self.office is None and self.party is None:
            raise RecordError(
                "", "nobody takes part", "name a minister, an office or a party"
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Adherence:
    """One party's own dates under an agreement.

    >>> Adherence(party="FR", signed="2023-03-10").signed
    Period('2023-03-10')
    """

    party: str = field(metadata=_to("party"))
    signed: Period | None = field(default=None, converter=_period)
    provisional: Period | None = field(default=None, converter=_period)
    in_force: Period | None = field(default=None, converter=_period)
    ended: Period | None = field(default=None, converter=_period)
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Link:
    """What a commitment or an agreement does to another record.

    >>> Link(kind=LinkKind.RESTATES, target="earlier-promise").target
    'earlier-promise'
    """

    kind: LinkKind
    target: str = field(metadata=_to("commitment", "agreement", "meeting"))
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Condition:
    """What a commitment depends on, in our own words, and the record that it waits for, if there is one.

    >>> Condition(text="Once the treaty is in force.", waits_for="treaty").waits_for
    'treaty'
    """

    text: str
    waits_for: str | None = field(
        default=None,
        metadata=_to("commitment", "agreement", "meeting", "event", "metric"),
    )


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Report:
    """What somebody says has become of a commitment.

    Reports are added and never overwritten. `on` is the day for which it holds, `known` the day
    since which it can be known, if that is another. `due` is a new deadline that it brings, which counts if a party to
    the commitment sets it. For ``completed``, `on` is read as the day on which the thing was done.

    >>> Report(on="2024-03-04", by="FR", status=ReportedStatus.COMPLETED).status.value
    'completed'
    """

    on: Period = field(converter=_date)
    by: str = field(metadata=_to("party", "office", "minister", "source"))
    status: ReportedStatus
    known: Period | None = field(default=None, converter=_period)
    due: Period | None = field(default=None, converter=_period)
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Observation:
    """What a metric was: a `value` over a `period`, or a `change` of it `against` another period.

    A period counts as all its days here: ``2023`` is that calendar year. `as_of` is the day on
    which the figure was given, `by` who gave it. A change needs no level: a fall by 36 % says
    nothing of how many there were.

    >>> Observation(period="2023", change="-36 %", against="2022").change
    Quantity('-36 %')
    """

    period: Period = field(converter=_date)
    value: Quantity | None = field(default=None, converter=_quantity)
    change: Quantity | None = field(default=None, converter=_quantity)
    against: Period | None = field(default=None, converter=_period)
    as_of: Period | None = field(default=None, converter=_period)
    by: str | None = field(
        default=None, metadata=_to("party", "office", "minister", "source")
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


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Theme:
    """A subject. `broader` themes include it; there may be several (SKOS).

    >>> Theme(id="small-boats", label="Small boats", broader=("illegal-migration",)).id
    'small-boats'
    """

    id: str
    label: str
    broader: tuple[str, ...] = field(default=(), metadata=_to("theme"))
    aliases: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Party:
    """Whatever can meet, agree or commit: a state, an organisation, a grouping, or a body of one of these.

    >>> Party(id="calais-group", name="Calais Group", kind=PartyKind.GROUPING).kind.value
    'grouping'
    """

    id: str
    name: str
    kind: PartyKind
    part_of: str | None = field(default=None, metadata=_to("party"))
    aliases: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Office:
    """A post that persons hold one after another. `succeeds` names the offices that it replaced.

    >>> Office(id="home-secretary", title="Home Secretary", party="GB").party
    'GB'
    """

    id: str
    title: str
    party: str = field(metadata=_to("party"))
    succeeds: tuple[str, ...] = field(default=(), metadata=_to("office"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Minister:
    """A person, and the offices that they hold or held.

    >>> Minister(id="a-b", name="A. B.", tenures=(Tenure(office="home-secretary", period="2023/.."),)).tenures[0].office
    'home-secretary'
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Source:
    """A document that is cited.

    `issued_by` names whose account it is: a readout is one side's. `language` is a BCP 47 tag,
    `licence` an SPDX name or the publisher's words, `fingerprint` a digest of the whole text.

    >>> Source(id="readout", title="Readout", kind=SourceKind.READOUT, issued_by=("GB",)).issued_by
    ('GB',)
    """

    id: str
    title: str
    kind: SourceKind
    publisher: str | None = None
    issued_by: tuple[str, ...] = field(default=(), metadata=_to("party"))
    published: Period | None = field(default=None, converter=_period)
    language: str | None = field(default=None, metadata=_as(_LANGUAGE))
    address: str | None = None
    licence: str | None = None
    fingerprint: str | None = field(default=None, metadata=_as(_FINGERPRINT))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Event:
    """Context that is not a meeting: a Games, a funeral, an anniversary, an incident.

    >>> Event(id="games", name="Summer Olympics", when="2024-22", hosts=("FR",)).when
    Period('2024-22')
    """

    id: str
    name: str
    when: Period | None = field(default=None, converter=_period)
    place: Place | None = None
    hosts: tuple[str, ...] = field(default=(), metadata=_to("party"))
    themes: tuple[str, ...] = field(default=(), metadata=_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Meeting:
    """A meeting that was held, or is only proposed. `themes` are its agenda.

    >>> Meeting(id="calais-group-spring", name="Calais Group", state=MeetingState.PROPOSED, when="2024-21").when
    Period('2024-21')
    """

    id: str
    name: str
    state: MeetingState
    when: Period | None = field(default=None, converter=_period)
    place: Place | None = None
    form: MeetingForm | None = None
    parties: tuple[str, ...] = field(default=(), metadata=_to("party"))
    participations: tuple[Participation, ...] = ()
    themes: tuple[str, ...] = field(default=(), metadata=_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Agreement:
    """Something that parties agreed, or seek to. Its `form` does not tell its `force`.

    How far it has come is told by its dates: `sought`, `announced`, `signed`, `provisional`
    (applied before it is in force), `in_force`, `ended`; those of single parties that differ stand
    in `adherences`. `meeting` is where it was agreed.

    >>> sought = Agreement(id="migration", name="Migration agreement", parties=("GB", "EU"), sought="2024-01-30")
    >>> sought.signed is None
    True
    """

    id: str
    name: str
    form: AgreementForm | None = None
    force: Force = Force.UNKNOWN
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = field(default=(), metadata=_to("party"))
    sought: Period | None = field(default=None, converter=_period)
    announced: Period | None = field(default=None, converter=_period)
    signed: Period | None = field(default=None, converter=_period)
    provisional: Period | None = field(default=None, converter=_period)
    in_force: Period | None = field(default=None, converter=_period)
    ended: Period | None = field(default=None, converter=_period)
    adherences: tuple[Adherence, ...] = ()
    meeting: str | None = field(default=None, metadata=_to("meeting"))
    part_of: str | None = field(default=None, metadata=_to("agreement"))
    links: tuple[Link, ...] = ()
    themes: tuple[str, ...] = field(default=(), metadata=_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
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

    id: str
    summary: str
    by: tuple[str, ...] = field(default=(), metadata=_to("party"))
    to: tuple[str, ...] = field(default=(), metadata=_to("party"))
    funded_by: tuple[str, ...] = field(default=(), metadata=_to("party"))
    implemented_by: tuple[str, ...] = field(default=(), metadata=_to("party"))
    announced_by: tuple[str, ...] = field(
        default=(), metadata=_to("minister", "office", "party", "source")
    )
    firmness: Firmness | None = None
    wording: tuple[str, ...] = ()
    continuing: bool = False
    kind: CommitmentKind | None = None
    themes: tuple[str, ...] = field(default=(), metadata=_to("theme"))
    made: Period | None = field(default=None, converter=_period)
    due: Period | None = field(default=None, converter=_period)
    runs: Period | None = field(default=None, converter=_period)
    recurrence: str | None = field(default=None, metadata=_as(_RULE))
    conditions: tuple[Condition, ...] = ()
    place: Place | None = None
    meeting: str | None = field(default=None, metadata=_to("meeting"))
    agreement: str | None = field(default=None, metadata=_to("agreement"))
    event: str | None = field(default=None, metadata=_to("event"))
    part_of: str | None = field(default=None, metadata=_to("commitment"))
    links: tuple[Link, ...] = ()
    metrics: tuple[str, ...] = field(default=(), metadata=_to("metric"))
    reports: tuple[Report, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    @property
    def is_firm(self) -> bool:
        """Whether it counts as a promise: its firmness is on the rung `FIRM_FROM` or above."""
        return self.firmness is not None and self.firmness >= FIRM_FROM


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Metric:
    """What is measured, in which `unit`, and what was observed; `target` and `baseline` if there are any.

    >>> Metric(id="deployed", name="Officers deployed", unit="people", target="500 people").target
    Quantity('500 people')
    """

    id: str
    name: str
    unit: str
    themes: tuple[str, ...] = field(default=(), metadata=_to("theme"))
    target: Quantity | None = field(default=None, converter=_quantity)
    baseline: Observation | None = None
    observations: tuple[Observation, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=_checked)
class Statement:
    """What somebody said that is no promise. The speaker may be a minister, an office, a party or a document.

    `about` names records of any kind; `part_of` the longer statement in which it stands.

    >>> Statement(id="thanks", summary="Thanks.", act=Act.THANKS, speaker="home-secretary").act.value
    'thanks'
    """

    id: str
    summary: str
    act: Act
    speaker: str = field(metadata=_to("minister", "office", "party", "source"))
    to: tuple[str, ...] = field(default=(), metadata=_to("minister", "office", "party"))
    about: tuple[str, ...] = field(default=(), metadata=_to("record"))
    said: Period | None = field(default=None, converter=_period)
    meeting: str | None = field(default=None, metadata=_to("meeting"))
    part_of: str | None = field(default=None, metadata=_to("statement"))
    themes: tuple[str, ...] = field(default=(), metadata=_to("theme"))
    citations: tuple[Citation, ...] = ()
    note: str | None = None


_PARTS: Final = frozenset(
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


def caption(record: Record) -> str:
    """Return the line that a reader knows a record by: its label, name, title or summary.

    >>> caption(Theme(id="small-boats", label="Small boats"))
    'Small boats'
    """
    match record:
        case Theme():
            return record.label
        case Office() | Source():
            return record.title
        case Commitment() | Statement():
            return record.summary
        case _:
            return record.name


def as_html(record: Record) -> str:
    """Return what a record says as an HTML table, field by field; what it leaves open is left out.

    >>> as_html(Theme(id="small-boats", label="Boats & ships"))[:62]
    '<table><caption>Theme small-boats: Boats &amp; ships</caption>'
    """
    rows = [(name.replace("_", " "), value) for name, value in _said(record)]
    title = f"{type(record).__name__} {record.id}: {caption(record)}"
    return table.as_html(("field", "value"), rows, caption=title)


def _said(record: object) -> Iterator[tuple[str, str]]:
    """List the fields that are set to something, with their values as text."""
    for attribute in fields(type(record)):  # type: ignore[arg-type]
        value = getattr(record, attribute.name)
        if value != attribute.default:
            yield attribute.name, _written(value)


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(_written, value))
    if type(value) in _PARTS:
        return ", ".join(f"{name} {text}" for name, text in _said(value))
    if isinstance(value, Period) and value.stated is not None:
        return f"{value} “{value.stated}”"
    return "yes" if value is True else str(value)


for _kind in KINDS.values():  # a notebook shows each of them so
    setattr(_kind, "_repr_html_", as_html)  # noqa: B010 -- no type checker knows of it
