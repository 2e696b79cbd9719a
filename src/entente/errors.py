"""What can go wrong: the errors of the library, and the problems that they carry.

Every error about a text, a record or a question is an `EntenteError`; an argument of the wrong type
is a plain ``TypeError``::

    EntenteError
    ├── NotationError(ValueError)      a text is not in the expected notation
    │   ├── PeriodError                … not a date or span
    │   ├── QuantityError              … not an amount
    │   ├── DurationError              … not a length of time
    │   └── RangeError                 … not a run of lines, paragraphs or characters
    ├── UnitError(ValueError)          amounts of different units or kinds were mixed
    ├── UndecidedError(TypeError)      a "maybe" was used as if it were yes or no
    ├── RecordError(ValueError)        a record's fields are wrong or do not go together
    ├── UnknownIdError(KeyError)       the dossier does not know an id
    ├── QueryError(ValueError)         a question cannot be asked
    ├── FormatError(ValueError)        a format is not JSON, TOML or YAML
    ├── DossierError(ValueError)       records do not make a dossier; carries all problems
    │   └── LoadError                  … and neither do the files that hold them
    ├── EvidenceError(ValueError)      a passage cannot be cited or checked
    ├── SaveError(OSError)             a dossier was not written; the old files are kept
    └── MissingExtraError(ImportError) an optional dependency is not installed

Each is also the built-in error in brackets, so ``except ValueError`` catches a `PeriodError`.

Printed, an error is safe for a terminal: what cannot be seen is escaped, and only the problems of a
`DossierError` are on lines of their own. Its attributes hold the texts as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from attrs import frozen

from entente._safe import shown
from entente._text import shorten
from entente._word_lists import WordList

__all__ = [
    "DossierError",
    "DraftWarning",
    "DurationError",
    "EntenteError",
    "EvidenceError",
    "FormatError",
    "LoadError",
    "Location",
    "MissingExtraError",
    "NotationError",
    "PeriodError",
    "Problem",
    "QuantityError",
    "QueryError",
    "RangeError",
    "RecordError",
    "RulesError",
    "SaveError",
    "Severity",
    "UndecidedError",
    "UnitError",
    "UnknownIdError",
]

Location: TypeAlias = tuple[str | int, ...]
"""The way from the top of a document or record to a value: field names and list indexes."""

# A key that is longer does not help to find the place, and would fill the screen.
_LONGEST_NAME: Final = 80


class Severity(WordList):
    """How serious a `Problem` is, most serious first. Members compare by it, also with plain text.

    >>> [severity.value for severity in Severity]
    ['error', 'warning', 'info']
    >>> Severity.ERROR > Severity.INFO
    True
    """

    ERROR = "error"
    """The record cannot be right."""
    WARNING = "warning"
    """The record is probably wrong, or says less than it seems to."""
    INFO = "info"
    """A question worth asking of the source."""

    @classmethod
    def _ladder(cls) -> Iterable[str]:
        return reversed(cls)


@frozen(kw_only=True)
class Problem:
    """Something that is wrong: what, where, and how to fix it.

    `path` is the `Location` of the value, from the top of the document. `line` and `column` count
    from 1; they are None if the format does not tell them.

    >>> print(Problem(message="'2024-13' is not a date", hint='write "2024-12"',
    ...               file="tracker.toml", line=7, column=1,
    ...               path=("commitments", 3, "due"), record="more-patrols"))
    tracker.toml:7:1: commitments[3].due (more-patrols): '2024-13' is not a date; write "2024-12"
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
        source = (self.file, self.line, self.column)
        position = ":".join(str(part) for part in source if part is not None)
        record = f"({_printable(self.record)})" if self.record else ""
        subject = f"{format_location(self.path)} {record}".strip()
        sections = (position, subject, _with_hint(self.message, self.hint))
        return shown(": ".join(filter(None, sections)))


class EntenteError(Exception):
    """The base class of all errors of the library.

    >>> from entente import Period
    >>> try:
    ...     Period("2023-02-30")
    ... except EntenteError as error:
    ...     print(type(error).__name__)
    PeriodError
    """

    def __str__(self) -> str:
        return shown(super().__str__())


class NotationError(EntenteError, ValueError):
    """A text is not in the expected notation.

    `text` is the text, `reason` explains what is wrong with it. `position` is the index (from 0) of
    the character where reading stopped, or None if the text as a whole is wrong.
    """

    noun = "the notation"

    # Here and below: an error is unpickled from its `args`, so every argument is passed on.
    def __init__(
        self, text: str, reason: str, position: int | None = None
    ) -> None:
        super().__init__(text, reason, position)
        self.text = text
        self.reason = reason
        self.position = position

    def __str__(self) -> str:
        message = f"{shorten(self.text)} is not {self.noun}: {self.reason}"
        if self.position is None:
            return shown(message)
        # Readers count from 1.
        return shown(f"{message} (at character {self.position + 1})")


