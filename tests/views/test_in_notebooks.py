"""Notebooks show records and dossiers as tables, with all text escaped."""

from __future__ import annotations

import pytest
from attrs import NOTHING, evolve, fields
from hypothesis import given

import entente
from entente import (
    Amount,
    Anchor,
    AnchorDate,
    Basis,
    Citation,
    Commitment,
    Condition,
    Dossier,
    Firmness,
    Period,
    Record,
    Theme,
)
from entente.records._display import as_html, caption
from entente.records._model import KINDS
from entente.strategies import dossiers
from pages import EVIL, Page, seen


def html_of(record: Record | Dossier) -> str:
    """Return the HTML that a notebook shows."""
    html = getattr(record, "_repr_html_")()  # noqa: B009 -- as a notebook does, which knows no types
    assert isinstance(html, str)
    return html


@given(dossiers(max_size=6))
def test_every_record_shows_the_fields_that_are_set(dossier: Dossier) -> None:
    """The table has a row for each field, under kind, id and caption."""
    for record in dossier.records:
        page = Page(html_of(record))
        names = [
            each.name.replace("_", " ")
            for each in fields(type(record))
            if each.default is NOTHING
            or getattr(record, each.name) != each.default
        ]
        assert page.text[0] == seen(
            f"{type(record).__name__} {record.id}: {caption(record)}"
        )
        assert page.tags.count("tr") == len(names) + 1
        assert set(names) <= set(page.text)


def test_each_kind_of_record_shows_itself() -> None:
    """All eleven kinds have a table."""
    records = entente.example("uk-france").records
    assert {type(record) for record in records} == set(KINDS.values())
    assert all(html_of(record) == as_html(record) for record in records)


def test_a_record_is_shown_in_full() -> None:
    """Dates are in words, with those of their source, and parts have all their fields."""
    citation = Citation(
        source="readout",
        lines="14-16",
        basis=Basis.INFERRED,
        note="By its date.",
    )
    promise = Commitment(
        id="patrol",
        summary="Patrol more.",
        by=("FR", "GB"),
        firmness=Firmness.AGREED,
        continuing=True,
        due=Period("2024-21", stated="in the spring"),
        citations=(citation,),
    )
    assert Page(html_of(promise)).text == [
        *("Commitment patrol: Patrol more.", "field", "value"),
        *("id", "patrol", "summary", "Patrol more.", "by", "FR; GB"),
        *(
            "firmness",
            "agreed",
            "continuing",
            "yes",
            "due",
            "spring 2024 (“in the spring”)",
        ),
        *(
            "citations",
            "source: readout, lines: 14-16, basis: inferred, note: By its date.",
        ),
    ]


def test_a_record_has_no_notation_of_files() -> None:
    """Amounts and times are in words, and words of vocabularies have no underscore."""
    promise = Commitment(
        id="patrol",
        summary="Patrol more.",
        due_from=Anchor(
            record="treaty", date=AnchorDate.IN_FORCE, after="P6M"
        ),
        amounts=(Amount(value="> 5 people", over="2023/2024"),),
        conditions=(Condition(waits_for="vote", count="~ 3 votes"),),
        recurrence="FREQ=MONTHLY;INTERVAL=6",
    )
    text = Page(html_of(promise)).text
    assert "record: treaty, date: in force, after: 6 months" in text
    assert "value: more than 5 people, over: from 2023 to 2024" in text
    assert "waits for: vote, count: about 3 votes" in text
    assert "every 6 months" in text


@pytest.mark.parametrize("field", ["label", "note", "aliases"])
def test_text_cannot_break_out_of_a_record(field: str) -> None:
    """Any field stays text."""
    theme = Theme(id="a", label="A")
    held = (EVIL,) if field == "aliases" else EVIL
    html = html_of(evolve(theme, **{field: held}))  # type: ignore[arg-type]
    assert "<script" not in html
    assert EVIL in Page(html).text


def test_a_dossier_shows_its_counts() -> None:
    """Records are counted by kind, under the total."""
    dossier = Dossier(
        [
            Theme(id="a", label="A"),
            Theme(id="b", label="B"),
            Commitment(id="c", summary="C."),
        ]
    )
    assert Page(html_of(dossier)).text == [
        *(
            "Dossier of 3 records",
            "kind",
            "records",
            "themes",
            "2",
            "commitments",
            "1",
        ),
    ]
    assert (
        Page(html_of(Dossier([Theme(id="a", label="A")]))).text[0]
        == "Dossier of 1 record"
    )


def test_an_explanation_is_shown_as_it_is_printed() -> None:
    """Its lines are kept, long ones are broken, and its texts are escaped."""
    dossier = entente.example("promises-kept")
    status = dossier.status("presidents-to-meet-in-europe", on="2021-11-02")
    why = status.explain()
    html = getattr(why, "_repr_html_")()  # noqa: B009 -- as a notebook does, which knows no types
    page = Page(html)
    assert page.tags == ["pre"]
    assert "white-space:pre-wrap" in html
    assert page.text == [seen(str(why))]


def test_a_brief_is_shown_as_a_document() -> None:
    """A notebook draws the Markdown."""
    dossier = entente.example("promises-kept")
    brief = entente.views.brief(dossier, on="2024-06-01")
    shown = getattr(brief, "_repr_markdown_")()  # noqa: B009 -- as a notebook does, which knows no types
    assert shown == brief.to_markdown()


def test_a_part_of_a_selection_says_which() -> None:
    """As one writes it in Python, without what was left open."""
    themes = entente.example("uk-france").themes
    assert "themes where position = :2<" in html_of(themes[:2])  # type: ignore[arg-type]
    assert "themes where position = 1::2<" in html_of(themes[1::2])  # type: ignore[arg-type]
