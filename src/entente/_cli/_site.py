"""``entente site``: write a site about a dossier."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._parsing import QUESTION_OPTIONS, option_of
from entente._cli._progress import working
from entente._cli._reading import add_input_format, read
from entente._cli._streams import complain
from entente._cli._summary import count_text, name_of, summarise
from entente._cli._today import say_today, today
from entente._cli._writing import refuse_part
from entente._safe import shown
from entente.site import Settings, build, read_settings

EXAMPLES: Final = """\
  entente site tracker.toml out/ --on 2024-06-01         write a site of plain files
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("site", help="write a site about a dossier")
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        help="folder to write: a new or empty one, or one with an older site",
    )
    parser.add_argument(
        "--on",
        metavar="DAY",
        help="day of the verdicts, such as 2024-01-30 (default: today)",
    )
    parser.add_argument(option_of("as_known"), **QUESTION_OPTIONS["as_known"])
    add_settings(parser)
    add_input_format(parser)
    parser.set_defaults(command=_site)


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how a site looks and speaks."""
    parser.add_argument(
        "--settings",
        metavar="FILE",
        help="settings in TOML: title, locale, address, quote, templates, logo, accent",
    )
    parser.add_argument("--title", metavar="TITLE", help="title of the site")
    parser.add_argument(
        "--locale",
        metavar="LANGUAGE",
        help="language of the site: en or fr (default: en)",
    )
    parser.add_argument(
        "--address",
        metavar="ADDRESS",
        help="where the site will be found, for permalinks",
    )
    parser.add_argument(
        "--quote",
        action="store_true",
        default=None,
        help="show the cited passages of sources whose licence is recorded",
    )


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings that options and file give; options go first."""
    given = {
        name: getattr(options, name)
        for name in ("title", "locale", "address", "quote")
        if getattr(options, name) is not None
    }
    if options.settings is None:
        return Settings(**given)
    return read_settings(Path(options.settings), **given)


def _site(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    # Among the downloads of a site is its dossier.
    refuse_part(Path(options.folder) / "dossier.json", options)
    dossier = read(options.path, options)
    day = options.on or today()
    with working(f"writing {options.folder}"):
        built = build(
            dossier,
            options.folder,
            on=day,
            as_known=options.as_known,
            settings=settings,
        )
    if options.on is None:
        say_today(day)
    for each in built.left_out:
        complain(f"left out: {each}")
    for page in built.large:
        complain(f"entente: {page} has more than 100 kB")
    print(f"{built.pages} pages: {shown(str(built.folder / 'index.html'))}")
    records = count_text(dossier.records, "record")
    summarise(f"{records} of {name_of(options)} on {day}")
    return CLEAN
