"""From what others hold to records: tables by a mapping, tables of our own, Popolo, dates of Wikidata."""

from entente.imports._imported import Imported, NoPlace
from entente.imports._mapping import ready_made
from entente.imports._own_tables import tables
from entente.imports._popolo import popolo
from entente.imports._table import table
from entente.imports._wikidata import wikidata_date

__all__ = [
    "Imported",
    "NoPlace",
    "popolo",
    "ready_made",
    "table",
    "tables",
    "wikidata_date",
]
