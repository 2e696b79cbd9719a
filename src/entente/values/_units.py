"""Units of amounts: nouns, percentages, currency codes, and the rate at the end.

`read_unit` says what the words after a number mean, or why they are no unit. Many words that look
like a unit belong to the number (``72.2 m EUR``), are a currency by another name (``5 RMB``), or a
rate in words (``5 people a year``). Each is refused, with the unit that was meant where it is clear.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from entente._text import did_you_mean, either
from entente.errors import DurationError
from entente.values._currencies import (
    CURRENCIES,
    CURRENCY_CODE,
    CURRENCY_NAMES,
    WITHDRAWN,
)
from entente.values._duration import Duration
from entente.values._magnitudes import (
    ALSO_UNITS,
    AMBIGUOUS,
    MAGNITUDES,
    ONLY_BEFORE_MONEY,
    UNSPACED,
)

PERCENT = "%"
PERCENTAGE_POINT = "percentage point"

MAX_UNIT_LENGTH = 100
"""The longest unit, in characters; the rest of a text has room for two of the longest numbers."""

SECOND_NUMBER = (
    "there is a second number where the unit should be;"
    " write thousands as 45,774, a range as 10..12"
)

_JOINING_WORDS = frozenset(("and", "minus", "of", "or", "plus", "to"))
_MEASURES = frozenset(("mm", "g", "t"))
_OF = frozenset(("of", "de", "di", "d'", "von", "av", "af"))
_ELIDED = re.compile("^[dD]['’](?=.)")
_PER = frozenset(("per", "pro", "par", "por"))

# Signs of the notation, and digits of other scripts, which some readers take for letters.
_NEVER_IN_UNIT = re.compile(r"[<>=~≤≥]|(?![0-9])\d")

# "155mm", "4x4" and "5G" are part of a name; "45 774people" is half of a number.
_DIGITS_IN_NAME = re.compile(r"[0-9]{1,4}([A-Za-z]{1,3})[0-9]{0,4}")
# A magnitude joined to a currency: "MEUR", "EURbn", "Mio.Euro".
_JOINED_TO_MONEY = re.compile(
    r"([A-Za-z]{1,3})\.?([A-Z]{3}|[Ee]uros?|eur|usd|gbp)|([A-Z]{3})([A-Za-z]{1,3})"
)

# --- spelling ------------------------------------------------------------------------------------

_POINT_WORDS = (
    r"percentage[ -]points?|per ?cent points?|%[ -]?points?|%[ -]?pts?|pct[ -]?pts?|p\.p\.|pps?"
    r"|prozentpunkte?n?|points? de pourcentage|puntos? porcentuale?s?|pontos? percentuai?s"
    r"|punt[oi] percentual[ei]|procentpoint|procentenheter|prosentpoeng|procentpunten"
)
_PERCENT_WORDS = r"per ?cent|pct\.?|prozent|pour ?cent|por ?cien(?:to)?|por ?cento|per cento|procent|prosent"
# The words for % and percentage point at the start of a unit, as in "per cent of seats".
_PERCENT_SPELLING = re.compile(
    rf"(?:({_POINT_WORDS})|{_PERCENT_WORDS})(?= |$)", re.IGNORECASE
)


def canonical_unit(unit: str) -> str:
    """Return the one spelling of a unit whose words are separated by single spaces.

    >>> canonical_unit("per cent of seats"), canonical_unit("percentage points"), canonical_unit("p.p.")
    ('% of seats', 'percentage point', 'percentage point')
    """
    words = _PERCENT_SPELLING.match(unit)
    if words is None:
        return unit
    return (PERCENTAGE_POINT if words[1] else PERCENT) + unit[words.end() :]


def is_counted(unit: str) -> bool:
    """Return whether the unit is a noun, so that an amount of it cannot be below zero."""
    if unit == "" or unit in CURRENCIES:
        return False
    # Degrees are measured from a zero that somebody chose.
    return not unit.startswith((PERCENT, PERCENTAGE_POINT, "°"))


def is_percentage(unit: str) -> bool:
    """Return whether the unit is ``%``, or ``%`` of something."""
    return unit.startswith(PERCENT)


def is_in_points(unit: str) -> bool:
    """Return whether the unit is a percentage point, which is always that of a change."""
    return unit.startswith(PERCENTAGE_POINT)


# --- rates in words ------------------------------------------------------------------------------

_LENGTHS: Final = {
    "P1Y": "year yr annum an année jahr año ano anno jaar år rok год",
    "P6M": "half-year semester semestre halbjahr",
    "P3M": "quarter trimestre quartal trimester",
    "P1M": "month mth mo mois monat mes mês mese maand måned månad",
    "P14D": "fortnight",
    "P1W": "week wk semaine woche semana settimana uge vecka uke",
    "P1D": "day jour tag día dia giorno dag",
    "P10Y": "decade",
}
_LENGTH_OF = {
    word: length
    for length, words in _LENGTHS.items()
    for word in words.split()
}
_ADVERBS: Final = {
    "annually": "P1Y",
    "yearly": "P1Y",
    "p.a.": "P1Y",
    "p.a": "P1Y",
    "pa": "P1Y",
    "jährlich": "P1Y",
    "annuellement": "P1Y",
    "anuales": "P1Y",
    "quarterly": "P3M",
    "monthly": "P1M",
    "monatlich": "P1M",
    "weekly": "P1W",
    "daily": "P1D",
    "täglich": "P1D",
}
_SMALL_NUMBERS: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]

# "per year", "a day", "every two years", "in each quarter", "/yr", "per financial year"
_RATE = re.compile(
    rf"""(?:^|\ )(?:in\ )?(?:per|an?|each|every|pro|par|por|al|je)[ ]
        (?:(?:calendar|financial|fiscal|full)\ )?
        (?:([0-9]{{1,3}}|{"|".join(_SMALL_NUMBERS)})\ )?
        ({"|".join(map(re.escape, _LENGTH_OF))})e?n?s?\.?(?=\ |$)
    |\ ?/\ ?({"|".join(map(re.escape, _LENGTH_OF))}|[yad])s?\.?(?=\ |$)
    |\ ({"|".join(map(re.escape, _ADVERBS))})$""",
    re.IGNORECASE | re.VERBOSE,
)
_SHORT_LENGTHS: Final = {"y": "P1Y", "a": "P1Y", "d": "P1D"}


def _rate_of(found: re.Match[str]) -> Duration:
    """Return the duration that the words of a rate name."""
    count, *words = found.groups()
    (folded,) = [word.casefold() for word in words if word]
    length = (
        _LENGTH_OF.get(folded)
        or _ADVERBS.get(folded)
        or _SHORT_LENGTHS[folded]
    )
    if not count:
        return Duration(length)
    number = (
        int(count)
        if count.isdigit()
        else _SMALL_NUMBERS.index(count.casefold()) + 1
    )
    # Each length has one number, which "two years" and the like multiply.
    digits = length[1:-1]
    return Duration(f"P{int(digits) * number}{length[-1]}")


# --- reading -------------------------------------------------------------------------------------


@frozen(kw_only=True)
class UnitReading:
    """What the words after a number mean: a unit and a rate, or why they are none.

    With a `fault`, `unit` and `per` are what should be written instead, if `factor` says by what the
    number is to be multiplied; `note` says what else may have been meant.
    """

    unit: str = ""
    per: Duration | None = None
    fault: str | None = None
    factor: int | None = None
    note: str = ""
    wrong: str = ""
    """The character that is wrong, or an empty text if it is the whole."""


# The amounts of a dossier have few units, and by the cache they share the text of each.
@functools.lru_cache(maxsize=1_024)
def read_unit(unit: str) -> UnitReading:
    """Return what a unit means, whose words are separated by single spaces.

    >>> read_unit("people per P1Y").per
    Duration('P1Y')
    >>> read_unit("m EUR").fault, read_unit("m EUR").factor, read_unit("m EUR").unit
    ("'m' belongs to the number", 1000000, 'EUR')
    """
    words = unit.split()
    if not words:
        return UnitReading()
    if words[-1] == "per" or (len(words) > 1 and words[-2] == "per"):
        rated = _read_rate(words)
        if rated is not None:
            return rated
    for find_fault in (
        _magnitude_fault,
        _joining_fault,
        _currency_name_fault,
        _currency_sign_fault,
        _digits_fault,
        _character_fault,
        _currency_code_fault,
        _rate_words_fault,
        _hidden_magnitude_fault,
    ):
        reading = find_fault(words)
        if reading is not None:
            return reading
    return UnitReading(unit=canonical_unit(unit))


def _read_rate(words: Sequence[str]) -> UnitReading | None:
    """Return what a unit and a rate such as ``per P1Y`` mean, or None if there is no such rate."""
    last = words[-1]
    if not re.match("[Pp][0-9]", last):
        return None
    try:
        per = Duration(last)
    except DurationError as error:
        return UnitReading(fault=f"{last!r} is not a duration: {error.reason}")
    unit = read_unit(" ".join(words[:-2]))
    if unit.per is not None:
        return UnitReading(fault="a rate is per one duration, not two")
    return evolve(unit, per=per)


def _meant(
    fault: str, rest: Sequence[str], *, factor: int, note: str = ""
) -> UnitReading:
    """Return a fault, with what is left of the unit as the one that was meant."""
    others = list(rest)
    while others and others[0].casefold() in _OF:
        del others[0]
    if others:
        others[0] = _ELIDED.sub("", others[0])
    meant = read_unit(" ".join(others))
    if meant.fault is None:
        return evolve(meant, fault=fault, factor=factor, note=note)
    if meant.factor is None:
        return UnitReading(fault=fault, note=note)
    return evolve(meant, fault=fault, factor=meant.factor * factor, note=note)


def _bare(word: str) -> str:
    """Return a word as the tables have it: "Mrd." as "mrd"."""
    return word.casefold().strip(".,;:()")


def _is_money(word: str) -> bool:
    """Return whether a word is a currency, or holds the sign of one."""
    bare = word.strip(".,;:()")
    return (
        bare in CURRENCIES
        or bare.casefold() in CURRENCY_NAMES
        or any(map(_is_currency_sign, word))
    )


def _is_currency_sign(sign: str) -> bool:
    return unicodedata.category(sign) == "Sc"


def _magnitude_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a magnitude that the unit begins with: ``m EUR``, ``Mrd. Euro``, ``MEUR``."""
    first, *rest = words
    for magnitude in UNSPACED:
        if first.startswith(magnitude):
            others = [first.removeprefix(magnitude), *rest]
            return _meant_by_magnitude(magnitude, " ".join(others).split())
    split = _split_from_money(first)
    if split is not None:
        return _meant_by_magnitude(split[0], [split[1], *rest])
    # "EUR million" is an amount of millions, with the magnitude at the end.
    if rest and _is_money(first) and _bare(rest[0]) in MAGNITUDES:
        return _meant_by_magnitude(rest[0], [first, *rest[1:]])
    bare = _bare(first)
    if bare not in MAGNITUDES and bare not in AMBIGUOUS:
        return None
    if bare in ONLY_BEFORE_MONEY:
        is_joined = bool(rest) and rest[0].casefold() in _OF - {"of"}
        if not is_joined and not any(map(_is_money, rest)):
            return None
    return _meant_by_magnitude(first, rest)


