"""What is worked out of dated records: how a commitment or an agreement stands, who held an office, what a figure means."""

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
