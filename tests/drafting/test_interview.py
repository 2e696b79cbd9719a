"""`interview` asks for a record field by field, and refuses what loading and `check` refuse."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import define, field, fields
from hypothesis import given, strategies as st

import entente
from entente import (
    Commitment,
    Dossier,
    Meeting,
    MeetingState,
    Minister,
    Office,
    Party,
    PartyKind,
    Period,
    Range,
    Source,
    SourceKind,
    Theme,
)
from entente.drafting import interview
from entente.drafting._questions import questions
from entente.errors import QueryError
from entente.records._model import KINDS
from entente.records._parts import PARTS

NOTICE = Source(
    id="notice",
    title="Notice",
    kind=SourceKind.PRESS_NOTICE,
    published="2024-01-30",
)
DOSSIER = Dossier([NOTICE, Theme(id="boats", label="Small boats")])

HELP = "An empty answer skips a field, ? lists what there is, . skips all that are left."


@define
class Person:
    """Somebody who answers a question by what it begins with, and what was asked and told."""

    answers: dict[str, str | list[str]]
    asked: list[str] = field(factory=list)
    told: list[str] = field(factory=list)
    left: dict[str, list[str]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.left = {
            question: [given] if isinstance(given, str) else [*given]
            for question, given in self.answers.items()
        }

    def ask(self, question: str) -> str:
        """Give the next answer to a question, and none if there is none left."""
        self.asked.append(question)
        name = question.split(" ", maxsplit=1)[0]
        name = name if name in self.left else name.rstrip(":")
        given = self.left.get(name, [])
        return given.pop(0) if given else ""


def asked_for(
    kind: str,
    answers: dict[str, str | list[str]],
    dossier: Dossier = DOSSIER,
) -> tuple[Any, Person]:
    """Return a record and the person who was asked for it."""
    person = Person(answers)
    record = interview(kind, dossier, ask=person.ask, tell=person.told.append)
    return record, person


def test_needed_fields_come_first_and_the_id_is_suggested() -> None:
    """The id is made of the first words, and an empty answer takes it."""
    record, person = asked_for(
        "theme", {"label": "Small  Boats, at sea & more!"}
    )
    assert record.id == "small-boats-at-sea"
    assert person.told == [f"A new theme. {HELP}"]
    assert person.asked == [
        "label:",
        "id [small-boats-at-sea]:",
        "citations[0].source (id of source):",
        "broader (ids of theme, with commas):",
        "aliases (with semicolons):",
        "another field (? lists them):",
    ]


def test_a_suggested_id_is_free() -> None:
    """An id that is taken gets a number."""
    record, _ = asked_for(
        "theme",
        {"label": "Boats"},
        DOSSIER.with_records(Theme(id="boats-2", label="B")),
    )
    assert record.id == "boats-3"


def test_all_kinds_of_answers_are_read() -> None:
    """Texts, ids, words, flags, dates, amounts and parts are read as files have them."""
    record, person = asked_for(
        "commitments",
        {
            "summary": "Pay for patrols.",
            "id": "pay",
            "citations[0].source": "notice",
            "citations[0].lines": "4-5",
            "by": "GB, FR",
            "firmness": "pledged",
            "wording": "will pay; pledges",
            "continuing": "Yes",
            "due": "by the end of the year",
            "runs": "2024/2026",
            "amounts[0]:": "y",
            "amounts[0].value": "up to £500 million",
            "another": "duration",
            "duration": "P3Y",
        },
    )
    assert record == Commitment(
        id="pay",
        summary="Pay for patrols.",
        citations=(entente.Citation(source="notice", lines=Range(4, 5)),),
        by=("GB", "FR"),
        firmness=entente.Firmness.PLEDGED,
        wording=("will pay", "pledges"),
        continuing=True,
        due=Period("[..2024-12-31]", stated="by the end of the year"),
        runs="2024/2026",
        duration="P3Y",
        amounts=(entente.Amount(value="<= 500000000 GBP"),),
    )
    assert "said on 2024-01-30, when 'notice' was published" in person.told
    assert "read as [..2024-12-31]" in person.told
    assert "read as <= 500000000 GBP" in person.told


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        (
            "theme",
            {"label": ["", ".", "Boats"]},
            ["a theme needs its label", "a theme needs its label"],
        ),
        (
            "theme",
            {"label": "B", "id": ["Not an id", "boats", "b"]},
            [
                "id: 'Not an id' is not an id; write 'not-an-id'",
                "'boats' is already the id of a theme; give every record an id of its own",
            ],
        ),
        (
            "theme",
            {"label": "B", "broader": ["boat", "notice, boats", "boats"]},
            [
                "there is no theme 'boat'; did you mean 'boats'?",
                "'notice' is a source, not a theme",
            ],
        ),
        (
            "commitment",
            {
                "summary": "B",
                "by": ["UK", "GB"],
                "firmness": ["plegded", "pledged"],
            },
            [
                "there is no party, office or minister 'UK'; write 'GB'",
                "firmness: 'plegded' is not a firmness; did you mean 'pledged'?",
                "warning: a firm promise without a citation",
            ],
        ),
        (
            "commitment",
            {
                "summary": "B",
                "made": "2024",
                "due": ["2023", "2024-13", "never said", "2025"],
                "said": "2024-01-30",
            },
            [
                "due: due 2023, but only made 2024",
                (
                    "due: '2024-13' is not a date: there is no month 13: months are 01 to 12, seasons and other parts of"
                    " a year 21 to 41 (at character 6)"
                ),
                (
                    "'never said' is not a date: no rule reads these words without a guess; write the date as EDTF;"
                    ' to keep the words alone, write "never said"'
                ),
            ],
        ),
        (
            "commitment",
            {"summary": "B", "continuing": ["maybe", "no"]},
            ["'maybe' is neither yes nor no"],
        ),
    ],
    ids=["needed", "id", "ids", "words", "dates", "flag"],
)
def test_a_wrong_answer_is_explained_and_asked_again(
    kind: str, answers: dict[str, str | list[str]], said: list[str]
) -> None:
    """The words are those of loading and of `check`, and the next answer is taken."""
    _record, person = asked_for(kind, answers)
    assert person.told[1:] == said
    assert not any(person.left.values())


def test_help_lists_what_there_is() -> None:
    """A question mark lists ids with what they are of, the words of a list, or what an answer looks like."""
    many = [Theme(id=f"t{number}", label="T") for number in range(50)]
    _, person = asked_for(
        "commitment",
        {
            "summary": ["?", "B"],
            "id": "?",
            "by": "?",
            "firmness": "?",
            "themes": "?",
            "made": "?",
            "another": ["?", "mad", "nonsense", "meeting"],
            "meeting": "?",
        },
        DOSSIER.with_records(*many),
    )
    names = ", ".join(each.name for each in questions(Commitment))
    listed = "\n".join(
        ["boats  'Small boats'", *(f"t{number}  'T'" for number in range(39))]
    )
    assert person.told[1:] == [
        "any text",
        "any text",
        "states by their codes, such as FR",
        "aspired\ndiscussed\ncalled_for\nwelcomed\nendorsed\nintended\npledged\nagreed",
        f"{listed}\nand 11 more",
        "a date, in words too",
        names,
        "'mad' is not a field of a commitment; did you mean 'made'?",
        "'nonsense' is not a field of a commitment; ? lists them",
        "there is none in the dossier yet; add it first",
    ]


def test_fields_that_could_name_nothing_are_not_asked_for() -> None:
    """Without meetings nobody is asked for one; without sources nobody is asked for citations."""
    _, person = asked_for("commitment", {"summary": "B"}, Dossier())
    asked = {each.split(" ")[0] for each in person.asked}
    assert asked.isdisjoint({"meeting", "themes", "citations[0].source"})
    held = Meeting(id="m", name="M", state=MeetingState.HELD)
    _, person = asked_for("commitment", {"summary": "B"}, Dossier([held]))
    assert "meeting (id of meeting):" in person.asked


def test_enough_skips_the_rest_but_what_is_needed() -> None:
    """After a full stop only needed fields are asked for, in parts too."""
    office = Office(id="post", title="Post", party="GB")
    record, person = asked_for(
        "minister",
        {
            "name": "A. B.",
            "tenures[0].office": "post",
            "tenures[0].period": "2024/..",
            "tenures[0].citations[0].source": ".",
        },
        DOSSIER.with_records(office),
    )
    assert isinstance(record, Minister)
    assert [each.office for each in record.tenures] == ["post"]
    assert person.asked[-1] == "another field (? lists them):"
    assert "tenures[1].office" not in " ".join(person.asked)
    for name, kind in (
        ("tenures[0].office", "minister"),
        ("amounts[0]:", "commitment"),
    ):
        _, person = asked_for(
            kind,
            {"name": "A. B.", "summary": "B", name: "."},
            DOSSIER.with_records(office),
        )
        assert person.asked[-2].startswith(name)


def test_a_part_that_says_nothing_is_asked_for_again() -> None:
    """What is wrong between the fields of a part is told, and the part is asked for once more."""
    record, person = asked_for(
        "meeting",
        {
            "name": "M",
            "state": "held",
            "when": "2024-01-30",
            "participations[0]:": ["y", "y"],
            "participations[0].party": ["", "FR"],
            "parties": "FR",
        },
        DOSSIER.with_records(Theme(id="x", label="X")),
    )
    assert (
        "nobody takes part; name a minister, an office or a party"
        in person.told
    )
    assert record.participations[0].party == "FR"


def test_one_part_is_asked_for_once() -> None:
    """A field that holds one part is asked for as a list is, but for one."""
    record, _person = asked_for(
        "metric",
        {
            "name": "Boats",
            "unit": "boats",
            "baseline:": "y",
            "baseline.period": "2023",
            "baseline.value": "5 boats",
        },
    )
    assert record.baseline.value == entente.Quantity("5 boats")
    record, _ = asked_for("metric", {"name": "Boats", "unit": "boats"})
    assert record.baseline is None


def test_a_named_field_can_be_put_right_or_taken_away() -> None:
    """At the end any field may be named again; an empty answer takes the old one away."""
    record, _ = asked_for(
        "commitment",
        {
            "summary": "B",
            "by": ["GB", "FR"],
            "made": ["2024", ""],
            "another": ["by", "made"],
        },
    )
    assert (record.by, record.made) == (("FR",), None)


def test_words_need_the_day_on_which_they_were_said() -> None:
    """It is that of the cited source, or asked for: a day, or a source that was published on one."""
    undated = DOSSIER.with_records(
        Source(id="undated", title="Undated", kind=SourceKind.REPORT)
    )
    record, person = asked_for(
        "commitment",
        {
            "summary": "B",
            "citations[0].source": "undated",
            "due": ["in May", "in May"],
            "said": ["", "2024", "undated", "notice"],
            "runs": "since May 2023",
        },
        undated,
    )
    assert record.due == Period("2024-05", stated="in May")
    assert record.runs.as_of == Period("2024-01-30").day
    assert person.told[1:] == [
        "words are not read without the day on which they were said",
        "'2024' is not a definite day; write one, such as '2024-01-30'",
        "'undated' is not a date: 'u' is not expected here: write YYYY, YYYY-MM or YYYY-MM-DD (at character 1)",
        "read as 2024-05",
        "read as 2023-05/",
    ]


@pytest.mark.parametrize(
    ("words", "published"),
    [("5 March 2024", "2024-03-05"), ("in the spring of 2024", "2024-21")],
)
def test_a_date_told_whole_needs_no_day(words: str, published: str) -> None:
    """Words that mean one date whenever they are said are read as they are."""
    record, person = asked_for(
        "source",
        {"title": "Notice", "kind": "readout", "published": words},
        Dossier(),
    )
    assert record.published.edtf == published
    assert person.told[1:] == [f"read as {published}"]


@pytest.mark.parametrize("words", ["next year", "on Tuesday"])
def test_a_date_that_depends_on_its_day_needs_it(words: str) -> None:
    """Words that mean different dates, or none, are not read without the day."""
    _, person = asked_for(
        "source",
        {"title": "B", "kind": "readout", "published": [words, "."]},
        Dossier(),
    )
    assert person.told[1] == (
        "words are not read without the day on which they were said"
    )


def test_a_part_is_said_when_its_record_was() -> None:
    """Words in a part without citations of its own are read as those of the record."""
    office = Office(id="post", title="Post", party="GB")
    record, person = asked_for(
        "minister",
        {
            "name": "A. B.",
            "citations[0].source": "notice",
            "tenures[0].office": "post",
            "tenures[0].period": "since last May",
        },
        DOSSIER.with_records(office),
    )
    assert record.tenures[0].period.edtf == "2023-05/"
    assert person.told[1] == "said on 2024-01-30, when 'notice' was published"


def test_words_alone_are_kept_in_quotation_marks() -> None:
    """A date that names no day is written as the source's words."""
    for words in ('"promptly"', "“promptly”"):
        record, _ = asked_for("commitment", {"summary": "B", "due": words})
        assert record.due == Period(stated="promptly")


