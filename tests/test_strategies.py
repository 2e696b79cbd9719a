"""The strategies make valid data, in all the variety that they promise."""

from __future__ import annotations

import datetime
import re
import runpy
import sys
import warnings
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import pytest
from attrs import NOTHING, fields
from hypothesis import Phase, find, given, settings, strategies as st
from hypothesis.strategies import SearchStrategy

from entente import (
    Act,
    Agreement,
    Basis,
    Citation,
    Commitment,
    Dossier,
    Event,
    Meeting,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Office,
    Party,
    PartyKind,
    Period,
    Quantity,
    Record,
    Source,
    SourceKind,
    Statement,
    Tenure,
    Theme,
    strategies,
)
from entente.errors import MissingExtraError
from entente.records import _model as model
from entente.records._display import caption
from entente.records._model import KINDS
from entente.records._walk import citations, parts, references
from entente.strategies import dossiers, metrics, periods, quantities
from entente.strategies._records import MOST_ITEMS, STATES
from entente.strategies._values import _lies_between
from entente.values._edtf import Precision

T = TypeVar("T")

RECORDS: dict[str, Callable[..., SearchStrategy[Record]]] = {
    name: getattr(strategies, name) for name in KINDS
}

KNOWN: tuple[Record, ...] = (
    Theme(id="crime", label="Crime"),
    Theme(id="migration", label="Migration"),
    Party(
        id="home-office",
        name="Home Office",
        kind=PartyKind.BODY,
        part_of=(Membership(party="DE"),),
    ),
    Office(id="secretary", title="Home Secretary", party="home-office"),
    Minister(
        id="minister",
        name="A. N. Other",
        tenures=(Tenure(office="secretary", period="2024"),),
    ),
    Source(id="readout", title="Readout", kind=SourceKind.READOUT),
    Event(id="games", name="Games"),
    Meeting(id="summit", name="Summit", state=MeetingState.HELD),
    Agreement(id="treaty", name="Treaty"),
    Commitment(id="more-patrols", summary="Patrol more."),
    Metric(id="arrivals", name="Arrivals", unit="people"),
    Statement(
        id="thanks",
        summary="Gives thanks.",
        act=Act.THANKS,
        speakers=("minister",),
    ),
)


def found(
    strategy: SearchStrategy[T],
    condition: Callable[[T], object],
    *,
    tries: int = 5_000,
) -> T:
    """Return a value that meets a condition, among a few thousand, always the same."""
    search = settings(
        max_examples=tries,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
    )
    return find(
        strategy, lambda value: bool(condition(value)), settings=search
    )


# --- periods


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "condition",
    [
        lambda period: period.is_unknown_start,
        lambda period: period.is_unknown_end,
        lambda period: period.is_open_start,
        lambda period: period.is_open_end,
        lambda period: period.is_open_start and period.is_open_end,
        lambda period: period.is_open_start and period.is_unknown_end,
        lambda period: re.fullmatch(r".*~.*/.+", period.edtf),
        lambda period: period.uncertain and period.approximate,
        lambda period: period.approximate and not period.edtf.endswith("~"),
        lambda period: period.stated,
        lambda period: period.edtf.startswith("XXXX-"),
        lambda period: "-XX-" in period.edtf,
        lambda period: period.earliest and period.earliest.year < 1000,
        lambda period: (
            period.precision is Precision.DAY
            and period.earliest != period.latest
        ),
        lambda period: period.edtf.endswith("-29"),
        lambda period: period.edtf[4:] == "-24",
        lambda period: period.edtf[4:] == "-31",
    ],
)
def test_periods_are_of_every_kind(
    condition: Callable[[Period], object],
) -> None:
    """Ends that are open, unknown or vague, digits left out, doubts and the source's words are all found."""
    assert condition(found(periods(), condition))


def test_periods_may_be_in_words_only() -> None:
    """Dates that are in the source's words alone are made where they are asked for."""
    dates = periods(spans=False, in_words=True)
    assert found(dates, lambda date: date.in_words_only)
    assert found(periods(in_words=True), lambda date: date.in_words_only)


DAY = datetime.date(2024, 1, 30)