def _split_from_money(word: str) -> tuple[str, str] | None:
    """Return the magnitude and the currency of a word such as ``MEUR`` or ``EURbn``."""
    joined = _JOINED_TO_MONEY.fullmatch(word)
    if joined is None:
        return None
    before, code, code_first, after = joined.groups()
    magnitude, currency = before or after, code or code_first
    if magnitude.casefold() not in MAGNITUDES or not _is_money(currency):
        return None
    return magnitude, currency


def _meant_by_magnitude(word: str, rest: Sequence[str]) -> UnitReading:
    """Return the fault of a magnitude with the unit after it."""
    fault = f"{word!r} belongs to the number"
    bare = _bare(word)
    # "Mil millones" are a thousand millions.
    if bare == "mil" and rest and _bare(rest[0]) in MAGNITUDES:
        return _meant(fault, rest, factor=1_000)
    if bare in AMBIGUOUS:
        reason = f"{fault}: it is {AMBIGUOUS[bare]}; write the number out"
        return UnitReading(fault=reason)
    # In "TEUR" the T is a thousand.
    if word == "T":
        return UnitReading(
            fault=f"{fault}: it is a thousand or a trillion; write the number out"
        )
    note = ""
    if bare in ALSO_UNITS and not any(map(_is_money, rest)):
        note = f", or {ALSO_UNITS[bare]} in full"
    return _meant(fault, rest, factor=MAGNITUDES[bare], note=note)


