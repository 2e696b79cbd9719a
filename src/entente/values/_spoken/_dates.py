"""A date or a span in the words of a language."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from attrs import frozen

from entente.values._edtf import (
    End,
    OneOf,
    Point,
    Shape,
    read,
)
from entente.values._spoken._language import Language

_SIGN = "([?~%]?)"
_DATE = re.compile(
    rf"{_SIGN}([0-9X]{{4}}){_SIGN}"
    rf"(?:-{_SIGN}([0-9X]{{2}}){_SIGN}(?:-{_SIGN}([0-9X]{{2}}){_SIGN})?)?"
)
_FIRST_PLAIN_YEAR = 1000
_SEASONS = frozenset(("21", "22", "23", "24"))
_WINTERS = frozenset(("24", "28", "32"))
_DAY_WORDS_ONLY = "XXXX-XX-XX"


@frozen
class DateSpeaker:
    """What puts dates into the words of one language."""

    language: Language

    def words(
        self,
        text: str,
        as_of: datetime.date | None = None,
        stated: str | None = None,
    ) -> str:
        """Return a date or a span in words, with those of its source beside them."""
        language = self.language
        if stated is not None and text == _DAY_WORDS_ONLY:
            return language.alone.format(stated=stated)
        shape = read(text)
        spoken = (
            self._span(shape) if shape.is_span else self._date(shape.start)
        )
        if as_of is not None:
            day = self._point(as_of.isoformat())
            spoken = language.as_of.format(span=spoken, day=day)
        spoken = language.bare(language.join_dates(spoken))
        if stated is None or stated.casefold() == spoken.casefold():
            return spoken
        return language.quoted.format(date=spoken, stated=stated)

    # --- spans and sets

    def _span(self, shape: Shape) -> str:
        start, end = shape.start, shape.end
        language = self.language
        if start.kind is End.DATE and end.kind is End.DATE:
            return self._two(language.from_to, start.text, end.text)
        if start.kind is End.DATE:
            is_open = end.kind is End.OPEN
            frame = language.from_open if is_open else language.from_unknown
            return frame.format(date=self._point(start.text))
        is_open = start.kind is End.OPEN
        if end.kind is End.DATE:
            frame = language.until_open if is_open else language.until_unknown
            return frame.format(date=self._point(end.text))
        return language.endless[start.kind.value, end.kind.value]

    def _date(self, point: Point) -> str:
        if not isinstance(point, OneOf):
            return self._point(point.text, alone=True)
        spoken = [self._member(member) for member in point.members]
        if len(spoken) == 1:
            return spoken[0]
        language = self.language
        if len(spoken) == 2 and not any(
            each.is_span for each in point.members
        ):
            return language.or_.join(map(language.bare, spoken))
        dates = language.semicolon.join(map(language.bare, spoken))
        return language.one_of.format(dates=dates)

    def _member(self, member: Shape) -> str:
        language = self.language
        if not member.is_span:
            return self._point(member.text)
        if member.start.kind is End.OPEN:
            return self._by(member.end)
        if member.end.kind is End.OPEN:
            return language.not_before.format(
                date=self._point(member.start.text)
            )
        return self._two(language.between, member.start.text, member.end.text)

    def _by(self, end: Point) -> str:
        """Return a deadline; the last day of a year or a month is its end."""
        language = self.language
        if re.fullmatch(r"[0-9]{4}-12-31", end.text):
            return language.by_end.format(date=self._point(end.text[:4]))
        is_day = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", end.text)
        if is_day and read(end.text[:7]).end.last == end.last:
            return language.by_end.format(date=self._point(end.text[:7]))
        return language.by.format(date=self._point(end.text))

    def _two(self, frame: str, first: str, last: str) -> str:
        """Return two dates in a frame; days of one year or month name it once."""
        start, end = self._point(first), self._point(last)
        a_day = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
        are_days = re.fullmatch(a_day, first) and re.fullmatch(a_day, last)
        if are_days and first[:4] == last[:4]:
            year = self._without_gaps(first[:4], "", "")
            start = start.removesuffix(f" {year}")
            if first[:7] == last[:7] and first != last:
                start, _, _ = start.rpartition(" ")
        return frame.format(first=start, last=end)

    # --- one date

    def _point(self, text: str, *, alone: bool = False) -> str:
        """Return a date, with what is unknown or doubtful of it in brackets if it is not alone."""
        match = _DATE.fullmatch(text)
        assert match is not None  # noqa: S101 -- it has been read
        language = self.language
        q0, year, q1, q2, month, q3, q4, day, q5 = match.groups(default="")
        signs = (q0, q1, q2, q3, q4, q5)
        notes: list[str] = []
        missing = _missing(year, month, day)
        if missing is None:
            spoken = self._mask(year, month, day)
        else:
            spoken = self._without_gaps(year, month.replace("XX", ""), "")
            notes.append(language.missing[missing])
        trailing = q5 if day else q3 if month else q1
        if trailing and sum(map(bool, signs)) == 1:
            if trailing in "~%" and day:
                # "About 14 May" is read as more than a day to each side.
                notes.append(language.give_or_take)
            elif trailing in "~%":
                spoken = self._doubted("about", spoken, notes, alone=alone)
            if trailing in "?%":
                spoken = self._doubted("perhaps", spoken, notes, alone=alone)
        if notes:
            aside = language.aside if alone else language.noted
            spoken = aside.format(date=spoken, notes=", ".join(notes))
        if sum(map(bool, signs)) > 1 or (any(signs) and not trailing):
            spoken = language.noted.format(
                date=spoken, notes=self._sign_notes(signs)
            )
        return spoken

    def _doubted(
        self, doubt: str, date: str, notes: list[str], *, alone: bool
    ) -> str:
        """Return a date with the word for a doubt, or add it to the notes where it goes there."""
        language = self.language
        if doubt in language.doubt_notes and not alone:
            notes.append(language.doubt_notes[doubt])
            return date
        return language.doubts[doubt].format(date=date)

    def _sign_notes(self, signs: Sequence[str]) -> str:
        language = self.language
        return ", ".join(
            f"{name} {language.signs[sign]}"
            for at in range(3)
            for name, sign in (
                (language.components[at], signs[2 * at]),
                (language.together[at], signs[2 * at + 1]),
            )
            if sign
        )

    def _mask(self, year: str, month: str, day: str) -> str:
        language = self.language
        if "X" not in year + month + day:
            return self._without_gaps(year, month, day)
        if year + month + day == "XXXXXXXX":
            return language.unknown_date
        if "X" not in year + month:
            whole = self._without_gaps(year, month, "")
            return language.of.format(part=self._day_mask(day), whole=whole)
        spoken = self._year_mask(year, alone=not month)
        if "X" not in month + day and day:
            name = language.months[int(month) - 1]
            part = language.day(int(day), name)
            return language.of.format(part=part, whole=spoken)
        if month:
            spoken = self._month_mask(month, spoken)
        if day:
            part = self._day_mask(day)
            spoken = language.of.format(part=part, whole=spoken)
        return spoken

    def _without_gaps(self, year: str, month: str, day: str) -> str:
        language = self.language
        number = int(year)
        is_early = number < _FIRST_PLAIN_YEAR
        pattern = language.early_year if is_early else language.year
        spoken = pattern.format(year=number)
        if not month:
            return spoken
        if month in language.parts:
            if month in _WINTERS and not is_early:
                spoken = language.winter_years.format(
                    first=year, second=f"{number + 1}"
                )
            pattern = language.month if month in _SEASONS else language.of
            part = language.parts[month]
            return pattern.format(
                month=part, part=part, year=spoken, whole=spoken
            )
        spoken = language.month.format(
            month=language.months[int(month) - 1], year=spoken
        )
        return language.day(int(day), spoken) if day else spoken

    def _year_mask(self, mask: str, *, alone: bool) -> str:
        language = self.language
        if "X" not in mask:
            return self._without_gaps(mask, "", "")
        if mask == "XXXX":
            return language.unknown_year
        digits = mask.rstrip("X")
        if "X" in digits:
            return language.like_year.format(year=mask)
        is_decade = len(digits) == 3 and digits[-1] != "0"
        if alone and is_decade and digits[0] != "0":
            return language.decade.format(year=f"{digits}0")
        first, last = int(mask.replace("X", "0")), int(mask.replace("X", "9"))
        run = language.run.format(first=max(first, 1), last=last)
        return language.one_year.format(run=run)

    def _month_mask(self, mask: str, year: str) -> str:
        language = self.language
        if mask in language.parts:
            return language.of.format(part=language.parts[mask], whole=year)
        if mask.isdecimal():
            name = language.months[int(mask) - 1]
            return language.of.format(part=name, whole=year)
        if mask == "XX":
            name = language.unknown_month
        else:
            months = _numbers(mask, 12)
            names = [language.months[month - 1] for month in months]
            # "April of 2024" alone would be 2024-04, of which no digit is missing.
            name = f"{names[0]} ({mask})"
            if len(names) > 1:
                name = self._choice(names, months, language.one_month)
        return language.of.format(part=name, whole=year)

    def _day_mask(self, mask: str) -> str:
        language = self.language
        if mask == "XX":
            return language.unknown_day
        if "X" not in mask:
            return language.nth_day.format(day=int(mask))
        days = _numbers(mask, 31)
        return self._choice([str(day) for day in days], days, language.one_day)

    def _choice(
        self, names: list[str], numbers: Sequence[int], one: str
    ) -> str:
        language = self.language
        if numbers[-1] - numbers[0] == len(numbers) - 1 and len(names) > 2:
            run = language.run.format(first=names[0], last=names[-1])
        else:
            run = ", ".join(names[:-1]) + language.or_ + names[-1]
        return one.format(run=run)


def _missing(year: str, month: str, day: str) -> str | None:
    """Return which part of a date is not given, where all before it is: "month", "day" or "both"."""
    if "X" in year:
        return None
    if month == "XX":
        return {"": "month", "XX": "both"}.get(day)
    return "day" if day == "XX" and "X" not in month else None


def _numbers(mask: str, most: int) -> list[int]:
    pattern = re.compile(mask.replace("X", "."))
    return [
        number
        for number in range(1, most + 1)
        if pattern.fullmatch(f"{number:02d}")
    ]
