"""The vocabulary of amount words: bounds, numbers, changes, rates, and words that are refused.

Keys are phrases in lower case, their words and signs apart by single spaces; `_amount_words` looks
for the longest that matches. What rests on a convention, and not on the plain meaning of words, is
in `AT_LEAST`, and in the rows for "nearly" and "as many as" of `BEFORE`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType

from entente.values._magnitudes import (
    ALSO_UNITS,
    AMBIGUOUS,
    MAGNITUDES as FACTORS,
    ONLY_BEFORE_MONEY,
)


def _phrases(openings: Iterable[str], *closings: str) -> tuple[str, ...]:
    """Return each opening followed by each closing."""
    pairs = itertools.product(openings, closings)
    return tuple(" ".join(pair) for pair in pairs)


# Before the number. The values are the signs of the notation of amounts, and others: "+" and "-" for
# a change, "further" for what is added to something, "rose" and "fell" for verbs that may have an
# object ("dropped 500 bombs"), and "=" for words that change nothing.

_UP_NOUNS = ("an increase", "increase", "a rise", "rise", "growth", "a gain")
_DOWN_NOUNS = (
    "a cut", "cut", "a fall", "fall", "a drop", "drop", "a decrease", "decrease", "a decline", "decline",
    "a reduction", "reduction",
)  # fmt: skip
_UP_VERBS = (
    "up", "increase", "increases", "increased", "increasing", "rise", "rises", "rose", "risen", "rising",
    "grow", "grows", "grew", "grown", "growing", "raise", "raised", "raising",
)  # fmt: skip
_DOWN_VERBS = (
    "down", "cut", "cuts", "cutting", "fall", "falls", "fell", "fallen", "falling", "drop", "dropped",
    "decrease", "decreased", "decreasing", "decline", "declined", "declining", "reduce", "reduced",
    "reducing", "lower", "lowered", "lowering", "shrank", "shrunk",
)  # fmt: skip

_ROSE = ("up", "rose", "grew")
_FELL = ("down", "fell", "dropped")

BEFORE: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "at least", "at the very least", "a minimum of", "minimum of", "a minimum", "minimum", "min",
                "no less than", "no fewer than", "no lower than", "no smaller than", "not less than",
                "not fewer than", "not lower than", "not below", "not under", "as few as", "as little as",
                "greater than or equal to", "equal to or greater than", "≥", "> =",
            ),
            ">=",
        ),
        **dict.fromkeys(
            (
                "more than", "well over", "well above", "over", "above", "just over", "just above",
                "slightly over", "slightly above", "slightly more than", "a little over",
                "a little more than", "just more than", "exceeding", "in excess of", "upwards of",
                "upward of", "greater than", "higher than", ">",
            ),
            ">",
        ),
        **dict.fromkeys(
            (
                "up to", "up to and including", "no more than", "not more than", "never more than",
                "no greater than", "no higher than", "not higher than", "not above", "not over", "at most",
                "at the most", "a maximum of", "maximum of", "a maximum", "maximum", "max", "not exceeding",
                "not to exceed", "limited to", "capped at", "a cap of", "a ceiling of", "a limit of",
                "as many as", "as much as", "less than or equal to", "equal to or less than", "≤", "< =",
            ),
            "<=",
        ),
        **dict.fromkeys(
            (
                "fewer than", "less than", "lower than", "smaller than", "under", "below", "well under",
                "well below", "just under", "just below", "slightly under", "slightly below",
                "slightly fewer than", "slightly less than", "a little under", "a little less than",
                # How far below is not known, so the bound is all that the words carry.
                "almost", "nearly", "just short of", "not quite", "<",
            ),
            "<",
        ),
        **dict.fromkeys(
            (
                "about", "around", "approximately", "approx", "roughly", "circa", "ca", "c", "some",
                "an estimated", "estimated", "est", "in the region of", "in the order of", "on the order of",
                "of the order of", "in the vicinity of", "close to", "more or less", "~", "≈", "∼",
            ),
            "~",
        ),
        **dict.fromkeys(
            (
                "a total of", "in total", "totalling", "totaling", "amounting to", "equal to", "exactly",
                "precisely", "only", "just", "all", "all of the", "all the", "the", "worth", "=",
            ),
            "=",
        ),
        **dict.fromkeys(
            (
                "a further", "further", "an additional", "additional", "an extra", "extra", "another",
                "yet another",
            ),
            "further",
        ),
        **dict.fromkeys(_phrases(_UP_NOUNS, "of"), "+"),
        **dict.fromkeys(_phrases(_DOWN_NOUNS, "of"), "-"),
        **dict.fromkeys(_phrases(_UP_VERBS, "by"), "+"),
        **dict.fromkeys(_phrases(_DOWN_VERBS, "by"), "-"),
        **dict.fromkeys(_ROSE, "rose"),
        **dict.fromkeys(_FELL, "fell"),
        # "Fell below 3 %" gives the level that was reached.
        **dict.fromkeys(_phrases(_ROSE, "above", "well above", "just above", "slightly above"), ">"),
        **dict.fromkeys(
            _phrases(_FELL, "under", "below", "well below", "just below", "slightly below"), "<"
        ),
    }
)  # fmt: skip
"""Words before a number."""

# Words that give a level or the size of a change after a verb: "rose over 5 %", "fell close to 3 %".
PLACES = frozenset(("above", "below", "over", "under"))
_PLACES = frozenset(("above", "below", "close", "higher", "lower", "short"))


def _placed(words: Iterable[str]) -> tuple[str, ...]:
    """Return the bounds that have one of the words."""
    places = _PLACES.union(words)
    return tuple(
        phrase for phrase in BEFORE if not places.isdisjoint(phrase.split())
    )


LEVELS_OR_CHANGES = (
    frozenset(_phrases(_ROSE, *_placed(["over", "up"])))
    | frozenset(_phrases(_FELL, *_placed(["under"])))
) - BEFORE.keys()
"""Words before a number that is a level, or the size of a change."""

APPROXIMATIONS = frozenset(
    phrase for phrase, sign in BEFORE.items() if sign == "~"
)

LOWER_SIGNS = (">", ">=")
UPPER_SIGNS = ("<", "<=")

MARKS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((*LOWER_SIGNS, *UPPER_SIGNS), "bound"),
        "~": "approximation",
        **dict.fromkeys(("+", "-", "further", "rose", "fell"), "change"),
    }
)
"""What a sign of `BEFORE` marks; each may be marked once."""

BETWEEN = frozenset(
    ("between", "anywhere between", "somewhere between", "anything between")
)

# Numbers

ONES: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for number, name in enumerate(
            (
                "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
                "nineteen",
            )
        )
    }
)  # fmt: skip
TENS: Mapping[str, int] = MappingProxyType(
    {
        name: number * 10
        for number, name in enumerate(
            ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
        )
    }
)  # fmt: skip

LETTERS = frozenset(("k", "m", "b"))
"""Magnitudes that are read of money only, and may be a unit or a name elsewhere."""

MAGNITUDES: Mapping[str, int] = MappingProxyType(
    {
        **{
            word: factor
            for word, factor in FACTORS.items()
            if word not in {*ONLY_BEFORE_MONEY, *LETTERS, *ALSO_UNITS}
        },
        # two words that are one magnitude
        "hundred thousand": 10**5,
        "hundred million": 10**8,
        "thousand million": 10**9,
        "thousand billion": 10**12,
        "lakh crore": 10**12,
    }
)
"""The factors of words that belong to the number; a billion is a thousand million."""

MONEY_MAGNITUDES: Mapping[str, int] = MappingProxyType(
    {
        word: FACTORS[word]
        for word in ONLY_BEFORE_MONEY | LETTERS
        if word not in AMBIGUOUS
    }
)
"""The factors of letters and words that belong to the number if it is money."""

ADDED_FRACTIONS: Mapping[str, Fraction] = MappingProxyType(
    {
        **dict.fromkeys(
            ("½", "and a half", "- and - a - half", "and one half", "and a - half"),
            Fraction(1, 2),
        ),
        **dict.fromkeys(("¼", "and a quarter", "- and - a - quarter"), Fraction(1, 4)),
        **dict.fromkeys(("¾", "and three quarters", "and three - quarters"), Fraction(3, 4)),
        **dict.fromkeys(("⅓", "and a third"), Fraction(1, 3)),
        **dict.fromkeys(("⅔", "and two thirds", "and two - thirds"), Fraction(2, 3)),
    }
)  # fmt: skip
"""Fractions after a whole number."""

FRACTIONS: Mapping[str, Fraction] = MappingProxyType(
    {
        "half": Fraction(1, 2),
        "½": Fraction(1, 2),
        "¼": Fraction(1, 4),
        "¾": Fraction(3, 4),
        "⅓": Fraction(1, 3),
        "⅔": Fraction(2, 3),
    }
)
"""Fractions that need no number before them."""

NUMBER_WORDS = frozenset((*ONES, *TENS, *FRACTIONS))

DENOMINATORS: Mapping[str, int] = MappingProxyType(
    {
        "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
        "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
        "ninths": 9, "tenth": 10, "tenths": 10,
    }
)  # fmt: skip

AT_LEAST: Mapping[str, int] = MappingProxyType(
    {
        "tens": 20,
        "dozens": 24,
        "scores": 40,
        "hundreds": 200,
        "thousands": 2_000,
        "millions": 2 * 10**6,
        "billions": 2 * 10**9,
        "tens of thousands": 20_000,
        "hundreds of thousands": 200_000,
        "tens of millions": 20 * 10**6,
        "hundreds of millions": 200 * 10**6,
        "tens of billions": 20 * 10**9,
        "hundreds of billions": 200 * 10**9,
        **{
            f"{several} {word}": 2 * MAGNITUDES[word]
            for several in ("several", "a few", "many")
            for word in ("dozen", "hundred", "thousand", "million", "billion")
        },
    }
)
"""The least that vague numbers mean: at least two of what is in the plural, without an upper end."""

CHANCES = frozenset((*range(2, 21), 25, 50, 100, 1_000))
"""The numbers after "one in" that are read as a share; "one in 27" may be one of 27."""

# Units

PERCENT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("%", "percent", "per cent", "per - cent", "pct"), "%"),
        **dict.fromkeys(
            (
                "percentage point", "percentage points", "percentage - point", "percentage - points",
                "pp", "pps", "% point", "% points", "% - points", "per cent points", "percent points",
            ),
            "percentage point",
        ),
    }
)  # fmt: skip

WHOLES = frozenset(
    ("of", "of the", "of all", "of all the", "of its", "of their", "of those", "of these")
)  # fmt: skip
"""Words between a part and the number that it is a part of: "250 of the 500"."""

WHOLES_OF_SHARES = frozenset((*WHOLES, "the", "all", "all the", "its", "their", "those"))  # fmt: skip
"""The same after a fraction: "half the 500"."""

# After the number

AFTER: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "+", "plus", "- plus", "or more", "or over", "or above", "or greater", "at least",
                "at the least", "at the very least", "at a minimum", "minimum", "as a minimum",
            ),
            ">=",
        ),
        **dict.fromkeys(
            (
                "or less", "or fewer", "or under", "or below", "at most", "at the most", "maximum",
                "at maximum", "as a maximum",
            ),
            "<=",
        ),
        **dict.fromkeys(
            (
                "or so", "or thereabouts", "approximately", "approx", "more or less", "less or more",
                "more or fewer", "fewer or more", "give or take",
            ),
            "~",
        ),
        **dict.fromkeys(("in total", "in all", "altogether"), "="),
    }
)  # fmt: skip

ADDED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("more", "additional", "extra"), "further"),
        "fewer": "-",
    }
)
"""Words between a number and its noun: "100 more officers"."""

COMPARED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("more", "higher", "up", "extra"), "+"),
        **dict.fromkeys(("less", "fewer", "lower", "down"), "-"),
    }
)
"""Words after a unit that make a change of it."""

CHANGE_NOUNS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("increase", "rise", "growth", "gain", "uplift"), "+"),
        **dict.fromkeys(
            ("reduction", "cut", "fall", "drop", "decrease", "decline"), "-"
        ),
    }
)
"""Nouns that make a change of a percentage or of money: "a 36 % reduction"."""

LEVELS: Mapping[str, str] = MappingProxyType({"above": "+", "below": "-"})
"""Words that make a change of an amount if what it is compared with follows."""

BASELINE_LINKS = frozenset(
    (
        "compared with", "compared to", "in comparison with", "relative to", "against", "versus", "from",
        "on", "than", "than in",
    )
)  # fmt: skip
BASELINES = frozenset(
    (
        "last year", "the previous year", "the year before", "a year earlier", "a year ago",
        "pre - industrial levels", "pre - industrial level", "preindustrial levels",
        "the pre - industrial level", "current levels", "today's levels", "year on year",
        "year - on - year",
    )
)  # fmt: skip

_UNITS_OF_TIME = {
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
}
RATES: Mapping[str, str] = MappingProxyType(
    {
        **{
            f"{every} {word}": f"P1{letter}"
            for every in ("a", "per", "each", "every", "/")
            for word, letter in _UNITS_OF_TIME.items()
        },
        **{
            f"{every} {word}": duration
            for every in ("a", "per", "each", "every")
            for word, duration in {"quarter": "P3M", "fortnight": "P2W", "decade": "P10Y"}.items()
        },
        **dict.fromkeys(("annually", "yearly", "per annum", "pa", "/ yr", "per calendar year"), "P1Y"),
        **dict.fromkeys(("every other year", "per biennium"), "P2Y"),
        "per triennium": "P3Y",
        "quarterly": "P3M",
        "monthly": "P1M",
        "weekly": "P1W",
        **dict.fromkeys(("over a decade", "over the next decade", "over the coming decade"), "P10Y"),
        **dict.fromkeys(("over a year", "over the next year", "over the coming year"), "P1Y"),
        "fortnightly": "P2W",
        "daily": "P1D",
    }
)  # fmt: skip
"""Words for the time in which an amount comes, and its ISO 8601 duration."""

DURATION_LETTERS: Mapping[str, str] = MappingProxyType(
    {
        **_UNITS_OF_TIME,
        **{f"{word}s": letter for word, letter in _UNITS_OF_TIME.items()},
    }
)
EVERY = frozenset(("every", "per", "each"))
OVER = frozenset(("over", "across", "spread over", "spread across"))
OVER_A_PERIOD = frozenset(
    (
        "over the next", "over the coming", "over the following", "over a period of", "over the course of",
        "across the next",
    )
)  # fmt: skip
"""Openings that can only be of a time; "over five years" may be an age."""

SPREAD_NOUNS = frozenset(
    (
        "people", "places", "jobs", "posts", "visas", "visits", "meetings", "inspections", "missions",
        "flights", "trips", "deliveries", "workshops", "events", "exercises", "scholarships", "doses",
        "barrels", "rounds", "shells", "tonnes", "tons", "kilograms", "litres", "hectares", "acres",
        "kilometres", "km", "miles", "t", "kt", "mt", "gt", "mw", "gw", "gwh", "twh", "megawatts", "gigawatts",
    )
)  # fmt: skip
"""Nouns after which "over five years" is a time; after others, such as loans, it may be an age."""

MAX_TERM = 15
"""The longest time, in years, that "over … years" after a noun is taken for; beyond may be an age."""

# What is refused, with a reason of its own

_FACTOR = "a factor is not an amount; write the change that it makes, as in 'change 100 %' for doubled"
_VAGUE = "it gives no number; write '.. people' if nothing is known, or a bound such as '>= 2 people'"
_POINTS = "points may be percentage points or those of an index; write 'percentage points' if they are"
LEVEL_OR_CHANGE = "it may be a level or the size of a change; write '> 5 %' or 'change > 5 %'"
RANGE_OR_LEVELS = "it may be a range or the start and end of a change; write '10..12' or 'change 2'"

NOT_NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            ("double", "doubled", "doubling", "twice", "triple", "tripled", "treble", "halve", "halved",
             "quadruple", "quadrupled", "twofold", "threefold", "tenfold"),
            _FACTOR,
        ),
        **dict.fromkeys(
            ("several", "a few", "few", "many", "most", "a handful", "a number", "a couple", "a majority",
             "the majority", "numerous", "multiple", "a lot", "a minority", "a large number", "a small number",
             "countless", "various"),
            _VAGUE,
        ),
        **dict.fromkeys(
            ("net zero", "net - zero"),
            "'net zero' is a balance of two amounts, not an amount; record the commitment in words",
        ),
        "from": RANGE_OR_LEVELS,
        "by": "'by' does not say whether it is a rise or a fall; write 'change 5 %' or 'change -5 %'",
        **dict.fromkeys(
            ("no", "none", "nil"), "write zero as a number, as in '0 people'"
        ),
        **dict.fromkeys(
            ("+", "-", "minus", "plus", "±"),
            "a sign may mark a change or a level; write 'change -5 %' for a change, '-5 %' for a level",
        ),
        **dict.fromkeys(
            ("average", "an average", "on average", "an average of"),
            "an average is not an amount of its own; write the number, and say in the metric that it is one",
        ),
    }
)  # fmt: skip
"""What is found in place of a number."""

NOT_UNITS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            ("times", "time", "x", "fold", "- fold", "- times", "twice"), _FACTOR
        ),
        "out of": "it may be a share or a number of things; write '20 %' or '12 ships'",
        **dict.fromkeys(("point", "points", "- point", "pts"), _POINTS),
        **dict.fromkeys(
            ("basis point", "basis points", "bp", "bps"),
            "a hundred basis points are one percentage point; write '0.25 percentage point' for 25",
        ),
        **dict.fromkeys(
            ("per mille", "per thousand", "‰"), "write it in per cent, as in '0.5 %' for 5 in a thousand"
        ),
        **dict.fromkeys(
            ("s", "st", "nd", "rd", "th"), "a decade or an ordinal is not an amount"
        ),
    }
)  # fmt: skip
"""What is found in place of a unit."""

WHEN = "{word!r} says when; write the date in the record, and the amount alone"
COMPARES = "{word!r} compares; write a change as 'change 500 people', and what it is compared with as 'against'"
LIMITS = "{word!r} adds something that an amount cannot hold; write the amount alone"
PER_TIME = (
    "{word!r} is a rate; write it with a duration, as in '500 people per P1Y'"
)
NOT_OF_AMOUNT = "{word!r} is not part of the amount; write the amount alone"
VERB = "{word!r} may be a verb; write the noun alone, or the amount in the notation"
MAY_COMPARE = "{word!r} may compare; write a change as 'change 500 people', a noun as in '500 tonnes of copper'"
SECOND = "{word!r} is a second number; read one amount at a time"

NOT_IN_UNITS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "by", "until", "till", "since", "before", "after", "within", "during", "throughout", "through",
                "january", "february", "march", "april", "may", "june", "july", "august", "september",
                "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
                "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday",
                "saturday", "sunday", "today", "yesterday", "tomorrow", "now", "already", "yet", "currently",
                "ago", "am", "pm", "later", "earlier", "next", "last", "previous", "coming", "early", "late",
                "initially", "eventually", "immediately", "onwards",
            ),
            WHEN,
        ),
        **dict.fromkeys(
            (
                "than", "compared", "relative", "versus", "vs", "against", "below", "above", "more", "less", "fewer", "further", "additional",
                "extra", "another", "higher", "lower", "increase", "decrease", "reduction", "decline", "rise",
                "fall", "drop", "cut", "growth",
            ),
            COMPARES,
        ),
        **dict.fromkeys(
            (
                "annual", "annually", "yearly", "monthly", "weekly", "daily", "quarterly", "hourly", "biannual",
                "biennial", "biannually", "biennially", "fortnightly", "year", "month", "week", "day",
                "fortnight", "annum", "decade", "quarter", "pa", "every", "each",
            ),
            PER_TIME,
        ),
        **dict.fromkeys(
            (
                "in", "on", "at", "as", "for", "from", "to", "under", "over", "up", "down", "beyond", "with", "without", "between", "among", "amongst", "across", "into",
                "onto", "via", "off", "out", "towards", "toward", "around", "about", "including", "includes",
                "include", "excluding", "except", "excepting", "plus", "minus", "net", "which", "who",
                "whom", "whose", "that", "this", "these", "those", "it", "they", "where", "when", "while", "if",
                "unless", "provided", "subject", "depending", "dependent", "conditional", "pending", "or", "but",
                "not", "no", "only", "just", "both", "nor", "so", "such", "a", "an", "some", "any", "least",
                "most", "maximum", "minimum", "max", "min", "average", "mean", "median", "approximately",
                "approx", "approximate", "odd", "ish", "something", "too", "upwards", "upward",
                "thereabouts", "ballpark", "roughly", "nearly", "almost", "respectively", "respective", "apiece", "combined",
                "cumulative", "cumulatively", "is", "are", "was", "were", "be", "been", "being", "am", "will",
                "would", "shall", "should", "can", "could", "might", "must", "has", "have", "had", "having",
                "do", "does", "did", "expected", "planned", "pledged", "promised", "estimated", "forecast",
                "projected", "proposed", "required", "needed", "targeted", "reported", "reportedly", "allegedly",
                "intended", "potential", "potentially", "possible", "possibly", "worth", "left",
                "went", "came", "took", "made", "lost", "found", "built", "given", "taken", "seen", "sent",
                "remain", "remaining", "real", "nominal", "terms", "strong", "e",
                "point", "points", "fold", "times", "twice", "o'clock",
            ),
            LIMITS,
        ),
        **dict.fromkeys((*NUMBER_WORDS, *MAGNITUDES, "quarters", "thirds"), SECOND),
    }
)  # fmt: skip
"""Words that a unit cannot hold, since they say more than what is counted."""

RATE_WORDS = r".*(?:annual(?:ly)?|(?<!per)ennial(?:ly)?|(?:year|month|week|night|dai|hour|quarter)ly)"
"""What words of rates end in: "biweekly", "half-yearly", "triennially"."""

NEVER_LAST: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "adrift", "ahead", "apart", "aside", "away", "back", "behind", "boost", "clear", "deficit",
                "dip", "due", "estimate", "excess", "few", "gain", "gone", "guess", "hike", "jump", "lacking",
                "many", "missing", "overdue", "overrun", "short", "shortage", "shortfall", "shy", "spare",
                "surge", "surplus", "swing", "tops", "uplift", "wanting",
            ),
            LIMITS,
        ),
        **dict.fromkeys(
            (
                "better", "bigger", "brighter", "broader", "cheaper", "cleaner", "closer", "colder", "cooler",
                "deeper", "drier", "farther", "faster", "fuller", "greater", "harder", "heavier", "hotter",
                "larger", "lighter", "longer", "milder", "narrower", "nearer", "older", "poorer", "quicker",
                "richer", "safer", "shorter", "slower", "smaller", "sooner", "steeper", "stronger", "taller",
                "thicker", "thinner", "warmer", "warming", "weaker", "wetter", "wider", "worse", "younger",
            ),
            COMPARES,
        ),
    }
)  # fmt: skip
"""Words that cannot end a unit: "500 officers short", "2 metres deeper"."""

_PERSONS = (
    "officer|worker|member|manager|leader|defender|engineer|teacher|minister|commissioner|soldier|adviser"
    "|driver|trainer|partner|user|carrier|destroyer|helicopter|launcher|tanker|fighter"
)

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        # "500 visits nightly", "500 officers locally"
        r"(?:.* )?\S+ly": LIMITS,
        # "2 °C of cooling"
        r"(?:°|degrees?\b).*(?:ing|er)": COMPARES,
        # "500 tonnes denser", but not "one human rights officer"
        rf".*\w\w[^\Ws]s (?!\S*(?:{_PERSONS})$)\S+er": MAY_COMPARE,
        # "€5m per three-year period"
        r"(?=per |.* per ).* (?:periods?|terms?|cycles?|seasons?|sessions?|semester|trimester|half(?:-year)?)":
            PER_TIME,
        # "500 people died"
        r".* \S*ed": VERB,
    }
)  # fmt: skip
"""Patterns of nouns that are no unit, as their last word says more than what is counted."""

MAY_BE_LAST = frozenset(
    (
        "supply", "assembly", "family", "ally", "anomaly", "elderly", "monopoly", "italy", "unemployed",
        "wounded", "injured", "disabled", "displaced", "seed", "feed", "need", "bed", "shed",
    )
)  # fmt: skip
"""Nouns that end as adverbs or verbs do: "food supply", "500 wounded"."""

# "500 more efficient boilers" may be 500 boilers.
GRADABLE_ENDINGS = (
    "able", "al", "ant", "ed", "ent", "ern", "ful", "ible", "ic", "ing", "ive", "less", "ous", "ure",
    "acute", "adverse", "agile", "complex", "costly", "deadly", "direct", "diverse", "elderly", "extreme",
    "fertile", "fragile", "friendly", "fully", "healthy", "heavily", "highly", "hostile", "humane",
    "intense", "junior", "lightly", "likely", "mobile", "newly", "popular", "poorly", "private", "regular",
    "remote", "robust", "senior", "severe", "similar", "timely", "versatile", "volatile", "wealthy", "well",
)  # fmt: skip
"""Endings of adjectives and adverbs that "more" may belong to."""

COMPOUNDING = frozenset(
    (
        "mm", "cm", "m", "km", "g", "kg", "t", "tonne", "ton", "lb", "ft", "foot", "inch", "mile", "metre",
        "litre", "gallon", "hectare", "w", "kw", "mw", "gw", "kv", "watt", "kilowatt", "megawatt", "gigawatt",
        "volt", "kilogram", "gb", "mb", "tb", "hour", "minute", "star", "storey", "person", "man", "bedroom",
        "bed", "seat", "page", "lane", "door", "wheel", "way", "piece",
    )
)  # fmt: skip
"""Words that make an adjective with a number: "300 MW reactors" are no 300 reactors."""

ONE_LETTER_UNITS = frozenset("tghlLWVJ")

ENGLISH_MAGNITUDES = frozenset(
    (
        "dozen", "hundred", "thousand", "million", "millions", "billion", "billions", "trillion", "trillions",
        "mn", "bn", "tn", "k", "m", "b", "lakh", "lakhs", "crore", "crores", "lakh crore",
        "hundred thousand", "hundred million", "thousand million", "thousand billion",
    )
)  # fmt: skip
"""Magnitudes before which a comma separates thousands; in "12,500 Mio. EUR" it may be decimal."""
