"""The fields of records: the types they accept, and the texts they convert."""

from __future__ import annotations

import datetime
import pickle
from typing import Any

import pytest
from attrs import NOTHING, fields

from entente import (
    Act,
    Agreement,
    Amount,
    Anchor,
    Citation,
    Commitment,
    Consent,
    ConsentKind,
    Duration,
    Event,
    Firmness,
    Observation,
    Period,
    Quantity,
    Range,
    Report,
    ReportedStatus,
    Source,
    Statement,
    Target,
    Term,
    TermKind,
)
from entente.errors import (
    RecordError,
)
from every_record import (
    ALL,
    class_name,
    field_values,
)

WRONG: dict[str, tuple[Any, ...]] = {
    "str": (5, None, True, b"x", "", " x", "x\n", Firmness.AGREED, ("x",)),
    "bool": (1, 0, "yes", None),
}

READ_FROM_TEXT = ("Period", "Quantity", "Range", "Duration")
"""The values that are read from text, each with errors of its own."""


def wrong_values(expected: object) -> tuple[Any, ...]:
    """Return values that no field of an annotated type may take."""
    text = str(expected)
    if "tuple" in text:
        return ("abc", None, 5, {"a"}, (5,), (None,), [5])
    if expected is str or text == "str | None":
        return tuple(
            value
            for value in WRONG["str"]
            if not (value is None and "None" in text)
        )
    if expected is bool:
        return WRONG["bool"]
    if text == "bool | None":
        return tuple(value for value in WRONG["bool"] if value is not None)
    if any(kind in text for kind in READ_FROM_TEXT):
        return ()
    return ("x", 5, True)


FIELDS = [
    (record, attribute.name, value)
    for record in ALL
    for attribute in fields(type(record))
    for value in wrong_values(attribute.type)
]


@pytest.mark.parametrize(
    ("record", "name", "value"),
    FIELDS,
    ids=lambda value: class_name(value) if value in ALL else repr(value),
)
def test_a_field_is_held_to_its_type(
    record: Any, name: str, value: object
) -> None:
    """A value of another type is refused at once, and the error names the field."""
    with pytest.raises(RecordError) as caught:
        type(record)(**{**field_values(record), name: value})
    assert caught.value.field == name
    assert str(caught.value.problems[0]).startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (
            "summary",
            "",
            "summary: '' is not text (not empty, no white space around it)",
        ),
        (
            "summary",
            5,
            "summary: 5 is not text (not empty, no white space around it)",
        ),
        (
            "note",
            " x",
            "note: ' x' is not text (not empty, no white space around it)",
        ),
        (
            "by",
            "FR",
            "by: 'FR' is not a tuple of text (not empty, no white space around it)",
        ),
        (
            "by",
            ("FR", 5),
            "by: ('FR', 5) is not a tuple of text (not empty, no white space around it)",
        ),
        ("reports", ("done",), "reports: ('done',) is not a tuple of Report"),
        ("continuing", "false", "continuing: 'false' is not a bool"),
        (
            "firmness",
            "pledged",
            "firmness: 'pledged' is not a Firmness; write Firmness.PLEDGED",
        ),
        ("firmness", "sworn", "firmness: 'sworn' is not a Firmness"),
        ("places", "Paris", "places: 'Paris' is not a tuple of Place"),
        ("due_from", "treaty", "due_from: 'treaty' is not an Anchor"),
    ],
)
def test_a_wrong_field_is_reported(
    name: str, value: object, said: str
) -> None:
    """The error names the field, the value and what the field takes."""
    wrong: dict[str, Any] = {
        "id": "patrol",
        "summary": "Patrol more.",
        name: value,
    }
    with pytest.raises(RecordError) as caught:
        Commitment(**wrong)
    assert str(caught.value.problems[0]) == said


def test_a_word_list_is_named_with_its_article() -> None:
    """The message says "an AgreementForm", not "a AgreementForm"."""
    with pytest.raises(RecordError) as caught:
        Agreement(id="a", name="A", form="tready")  # type: ignore[arg-type]
    assert (
        str(caught.value.problems[0])
        == "form: 'tready' is not an AgreementForm; did you mean 'treaty'?"
    )


