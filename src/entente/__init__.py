"""What governments promised each other: a typed, cited, queryable record.

>>> import entente
>>> dossier = entente.example("uk-france")
>>> dossier.holders("uk-home-secretary", on="2024-01-30")[0].name
'James Cleverly'
"""

import importlib as _importlib
import typing as _typing

from entente._dossier import Dossier
from entente.errors import EntenteError, Problem, Severity
from entente.records import (
    FIRM_FROM,
    Act,
    Adherence,
    Agreement,
    AgreementForm,
    AgreementState,
    Amount,
    AmountCombination,
    AmountForm,
    AmountRole,
    Anchor,
    AnchorDate,
    Basis,
    Citation,
    Commitment,
    CommitmentKind,
    Condition,
    ConditionKind,
    Consent,
    ConsentKind,
    Event,
    Firmness,
    Force,
    Identifier,
    Link,
    LinkKind,
    Meeting,
    MeetingForm,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Name,
    Observation,
    Office,
    Participation,
    Party,
    PartyKind,
    Place,
    Range,
    Record,
    Report,
    ReportedStatus,
    Role,
    Schedule,
    Scope,
    ScopeKind,
    Source,
    SourceKind,
    Statement,
    Target,
    Tenure,
    Term,
    TermKind,
    Theme,
)
from entente.values import (
    CONVENTIONS,
    Conventions,
    Duration,
    DurationLike,
    Period,
    PeriodLike,
    Precision,
    Quantity,
    QuantityLike,
    Truth,
)

# Reading, checking and drawing load much that records do without, so they come when first asked for.
if _typing.TYPE_CHECKING:
    from entente import (
        answers as answers,
        asking as asking,
        checks as checks,
        drafting as drafting,
        errors as errors,
        evidence as evidence,
        exports as exports,
        files as files,
        imports as imports,
        records as records,
        site as site,
        strategies as strategies,
        values as values,
        views as views,
    )
    from entente.checks import check
    from entente.evidence import (
        CitationState,
        Finding,
        cite,
        fingerprint,
        verify,
    )
    from entente.files import (
        converter,
        dumps,
        example,
        load,
        loads,
        save,
        schema,
    )
else:
    _MODULES = (
        "answers", "asking", "checks", "drafting", "errors", "evidence", "exports", "files", "imports", "records",
        "site", "strategies", "values", "views",
    )  # fmt: skip
    _HOMES = {
        "CitationState": "evidence",
        "Finding": "evidence",
        "check": "checks",
        "cite": "evidence",
        "converter": "files",
        "dumps": "files",
        "example": "files",
        "fingerprint": "evidence",
        "load": "files",
        "loads": "files",
        "save": "files",
        "schema": "files",
        "verify": "evidence",
    }

    def __getattr__(name: str) -> object:
        """Import a public module, or the module that a name lives in, when it is first asked for."""
        if name not in _MODULES and name not in _HOMES:
            raise AttributeError(
                f"module {__name__!r} has no attribute {name!r}"
            )
        try:
            module = _importlib.import_module(
                f"entente.{_HOMES.get(name, name)}"
            )
        except ImportError as error:
            # An extra that is missing must not break help(entente).
            raise AttributeError(str(error)) from error
        found = module if name in _MODULES else getattr(module, name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        """List what is public, loaded or not."""
        return sorted({*__all__, *_MODULES})


__all__ = [
    "CONVENTIONS",
    "FIRM_FROM",
    "Act",
    "Adherence",
    "Agreement",
    "AgreementForm",
    "AgreementState",
    "Amount",
    "AmountCombination",
    "AmountForm",
    "AmountRole",
    "Anchor",
    "AnchorDate",
    "Basis",
    "Citation",
    "CitationState",
    "Commitment",
    "CommitmentKind",
    "Condition",
    "ConditionKind",
    "Consent",
    "ConsentKind",
    "Conventions",
    "Dossier",
    "Duration",
    "DurationLike",
    "EntenteError",
    "Event",
    "Finding",
    "Firmness",
    "Force",
    "Identifier",
    "Link",
    "LinkKind",
    "Meeting",
    "MeetingForm",
    "MeetingState",
    "Membership",
    "Metric",
    "Minister",
    "Name",
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
    "ReportedStatus",
    "Role",
    "Schedule",
    "Scope",
    "ScopeKind",
    "Severity",
    "Source",
    "SourceKind",
    "Statement",
    "Target",
    "Tenure",
    "Term",
    "TermKind",
    "Theme",
    "Truth",
    "check",
    "cite",
    "converter",
    "dumps",
    "example",
    "fingerprint",
    "load",
    "loads",
    "save",
    "schema",
    "verify",
]
