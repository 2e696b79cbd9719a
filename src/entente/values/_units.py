"""Units of amounts: nouns, percentages, currency codes, and the rate at the end.

`read_unit` says what the words after a number mean, or why they are no unit. Many words that look
like a unit belong to the number (``72.2 m EUR``), are a currency by another name (``5 RMB``), or a
rate in words (``5 people a year``). Each is refused, with the unit that was meant where it is clear.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
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
    ALSO_NOUNS,
    ALSO_UNITS,
    AMBIGUOUS,
    LONG_OR_SHORT,
    MAGNITUDES,
    ONLY_BEFORE_MONEY,
    UNSPACED,
)

PERCENT = "%"
PERCENTAGE_POINT = "percentage point"
MONEY = "money"
"""The unit of an amount of money whose currency the source leaves open."""
_NO_NOUNS = CURRENCIES | {MONEY, ""}

MAX_UNIT_LENGTH = 100
"""The longest unit, in characters; the rest of a text has room for two of the longest numbers."""

# Spaces in the longest unit that is offered in place of a wrong one.
_MOST_SPACES = 11

SECOND_NUMBER = (
    "there is a second number where the unit should be;"
    " write thousands as 45,774, a range as 10..12"
)

_JOINING_WORDS = frozenset(("and", "minus", "of", "or", "plus", "to"))
_PER = frozenset(("per", "pro", "par", "por"))
# The first word after the name of a currency, if there is one.
_AFTER_CURRENCIES = _PER | {"a", "each", "in", ""}

# In "5 g de fentanilo" the letter may be a thousand million, but in "5 g of heroin" it is a gram.
_OF_ABROAD = frozenset(("de", "di", "d'", "von", "av", "af"))
_ROMANCE_OF = ("de ", "di ", "d'", "d’")

# Words that are half of a unit: a dollar, a people, a ton.
_NEVER_ALONE = frozenset(
    ("us", "u.s.", "u.s", "american", "australian", "canadian", "gross", "net", "arab")
)  # fmt: skip
_RATE_ABBREVIATIONS = r"[kKmMG]{0,2}(?:bpd|bopd|boepd|tp[day]|gpd)|[mb]cm[ad]|m{0,2}s?cfd|bcfd|mgd"
# "of", "de" and the elided "d'" between a magnitude and what it multiplies
_OPENING_OF = re.compile(
    rf"(?:(?:of|{'|'.join(_OF_ABROAD)})(?: |$))*(?:d['’](?=\S))?",
    re.IGNORECASE,
)

_MULTIPLIERS = MAGNITUDES.keys() | AMBIGUOUS.keys()
# Shells of 155mm are no millions, but 774k people are thousands.
_JOINED_MAGNITUDES = MAGNITUDES.keys() - {"mm", "g", "t"}
# Shorter ones may be anything in the middle of a unit.
_LONG_MAGNITUDES = {
    word for word in MAGNITUDES if len(word) > 3
} - ONLY_BEFORE_MONEY
_UNSPACED_MAGNITUDE = re.compile("|".join(UNSPACED))

# "people per P1Y"
_RATED = re.compile(r"(?:(.*) )?per ([Pp][0-9]\S*)")

# Signs of the notation, and digits of other scripts, which some readers take for letters.
_NEVER_IN_UNIT = re.compile(r"[<>=~≤≥]|(?![0-9])\d")

# "155mm", "4x4" and "5G" are part of a name; "45 774people" is half of a number.
_DIGITS_IN_NAME = re.compile(r"(?!000)[0-9]{1,4}([A-Za-z]{1,3})[0-9]{0,4}")
# A magnitude joined to a currency: "MEUR", "EURbn", "Mio.Euro".
_JOINED_TO_MONEY = re.compile(
    r"([A-Za-z]{1,3})\.?([A-Z]{3}|[Ee]uros?|eur|usd|gbp|kr)|([A-Z]{3})([A-Za-z]{1,3})"
)

# --- spelling ------------------------------------------------------------------------------------

_POINT_WORDS = (
    r"percentage[ -]points?|per ?cent points?|%[ -]?points?|%[ -]?pts?|pct[ -]?pts?|p\.p\.|pps?"
    r"|prozentpunkte?n?|points? de pourcentage|puntos? porcentuale?s?|pontos? percentuai?s"
    r"|punt[oi] percentual[ei]|procentpoint|procentenheter|prosentpoeng|procentpunten"
)
_PERCENT_WORDS = r"per ?cent|pct\.?|prozent|pour ?cent|por ?cien(?:to)?|por ?cento|per cento|procent|prosent"


# Long expressions are compiled when they are first used, to import faster.
@functools.cache
def _percent_spelling() -> re.Pattern[str]:
    """Match the words for % and percentage point before a unit: "per cent of seats"."""
    return re.compile(
        rf"(?:({_POINT_WORDS})|{_PERCENT_WORDS})(?= |$)", re.IGNORECASE
    )


def canonical_unit(unit: str) -> str:
    """Return the one spelling of a unit whose words are separated by single spaces.

    >>> canonical_unit("per cent of seats"), canonical_unit("percentage points"), canonical_unit("p.p.")
    ('% of seats', 'percentage point', 'percentage point')
    """
    words = _percent_spelling().match(unit)
    if words is None:
        return unit
    name = PERCENTAGE_POINT if words[1] else PERCENT
    return name + unit[words.end() :]


def is_counted(unit: str) -> bool:
    """Return whether the unit is a noun, so that an amount of it cannot be below zero."""
    # Degrees are measured from a zero that somebody chose.
    is_measured = unit.startswith((PERCENT, PERCENTAGE_POINT, "°"))
    return unit not in _NO_NOUNS and not is_measured


def is_money(unit: str) -> bool:
    """Return whether the unit is a currency, or money of one that is not known."""
    return unit == MONEY or unit in CURRENCIES


def is_percentage(unit: str) -> bool:
    """Return whether the unit is ``%``, or ``%`` of something."""
    return unit.startswith(PERCENT)


def is_in_points(unit: str) -> bool:
    """Return whether the unit is a percentage point, which is always that of a change."""
    return unit.startswith(PERCENTAGE_POINT)


# --- rates in words ------------------------------------------------------------------------------

_LENGTHS: Final = {
    "P2Y": "biennium",
    "P3Y": "triennium",
    "P1Y": "year yr annum an année jahr año ano anno jaar år rok год",
    "P6M": "half-year semester semestre halbjahr",
    "P3M": "quarter trimestre quartal trimester",
    "P1M": "month mth mo mois monat mes mês mese maand måned månad",
    "P14D": "fortnight",
    "P1W": "week wk semaine woche semana settimana uge vecka uke",
    "P1D": "day jour tag día dia giorno dag",
    "P10Y": "decade",
}
_ADVERBS: Final = {
    "P1Y": "annually yearly p.a. p.a pa jährlich annuellement anuales",
    "P3M": "quarterly",
    "P1M": "monthly monatlich",
    "P1W": "weekly",
    "P1D": "daily täglich",
}
_AFTER_SLASHES: Final = {"P1Y": "y a", "P1D": "d"}
_SMALL_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    """Return the durations of a table by the words for each."""
    return {
        word: duration
        for duration, words in table.items()
        for word in words.split()
    }


_DURATIONS = {
    **_by_word(_LENGTHS),
    **_by_word(_ADVERBS),
    **_by_word(_AFTER_SLASHES),
}


def _one_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


@functools.cache
def _rate_in_words() -> re.Pattern[str]:
    """Match "per year", "every two years", "in each quarter", "/yr", "yr-1", "per fiscal year"."""
    length = _one_of(_by_word(_LENGTHS))
    return re.compile(
        rf"""(?:^|\ )(?:in\ )?(?:per|an?|each|every|pro|par|por|al|je)[ ]
            (?:(?:calendar|financial|fiscal|full)\ )?
            (?:([1-9][0-9]{{0,2}}|{_one_of(_SMALL_NUMBERS)})\ )?
            ({length})e?n?s?\.?(?=\ |$)
        |\ ?/\ ?({length}|[yad])s?\.?(?=\ |$)
        |\ ({_one_of(_by_word(_ADVERBS))})$
        |[\ .·]({length}|[yad])(?:\^?[-−]1|⁻¹)(?=\ |$)""",
        re.IGNORECASE | re.VERBOSE,
    )


def _rate_of(found: re.Match[str]) -> Duration:
    """Return the duration that the words of a rate name."""
    count, *words = found.groups(default="")
    length = _DURATIONS["".join(words).casefold()]
    if not count:
        return Duration(length)
    number = _SMALL_NUMBERS.get(count.casefold()) or int(count)
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
    rated = _RATED.fullmatch(unit)
    if rated is not None:
        return _read_rate(*rated.groups(default=""))
    for find_fault in _FAULT_FINDERS:
        reading = find_fault(words)
        if reading is not None:
            return reading
    return UnitReading(unit=canonical_unit(unit))


def _read_rate(unit: str, duration: str) -> UnitReading:
    """Return what a unit means with its rate, such as ``P1Y``."""
    try:
        per = Duration(duration)
    except DurationError as error:
        return UnitReading(
            fault=f"{duration!r} is not a duration: {error.reason}"
        )
    reading = read_unit(unit)
    if reading.per is not None:
        return UnitReading(fault="a rate is per one duration, not two")
    return evolve(reading, per=per)


def _meant(
    fault: str, rest: Sequence[str], *, factor: int, note: str = ""
) -> UnitReading:
    """Return a fault, with what is left of the unit as the one that was meant."""
    unit = _OPENING_OF.sub("", " ".join(rest), count=1)
    # What is meant is short, and odd texts such as "m m m m m" would be read over and over.
    if unit.count(" ") > _MOST_SPACES or unit.count("/") > 1:
        return UnitReading(fault=fault, note=note)
    meant = read_unit(unit)
    if meant.fault is None:
        return evolve(meant, fault=fault, factor=factor, note=note)
    if meant.factor is None:
        return UnitReading(fault=fault, note=note)
    return evolve(meant, fault=fault, factor=meant.factor * factor, note=note)


def _bare(word: str) -> str:
    """Return a word as the tables have it: "Mrd." as "mrd"."""
    return word.casefold().strip(".,;:()")


def _first(words: Sequence[str]) -> str:
    """Return the first word in lower case, or an empty text if there is none."""
    return words[0].casefold() if words else ""


def _is_money(word: str) -> bool:
    """Return whether a word is money, a currency, or holds the sign of one."""
    bare = word.strip(".,;:()")
    return (
        is_money(bare)
        or bare.casefold() in CURRENCY_NAMES
        or any(map(_is_currency_sign, word))
    )


def _is_currency_sign(sign: str) -> bool:
    return unicodedata.category(sign) == "Sc"


def _magnitude_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a magnitude that the unit begins with: ``m EUR``, ``Mrd. Euro``, ``MEUR``."""
    first, *rest = words
    unspaced = _UNSPACED_MAGNITUDE.match(first)
    if unspaced is not None:
        after = first[unspaced.end() :]
        return _meant_by_magnitude(
            unspaced[0], f"{after} {' '.join(rest)}".split()
        )
    joined = _split_from_money(first)
    if joined is not None:
        magnitude, currency = joined
        return _meant_by_magnitude(magnitude, [currency, *rest])
    # "EUR million" is an amount of millions, with the magnitude at the end.
    if _is_money(first) and _bare(_first(rest)) in _MULTIPLIERS:
        return _meant_by_magnitude(rest[0], [first, *rest[1:]])
    bare = _bare(first)
    if bare in ALSO_NOUNS and not _multiplies_money(rest):
        return None
    if bare in _MULTIPLIERS:
        return _meant_by_magnitude(first, rest)
    return None


