"""From a text to records: a dossier begun, records asked for, citations filled in from the texts."""

from entente.drafting._filling import Filled, Filling, fill

__all__ = [
    "Filled",
    "Filling",
    "fill",
]
