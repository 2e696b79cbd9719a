"""``entente schema``: print the JSON Schema of dossiers."""

from __future__ import annotations

import argparse
import json
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._safe import escaped_data
from entente.files._schema import schema

EXAMPLES: Final = """\
  entente schema                                         print the JSON Schema, for editors
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "schema", help="print the JSON Schema of dossiers"
    )
    parser.add_argument(
        "kind",
        nargs="?",
        metavar="KIND",
        help="kind of record, such as commitments (default: a whole file)",
    )
    parser.set_defaults(command=_schema)


def _schema(options: argparse.Namespace) -> int:
    text = json.dumps(schema(options.kind), ensure_ascii=False, indent=1)
    print(escaped_data(text, "json"))
    return CLEAN
