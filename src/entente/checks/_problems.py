"""What a rule is, and how it reports a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from entente._dossier import Dossier
from entente.errors import Problem, Severity
from entente.records._model import Record

Rule: TypeAlias = Callable[[Dossier], Iterable[Problem]]
"""A function that finds problems of one sort in a dossier."""


def rule_name(rule: Rule) -> str:
    """Return the name of a rule, as `check` takes it and problems bear it.

    >>> from entente.checks import RULES
    >>> rule_name(RULES[0])
    'due-before-made'
    """
    name = getattr(rule, "__name__", type(rule).__name__)
    return str(name).replace("_", "-")


def problem(
    record: Record,
    message: str,
    *path: str | int,
    severity: Severity = Severity.WARNING,
    hint: str | None = None,
) -> Problem:
    """Return a problem of a record, for a rule to yield; `path` leads from the record to the fault.

    >>> from entente import Source, SourceKind
    >>> speech = Source(id="speech", title="Discours", kind=SourceKind.SPEECH, language="fr")
    >>> print(problem(speech, "the source is not in English", "language"))
    language (speech): the source is not in English
    """
    return Problem(
        message=message,
        severity=severity,
        record=record.id,
        path=path,
        hint=hint,
    )
