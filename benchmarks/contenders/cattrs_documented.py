"""cattrs with its JSON converter, set up as its documentation shows."""

from __future__ import annotations

from typing import Any, Final

from cattrs.preconf.json import make_converter

from benchmarks.contenders.msgspec_attrs import attrs_class
from benchmarks.schema import LEAVES, READERS, WRITERS, rebuilt

CONVERTER: Final = make_converter(forbid_extra_keys=True, omit_if_default=True)
for leaf in LEAVES:
    CONVERTER.register_structure_hook(
        leaf, lambda value, _, read=READERS[leaf]: read(value)
    )
    CONVERTER.register_unstructure_hook(leaf, WRITERS[leaf])

DOSSIER: Final = rebuilt(attrs_class, {leaf: leaf for leaf in LEAVES})


def load(text: str) -> Any:
    """Read a dossier."""
    return CONVERTER.loads(text, DOSSIER)


def dump(dossier: Any) -> str:
    """Write a dossier, defaults left out."""
    return CONVERTER.dumps(dossier, ensure_ascii=False, separators=(",", ":"))
