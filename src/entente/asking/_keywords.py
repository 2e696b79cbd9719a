"""The keywords of `where`: what each takes, and what a record answers to it.

A keyword is written in the signature of a selection's `where`, in the annotation of the
parameter that has its name::

    theme: Annotated[OneOrMore | None, Ids("themes", of="theme")] = None

That is its one definition: `where`, `sort`, `group_by`, `count_by`, the indexes and the options
of the command line all read it (see `entente.asking._selection`).
"""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import chain
from operator import attrgetter
from typing import Any, ClassVar, Final, TypeAlias

from entente._comparing import as_compared
from entente._text import in_words, shorten, with_article
from entente.errors import QueryError
from entente.records._index import RecordIndex
from entente.records._model import Record
from entente.records._vocabulary import suggest_word
from entente.records._walk import citations
from entente.records._wording import date_text
from entente.values._period import Period

Values: TypeAlias = tuple[str | bool | Period, ...]
"""Values of a keyword, any of which may fit."""

Answers: TypeAlias = Callable[[Any], tuple[Any, ...]]
"""What a record answers; None among the answers is none."""


ACTORS: Final = ("party", "office", "minister")
"""The kinds of record that act for themselves or for others."""


class Keyword(ABC):
    """What a keyword takes, and what a record answers to it.

    `paths` lead from a record to its answers: the name of a field (``"themes"``), of a field
    within the parts of a record (``"tenures.office"``), or a function of the record.
    """

    takes: ClassVar[str]
    """What is given for it, as `Selection.questions` says."""
    of_status: ClassVar[bool] = False
    """Whether the answers are those of a commitment's status, which depends on the day."""
    takes_party: ClassVar[bool] = False
    """Whether it may be asked about one party alone, with ``of``."""
    needs_day: ClassVar[bool] = False
    """Whether there are no answers without a day."""
    kinds: tuple[str, ...] = ()
    """The kinds of record that its values name by id; empty if they are not ids."""

    def __init__(self, *paths: str | Answers) -> None:
        self.paths: Final = paths
        self.answers: Final = answers_at(*paths)

    @abstractmethod
    def read(self, value: object) -> Values:
        """Return what was given as values, or raise a `QueryError`."""

    def label(self, answer: Any) -> str:
        """Return the name of the group of records with an answer."""
        return str(answer)

    def rank(self, answers: Iterable[Any]) -> list[Any]:
        """Return what records with these answers are sorted by."""
        return list(answers)


class Ids(Keyword):
    """Records that a record names; a theme or party includes all below it."""

    takes = "id"

    def __init__(
        self, *paths: str | Answers, of: str | tuple[str, ...]
    ) -> None:
        super().__init__(*paths)
        self.kinds = (of,) if isinstance(of, str) else of

    def read(self, value: object) -> Values:
        """Return one id or several as a tuple."""
        return _texts(value)


class Actors(Ids):
    """Parties that act: by themselves, or by an office or a minister that the record names.

    A minister acts for the parties of the offices held on the date of the record. A question may
    ask for what the groupings of a party do, too: see `Criterion.groupings`.
    """

    def __init__(
        self, *paths: str | Answers, of: str | tuple[str, ...] = ACTORS
    ) -> None:
        super().__init__(*paths, of=of)


class Texts(Keyword):
    """Texts that are compared letter by letter, such as units, but for what no reader can see."""

    takes = "text"

    def __init__(self, *paths: str | Answers) -> None:
        as_written = answers_at(*paths)

        def compared(record: Record) -> tuple[str, ...]:
            return tuple(map(as_compared, as_written(record)))

        super().__init__(compared)

    def read(self, value: object) -> Values:
        """Return one text or several as a tuple."""
        return tuple(map(as_compared, _texts(value)))


class Words(Keyword):
    """Words of a closed list."""

    takes = "word"

    def __init__(self, *paths: str | Answers, words: type[StrEnum]) -> None:
        super().__init__(*paths)
        self.words: Final = words
        # Words are sorted as their list has them; the alphabet would put "agreed" first.
        self._ranks = {word: rank for rank, word in enumerate(words)}

    def read(self, value: object) -> Values:
        """Return one word or several as members of the list."""
        return tuple([find_word(self.words, text) for text in _texts(value)])

    def rank(self, answers: Iterable[Any]) -> list[Any]:
        """Return the places of the words in their list."""
        return [self._ranks[answer] for answer in answers]


class WordsOfParty(Words):
    """Words for what the parties to a record did, all of them or the one that is asked about.

    `words_of` is a function of the record and a party, which may be None, and the index.
    """

    takes_party = True

    def __init__(
        self,
        words_of: Callable[[Any, str | None, RecordIndex], tuple[Any, ...]],
        *,
        words: type[StrEnum],
    ) -> None:
        super().__init__(words=words)
        self.words_of: Final = words_of


