"""Words and letters that multiply a number, such as million, Mrd. and k, in many languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_WORDS_BY_POWER: Final = {
    2: "hundred hundreds hundert hunderte cientos centaines centinaia centenas honderd hundra hundrede",
    3: """
    k thousand thousands tsd tausend tausende mille milliers millier mila migliaia miles milhar milhares
    millar millares duizend duizenden tusen tusind tusinde tuhat tuhatta tys tysiąc tysiące tysięcy tis
    tisíc bin thsd thous ths tus ribu тыс тысяча тысячи тысяч тис тисяч χιλ χιλιάδες ألف آلاف हज़ार हजार 千 천
    """,
    4: "wan 万 萬 만",
    5: "lakh lakhs lac lacs lkh लाख",
    6: """
    m mm mn mns mln mlns mio mi mill milj million millions millionen millón millon millones milhão milhao milhões
    milhoes milione milioni miljoen miljoenen miljon miljoner millioner miljoona miljoonaa milion
    miliony milionów milionu milyon juta milioane milijuna milijona millió млн миллион миллиона миллионов мільйон мільйона мільйонів εκατ
    εκατομμύρια مليون ملايين 百万
    """,
    7: "cr crs crore crores करोड़ 千万",
    8: "亿 億 억",
    9: """
    b bn bns bln bil bi arab billion billions mrd mld mlrd md mds mia mdr mlld milliard milliards milliarde
    milliarden milliarder miliardo miliardi miljard miljarden miljarder miljardi miljardia miliard
    miliardy miliardów milyar milijardi miliar miliarde milliárd bilhão bilhao bilhões bilhoes млрд миллиард миллиарда
    миллиардов мільярд мільярда мільярдів δισ δισεκατομμύρια مليار مليارات g अरब 十亿 十億
    """,
    11: "kharab",
    12: """
    tn trn tln trln trillion trillions billionen billón billon billones bilião biliões biljoen
    bilione bilioni bilion biliony bilionów bilionu billioner biljon biljoner triliun trilhão trilhões трлн триллион триллиона триллионов трильйон трильйонів 兆 조
    """,
    15: "quadrillion quadrillions billiarde billiarden biliard biljard biljarder",
    18: "trillionen trillón trillon trillones triljoen trillioner triljon triljoner tryliony",
}

DOZENS: Final = "dozen dozens dutzend douzaine douzaines docena docenas dozzina dozzine dozijn dussin doz"

MAGNITUDES: Final[Mapping[str, int]] = MappingProxyType(
    {
        word: 10**power
        for power, words in _WORDS_BY_POWER.items()
        for word in words.split()
    }
    | dict.fromkeys(DOZENS.split(), 12)
)
"""What a word multiplies a number by; words are casefolded and without a point at the end."""

# "Mil" is a thousand in Spanish, a million in the slang of finance. "Billion" and its like are read
# as English; what German, Spanish or French mean by it has a spelling of its own above.
AMBIGUOUS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "mil": "a thousand in Spanish and Portuguese, a million in English",
        # as in "TEUR"
        "t": "a thousand or a trillion",
        "thou": "a thousand, or a thousandth of an inch",
        "dz": "a dozen, or 100 kilograms",
        "score": "twenty, or a result",
    }
)
"""Words that multiply by one number in one language, and by another in the next."""

ALSO_NOUNS: Final = frozenset(("t", "g", "mi", "bin", "miles", "wan", "arab"))
"""Magnitudes that are units or nouns as well, as in "5 t CO2", unless money follows."""

ONLY_BEFORE_MONEY: Final = ALSO_NOUNS | frozenset(
    ("bi", "md", "mds", "mia", "mdr", "mlld", "cr", "crs", "bil", "tis", "mill", "tus", "ths", "milj", "juta")
)  # fmt: skip
"""Short magnitudes, which the reader of words takes for a part of the number before money only."""

LONG_OR_SHORT: Final = frozenset(
    (
        "billion",
        "billions",
        "trillion",
        "trillions",
        "quadrillion",
        "quadrillions",
    )
)
"""Magnitudes that English and French share, and do not mean the same by."""

ALSO_UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {"m": "metres", "mm": "millimetres", "mill": "mills"}
)
"""Magnitudes that are units too, which have to be written in full."""

# Chinese, Japanese and Korean put no space between a magnitude and what it multiplies.
UNSPACED: Final = tuple(
    sorted(
        (word for word in MAGNITUDES if word[0] > "\u3000"),
        key=len,
        reverse=True,
    )
)
"""Magnitudes that may be followed by a noun without a space, the longest first."""
