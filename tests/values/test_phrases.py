"""The date phrases of communiqués, read against the day on which they were said."""

from __future__ import annotations

import datetime

import attrs
import pytest

from entente import Truth
from entente.errors import PeriodError, RecordError
from entente.values import _phrases as phrases
from entente.values._conventions import CONVENTIONS, Conventions
from entente.values._period import Period
from entente.values._phrases import MAX_LENGTH, PhraseReading
from read_phrases import GOING_ON, READ, SAID
from refused_phrases import REFUSED


def read(words: str, said: str = SAID, country: str | None = None) -> str:
    return str(Period.from_words(words, said=said, country=country))


@pytest.mark.parametrize(("words", "text"), READ.items())
def test_phrases_that_are_read(words: str, text: str) -> None:
    """A phrase means what it says, keeps its words, and its meaning is canonical EDTF."""
    period = Period.from_words(words, said=SAID)
    assert str(period) == text
    assert period.stated == words


@pytest.mark.parametrize("words", READ)
def test_what_was_going_on_is_certain_until_the_day_of_saying(
    words: str,
) -> None:
    """Only words such as "since" say that something still went on when they were said."""
    period = Period.from_words(words, said=SAID)
    as_of = datetime.date(2024, 1, 30) if words in GOING_ON else None
    assert period.as_of == as_of


def test_what_went_on_may_have_ended_since() -> None:
    """What has lasted since May is certain on the day of saying, and possible later."""
    since = Period.from_words("since May 2023", said=SAID)
    assert since.overlaps("2024-01-30") is Truth.YES
    assert since.overlaps("2030") is Truth.MAYBE


@pytest.mark.parametrize("words", READ)
def test_case_and_white_space_do_not_matter(words: str) -> None:
    """Capitals, doubled spaces and a stop at the end change nothing."""
    assert read(f"  {words.upper().replace(' ', '  ')}. ") == READ[words]


@pytest.mark.parametrize(("words", "reason"), REFUSED.items())
def test_phrases_that_are_refused(words: str, reason: str) -> None:
    """What no rule reads, may be read in two ways or cannot be is an error with its reason."""
    with pytest.raises(PeriodError) as caught:
        Period.from_words(words, said=SAID)
    assert str(caught.value) == f"{words!r} is not a date: {reason}"
    assert caught.value.text == words


@pytest.mark.parametrize(
    "said",
    [
        "2024-01",
        "2024-01-30?",
        "2024-01-30~",
        "2024-01-30/2024-01-30",
        "../..",
        "202X-01-30",
    ],
)
def test_said_is_one_definite_day(said: str) -> None:
    """Words said on a vague day cannot be read."""
    with pytest.raises(PeriodError) as caught:
        read("tomorrow", said)
    assert (
        str(caught.value)
        == f"{said!r} is not a date: 'said' must be one definite day, such as 2024-01-30"
    )


def test_said_may_be_any_form_of_a_day() -> None:
    """The day of saying is a period, a date or text."""
    for said in (
        Period("2024-01-30", stated="today"),
        datetime.date(2024, 1, 30),
        "2024-01-30T10:00:00Z",
    ):
        assert Period.from_words("tomorrow", said=said) == Period("2024-01-31")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("by the end of 2024", "[..2024-12-31]"),
        ("since May 2023", "2023-05/"),
        ("in March and April 2024", "2024-03/2024-04"),
        ("three months after 1 March 2024", "2024-06-01"),
        ("before 2020", "[..2019-12-31]"),
    ],
)
def test_some_words_need_no_day_of_saying(words: str, text: str) -> None:
    """Words that name their year mean the same on every day."""
    assert phrases.read(words, said=None) == PhraseReading(text)


@pytest.mark.parametrize(
    "words",
    [
        "today",
        "by March",
        "in the coming months",
        "this year",
        "four months ago",
        "10–12 December",
        "Monday 4 March",
        "as of 31 December 2023",
        "by Mar 26",
    ],
)
def test_other_words_do(words: str) -> None:
    """Words that count from the day of saying cannot be read without it."""
    with pytest.raises(
        PeriodError,
        match="it counts from the day on which it was said; give that day",
    ):
        phrases.read(words, said=None, country="US")


def test_conventions_can_be_replaced() -> None:
    """What is a convention is the caller's to choose; the given ones stay as they are."""
    south = attrs.evolve(
        CONVENTIONS,
        spring="29",
        summer="30",
        autumn="31",
        winter="32",
        early="33",
        coming_months=3,
    )

    def read_south(words: str) -> str:
        period = Period.from_words(
            words, said=SAID, country="GB", conventions=south
        )
        return str(period)

    assert read_south("in spring 2024") == "2024-29"
    assert read_south("in the winter of 2024") == "2024-32"
    assert read_south("in summer 2024/25") == "2024-30"
    assert read_south("this summer") == "2023-30"
    assert read_south("early 2025") == "2025-33~"
    assert read_south("in the coming months") == "[2024-01-30..2024-04~]"
    assert Conventions() == CONVENTIONS


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"early": "13"},
            "early: '13' is not a part of a year: give a code from 21 to 41",
        ),
        (
            {"spring": "03"},
            "spring: '03' is not a part of a year: give a code from 21 to 41",
        ),
        ({"coming_days": 0}, "coming_days: 0 is not a whole number above 0"),
        (
            {"coming_years": 1.5},
            "coming_years: 1.5 is not a whole number above 0",
        ),
    ],
)
def test_conventions_are_checked(
    changes: dict[str, object], message: str
) -> None:
    """A convention that cannot be is an error where it is made."""
    with pytest.raises(RecordError) as caught:
        Conventions(**changes)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_the_spring_meeting() -> None:
    """The case that started it: a meeting announced for the spring was held on 4 March."""
    announced = Period.from_words("in the spring", said=SAID)
    assert Period("2024-03-04").within(announced) is Truth.YES
    assert announced.within("2024-03-04") is Truth.MAYBE


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by the start of 2025", "2025-04-30"),
        ("by early 2025", "2025-04-30"),
        ("by mid-2024", "2024-08-31"),
        ("by late March", "2024-03-31"),
        ("by the middle of March", "2024-03-31"),
        ("by around 4 March", "2024-03-06"),
        ("by the early 2030s", "2033-12-31"),
        ("by 2025 or 2026", "2026-12-31"),
    ],
)
def test_vague_words_give_a_deadline_in_doubt(words: str, day: str) -> None:
    """The last day that "by early 2025" may allow does not certainly keep the deadline."""
    deadline = Period.from_words(words, said=SAID)
    assert Period(day).within(deadline) is not Truth.YES


def test_long_texts_are_refused_unread() -> None:
    """Beyond the length of any phrase nothing is read, so that no text takes long."""
    with pytest.raises(
        PeriodError,
        match=r"longer than any phrase that can be read \(200 characters\)",
    ):
        read("x" * (MAX_LENGTH + 1))