@given(
    st.one_of(
        periods(),
        periods(spans=True, in_words=True),
        periods(min_value=DAY, in_words=True),
        periods(max_value=DAY, in_words=True),
    )
)
def test_periods_are_not_in_words_only_unless_they_may(date: Period) -> None:
    """Words alone have no bounds and no ends, so they are made only where neither is asked for."""
    assert not date.in_words_only


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "precision",
    [each for each in Precision if each is not Precision.MILLENNIUM],
)
def test_periods_are_of_every_precision(precision: Precision) -> None:
    """Dates are made from the day to the century, and without any digit."""
    assert found(
        periods(spans=False), lambda period: period.precision is precision
    )


@given(st.data(), st.dates(), st.dates())
def test_periods_keep_within_their_bounds(
    data: st.DataObject, one: datetime.date, other: datetime.date
) -> None:
    """No day that a period's text allows is outside the bounds that were given."""
    first, last = sorted((one, other))
    between = data.draw(periods(min_value=first, max_value=last))
    assert between.earliest is not None
    assert between.latest is not None
    assert first <= between.earliest <= between.latest <= last
    since = data.draw(periods(min_value=first))
    assert since.earliest is not None
    assert first <= since.earliest
    until = data.draw(periods(max_value=last))
    assert until.latest is not None
    assert until.latest <= last


def test_periods_reach_both_ends_of_the_calendar() -> None:
    """Dates that cannot be written at the edges of the calendar are replaced, not refused."""
    eve = datetime.date(9999, 12, 1)
    assert found(
        periods(min_value=eve),
        lambda period: period.latest == datetime.date.max,
    )
    assert found(
        periods(max_value=datetime.date.min, spans=False), bool
    ) == Period("0001-01-01")


@given(periods(spans=True), periods(spans=False))
def test_periods_are_spans_or_dates_as_asked(
    span: Period, date: Period
) -> None:
    """With `spans` given, all periods are spans, or none is."""
    assert span.is_span
    assert not date.is_span


# --- quantities


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "form",
    [
        r"\d+ .+",
        r"\d+\.\d+ .+",
        r"~ .+",
        r"> [\d.]+ .+",
        r">= [\d.]+ .+",
        r"< [\d.]+ .+",
        r"<= [\d.]+ .+",
        r"> .+ <= .+",
        r">= .+ < .+",
        r"> .+ < .+",
        r"\d+\.\.\d+ .+",
        r"\.\. .+",
        r"change -.+ people",
        r"change [\d.]+ %",
        r"[\d.]+ percentage point",
        r"-[\d.]+ %",
        r"\d+",
    ],
)
def test_quantities_are_of_every_form(form: str) -> None:
    """Numbers, all kinds of bounds, ranges, changes and unknown amounts are made."""
    assert found(
        quantities() | quantities(is_change=True),
        lambda quantity: re.fullmatch(form, str(quantity)),
    )


@given(
    st.data(),
    st.integers(-1000, 1000),
    st.integers(-1000, 1000),
    st.sampled_from(("people", "EUR", "")),
)
def test_quantities_keep_their_unit_and_bounds(
    data: st.DataObject, one: int, other: int, unit: str
) -> None:
    """All amounts are of the unit, and no number in them is outside the bounds that were given."""
    lowest, highest = sorted((one, other))
    bounds: dict[str, int] = data.draw(
        st.sampled_from(
            [
                {},
                {"min_value": lowest},
                {"max_value": highest},
                {"min_value": lowest, "max_value": highest},
            ]
        )
    )
    quantity = data.draw(
        quantities(unit=unit, is_change=True, per="P1Y", **bounds)
    )
    assert (quantity.unit, str(quantity.per)) == (unit, "P1Y")
    assert quantity.is_change
    for end in (quantity.low, quantity.high):
        if end is not None:
            assert (
                bounds.get("min_value", end)
                <= end
                <= bounds.get("max_value", end)
            )


@pytest.mark.parametrize("bound", [-(10**12), 10**12])
def test_quantities_may_be_bounded_far_out(bound: int) -> None:
    """A bound beyond the usual range moves the other end of it along."""
    assert found(
        quantities(min_value=bound), lambda amount: amount.low is not None
    )
    assert found(
        quantities(max_value=bound), lambda amount: amount.high is not None
    )


@given(quantities(unit="people"))
def test_levels_of_nouns_are_not_negative(amount: Quantity) -> None:
    """Without a lowest number, those of a noun begin at zero."""
    assert (amount.low or 0) >= 0
    assert (amount.high or 0) >= 0


