"""``entente new``: begin a dossier with the source of a text."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._prompting import tell
from entente._cli._reading import read_source_text
from entente._safe import escaped_data
from entente.drafting import new
from entente.files._saving import excerpt

EXAMPLES: Final = """\
  entente new tracker/ --from texts/notice.txt --kind readout --issued-by GB
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "new", help="begin a dossier with the source of a text"
    )
    parser.add_argument(
        "path",
        metavar="PATH",
        help="folder to begin, or file that ends in .toml, .yaml or .json",
    )
    parser.add_argument(
        "--from",
        dest="text",
        metavar="TEXT",
        required=True,
        help="file with the source's text",
    )
    parser.add_argument(
        "--kind",
        metavar="KIND",
        default="",
        help="kind of the document, such as readout",
    )
    parser.add_argument(
        "--id",
        metavar="ID",
        help="id of the source (default: the file's name without its ending)",
    )
    parser.add_argument(
        "--title",
        metavar="TITLE",
        help="title of the source (default: the first line of the text, if it can be one)",
    )
    parser.add_argument(
        "--issued-by",
        nargs="+",
        action="extend",
        metavar="PARTY",
        default=[],
        help="who issued it, and whose account it is",
    )
    parser.add_argument(
        "--published", metavar="DAY", help="day on which it was published"
    )
    parser.add_argument("--publisher", metavar="NAME", help="who published it")
    parser.add_argument(
        "--language", metavar="TAG", help="language of the text, such as en"
    )
    parser.add_argument(
        "--address", metavar="URL", help="where it is published"
    )
    parser.add_argument(
        "--licence", metavar="NAME", help="licence of the text"
    )
    parser.set_defaults(command=_new)


def _new(options: argparse.Namespace) -> int:
    dossier = new(
        options.path,
        text=read_source_text(options.text),
        id=options.id or Path(options.text).stem,
        kind=options.kind,
        title=options.title,
        publisher=options.publisher,
        issued_by=options.issued_by,
        published=options.published,
        language=options.language,
        address=options.address,
        licence=options.licence,
    )
    [source] = dossier.sources
    print(escaped_data(excerpt(source).strip(), "toml"))
    tell(f"\nwritten to {options.path}")
    return CLEAN