def _multiplies_money(rest: Sequence[str]) -> bool:
    """Return whether a letter before these words is a magnitude: "5 bn de euros", "5 t EUR"."""
    return _first(rest) in _OF_ABROAD or any(map(_is_money, rest))


def _split_from_money(word: str) -> tuple[str, str] | None:
    """Return the magnitude and the currency of a word such as ``MEUR`` or ``EURbn``."""
    joined = _JOINED_TO_MONEY.fullmatch(word)
    if joined is None:
        return None
    before, code, code_first, after = joined.groups(default="")
    magnitude, currency = before + after, code + code_first
    is_split = magnitude.casefold() in _MULTIPLIERS and _is_money(currency)
    return (magnitude, currency) if is_split else None


def _meant_by_magnitude(word: str, rest: Sequence[str]) -> UnitReading:
    """Return the fault of a magnitude with the unit after it."""
    fault = f"{word!r} belongs to the number"
    bare = _bare(word)
    # "Mil millones" are a thousand millions.
    if bare == "mil" and _bare(_first(rest)) in MAGNITUDES:
        return _meant(fault, rest, factor=1_000)
    meanings = AMBIGUOUS.get(bare)
    if bare in LONG_OR_SHORT and " ".join(rest).startswith(_ROMANCE_OF):
        meanings = "not the same in English and in other languages"
    if meanings is not None:
        return UnitReading(
            fault=f"{fault}: it is {meanings}; write the number out"
        )
    note = ""
    if bare in ALSO_UNITS and not any(map(_is_money, rest)):
        note = f", or {ALSO_UNITS[bare]} in full"
    return _meant(fault, rest, factor=MAGNITUDES[bare], note=note)


