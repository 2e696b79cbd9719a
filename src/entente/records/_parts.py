"""The parts of records: passages, places, conditions, amounts, steps, reports, observations.

A record holds its parts; everything else it names by id. One shape serves wherever the same thing
is said: a `Participation` of a meeting, an agreement or a commitment, a `Membership` of a grouping
or of a whole, a `Consent` of one party or one that is expected of all.
"""

# No `from __future__ import annotations` here: `add_checks` reads the annotations as types.
import re
from typing import Final

from attrs import field, frozen

from entente._text import shorten
from entente.errors import NotationError, RangeError
from entente.records._fields import (
    add_checks,
    of_form,
    refers_to,
    refusal,
    refuse,
    to_change_or_none,
    to_duration_or_none,
    to_period,
    to_period_or_none,
    to_quantity,
    to_quantity_or_none,
)
from entente.records._forms import (
    CHANGE,
    FACTOR,
    FINGERPRINT,
    LANGUAGE_TAG,
    LEVEL,
    ONE_DAY,
)
from entente.records._vocabulary import (
    AmountCombination,
    AmountForm,
    AmountRole,
    AnchorDate,
    Basis,
    ConditionKind,
    ConsentKind,
    LinkKind,
    ReportedStatus,
    Role,
    ScopeKind,
    TermKind,
)
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity

# Nine digits at most: more than any text has lines or characters, and quick to read.
RANGE_TEXT: Final = re.compile(
    r"([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?", re.ASCII
)


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
        match = RANGE_TEXT.fullmatch(value)
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
    try:
        return None if value is None else Range.of(value)
    except NotationError as error:
        return refuse(error, Range)


# --- passages and places -------------------------------------------------------------------------
#
# Dossiers hold very many citations and reports. `weakref_slot=False` saves eight bytes in each, and
# a constant saves looking `Basis.INFERRED` up in its class whenever a citation is made.