@pytest.mark.parametrize("record", ALL, ids=class_name)
def test_a_required_field_has_no_default(record: Any) -> None:
    """A required field that is left out is an error."""
    required = {
        name: getattr(record, name) for name in required_names(type(record))
    }
    for name in required:
        with pytest.raises(TypeError, match=name):
            type(record)(
                **{
                    other: value
                    for other, value in required.items()
                    if other != name
                }
            )


def required_names(kind: type) -> list[str]:
    """Return the names of the fields that have no default."""
    return [
        attribute.name
        for attribute in fields(kind)
        if attribute.default is NOTHING
    ]


def test_a_list_becomes_a_tuple() -> None:
    """A list is copied to a tuple, so a later change to it does not change the record."""
    by: Any = ["FR"]
    commitment = Commitment(id="patrol", summary="Patrol more.", by=by)
    by.append("GB")
    assert commitment.by == ("FR",)
    assert hash(commitment)


@pytest.mark.parametrize(
    "made", ["2024-01-30", datetime.date(2024, 1, 30), Period("2024-01-30")]
)
def test_a_date_may_be_given_as_text(made: Any) -> None:
    """EDTF text and a day become a period; a period is kept."""
    assert Commitment(
        id="patrol", summary="Patrol.", made=made
    ).made == Period("2024-01-30")


def test_other_values_may_be_given_as_text() -> None:
    """Text becomes a quantity, a range or a duration; one that is made already is kept."""
    for value in ("500 people", Quantity("500 people")):
        assert Target(value=value).value == Quantity("500 people")
        assert Amount(value=value).value == Quantity("500 people")
    for lines in ("14-16", Range(14, 16)):
        assert Citation(source="s", lines=lines).lines == Range(14, 16)
    for after in ("P6M", Duration("P6M")):
        assert Anchor(record="treaty", after=after).after == Duration("P6M")


@pytest.mark.parametrize(
    ("build", "said"),
    [
        (
            lambda: Event(id="e", name="E", when="2024-13"),
            "event 'e': when: '2024-13' is not a date: ",
        ),
        (
            lambda: Report(
                on="soon", by="FR", status=ReportedStatus.COMPLETED
            ),
            (
                "report: on: 'soon' is not a date (EDTF); write the date in EDTF, with the words as `stated`, "
                "or Period(stated='soon') if they name no date; "
            ),
        ),
        (
            lambda: Target(value="many"),
            "target: value: 'many' is not an amount: ",
        ),
        (
            lambda: Amount(value="many"),
            "amount: value: 'many' is not an amount: ",
        ),
        (
            lambda: Observation(period="2024", change="fewer", against="2023"),
            "observation: change: 'fewer' is not ",
        ),
        (
            lambda: Citation(source="s", lines="6-"),
            'citation: lines: \'6-\' is not a range: write "6" or "14-16"',
        ),
        (
            lambda: Term(kind=TermKind.TERMINATION, notice="six months"),
            "term: notice: 'six months' is not a duration; write \"P6M\"",
        ),
    ],
)
def test_a_wrong_text_fails_at_once(build: Any, said: str) -> None:
    """A text that is not a date, an amount or a range fails at once, not on first use."""
    with pytest.raises(RecordError) as caught:
        build()
    assert str(caught.value).startswith(said)


# Fields that hold one day


ONE_DAY = [
    (Commitment, "made"), (Commitment, "due"),
    (Agreement, "sought"), (Agreement, "announced"), (Agreement, "adopted"), (Agreement, "signed"),
    (Agreement, "ended"), (Consent, "on"), (Term, "on"), (Target, "due"),
    (Source, "published"), (Statement, "said"),
    (Report, "on"), (Report, "known"), (Report, "due"),
    (Observation, "as_of"),
]  # fmt: skip


def values_of(cls: type) -> dict[str, Any]:
    """Return the fields of some record or part of a class."""
    return field_values(next(each for each in ALL if type(each) is cls))


@pytest.mark.parametrize(("cls", "name"), ONE_DAY)
@pytest.mark.parametrize(
    ("span", "hint"),
    [
        ("../1989", "write [..1989] for one day of it"),
        ("/1989-11", "write [..1989-11] for one day of it"),
        ("2024/..", "write [2024..] for one day of it"),
        ("2024/", "write [2024..] for one day of it"),
        ("2023/2024-05", "write [2023..2024-05] for one day of it"),
        ("2024/2024", "write 2024 for one day of it"),
        ("../..", "write the days among which it lies, or leave it out"),
    ],
)
def test_one_day_is_no_span(
    cls: type, name: str, span: str, hint: str
) -> None:
    """A field for one day refuses every span, and says how to write one day of it."""
    reason = f"{span!r} is every day of a span, where one day is wanted"
    with pytest.raises(RecordError) as caught:
        cls(**values_of(cls) | {name: span})
    assert str(caught.value.problems[0]) == f"{name}: {reason}; {hint}"


