"""The records: what they take, what they refuse, and what can be asked of them."""

from __future__ import annotations

import copy
import datetime
import pickle
from typing import Any

import pytest
from attrs import NOTHING, evolve, fields
from attrs.exceptions import FrozenInstanceError

from entente import (
    FIRM_FROM,
    Act,
    Adherence,
    Agreement,
    Basis,
    Citation,
    Commitment,
    Condition,
    Event,
    Firmness,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Participation,
    Party,
    PartyKind,
    Period,
    Place,
    Quantity,
    Range,
    Record,
    Report,
    ReportedStatus,
    Role,
    Source,
    SourceKind,
    Statement,
    Tenure,
    Theme,
)
from entente.errors import PeriodError, QuantityError, RangeError, RecordError
from entente.evidence import fingerprint
from entente.records._display import caption
from entente.records._model import KIND_NAMES, KINDS
from entente.records._walk import citations, parts, references

CITATION = Citation(source="readout", lines="3")
PARTS: tuple[Any, ...] = (
    CITATION,
    Place(name="Paris", country="FR"),
    Tenure(office="home", period="2023-11-13/.."),
    Membership(party="FR", period="2020"),
    Participation(minister="cleverly"),
    Adherence(party="FR", signed="2003-02-04"),
    Link(kind=LinkKind.RESTATES, target="patrol"),
    Condition(text="Once it is paid.", waits_for="pay"),
    Report(on="2025", by="FR", status=ReportedStatus.COMPLETED),
    Observation(period="2023", value="29,437 people"),
)
RECORDS: tuple[Record, ...] = (
    Theme(id="boats", label="Boats"),
    Party(id="calais", name="Calais Group", kind=PartyKind.GROUPING),
    Office(id="home", title="Home Secretary", party="GB"),
    Minister(id="cleverly", name="James Cleverly"),
    Source(id="readout", title="Readout", kind=SourceKind.READOUT),
    Event(id="games", name="Games"),
    Meeting(id="paris", name="Paris", state=MeetingState.HELD),
    Agreement(id="treaty", name="Treaty"),
    Commitment(id="patrol", summary="Patrol more."),
    Metric(id="arrivals", name="Arrivals", unit="people"),
    Statement(id="praise", summary="Well done.", act=Act.PRAISE, speaker="GB"),
)
ALL = (*RECORDS, *PARTS)


def named(value: object) -> str:
    """Name a test by the class of its record."""
    return type(value).__name__


def given(value: object) -> dict[str, Any]:
    """Return the fields of a record as its class takes them."""
    return {
        attribute.name: getattr(value, attribute.name)
        for attribute in fields(type(value))
    }  # type: ignore[arg-type]


# --- what all records are ------------------------------------------------------------------------


def test_every_kind_is_looked_at_here() -> None:
    """No kind of record is missing from this file, and each has its name."""
    assert [type(record) for record in RECORDS] == list(KINDS.values())
    assert {kind: name for name, kind in KINDS.items()} == dict(KIND_NAMES)


@pytest.mark.parametrize("record", ALL, ids=named)
def test_a_record_does_not_change(record: Any) -> None:
    """Fields cannot be set, and none can be added."""
    with pytest.raises(FrozenInstanceError):
        setattr(record, fields(type(record))[0].name, "x")
    with pytest.raises((FrozenInstanceError, AttributeError)):
        record.new = "x"
    assert not hasattr(record, "__dict__")


@pytest.mark.parametrize("record", ALL, ids=named)
def test_a_record_is_a_value(record: Any) -> None:
    """Records of the same fields are equal, hash alike, and come back from a copy or a pickle as they were."""
    twins = (
        type(record)(**given(record)),
        copy.copy(record),
        copy.deepcopy(record),
        pickle.loads(pickle.dumps(record)),  # noqa: S301
    )
    assert {record, *twins} == {record}
    assert all(twin == record for twin in twins)


@pytest.mark.parametrize("record", ALL, ids=named)
def test_a_record_takes_keywords_only(record: Any) -> None:
    """No field is known by its position, so that fields can be added without breaking anyone's code."""
    with pytest.raises(TypeError, match="positional argument"):
        type(record)(*given(record).values())


