"""From a text to records: a dossier begun, records asked for, citations filled in from the texts."""

from entente.drafting._filling import Filled, Filling, fill
from entente.drafting._interview import interview
from entente.drafting._starting import new

__all__ = [
    "Filled",
    "Filling",
    "fill",
    "interview",
    "new",
]
