"""Hypothesis strategies: valid values, records and whole dossiers, to test code that takes them.

They need the extra ``testing``, and nothing else in the library imports them. What they make is
whatever the records accept: texts, ids and dates that are hard to write down and to read back. The
simplest come first, and failing examples shrink to them.

>>> from hypothesis import given
>>> from entente import dumps, loads
>>> @given(dossiers(max_size=5))
... def test_a_dossier_survives_its_file(dossier):
...     assert loads(dumps(dossier)) == dossier
>>> test_a_dossier_survives_its_file()

Alone, a record names nothing but states, so that it makes a dossier by itself. To have it name
others, say which are ``known``. To fix a field, change what was made, with ``evolve`` of attrs:

>>> from entente import Firmness
>>> firm = commitments().map(lambda commitment: evolve(commitment, firmness=Firmness.AGREED))
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from operator import itemgetter
from types import UnionType
from typing import Any, Final, TypeAlias, TypeVar, get_args, get_origin

from attrs import NOTHING, Attribute, evolve, fields, frozen

from entente._dossier import Dossier
from entente.errors import MissingExtraError, PeriodError
from entente.evidence import fingerprint
from entente.records._model import (
    KINDS,
    Agreement,
    Citation,
    Commitment,
    Event,
    Meeting,
    Metric,
    Minister,
    Observation,
    Office,
    Participation,
    Party,
    Range,
    Record,
    Source,
    Statement,
    Theme,
)
from entente.records._walk import references
from entente.values._edtf import PARTS_OF_YEAR
from entente.values._period import Period
from entente.values._quantity import Quantity

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError as error:
    raise MissingExtraError("making data for tests", "testing") from error

__all__ = [
    "agreements",
    "commitments",
    "dossiers",
    "events",
    "meetings",
    "metrics",
    "ministers",
    "offices",
    "parties",
    "periods",
    "quantities",
    "sources",
    "statements",
    "themes",
]

R = TypeVar("R", bound=Record)

MOST_ITEMS: Final = 2
"""How many items a list within a record has at most."""

STATES: Final = ("FR", "GB", "EU", "NO")
"""The states that any record may name: few, so that many name the same. YAML 1.1 reads one as False."""

DECLARED_STATES: Final = ("BE", "DE")
"""The states of which a dossier may hold a record of its own."""


# --- texts and ids -------------------------------------------------------------------------------

# What a format might take for something other than the text that it is.
_HARD_TEXTS: Final = (
    *(
        "null",
        "~",
        "no",
        "True",
        "-1",
        "0x1F",
        "1e3",
        ".inf",
        "1_000",
        "12:30:45",
        "2024-01-30",
        "=",
        "<<",
    ),
    *(
        "- a",
        "? a",
        "a: b",
        "a # b",
        "# a",
        "{a}",
        "[a]",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a`",
    ),
    *('"', "'", '"""', "'''", "\\", "\\u0041", "a,", "---", "..."),
    *(
        "a\nb",
        "a\r\nb",
        "a\rb",
        "a\tb",
        "a\n\n  b",
        "a\x00b",
        "a\x7fb",
        "a\x85b",
        "a\u2028b",
        "a\ufeffb",
    ),
    *("\ufeff", "\u200b", "\u0301", "\uffff", "é", "e\u0301", "\u202eabc", "😀"),
)
_HARD_IDS: Final = (
    "0",
    "007",
    "1e3",
    "2024-01-30",
    "false",
    "inf",
    "nan",
    "no",
    "null",
    "on",
    "y",
)

_TEXTS: Final = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
    .map(str.strip)
    .filter(bool)
) | st.sampled_from(_HARD_TEXTS)

_WORDS: Final = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=5)
_IDS: Final = st.lists(_WORDS, min_size=1, max_size=2).map("-".join) | st.sampled_from(
    _HARD_IDS
)


# --- values --------------------------------------------------------------------------------------

