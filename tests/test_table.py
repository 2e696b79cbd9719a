"""Tables: for a terminal and for a notebook."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, strategies as st

from entente._tables import (
    WIDTH,
    as_html,
    as_text,
    left_out as columns_left_out,
)

LONG = "They agreed to share what they know of the networks, and to meet again before the summer is over."


def test_columns_are_as_wide_as_their_cells() -> None:
    """Columns line up, the headers are underlined, and no line ends in white space."""
    assert as_text(("id", "by", "what"), [("more-patrols", "FR", "Patrol."), ("pay", "", "Pay.")]) == (
        "id            by  what\n"
        "────────────  ──  ───────\n"
        "more-patrols  FR  Patrol.\n"
        "pay               Pay."
    )  # fmt: skip


def test_the_last_column_is_cut_to_the_width() -> None:
    """A summary that is too long ends in an ellipsis at the width, with no space before it."""
    assert as_text(("id", "what"), [("a", LONG)], width=30) == (
        "id  what\n"
        "──  ──────────────────────────\n"
        "a   They agreed to share what…"
    )  # fmt: skip


def test_a_text_that_fits_exactly_is_not_cut() -> None:
    """A text that fills the width is kept whole; with one letter more it is cut."""
    assert as_text(("id", "what"), [("a", "x" * 16)], width=20).endswith(
        "\na   " + "x" * 16
    )
    assert as_text(("id", "what"), [("a", "x" * 17)], width=20).endswith(
        "\na   " + "x" * 15 + "…"
    )


def test_the_last_column_keeps_some_room() -> None:
    """If the others leave no room, the last keeps twelve columns, or the width of its header."""
    lines = as_text(("id", "what"), [("i" * 40, LONG)], width=30).splitlines()
    assert lines[2] == "i" * 40 + "  They agreed…"
    lines = as_text(
        ("id", "what was promised"), [("i" * 40, LONG)], width=30
    ).splitlines()
    assert lines[0].endswith("what was promised")
    assert lines[2] == "i" * 40 + "  They agreed to s…"


def test_a_table_may_have_no_rows() -> None:
    """Headers alone are a table."""
    assert as_text(("id", "what"), []) == "id  what\n──  ────"


def test_wide_and_combining_letters_are_counted_as_they_are_shown() -> None:
    """A Chinese letter takes two columns and an accent none, so that columns still line up."""
    wide, accented = "中國", "Re\u0301union"
    assert as_text(("id", "what"), [(wide, "x"), (accented, "y")]) == (
        "id       what\n"
        "───────  ────\n"
        f"{wide}     x\n"
        f"{accented}  y"
    )  # fmt: skip


def test_a_wide_letter_is_not_cut_in_half() -> None:
    """Cut text stays within its width where the letter at the edge takes two columns."""
    assert as_text(("id", "what"), [("a", "中" * 20)], width=16).endswith(
        "\na   " + "中" * 5 + "…"
    )


@pytest.mark.parametrize(
    ("odd", "shown"),
    [
        ("\n", " "),
        ("\t", " "),
        ("\r", " "),
        ("\x1b", r"\x1b"),
        ("\u202e", r"\u202e"),
        ("\x7f", r"\x7f"),
    ],
)
def test_no_text_moves_the_cursor(odd: str, shown: str) -> None:
    """Line breaks and tabs become spaces, escapes and direction marks are escaped."""
    assert as_text(("id",), [(f"a{odd}b",)]).splitlines()[2] == f"a{shown}b"


def test_a_very_long_text_is_cut() -> None:
    """A text much longer than the table is cut to its width."""
    lines = as_text(("id", "what"), [("a", "x" * 20_000)]).splitlines()
    assert [len(line) for line in lines] == [8, WIDTH, WIDTH]


@given(
    st.lists(
        st.tuples(
            st.text(st.sampled_from("ab é中\u0301\n\t"), max_size=9),
            st.text(st.sampled_from("ab 中\u0301"), max_size=40),
        ),
        max_size=5,
    ),
    st.integers(24, 60),
)
def test_a_table_has_a_line_for_each_row_and_keeps_its_width(
    rows: list[tuple[str, str]], width: int
) -> None:
    """There are always two lines more than rows, and none is longer than the width."""
    lines = as_text(("id", "what"), rows, width=width).split("\n")
    assert len(lines) == len(rows) + 2
    assert all(len(line.replace("\u0301", "")) <= width for line in lines)


class Cells(HTMLParser):
    """Collects the tags and texts of a document as a browser would."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        """Remember a tag, and that a text may follow it."""
        self.tags.append(tag)
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        """Add to the text of the tag before it."""
        self.texts[-1] += data


def test_html_is_a_captioned_table_with_scoped_headers() -> None:
    """The HTML table has a caption and scoped headers, which screen readers need."""
    html = as_html(("id", "what"), [("a", "A & B")], caption="1 theme")
    # In a notebook, cells are at the right unless each says otherwise.
    assert html.count(' style="text-align:left"') == 4
    assert html.replace(' style="text-align:left"', "") == (
        "<table><caption>1 theme</caption>"
        '<thead><tr><th scope="col">id</th><th scope="col">what</th></tr></thead>'
        "<tbody><tr><td>a</td><td>A &amp; B</td></tr></tbody></table>"
    )


@given(st.text(), st.text(), st.text())
def test_no_text_becomes_markup(header: str, cell: str, caption: str) -> None:
    """Whatever a cell, header or caption holds, the tags are those of one table."""
    page = Cells(as_html((header,), [(cell,)], caption=caption))
    assert page.tags == [
        "table",
        "caption",
        "thead",
        "tr",
        "th",
        "tbody",
        "tr",
        "td",
    ]
    assert "<script" not in as_html(
        ("<script>",), [("<script>",)], caption="<script>"
    )


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn"))))
def test_html_keeps_every_text(cell: str) -> None:
    """A notebook shows exactly the text of the record; what does harm in one is escaped."""
    assert (
        Cells(as_html(("id",), [(cell,)], caption="1 theme")).texts[-1] == cell
    )


WORDY_ROWS = [
    (
        "boats",
        "2024-01-30",
        "subject to approval by the Congress of the United States",
        "476000000 GBP over 2023/2026",
        "readout:14-16",
        LONG,
    )
]
WORDY_HEADERS = ("id", "due", "depends on", "amount", "cited", "what")


def test_columns_of_words_share_the_room_with_the_last() -> None:
    """They are cut between words, so that no number loses a digit; a date is kept."""
    shown = as_text(
        WORDY_HEADERS,
        WORDY_ROWS,
        width=96,
        wordy=("due", "depends on", "amount"),
    )
    assert shown.splitlines()[2] == (
        "boats  2024-01-30  subject to …  476000000 GBP over …  readout:14-16"
        "  They agreed to share what…"
    )


def test_a_number_is_not_cut_from_its_unit() -> None:
    """An amount keeps its currency in the narrowest column."""
    rows = [("a", "476000000 GBP over 2023/2026; at most 5 people", LONG)]
    shown = as_text(
        ("id", "amount", "what"), rows, width=30, wordy=("amount",)
    )
    assert shown.splitlines()[2] == "a   476000000 GBP …  They agreed…"


def test_a_column_leaves_the_room_that_it_does_not_need() -> None:
    """A table that has room for all its words cuts none."""
    rows = [("a", "approval (us-congress)", "Sell it.")]
    shown = as_text(
        ("id", "depends on", "what"), rows, width=40, wordy=("depends on",)
    )
    assert shown.splitlines()[2] == "a   approval (us-congress)  Sell it."


def test_a_table_that_is_too_wide_does_without_what_is_spare() -> None:
    """What is named first is left out first, and only where there is no room."""
    for width, left_out in (
        (96, set()),
        (62, {"cited"}),
        (52, {"cited", "due"}),
    ):
        shown = as_text(
            WORDY_HEADERS,
            WORDY_ROWS,
            width=width,
            wordy=("depends on", "amount"),
            spare=("cited", "due"),
        )
        head = shown.splitlines()[0]
        assert {each for each in WORDY_HEADERS if each not in head} == left_out
        assert all(len(line) <= width for line in shown.splitlines())


@given(
    st.lists(st.text("ab ", max_size=40), min_size=1, max_size=5),
    st.integers(40, 80),
)
def test_a_cut_text_is_the_beginning_of_the_whole(
    cells: list[str], width: int
) -> None:
    """Whatever is cut ends in an ellipsis, and the rest is unchanged."""
    shown = as_text(
        ("words", "what"),
        [(f"x{cell}", LONG) for cell in cells],
        width=width,
        wordy=("words",),
    )
    for line, cell in zip(shown.splitlines()[2:], cells, strict=True):
        beginning = line.split("  They")[0].rstrip()
        assert f"x{cell}".startswith(beginning.removesuffix(" …"))


@pytest.mark.parametrize(
    ("cell", "is_whole"),
    [
        ("2024-01-30", True),
        ("2024-21 “in the spring”", True),
        ("[..2024-05-31]", True),
        ("30 September 2024", True),
        ("spring 2024", True),
        ("20 drones", True),
        ("between 14 May and 12 August 2025", False),
        ("2024", False),
        ("Patrol more.", False),
        ("2024-01-30 and many more words than a line has", False),
    ],
)
def test_a_date_is_not_broken_at_its_hyphens(
    cell: str, *, is_whole: bool
) -> None:
    """Other texts may be broken, so that a table fits."""
    html = as_html(("id",), [(cell,)], caption="1 theme")
    assert ("white-space:nowrap" in html) == is_whole


def test_columns_that_are_left_out_can_be_named() -> None:
    """Those that there are not, and those that fit, are not among them."""
    rows = [("a", "Ministers", "x", "Patrol.")]
    headers = ("id", "by", "at", "summary")
    spare = ("none", "by", "at")
    assert columns_left_out(headers, rows, width=80, spare=spare) == ()
    assert columns_left_out(headers, rows, width=20, spare=spare) == ("by",)