def test_amounts_that_are_not_read_are_explained() -> None:
    """A change is written as files have it, and words that have no number are refused."""
    record, person = asked_for(
        "metric",
        {
            "name": "Boats",
            "unit": "boats",
            "observations[0]:": "y",
            "observations[0].period": "2024",
            "observations[0].value": ["several boats", "500 boats"],
        },
    )
    assert record.observations[0].value == entente.Quantity("500 boats")
    assert person.told[1:] == [
        (
            "'several boats' is not an amount: it gives no number; write '.. people' if nothing is known, or a bound"
            " such as '>= 2 people'"
        )
    ]


def test_nothing_but_marks_is_no_answer() -> None:
    """Commas alone name nobody, so a field that is needed is asked for again."""
    record, person = asked_for(
        "statement",
        {
            "summary": "Thanks.",
            "act": "thanks",
            "speakers": [",", "GB"],
            "to": ";",
        },
    )
    assert (record.speakers, record.to) == (("GB",), ())
    assert person.told[1:] == ["a statement needs its speakers"]


def test_what_is_weak_is_told_at_the_end() -> None:
    """What `check` warns of in the whole dossier is told once, and can be put right or left."""
    office = Office(id="post", title="Post", party="GB")
    held = entente.Tenure(office="post", period="2020-01-01/2024-01-01")
    first = Minister(id="first", name="First", tenures=(held,))
    record, person = asked_for(
        "minister",
        {
            "name": "Second",
            "tenures[0].office": ["post", "post"],
            "tenures[0].period": [
                "2021-01-01/2023-01-01",
                "2024-01-02/",
            ],
            "another": ["", "tenures"],
        },
        Dossier([office, first]),
    )
    assert record.tenures[0].period == Period("2024-01-02/")
    assert person.told[1:] == [
        (
            "warning: tenures[0].period: 'post' 2021-01-01/2023-01-01, but 'first' holds it 2020-01-01/2024-01-01; say"
            " when the earlier one ended, or write acting = true for one of them"
        )
    ]