# Ways to write a date around the day {y}-{m}-{d}: by its digits, with some of them left out, and last as
# any part of its year. {q} is where a sign of doubt may stand.
_FORMS: Final = (
    *(
        "{y}-{m}-{d}{q}",
        "{y}-{m}{q}",
        "{y}{q}",
        "{y[0]}{y[1]}{y[2]}X{q}",
        "{y[0]}{y[1]}XX{q}",
    ),
    *(
        "{q}{y}-{m}-{d}",
        "{y}{q}-{m}-{d}",
        "{y}-{m}{q}-{d}",
        "{y}-{m}-{q}{d}",
        "{q}{y}-{m}",
        "{y}-{q}{m}",
    ),
    *(
        "{y}-{m}-XX{q}",
        "{y}-{m}-{d[0]}X{q}",
        "{y}-{m}-X{d[1]}{q}",
        "{y}-XX-XX{q}",
        "{y}-XX-{d}{q}",
    ),
    *(
        "{y}-XX{q}",
        "{y}-{m[0]}X{q}",
        "{y}-X{m[1]}-{d}{q}",
        "{y[0]}{y[1]}{y[2]}X-{m}-{d}{q}",
    ),
    *("{y[0]}{y[1]}XX-{m}{q}", "XXXX-{m}-{d}{q}", "XXXX-{m}{q}", "XXXX{q}"),
    *(f"{{y}}-{part}{{q}}" for part in PARTS_OF_YEAR),
)
_SIGNS: Final = ("", "", "", "", "?", "~", "%")

_RECENT: Final = (datetime.date(2015, 1, 1), datetime.date(2034, 12, 31))


def _days(first: datetime.date, last: datetime.date) -> SearchStrategy[datetime.date]:
    """Return days of which most are near ours, so that the dates of two records often meet."""
    recent = max(first, _RECENT[0]), min(last, _RECENT[1])
    days = st.dates(first, last)
    return st.one_of(*[st.dates(*recent)] * 3, days) if recent[0] <= recent[1] else days


def _lies_between(text: str, first: datetime.date, last: datetime.date) -> bool:
    try:
        period = Period(text)
    except PeriodError:  # the last winter of the calendar would end in year 10000
        return False
    return first <= (period.earliest or first) and (period.latest or last) <= last


@st.composite
def _dates(draw: st.DrawFn, first: datetime.date, last: datetime.date) -> str:
    day = draw(_days(first, last))
    year, month, number = day.isoformat().split("-")
    text = draw(st.sampled_from(_FORMS)).format(
        y=year, m=month, d=number, q=draw(st.sampled_from(_SIGNS))
    )
    return text if _lies_between(text, first, last) else day.isoformat()


@st.composite
def _spans(
    draw: st.DrawFn, first: datetime.date | None, last: datetime.date | None
) -> str:
    dates = _dates(first or datetime.date.min, last or datetime.date.max)
    start, end = draw(dates), draw(dates)
    starts, ends = Period(start), Period(end)
    if starts.earliest and ends.latest and starts.earliest > ends.latest:
        start, end = end, start
    spans = [f"{start}/{end}"]
    if last is None:
        spans += [f"{start}/..", f"{start}/"]
    if first is None:
        spans += [f"../{end}", f"/{end}"]
    if first is None and last is None:
        spans += ["../..", "/..", "../"]
    return draw(st.sampled_from(spans))


def periods(
    *,
    min_value: datetime.date | None = None,
    max_value: datetime.date | None = None,
    spans: bool | None = None,
) -> SearchStrategy[Period]:
    """Make periods: dates of every precision, seasons, masks, doubts, and spans with all kinds of end.

    No day that the text of one allows is before `min_value` or after `max_value`, so that no end is
    open or unknown at a side that is bounded. With `spans` all are spans, or none of them is. Some
    hold the words of a source.

    >>> from hypothesis import find
    >>> find(periods(), lambda period: period.is_unknown_end).end is None
    True
    >>> talks = datetime.date(2024, 1, 30)
    >>> season = find(periods(min_value=talks, spans=False), lambda period: period.precision == "season")
    >>> season.is_span, season.earliest >= talks
    (False, True)
    """
    dates = _dates(min_value or datetime.date.min, max_value or datetime.date.max)
    made = {False: dates, True: _spans(min_value, max_value)}
    texts = st.one_of(*made.values()) if spans is None else made[spans]
    return st.builds(Period, texts, stated=st.none() | _TEXTS)


