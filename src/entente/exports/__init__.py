"""Dossiers for the programs of others: calendars, feed readers, linked data.

An export says what the dossier says, as far as its format can hold that, and lists what it leaves
out. It has no clock and draws no number at random: the same dossier gives the same bytes.

>>> import entente
>>> from entente import exports
>>> dossier = entente.example("promises-kept")
>>> exports.feed(dossier, name="promises-kept")[:38]
b"<?xml version='1.0' encoding='utf-8'?>"
"""

from entente.exports._calendar import Calendar, Undated, calendar
from entente.exports._feed import feed
from entente.exports._linked import context, linked

__all__ = ["Calendar", "Undated", "calendar", "context", "feed", "linked"]
