"""Where each field of each record goes in linked data, and what is lost on the way.

Only vocabularies that others keep are used. A field for which they have no word goes to
``schema:additionalProperty``, as a value with the name of the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from entente.records._model import (
    Agreement,
    Commitment,
    Event,
    Meeting,
    Metric,
    Minister,
    Office,
    Party,
    Source,
    Statement,
    Theme,
)
from entente.records._parts import (
    Adherence,
    Amount,
    Anchor,
    Citation,
    Condition,
    Consent,
    Identifier,
    Link,
    Membership,
    Name,
    Observation,
    Participation,
    Place,
    Report,
    Scope,
    Target,
    Tenure,
    Term,
)
from entente.records._vocabulary import LinkKind

IRI: Final = "@id"
"""The id of a record, after the base that the caller chose."""
NAMED: Final = "schema:additionalProperty"
"""A value with the name of its field, for which the vocabularies have no word."""
WORDS: Final = "in words"
"""What a part holds is not kept apart, but put in the words of the part as a whole."""
NOWHERE: Final = "nowhere"
"""What is left out."""

_COMMON: Final = {
    "id": IRI,
    "identifiers": "schema:identifier",
    "citations": "citations",
    "note": "skos:note",
}
_PART: Final = {"citations": "citations", "note": "skos:note"}

PLACES: Final[Mapping[type, Mapping[str, str]]] = {
    Theme: {
        "label": "skos:prefLabel",
        "broader": "skos:broader",
        "aliases": "skos:altLabel",
        **_COMMON,
    },
    Party: {
        "name": "skos:prefLabel",
        "kind": "dc:type",
        "part_of": "org:hasMembership",
        "independent": NAMED,
        "aliases": "skos:altLabel",
        "names": "opengov:otherName",
        "members": "members",
        "existed": "dcterms:valid",
        "succeeds": "dcterms:replaces",
        **_COMMON,
    },
    Office: {
        "title": "skos:prefLabel",
        "party": "org:postIn",
        "aliases": "skos:altLabel",
        "names": "opengov:otherName",
        "succeeds": "dcterms:replaces",
        **_COMMON,
    },
    Minister: {
        "name": "foaf:name",
        "aliases": "skos:altLabel",
        "names": "opengov:otherName",
        "tenures": "org:hasMembership",
        **_COMMON,
    },
    Source: {
        "title": "dcterms:title",
        "kind": "dc:type",
        "publisher": "dc:publisher",
        "issued_by": "prov:wasAttributedTo",
        "published": "dcterms:issued",
        "language": "dc:language",
        "address": "schema:url",
        "licence": "dc:rights",
        "fingerprint": NAMED,
        "links": NAMED,
        **_COMMON,
    },
    Event: {
        "name": "schema:name",
        "when": "dcterms:date",
        "places": "schema:location",
        "hosts": "schema:organizer",
        "themes": "dcterms:subject",
        "links": NAMED,
        **_COMMON,
    },
    Meeting: {
        "name": "schema:name",
        "state": NAMED,
        "when": "dcterms:date",
        "places": "schema:location",
        "form": "dc:type",
        "parties": "schema:attendee",
        "participations": "prov:qualifiedAssociation",
        "themes": "dcterms:subject",
        "links": NAMED,
        **_COMMON,
    },
    Agreement: {
        "name": "dcterms:title",
        "form": "dc:type",
        "force": NAMED,
        "aliases": "dcterms:alternative",
        "parties": "prov:wasAttributedTo",
        "sought": NAMED,
        "announced": "dcterms:issued",
        "adopted": "dcterms:dateAccepted",
        "signed": NAMED,
        "provisional": NAMED,
        "in_force": "dcterms:valid",
        "ended": NAMED,
        "expected": NAMED,
        "adherences": NAMED,
        "participations": "prov:qualifiedAssociation",
        "places": "schema:locationCreated",
        "conditions": NAMED,
        "terms": NAMED,
        "scope": NAMED,
        "meeting": "prov:wasGeneratedBy",
        "part_of": "dcterms:isPartOf",
        "links": NAMED,
        "themes": "dcterms:subject",
        **_COMMON,
    },
    Commitment: {
        "summary": "schema:description",
        "label": "schema:name",
        "by": "schema:agent",
        "to": "schema:recipient",
        "funded_by": "schema:funder",
        "implemented_by": "schema:participant",
        "announced_by": "prov:wasAttributedTo",
        "participations": "prov:qualifiedAssociation",
        "firmness": NAMED,
        "wording": NAMED,
        "continuing": NAMED,
        "kind": "dc:type",
        "themes": "dcterms:subject",
        "made": "dcterms:created",
        "due": "ical:due",
        "due_from": NAMED,
        "runs": "dcterms:valid",
        "runs_from": NAMED,
        "duration": "schema:duration",
        "recurrence": NAMED,
        "conditions": NAMED,
        "amounts": NAMED,
        "scope": NAMED,
        "places": "schema:location",
        "meeting": "prov:wasGeneratedBy",
        "agreement": "dcterms:isPartOf",
        "event": "dcterms:relation",
        "part_of": "dcterms:isPartOf",
        "links": NAMED,
        "metrics": NAMED,
        "reports": "schema:subjectOf",
        **_COMMON,
    },
    Metric: {
        "name": "schema:name",
        "unit": "schema:unitText",
        "themes": "dcterms:subject",
        "targets": NAMED,
        "baseline": NAMED,
        "observations": "observations",
        **_COMMON,
    },
    Statement: {
        "summary": "schema:description",
        "act": "dc:type",
        "speakers": "prov:wasAttributedTo",
        "label": "schema:name",
        "to": "schema:recipient",
        "about": "schema:about",
        "said": "dcterms:created",
        "meeting": "prov:wasGeneratedBy",
        "part_of": "dcterms:isPartOf",
        "themes": "dcterms:subject",
        "links": NAMED,
        **_COMMON,
    },
    # --- parts ---
    Citation: {
        "source": "oa:hasSource",
        "paragraphs": NAMED,
        "lines": "oa:hasSelector",
        "characters": "oa:hasSelector",
        "fingerprint": NAMED,
        "quote": "oa:hasSelector",
        "basis": "dc:type",
        "note": "skos:note",
    },
    Place: {"name": "schema:name", "country": "schema:addressCountry"},
    Tenure: {
        "office": "opengov:post",
        "period": "dcterms:valid",
        "acting": NAMED,
        **_PART,
    },
    Membership: {"party": "org:member", "period": "dcterms:valid", **_PART},
    Participation: {
        "minister": "prov:agent",
        "office": "prov:agent",
        "party": "prov:agent",
        "role": "schema:roleName",
        **_PART,
    },
    Identifier: {"scheme": "schema:propertyID", "identifier": "schema:value"},
    Name: {"name": "schema:name", "period": "dcterms:valid", **_PART},
    Report: {
        "on": "dcterms:date",
        "by": "prov:wasAttributedTo",
        "status": NAMED,
        "of": "schema:about",
        "known": "dcterms:available",
        "due": "ical:due",
        **_PART,
    },
    Observation: {
        "period": "dcterms:temporal",
        "value": "schema:value",
        "change": NAMED,
        "against": NAMED,
        "as_of": "schema:observationDate",
        "by": "prov:wasAttributedTo",
        **_PART,
    },
    Link: {
        "kind": "schema:propertyID",
        "target": "schema:value",
        "note": "skos:note",
    },
    Scope: dict.fromkeys(("kind", "text", "excluded"), WORDS)
    | {"identifiers": NOWHERE, **_PART},
    Condition: dict.fromkeys(
        ("kind", "parties", "waits_for", "count", "text", "recurs"), WORDS
    )
    | _PART,
    Amount: dict.fromkeys(
        (
            "value",
            "role",
            "form",
            "combined",
            "scope",
            "times",
            "of",
            "base",
            "against",
            "over",
            "duration",
        ),
        WORDS,
    )
    | _PART,
    Anchor: dict.fromkeys(
        ("record", "date", "after", "before", "stated"), WORDS
    )
    | _PART,
    Consent: dict.fromkeys(("kind", "on", "expected", "place"), WORDS) | _PART,
    Adherence: dict.fromkeys(("party", "steps"), WORDS) | _PART,
    Term: dict.fromkeys(
        (
            "kind",
            "allowed",
            "parties",
            "scope",
            "conditions",
            "notice",
            "to",
            "on",
            "duration",
            "languages",
            "text",
        ),
        WORDS,
    )
    | _PART,
    Target: dict.fromkeys(("value", "due"), WORDS) | _PART,
}
"""For each record and part, the property that each of its fields becomes, or what else becomes of it."""

CLASSES: Final[Mapping[type, tuple[str, ...]]] = {
    Theme: ("skos:Concept",),
    Party: ("org:Organization",),
    Office: ("org:Post",),
    Minister: ("foaf:Person",),
    Source: ("prov:Entity", "schema:CreativeWork"),
    Event: ("schema:Event",),
    Meeting: ("schema:Event", "prov:Activity"),
    Agreement: ("prov:Entity", "schema:CreativeWork"),
    Commitment: ("prov:Entity", "schema:Action"),
    Metric: ("schema:StatisticalVariable",),
    Statement: ("prov:Entity", "schema:Statement"),
    Citation: ("oa:Annotation",),
    Place: ("schema:Place",),
    Tenure: ("org:Membership",),
    Membership: ("org:Membership",),
    Participation: ("prov:Association",),
    Identifier: ("schema:PropertyValue",),
    Name: ("opengov:OtherName",),
    Report: ("schema:Report",),
    Observation: ("schema:Observation",),
    Link: ("schema:PropertyValue",),
}
"""The classes of each record and part that has a node of its own; the others are put in words."""

RELATIONS: Final[Mapping[LinkKind, str]] = {
    LinkKind.SUPERSEDES: "dcterms:replaces",
    LinkKind.REFERS_TO: "dcterms:references",
    LinkKind.VERSION_OF: "dcterms:isVersionOf",
    LinkKind.COPY_OF: "prov:alternateOf",
}
"""The property that says the same as a kind of link; the other kinds are ``dcterms:relation``."""