def test_the_other_dates_may_be_spans() -> None:
    """What lasts may be a span: all fields with a date that are not for one day."""
    found = {
        (type(record), attribute.name)
        for record in ALL
        for attribute in fields(type(record))
        if "Period" in str(attribute.type)
    }
    lasting = found - set(ONE_DAY)
    assert {name for _, name in lasting} == {
        "period", "runs", "when", "in_force", "provisional", "against", "existed", "over",
    }  # fmt: skip
    for cls, name in lasting:
        values = values_of(cls) | {name: "2023/2024"}
        if (cls, name) == (Observation, "against"):
            values |= {"value": None, "change": "change 5 %"}
        assert getattr(cls(**values), name).is_span


@pytest.mark.parametrize("kind", ConsentKind)
def test_only_what_applies_may_last(kind: ConsentKind) -> None:
    """A party signs and withdraws on one day; only the agreement's application to it may be a span."""
    span = {"kind": kind, "on": "2004/2010"}
    if kind in (ConsentKind.PROVISIONAL, ConsentKind.IN_FORCE):
        assert Consent(**span).on == Period("2004/2010")  # type: ignore[arg-type]
        return
    with pytest.raises(RecordError) as caught:
        Consent(**span)  # type: ignore[arg-type]
    assert str(caught.value.problems[0]) == (
        "on: '2004/2010' is every day of a span, where one day is wanted; "
        "write [2004..2010] for one day of it"
    )


def test_a_step_may_have_no_date() -> None:
    """That a party has ratified may be known without the day."""
    assert Consent(kind=ConsentKind.RATIFIED).on is None


# All faults of a record at once


def test_a_constructor_tells_all_faults_at_once() -> None:
    """The error names the record, and each field with its value, the reason and the cure."""
    with pytest.raises(RecordError) as caught:
        Commitment(
            id="more-patrols",
            summary="",
            by="GB",  # type: ignore[arg-type]
            due="30/01/2024",
            made="spring 2024",
            firmness="strong",  # type: ignore[arg-type]
            kind="action",  # type: ignore[arg-type]
            recurrence="yearly",
        )
    error = caught.value
    assert str(error).splitlines() == [
        "commitment 'more-patrols': 7 problems",
        "  summary: '' is not text (not empty, no white space around it)",
        "  by: 'GB' is not a tuple of text (not empty, no white space around it)",
        (
            "  firmness: 'strong' is not a Firmness; write Firmness.PLEDGED for what somebody promises outright, "
            "or Firmness.AGREED for what the parties agreed between them"
        ),
        "  kind: 'action' is not a CommitmentKind; write CommitmentKind.ACTION",
        "  made: 'spring 2024' is not a date (EDTF); write Period(\"2024-21\", stated='spring 2024')",
        "  due: '30/01/2024' is not a date (EDTF); write \"2024-01-30\"",
        "  recurrence: 'yearly' is not a recurrence rule (RFC 5545): it has no FREQ; write \"FREQ=YEARLY\"",
    ]
    assert (error.field, error.subject) == (
        "summary",
        "commitment 'more-patrols'",
    )
    assert [problem.path for problem in error.problems][-1] == ("recurrence",)


def test_what_does_not_go_together_is_told_beside_other_faults() -> None:
    """Faults between fields are told with those of single fields, unless they rest on one of these."""
    with pytest.raises(RecordError) as caught:
        Statement(id="a", summary="", act=Act.CLAIM, speakers=())
    assert [problem.path for problem in caught.value.problems] == [
        ("summary",),
        ("speakers",),
    ]
    with pytest.raises(RecordError) as caught:
        Consent(kind=ConsentKind.SIGNED, on="soon")
    assert [problem.path for problem in caught.value.problems] == [("on",)]


def test_an_error_of_a_record_can_be_pickled() -> None:
    """A process that makes records can hand its errors to another."""
    with pytest.raises(RecordError) as caught:
        Commitment(id="a", summary="", due="soon")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 -- our own
    assert str(copy) == str(caught.value)
    assert copy.problems == caught.value.problems
