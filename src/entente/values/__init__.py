"""Values that may be vague: dates and spans, amounts with bounds, and answers of three values."""

from entente.values._period import (
    CONVENTIONS,
    Conventions,
    Period,
    PeriodLike,
    Precision,
)
from entente.values._phrases import FISCAL_YEARS, FiscalYear
from entente.values._quantity import Quantity, QuantityLike
from entente.values._truth import Truth

__all__ = [
    "CONVENTIONS",
    "FISCAL_YEARS",
    "Conventions",
    "FiscalYear",
    "Period",
    "PeriodLike",
    "Precision",
    "Quantity",
    "QuantityLike",
    "Truth",
]