@pytest.mark.parametrize("record", RECORDS, ids=named)
def test_a_record_may_be_cited_and_noted(record: Any) -> None:
    """Every record takes citations and a note."""
    noted = evolve(record, citations=(CITATION,), note="Our own words.")
    assert (noted.citations, noted.note) == ((CITATION,), "Our own words.")


# --- fields --------------------------------------------------------------------------------------

WRONG: dict[str, tuple[Any, ...]] = {
    "str": (5, None, True, b"x", "", " x", "x\n", Firmness.AGREED, ("x",)),
    "bool": (1, 0, "yes", None),
    "Period": (),
    "Quantity": (),
    "Range": (),
}


def wrong_values(expected: object) -> tuple[Any, ...]:
    """Return values that no field of an annotated type may take."""
    text = str(expected)
    if "tuple" in text:
        return ("abc", None, 5, {"a"}, (5,), (None,), [5])
    if expected is str or text == "str | None":
        return tuple(
            value for value in WRONG["str"] if not (value is None and "None" in text)
        )
    if expected is bool:
        return WRONG["bool"]
    if any(kind in text for kind in ("Period", "Quantity", "Range")):
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
    ids=lambda value: named(value) if value in ALL else repr(value),
)
def test_a_field_is_held_to_its_type(record: Any, name: str, value: object) -> None:
    """A value of another type is refused where it is written, by the name of its field."""
    with pytest.raises(RecordError) as caught:
        type(record)(**{**given(record), name: value})
    assert caught.value.field == name
    assert str(caught.value).startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (
            "summary",
            "",
            "summary: '' is not text (not empty, no white space around it)",
        ),
        ("summary", 5, "summary: 5 is not text (not empty, no white space around it)"),
        ("note", " x", "note: ' x' is not text (not empty, no white space around it)"),
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
        ("place", "Paris", "place: 'Paris' is not a Place"),
    ],
)
def test_a_wrong_field_is_told(name: str, value: object, said: str) -> None:
    """The error names the field, the value and what belongs there."""
    wrong: dict[str, Any] = {"id": "patrol", "summary": "Patrol more.", name: value}
    with pytest.raises(RecordError) as caught:
        Commitment(**wrong)
    assert str(caught.value) == said


def test_a_wrong_word_of_an_agreement_is_told_in_good_english() -> None:
    """The article fits the word."""
    with pytest.raises(RecordError) as caught:
        Agreement(id="a", name="A", form="tready")  # type: ignore[arg-type]
    assert str(caught.value) == "form: 'tready' is not an AgreementForm"


@pytest.mark.parametrize("record", ALL, ids=named)
def test_a_required_field_has_no_default(record: Any) -> None:
    """What every such record has must be said; what it may lack may be left out."""
    required = {name: getattr(record, name) for name in required_names(type(record))}
    for name in required:
        with pytest.raises(TypeError, match=name):
            type(record)(
                **{other: value for other, value in required.items() if other != name}
            )


def required_names(kind: type) -> list[str]:
    """Return the names of the fields that have no default."""
    return [
        attribute.name for attribute in fields(kind) if attribute.default is NOTHING
    ]


def test_a_list_becomes_a_tuple() -> None:
    """A list is taken for the tuple that is meant, and a later change to it changes nothing."""
    by = ["FR"]
    commitment = Commitment(
        id="patrol", summary="Patrol more.", by=by, citations=[CITATION]
    )  # type: ignore[arg-type]
    by.append("GB")
    assert (commitment.by, commitment.citations) == (("FR",), (CITATION,))
    assert hash(commitment)


@pytest.mark.parametrize(
    "made", ["2024-01-30", datetime.date(2024, 1, 30), Period("2024-01-30")]
)
def test_a_date_may_be_given_as_text(made: Any) -> None:
    """EDTF text and a day become a period, and a period stays what it is."""
    assert Commitment(id="patrol", summary="Patrol.", made=made).made == Period(
        "2024-01-30"
    )


def test_an_amount_and_a_range_may_be_given_as_text() -> None:
    """Text becomes a quantity or a range, and a quantity or range stays what it is."""
    for value in ("500 people", Quantity("500 people")):
        assert Metric(id="m", name="M", unit="people", target=value).target == Quantity(
            "500 people"
        )
    for lines in ("14-16", Range(14, 16)):
        assert Citation(source="s", lines=lines).lines == Range(14, 16)


