"""How text is compared: what looks the same is the same, and nothing else is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, strategies as st

from entente import (
    Amount,
    Commitment,
    Dossier,
    Identifier,
    Metric,
    Observation,
    Party,
    PartyKind,
    Period,
    Quantity,
    Theme,
    check,
)
from entente._comparing import as_compared
from entente.errors import NotationError

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
INVISIBLE = "\u00ad\u200b\ufeff"

texts = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from([*LIGATURES, *INVISIBLE, "e", "\u0301", "\u0327"]),
    )
)

Writer = Callable[[str], str]

WRITERS: dict[str, Writer] = {
    "NFC": lambda text: unicodedata.normalize("NFC", text),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": "\u00ad".join,
    "spaces without width": "\u200b".join,
    "a mark of byte order": lambda text: f"\ufeff{text}",
    "ligatures": lambda text: text.replace("ffi", "\ufb03").replace(
        "fi", "\ufb01"
    ),
}
"""Ways to write a text that no reader can tell apart."""

written = pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)


# --- the form ------------------------------------------------------------------------------------


@given(texts)
def test_the_form_of_a_form_is_itself(text: str) -> None:
    """A text in the form in which texts are compared stays as it is."""
    assert as_compared(as_compared(text)) == as_compared(text)


@given(texts)
def test_the_form_is_nfc_with_letters_for_ligatures(text: str) -> None:
    """The form is the normal form NFC of a text without what is left out, letter by letter."""
    spelt = "".join(
        LIGATURES.get(each, each) for each in text if each not in INVISIBLE
    )
    assert as_compared(text) == unicodedata.normalize("NFC", spelt)


@given(texts, texts)
@example("5²", "52")
@example("½", "1⁄2")
@example("①", "1")
@example("５", "5")
@example("x₂", "x2")
@example("ǆ", "dž")
@example("ſ", "s")
@example("№", "No")
@example("Ａ", "A")
@example("a\u00a0b", "a b")
@example("a\u200cb", "ab")
@example("a\u2011b", "a-b")
def test_only_what_looks_the_same_is_equal(one: str, other: str) -> None:
    """Texts that differ once ligatures are written out, by more than a normal form, stay apart."""
    plain = [unicodedata.normalize("NFD", text) for text in (one, other)]
    spelt = [
        "".join(
            LIGATURES.get(each, each) for each in text if each not in INVISIBLE
        )
        for text in plain
    ]
    assume(
        unicodedata.normalize("NFD", spelt[0])
        != unicodedata.normalize("NFD", spelt[1])
    )
    assert as_compared(one) != as_compared(other)


def is_digit(character: str) -> bool:
    """Tell whether a character is a digit of any kind, as a superscript is."""
    return character.isdigit() or unicodedata.category(character) == "No"


@given(texts)
def test_no_digit_is_lost_or_made(text: str) -> None:
    """The digits of a text, superscripts and fractions among them, are those of its form."""
    before = [each for each in text if is_digit(each)]
    after = [each for each in as_compared(text) if is_digit(each)]
    assert after == before


marks = st.text(
    st.sampled_from("\u0301\u0327\u0345\u0f73\u0344\u3099"), min_size=64
)


@given(st.sampled_from(["", "a", "é", "ﬁ", "한"]), marks, st.just("z"))
def test_many_accents_are_put_in_order(
    letter: str, accents: str, after: str
) -> None:
    """A long row of accents has the normal form that Unicode gives it."""
    text = letter + accents + after
    assert as_compared(text) == unicodedata.normalize(
        "NFC", text.replace("\ufb01", "fi")
    )


def test_a_very_long_row_of_accents_is_read() -> None:
    """A hundred thousand accents in turn on one letter take no longer than other letters do."""
    text = "a" + "\u0301\u0327" * 100_000
    ordered = "á" + "\u0327" * 100_000 + "\u0301" * 99_999
    # Compared apart, since a report of the difference would take minutes.
    is_ordered = as_compared(text) == ordered
    assert is_ordered


# --- what compares with it -----------------------------------------------------------------------


@written
@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("cinq officiers réfugiés", None),
        ("five fifths", None),
        ("over 500 réfugiés a year", "> 500 réfugiés per P1Y"),
        ("five million officers", "5000000 officers"),
    ],
)
def test_amounts_in_words_are_read_however_they_are_written(
    words: str, amount: str | None, write: Writer
) -> None:
    """Words of an amount from a PDF mean what the words mean, and are refused where these are."""
    if amount is None:
        for text in (words, write(words)):
            with pytest.raises(ValueError, match="is not an amount"):
                Quantity.from_words(text)
    else:
        assert Quantity.from_words(write(words)) == Quantity(amount)


@written
def test_amounts_of_one_unit_are_of_one_unit(write: Writer) -> None:
    """Units that look the same are one, and an amount says it in one way."""
    written_so = Quantity(write("500 officiers réfugiés"))
    plain = Quantity("500 officiers réfugiés")
    assert written_so == plain
    assert str(written_so) == str(plain) == "500 officiers réfugiés"
    assert written_so - plain == Quantity("change 0 officiers réfugiés")
    assert Quantity.exactly(500, write("officiers réfugiés")) == plain


def test_a_power_is_no_number_of_two_digits() -> None:
    """5² is not read as 52."""
    with pytest.raises(ValueError, match="is not an amount"):
        Quantity("5² people")


@written
def test_dates_in_words_are_read_however_they_are_written(
    write: Writer,
) -> None:
    """Words of a date from a PDF mean what the words mean, and are kept as they are written."""
    words = write("by the end of the first half of 2024")
    date = Period.from_words(words, said="2024-01-30")
    assert date == Period("[..2024-06-30]")
    assert date.stated == words
    unread = write("by the end of the first fifth of 2024")
    with pytest.raises(ValueError, match="is not a date"):
        Period.from_words(unread, said="2024-01-30")


@written
def test_words_beside_a_date_are_compared_as_they_look(write: Writer) -> None:
    """A date is held to the source's words, however these are written."""
    stated = write("by the end of the first half of 2024")
    for due, count in (("[..2024-06-30]", 0), ("[..2025-06-30]", 1)):
        dossier = Dossier(
            [
                Commitment(
                    id="patrol",
                    summary="Patrol.",
                    due=Period(due, stated=stated),
                )
            ]
        )
        found = check(dossier, rules="date-against-its-words")
        assert len(found) == count, due


