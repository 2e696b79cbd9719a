"""What governments promised each other: a typed, cited, queryable record.

>>> import entente
>>> dossier = entente.example("uk-france")
>>> dossier.holders("uk-home-secretary", on="2024-01-30")[0].name
'James Cleverly'
"""

from entente.codec import dumps, example, load, loads, save
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
from entente.period import Period
from entente.quantity import Quantity
from entente.truth import Truth
from entente.vocabulary import (
    Act,
    AgreementForm,
    Basis,
    CommitmentKind,
    Firmness,
    Force,
    LinkKind,
    MeetingForm,
    MeetingState,
    PartyKind,
    Role,
    SourceKind,
    Status,
)

__all__ = [
    "FIRM_FROM",
    "Act",
    "Adherence",
    "Agreement",
    "AgreementForm",
    "Basis",
    "Citation",
    "Commitment",
    "CommitmentKind",
    "Condition",
    "Dossier",
    "EntenteError",
    "Event",
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
    "Place",
    "Problem",
    "Quantity",
    "Range",
    "Record",
    "Report",
    "Role",
    "Severity",
    "Source",
    "SourceKind",
    "Statement",
    "Status",
    "Tenure",
    "Theme",
    "Truth",
    "dumps",
    "example",
    "load",
    "loads",
    "save",
]
