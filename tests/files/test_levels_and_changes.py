"""Amounts in records: levels and changes are kept apart, in code and in files."""

from __future__ import annotations

import json
from typing import Any

import pytest

import entente
from entente import Metric, Observation, Quantity, Target
from entente.errors import LoadError, RecordError
from entente.files import converter

FORMS = ("change -36 %", "-36 %")


def document(**fields: Any) -> str:
    """Return a dossier with one metric as JSON."""
    metric = {"id": "boats", "name": "Boats", "unit": "boats"} | fields
    return json.dumps({"entente": 1, "metrics": [metric]})


def seen(**fields: Any) -> dict[str, Any]:
    """Return an observation as a file holds it."""
    return {"period": "2023"} | fields


@pytest.mark.parametrize("form", FORMS)
def test_a_percentage_in_a_change_is_a_change(form: str) -> None:
    """With the word or without, in code, in a file and through a converter, it says the same."""
    expected = Quantity("change -36 %")
    made = Observation(period="2023", change=form, against="2022")
    plain = seen(change=form, against="2022")
    dossier = entente.loads(document(observations=[plain]))
    (loaded,) = dossier.metrics["boats"].observations
    converted = converter().structure(plain, Observation)
    # An extra key sends the record to the strict reader.
    with pytest.raises(LoadError) as caught:
        entente.loads(document(observations=[{**plain, "vlaue": "x"}]))
    assert len(caught.value.problems) == 1
    assert made.change == loaded.change == converted.change == expected
    again = entente.loads(entente.dumps(dossier))
    assert again == dossier


LEVEL_HINT = (
    "write how much there is, or record it as the `change` of an observation"
)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"targets": [{"value": "change 500 boats"}]},
            f"targets[0].value: 'change 500 boats' is a change, not a level; {LEVEL_HINT}",
        ),
        (
            {"targets": [{"value": "2 percentage points"}]},
            f"targets[0].value: '2 percentage point' is a change, not a level; {LEVEL_HINT}",
        ),
        (
            {"observations": [seen(value="change 500 boats")]},
            f"observations[0].value: 'change 500 boats' is a change, not a level; {LEVEL_HINT}",
        ),
        (
            {"observations": [seen(change="500 boats", against="2022")]},
            "observations[0].change: '500 boats' is a level, not a change; write 'change 500 boats'",
        ),
        (
            {"observations": [seen(change="5 EUR", against="2022")]},
            "observations[0].change: '5 EUR' is a level, not a change; write 'change 5 EUR'",
        ),
        (
            {"observations": [seen(change=5, against="2022")]},
            'observations[0].change: the number 5 is not an amount; write it in quotes: "5"',
        ),
        (
            {"observations": [seen(change=None, against="2022")]},
            "observations[0].change: null is not an amount; leave the key out",
        ),
        (
            {"baseline": seen(change="-36 %", against="2022")},
            "baseline: a baseline is a level, not a change; give its value",
        ),
    ],
)
def test_a_field_refuses_the_other_kind(
    fields: dict[str, Any], message: str
) -> None:
    """The error names the field and says what to write."""
    with pytest.raises(LoadError) as caught:
        entente.loads(document(**fields))
    (problem,) = caught.value.problems
    assert f"metrics[0].{message}" in str(problem).replace(" (boats)", "")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"value": "change 5 boats"},
            f"value: 'change 5 boats' is a change, not a level; {LEVEL_HINT}",
        ),
        (
            {"change": Quantity("-36 %"), "against": "2022"},
            "change: '-36 %' is a level, not a change; write 'change -36 %'",
        ),
    ],
)
def test_a_record_refuses_the_other_kind(
    fields: dict[str, Any], message: str
) -> None:
    """In code too; an amount that was made as a level stays one, even in per cent."""
    with pytest.raises(RecordError) as caught:
        Observation(period="2023", **fields)
    assert str(caught.value.problems[0]) == message


def test_a_rate_goes_through_files() -> None:
    """The rate is part of the text of an amount."""
    metric = Metric(
        id="boats",
        name="Boats",
        unit="boats",
        targets=(Target(value=Quantity("15..20 boats", per="P1Y")),),
    )
    text = entente.dumps(entente.Dossier([metric]))
    assert '"15..20 boats per P1Y"' in text
    assert entente.loads(text).metrics["boats"] == metric