@pytest.mark.parametrize(
    ("build", "error", "said"),
    [
        (
            lambda: Event(id="e", name="E", when="2024-13"),
            PeriodError,
            "'2024-13' is not a date: ",
        ),
        (
            lambda: Report(on="soon", by="FR", status=ReportedStatus.COMPLETED),
            PeriodError,
            "'soon' is not a date: ",
        ),
        (
            lambda: Metric(id="m", name="M", unit="x", target="many"),
            QuantityError,
            "'many' is not an amount: ",
        ),
        (
            lambda: Citation(source="s", lines="6-"),
            RangeError,
            '\'6-\' is not a range: write "6" or "14-16"',
        ),
    ],
)
def test_a_wrong_text_is_refused_where_it_is_written(
    build: Any, error: type[Exception], said: str
) -> None:
    """A text that is no date, amount or range fails at once, and not when it is first used."""
    with pytest.raises(error) as caught:
        build()
    assert str(caught.value).startswith(said)


# --- ids -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "id", ["a", "a1", "2024", "small-boats", "paris-2024-01-30", "a-b-c"]
)
def test_ids_are_kebab_case(id: str) -> None:
    """Small letters and digits, joined by single hyphens."""
    assert Theme(id=id, label="X").id == id


@pytest.mark.parametrize(
    "id",
    [
        "A",
        "small_boats",
        "small boats",
        "-a",
        "a-",
        "a--b",
        "é",
        "a.b",
        "FR",
        "EU",
        "a\n",
        "٣",
    ],
)
def test_other_ids_are_refused(id: str) -> None:
    """Capitals, spaces, other signs and letters of other scripts are no part of an id."""
    with pytest.raises(RecordError, match=r"^id: "):
        Theme(id=id, label="X")


def test_an_id_that_is_refused_is_told_with_an_example() -> None:
    """The error shows what an id looks like."""
    with pytest.raises(RecordError) as caught:
        Theme(id="Small boats", label="X")
    assert (
        str(caught.value)
        == "id: 'Small boats' is not an id; an id looks like \"small-boats\""
    )


@pytest.mark.parametrize("code", ["FR", "GB", "EU"])
def test_a_party_may_be_declared_by_its_state_code(code: str) -> None:
    """A state whose name or membership matters is declared under its code."""
    assert Party(id=code, name="X", kind=PartyKind.STATE).id == code


def test_a_code_that_iso_does_not_have_is_no_id() -> None:
    """A state without a code of ISO 3166-1, such as one of the past, is declared under an id like any other party."""
    with pytest.raises(RecordError, match="'SU' is not an id"):
        Party(id="SU", name="Soviet Union", kind=PartyKind.STATE)
    assert (
        Party(id="soviet-union", name="Soviet Union", kind=PartyKind.STATE).id
        == "soviet-union"
    )


@pytest.mark.parametrize(
    ("code", "hint"), [("UK", "'GB'"), ("EL", "'GR'"), ("FRA", "'FR'")]
)
def test_a_code_that_people_write_is_mended(code: str, hint: str) -> None:
    """The code that was probably meant is named."""
    with pytest.raises(RecordError) as caught:
        Party(id=code, name="X", kind=PartyKind.STATE)
    assert str(caught.value) == f"id: {code!r} is not an id; write {hint}"


# --- ranges --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("6", 6, 6),
        ("14-16", 14, 16),
        ("1-1", 1, 1),
        ("999999999", 999999999, 999999999),
    ],
)
def test_a_range_is_read_and_written(text: str, first: int, last: int) -> None:
    """A range of one is written as one number, and counts all that it holds."""
    read = Range.of(text)
    assert read == Range(first, last)
    assert Range.of(str(read)) == read
    assert len(read) == last - first + 1


@pytest.mark.parametrize(
    "text",
    ["", "0", "0-3", "3-", "-3", "3–4", "3 - 4", "03", "a", "1-2-3", "٣", "9" * 10],
)
def test_what_is_no_range_is_refused(text: str) -> None:
    """A range counts from 1, in the digits 0 to 9, with a hyphen."""
    with pytest.raises(RangeError) as caught:
        Range.of(text)
    assert str(caught.value) == f'{text!r} is not a range: write "6" or "14-16"'


