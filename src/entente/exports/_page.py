"""The page of the reference that describes every table and column, made from their descriptions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entente.exports._described import DataColumn, DataTable
from entente.exports._tables import tables

BEGIN = "<!-- made from entente.exports.tables(): what follows is written by entente.exports._page -->"
"""The line of the page below which everything is made."""


def renewed(page: str) -> str:
    """Return the page with its descriptions made anew."""
    head, _, _ = page.partition(BEGIN)
    return "\n".join([f"{head}{BEGIN}", *_lines(), ""])


def renew(file: Path) -> None:
    """Write the page anew."""
    text = file.read_text(encoding="utf-8")
    file.write_text(renewed(text), encoding="utf-8")


def _lines() -> Iterator[str]:
    for table in tables().values():
        yield from _section(table)


def _section(table: DataTable) -> Iterator[str]:
    yield from ("", f"## {table.name}", "", table.about, "")
    yield from ("| column | holds | meaning |", "|---|---|---|")
    for column in table.columns:
        yield f"| `{column.name}` | {_holds(column, table)} | {column.about} |"


def _holds(column: DataColumn, table: DataTable) -> str:
    if column.words:
        held = ", ".join(f"`{word}`" for word in column.words)
    else:
        held = column.type.value
    if column.name in table.key:
        return f"{held} (key)"
    return held if column.optional else f"{held}, never empty"
