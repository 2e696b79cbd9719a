"""From a text to records: a dossier begun, records asked for, drafted, and citations filled in."""

from entente.drafting._draft import Drafted, draft
from entente.drafting._filling import Filled, Filling, fill
from entente.drafting._interview import interview
from entente.drafting._passages import Candidate
from entente.drafting._starting import new
from entente.drafting._writing import draft_text, write_draft

__all__ = [
    "Candidate",
    "Drafted",
    "Filled",
    "Filling",
    "draft",
    "draft_text",
    "fill",
    "interview",
    "new",
    "write_draft",
]