_NOUNS: Final = (
    "people",
    "%",
    "percentage point",
    "EUR",
    "NOK",
    "small boats",
    "chaînes d’or",
)
_UNITS: Final = (*_NOUNS, "")


@st.composite
def _amounts(
    draw: st.DrawFn, units: SearchStrategy[str], lowest: int, highest: int
) -> str:
    numbers = st.integers(lowest, highest) | st.decimals(lowest, highest, places=2)
    low, high = sorted((draw(numbers), draw(numbers)))
    bounds = [str(low), f"> {low}", f">= {low}", f"< {high}", f"<= {high}"]
    if low < high:
        bounds += [
            f"{low}..{high}",
            f"> {low} <= {high}",
            f">= {low} < {high}",
            f"> {low} < {high}",
        ]
    # A count below zero is an error, unless it says that it is a change.
    change = "change" if low < 0 else ""
    words = (
        change,
        draw(st.sampled_from(("", "~"))),
        draw(st.sampled_from((*bounds, ".."))),
        draw(units),
    )
    return " ".join(filter(None, words))


def quantities(
    *,
    unit: str | None = None,
    min_value: int | None = None,
    max_value: int | None = None,
) -> SearchStrategy[Quantity]:
    """Make amounts: numbers, bounds with open and closed ends, ranges, approximate ones, and nothing known.

    All are of `unit` if it is given, which may be empty for bare numbers. No number in them is less
    than `min_value` or greater than `max_value`; without a `min_value` some are changes.

    >>> from hypothesis import find
    >>> more = find(quantities(unit="ships", min_value=10), lambda amount: amount.low_open)
    >>> more.unit, more.low >= 10
    ('ships', True)
    >>> fall = find(quantities(unit="people"), lambda amount: amount.high is not None and amount.high < 0)
    >>> str(fall).startswith("change")
    True
    """
    lowest = min(-(10**9), max_value or 0) if min_value is None else min_value
    highest = max(10**9, lowest) if max_value is None else max_value
    units = st.sampled_from(_UNITS) if unit is None else st.just(unit)
    return st.builds(Quantity, _amounts(units, lowest, highest))


# --- records -------------------------------------------------------------------------------------

# Fields of which the type does not tell what they take.
_TEXTS_OF: Final[Mapping[str, SearchStrategy[str]]] = {
    "address": st.from_regex(
        r"https://[a-z]{1,8}\.example/[a-z0-9-]{0,8}", fullmatch=True
    ),
    "fingerprint": st.lists(_WORDS, min_size=1, max_size=3)
    .map(" ".join)
    .map(fingerprint),
    "language": st.sampled_from(("en", "fr", "no", "fr-CA", "zh-Hant-TW")),
    "recurrence": st.from_regex(
        r"FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY)(;INTERVAL=[1-9])?(;BYDAY=-?[1-4](MO|FR))?(;COUNT=[1-9])?",
        fullmatch=True,
    ),
}

_AMOUNTS_OF: Final[Mapping[str, Callable[[str], SearchStrategy[object]]]] = {
    "unit": st.just,
    "value": lambda unit: quantities(unit=unit, min_value=0),
    "target": lambda unit: quantities(unit=unit, min_value=0),
    "change": lambda unit: quantities(unit=unit) | quantities(unit="%"),
}
"""The fields of a metric that hold its unit."""

_LEAVES: Final[Mapping[object, SearchStrategy[object]]] = {
    str: _TEXTS,
    bool: st.booleans(),
    Period: periods(),
    Quantity: quantities(),
    Range: st.tuples(st.integers(1, 999), st.integers(0, 99)).map(
        lambda pair: Range(pair[0], sum(pair))
    ),
}


