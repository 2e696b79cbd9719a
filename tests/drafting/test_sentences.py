"""The units of a text, and the sentences within them."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from entente.drafting._sentences import sentences, units


def split(text: str) -> list[tuple[str, str]]:
    """Return the units of a text, each with its kind."""
    return [
        (unit.kind.value, text[unit.start : unit.stop]) for unit in units(text)
    ]


# Its first line breaks off, though the next word had room.
LONG = (
    "They met in the old town hall of the city on the river with\n"
    "Mali. Then they went home, since it was late, and slept, for all were tired."
)
CASES = {
    "A TITLE\n\nThey met.": [("heading", "A TITLE"), ("text", "They met.")],
    "They met in Rome, where they agreed\nto meet again.": [
        ("text", "They met in Rome, where they agreed\nto meet again.")
    ],
    "They met.\nThey agreed on a plan that is very long indeed.": [
        ("text", "They met."),
        ("text", "They agreed on a plan that is very long indeed."),
    ],
    "They agreed to:\n1. meet;\n2. talk.": [
        ("lead", "They agreed to:"),
        ("item", "meet;"),
        ("item", "talk."),
    ],
    "They agreed on\n(a) talks;\n(b) visits.": [
        ("lead", "They agreed on"),
        ("item", "talks;"),
        ("item", "visits."),
    ],
    "They agreed on a total of\n12. It was little.": [
        ("text", "They agreed on a total of\n12. It was little.")
    ],
    "They met on the island of Bute\n– in the north – and talked.": [
        (
            "text",
            "They met on the island of Bute\n– in the north – and talked.",
        )
    ],
    "The ministers met in Paris again today.\nThe minister said:\nWe agree.": [
        ("text", "The ministers met in Paris again today."),
        ("speaker", "The minister said:"),
        ("text", "We agree."),
    ],
    "I. MIGRATION\n\nThey met.": [
        ("heading", "I. MIGRATION"),
        ("text", "They met."),
    ],
    "They met\nlast week.": [("text", "They met\nlast week.")],
    "Chad: will act.": [("text", "will act.")],
    "word " * 30 + "on.\nThey met.": [
        ("text", "word " * 30 + "on."),
        ("text", "They met."),
    ],
    LONG: [("text", LONG)],
    "word " * 30: [("text", ("word " * 30).strip())],
    "": [],
}


@pytest.mark.parametrize("text", CASES)
def test_a_text_is_split_into_units(text: str) -> None:
    """Lines are joined where they were wrapped, and parted where they were ended."""
    assert split(text) == CASES[text]


SENTENCES = {
    "They met. They agreed.": ["They met.", "They agreed."],
    "Mr. Smith met Dr. Jones.": ["Mr. Smith met Dr. Jones."],
    "See No. 2 and U.S. aid.": ["See No. 2 and U.S. aid."],
    "“We met.” They agreed! 5 came?": ["“We met.”", "They agreed!", "5 came?"],
    "They met. ": ["They met."],
    "They met.  They agreed.": ["They met.", "They agreed."],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_unit_is_split_into_sentences(text: str) -> None:
    """A stop ends a sentence where a capital or a digit follows, and no abbreviation is before it."""
    [unit] = units(text)
    found = [text[start:stop] for start, stop in sentences(text, unit)]
    assert found == SENTENCES[text]


@given(st.text('aA.1(): \n-•"”') | st.text())
def test_units_come_in_order(text: str) -> None:
    """Units and sentences lie one after another in the text."""
    at = 0
    for unit in units(text):
        assert at <= unit.start <= unit.stop <= len(text)
        at = unit.start
        for start, stop in sentences(text, unit):
            assert at <= start <= stop <= unit.stop
            at = stop


def test_a_line_that_begins_within_a_sentence_does_not_end_it() -> None:
    """Lines may be broken at any word, also before a name, however much room there was."""
    text = (
        "The German Minister\nand the Polish one for\nTransport agreed to build a"
        " longer bridge over the river.\n"
    )
    assert [(unit.start, unit.stop) for unit in units(text)] == [
        (0, len(text) - 1)
    ]
