"""A dossier as linked data: JSON-LD, or Turtle by rdflib, which is in the extra ``linked``."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from itertools import count
from typing import Any, Final, Literal, TypeAlias

from attrs import Attribute, fields

from entente._dossier import Dossier, index_of
from entente._safe import escaped_data, is_web_address
from entente._text import either, words_of
from entente.answers._facts import full_names_in
from entente.errors import FormatError, MissingExtraError, QueryError
from entente.exports._terms import (
    CLASSES,
    IRI,
    NAMED,
    NOWHERE,
    PLACES,
    RELATIONS,
    WORDS,
)
from entente.records._index import RecordIndex
from entente.records._model import Record
from entente.records._parts import (
    Adherence,
    Amount,
    Anchor,
    Citation,
    Condition,
    Consent,
    Link,
    Membership,
    Range,
    Scope,
    Target,
    Term,
)
from entente.records._walk import citations
from entente.records._wording import (
    NameOf,
    adherences_text,
    amount_text,
    condition_text,
    consent_text,
    counted_text,
    date_text,
    quantity_text,
    scopes_text,
    term_text,
)
from entente.values._duration import Duration
from entente.values._period import Period

_FORMATS: Final = ("json-ld", "turtle")

_Node: TypeAlias = dict[str, Any]
"""An object of JSON-LD."""


def linked(
    dossier: Dossier,
    *,
    base: str,
    format: Literal["json-ld", "turtle"] = "json-ld",
) -> str:
    """Return a dossier as linked data, in JSON-LD or in Turtle.

    The IRI of a record is its id after `base`, such as ``https://example.org/tracker/``. The context
    is part of the text, so that a reader loads nothing. The page *Share a dossier as linked data*
    says where each field goes, and what is lost.

    Raises `entente.errors.QueryError` if ids after `base` are no addresses, `entente.errors.FormatError`
    for another format, and for Turtle `entente.errors.MissingExtraError` without the extra ``linked``.

    >>> from entente import Dossier, Theme
    >>> boats = Theme(id="boats", label="Boats", broader=("migration",))
    >>> dossier = Dossier([Theme(id="migration", label="Migration"), boats])
    >>> print(linked(dossier, base="https://example.org/", format="turtle"))
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <BLANKLINE>
    <https://example.org/boats> a skos:Concept ;
        skos:broader <https://example.org/migration> ;
        skos:prefLabel "Boats" .
    <BLANKLINE>
    <https://example.org/migration> a skos:Concept ;
        skos:prefLabel "Migration" .
    <BLANKLINE>
    <BLANKLINE>
    """
    if format not in _FORMATS:
        raise FormatError(
            f"{format!r} is not a format of linked data; the formats are {either(_FORMATS)}"
        )
    if not is_web_address(base) or base[-1] not in "/#":
        raise QueryError(
            f"base: {base!r} is not the beginning of an address;"
            " write one of the web that ends with / or #, such as 'https://example.org/tracker/'"
        )
    nodes = _Nodes(base, index_of(dossier))
    document = context() | {
        "@graph": [nodes.node(each) for each in _all(dossier)]
    }
    if format == "turtle":
        return _turtle(document)
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return escaped_data(text, "json") + "\n"


def context() -> dict[str, Any]:
    """Return the context of the JSON-LD, which is the file ``context.jsonld`` of this package.

    >>> context()["@context"]["skos"]
    'http://www.w3.org/2004/02/skos/core#'
    """
    text = (
        files("entente.exports").joinpath("context.jsonld").read_text("utf-8")
    )
    found: dict[str, Any] = json.loads(text)
    return found


def _all(dossier: Dossier) -> Iterator[Record]:
    """List all records, with the states that any of them names."""
    held = {record.id for record in dossier.records}
    yield from dossier.records
    yield from (each for each in dossier.parties if each.id not in held)


# --- objects -------------------------------------------------------------------------------------


class _Nodes:
    """Makes an object of each record and of each of its parts that the vocabularies have a class for."""

    def __init__(self, base: str, index: RecordIndex) -> None:
        self._base = base
        self._name_of = full_names_in(index)

    def node(self, record: object) -> _Node:
        """Return the object of a record or a part."""
        if isinstance(record, Citation):
            return self._annotation(record)
        cls: type = type(record)
        made: _Node = {"@type": list(CLASSES[cls])}
        for attribute, value in _set_fields(record):
            place = PLACES[cls][attribute.name]
            if place == IRI:
                made = {IRI: self._iri(value)} | made
            elif place == NAMED:
                made.setdefault(NAMED, []).extend(self._named(attribute, value))  # fmt: skip
            else:
                made.setdefault(place, []).extend(self._values(attribute, value))  # fmt: skip
        for link in getattr(record, "links", ()):
            relation = RELATIONS.get(link.kind, "dcterms:relation")
            made.setdefault(relation, []).append(self._reference(link.target))
        sources = dict.fromkeys(cited.source for _, cited in citations(record))
        if sources and IRI in made:
            made["prov:wasDerivedFrom"] = list(map(self._reference, sources))
        return made

    def _iri(self, id: str) -> str:
        return f"{self._base}{id}"

    def _reference(self, id: str) -> _Node:
        return {IRI: self._iri(id)}

    def _values(
        self, attribute: Attribute[Any], value: object
    ) -> Iterator[object]:
        """Yield what a field holds, each value as JSON-LD has it."""
        if isinstance(value, tuple):
            for each in value:
                yield from self._values(attribute, each)
        elif isinstance(value, Period):
            yield from _dates(value)
        elif isinstance(value, Duration):
            yield {"@type": "xsd:duration", "@value": str(value)}
        elif isinstance(value, Membership) and attribute.name == "part_of":
            # Here the party that is named is the whole, and not the member.
            membership = self.node(value)
            yield {
                {"org:member": "org:organization"}.get(key, key): held
                for key, held in membership.items()
            }
        elif type(value) in CLASSES:
            yield self.node(value)
        elif isinstance(value, str) and "kinds" in attribute.metadata:
            yield self._reference(value)
        elif attribute.name == "address" and is_web_address(str(value)):
            yield {IRI: value}
        else:
            yield value if isinstance(value, bool) else str(value)

    def _named(
        self, attribute: Attribute[Any], value: object
    ) -> Iterator[_Node]:
        """Yield values with the name of their field: each part that is put in words, or all values."""
        items = value if isinstance(value, tuple) else (value,)
        if isinstance(items[0], Link):
            yield from map(self.node, items)
            return
        head: _Node = {
            "@type": ["schema:PropertyValue"],
            "schema:propertyID": [attribute.name],
        }
        if type(items[0]) not in _TOLD:
            yield {
                **head,
                "schema:value": list(self._values(attribute, value)),
            }
            return
        for part in items:
            told = {**head, "schema:value": [self._in_words(part)]}
            for field, held in _set_fields(part):
                place = PLACES[type(part)][field.name]
                if place not in {WORDS, NOWHERE}:
                    told[place] = list(self._values(field, held))
            yield told

    def _in_words(self, part: object) -> str:
        return _TOLD[type(part)](part, self._name_of)

    def _annotation(self, citation: Citation) -> _Node:
        """Return a citation as an annotation, whose body is what cites and whose target what is cited."""
        target: _Node = {
            "oa:hasSource": [self._reference(citation.source)],
            "oa:hasSelector": list(_selectors(citation)),
        }
        made: _Node = {
            "@type": list(CLASSES[Citation]),
            "oa:hasTarget": [
                {key: values for key, values in target.items() if values}
            ],
            "dc:type": [str(citation.basis)],
        }
        for field, value in _set_fields(citation):
            place = PLACES[Citation][field.name]
            if place == NAMED:
                made.setdefault(NAMED, []).extend(self._named(field, value))
            elif place == "skos:note":
                made[place] = [value]
        return made


def _set_fields(part: object) -> Iterator[tuple[Attribute[Any], Any]]:
    """List the fields of a record or part that are not left at their default, with their values."""
    cls: type = type(part)
    for attribute in fields(cls):
        value = getattr(part, attribute.name)
        if value != attribute.default:
            yield attribute, value


def _dates(period: Period) -> Iterator[object]:
    """Yield a date as EDTF, also as a day if it is one, and its source's words."""
    if not period.in_words_only:
        yield {"@type": "edtf:EDTF", "@value": period.edtf}
    if period.day is not None:
        yield {"@type": "xsd:date", "@value": period.day.isoformat()}
    if period.stated is not None:
        yield period.stated


