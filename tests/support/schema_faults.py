"""What the JSON Schema says of plain data. Modules that import this are skipped without jsonschema."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest

from entente import schema
from entente.files._documents import Plain

jsonschema = pytest.importorskip("jsonschema")
Validator: Final[Any] = jsonschema.Draft202012Validator
WHOLE: Final = Validator(schema())


def faults(document: Plain, validator: Any = WHOLE) -> list[str]:
    """Return what the schema says against plain data, in which a date of TOML is a text."""
    plain = json.loads(json.dumps(document, default=str))
    return [
        f"{error.json_path}: {error.message}"
        for error in validator.iter_errors(plain)
    ]


def validator_of(name: str) -> Any:
    """Return a validator for what one of the definitions describes."""
    whole = schema()
    return Validator({"$ref": f"#/$defs/{name}", "$defs": whole["$defs"]})
