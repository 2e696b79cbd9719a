"""``entente show``: print one record."""

from __future__ import annotations

import argparse
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._reading import add_input_format, read
from entente._safe import escaped_data, is_plain
from entente.files._formats import FORMATS
from entente.files._saving import excerpt

EXAMPLES: Final = """\
  entente show tracker.toml small-boat-arrivals          print one record
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("show", help="print one record")
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument("id", metavar="ID", help="id of the record")
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="toml",
        help="format to print the record in (default: %(default)s)",
    )
    add_input_format(parser)
    parser.set_defaults(command=_show)


def _show(options: argparse.Namespace) -> int:
    record = read(options.path, options)[options.id]
    text = excerpt(record, format=options.format)
    if options.format == "yaml" and not is_plain(text):
        # Only texts in quotation marks may have escapes. JSON is YAML, too, and all its texts have.
        text = excerpt(record, format="json")
    print(escaped_data(text.strip(), options.format))
    return CLEAN
