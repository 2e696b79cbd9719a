"""``entente amount``: print how an amount in words is read."""

from __future__ import annotations

import argparse
from decimal import Decimal
from typing import Any, Final

from entente._cli._codes import CLEAN, PROBLEMS
from entente._cli._streams import complain
from entente._safe import escaped_data, shown
from entente.errors import QuantityError
from entente.files._formats import write_key
from entente.values._quantity import Quantity

EXAMPLES: Final = """\
  entente amount "up to €72.2 million"                   read an amount in words
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("amount", help="read an amount in words")
    parser.add_argument(
        "words", metavar="WORDS", help='words such as "over half of the 500"'
    )
    parser.add_argument(
        "--country",
        metavar="CODE",
        help="whose dollars, crowns or rupees are meant, such as US",
    )
    parser.set_defaults(command=_amount)


def _amount(options: argparse.Namespace) -> int:
    try:
        amount = Quantity.from_words(options.words, country=options.country)
    except QuantityError as error:
        complain(f"entente: {error}")
        return PROBLEMS
    print(escaped_data(write_key("value", str(amount), "toml"), "toml"))
    if amount.is_exact:
        print(f"exactly: {amount.low:f}")
    else:
        low = "more than" if amount.low_open else "at least"
        high = "less than" if amount.high_open else "at most"
        print(f"{low}: {_bound(amount.low)}")
        print(f"{high}: {_bound(amount.high)}")
    print(f"unit: {shown(amount.unit) or 'none'}")
    if amount.per is not None:
        print(f"per: {amount.per}")
    if amount.approximate:
        print("approximate: yes")
    if amount.is_change:
        print("change: yes")
    return CLEAN


def _bound(bound: Decimal | None) -> str:
    return "no bound" if bound is None else f"{bound:f}"
