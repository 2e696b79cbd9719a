"""``entente draft``: draft the records that a text may call for."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._reading import read, read_source_text
from entente._cli._streams import complain
from entente._cli._summary import file_name, summarise
from entente._dossier import Dossier
from entente._safe import escaped_data, shown
from entente.drafting import Drafted, draft, draft_text, write_draft
from entente.errors import QueryError
from entente.files._paths import is_folder
from entente.records import Source, SourceKind

EXAMPLES: Final = """\
  entente draft texts/notice.txt --published 2024-01-30   draft its records, to be reviewed
"""

_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "draft",
        help="draft the commitments, statements and figures of a text, for you to review",
    )
    parser.add_argument(
        "text", metavar="TEXT", help="file with the source's text"
    )
    parser.add_argument(
        "--into",
        metavar="DIR",
        help="folder of the dossier: its names are used, and the draft is written there as ID.draft.toml",
    )
    parser.add_argument(
        "--source",
        metavar="ID",
        help="id of the source (default: the file's name without its ending)",
    )
    parser.add_argument(
        "--kind",
        choices=[kind.value for kind in SourceKind],
        default=SourceKind.PRESS_NOTICE.value,
        help="kind of a source that the dossier does not have (default: %(default)s)",
    )
    parser.add_argument(
        "--issued-by",
        nargs="+",
        action="extend",
        metavar="PARTY",
        default=[],
        help="who issued it, and is meant by we",
    )
    parser.add_argument(
        "--published",
        metavar="DAY",
        help="day on which it was published, from which its dates count",
    )
    parser.add_argument(
        "--meeting",
        metavar="ID",
        help="meeting of the dossier at which the promises were made, on its day",
    )
    parser.add_argument(
        "--language",
        default="en",
        help="language of the text (default: %(default)s)",
    )
    parser.add_argument(
        "--rules",
        metavar="FILE",
        help="TOML file of words to add to the rules",
    )
    parser.set_defaults(command=_draft)


def _draft(options: argparse.Namespace) -> int:
    text = read_source_text(options.text)
    dossier = _dossier(options)
    id = options.source or _id_of(options.text)
    is_known = dossier is not None and id in dossier.sources.ids
    source = id if is_known else _source(id, options)
    found = draft(
        text,
        source=source,
        dossier=dossier,
        meeting=options.meeting,
        language=options.language,
        rules=options.rules,
    )
    if options.into is None:
        print(escaped_data(draft_text(found).strip(), "toml"))
    elif found.all:
        file = write_draft(found, options.into, with_source=not is_known)
        print(f"{shown(str(file))}: {_summary(found)}")
    else:
        print(f"no draft was written: {_summary(found)}")
    if found.source.published is None:
        complain(
            "entente: without the day of publication no date is read; give --published"
        )
    if options.into is None:
        summarise(f"{_summary(found)}, in {file_name(options.text)}")
    return CLEAN


def _dossier(options: argparse.Namespace) -> Dossier | None:
    folder = options.into
    if folder is None:
        return None
    if not os.path.lexists(folder):
        raise QueryError(
            f"{folder}: there is no such folder; begin the dossier with `entente new`"
        )
    if not is_folder(Path(folder)):
        raise QueryError(f"{folder}: --into takes the folder of a dossier")
    return read(folder, options)


def _id_of(path: str) -> str:
    return _NOT_IN_IDS.sub("-", Path(path).stem.lower()).strip("-") or "notice"


def _source(id: str, options: argparse.Namespace) -> Source:
    return Source(
        id=id,
        title=Path(options.text).stem,
        kind=SourceKind(options.kind),
        issued_by=tuple(options.issued_by),
        published=options.published,
    )


def _summary(found: Drafted) -> str:
    count = len(found.all)
    told = f"{count} candidate{'' if count == 1 else 's'}"
    if count:
        told += ", to be reviewed"
    if found.held:
        told += f"; {found.held} more that the dossier cites already"
    return told