@pytest.mark.parametrize(("first", "last"), [(4, 3), (0, 3), (-1, -1)])
def test_a_range_runs_forward_from_one(first: int, last: int) -> None:
    """Neither zero nor a backward run is one."""
    with pytest.raises(RangeError) as caught:
        Range(first, last)
    assert str(caught.value) == (
        f"'{first}-{last}' is not a range: ranges count forward from 1"
    )


@pytest.mark.parametrize("value", [6, 2.5, None, (1, 2)])
def test_a_range_is_made_of_text(value: Any) -> None:
    """Another type is refused with a word on what is wanted."""
    with pytest.raises(TypeError, match="a range is text"):
        Range.of(value)


@pytest.mark.parametrize(("first", "last"), [(1.5, 2), (1, 2.0), ("1", "2"), (True, 2)])
def test_a_range_counts_in_whole_numbers(first: Any, last: Any) -> None:
    """Half a line is no line."""
    with pytest.raises((TypeError, ValueError), match="whole number"):
        Range(first, last)


# --- what goes together --------------------------------------------------------------------------


def test_what_is_inferred_says_how() -> None:
    """An inference without a note is refused; a statement needs none."""
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


@pytest.mark.parametrize("bad", ["abc", "1:2:3", "0:f1617e1f:f846a7b47a3b988d"])
def test_a_citation_takes_only_a_fingerprint_for_one(bad: str) -> None:
    """A mistyped fingerprint is found where it is written, not when it is held against a text."""
    with pytest.raises(RecordError) as caught:
        Citation(source="s", fingerprint=bad)
    assert str(caught.value) == (
        f"fingerprint: {bad!r} is not a fingerprint; make one with entente.evidence.fingerprint"
    )
    assert Citation(source="s", fingerprint=fingerprint("They met.")).fingerprint


def test_a_source_takes_only_a_fingerprint_for_one() -> None:
    """That of a whole text is looked at as that of a passage is."""
    with pytest.raises(
        RecordError, match=r"^fingerprint: 'abc' is not a fingerprint; make one with"
    ):
        Source(id="s", title="S", kind=SourceKind.READOUT, fingerprint="abc")
    assert Source(
        id="s", title="S", kind=SourceKind.READOUT, fingerprint=fingerprint("They met.")
    ).fingerprint


@pytest.mark.parametrize(
    "who",
    [
        {"minister": "a"},
        {"office": "b"},
        {"party": "FR"},
        {"minister": "a", "party": "FR"},
    ],
)
def test_somebody_takes_part(who: dict[str, str]) -> None:
    """A minister, an office whose holder is not named, or a party is somebody."""
    assert Participation(**who).role is Role.PRINCIPAL  # type: ignore[arg-type]


def test_nobody_does_not_take_part() -> None:
    """A participation of nobody is refused."""
    with pytest.raises(RecordError) as caught:
        Participation(role=Role.HOST)
    assert (
        str(caught.value) == "nobody takes part; name a minister, an office or a party"
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
    """A level stands alone; a change is against another period."""
    with pytest.raises(RecordError) as caught:
        Observation(period="2023", **fields_given)  # type: ignore[arg-type]
    assert str(caught.value) == said


@pytest.mark.parametrize("tag", ["en", "fr-CA", "zh-Hant-TW", "gsw"])
def test_a_language_is_a_tag(tag: str) -> None:
    """Tags of BCP 47 are taken."""
    assert (
        Source(id="s", title="S", kind=SourceKind.READOUT, language=tag).language == tag
    )


@pytest.mark.parametrize("tag", ["English", "EN", "e", "en_GB", "en-", "français"])
def test_a_language_that_is_no_tag_is_refused(tag: str) -> None:
    """A name of a language is not its tag."""
    with pytest.raises(RecordError) as caught:
        Source(id="s", title="S", kind=SourceKind.READOUT, language=tag)
    assert (
        str(caught.value)
        == f'language: {tag!r} is not a language tag; write "en" or "fr-CA"'
    )


@pytest.mark.parametrize(
    "rule",
    ["FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,-1FR;COUNT=5"],
)
def test_a_recurrence_is_a_rule(rule: str) -> None:
    """Rules of RFC 5545 are taken."""
    assert Commitment(id="c", summary="C.", recurrence=rule).recurrence == rule


@pytest.mark.parametrize(
    "rule", ["yearly", "FREQ=SOMETIMES", "INTERVAL=2", "FREQ=YEARLY;", "freq=yearly"]
)
def test_a_recurrence_that_is_no_rule_is_refused(rule: str) -> None:
    """Words are no rule, and the error shows one."""
    with pytest.raises(RecordError) as caught:
        Commitment(id="c", summary="C.", recurrence=rule)
    assert str(caught.value) == (
        f"recurrence: {rule!r} is not a recurrence rule (RFC 5545); "
        'write for example "FREQ=YEARLY;INTERVAL=2"'
    )


# --- what can be asked ---------------------------------------------------------------------------


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
    firmness: Firmness | None, firm: bool
) -> None:
    """Below "intended" nothing was promised; without a rung nothing was promised either."""
    assert Commitment(id="c", summary="C.", firmness=firmness).is_firm is firm
    assert FIRM_FROM is Firmness.INTENDED


