"""A dossier as linked data: where each field goes, what rdflib reads, what a question in SPARQL answers."""

from __future__ import annotations

import json
import re
import sys
import warnings
from pathlib import Path
from typing import cast

import pytest
import rdflib
from attrs import fields
from rdflib.compare import isomorphic

from entente import (
    Basis,
    Citation,
    Commitment,
    Dossier,
    Membership,
    Period,
    Source,
    SourceKind,
    Theme,
    example,
)
from entente.errors import FormatError, MissingExtraError, QueryError
from entente.exports import context, linked
from entente.exports._terms import CLASSES, PLACES
from entente.records._model import KINDS
from entente.records._parts import PARTS
from full_dossier import FULL
from hostile import HOSTILE, hostile_dossier, unseen_in

BASE = "https://example.org/tracker/"

PREFIXES = "".join(
    f"PREFIX {prefix}: <{address}>\n"
    for prefix, address in context()["@context"].items()
    if isinstance(address, str)
)


def graph(text: str, format: str = "json-ld") -> rdflib.Graph:
    """Read linked data by rdflib."""
    with warnings.catch_warnings():
        # rdflib uses a class of its own that it has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        return rdflib.Graph().parse(data=text, format=format)


def answers(dossier: Dossier, question: str) -> list[tuple[str, ...]]:
    """Return the rows that a question in SPARQL has of a dossier, ids without their base."""
    rows = graph(linked(dossier, base=BASE)).query(PREFIXES + question)
    return sorted(
        tuple(str(value).removeprefix(BASE) for value in cast("tuple[object, ...]", row))
        for row in rows
    )  # fmt: skip


# --- the formats ---------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "dossier", [FULL, example("promises-kept")], ids=["full", "promises-kept"]
)
def test_both_formats_say_the_same(dossier: Dossier) -> None:
    """JSON-LD and Turtle are the same graph, and the same bytes each time."""
    json_ld = linked(dossier, base=BASE)
    turtle = linked(dossier, base=BASE, format="turtle")
    assert isomorphic(graph(json_ld), graph(turtle, "turtle"))
    same = Dossier(dossier.records)
    assert linked(same, base=BASE) == json_ld
    assert linked(same, base=BASE, format="turtle") == turtle


@pytest.mark.no_cover
def test_every_record_is_in_the_graph() -> None:
    """Each record is a node with a class, and so is each state that any of them names."""
    dossier = example("uk-france")
    rows = answers(dossier, "SELECT ?a WHERE { ?a a ?b FILTER isIRI(?a) }")
    ids = {record.id for record in (*dossier.records, *dossier.parties)}
    assert {id for (id,) in rows} == ids


def test_the_context_is_inline_and_a_file() -> None:
    """A reader loads nothing: the context is in the text, and it is the file of the package."""
    made = json.loads(linked(FULL, base=BASE))
    file = Path(sys.modules["entente.exports"].__file__ or "")
    stored = json.loads(file.with_name("context.jsonld").read_text("utf-8"))
    assert made["@context"] == stored["@context"] == context()["@context"]


def test_every_property_has_a_prefix() -> None:
    """No key of the text is unknown to the context, which would drop it."""
    known = set(context()["@context"])
    keys = re.findall(r'"([\w@:]+)":', linked(FULL, base=BASE))
    assert {
        key
        for key in keys
        if not key.startswith("@") and key.partition(":")[0] not in known
    } == set()


# --- questions -----------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "name", ["uk-france", "promises-kept", "channel-2020-2024"]
)
def test_narrower_themes_answer_as_where(name: str) -> None:
    """A question for a theme and all that it includes has the answers that `where` has."""
    dossier = example(name)
    rows = answers(
        dossier,
        "SELECT ?theme ?promise WHERE"
        " { ?promise a schema:Action ; dcterms:subject/skos:broader* ?theme }",
    )
    assert set(rows) == {
        (theme.id, promise.id)
        for theme in dossier.themes
        for promise in dossier.commitments.where(theme=theme.id)
    }