class StatusWords(Words):
    """Words for the status of a commitment, on a day and as it was known on a day."""

    of_status = True
    takes_party = True


class ScheduleWords(StatusWords):
    """Words for the schedule of a commitment, which is always that of a day."""

    needs_day = True


class YesNo(Keyword):
    """Yes or no."""

    takes = "yes or no"

    def read(self, value: object) -> Values:
        """Return True or False."""
        return (read_flag(value),)

    def label(self, answer: bool) -> str:  # noqa: FBT001 -- one of its values
        """Return the answer in English."""
        return "yes" if answer else "no"


class Dates(Keyword):
    """A date or span of the record that shares a day with the one asked for.

    A record without such a date never fits. `compared` is a function of the record that returns
    the dates that are compared with those asked for, if these are not its answers.
    """

    takes = "date"

    def __init__(
        self, *paths: str | Answers, compared: Answers | None = None
    ) -> None:
        super().__init__(*paths)
        self.compared: Final = compared or self.answers

    def read(self, value: object) -> Values:
        """Return one date or several as periods."""
        return tuple([_read_date(each) for each in _as_tuple(value)])

    def label(self, answer: Period) -> str:
        """Return the date as text, or the words of its source if these are all."""
        return date_text(answer) if answer.in_words_only else str(answer)

    def rank(self, answers: Iterable[Period]) -> list[Any]:
        """Return the first and last days of the dates, the earliest first."""
        return sorted([period.sort_key for period in answers])


class Times(Dates):
    """A date or span that has to be worked out, maybe from other records.

    `work_out` is a function of the record and the index of the dossier.
    """

    def __init__(
        self, work_out: Callable[[Any, RecordIndex], Period | None]
    ) -> None:
        super().__init__()
        self.work_out: Final = work_out


def answers_at(*paths: str | Answers) -> Answers:
    """Return the function that collects what a record holds at some paths.

    >>> from entente import Minister, Tenure
    >>> minister = Minister(id="a", name="A", tenures=(Tenure(office="b", period="2024"),))
    >>> answers_at("name")(minister), answers_at("tenures.office", "id")(minister)
    (('A',), ('b', 'a'))
    """
    getters = [path if callable(path) else _getter(path) for path in paths]
    # Most keywords read one field: no list of lists is made for these.
    if len(getters) == 1:
        return getters[0]
    return lambda record: tuple(
        chain.from_iterable([get(record) for get in getters])
    )


def _getter(path: str) -> Answers:
    field, _, within = path.partition(".")
    if within:
        return _getter_within_parts(attrgetter(field), _getter(within))
    get = attrgetter(field)

    def answers(record: object) -> tuple[Any, ...]:
        value = get(record)
        return value if type(value) is tuple else (value,)

    return answers


def _getter_within_parts(
    parts: Callable[[Any], Iterable[Any]], get: Answers
) -> Answers:
    return lambda record: tuple(
        chain.from_iterable([get(part) for part in parts(record)])
    )


def cited_sources(record: Record) -> tuple[str, ...]:
    """Return the sources that a record cites, and those that its parts cite."""
    return tuple([citation.source for _, citation in citations(record)])


# --- values as they are given ------------------------------------------------------------


def find_word(words: type[StrEnum], text: str) -> StrEnum:
    """Return a word of a list; raises `QueryError` with the nearest, or with all."""
    try:
        return words(text)
    except ValueError:
        hint = suggest_word(text, words) or f"write one of {', '.join(words)}"
        noun = with_article(in_words(words.__name__))
        raise QueryError(f"{shorten(text)} is not {noun}; {hint}") from None


def read_flag(value: object) -> bool:
    """Return a boolean as it is; raises `QueryError` for anything else."""
    if not isinstance(value, bool):
        raise QueryError(f"{shorten(value)} is neither True nor False")
    return value


def _texts(value: object) -> tuple[str, ...]:
    values = _as_tuple(value)
    for each in values:
        if not isinstance(each, str):
            wanted = "give one text or a tuple of them"
            raise QueryError(
                f"{shorten(each)} is not text; {_cure(each, wanted)}"
            )
    return tuple(map(str, values))


def _cure(value: object, wanted: str) -> str:
    """Return what to give in place of a value of a tuple."""
    if value is None:
        return "records without one are in `group_by(…).get(None)`"
    return wanted


def _as_tuple(value: object) -> tuple[object, ...]:
    """Return one value or several as a tuple; raises `QueryError` if there is none."""
    values = value if isinstance(value, tuple) else (value,)
    if not values:
        message = (
            "an empty tuple asks for nothing; to ask for all, omit the keyword"
        )
        raise QueryError(message)
    return values


def _read_date(value: object) -> Period:
    if not isinstance(value, Period | datetime.date | str):
        wanted = "give a Period, a datetime.date or an EDTF text"
        raise QueryError(
            f"{shorten(value)} is not a date; {_cure(value, wanted)}"
        )
    return Period.of(value)