def _hidden_magnitude_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a magnitude later in the unit, as in "people in thousands"."""
    for position, word in enumerate(words):
        if _bare(word) not in _LONG_MAGNITUDES:
            continue
        before = words[position - 1].casefold()
        if before.isdigit():
            before = words[position - 2].casefold()
        # "Per million inhabitants" is what a number is divided by.
        if before not in _PER:
            return UnitReading(
                fault=f"{word!r} belongs to the number: write the number out"
            )
    return None


def _joining_fault(words: Sequence[str]) -> UnitReading | None:
    word = words[0]
    if word.casefold() in _JOINING_WORDS:
        return UnitReading(
            fault=f"{word!r} does not begin a unit: write a range as 10..12, a bound as >= 250"
        )
    # "5000000 de euros", but not "12 de Havilland aircraft"
    is_name = words[1:] and words[1].istitle() and not _is_money(words[1])
    if word.casefold() in _OF_ABROAD and not is_name:
        return _meant(f"{word!r} does not begin a unit", words, factor=1)
    return None


def _half_unit_fault(words: Sequence[str]) -> UnitReading | None:
    """Find half of a unit: "US" for US dollars, "gross" for twelve dozen or gross tonnes."""
    unit = " ".join(words)
    if unit.casefold() not in _NEVER_ALONE:
        return None
    return UnitReading(
        fault=f"{unit!r} is not a unit on its own; write it in full, as in 500 USD, 500 US troops or 500 gross tonnes"
    )


def _currency_name_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a currency by another name than its code: ``RMB``, ``US$``, ``pounds sterling``."""
    for length in (3, 2, 1):
        name, rest = " ".join(words[:length]), words[length:]
        folded = name.casefold()
        # "Kanada-Dollar"
        if folded not in CURRENCY_NAMES and "-" in folded:
            folded = folded.rpartition("-")[2]
        is_name = folded in CURRENCY_NAMES and name not in CURRENCIES
        # "5 pounds of explosives" are no money, and "euro area" no currency.
        is_whole = _first(rest) in _AFTER_CURRENCIES
        if is_name and is_whole:
            return _by_another_name(name, rest)
    return None


