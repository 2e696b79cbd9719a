"""Records of other makes, to see what a record costs elsewhere: one with about four small parts each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

Sample: TypeAlias = tuple[Callable[[dict[str, Any]], object], dict[str, Any]]


def _stix2() -> Sample:
    import stix2  # noqa: PLC0415 -- only one of them at a time

    references = [
        {
            "source_name": f"source-{place}",
            "description": "A passage.",
            "url": f"https://sources.example/{place}",
        }
        for place in range(4)
    ]
    record = {
        "type": "report",
        "spec_version": "2.1",
        "id": "report--b4c07024-ab10-42f8-814c-2a6c241d59c5",
        "created": "2024-01-30T12:00:00.000Z",
        "modified": "2024-01-30T12:00:00.000Z",
        "name": "A report",
        "description": "What was found.",
        "report_types": ["threat-report"],
        "published": "2024-01-30T00:00:00Z",
        "object_refs": ["indicator--26ffb872-1dd9-446e-b6f5-d58527e5b5d2"],
        "external_references": references,
    }
    return stix2.parse, record


def _pystac() -> Sample:
    import pystac  # noqa: PLC0415

    record = {
        "type": "Feature",
        "stac_version": "1.1.0",
        "id": "an-item",
        "geometry": {"type": "Point", "coordinates": [2.35, 48.86]},
        "bbox": [2.35, 48.86, 2.35, 48.86],
        "properties": {"datetime": "2024-01-30T12:00:00Z", "title": "A place"},
        "links": [
            {
                "rel": rel,
                "href": f"https://places.example/{rel}.json",
                "type": "application/json",
            }
            for rel in ("root", "collection")
        ],
        "assets": {
            name: {
                "href": f"https://places.example/{name}.tif",
                "type": "image/tiff",
                "title": name,
            }
            for name in ("image", "preview")
        },
        "stac_extensions": [],
    }
    return pystac.Item.from_dict, record


RECORDS: Final[dict[str, Callable[[], Sample]]] = {
    "stix2": _stix2,
    "pystac": _pystac,
}
