"""Hypothesis strategies for values, records and dossiers, to test code that takes them.

They need the extra ``testing``; nothing else in the library imports them. They make everything that
records accept, and prefer what is hard to write to a file and to read back: odd texts, ids and
dates. Failing examples shrink to simple ones.

>>> from hypothesis import given
>>> from entente import dumps, loads
>>> @given(dossiers(max_size=5))
... def test_a_dossier_survives_its_file(dossier):
...     assert loads(dumps(dossier)) == dossier
>>> test_a_dossier_survives_its_file()

By default records name only states, so each is a valid dossier by itself. To have them name other
records, pass those as ``known``. To fix a field, change it with ``evolve`` of attrs:

>>> from attrs import evolve
>>> from entente import Firmness
>>> firm = commitments().map(lambda commitment: evolve(commitment, firmness=Firmness.AGREED))
"""

from importlib.util import find_spec

from entente.errors import MissingExtraError

# The modules below need Hypothesis; without it, name the extra that brings it.
if find_spec("hypothesis") is None:
    raise MissingExtraError("making data for tests", "testing")

from entente.strategies._records import (
    agreements,
    commitments,
    dossiers,
    events,
    meetings,
    metrics,
    ministers,
    offices,
    parties,
    sources,
    statements,
    themes,
)
from entente.strategies._values import durations, periods, quantities

__all__ = [
    "agreements",
    "commitments",
    "dossiers",
    "durations",
    "events",
    "meetings",
    "metrics",
    "ministers",
    "offices",
    "parties",
    "periods",
    "quantities",
    "sources",
    "statements",
    "themes",
]