_Shape: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""A way in which fields go together: those that must be given, and those that must not."""


def _shape(*, given: Sequence[str] = (), absent: Sequence[str] = ()) -> _Shape:
    return frozenset(given), frozenset(absent)


_SHAPES: Final[Mapping[type, tuple[_Shape, ...]]] = {
    Citation: (_shape(absent=["basis"]), _shape(given=["note"])),
    Participation: (
        _shape(given=["party"]),
        _shape(given=["office"]),
        _shape(given=["minister"]),
    ),
    Observation: (
        _shape(given=["value"], absent=["change", "against"]),
        _shape(given=["change", "against"], absent=["value"]),
    ),
}
"""The records in which not every field goes with every other."""

_DIRECTED: Final = frozenset({"broader", "part_of", "succeeds", "target"})
"""The fields that may never lead back to their record; ``target`` is that of links."""

_Pool: TypeAlias = Mapping[str, Sequence[str]]
"""The ids that may be named, by the word for a kind of record."""


@frozen
class _Reference:
    """Stands for an id until it is known which there are."""

    kinds: tuple[str, ...]
    directed: bool
    number: int


@frozen(eq=False)
class _Draft:
    """A record in which references stand for ids. Without its `given` fields it cannot be."""

    kind: type
    given: Mapping[str, object]
    optional: Mapping[str, object]


def _settled(draft: object, anywhere: _Pool, earlier: _Pool) -> Any:
    """Return a draft's record, with ids for references, or None if there is none that it must name."""
    match draft:
        case _Reference():
            pool = earlier if draft.directed else anywhere
            ids = [id for kind in draft.kinds for id in pool[kind]]
            return ids[draft.number % len(ids)] if ids else None
        case tuple():
            items = (_settled(item, anywhere, earlier) for item in draft)
            return tuple(dict.fromkeys(item for item in items if item is not None))
        case _Draft():
            given = {
                name: _settled(value, anywhere, earlier)
                for name, value in draft.given.items()
            }
            if None in given.values():
                return None
            optional = {
                name: _settled(value, anywhere, earlier)
                for name, value in draft.optional.items()
            }
            return draft.kind(
                **given,
                **{
                    name: value for name, value in optional.items() if value is not None
                },
            )
        case _:
            return draft


@frozen(eq=False)
class _Form:
    """How the fields of a record may be filled in: `given` all of them, `optional` some."""

    given: Mapping[str, SearchStrategy[object]]
    optional: SearchStrategy[list[tuple[str, object]]]


@cache
def _forms(kind: type, unit: str | None) -> SearchStrategy[_Form]:
    attributes = {
        attribute.name: attribute
        for attribute in fields(kind)
        if attribute.name != "id"
    }
    values = {name: _values(attribute, unit) for name, attribute in attributes.items()}
    needed = {
        name for name, attribute in attributes.items() if attribute.default is NOTHING
    }

    def form(given: frozenset[str], absent: frozenset[str]) -> _Form:
        entries = [
            st.tuples(st.just(name), drawn)
            for name, drawn in values.items()
            if name not in needed | given | absent
        ]
        return _Form(
            {name: values[name] for name in values if name in needed | given},
            st.lists(
                st.one_of(entries), max_size=len(entries), unique_by=itemgetter(0)
            ),
        )

    return st.sampled_from([form(*shape) for shape in _SHAPES.get(kind, (_shape(),))])


@st.composite
def _drafts(draw: st.DrawFn, kind: type, unit: str | None = None) -> _Draft:
    """Draw the draft of a kind of record, but for its id; with a `unit`, all amounts are of that."""
    if kind is Metric:
        unit = draw(st.sampled_from(_NOUNS))
    form = draw(_forms(kind, unit))
    given = {name: draw(values) for name, values in form.given.items()}
    return _Draft(kind, given, dict(draw(form.optional)))


