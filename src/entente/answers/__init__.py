"""Answers computed from dated records: status, agreement states, lineage, offices, progress."""

from entente.answers._lineage import Lineage, LineageStep
from entente.answers._offices import Holding, OfficeChange
from entente.answers._status import CommitmentStatus
from entente.answers._targets import Progress

__all__ = [
    "CommitmentStatus",
    "Holding",
    "Lineage",
    "LineageStep",
    "OfficeChange",
    "Progress",
]
