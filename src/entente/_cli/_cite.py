"""``entente cite``: print the citation of a passage, or fill in what those of a dossier lack."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from entente._cli._codes import CLEAN, PROBLEMS
from entente._cli._printing import PRINTERS
from entente._cli._prompting import confirm, is_terminal, tell
from entente._cli._reading import read_saved, read_source_text
from entente._cli._streams import complain
from entente._cli._summary import count_text, file_name, summarise
from entente._safe import escaped_data, is_plain
from entente.drafting import Filling, fill
from entente.errors import EvidenceError, QueryError
from entente.evidence import cite
from entente.files._formats import FORMATS
from entente.files._loading import locate
from entente.files._saving import excerpt, preview, save

EXAMPLES: Final = """\
  entente cite texts/notice.txt "The ministers met"      print the citation of a passage
  entente cite --fill dossiers/ --sources texts/         fill in fingerprints and lines
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "cite",
        help="print the citation of a passage, or fill in those of a dossier",
    )
    parser.add_argument(
        "text", nargs="?", metavar="TEXT", help="file with the source's text"
    )
    parser.add_argument(
        "words", nargs="?", metavar="WORDS", help="words of the passage"
    )
    parser.add_argument(
        "--source",
        metavar="ID",
        help="id of the source (default: the file's name without its ending)",
    )
    parser.add_argument(
        "--lines",
        metavar="LINES",
        help="lines of the passage, such as 12-14; without WORDS, all of them",
    )
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="toml",
        help="format to print the citation in (default: %(default)s)",
    )
    filling = parser.add_argument_group("filling in")
    filling.add_argument(
        "--fill",
        metavar="PATH",
        help="dossier whose citations lack fingerprints or lines",
    )
    filling.add_argument(
        "--sources", metavar="DIR", help="folder of the cited texts, as ID.txt"
    )
    filling.add_argument(
        "--write",
        action="store_true",
        help="write what was filled in; else it is shown, and in a terminal asked for",
    )
    parser.set_defaults(command=_cite)


def _cite(options: argparse.Namespace) -> int:
    if options.fill is not None:
        return _fill(options)
    if options.text is None:
        raise QueryError(
            "there is no text to cite; name its file and the words of the passage, or a dossier with --fill"
        )
    text = read_source_text(options.text)
    try:
        citation = cite(
            text,
            options.words,
            source=options.source or Path(options.text).stem,
            lines=options.lines,
        )
    except EvidenceError as error:
        if options.words is options.lines is None:
            raise
        complain(f"entente: {error}")
        return PROBLEMS
    # Lines are for readers; characters are the first to become wrong.
    line = excerpt(evolve(citation, characters=None), format=options.format)
    if options.format == "yaml" and not is_plain(line):
        line = excerpt(evolve(citation, characters=None), format="json")
    print(escaped_data(line, options.format))
    return CLEAN


def _fill(options: argparse.Namespace) -> int:
    if options.sources is None:
        raise QueryError(
            "there are no texts to fill in from; name their folder with --sources"
        )
    filling = fill(read_saved(options.fill), sources=options.sources)
    changes = preview(filling.dossier, options.fill)
    if changes:
        tell(changes.rstrip("\n"))
    PRINTERS["text"](locate(filling.left, options.fill))
    is_written = bool(changes) and _is_to_be_written(options)
    if is_written:
        save(filling.dossier, options.fill)
    _summarise(filling, options, is_written=is_written)
    return PROBLEMS if filling.left else CLEAN


def _summarise(
    filling: Filling, options: argparse.Namespace, *, is_written: bool
) -> None:
    filled = count_text(filling.filled, "citation")
    done = f"{filled} filled in, {len(filling.left):,} left, in {file_name(options.fill)}"
    if is_written or not filling.filled:
        summarise(done, options.fill if is_written else None)
    else:
        summarise(f"{done}; nothing was written: pass --write")


def _is_to_be_written(options: argparse.Namespace) -> bool:
    return options.write or (
        is_terminal() and confirm(f"write this to {options.fill}?")
    )