def test_no_level_of_a_noun_is_below_a_negative_number() -> None:
    """Other units are made, or there is an error if the unit is given."""
    assert found(
        quantities(max_value=-5), lambda amount: amount.high is not None
    )
    with pytest.raises(
        ValueError, match="a number of 'people' cannot be negative"
    ):
        quantities(unit="people", max_value=-5)


# --- records


@pytest.mark.no_cover
@pytest.mark.parametrize("name", RECORDS)
def test_a_record_alone_makes_a_dossier(name: str) -> None:
    """By default records name only states that need no declaration."""

    @given(RECORDS[name]())
    def check(record: Record) -> None:
        assert type(record) is KINDS[name]
        assert Dossier([record]).records == (record,)
        assert {id for _, id, _ in references(record)} <= {*STATES, record.id}

    check()


@pytest.mark.no_cover
@pytest.mark.parametrize("name", RECORDS)
def test_a_record_joins_those_that_are_known(name: str) -> None:
    """A record that names known records can be added to them: its id is new, and it closes no circle."""
    ids = {record.id for record in KNOWN}

    @given(RECORDS[name](known=KNOWN))
    def check(record: Record) -> None:
        assert record.id not in {*ids, "DE"}
        assert Dossier(KNOWN).with_records(record)[record.id] == record

    check()
    assert found(
        RECORDS[name](known=iter(KNOWN)),
        lambda record: {id for _, id, _ in references(record)} & ids,
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("name", RECORDS)
def test_every_field_is_filled_in_and_left_out(name: str) -> None:
    """Every field is filled in some records, and every optional one left out in some."""
    filled: set[tuple[str, str]] = set()
    left: set[tuple[str, str]] = set()

    @settings(
        max_examples=500,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
    )
    @given(RECORDS[name](known=KNOWN))
    def look(record: Record) -> None:
        for _, part in parts(record):
            kind = type(part)
            for attribute in fields(kind):  # type: ignore[arg-type]
                given = getattr(part, attribute.name) != attribute.default
                (filled if given else left).add(
                    (kind.__name__, attribute.name)
                )

    look()
    kinds = {kind for kind, _ in filled}
    every = {
        (kind, attribute.name): attribute
        for kind in kinds
        for attribute in fields(getattr(model, kind))
    }
    assert filled == every.keys()
    assert left == {
        each
        for each, attribute in every.items()
        if attribute.default is not NOTHING
    }


@given(metrics())
def test_a_metric_keeps_its_unit(metric: Metric) -> None:
    """Amounts of a metric are in its unit and not negative; only changes may differ."""
    observed = [
        *metric.observations,
        *([metric.baseline] if metric.baseline else []),
    ]
    targets = [each.value for each in metric.targets]
    for amount in (*targets, *(each.value for each in observed)):
        assert amount is None or amount.unit == metric.unit
        assert amount is None or amount.low is None or amount.low >= 0
    for change in (
        each.change for each in observed if each.change is not None
    ):
        assert change.unit in (metric.unit, "%")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("name", "condition"),
    [
        ("themes", lambda theme: len(theme.broader) == 2),
        (
            "metrics",
            lambda metric: any(
                each.change is not None for each in metric.observations
            ),
        ),
        ("metrics", lambda metric: metric.baseline and metric.baseline.value),
        (
            "meetings",
            lambda meeting: any(
                each.minister and each.office
                for each in meeting.participations
            ),
        ),
        (
            "agreements",
            lambda agreement: agreement.sought and not agreement.signed,
        ),
        ("agreements", lambda agreement: agreement.links),
        (
            "commitments",
            lambda commitment: len(commitment.by) == 2 and commitment.to,
        ),
        (
            "commitments",
            lambda commitment: commitment.reports and commitment.due,
        ),
        (
            "commitments",
            lambda commitment: any(
                each.waits_for for each in commitment.conditions
            ),
        ),
        (
            "commitments",
            lambda commitment: "COUNT" in (commitment.recurrence or ""),
        ),
        ("statements", lambda statement: "readout" in statement.speakers),
        ("statements", lambda statement: "crime" in statement.about),
        ("sources", lambda source: source.language == "zh-Hant-TW"),
        ("parties", lambda party: party.id == "BE"),
        (
            "offices",
            lambda office: any(
                each.basis is Basis.INFERRED for each in office.citations
            ),
        ),
    ],
)
def test_records_are_of_every_shape(
    name: str, condition: Callable[[Record], object]
) -> None:
    """Odd records, as sources make them necessary, are made too."""
    assert found(RECORDS[name](known=KNOWN), condition)


