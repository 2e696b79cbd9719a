"""Forms of values: ids, fingerprints, language tags, recurrence rules, single days, levels."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Protocol, TypeVar

from attrs import frozen

from entente._text import shorten
from entente.records._recurrence import RuleForm
from entente.records._states import state_name, suggest_state
from entente.values._period import Period, day_of_span
from entente.values._quantity import Quantity

V_contra = TypeVar("V_contra", contravariant=True)


class Form(Protocol[V_contra]):
    """A form that a value must have, beyond being of its type."""

    def fault(self, value: V_contra, /) -> tuple[str, str] | None:
        """Explain why a value is not of this form and how to fix it; return None if it is."""
        ...


@frozen
class TextForm:
    """A form that a text must have, with a noun and a hint for messages."""

    noun: str
    pattern: re.Pattern[str]
    hint: str

    def fault(self, text: str) -> tuple[str, str] | None:
        """Explain why a text is not of this form and how to fix it; return None if it is.

        >>> FINGERPRINT.fault("abc")
        ("'abc' is not a fingerprint", 'make one with entente.evidence.fingerprint')
        """
        if self.pattern.fullmatch(text) is not None:
            return None
        return f"{shorten(text)} is not {self.noun}", self.hint


@frozen
class LanguageForm(TextForm):
    """The form of a language tag; for the name of a language its tag is offered."""

    def fault(self, text: str) -> tuple[str, str] | None:
        """Refuse what is no tag, with the one that it was meant for.

        >>> LANGUAGE_TAG.fault("French")
        ("'French' is not a language tag", 'write "fr"')
        """
        fault = super().fault(text)
        if fault is None:
            return None
        # The table is only needed when something is wrong.
        from entente.records._habits import suggest_language  # noqa: PLC0415

        reason, hint = fault
        tag = suggest_language(text)
        # A longer word is a name that the table has not, and "english" would be well-formed in part.
        is_tag = self.pattern.fullmatch(tag) is not None
        return reason, f'write "{tag}"' if is_tag else hint


@frozen
class IdForm(TextForm):
    """The form of an id, which can be made of most texts."""

    def fault(self, text: str) -> tuple[str, str] | None:
        """Refuse what is no id, with an id that is made of it.

        >>> ID.fault("Small boats")
        ("'Small boats' is not an id", "write 'small-boats'")
        """
        fault = super().fault(text)
        if fault is None:
            return None
        # A longer text was no name.
        if len(text) > _LONGEST_NAME:
            return fault
        # Without accents, which an id cannot have.
        bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore")
        words = re.findall(r"[a-z0-9]+", bare.decode().lower())
        reason, hint = fault
        return reason, f"write {'-'.join(words)!r}" if words else hint


@frozen
class PartyIdForm(IdForm):
    """The form of a party's id: any id, or the code of a state."""

    def fault(self, text: str) -> tuple[str, str] | None:
        """Accept the code of a state; for another name of a state, suggest its code.

        >>> PARTY_ID.fault("UK")
        ("'UK' is not an id", "write 'GB'")
        """
        if state_name(text) is not None:
            return None
        fault = super().fault(text)
        code_hint = suggest_state(text)
        if fault is None or code_hint is None:
            return fault
        reason, _ = fault
        return reason, code_hint


_LONGEST_NAME: Final = 80

# Possessive quantifiers: a long text that almost matches is refused without backtracking.
_KEBAB_CASE = re.compile(r"[a-z0-9]++(?:-[a-z0-9]++)*+", re.ASCII)

ID: Final = IdForm("an id", _KEBAB_CASE, 'an id looks like "small-boats"')

PARTY_ID: Final = PartyIdForm(ID.noun, ID.pattern, ID.hint)

FINGERPRINT: Final = TextForm(
    "a fingerprint",
    # The number of words, the checksum of the first ones, the digest; see `entente.evidence`.
    re.compile(r"([1-9][0-9]{0,8}):([0-9a-f]{8}):([0-9a-f]{16})", re.ASCII),
    "make one with entente.evidence.fingerprint",
)

LANGUAGE_TAG: Final = LanguageForm(
    "a language tag",
    # Well-formed as BCP 47 has it; whether the language exists is not looked up.
    re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII),
    'write "en" or "fr-CA"',
)

RECURRENCE_RULE: Final = RuleForm()


class DayForm:
    """The form of a date that is one day, definite or not, and no span.

    A span means every one of its days, so "by 1989" as a span would have been so in 1700.
    """

    def fault(self, period: Period, /) -> tuple[str, str] | None:
        """Refuse a span, and show the set for one day of it.

        >>> ONE_DAY.fault(Period("../1989"))
        ("'../1989' is every day of a span, where one day is wanted", 'write [..1989] for one day of it')
        """
        if not period.is_span:
            return None
        reason = (
            f"{str(period)!r} is every day of a span, where one day is wanted"
        )
        day = day_of_span(period)
        if day is None:
            return (
                reason,
                "write the days among which it lies, or leave it out",
            )
        return reason, f"write {day} for one day of it"


ONE_DAY: Final = DayForm()


class LevelForm:
    """The form of an amount that says how much there is, and not by how much it changed."""

    def fault(self, amount: Quantity, /) -> tuple[str, str] | None:
        """Refuse a change.

        >>> LEVEL.fault(Quantity("change 500 people"))[0]
        "'change 500 people' is a change, not a level"
        """
        if not amount.is_change:
            return None
        return (
            f"{str(amount)!r} is a change, not a level",
            "write how much there is, or record it as the `change` of an observation",
        )


class ChangeForm:
    """The form of an amount that says by how much something changed."""

    def fault(self, amount: Quantity, /) -> tuple[str, str] | None:
        """Refuse a level.

        >>> CHANGE.fault(Quantity("500 people"))
        ("'500 people' is a level, not a change", "write 'change 500 people'")
        """
        if amount.is_change:
            return None
        reason = f"{str(amount)!r} is a level, not a change"
        return reason, f"write 'change {amount}'"


class FactorForm:
    """The form of a factor: a number without a unit, above zero."""

    def fault(self, amount: Quantity, /) -> tuple[str, str] | None:
        """Refuse a unit, a change, a rate, and what may be zero or less.

        >>> FACTOR.fault(Quantity("2 patrols"))
        ("'2 patrols' is not a factor", 'write the number alone: "2" for twice as much')
        """
        bounds = [
            each for each in (amount.low, amount.high) if each is not None
        ]
        is_number = not (amount.unit or amount.is_change or amount.per)
        if is_number and bounds and all(each > 0 for each in bounds):
            return None
        return (
            f"{str(amount)!r} is not a factor",
            'write the number alone: "2" for twice as much',
        )


LEVEL: Final = LevelForm()

FACTOR: Final = FactorForm()

CHANGE: Final = ChangeForm()