def _currency_sign_fault(words: Sequence[str]) -> UnitReading | None:
    """Find the sign of a currency in a unit: ``€``, ``M€``."""
    unit = " ".join(words)
    signs = [sign for sign in unit if _is_currency_sign(sign)]
    if not signs:
        return None
    if len(signs) > 1:
        return UnitReading(fault="there are several signs of currencies")
    before, _, after = unit.partition(signs[0])
    return _by_another_name(signs[0], after.split(), before.split())


def _by_another_name(
    name: str, after: Sequence[str], before: Sequence[str] = ()
) -> UnitReading:
    fault = f"{name!r} is not a currency code of ISO 4217"
    codes = CURRENCY_NAMES.get(name.casefold())
    if codes is None:
        return UnitReading(fault=fault)
    code, *others = codes
    if others:
        return UnitReading(
            fault=f"several currencies are called {name!r}; write the code of one, such as {either(codes)}, or {MONEY!r} if the source leaves it open"
        )
    return _meant(fault, [*before, code, *after], factor=1)


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
    for before, word in itertools.pairwise(("", *words)):
        name = _DIGITS_IN_NAME.fullmatch(word)
        if name is not None and name[1].casefold() not in _JOINED_MAGNITUDES:
            continue
        if "0" <= word[0] <= "9" and before != "per":
            return UnitReading(fault=SECOND_NUMBER)
    return None


