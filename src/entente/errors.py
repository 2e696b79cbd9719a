"""What can go wrong, told so that a reader can mend it.

Every error over what a text, a record or a question says is an `EntenteError`; an argument of a type
that a function does not take is a plain ``TypeError``::

    EntenteError
    ├── NotationError(ValueError)      a text is not in the notation that it should be
    │   ├── PeriodError                … a date or span
    │   ├── QuantityError              … an amount with bounds
    │   └── RangeError                 … a run of lines, paragraphs or characters
    ├── UnitError(ValueError)          amounts of different units were mixed
    ├── UndecidedError(TypeError)      a "maybe" was used as if it were yes or no
    ├── RecordError(ValueError)        a record's fields are wrong or do not go together
    ├── UnknownIdError(KeyError)       an id that the dossier does not know
    ├── QueryError(ValueError)         a question that cannot be asked
    ├── FormatError(ValueError)        a format that is neither JSON, TOML nor YAML
    ├── DossierError(ValueError)       records that do not make a dossier; carries all problems
    │   └── LoadError                  … and the files they stand in
    ├── EvidenceError(ValueError)      a passage that cannot be cited or checked
    ├── SaveError(OSError)             a dossier could not be written; what was there is kept
    └── MissingExtraError(ImportError) an optional dependency is not installed

Several of them descend from a built-in error as well, so that ``except ValueError`` works
where a reader would expect it to.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from entente._text import shorten

Location: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of a document or record: names of fields, indexes of lists."""


def format_location(path: Location) -> str:
    """Return a path as it is written in messages.

    >>> format_location(("commitments", 3, "due"))
    'commitments[3].due'
    """
    steps = (
        f"[{step}]" if isinstance(step, int) else f".{_plain(step)}" for step in path
    )
    return "".join(steps).removeprefix(".")


def _plain(word: str) -> str:
    """Return a word as it is, unless it would move a cursor or fill the screen."""
    return word if word.isprintable() and len(word) <= _LONGEST_WORD else shorten(word)


_LONGEST_WORD = 80


class Severity(StrEnum):
    """How much a `Problem` matters.

    >>> [severity.value for severity in Severity]
    ['error', 'warning', 'info']
    """

    ERROR = "error"
    """The record cannot be right."""
    WARNING = "warning"
    """The record is probably wrong, or says less than it seems to."""
    INFO = "info"
    """A question worth asking of the source."""


@frozen(kw_only=True)
class Problem:
    """One thing that is wrong, where it stands and how to mend it.

    `path` leads from the top of the document to the value; `line` and `column` count from 1 and are None where the format does not tell them.

    >>> print(Problem(message="'2024-13' is not a date: there is no month 13",
    ...               file="tracker.toml", line=7, column=1, path=("commitments", 3, "due"),
    ...               record="more-patrols", hint='write "2024-12" or "2025-01"'))
    tracker.toml:7:1: commitments[3].due (more-patrols): '2024-13' is not a date: \
there is no month 13; write "2024-12" or "2025-01"
    """

    message: str
    rule: str = "format"
    severity: Severity = Severity.ERROR
    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: Location = ()
    record: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        place = ":".join(
            str(part)
            for part in (self.file, self.line, self.column)
            if part is not None
        )
        record = f"({_plain(self.record)})" if self.record else ""
        subject = " ".join(
            part for part in (format_location(self.path), record) if part
        )
        said = f"{self.message}; {self.hint}" if self.hint else self.message
        return ": ".join(part for part in (place, subject, said) if part)


class EntenteError(Exception):
    """The root of all errors of this library.

    >>> from entente import Period
    >>> try:
    ...     Period("2023-02-30")
    ... except EntenteError as error:
    ...     print(type(error).__name__)
    PeriodError
    """


class NotationError(EntenteError, ValueError):
    """A text is not in the notation that it should be.

    `text` is what was read, `reason` why it cannot be, `position` the index of the character
    (from 0) at which reading stopped, or None where the text as a whole is at fault.
    """

    noun = "the notation"

    def __init__(self, text: str, reason: str, position: int | None = None) -> None:
        super().__init__(text, reason, position)
        self.text = text
        self.reason = reason
        self.position = position

    def __str__(self) -> str:
        shown = shorten(self.text)
        where = "" if self.position is None else f" (at character {self.position + 1})"
        return f"{shown} is not {self.noun}: {self.reason}{where}"


class PeriodError(NotationError):
    """A text is not a date or a span."""

    noun = "a date"


class QuantityError(NotationError):
    """A text is not an amount."""

    noun = "an amount"


class RangeError(NotationError):
    """A text is not a run of lines, paragraphs or characters."""

    noun = "a range"


class UnitError(EntenteError, ValueError):
    """Amounts of different units were compared or calculated with."""


class UndecidedError(EntenteError, TypeError):
    """A "maybe" was used as if it were yes or no."""


class RecordError(EntenteError, ValueError):
    """A record's fields are wrong, or do not go together.

    `field` names the field at fault, or is empty where several are.
    """

    def __init__(self, field: str, reason: str, hint: str | None = None) -> None:
        super().__init__(field, reason, hint)
        self.field = field
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        said = f"{self.field}: {self.reason}" if self.field else self.reason
        return f"{said}; {self.hint}" if self.hint else said


class UnknownIdError(EntenteError, KeyError):
    """An id that the dossier does not know. `id` is it, `hint` says what may have been meant."""

    def __init__(self, id: str, reason: str, hint: str | None = None) -> None:
        super().__init__(id, reason, hint)
        self.id = id
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.reason}; {self.hint}" if self.hint else self.reason


class QueryError(EntenteError, ValueError):
    """A question that cannot be asked, or not of these records."""


class FormatError(EntenteError, ValueError):
    """The name of a format that is neither JSON, TOML nor YAML."""


class DossierError(EntenteError, ValueError):
    """Records that do not make a dossier. `problems` holds every fault that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        lines = [f"{count} problem{'' if count == 1 else 's'}"]
        return "\n".join(lines + [f"  {problem}" for problem in self.problems])


class LoadError(DossierError):
    """A file, a folder or a text that does not hold a dossier; `problems` says all that is wrong."""


class EvidenceError(EntenteError, ValueError):
    """A passage that cannot be cited, or a text that cannot be checked."""


class SaveError(EntenteError, OSError):
    """A dossier could not be written. What stood in its place before still does."""


class MissingExtraError(EntenteError, ImportError):
    """An optional dependency is not installed; the message says which extra brings it."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(purpose, extra)
        self.purpose = purpose
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.purpose} needs the extra {self.extra!r}: pip install 'entente-dossier[{self.extra}]'"
