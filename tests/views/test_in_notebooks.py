"""What a notebook shows of records and dossiers: every field that is set, and nothing that breaks out."""

from __future__ import annotations

import pytest
from attrs import NOTHING, evolve, fields
from hypothesis import given, settings

import entente
from entente import (
    Basis,
    Citation,
    Commitment,
    Dossier,
    Firmness,
    Period,
    Record,
    Theme,
)
from entente.records._display import as_html, caption
from entente.records._model import KINDS
from entente.strategies import dossiers
from pages import EVIL, Page


def shown(record: Record | Dossier) -> str:
    """Return what a notebook asks for."""
    html = getattr(record, "_repr_html_")()  # noqa: B009 -- as a notebook does, which knows no types
    assert isinstance(html, str)
    return html


@settings(max_examples=25)
@given(dossiers(max_size=6))
def test_every_record_shows_the_fields_that_are_set(dossier: Dossier) -> None:
    """A table with a row for each of them, under the kind, the id and the caption of the record."""
    for record in dossier.records:
        page = Page(shown(record))
        told = [
            each.name.replace("_", " ")
            for each in fields(type(record))
            if each.default is NOTHING or getattr(record, each.name) != each.default
        ]
        assert page.text[0] == f"{type(record).__name__} {record.id}: {caption(record)}"
        assert page.tags.count("tr") == len(told) + 1
        assert set(told) <= set(page.text)


def test_each_kind_of_record_shows_itself() -> None:
    """All eleven do, those of the example among them."""
    records = entente.example("uk-france").records
    assert {type(record) for record in records} == set(KINDS.values())
    assert all(shown(record) == as_html(record) for record in records)


def test_a_record_is_told_in_full() -> None:
    """Words of the source stand beside their dates, and parts are told field by field."""
    citation = Citation(
        source="readout", lines="14-16", basis=Basis.INFERRED, note="By its date."
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
    assert Page(shown(promise)).text == [
        *("Commitment patrol: Patrol more.", "field", "value"),
        *("id", "patrol", "summary", "Patrol more.", "by", "FR; GB"),
        *("firmness", "agreed", "continuing", "yes", "due", "2024-21 “in the spring”"),
        *(
            "citations",
            "source readout, lines 14-16, basis inferred, note By its date.",
        ),
    ]


@pytest.mark.parametrize("field", ["label", "note", "aliases"])
def test_nothing_breaks_out_of_a_record(field: str) -> None:
    """Whatever a field holds stays text."""
    theme = Theme(id="a", label="A")
    held = (EVIL,) if field == "aliases" else EVIL
    html = shown(evolve(theme, **{field: held}))  # type: ignore[arg-type]
    assert "<script" not in html
    assert EVIL in Page(html).text


def test_a_dossier_shows_how_much_it_holds() -> None:
    """Counts by kind, under their sum."""
    dossier = Dossier(
        [
            Theme(id="a", label="A"),
            Theme(id="b", label="B"),
            Commitment(id="c", summary="C."),
        ]
    )
    assert Page(shown(dossier)).text == [
        *("Dossier of 3 records", "kind", "records", "themes", "2", "commitments", "1"),
    ]
    assert (
        Page(shown(Dossier([Theme(id="a", label="A")]))).text[0]
        == "Dossier of 1 record"
    )