class PeriodError(NotationError):
    """A text is not a date or a span."""

    noun = "a date"


class QuantityError(NotationError):
    """A text is not an amount."""

    noun = "an amount"


class DurationError(NotationError):
    """A text is not a duration."""

    noun = "a duration"


class RangeError(NotationError):
    """A text is not a run of lines, paragraphs or characters."""

    noun = "a range"


class UnitError(EntenteError, ValueError):
    """Amounts of different units, rates or kinds were compared or combined."""


class UndecidedError(EntenteError, TypeError):
    """A "maybe" was used as if it were yes or no."""


class RecordError(EntenteError, ValueError):
    """A record's fields are wrong or do not go together.

    `problems` holds every fault of the record, each with the name of its field as its path. `field`,
    `reason` and `hint` are those of the first: the name is empty if several fields are involved.
    `subject` says which record it is, as far as that is known.

    >>> from entente import Commitment
    >>> try:
    ...     Commitment(id="more-patrols", summary="", due="2023-02-30")
    ... except RecordError as error:
    ...     print(error)
    commitment 'more-patrols': 2 problems
      summary: '' is not text (not empty, no white space around it)
      due: '2023-02-30' is not a date: there is no day 30: 2023-02 has 28 days (at character 9)
    """

    def __init__(
        self,
        field: str,
        reason: str,
        hint: str | None = None,
        subject: str = "",
        problems: Iterable[Problem] = (),
    ) -> None:
        only = Problem(
            message=reason, path=(field,) if field else (), hint=hint
        )
        self.problems = tuple(problems) or (only,)
        super().__init__(field, reason, hint, subject, self.problems)
        self.field = field
        self.reason = reason
        self.hint = hint
        self.subject = subject

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems]
        if len(lines) == 1:
            return shown(": ".join(filter(None, (self.subject, *lines))))
        title = f"{self.subject}: {len(lines)} problems"
        return "\n  ".join([shown(title), *lines])


class UnknownIdError(EntenteError, KeyError):
    """The dossier does not know an id.

    `id` is the unknown id, `reason` the message, `hint` a suggestion, if there is one.
    """

    def __init__(self, id: str, reason: str, hint: str | None = None) -> None:
        super().__init__(id, reason, hint)
        self.id = id
        self.reason = reason
        self.hint = hint

    # A KeyError would show the repr of its argument.
    def __str__(self) -> str:
        return shown(_with_hint(self.reason, self.hint))


class QueryError(EntenteError, ValueError):
    """A question cannot be asked, or not of these records."""


class FormatError(EntenteError, ValueError):
    """A format is not JSON, TOML or YAML."""


class DossierError(EntenteError, ValueError):
    """Records do not make a dossier. `problems` holds every `Problem` that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        # The problems may come from a generator, which can be read only once.
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        title = "1 problem" if count == 1 else f"{count} problems"
        return "\n  ".join([title, *map(str, self.problems)])


class LoadError(DossierError):
    """A file, a folder or a text does not hold a dossier. `problems` lists everything wrong."""


class DraftWarning(UserWarning):
    """A folder holds drafts, which are left out since nobody has reviewed them."""


class RulesError(EntenteError, ValueError):
    """The rules by which a text is drafted cannot be read, or there are none for its language."""


class EvidenceError(EntenteError, ValueError):
    """A passage cannot be cited, or a text cannot be checked."""


class SaveError(EntenteError, OSError):
    """A dossier was not written: the files are as they were before, all of them.

    Only if the system refuses to undo what was begun, the new texts may hold; the message says so.
    """


class MissingExtraError(EntenteError, ImportError):
    """An optional dependency is not installed.

    `purpose` says what needs it, `extra` is the name of the extra that installs it.
    """

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(purpose, extra)
        self.purpose = purpose
        self.extra = extra

    def __str__(self) -> str:
        install = f"pip install 'entente-dossier[{self.extra}]'"
        return f"{self.purpose} needs the extra {self.extra!r}: {install}"


def format_location(location: Location) -> str:
    """Return a location as messages show it.

    >>> format_location(("commitments", 3, "due"))
    'commitments[3].due'
    """
    text = ""
    for step in location:
        text += (
            f"[{step}]" if isinstance(step, int) else f".{_printable(step)}"
        )
    return text.removeprefix(".")


def _printable(name: str) -> str:
    """Return a key or an id, in quotation marks if it is odd, and shortened if it is long."""
    if len(name) <= _LONGEST_NAME and shown(name) == name:
        return name
    return shorten(name)


def _with_hint(message: str, hint: str | None) -> str:
    return f"{message}; {hint}" if hint else message