@pytest.mark.no_cover
def test_offices_answer_as_a_dossier() -> None:
    """A question for the people in posts finds who held which office."""
    dossier = example("uk-france")
    rows = answers(
        dossier,
        "SELECT ?person ?post WHERE { ?person org:hasMembership/opengov:post ?post }",
    )
    assert set(rows) == {
        (holding.minister.id, holding.office.id)
        for holding in dossier.holdings()
    }


@pytest.mark.no_cover
def test_members_and_wholes_are_told_apart() -> None:
    """A membership names its member and its organisation, from whichever end it was written."""
    rows = answers(
        FULL,
        "SELECT ?member ?whole WHERE { ?m a org:Membership ; org:organization ?whole ."
        " { ?m org:member ?member } UNION { ?member org:hasMembership ?m } }",
    )
    written = {
        (each.party, party.id)
        for party in FULL.parties
        for each in party.members
    } | {
        (party.id, each.party)
        for party in FULL.parties
        for each in party.part_of
    }
    assert set(rows) == written
    assert any(isinstance(each, Membership) for each in FULL.parties["calais"].members)  # fmt: skip


def test_dates_are_edtf_and_days_are_days() -> None:
    """A date is EDTF; one that is a single day is one of XML Schema, too; its words are kept."""
    dossier = Dossier(
        [
            Commitment(
                id="patrol",
                summary="Patrol.",
                made="2024-01-30",
                due=Period("2024-21", stated="in the spring"),
            ),
            Commitment(
                id="soon", summary="Soon.", due=Period(stated="promptly")
            ),
        ]
    )
    rows = answers(
        dossier,
        "SELECT ?a ?date (DATATYPE(?date) AS ?type) WHERE { ?a dcterms:created|ical:due ?date }",
    )
    assert rows == [
        ("patrol", "2024-01-30", "http://id.loc.gov/datatypes/edtf/EDTF"),
        ("patrol", "2024-01-30", "http://www.w3.org/2001/XMLSchema#date"),
        ("patrol", "2024-21", "http://id.loc.gov/datatypes/edtf/EDTF"),
        (
            "patrol",
            "in the spring",
            "http://www.w3.org/2001/XMLSchema#string",
        ),
        ("soon", "promptly", "http://www.w3.org/2001/XMLSchema#string"),
    ]


def test_passages_are_selected_as_the_standard_counts() -> None:
    """Lines and characters are counted by the positions between them, from 0 (RFC 5147)."""
    cited = Citation(
        source="readout",
        lines="14-16",
        characters="1",
        paragraphs="3",
        quote="over half",
        basis=Basis.INFERRED,
        note="By the table.",
    )
    readout = Source(id="readout", title="Readout", kind=SourceKind.READOUT)
    dossier = Dossier(
        [readout, Theme(id="boats", label="Boats", citations=(cited,))]
    )
    rows = answers(
        dossier,
        "SELECT ?theme ?source ?passage WHERE"
        " { ?a a oa:Annotation ; oa:hasBody ?theme ; oa:hasTarget ?t ."
        " ?t oa:hasSource ?source ; oa:hasSelector/(rdf:value|oa:exact) ?passage }",
    )
    assert rows == [
        ("boats", "readout", "char=0,1"),
        ("boats", "readout", "line=13,16"),
        ("boats", "readout", "over half"),
    ]
    rows = answers(
        dossier,
        "SELECT ?basis ?note ?field ?value WHERE"
        " { ?a a oa:Annotation ; dc:type ?basis ; skos:note ?note ; schema:additionalProperty"
        " [ schema:propertyID ?field ; schema:value ?value ] }",
    )
    assert rows == [("inferred", "By the table.", "paragraphs", "3")]
    rows = answers(dossier, "SELECT ?a WHERE { ?a prov:wasDerivedFrom ?b }")
    assert rows == [("boats",)]


