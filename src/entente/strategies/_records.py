"""Records and dossiers for tests, drawn field by field from the record classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cache, partial
from operator import itemgetter
from types import UnionType
from typing import Any, Final, TypeAlias, TypeVar, get_args, get_origin

from attrs import NOTHING, Attribute, evolve, fields, frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from entente._dossier import Dossier
from entente.evidence import fingerprint
from entente.records._fields import form_of
from entente.records._forms import FACTOR, LEVEL, ONE_DAY
from entente.records._model import (
    KINDS,
    Agreement,
    Commitment,
    Event,
    Meeting,
    Metric,
    Minister,
    Office,
    Party,
    Record,
    Source,
    Statement,
    Theme,
)
from entente.records._parts import (
    Amount,
    Anchor,
    Citation,
    Condition,
    Consent,
    Membership,
    Observation,
    Participation,
    Range,
    Target,
)
from entente.records._walk import references
from entente.strategies._values import (
    IDS,
    TEXTS,
    UNITS_OF_METRICS,
    WORDS,
    durations,
    periods,
    quantities,
)
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity

R = TypeVar("R", bound=Record)

MOST_ITEMS: Final = 2
"""The greatest length of a list within a record."""

STATES: Final = ("FR", "GB", "EU", "NO")
"""The states that records name: few, so that many name the same. YAML 1.1 reads NO as False."""

DECLARED_STATES: Final = ("BE", "DE")
"""The states for which a dossier may hold a record of its own."""


# --- records -------------------------------------------------------------------------------------

# Texts with a form of their own, which the type of the field does not give.
_TEXTS_OF: Final[Mapping[str, SearchStrategy[str]]] = {
    "address": st.builds(
        "https://{}.example/{}".format, WORDS, st.text("az09-", max_size=8)
    ),
    "fingerprint": st.builds(
        fingerprint, st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
    ),
    "language": st.sampled_from(("en", "fr", "no", "fr-CA", "zh-Hant-TW")),
    "recurrence": st.builds(
        "FREQ={}{}{}".format,
        st.sampled_from(
            (
                *("YEARLY", "YEARLY;BYDAY=1MO", "YEARLY;BYDAY=-4FR"),
                *("MONTHLY", "MONTHLY;BYDAY=-1MO", "MONTHLY;BYDAY=4FR"),
                *("WEEKLY", "WEEKLY;BYDAY=FR", "DAILY", "DAILY;BYDAY=MO"),
            )
        ),
        st.sampled_from(("", ";INTERVAL=2", ";INTERVAL=9")),
        st.sampled_from(("", ";COUNT=1", ";COUNT=3", ";COUNT=9")),
    ),
}


def _amounts_of_metric(
    kind: type, unit: str
) -> dict[str, SearchStrategy[object]]:
    """Return the values of the fields of a metric and its parts that hold its unit."""
    levels = quantities(unit=unit, min_value=0)
    rates = quantities(unit=unit, min_value=0, per="P1Y")
    if kind is Target:
        return {"value": levels | rates}
    return {
        "unit": st.just(unit),
        "value": levels,
        "change": quantities(unit=unit, is_change=True)
        | quantities(unit="%", is_change=True),
    }


@st.composite
def _ranges(draw: st.DrawFn) -> Range:
    first = draw(st.integers(1, 999))
    return Range(first, first + draw(st.integers(0, 99)))


_DAYS: Final = periods(spans=False, in_words=True)

_FACTORS: Final = st.integers(1, 99).map(lambda number: Quantity(str(number)))

_VALUES_OF_TYPE: Final[Mapping[object, SearchStrategy[object]]] = {
    str: TEXTS,
    bool: st.booleans(),
    Period: periods(in_words=True),
    Duration: durations(),
    Quantity: quantities() | quantities(is_change=True),
    Range: _ranges(),
}


@frozen(kw_only=True)
class _FieldRule:
    """A way in which fields go together: those that must be given, and those that must not."""

    given: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()


_FIELD_RULES: Final[Mapping[type, tuple[_FieldRule, ...]]] = {
    Citation: (
        _FieldRule(absent=frozenset({"basis"})),
        _FieldRule(given=frozenset({"basis", "note"})),
    ),
    Participation: (
        _FieldRule(given=frozenset({"party"})),
        _FieldRule(given=frozenset({"office"})),
        _FieldRule(given=frozenset({"minister"})),
    ),
    Condition: (
        _FieldRule(given=frozenset({"kind"})),
        _FieldRule(given=frozenset({"waits_for"})),
        _FieldRule(given=frozenset({"text"})),
    ),
    Amount: (
        _FieldRule(given=frozenset({"value"}), absent=frozenset({"times"})),
        _FieldRule(given=frozenset({"times"}), absent=frozenset({"value"})),
    ),
    Anchor: (
        _FieldRule(absent=frozenset({"before"})),
        _FieldRule(absent=frozenset({"after"})),
    ),
    Observation: tuple(
        _FieldRule(given=figure | {time}, absent=absent)
        for figure, absent in (
            (frozenset({"value"}), frozenset({"change", "against"})),
            (frozenset({"change", "against"}), frozenset({"value"})),
        )
        for time in ("period", "as_of")
    ),
}
"""The records in which not every field goes with every other; one of the rules has to hold."""

_DIRECTED: Final = frozenset({"broader", "part_of", "succeeds", "target"})
"""The fields that must not lead in a circle; ``target`` is that of links."""

_IdsByKind: TypeAlias = Mapping[str, Sequence[str]]
"""The ids that may be named, by the word for a kind of record."""


# Records are drawn as drafts, before it is known which other records there will be. Drafts hold
# references, numbers that later pick one of the ids that a field may name.


@frozen
class _Reference:
    """A placeholder for the id of a record of certain kinds."""

    kinds: tuple[str, ...]
    directed: bool
    number: int


@frozen(eq=False)
class _Draft:
    """A record in which references take the place of ids. It needs all its `given` fields."""

    kind: type
    given: Mapping[str, object]
    optional: Mapping[str, object]


@frozen(eq=False)
class _Namable:
    """The ids that a record may name: `earlier` ones in fields that must not lead in a circle."""

    anywhere: _IdsByKind
    earlier: _IdsByKind


def _resolve(draft: object, namable: _Namable) -> Any:
    """Replace the references of a draft by ids; return None if it needs one and there is none."""
    match draft:
        case _Reference():
            return _resolve_reference(draft, namable)
        case tuple():
            items = [_resolve(item, namable) for item in draft]
            return tuple(
                dict.fromkeys(item for item in items if item is not None)
            )
        case _Draft():
            return _resolve_record(draft, namable)
        case _:
            return draft


def _resolve_reference(reference: _Reference, namable: _Namable) -> str | None:
    ids_by_kind = namable.earlier if reference.directed else namable.anywhere
    ids: list[str] = []
    for kind in reference.kinds:
        ids += ids_by_kind[kind]
    if not ids:
        return None
    return ids[reference.number % len(ids)]


def _resolve_record(draft: _Draft, namable: _Namable) -> Any:
    filled: dict[str, object] = {}
    for name, value in draft.given.items():
        filled[name] = _resolve(value, namable)
        if filled[name] is None:
            return None
    for name, value in draft.optional.items():
        resolved = _resolve(value, namable)
        if resolved is not None:
            filled[name] = resolved
    return draft.kind(**filled)


@frozen(eq=False)
class _Blueprint:
    """The fields of a record and their values: all of the `given` ones, some of the `optional`."""

    given: Mapping[str, SearchStrategy[object]]
    optional: SearchStrategy[Mapping[str, object]]


@cache
def _blueprints(kind: type, unit: str | None) -> SearchStrategy[_Blueprint]:
    """Return the blueprints of a kind of record, one for each of its field rules."""
    values: dict[str, SearchStrategy[object]] = {}
    required: set[str] = set()
    for attribute in fields(kind):
        if attribute.name == "id":
            continue
        values[attribute.name] = _values(kind, attribute, unit)
        if attribute.default is NOTHING:
            required.add(attribute.name)
    rules = _FIELD_RULES.get(kind, (_FieldRule(),))
    return st.sampled_from(
        [
            _blueprint(values, required | rule.given, rule.absent)
            for rule in rules
        ]
    )


def _blueprint(
    values: Mapping[str, SearchStrategy[object]],
    given: set[str],
    absent: frozenset[str],
) -> _Blueprint:
    optional = values.keys() - given - absent
    return _Blueprint(
        given={name: values[name] for name in values if name in given},
        optional=_some_of(
            {name: values[name] for name in values if name in optional}
        ),
    )


@st.composite
def _some_of(
    draw: st.DrawFn, values: Mapping[str, SearchStrategy[object]]
) -> Mapping[str, object]:
    """Fill in some of the fields.

    A number says which is next; after 0, or the number of a field that is filled, there is none. Each is
    drawn before its value, so that Hypothesis can leave out the two together when it shrinks an example.
    """
    # Each is there twice, so that more are filled before a number comes again.
    names = ("", *values, *values)
    numbers = st.integers(0, len(names) - 1)
    filled: dict[str, object] = {}
    while (name := names[draw(numbers)]) and name not in filled:
        filled[name] = draw(values[name])
    return filled


@st.composite
def _drafts(draw: st.DrawFn, kind: type, unit: str | None = None) -> _Draft:
    """Draw the draft of a record without its id; with a `unit`, all its amounts are in that."""
    if kind is Metric:
        unit = draw(st.sampled_from(UNITS_OF_METRICS))
    blueprint = draw(_blueprints(kind, unit))
    given = {name: draw(values) for name, values in blueprint.given.items()}
    return _Draft(kind, given, draw(blueprint.optional))


def _values(
    kind: type, attribute: Attribute[Any], unit: str | None
) -> SearchStrategy[object]:
    """Return the values of a field."""
    name = attribute.name
    if name in _TEXTS_OF:
        return _TEXTS_OF[name]
    if name == "languages":
        return st.lists(
            _TEXTS_OF["language"], min_size=1, max_size=MOST_ITEMS, unique=True
        ).map(tuple)
    form = form_of(attribute)
    # A step of consent is one day, but for two kinds, which may be one.
    if form is ONE_DAY or (kind is Consent and name == "on"):
        return _DAYS
    if form is FACTOR:
        return _FACTORS
    if form is LEVEL and unit is None:
        return quantities()
    if unit is not None:
        amounts = _amounts_of_metric(kind, unit)
        if name in amounts:
            return amounts[name]
    if name == "baseline":
        # A baseline is a level, other observations may be changes.
        drafts = _drafts(Observation, unit)
        return drafts.filter(lambda draft: "value" in draft.given)
    kinds = attribute.metadata.get("kinds")
    if kinds is None:
        return _values_of_type(attribute.type, unit)
    # A party is a member of others, and a part of others: neither leads in a circle.
    directed = name in _DIRECTED or kind is Membership
    ids = st.integers(0, 99).map(partial(_Reference, kinds, directed))
    return _values_of_type(attribute.type, unit, ids)


def _values_of_type(
    wanted: Any,
    unit: str | None,
    ids: SearchStrategy[object] | None = None,
) -> SearchStrategy[object]:
    """Return the values of an annotated type, in which ids are references."""
    if isinstance(wanted, UnionType):
        # The other option is always None: that of a field left out.
        return _values_of_type(get_args(wanted)[0], unit, ids)
    if get_origin(wanted) is tuple:
        items = _values_of_type(get_args(wanted)[0], unit, ids)
        return st.lists(items, min_size=1, max_size=MOST_ITEMS).map(tuple)
    if ids is not None:
        return ids
    if wanted in _VALUES_OF_TYPE:
        return _VALUES_OF_TYPE[wanted]
    if issubclass(wanted, Enum):
        return st.sampled_from(wanted)
    return _drafts(wanted, unit)


def _kind_word(kind: type) -> str:
    return kind.__name__.lower()


def _ids_by_kind(
    named: Iterable[tuple[type, str]] = (),
) -> dict[str, list[str]]:
    """Return ids by kind of record, with those of the states, which need no record."""
    ids: dict[str, list[str]] = {
        _kind_word(kind): [] for kind in KINDS.values()
    }
    ids["party"] = list(STATES)
    ids["record"] = list(STATES)
    for kind, id in named:
        _add_id(ids, kind, id)
    return ids


def _add_id(ids: dict[str, list[str]], kind: type, id: str) -> None:
    ids[_kind_word(kind)].append(id)
    ids["record"].append(id)


def _ids_of(kind: type) -> SearchStrategy[str]:
    if kind is Party:
        return IDS | st.sampled_from(DECLARED_STATES)
    return IDS


def _with_id(draft: _Draft, id: str) -> _Draft:
    return evolve(draft, given={"id": id, **draft.given})


def _records(kind: type[R], known: Iterable[Record]) -> SearchStrategy[R]:
    """Return records of a kind that name only known records, and states."""
    known = tuple(known)
    taken = {record.id for record in known}
    # A state that a known record names must not be made: it could lead back to that record.
    for record in known:
        taken.update(id for _, id, _ in references(record))
    ids = _ids_of(kind).filter(lambda drawn: drawn not in taken)
    pool = _ids_by_kind((type(record), record.id) for record in known)
    namable = _Namable(anywhere=pool, earlier=pool)

    # Hypothesis prints what a composite strategy makes, and not the draft that was drawn for it.
    @st.composite
    def records(draw: st.DrawFn) -> R:
        draft = draw(_drafts(kind))
        made: R = _resolve(_with_id(draft, draw(ids)), namable)
        return made

    return records()


def themes(*, known: Iterable[Record] = ()) -> SearchStrategy[Theme]:
    """Make themes that name only `known` records, and states.

    >>> from hypothesis import given
    >>> known = [Theme(id="crime", label="Crime"), Theme(id="migration", label="Migration")]
    >>> @given(themes(known=known))
    ... def test_broader_themes_are_known(theme):
    ...     assert {"crime", "migration"}.issuperset(theme.broader)
    >>> test_broader_themes_are_known()
    """
    return _records(Theme, known)


def parties(*, known: Iterable[Record] = ()) -> SearchStrategy[Party]:
    """Make parties of all kinds that name only `known` records, and states.

    >>> from hypothesis import given
    >>> @given(parties())
    ... def test_a_party_is_part_of_another(party):
    ...     assert party.part_of != party.id
    >>> test_a_party_is_part_of_another()
    """
    return _records(Party, known)


def offices(*, known: Iterable[Record] = ()) -> SearchStrategy[Office]:
    """Make offices that name only `known` records, and states.

    >>> from hypothesis import given
    >>> from entente import PartyKind
    >>> @given(offices(known=[Party(id="home-office", name="Home Office", kind=PartyKind.BODY)]))
    ... def test_an_office_is_of_a_body_or_a_state(office):
    ...     assert office.party in ("home-office", *STATES)
    >>> test_an_office_is_of_a_body_or_a_state()
    """
    return _records(Office, known)


def ministers(*, known: Iterable[Record] = ()) -> SearchStrategy[Minister]:
    """Make ministers that name only `known` records, and states.

    >>> from hypothesis import given
    >>> @given(ministers(known=[Office(id="prefect", title="Prefect", party="FR")]))
    ... def test_ministers_hold_known_offices(minister):
    ...     assert all(tenure.office == "prefect" for tenure in minister.tenures)
    >>> test_ministers_hold_known_offices()
    """
    return _records(Minister, known)


def sources(*, known: Iterable[Record] = ()) -> SearchStrategy[Source]:
    """Make sources that name only `known` records, and states.

    >>> from hypothesis import given
    >>> @given(sources())
    ... def test_the_date_of_a_source_may_be_vague_or_missing(source):
    ...     assert source.published is None or isinstance(source.published, Period)
    >>> test_the_date_of_a_source_may_be_vague_or_missing()
    """
    return _records(Source, known)


def events(*, known: Iterable[Record] = ()) -> SearchStrategy[Event]:
    """Make events that name only `known` records, and states.

    >>> from hypothesis import given
    >>> @given(events())
    ... def test_states_host(event):
    ...     assert set(STATES).issuperset(event.hosts)
    >>> test_states_host()
    """
    return _records(Event, known)


def meetings(*, known: Iterable[Record] = ()) -> SearchStrategy[Meeting]:
    """Make meetings that name only `known` records, and states.

    >>> from hypothesis import given
    >>> @given(meetings())
    ... def test_somebody_takes_part(meeting):
    ...     assert all(present.party for present in meeting.participations)
    >>> test_somebody_takes_part()
    """
    return _records(Meeting, known)


def agreements(*, known: Iterable[Record] = ()) -> SearchStrategy[Agreement]:
    """Make agreements that name only `known` records, and states.

    >>> from hypothesis import given
    >>> from entente import Force
    >>> @given(agreements())
    ... def test_force_is_not_form(agreement):
    ...     assert isinstance(agreement.force, Force)
    >>> test_force_is_not_form()
    """
    return _records(Agreement, known)


def commitments(*, known: Iterable[Record] = ()) -> SearchStrategy[Commitment]:
    """Make commitments that name only `known` records, and states.

    >>> from hypothesis import given
    >>> @given(commitments(known=[Commitment(id="more-patrols", summary="Patrol more.")]))
    ... def test_parts_are_of_what_is_known(commitment):
    ...     assert commitment.part_of in (None, "more-patrols")
    >>> test_parts_are_of_what_is_known()
    """
    return _records(Commitment, known)


def metrics(*, known: Iterable[Record] = ()) -> SearchStrategy[Metric]:
    """Make metrics that name only `known` records, and states.

    All amounts of a metric are in its unit, except changes, which may be in per cent.

    >>> from hypothesis import given
    >>> @given(metrics())
    ... def test_a_target_is_in_the_unit(metric):
    ...     assert {each.value.unit for each in metric.targets} <= {metric.unit}
    >>> test_a_target_is_in_the_unit()
    """
    return _records(Metric, known)


def statements(*, known: Iterable[Record] = ()) -> SearchStrategy[Statement]:
    """Make statements that name only `known` records, and states.

    >>> from hypothesis import given
    >>> @given(statements(known=[Office(id="prefect", title="Prefect", party="FR")]))
    ... def test_an_office_or_a_state_speaks(statement):
    ...     assert {"prefect", *STATES}.issuperset(statement.speakers)
    >>> test_an_office_or_a_state_speaks()
    """
    return _records(Statement, known)


# --- dossiers ------------------------------------------------------------------------------------


def dossiers(
    *, min_size: int = 0, max_size: int = 10
) -> SearchStrategy[Dossier]:
    """Make dossiers of `min_size` to `max_size` records of all kinds, which name each other.

    >>> from hypothesis import given
    >>> @given(dossiers(max_size=5))
    ... def test_citations_lead_to_sources(dossier):
    ...     for record in dossier.records:
    ...         assert all(isinstance(dossier[each.source], Source) for each in record.citations)
    >>> test_citations_lead_to_sources()
    """
    return st.builds(Dossier, _record_lists(min_size, max_size))


@st.composite
def _record_lists(
    draw: st.DrawFn, min_size: int, max_size: int
) -> list[Record]:
    kinds = [
        st.tuples(st.just(kind), _ids_of(kind), _drafts(kind))
        for kind in KINDS.values()
    ]
    named = st.one_of(kinds)
    drawn = draw(
        st.lists(
            named,
            min_size=min_size,
            max_size=max_size,
            unique_by=itemgetter(1),
        )
    )
    earlier = _ids_by_kind()
    namable = _Namable(
        anywhere=_ids_by_kind((kind, id) for kind, id, _ in drawn),
        earlier=earlier,
    )
    records: list[Record] = []
    for kind, id, draft in drawn:
        records.append(_resolve(_with_id(draft, id), namable))
        _add_id(earlier, kind, id)
    return records