_INFERRED: Final = Basis.INFERRED


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Citation:
    """The passage of a source that a record rests on.

    `lines`, `characters` or `paragraphs` locate the passage in the source's text, counted from 1,
    as far as that is known; `entente.evidence` says what counts as one. `fingerprint` is a digest of
    the passage, with which a text can be cited that may not be republished. If `basis` is
    ``inferred``, `note` explains how. The design follows the selectors of the W3C Web Annotation
    model.

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
            raise refusal(
                self,
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
    """A party's place in another, with its `period` if that is known.

    Among the ``members`` of a grouping `party` is a member, in ``part_of`` it is the whole.

    >>> Membership(party="FR").period is None
    True
    """

    party: str = field(metadata=refers_to("party"))
    period: Period | None = field(default=None, converter=to_period_or_none)
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Participation:
    """Who takes part in a meeting, an agreement or a commitment, and in which `role`.

    That is a minister, an office, a party, or several of these. Name the office where the source
    names no holder. Who promises, pays or does the work has a field of its own in a commitment.

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
            raise refusal(
                self,
                "",
                "nobody takes part",
                "name a minister, an office or a party",
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Identifier:
    """What a record is called in somebody else's register: Popolo's `scheme` and `identifier`.

    The scheme is a register that others know by that name, such as ``wikidata``, ``unts`` for the
    treaty series of the United Nations, or ``hs`` for tariff lines.

    >>> Identifier(scheme="wikidata", identifier="Q142").identifier
    'Q142'
    """

    scheme: str
    identifier: str


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Name:
    """A name, with the `period` for which it was used if that is known.

    >>> Name(name="Department of Homeland Affairs", period="1995/2001").period.is_span
    True
    """

    name: str
    period: Period | None = field(default=None, converter=to_period_or_none)
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Scope:
    """A part of what a record covers: some people, goods, places or measures, in our own words.

    `excluded` marks what the record says that it does not cover. `identifiers` name it as others
    do, such as by tariff lines.

    >>> Scope(kind=ScopeKind.GOODS, text="Steel", excluded=True).excluded
    True
    """

    kind: ScopeKind
    text: str
    excluded: bool = False
    identifiers: tuple[Identifier, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


# --- what was agreed ------------------------------------------------------------------------------


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Link:
    """What a record does to another one, always from the later to the earlier.

    What happened ``fulfils`` what was promised, a promise ``restates`` the one before it.

    >>> Link(kind=LinkKind.RESTATES, target="earlier-promise").target
    'earlier-promise'
    """

    kind: LinkKind
    target: str = field(metadata=refers_to("record"))
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Condition:
    """What a commitment, an agreement or one of its terms depends on.

    `kind` says what has to come, `parties` from whom, each of them, `count` how many of them or how
    much it takes ("30 instruments"), `waits_for` which record holds it: an approval, a vote or a
    finding is an `Event`. `text` says the rest in our own words. With `recurs` the duty arises each
    time that it is met, as one "on request" does.

    >>> Condition(kind=ConditionKind.APPROVAL, parties=("us-congress",)).kind.value
    'approval'
    """

    kind: ConditionKind | None = None
    parties: tuple[str, ...] = field(
        default=(), metadata=refers_to("party", "office")
    )
    waits_for: str | None = field(
        default=None,
        metadata=refers_to(
            "commitment", "agreement", "meeting", "event", "metric"
        ),
    )
    count: Quantity | None = field(
        default=None, converter=to_quantity_or_none, metadata=of_form(LEVEL)
    )
    text: str | None = None
    recurs: bool = False
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if (self.kind, self.waits_for, self.text) == (None, None, None):
            fault = "a condition says nothing"
            if self.count is not None:
                fault = f"a condition says that it takes {self.count}, but not what has to come"
            raise refusal(
                self,
                "",
                fault,
                "give its kind, the record that it waits for, or a text",
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Amount:
    """An amount of what is promised, the `role` that it plays, and the `form` in which it is given.

    Either `value` is the amount, or `times` a factor: "double" is ``times="2"``. `combined` says how
    it goes together with the other amounts that have the same word: "5 % or 3 million, whichever is
    higher". `scope` says for what the amount is meant, if not for all that is promised. `of` says in our
    own words what a share or a factor is taken of, `base` names the records that hold it, and
    `against` is the time of that baseline. `over` is
    the time for which the whole amount is meant, `duration` its length where the source gives no
    dates. A rate is the quantity's own (``500000 GBP per P1Y``), and so is a bound. If the source
    leaves the currency open, the unit is ``money``.

    >>> Amount(value="476000000 GBP", over="2023/2026").role.value
    'total'
    >>> Amount(times="2", of="the number of patrols", against="2022").times
    Quantity('2')
    """

    value: Quantity | None = field(default=None, converter=to_quantity_or_none)
    role: AmountRole = AmountRole.TOTAL
    form: AmountForm | None = None
    combined: AmountCombination | None = None
    scope: tuple[Scope, ...] = ()
    times: Quantity | None = field(
        default=None, converter=to_quantity_or_none, metadata=of_form(FACTOR)
    )
    of: str | None = None
    base: tuple[str, ...] = field(
        default=(), metadata=refers_to("commitment", "agreement", "metric")
    )
    against: Period | None = field(default=None, converter=to_period_or_none)
    over: Period | None = field(default=None, converter=to_period_or_none)
    duration: Duration | None = field(
        default=None, converter=to_duration_or_none
    )
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if (self.value is None) is (self.times is None):
            raise refusal(
                self,
                "",
                "an amount has either a value or a factor",
                'write value = "500 people", or times = "2"',
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Anchor:
    """A time that is counted from another record: "six months after entry into force".

    `record` is that record, and `date` the field of it that holds the date; without one it is the
    entry into force of an agreement, the time of a meeting or an event, the day on which a source
    was published, or the day on which a commitment was made. `after` or `before` is the length of
    time between them. The time is worked out once the record has its date, and not before. Of what
    takes several days, as a meeting may, ``after`` counts from the last day and ``before`` from the
    first; with neither, any of its days may be meant. Of the force of an agreement, and of what a
    commitment ``runs``, it is the first day.

    >>> Anchor(record="treaty", after="P6M", stated="six months after entry into force").after
    Duration('P6M')
    """

    record: str = field(
        metadata=refers_to(
            "agreement", "meeting", "event", "commitment", "source"
        )
    )
    date: AnchorDate | None = None
    after: Duration | None = field(default=None, converter=to_duration_or_none)
    before: Duration | None = field(
        default=None, converter=to_duration_or_none
    )
    stated: str | None = None
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.after is not None and self.before is not None:
            raise refusal(
                self,
                "before",
                "a time is either after a date or before it",
                "leave out `after` or `before`",
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Consent:
    """A step by which a party binds itself to an agreement, or by which one comes to apply.

    The steps are those of the Vienna Convention on the Law of Treaties: signature, ratification,
    acceptance, approval, accession; a successor state succeeds. `on` is one day, but for
    ``provisional`` and ``in_force``, which may last for a span. `place` is where it was signed.
    With `expected` the step is only foreseen.

    >>> Consent(kind=ConsentKind.RATIFIED, on="2009-12-14").on
    Period('2009-12-14')
    """

    kind: ConsentKind
    on: Period | None = field(default=None, converter=to_period_or_none)
    expected: bool = False
    place: Place | None = None
    citations: tuple[Citation, ...] = ()
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.on is None or self.kind in LASTING:
            return
        fault = ONE_DAY.fault(self.on)
        if fault is not None:
            raise refusal(self, "on", *fault)


LASTING: Final = (ConsentKind.PROVISIONAL, ConsentKind.IN_FORCE)
"""The steps that last, and so may be given as a span."""


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Adherence:
    """How one party came to an agreement: its own steps, each with a date.

    Reservations and declarations are statements about the agreement.

    >>> signed = Consent(kind=ConsentKind.SIGNED, on="2023-03-10")
    >>> Adherence(party="FR", steps=(signed,)).steps[0].on
    Period('2023-03-10')
    """

    party: str = field(metadata=refers_to("party"))
    steps: tuple[Consent, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Term:
    """A rule of an agreement on its own life: termination by notice, expiry, renewal, saving.

    `allowed` says whether it allows or forbids what it is about, if it does either. `parties` are
    those that it is for, if not all are; `scope` says what it covers: the rules that are saved, the
    articles on which reservations may be made. `notice` is how long before one has to say so, and
    `to` whom. `on` is its day: the last of a time that ends, as of an expiry or of the time for a
    signature, and the first of what begins, as of an entry into force. `duration` is the length of
    that time; where there are `conditions`, it begins when they are met. `languages` are BCP 47
    tags, all equally authentic unless the text says otherwise.

    >>> Term(kind=TermKind.TERMINATION, notice="P6M").notice
    Duration('P6M')
    >>> Term(kind=TermKind.LANGUAGES, languages=("en", "fr")).languages
    ('en', 'fr')
    """

    kind: TermKind
    allowed: bool | None = None
    parties: tuple[str, ...] = field(default=(), metadata=refers_to("party"))
    scope: tuple[Scope, ...] = ()
    conditions: tuple[Condition, ...] = ()
    notice: Duration | None = field(
        default=None, converter=to_duration_or_none
    )
    to: str | None = field(default=None, metadata=refers_to("party", "office"))
    on: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    duration: Duration | None = field(
        default=None, converter=to_duration_or_none
    )
    languages: tuple[str, ...] = field(
        default=(), metadata=of_form(LANGUAGE_TAG)
    )
    text: str | None = None
    citations: tuple[Citation, ...] = ()
    note: str | None = None


# --- results ------------------------------------------------------------------------------------


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Report:
    """What somebody reports on the progress of a commitment.

    Add reports, do not overwrite them. `on` is the day to which it applies; `known` is the day from
    which it could be known, if that is another. `due` is a new deadline, which counts only if
    whoever promised sets it. For ``completed``, `on` is the day on which the work was done.

    >>> Report(on="2024-03-04", by="FR", status=ReportedStatus.COMPLETED).status.value
    'completed'
    """

    on: Period = field(converter=to_period, metadata=of_form(ONE_DAY))
    # A source may report without naming its author, as statistics do.
    by: str = field(
        metadata=refers_to("party", "office", "minister", "source")
    )
    status: ReportedStatus
    of: str | None = field(default=None, metadata=refers_to("party"))
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

    The period means all its days: ``2023`` is that calendar year. It may be left out of a figure
    that was right on the day `as_of`, on which it was given; `by` is who gave it. A change needs no
    value: a fall of 36 % does not say how many there were. A text for `change` may leave out the word
    before a percentage.

    >>> Observation(period="2023", change="-36 %", against="2022").change
    Quantity('change -36 %')
    """

    period: Period | None = field(default=None, converter=to_period_or_none)
    value: Quantity | None = field(
        default=None, converter=to_quantity_or_none, metadata=of_form(LEVEL)
    )
    change: Quantity | None = field(
        default=None, converter=to_change_or_none, metadata=of_form(CHANGE)
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
        if self.period is None and self.as_of is None:
            raise refusal(
                self,
                "period",
                "missing: a figure is one for a time",
                "give the period, or the day `as_of` which it was so",
            )
        # Exactly one of the two: a level and a change of it are two observations.
        if (self.value is None) is (self.change is None):
            raise refusal(
                self, "", "an observation has either a value or a change"
            )
        if (self.change is None) is not (self.against is None):
            raise refusal(
                self,
                "against",
                "a change names the period that it is against, a value does not",
            )


@frozen(kw_only=True, weakref_slot=False, field_transformer=add_checks)
class Target:
    """A level that a metric is to reach, by the day `due` if there is one.

    Write it as the source means it: ``>= 500 people`` is at least that, ``<= 500 people`` at most;
    a number alone is read by the baseline of the metric.

    >>> Target(value=">= 500 people", due="2026").value
    Quantity('>= 500 people')
    """

    value: Quantity = field(converter=to_quantity, metadata=of_form(LEVEL))
    due: Period | None = field(
        default=None, converter=to_period_or_none, metadata=of_form(ONE_DAY)
    )
    citations: tuple[Citation, ...] = ()
    note: str | None = None


PARTS: Final[frozenset[type]] = frozenset(
    {
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
    }
)
"""The classes of parts, which are tables within a record's table in a file."""
