"""Dossiers for the programs of others: tables, engines, calendars, feed readers, linked data.

An export says what the dossier says, as far as its format can hold that, and lists what it leaves
out. It has no clock and draws no number at random: the same dossier gives the same bytes.

>>> import entente
>>> from entente import exports
>>> dossier = entente.example("promises-kept")
>>> exports.feed(dossier, name="promises-kept")[:38]
b"<?xml version='1.0' encoding='utf-8'?>"
>>> exports.tables()["commitments"].about
'A row for each commitment.'
"""

from entente.exports._arrow import frames
from entente.exports._calendar import Calendar, Undated, calendar
from entente.exports._contents import Exportable
from entente.exports._described import CellType, DataColumn, DataTable
from entente.exports._engine import Lake, open_tables as open  # noqa: A004 -- called as exports.open
from entente.exports._feed import feed
from entente.exports._linked import context, linked
from entente.exports._tables import tables
from entente.exports._text_files import table_text
from entente.exports._writing import DossierStream, TableFormat, write

__all__ = [
    "Calendar",
    "CellType",
    "DataColumn",
    "DataTable",
    "DossierStream",
    "Exportable",
    "Lake",
    "TableFormat",
    "Undated",
    "calendar",
    "context",
    "feed",
    "frames",
    "linked",
    "open",
    "table_text",
    "tables",
    "write",
]