def test_only_addresses_of_the_web_are_links() -> None:
    """An address that is none is kept as a text."""
    odd = Source(
        id="odd",
        title="Odd",
        kind=SourceKind.READOUT,
        address="javascript:alert(1)",
    )
    good = Source(
        id="good",
        title="Good",
        kind=SourceKind.READOUT,
        address="https://example.org/a",
    )
    rows = answers(
        Dossier([odd, good]),
        "SELECT ?a (isIRI(?url) AS ?link) WHERE { ?a schema:url ?url }",
    )
    assert rows == [("good", "true"), ("odd", "false")]


# --- what is kept and what is lost ---------------------------------------------------------------


def test_every_field_has_a_place() -> None:
    """The table of the code names each field of each record and part, and no other."""
    classes = {*KINDS.values(), *PARTS}
    assert {
        cls.__name__: {each.name for each in fields(cls)} for cls in classes
    } == {cls.__name__: set(places) for cls, places in PLACES.items()}


def test_the_page_lists_every_field() -> None:
    """The table of the docs says of each field where it goes, as the code does."""
    page = Path(__file__).parents[2] / "docs/reference/linked-data.md"
    rows = re.findall(
        r"^\| `(\w+)` \| `(\w+)` \| (.+?) \|",
        page.read_text("utf-8"),
        re.MULTILINE,
    )
    assert {(cls, field): place for cls, field, place in rows} == {
        (cls.__name__, field): place if " " in place or place == "nowhere" else f"`{place}`"
        for cls, places in PLACES.items()
        for field, place in places.items()
    }  # fmt: skip


def test_classes_are_in_the_text() -> None:
    """Every class of the table is found in a dossier that has every field."""
    text = linked(FULL, base=BASE)
    used = {f'"{name}"' for names in CLASSES.values() for name in names}
    assert {name for name in used if name not in text} == set()


# --- odd texts -----------------------------------------------------------------------------------


@pytest.mark.no_cover
@pytest.mark.parametrize("odd", HOSTILE.values(), ids=HOSTILE)
def test_odd_texts_stay_texts(odd: str) -> None:
    """Whatever a text holds, both formats have the texts as they are, and show nothing unseen."""
    dossier = hostile_dossier(odd)
    small = dossier.only_with(dossier.themes)
    json_ld = linked(small, base=BASE)
    turtle = linked(small, base=BASE, format="turtle")
    for text, format in ((json_ld, "json-ld"), (turtle, "turtle")):
        assert unseen_in(text) == set()
        labels = graph(text, format).objects(
            None, rdflib.URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
        )  # fmt: skip
        assert {theme.label for theme in small.themes} <= set(map(str, labels))


# --- mistakes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "base", ["", "tracker", "https://example.org", "a:b/"]
)
def test_a_base_is_the_beginning_of_an_address(base: str) -> None:
    """An id after the base has to be an address."""
    with pytest.raises(
        QueryError,
        match=rf"^base: '{base}' is not the beginning of an address; write one of the web that ends with / or #,"
        r" such as 'https://example.org/tracker/'$",
    ):
        linked(Dossier(), base=base)


def test_another_format_is_refused() -> None:
    """There are two formats."""
    with pytest.raises(
        FormatError,
        match=r"^'rdf-xml' is not a format of linked data; the formats are json-ld or turtle$",
    ):
        linked(Dossier(), base=BASE, format="rdf-xml")  # type: ignore[arg-type]


def test_without_the_extra_it_says_which_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A missing rdflib is an error that names the extra; JSON-LD needs none."""
    monkeypatch.setitem(sys.modules, "rdflib", None)
    assert json.loads(linked(Dossier(), base=BASE))["@graph"] == []
    with pytest.raises(
        MissingExtraError,
        match=r"^writing Turtle needs the extra 'linked': pip install 'entente-dossier\[linked\]'$",
    ):
        linked(Dossier(), base=BASE, format="turtle")