def _selectors(citation: Citation) -> Iterator[_Node]:
    """Yield what selects a passage: lines and characters as RFC 5147 counts them, and the quote."""
    for unit, run in (("line", citation.lines), ("char", citation.characters)):
        if run is not None:
            yield {
                "@type": ["oa:FragmentSelector"],
                "dcterms:conformsTo": [
                    {IRI: "http://tools.ietf.org/rfc/rfc5147"}
                ],
                "rdf:value": [f"{unit}={between(run)}"],
            }
    if citation.quote is not None:
        yield {
            "@type": ["oa:TextQuoteSelector"],
            "oa:exact": [citation.quote],
        }


def between(run: Range) -> str:
    """Return a run by the positions at its ends, which lie between lines or characters, from 0.

    >>> between(Range.of("1")), between(Range.of("14-16"))
    ('0,1', '13,16')
    """
    return f"{run.first - 1},{run.last}"


# --- words ---------------------------------------------------------------------------------------


def _amount_text(amount: Amount, name_of: NameOf) -> str:
    text = amount_text(amount, name_of)
    if amount.combined is None:
        return text
    return f"{text} (of such amounts, the {words_of(amount.combined)})"


def _target_text(target: Target, _: NameOf) -> str:
    due = date_text(target.due)
    return f"{quantity_text(target.value)}{due and f', due {due}'}"


_TOLD: Final[Mapping[type, Callable[[Any, NameOf], str]]] = {
    Adherence: lambda part, name_of: adherences_text((part,), name_of),
    Amount: _amount_text,
    Anchor: counted_text,
    Condition: condition_text,
    Consent: lambda part, _: consent_text(part),
    Scope: lambda part, _: scopes_text((part,)),
    Target: _target_text,
    Term: term_text,
}
"""How each part is put in words for which the vocabularies have no class."""


# --- Turtle --------------------------------------------------------------------------------------


def _turtle(document: _Node) -> str:
    """Return a document in Turtle, the same for the same document."""
    try:
        import rdflib  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("writing Turtle", "linked") from error
    numbers = count()
    graph = rdflib.Graph()
    labelled = [_labelled(each, numbers) for each in document["@graph"]]
    text = json.dumps(document | {"@graph": labelled})
    with warnings.catch_warnings():
        # rdflib uses a class of its own that it has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        graph.parse(data=text, format="json-ld")
    # Turtle has the escapes of TOML.
    return escaped_data(graph.serialize(format="turtle"), "toml")


def _labelled(value: Any, numbers: Iterator[int]) -> Any:
    """Return an object in which every object has a name, so that they are written in one order."""
    if isinstance(value, list):
        return [_labelled(each, numbers) for each in value]
    if not isinstance(value, dict) or "@value" in value:
        return value
    name = value.get(IRI) or f"_:n{next(numbers):07}"
    return {IRI: name} | {
        key: _labelled(each, numbers) for key, each in value.items()
    }