@pytest.mark.no_cover
@pytest.mark.parametrize("text", ["null", "a: b", "a\x85b"])
def test_texts_are_hard_to_write_down(text: str) -> None:
    """Texts are found that one format or another would take for something else."""
    assert found(RECORDS["themes"](), lambda theme: caption(theme) == text)


# --- dossiers


@pytest.mark.no_cover
@given(st.data(), st.integers(0, 4), st.integers(0, 4))
def test_dossiers_are_of_the_size_that_is_asked(
    data: st.DataObject, least: int, more: int
) -> None:
    """A dossier holds no fewer and no more records than the bounds say."""
    dossier = data.draw(dossiers(min_size=least, max_size=least + more))
    assert least <= len(dossier.records) <= least + more


@pytest.mark.no_cover
@given(dossiers())
def test_lists_within_records_are_bounded(dossier: Dossier) -> None:
    """No list within a record has more items than the limit says."""
    for record in dossier.records:
        for _, part in parts(record):
            for attribute in fields(type(part)):  # type: ignore[arg-type]
                value = getattr(part, attribute.name)
                assert not isinstance(value, tuple) or len(value) <= MOST_ITEMS


def test_a_dossier_may_be_empty() -> None:
    """The simplest dossier holds nothing."""
    assert found(dossiers(), lambda dossier: not dossier.records)


@cache
def many() -> list[Dossier]:
    """Some hundred dossiers of six records or more, always the same."""
    drawn: list[Dossier] = []

    @settings(
        max_examples=120,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
    )
    @given(dossiers(min_size=6))
    def keep(dossier: Dossier) -> None:
        drawn.append(dossier)

    keep()
    return drawn


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "condition",
    [
        lambda dossier: len({type(record) for record in dossier.records}) >= 6,
        lambda dossier: any(theme.broader for theme in dossier.themes),
        lambda dossier: any(
            commitment.part_of for commitment in dossier.commitments
        ),
        lambda dossier: any(
            minister.tenures for minister in dossier.ministers
        ),
        lambda dossier: any(party.id in STATES for party in dossier.parties),
        lambda dossier: any(
            record.id == each.source for record, each in _cited(dossier)
        ),
        lambda dossier: any(
            dossier.records.index(record)
            < dossier.records.index(dossier[each.source])
            for record, each in _cited(dossier)
        ),
    ],
)
def test_dossiers_hold_together_in_every_way(
    condition: Callable[[Dossier], object],
) -> None:
    """Records nest, cite later sources, and may cite themselves."""
    assert any(map(condition, many()))


def _cited(dossier: Dossier) -> list[tuple[Record, Citation]]:
    return [
        (record, each)
        for record in dossier.records
        for _, each in citations(record)
    ]


# --- the library


def test_the_last_winter_of_the_calendar_lies_nowhere() -> None:
    """It would end in the year 10000, so it is no date within any bounds."""
    bounds = (datetime.date.min, datetime.date.max)
    assert _lies_between("9999-23", *bounds)
    assert not _lies_between("9999-24", *bounds)


def test_strategies_describe_themselves_briefly() -> None:
    """Hypothesis warns of strategies whose descriptions are long; whatever they make, these are short."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert all(
            len(repr(made(known=KNOWN))) < 5_000 for made in RECORDS.values()
        )
        assert len(repr(dossiers())) < 5_000


@pytest.mark.no_cover
def test_examples_shrink_to_simple_ones() -> None:
    """Failing examples shrink to short texts and the fields that matter."""
    search = settings(
        max_examples=2_000,
        phases=[Phase.generate, Phase.shrink],
        database=None,
    )
    least = find(
        dossiers(),
        lambda dossier: any(theme.broader for theme in dossier.themes),
        settings=search,
    )
    narrow, *others = sorted(
        least.themes, key=lambda theme: theme.broader, reverse=True
    )
    assert narrow.broader in [(each.id,) for each in others]
    # Another theme may be left where the number of the broader one would mean none without it.
    assert len(others) <= 2
    for each in least.records:
        assert each in least.themes
    for each in least.themes:
        assert (each.citations, each.aliases, each.note) == ((), (), None)


def test_without_hypothesis_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Importing strategies without Hypothesis says which extra brings it."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(MissingExtraError) as caught:
        runpy.run_path(strategies.__file__)
    assert str(caught.value) == (
        "making data for tests needs the extra 'testing': pip install 'entente-dossier[testing]'"
    )