def test_circles_are_refused() -> None:
    """What keeps records from being a dossier is refused at once."""
    whole = Party(
        id="a",
        name="A",
        kind=PartyKind.BODY,
        part_of=(entente.Membership(party="GB"),),
    )
    _, person = asked_for(
        "party",
        {
            "name": "GB",
            "id": "GB",
            "kind": "state",
            "part_of[0].party": ["a", ""],
        },
        Dossier([whole]),
    )
    assert any("part_of leads back" in each for each in person.told)


def test_a_kind_that_there_is_not_is_refused() -> None:
    """The message has a suggestion, or the kinds."""
    for kind, hint in (
        ("comitment", "did you mean 'commitment'?"),
        ("xyz", f"there are {', '.join(KINDS)}"),
    ):
        with pytest.raises(QueryError) as caught:
            interview(kind, Dossier(), ask=str, tell=print)
        assert str(caught.value) == f"{kind!r} is not a kind of record; {hint}"


def test_whoever_is_asked_may_leave() -> None:
    """What `ask` raises comes through."""

    def leave(question: str) -> str:
        raise EOFError(question)

    with pytest.raises(EOFError, match="label"):
        interview("theme", Dossier(), ask=leave, tell=Person({}).told.append)


@pytest.mark.parametrize("cls", [*KINDS.values(), *sorted(PARTS, key=str)])
def test_every_field_can_be_asked_for(cls: type) -> None:
    """Each field of each record and part is a question, once; needed ones come first."""
    found = questions(cls)
    assert {each.name for each in found} == {each.name for each in fields(cls)}
    needed = [each.is_needed for each in found]
    assert needed == sorted(needed, reverse=True)
    for each in found:
        assert isinstance(each.answer, str)


@given(
    st.lists(
        st.sampled_from(
            [
                "",
                ".",
                "?",
                "x",
                "y",
                "GB",
                "boats",
                "notice",
                "2024",
                "in May",
                "3",
                "held",
            ]
        ),
        max_size=60,
    ),
    st.sampled_from(list(KINDS)),
)
def test_any_answers_lead_to_a_record_or_to_another_question(
    answers: list[str], kind: str
) -> None:
    """Whatever is answered, nothing fails; what is returned is new to the dossier and fits into it."""
    given = iter(answers)

    def ask(_: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    try:
        record = interview(kind, DOSSIER, ask=ask, tell=Person({}).told.append)
    except EOFError:
        return
    assert record.id not in {each.id for each in DOSSIER.records}
    assert record in DOSSIER.with_records(record).records
