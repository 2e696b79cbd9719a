"""What governments promised each other: a typed, cited, queryable record.

>>> import entente
>>> dossier = entente.example("uk-france")
>>> dossier.holders("uk-home-secretary", on="2024-01-30")[0].name
'James Cleverly'
"""

import importlib as _importlib
import typing as _typing

from entente.dossier import Dossier
from entente.errors import EntenteError, Problem, Severity
from entente.model import (
    FIRM_FROM,
    Adherence,
    Agreement,
    Citation,
    Commitment,
    Condition,
    Event,
    Link,
    Meeting,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Participation,
    Party,
    Place,
    Range,
    Record,
    Report,
    Source,
    Statement,
    Tenure,
    Theme,
)
from entente.period import CONVENTIONS, Conventions, Period, PeriodLike, Precision
from entente.quantity import Quantity, QuantityLike
from entente.truth import Truth
from entente.vocabulary import (
    Act,
    AgreementForm,
    AgreementState,
    Basis,
    CommitmentKind,
    Firmness,
    Force,
    LinkKind,
    MeetingForm,
    MeetingState,
    PartyKind,
    Role,
    Schedule,
    SourceKind,
    Status,
)

if _typing.TYPE_CHECKING:
    from entente.checks import check
    from entente.codec import dumps, example, load, loads, save
    from entente.evidence import Finding, Verdict, cite, fingerprint, verify
else:
    _LATER = {
        "checks": ("check",),
        "codec": ("dumps", "example", "load", "loads", "save"),
        "evidence": ("Finding", "Verdict", "cite", "fingerprint", "verify"),
    }

    def __getattr__(name: str) -> object:
        """Import what reads, writes and checks when it is first asked for: records need none of it."""
        for module, names in _LATER.items():
            if name == module or name in names:
                found = _importlib.import_module(f"entente.{module}")
                globals().update({each: getattr(found, each) for each in names})
                return found if name == module else globals()[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__, *_LATER})


__all__ = [
    "CONVENTIONS",
    "FIRM_FROM",
    "Act",
    "Adherence",
    "Agreement",
    "AgreementForm",
    "AgreementState",
    "Basis",
    "Citation",
    "Commitment",
    "CommitmentKind",
    "Condition",
    "Conventions",
    "Dossier",
    "EntenteError",
    "Event",
    "Finding",
    "Firmness",
    "Force",
    "Link",
    "LinkKind",
    "Meeting",
    "MeetingForm",
    "MeetingState",
    "Membership",
    "Metric",
    "Minister",
    "Observation",
    "Office",
    "Participation",
    "Party",
    "PartyKind",
    "Period",
    "PeriodLike",
    "Place",
    "Precision",
    "Problem",
    "Quantity",
    "QuantityLike",
    "Range",
    "Record",
    "Report",
    "Role",
    "Schedule",
    "Severity",
    "Source",
    "SourceKind",
    "Statement",
    "Status",
    "Tenure",
    "Theme",
    "Truth",
    "Verdict",
    "check",
    "cite",
    "dumps",
    "example",
    "fingerprint",
    "load",
    "loads",
    "save",
    "verify",
]
