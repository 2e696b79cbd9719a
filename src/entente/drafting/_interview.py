"""A record, asked for field by field.

The fields and what they take are read from the classes of the records.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from typing import Final, TypeAlias

from attrs import define, evolve, field

from entente._dossier import Dossier
from entente._text import did_you_mean, in_words, shorten
from entente.drafting._questions import AskedField, questions, useful_fields
from entente.drafting._sheets import RefusedError, Sheet, Surroundings
from entente.errors import EntenteError, QueryError, format_location
from entente.files._documents import Plain
from entente.files._values import period_to_plain
from entente.records._display import caption
from entente.records._model import KINDS, Record, Source
from entente.values._period import Period
from entente.values._quantity import Quantity

Ask: TypeAlias = Callable[[str], str]
"""What returns the answer to a question."""

Tell: TypeAlias = Callable[[str], None]
"""What shows some lines."""

_HELP: Final = "An empty answer skips a field, ? lists what there is, . skips all that are left."

# So many records are listed, and so many words make an id.
_MOST_LISTED: Final = 40
_WORDS_OF_ID: Final = 4

# The source's own words, for a date that they alone tell.
_QUOTED: Final = re.compile('["“](.+)["”]')

# Days on which the same words mean the same date only if they give the whole date.
_FAR_APART: Final = (datetime.date(1901, 2, 3), datetime.date(2098, 11, 20))

_FLAGS: Final = {
    "y": True,
    "yes": True,
    "true": True,
    "n": False,
    "no": False,
    "false": False,
}


def interview(kind: str, dossier: Dossier, *, ask: Ask, tell: Tell) -> Record:
    """Return a record of a kind that is new to a dossier, asked for field by field.

    `ask` gets a question and returns the answer, `tell` shows some lines; both may raise what ends the
    interview, such as EOFError. Needed fields come first, then those that records of the kind have as a
    rule; any other may be named at the end. An empty answer skips a field, ``?`` lists ids and words that
    there are, ``.`` skips the rest. Dates and amounts may be given in words: a date is read as said on
    the day on which the cited source was published.

    An answer that loading or an error of `entente.check` would refuse is explained and asked for again.
    Raises `QueryError` for a kind that there is not.

    >>> answers = iter(["Small boats", "", "boats; dinghies"])
    >>> def ask(question):
    ...     answer = next(answers, "")
    ...     print(question, answer)
    ...     return answer
    >>> theme = interview("theme", Dossier(), ask=ask, tell=print)
    A new theme. An empty answer skips a field, ? lists what there is, . skips all that are left.
    label: Small boats
    id [small-boats]:
    aliases (with semicolons): boats; dinghies
    another field (? lists them):
    >>> theme.id, theme.aliases
    ('small-boats', ('boats', 'dinghies'))
    """
    names = {
        name: cls
        for plural, cls in KINDS.items()
        for name in (plural, cls.__name__.lower())
    }
    if kind not in names:
        hint = did_you_mean(kind, names) or f"there are {', '.join(KINDS)}"
        raise QueryError(f"{shorten(kind)} is not a kind of record; {hint}")
    return _Interview(Surroundings(dossier), ask, tell).record(names[kind])


@define(eq=False)
class _Interview:
    """An interview: what was said on which day, and whether it `is_enough`, are learnt on the way."""

    around: Surroundings
    ask: Ask
    tell: Tell
    said: datetime.date | None = None
    is_enough: bool = False
    useful: Mapping[type, Collection[str]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.useful = useful_fields(self.around.dossier)

    def record(self, cls: type[Record]) -> Record:
        """Ask for a record until one can be taken."""
        self.tell(f"A new {in_words(cls.__name__)}. {_HELP}")
        sheet = Sheet(cls)
        self._ask_all(sheet)
        told: list[str] = []
        while True:
            self._put_right(sheet)
            record = sheet.record()
            weaknesses = self.around.weaknesses(record)
            # What is weak may be meant so. It is shown once, and can be put right.
            if weaknesses in ([], told):
                return record
            told = weaknesses
            self.tell("\n".join(told))

    def _put_right(self, sheet: Sheet) -> None:
        """Ask for fields that are named, until none is."""
        known = {each.name: each for each in questions(sheet.cls)}
        while name := self.ask("another field (? lists them):").strip():
            if name in known:
                self.is_enough = False
                self._put(known[name], sheet)
            elif name == "?":
                self.tell(", ".join(known))
            else:
                hint = did_you_mean(name, known) or "? lists them"
                self.tell(
                    f"{shorten(name)} is not a field of {sheet.noun}; {hint}"
                )

    # --- asking ----------------------------------------------------------------------------------

    def _ask_all(self, sheet: Sheet, *, since: int = 0) -> None:
        for question in questions(sheet.cls)[since:]:
            is_asked = not self.is_enough and self._is_useful(question, sheet)
            if question.is_needed or is_asked:
                self._put(question, sheet)

    def _is_useful(self, question: AskedField, sheet: Sheet) -> bool:
        """Say whether records have a field as a rule, and there is what it could name."""
        if question.name not in self.useful.get(sheet.cls, ()):
            return False
        needed = questions(question.type) if question.is_part else ()
        return all(
            self.around.has(each.kinds)
            for each in (question, *needed)
            if each.kinds and (each is question or each.is_needed)
        )

    def _put(self, question: AskedField, sheet: Sheet) -> None:
        """Ask until there is an answer that can be taken, or none is given."""
        while True:
            sheet.data.pop(question.name, None)
            try:
                value = self._value(question, sheet)
                if value is not None:
                    sheet.data[question.name] = value
                    self.around.refuse(question, sheet)
            except RefusedError as error:
                self.tell(str(error))
            else:
                return

    def _value(self, question: AskedField, sheet: Sheet) -> Plain:
        """Ask for the value of a field; None if there is none."""
        if not question.is_part:
            return self._simple(question, sheet)
        if not question.is_list:
            return self._part(question, sheet, question.name)
        items: list[Plain] = []
        while not self.is_enough:
            item = self._part(question, sheet, question.name, len(items))
            if item is None:
                break
            items.append(item)
        return items or None

    def _part(
        self, question: AskedField, sheet: Sheet, *steps: str | int
    ) -> Plain:
        """Ask for a part at some steps from a sheet, or return None if none is wanted."""
        while True:
            part = Sheet(question.type, (*sheet.location, *steps), sheet)
            first, *_ = questions(question.type)
            if first.is_needed:
                # No answer to the first that is needed means that there is no part.
                self._put(evolve(first, is_needed=False), part)
                is_wanted = bool(part.data)
            else:
                is_wanted = self._agrees(
                    f"{format_location(part.location)}: {part.noun}? (y, or nothing)"
                )
            if not is_wanted:
                return None
            self._ask_all(part, since=int(first.is_needed))
            faults = part.faults()
            if not faults:
                return part.data
            self.tell("\n".join(faults))
            self.is_enough = False

    def _agrees(self, question: str) -> bool:
        answer = self.ask(question).strip().lower()
        self.is_enough = answer == "."
        return answer in {"y", "yes"}

    def _simple(self, question: AskedField, sheet: Sheet) -> Plain:
        """Ask for a value that is no part; None if there is none."""
        suggestion = self._suggested_id(sheet) if question.name == "id" else ""
        label = sheet.label(question)
        if question.answer:
            label += f" ({question.answer})"
        if suggestion:
            label += f" [{suggestion}]"
        while (answer := self.ask(f"{label}:").strip() or suggestion) == "?":
            self.tell(self._help(question))
        if answer == "." and not question.is_needed:
            self.is_enough = True
        is_none = not answer.strip(",; " if question.is_list else None)
        if not is_none and answer != ".":
            return self._read(question, sheet, answer)
        if question.is_needed:
            raise RefusedError(f"{sheet.noun} needs its {question.name}")
        return None

    def _suggested_id(self, sheet: Sheet) -> str:
        """Suggest an id that is made of the first words of the first text, and not taken."""
        texts = (each for each in sheet.data.values() if isinstance(each, str))
        words = re.findall("[a-z0-9]+", next(texts, "").lower())
        base = id = "-".join(words[:_WORDS_OF_ID])
        number = 1
        while id in self.around.ids:
            number += 1
            id = f"{base}-{number}"
        return id

    def _help(self, question: AskedField) -> str:
        """Return the ids or words that are an answer."""
        if not question.kinds:
            return "\n".join(question.words) or question.answer or "any text"
        known = [
            f"{record.id}  {shorten(caption(record))}"
            for record in self.around.of_kinds(question.kinds)
        ]
        if len(known) > _MOST_LISTED:
            known[_MOST_LISTED:] = [f"and {len(known) - _MOST_LISTED} more"]
        if "party" in question.kinds:
            known += ["states by their codes, such as FR"]
        return (
            "\n".join(known)
            or "there is none in the dossier yet; add it first"
        )

    # --- reading answers -------------------------------------------------------------------------

    def _read(self, question: AskedField, sheet: Sheet, answer: str) -> Plain:
        """Return the plain data that an answer means."""
        if question.is_list:
            mark = "," if question.kinds else ";"
            items = (each.strip() for each in answer.split(mark))
            return [each for each in items if each]
        if question.type is bool:
            if answer.lower() not in _FLAGS:
                raise RefusedError(f"{shorten(answer)} is neither yes nor no")
            return _FLAGS[answer.lower()]
        quoted = _QUOTED.fullmatch(answer)
        if question.type is Period and quoted is not None:
            return {"stated": quoted[1]}
        may_be_words = question.type in {Period, Quantity} and any(
            map(str.isalpha, answer)
        )
        if may_be_words and sheet.faults_in(question, answer):
            return self._in_words(question, sheet, answer)
        return answer

    def _in_words(
        self, question: AskedField, sheet: Sheet, words: str
    ) -> Plain:
        """Return the date or amount that words mean, and tell how they are read."""
        try:
            if question.type is Quantity:
                amount = str(Quantity.from_words(words))
                self.tell(f"read as {amount}")
                return amount
            period = _whole(words)
            if period is None:
                said = self._day_said(sheet)
                period = Period.from_words(words, said=said)
        except EntenteError as error:
            hint = ""
            if question.type is Period:
                hint = f'; to keep the words alone, write "{words}"'
            raise RefusedError(f"{error}{hint}") from error
        self.tell(f"read as {period.edtf}")
        return period_to_plain(period)

    def _day_said(self, sheet: Sheet) -> datetime.date:
        """Return the day on which words were said: when the source was published, or as answered."""
        for source in sheet.sources():
            day = self._published(source)
            if day is not None:
                self.tell(f"said on {day}, when {source!r} was published")
                return day
        while self.said is None:
            answer = self.ask(
                "said on (a day, or the id of a source):"
            ).strip()
            if not answer:
                raise RefusedError(
                    "words are not read without the day on which they were said"
                )
            try:
                self.said = self._published(answer) or Period(answer).day
            except EntenteError as error:
                self.tell(str(error))
                continue
            if self.said is None:
                self.tell(
                    f"{answer!r} is not a definite day; write one, such as '2024-01-30'"
                )
        return self.said

    def _published(self, source: str) -> datetime.date | None:
        record = self.around.ids.get(source)
        if not isinstance(record, Source) or record.published is None:
            return None
        return record.published.day


def _whole(words: str) -> Period | None:
    """Return the date that words tell whole, whatever the day on which they were said: "5 March 2024"."""
    try:
        one, other = (Period.from_words(words, said=day) for day in _FAR_APART)
    except EntenteError:
        return None
    return one if one == other else None
