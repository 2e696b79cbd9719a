"""The description of tables as a data package of Frictionless, which other tools read and validate by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from entente.exports._described import (
    DOSSIER,
    ID,
    TARGET,
    CellType,
    DataColumn,
    DataTable,
)

FILE: Final = "datapackage.json"
"""The name that a description has beside its files."""

MADE_BY: Final = "entente"
"""What the description says of who made the files."""

_TYPES: Final[Mapping[CellType, str]] = {
    CellType.TEXT: "string",
    # Readers that take "2024" for a date complete it with a month of their own.
    CellType.EDTF: "string",
    CellType.BOOLEAN: "boolean",
    CellType.INTEGER: "integer",
    CellType.NUMBER: "number",
    CellType.DATE: "date",
}


def descriptor(
    tables: Mapping[str, DataTable], suffix: str, name: str
) -> dict[str, Any]:
    """Return the data package of tables that are files of a format."""
    return {
        "profile": "data-package",
        "name": name,
        "created_by": MADE_BY,
        "resources": [_resource(each, suffix) for each in tables.values()],
    }


def _resource(table: DataTable, suffix: str) -> dict[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.{suffix}",
        "format": suffix,
        "encoding": "utf-8",
        "description": table.about,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            **_foreign_keys(table),
        },
    }


def _field(column: DataColumn) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.optional:
        constraints["required"] = True
    if column.words:
        constraints["enum"] = list(column.words)
    return {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.about,
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign_keys(table: DataTable) -> dict[str, Any]:
    """Return what leads to the table of all records: the record of a row, and one that it names."""
    keys = [
        {
            "fields": [DOSSIER.name, column.name],
            "reference": {
                "resource": "records",
                "fields": [DOSSIER.name, ID.name],
            },
        }
        for column in table.columns
        if column in (ID, TARGET) and table.name != "records"
    ]
    return {"foreignKeys": keys} if keys else {}