def _character_fault(words: Sequence[str]) -> UnitReading | None:
    wrong = [
        sign
        for sign in " ".join(words)
        if not sign.isprintable() or _NEVER_IN_UNIT.match(sign)
    ]
    if not wrong:
        return None
    reason = f"{wrong[0]!r} cannot be part of a unit"
    return UnitReading(fault=reason, wrong=wrong[0])


def _currency_code_fault(words: Sequence[str]) -> UnitReading | None:
    """Find three capitals that are no currency."""
    code = " ".join(words)
    if code in CURRENCIES or not CURRENCY_CODE.fullmatch(code):
        return None
    if code in WITHDRAWN:
        return UnitReading(
            fault=f"{code!r} was withdrawn from ISO 4217; write the name of the currency in full"
        )
    # Letters that changed places, as in GPB, are a slip; the nearest letters are another currency.
    turned = [known for known in CURRENCIES if sorted(known) == sorted(code)]
    question = did_you_mean(code, turned)
    hint = question or "a noun is not written in three capitals"
    return UnitReading(fault=f"{code!r} is not a currency of ISO 4217; {hint}")


def _rate_words_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a rate in words: "people per year", "EUR a day", "people/yr"."""
    unit = " ".join(words)
    found = _rate_in_words().search(unit)
    if found is None:
        return None
    rest = f"{unit[: found.start()]} {unit[found.end() :]}"
    meant = _meant(
        f"{found[0].strip()!r} is a rate and no unit",
        rest.split(),
        factor=1,
    )
    return evolve(meant, per=_rate_of(found))


def _rate_abbreviation_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a rate in an abbreviation: "kbpd" for thousands of barrels per day."""
    for word in words:
        if re.fullmatch(_RATE_ABBREVIATIONS, word):
            return UnitReading(
                fault=f"{word!r} holds a rate; write it in full, as in 500 tonnes per P1Y"
            )
    return None


_COMPARED = re.compile(
    r"(?:% )?(?:more|fewer|less|additional|extra|another)(?: |$)",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r" or (?:more|less|fewer|above|below|over|under)$", re.IGNORECASE
)
_RATE_INSIDE = re.compile(r"(?:^| )per P[0-9]\S* ")


def _hidden_meaning_fault(words: Sequence[str]) -> UnitReading | None:
    """Find a change, a bound or a rate that would be lost in a unit."""
    unit = " ".join(words)
    if _COMPARED.match(unit):
        return UnitReading(
            fault=f"{unit!r} says how it changed: write for example change 5 people, or change -5 %"
        )
    if bound := _BOUND_AFTER.search(unit):
        return UnitReading(
            fault=f"{bound[0].strip()!r} is a bound: write it before the number, as in >= 250 people"
        )
    if rate := _RATE_INSIDE.search(unit):
        return UnitReading(
            fault=f"{rate[0].strip()!r} is a rate: write it at the end"
        )
    return None


_FAULT_FINDERS = (
    _magnitude_fault,
    _joining_fault,
    _half_unit_fault,
    _currency_name_fault,
    _currency_sign_fault,
    _digits_fault,
    _character_fault,
    _currency_code_fault,
    _rate_words_fault,
    _rate_abbreviation_fault,
    _hidden_meaning_fault,
    _hidden_magnitude_fault,
)
"""What may be wrong with a unit; the first that finds something explains it."""
