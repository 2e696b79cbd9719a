"""``entente convert``: write a dossier in another format."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._progress import working
from entente._cli._reading import add_input_format, read
from entente._cli._summary import count_text, name_of, summarise
from entente._cli._writing import add_replace, refuse_part
from entente.files._paths import is_folder
from entente.files._saving import save

EXAMPLES: Final = """\
  entente convert tracker.toml tracker.json              write it in another format
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "convert", help="write a dossier in another format"
    )
    parser.add_argument("path", metavar="IN", help="dossier to read")
    parser.add_argument(
        "out", metavar="OUT", help="file to write; its suffix counts"
    )
    add_replace(parser, "OUT")
    add_input_format(parser)
    parser.set_defaults(command=_convert)


def _convert(options: argparse.Namespace) -> int:
    dossier = read(options.path, options)
    if is_folder(Path(options.path)):
        # One file of it would hold what the others hold.
        refuse_part(Path(options.out), options)
    with working(f"writing {options.out}"):
        save(dossier, options.out, replace=options.replace)
    records = count_text(dossier.records, "record")
    summarise(f"{records} of {name_of(options)}", options.out)
    return CLEAN
