"""The record classes: what all have in common, and which fields go together."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from attrs import evolve, fields
from attrs.exceptions import FrozenInstanceError

from entente import (
    FIRM_FROM,
    Basis,
    Citation,
    Commitment,
    Firmness,
    Observation,
    Participation,
    Role,
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
        str(caught.value)
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
        str(caught.value)
        == "nobody takes part; name a minister, an office or a party"
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
    assert str(caught.value) == said


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