def _hidden_magnitude_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a magnitude later in the unit, as in "people in thousands"."""
    for position, word in enumerate(words):
        bare = _bare(word)
        if len(bare) < 4 or bare in ONLY_BEFORE_MONEY:
            continue
        before = words[position - 1].casefold()
        if before.isdigit():
            before = words[position - 2].casefold()
        # "Per million inhabitants" is what a number is divided by.
        if bare in MAGNITUDES and before not in _PER:
            return UnitReading(
                fault=f"{word!r} belongs to the number: write the number out"
            )
    return None


def _joining_fault(words: Sequence[str]) -> UnitReading | None:
    word = words[0]
    if word.casefold() not in _JOINING_WORDS:
        return None
    return UnitReading(
        fault=f"{word!r} does not begin a unit: write a range as 10..12, a bound as >= 250"
    )


def _currency_name_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a currency by another name than its code: ``RMB``, ``US$``, ``pounds sterling``."""
    for length in (3, 2, 1):
        name, rest = " ".join(words[:length]), words[length:]
        # "5 pounds of explosives" are no money, and "euro area" no currency.
        is_whole = not rest or rest[0].casefold() in {*_PER, "a", "each", "in"}
        is_name = name.casefold() in CURRENCY_NAMES and name not in CURRENCIES
        if is_name and is_whole:
            return _by_another_name(name, rest)
    return None