@written
def test_an_error_has_the_text_as_it_is_written(write: Writer) -> None:
    """What is refused is shown as it is written, with its position if that is one of this text."""
    text = write("fifty-five réfugiés")
    reads: list[Callable[[str], object]] = [
        Quantity,
        lambda words: Quantity.from_words(f"several {words}"),
        lambda words: Quantity.exactly(1, f"{words} =="),
        lambda words: Period.from_words(words, said="2024-01-30"),
    ]
    for read in reads:
        with pytest.raises(NotationError) as caught:
            read(text)
        assert text in caught.value.text
        assert caught.value.position is None or as_compared(text) == text


@written
def test_twins_are_found_however_they_are_written(write: Writer) -> None:
    """Two summaries that look the same are one promise, and two names that do one name."""
    summary, label = "Affecter cinq officiers à Orléans.", "Réfugiés officiels"
    dossier = Dossier(
        [
            Theme(id="a", label=label),
            Theme(id="b", label=write(label)),
            Party(id="c", name=label, kind=PartyKind.GROUPING),
            Party(id="d", name=write(label), kind=PartyKind.GROUPING),
            Commitment(id="one", summary=summary),
            Commitment(id="two", summary=write(summary)),
        ]
    )
    found = check(dossier, rules=("restatement-as-new", "alias-claimed-twice"))
    assert [(each.record, each.message) for each in found] == [
        ("two", "says the same as 'one'"),
        ("b", f"goes by {write(label)!r}, and so does 'a'"),
        ("d", f"goes by {write(label)!r}, and so does 'c'"),
    ]
    # What was written is kept as it is.
    [commitment] = [each for each in dossier.commitments if each.id == "two"]
    assert commitment.summary == write(summary)


@written
def test_a_state_is_known_by_its_name_however_written(write: Writer) -> None:
    """A party that bears the name of a state is told its code."""
    party = Party(id="ci", name=write("Côte d'Ivoire"), kind=PartyKind.STATE)
    [found] = check(Dossier([party]), rules="state-by-another-name")
    assert found.hint == "write 'CI' wherever 'ci' stands"


@written
def test_a_metric_and_its_figures_are_of_one_unit(write: Writer) -> None:
    """A figure whose unit looks like that of its metric is in that unit."""
    unit = "officiers réfugiés"
    metric = Metric(
        id="m",
        name="M",
        unit=write(unit),
        observations=(Observation(period="2023", value=f"5 {unit}"),),
    )
    assert metric.unit == write(unit)
    assert check(Dossier([metric]), rules="unit-of-another-kind") == ()


@written
def test_a_question_finds_what_looks_like_it(write: Writer) -> None:
    """Units and identifiers that look like those asked for are found, and make one group."""
    unit, number = "officiers réfugiés", "dossier-officiel-é"
    dossier = Dossier(
        [
            Commitment(
                id=id,
                summary=id,
                amounts=(Amount(value=f"5 {way(unit)}"),),
                identifiers=(Identifier(scheme="s", identifier=way(number)),),
            )
            for id, way in (("one", str), ("two", write))
        ]
    )
    promised = dossier.commitments
    for way in (str, write):
        assert promised.where(unit=way(unit)).ids == ("one", "two")
        assert promised.where(identifier=way(number)).ids == ("one", "two")
    assert promised.count_by("unit") == {unit: 2}
    assert promised.count_by("identifier") == {number: 2}
    card = dossier.scorecard(by="unit", on="2024-01-01", firm=False)
    assert len(card) == 1
    assert card[write(unit)].group == unit


@pytest.mark.parametrize("id", ["café", "cafe\u0301", "o\ufb03ce", "a\u00adb"])
def test_ids_have_no_second_way_to_be_written(id: str) -> None:
    """An id is of plain letters, so that two that look the same are the same."""
    with pytest.raises(ValueError, match="is not an id"):
        Theme(id=id, label="Theme")