def _values(attribute: Attribute[Any], unit: str | None) -> SearchStrategy[object]:
    if attribute.name in _TEXTS_OF:
        return _TEXTS_OF[attribute.name]
    if unit is not None and attribute.name in _AMOUNTS_OF:
        return _AMOUNTS_OF[attribute.name](unit)
    kinds = attribute.metadata.get("kinds")
    numbers = st.integers(0, 99)
    named = (
        None
        if kinds is None
        else st.builds(
            _Reference, st.just(kinds), st.just(attribute.name in _DIRECTED), numbers
        )
    )
    return _typed(attribute.type, named, unit)


def _typed(
    wanted: Any, named: SearchStrategy[object] | None, unit: str | None
) -> SearchStrategy[object]:
    """Return the values of an annotated type, in which texts are references if there are any."""
    if isinstance(
        wanted, UnionType
    ):  # the other option, None, is that of a field left out
        return _typed(get_args(wanted)[0], named, unit)
    if get_origin(wanted) is tuple:
        return st.lists(
            _typed(get_args(wanted)[0], named, unit), min_size=1, max_size=MOST_ITEMS
        ).map(tuple)
    if named is not None:
        return named
    if wanted in _LEAVES:
        return _LEAVES[wanted]
    return (
        st.sampled_from(wanted) if issubclass(wanted, Enum) else _drafts(wanted, unit)
    )


def _word(kind: type) -> str:
    return kind.__name__.lower()


def _pool(named: Iterable[tuple[type, str]] = ()) -> dict[str, list[str]]:
    """Return ids by kind of record, with those of the states that need no declaration."""
    pool: dict[str, list[str]] = {_word(kind): [] for kind in KINDS.values()}
    pool["party"] = list(STATES)
    pool["record"] = list(STATES)
    for kind, id in named:
        _add(pool, kind, id)
    return pool


def _add(pool: dict[str, list[str]], kind: type, id: str) -> None:
    for word in (_word(kind), "record"):
        pool[word].append(id)


def _ids_of(kind: type) -> SearchStrategy[str]:
    return _IDS | st.sampled_from(DECLARED_STATES) if kind is Party else _IDS


def _with_id(draft: _Draft, id: str) -> _Draft:
    return evolve(draft, given={"id": id, **draft.given})


def _records(kind: type[R], known: Iterable[Record]) -> SearchStrategy[R]:
    known = tuple(known)
    # A state that is only named must not be declared: it could then lead back to who names it.
    taken = {record.id for record in known} | {
        id for record in known for _, id, _ in references(record)
    }
    pool = _pool((type(record), record.id) for record in known)
    ids = _ids_of(kind).filter(lambda drawn: drawn not in taken)

    # Within, so that Hypothesis shows what is made, and not of what.
    @st.composite
    def records(draw: st.DrawFn) -> R:
        made: R = _settled(_with_id(draw(_drafts(kind)), draw(ids)), pool, pool)
        return made

    return records()


def themes(*, known: Iterable[Record] = ()) -> SearchStrategy[Theme]:
    """Make themes that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> known = [Theme(id="crime", label="Crime"), Theme(id="migration", label="Migration")]
    >>> @given(themes(known=known))
    ... def test_broader_themes_are_known(theme):
    ...     assert {"crime", "migration"}.issuperset(theme.broader)
    >>> test_broader_themes_are_known()
    """
    return _records(Theme, known)


def parties(*, known: Iterable[Record] = ()) -> SearchStrategy[Party]:
    """Make parties of all kinds that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> @given(parties())
    ... def test_a_party_is_part_of_another(party):
    ...     assert party.part_of != party.id
    >>> test_a_party_is_part_of_another()
    """
    return _records(Party, known)


def offices(*, known: Iterable[Record] = ()) -> SearchStrategy[Office]:
    """Make offices that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> from entente import PartyKind
    >>> @given(offices(known=[Party(id="home-office", name="Home Office", kind=PartyKind.BODY)]))
    ... def test_an_office_is_of_a_body_or_a_state(office):
    ...     assert office.party in ("home-office", *STATES)
    >>> test_an_office_is_of_a_body_or_a_state()
    """
    return _records(Office, known)


