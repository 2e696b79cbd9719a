"""The words of a site in a language: messages, dates, names of countries.

Messages are gettext catalogues, with the English text as the key. What the records say stays in the
language of the records.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from entente._text import in_words, words_of
from entente.errors import MissingExtraError
from entente.records._display import caption
from entente.records._model import Party, Record
from entente.records._rule_words import rule_text
from entente.records._states import state_name
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity

if TYPE_CHECKING:
    import babel

LOCALES: Final = ("en", "fr")
"""The languages that a site has messages for."""

FIELD: Final = "field"
"""The context of the names of fields."""

REASON: Final = "reason"
"""The context of the sentences that say which rule applied."""

REMARK: Final = "remark"
"""The context of the sentences that say why something counts for a verdict, or not."""


class Wording:
    """The words of a site in a language."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._babel = _locale(locale)
        self._messages = messages(locale)

    def say(
        self, message: str, context: str | None = None, **given: object
    ) -> str:
        """Return a message in the language, with what is given put in."""
        text = self._messages.get((context, message), message)
        return text.format(**given) if given else text

    def word(self, word: StrEnum) -> str:
        """Return a word of a vocabulary."""
        return self.say(words_of(word), in_words(type(word).__name__))

    def field(self, name: str) -> str:
        """Return the name of a field."""
        return self.say(words_of(name), FIELD)

    def heading(self, name: str) -> str:
        """Return the name of a field with a capital letter."""
        text = self.field(name)
        return text[:1].upper() + text[1:]

    def day(self, day: datetime.date) -> str:
        """Return a day, such as "30 January 2024"."""
        from babel.dates import format_date  # noqa: PLC0415

        text = str(format_date(day, "d MMMM y", locale=self._babel))
        # The first of a month is an ordinal in French, which CLDR leaves out.
        is_ordinal = self.locale == "fr" and day.day == 1
        return text.replace("1 ", "1er ", 1) if is_ordinal else text

    def number(self, number: int) -> str:
        """Return a number with the separators of the language."""
        from babel.numbers import format_decimal  # noqa: PLC0415

        return str(format_decimal(number, locale=self._babel))

    def period(self, period: Period) -> str:
        """Return a date in words, with those of its source."""
        return period.words(self.locale)

    def date(self, period: Period) -> str:
        """Return a date in words, without those of its source if more is known of it."""
        return period.words(self.locale, stated=False)

    def quantity(self, quantity: Quantity) -> str:
        """Return a quantity in words."""
        return quantity.words(self.locale)

    def duration(self, duration: Duration) -> str:
        """Return a length of time in words."""
        return duration.words(self.locale)

    def rule(self, rule: str) -> str:
        """Return a recurrence rule, in words if it is a common one."""
        return rule_text(rule, self.locale)

    def country(self, code: str) -> str:
        """Return the name of the country with a code."""
        return str(self._babel.territories.get(code, state_name(code) or code))

    def language(self, tag: str) -> str:
        """Return the name of the language with a tag, such as "anglais"; an unknown tag as it is."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415

        try:
            named = Locale.parse(tag, sep="-").get_display_name(self._babel)
        except (UnknownLocaleError, ValueError):
            return tag
        return named or tag

    def name(self, record: Record) -> str:
        """Return the name of a record; a state, and the European Union, has that of the language."""
        if isinstance(record, Party) and state_name(record.id) is not None:
            return self.country(record.id)
        return caption(record)


def alphabetical(text: str) -> str:
    """Return what a text is sorted by: small letters without accents.

    >>> sorted(["États-Unis", "Zambie", "Espagne"], key=alphabetical)
    ['Espagne', 'États-Unis', 'Zambie']
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))


def _locale(locale: str) -> babel.Locale:
    try:
        from babel import Locale  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("building a site", "site") from error
    return Locale.parse(locale)


@cache
def messages(locale: str) -> Mapping[tuple[str | None, str], str]:
    """Return the messages of a language by context and English text; English has none."""
    from babel.messages.pofile import read_po  # noqa: PLC0415

    file = resources.files("entente.site") / "locales" / f"{locale}.po"
    if not file.is_file():
        return {}
    with file.open("rb") as opened:
        catalogue = read_po(opened, locale=locale)
    return {
        (each.context, str(each.id)): str(each.string)
        for each in catalogue
        if each.id and each.string
    }
