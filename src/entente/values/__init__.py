"""Values that may be vague: dates and spans, amounts with bounds, and three-valued answers."""

from entente.values._conventions import (
    CONVENTIONS,
    FISCAL_YEARS,
    Conventions,
    FiscalYear,
)
from entente.values._duration import Duration, DurationLike
from entente.values._edtf import Precision
from entente.values._period import Period, PeriodLike
from entente.values._quantity import Quantity, QuantityLike
from entente.values._truth import Truth

__all__ = [
    "CONVENTIONS",
    "FISCAL_YEARS",
    "Conventions",
    "Duration",
    "DurationLike",
    "FiscalYear",
    "Period",
    "PeriodLike",
    "Precision",
    "Quantity",
    "QuantityLike",
    "Truth",
]