def ministers(*, known: Iterable[Record] = ()) -> SearchStrategy[Minister]:
    """Make ministers that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> @given(ministers(known=[Office(id="prefect", title="Prefect", party="FR")]))
    ... def test_ministers_hold_known_offices(minister):
    ...     assert all(tenure.office == "prefect" for tenure in minister.tenures)
    >>> test_ministers_hold_known_offices()
    """
    return _records(Minister, known)


def sources(*, known: Iterable[Record] = ()) -> SearchStrategy[Source]:
    """Make sources that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> @given(sources())
    ... def test_the_date_of_a_source_may_be_vague_or_missing(source):
    ...     assert source.published is None or isinstance(source.published, Period)
    >>> test_the_date_of_a_source_may_be_vague_or_missing()
    """
    return _records(Source, known)


def events(*, known: Iterable[Record] = ()) -> SearchStrategy[Event]:
    """Make events that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> @given(events())
    ... def test_states_host(event):
    ...     assert set(STATES).issuperset(event.hosts)
    >>> test_states_host()
    """
    return _records(Event, known)


def meetings(*, known: Iterable[Record] = ()) -> SearchStrategy[Meeting]:
    """Make meetings that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> @given(meetings())
    ... def test_somebody_takes_part(meeting):
    ...     assert all(present.party for present in meeting.participations)
    >>> test_somebody_takes_part()
    """
    return _records(Meeting, known)


def agreements(*, known: Iterable[Record] = ()) -> SearchStrategy[Agreement]:
    """Make agreements that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> from entente import Force
    >>> @given(agreements())
    ... def test_force_is_told_apart_from_form(agreement):
    ...     assert isinstance(agreement.force, Force)
    >>> test_force_is_told_apart_from_form()
    """
    return _records(Agreement, known)


def commitments(*, known: Iterable[Record] = ()) -> SearchStrategy[Commitment]:
    """Make commitments that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> @given(commitments(known=[Commitment(id="more-patrols", summary="Patrol more.")]))
    ... def test_links_lead_to_what_is_known(commitment):
    ...     assert all(link.target == "more-patrols" for link in commitment.links)
    >>> test_links_lead_to_what_is_known()
    """
    return _records(Commitment, known)


def metrics(*, known: Iterable[Record] = ()) -> SearchStrategy[Metric]:
    """Make metrics that name no records but `known` ones, and states.

    All amounts of a metric are in its unit, but for changes, which may be in per cent.

    >>> from hypothesis import given
    >>> @given(metrics())
    ... def test_a_target_is_in_the_unit(metric):
    ...     assert metric.target is None or metric.target.unit == metric.unit
    >>> test_a_target_is_in_the_unit()
    """
    return _records(Metric, known)


def statements(*, known: Iterable[Record] = ()) -> SearchStrategy[Statement]:
    """Make statements that name no records but `known` ones, and states.

    >>> from hypothesis import given
    >>> @given(statements(known=[Office(id="prefect", title="Prefect", party="FR")]))
    ... def test_an_office_or_a_state_speaks(statement):
    ...     assert statement.speaker in ("prefect", *STATES)
    >>> test_an_office_or_a_state_speaks()
    """
    return _records(Statement, known)


# --- dossiers ------------------------------------------------------------------------------------


def dossiers(*, min_size: int = 0, max_size: int = 10) -> SearchStrategy[Dossier]:
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
def _record_lists(draw: st.DrawFn, min_size: int, max_size: int) -> list[Record]:
    named = st.one_of(
        *(
            st.tuples(st.just(kind), _ids_of(kind), _drafts(kind))
            for kind in KINDS.values()
        )
    )
    drawn = draw(
        st.lists(named, min_size=min_size, max_size=max_size, unique_by=itemgetter(1))
    )
    anywhere, earlier = _pool((kind, id) for kind, id, _ in drawn), _pool()
    records: list[Record] = []
    for kind, id, draft in drawn:
        records.append(_settled(_with_id(draft, id), anywhere, earlier))
        _add(earlier, kind, id)
    return records