def _currency_sign_fault(words: Sequence[str]) -> UnitReading | None:
    """Find the sign of a currency in a unit: ``€``, ``M€``."""
    unit = " ".join(words)
    for sign in unit:
        if _is_currency_sign(sign):
            before, _, after = unit.partition(sign)
            return _by_another_name(sign, after.split(), before.split())
    return None


def _by_another_name(
    name: str, after: Sequence[str], before: Sequence[str] = ()
) -> UnitReading:
    codes = CURRENCY_NAMES.get(name.casefold(), ())
    fault = f"{name!r} is not a currency code of ISO 4217"
    if not codes:
        return UnitReading(fault=fault)
    if len(codes) > 1:
        return UnitReading(
            fault=f"several currencies are called {name!r}; write the code of one, such as {either(codes)}"
        )
    return _meant(fault, [*before, codes[0], *after], factor=1)


def write_the_code(name: str) -> str:
    """Say how to write a currency that is given by a sign, a name or a code before the number."""
    code = name
    if code not in CURRENCIES:
        code = CURRENCY_NAMES.get(name.casefold(), ("GBP",))[0]
    return f"a currency is written as its ISO 4217 code after the number, as in 500 {code}"


def _digits_fault(words: Sequence[str]) -> UnitReading | None:
    """Find digits that are most often half of a number, as in "45 774 people".

    They are part of the unit in "homicides per 100000 people" and in "155mm shells".
    """
    if ".." in " ".join(words):
        return UnitReading(fault=SECOND_NUMBER)
    for before, word in zip(("", *words), words, strict=False):
        if not "0" <= word[0] <= "9" or before == "per":
            continue
        name = _DIGITS_IN_NAME.fullmatch(word)
        # Shells of 155mm are no millions, but 774k people are thousands.
        if name is None or name[1].casefold() in MAGNITUDES.keys() - _MEASURES:
            return UnitReading(fault=SECOND_NUMBER)
    return None


def _character_fault(words: Sequence[str]) -> UnitReading | None:
    unit = " ".join(words)
    if unit.isprintable() and not _NEVER_IN_UNIT.search(unit):
        return None
    for sign in unit:
        if not sign.isprintable() or _NEVER_IN_UNIT.match(sign):
            reason = f"{sign!r} cannot be part of a unit"
            return UnitReading(fault=reason, wrong=sign)
    return None


def _currency_code_fault(words: Sequence[str]) -> UnitReading | None:
    """Find three capitals that are no currency."""
    code = words[0]
    if len(words) > 1 or not CURRENCY_CODE.fullmatch(code):
        return None
    if code in CURRENCIES:
        return None
    if code in WITHDRAWN:
        return UnitReading(
            fault=f"{code!r} was withdrawn from ISO 4217; write the name of the currency in full"
        )
    # Letters that changed places, as in GPB, are the likeliest mistake.
    turned = [known for known in CURRENCIES if sorted(known) == sorted(code)]
    question = did_you_mean(code, turned or CURRENCIES)
    hint = question or "a noun is not written in three capitals"
    return UnitReading(fault=f"{code!r} is not a currency of ISO 4217; {hint}")


def _rate_words_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a rate in words: "people per year", "EUR a day", "people/yr"."""
    unit = " ".join(words)
    found = _RATE.search(unit)
    if found is None:
        return None
    rest = f"{unit[: found.start()]} {unit[found.end() :]}"
    meant = _meant(
        f"{found[0].strip()!r} is a rate and no unit",
        rest.split(),
        factor=1,
    )
    return evolve(meant, per=_rate_of(found))