@pytest.mark.parametrize(
    ("record", "line"),
    list(
        zip(
            RECORDS,
            (
                "Boats",
                "Calais Group",
                "Home Secretary",
                "James Cleverly",
                "Readout",
                "Games",
                "Paris",
                "Treaty",
                "Patrol more.",
                "Arrivals",
                "Well done.",
            ),
            strict=True,
        )
    ),
    ids=named,
)
def test_a_record_has_a_caption(record: Record, line: str) -> None:
    """Every record is known to readers by one line of its own."""
    assert caption(record) == line


NESTED = Commitment(
    id="patrol",
    summary="Patrol more.",
    by=("FR", "GB"),
    themes=("boats",),
    part_of="plan",
    place=Place(name="Calais", country="FR"),
    links=(Link(kind=LinkKind.RESTATES, target="old"),),
    conditions=(
        Condition(text="Once paid."),
        Condition(text="Once signed.", waits_for="treaty"),
    ),
    reports=(
        Report(
            on="2025",
            by="GB",
            status=ReportedStatus.COMPLETED,
            citations=(CITATION, Citation(source="press")),
        ),
    ),
    citations=(CITATION,),
)


def test_the_parts_of_a_record_are_listed_with_their_paths() -> None:
    """All that stands within a record is found, however deep, after the record itself."""
    assert [(path, type(part).__name__) for path, part in parts(NESTED)] == [
        ((), "Commitment"),
        (("conditions", 0), "Condition"),
        (("conditions", 1), "Condition"),
        (("place",), "Place"),
        (("links", 0), "Link"),
        (("reports", 0), "Report"),
        (("reports", 0, "citations", 0), "Citation"),
        (("reports", 0, "citations", 1), "Citation"),
        (("citations", 0), "Citation"),
    ]


def test_the_references_of_a_record_are_listed_with_what_they_may_name() -> None:
    """Every id that a record names is found, with the kinds of record that it may be of."""
    assert [(path, id) for path, id, _ in references(NESTED)] == [
        (("by", 0), "FR"),
        (("by", 1), "GB"),
        (("themes", 0), "boats"),
        (("part_of",), "plan"),
        (("conditions", 1, "waits_for"), "treaty"),
        (("place", "country"), "FR"),
        (("links", 0, "target"), "old"),
        (("reports", 0, "by"), "GB"),
        (("reports", 0, "citations", 0, "source"), "readout"),
        (("reports", 0, "citations", 1, "source"), "press"),
        (("citations", 0, "source"), "readout"),
    ]
    kinds = {path: kinds for path, _, kinds in references(NESTED)}
    assert kinds["by", 0] == ("party",)
    assert kinds["links", 0, "target"] == ("commitment", "agreement", "meeting")
    known = {kind.__name__.lower() for kind in KINDS.values()} | {"record"}
    assert {
        kind for record in ALL for _, _, kinds in references(record) for kind in kinds
    } <= known


def test_the_citations_of_a_record_are_those_of_its_parts_too() -> None:
    """A citation within a report is a citation of the commitment."""
    assert list(citations(NESTED)) == [
        (("reports", 0, "citations", 0), CITATION),
        (("reports", 0, "citations", 1), Citation(source="press")),
        (("citations", 0), CITATION),
    ]
    assert not list(citations(RECORDS[0]))
