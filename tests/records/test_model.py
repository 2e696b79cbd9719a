"""The record classes: what all have in common, and which fields go together."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve, fields
from attrs.exceptions import FrozenInstanceError

from entente import (
    FIRM_FROM,
    Act,
    Amount,
    AmountRole,
    Anchor,
    Basis,
    Citation,
    Commitment,
    Condition,
    ConditionKind,
    Firmness,
    Metric,
    Observation,
    Participation,
    Quantity,
    Role,
    Statement,
)
from entente.errors import (
    RecordError,
)
from entente.records._model import KIND_NAMES, KINDS
from every_record import (
    ALL,
    CITATION,
    RECORDS,
    class_name,
    field_values,
)


def test_every_kind_has_a_sample() -> None:
    """No kind of record is missing from the samples, and each has its name."""
    assert [type(record) for record in RECORDS] == list(KINDS.values())
    assert {kind: name for name, kind in KINDS.items()} == dict(KIND_NAMES)


@pytest.mark.parametrize("record", ALL, ids=class_name)
def test_a_record_does_not_change(record: Any) -> None:
    """Fields cannot be set, and none can be added."""
    with pytest.raises(FrozenInstanceError):
        setattr(record, fields(type(record))[0].name, "x")
    with pytest.raises((FrozenInstanceError, AttributeError)):
        record.new = "x"
    assert not hasattr(record, "__dict__")


@pytest.mark.parametrize("record", ALL, ids=class_name)
def test_a_record_is_a_value(record: Any) -> None:
    """Records with equal fields are equal, hash alike, and survive copying and pickling."""
    twins = (
        type(record)(**field_values(record)),
        copy.copy(record),
        copy.deepcopy(record),
        pickle.loads(pickle.dumps(record)),  # noqa: S301
    )
    assert {record, *twins} == {record}
    assert all(twin == record for twin in twins)


@pytest.mark.parametrize("record", ALL, ids=class_name)
def test_a_record_takes_keywords_only(record: Any) -> None:
    """Fields have no position, so that one can be added without breaking code."""
    with pytest.raises(TypeError, match="positional argument"):
        type(record)(*field_values(record).values())


@pytest.mark.parametrize("record", RECORDS, ids=class_name)
def test_a_record_may_be_cited_and_noted(record: Any) -> None:
    """Every record takes citations and a note."""
    noted = evolve(record, citations=(CITATION,), note="Our own words.")
    assert (noted.citations, noted.note) == ((CITATION,), "Our own words.")


def test_an_inference_needs_an_explanation() -> None:
    """An inferred citation without a note is refused; a stated one needs none."""
    with pytest.raises(RecordError) as caught:
        Citation(source="s", basis=Basis.INFERRED)
    assert (
        str(caught.value.problems[0])
        == "note: missing: an inference needs an explanation; write a note, or basis = stated"
    )
    assert (
        Citation(source="s", basis=Basis.INFERRED, note="By look-up.").note
        == "By look-up."
    )
    assert Citation(source="s").basis is Basis.STATED


@pytest.mark.parametrize(
    "who",
    [
        {"minister": "a"},
        {"office": "b"},
        {"party": "FR"},
        {"minister": "a", "party": "FR"},
    ],
)
def test_a_participant_is_named(who: dict[str, str]) -> None:
    """A minister, an office, a party, or several of these take part."""
    assert Participation(**who).role is Role.PRINCIPAL  # type: ignore[arg-type]


def test_a_participation_of_nobody_is_refused() -> None:
    """A participation that names nobody is refused."""
    with pytest.raises(RecordError) as caught:
        Participation(role=Role.HOST)
    assert (
        str(caught.value.problems[0])
        == "nobody takes part; name a minister, an office or a party"
    )


def said_of(build: Callable[[], object]) -> str:
    """Return why something is refused."""
    with pytest.raises(RecordError) as caught:
        build()
    return str(caught.value.problems[0])


def test_a_condition_says_something() -> None:
    """A condition has a kind, a record that it waits for, or a text; whose it is does not suffice."""
    refused = "a condition says nothing; give its kind, the record that it waits for, or a text"
    assert said_of(Condition) == refused
    assert said_of(lambda: Condition(parties=("GB",), recurs=True)) == refused
    assert said_of(lambda: Condition(count="30 instruments")) == (
        "a condition says that it takes 30 instruments, but not what has to come;"
        " give its kind, the record that it waits for, or a text"
    )
    assert Condition(kind=ConditionKind.REQUEST, recurs=True).text is None
    assert Condition(waits_for="vote").kind is None
    assert Condition(text="In fair weather.").waits_for is None


def test_an_amount_is_a_value_or_a_factor() -> None:
    """An amount is so much, or so many times as much, and never both."""
    refused = (
        "an amount has either a value or a factor; "
        'write value = "500 people", or times = "2"'
    )
    assert said_of(lambda: Amount(role=AmountRole.CAP)) == refused
    assert said_of(lambda: Amount(value="5 boats", times="2")) == refused
    assert Amount(value="5 boats").role is AmountRole.TOTAL


@pytest.mark.parametrize(
    "times", ["2 patrols", "change 2", "0", ">= 0", "-1..2", "2 per P1Y"]
)
def test_a_factor_is_a_number_above_zero(times: str) -> None:
    """What has a unit, is a change or a rate, or may be zero is no factor."""
    shown = str(Quantity(times))
    assert said_of(lambda: Amount(times=times)) == (
        f"times: {shown!r} is not a factor; "
        'write the number alone: "2" for twice as much'
    )


@pytest.mark.parametrize("times", ["2", "0.5", "2..3", "> 2", "~ 10"])
def test_a_factor_may_be_a_bound(times: str) -> None:
    """A factor is as exact as the source."""
    assert Amount(times=times).times == Quantity(times)


def test_a_time_is_after_a_date_or_before_it() -> None:
    """A time that is counted from a record lies on one side of its date, or on it."""
    assert said_of(
        lambda: Anchor(record="treaty", after="P6M", before="P6M")
    ) == (
        "before: a time is either after a date or before it; "
        "leave out `after` or `before`"
    )
    on_it = Anchor(record="treaty")
    assert (on_it.after, on_it.before, on_it.date) == (None, None, None)


def test_a_statement_has_a_speaker() -> None:
    """Somebody says it: a minister, an office, a party or a document, or several of them."""
    assert said_of(
        lambda: Statement(id="s", summary="S.", act=Act.CLAIM, speakers=())
    ) == (
        "speakers: nobody is named; "
        "name the minister, office, party or source that says it"
    )


def test_a_figure_is_one_for_a_time() -> None:
    """A figure has a period, or a day as of which it was right."""
    assert said_of(lambda: Observation(value="5 boats")) == (
        "period: missing: a figure is one for a time; "
        "give the period, or the day `as_of` which it was so"
    )
    assert Observation(value="5 boats", as_of="2024-01-30").period is None
    assert Observation(value="5 boats", period="2023").as_of is None


def test_a_baseline_is_a_level() -> None:
    """A change is no level to start from."""
    change = Observation(period="2023", change="-36 %", against="2022")
    assert (
        said_of(lambda: Metric(id="m", name="M", unit="x", baseline=change))
        == "baseline: a baseline is a level, not a change; give its value"
    )


@pytest.mark.parametrize(
    ("fields_given", "said"),
    [
        ({}, "an observation has either a value or a change"),
        (
            {"value": "5 boats", "change": "-36 %", "against": "2022"},
            "an observation has either a value or a change",
        ),
        (
            {"change": "-36 %"},
            "against: a change names the period that it is against, a value does not",
        ),
        (
            {"value": "5 boats", "against": "2022"},
            "against: a change names the period that it is against, a value does not",
        ),
    ],
)
def test_an_observation_is_a_value_or_a_change(
    fields_given: dict[str, str], said: str
) -> None:
    """An observation has a value, or a change against another period, and never both."""
    with pytest.raises(RecordError) as caught:
        Observation(period="2023", **fields_given)  # type: ignore[arg-type]
    assert str(caught.value.problems[0]) == said


@pytest.mark.parametrize(
    ("firmness", "firm"),
    [
        (None, False),
        (Firmness.ASPIRED, False),
        (Firmness.DISCUSSED, False),
        (Firmness.CALLED_FOR, False),
        (Firmness.WELCOMED, False),
        (Firmness.ENDORSED, False),
        (Firmness.INTENDED, True),
        (Firmness.PLEDGED, True),
        (Firmness.AGREED, True),
    ],
)
def test_a_promise_counts_from_a_rung_of_the_ladder(
    firmness: Firmness | None, *, firm: bool
) -> None:
    """A commitment is firm if its firmness is "intended" or higher."""
    assert Commitment(id="c", summary="C.", firmness=firmness).is_firm is firm
    assert FIRM_FROM is Firmness.INTENDED
