"""Answers computed from dated records: status, lineage, totals, offices, progress, recurring duties."""

from entente.answers._explanation import DutyDays, Explanation, Ground
from entente.answers._lineage import Lineage, LineageStep
from entente.answers._occurrences import Occurrences
from entente.answers._offices import Holding, OfficeChange
from entente.answers._promised import LeftOut
from entente.answers._remarks import Remark
from entente.answers._status import CommitmentStatus
from entente.answers._targets import Progress
from entente.answers._totals import Counted, Total

__all__ = [
    "CommitmentStatus",
    "Counted",
    "DutyDays",
    "Explanation",
    "Ground",
    "Holding",
    "LeftOut",
    "Lineage",
    "LineageStep",
    "Occurrences",
    "OfficeChange",
    "Progress",
    "Remark",
    "Total",
]
