"""``entente brief``: write a document for a committee."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._filters import ABOUT_FILTERS, add_filters, chosen
from entente._cli._parsing import QUESTION_OPTIONS, option_of
from entente._cli._progress import working
from entente._cli._reading import add_input_format, read
from entente._cli._summary import name_of, summarise
from entente._cli._today import say_today, today
from entente._cli._writing import add_replace, refuse_taken
from entente._safe import shown_lines

EXAMPLES: Final = """\
  entente brief tracker.toml --by FR -o brief.docx       write a document for a committee
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "brief",
        help="write a document on commitments and their status",
        epilog=ABOUT_FILTERS,
    )
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="file to write, which ends in .md, .html or .docx (default: Markdown, printed)",
    )
    add_replace(parser)
    parser.add_argument(
        "--group",
        metavar="KEYWORD",
        default="theme",
        help="what to group commitments by (default: %(default)s)",
    )
    parser.add_argument(
        "--title",
        metavar="TITLE",
        default="Commitments and their status",
        help="title of the document",
    )
    parser.add_argument(
        "--language",
        metavar="TAG",
        default="en",
        help="language of the summaries (default: %(default)s)",
    )
    parser.add_argument(
        "--site",
        metavar="ADDRESS",
        help="site of the dossier, to which commitments link",
    )
    parser.add_argument(
        "--no-charts",
        action="store_true",
        help="have tables or text in place of pictures",
    )
    add_day(parser)
    add_filters(parser, "commitments", leave_out=("on", "as_known"))
    add_input_format(parser)
    parser.set_defaults(command=_brief)


def add_day(parser: argparse.ArgumentParser) -> None:
    """Add the options for the two clocks of a view."""
    parser.add_argument(
        "--on",
        metavar="DAY",
        help="day of the status, such as 2024-01-30 (default: today)",
    )
    parser.add_argument(option_of("as_known"), **QUESTION_OPTIONS["as_known"])


def _brief(options: argparse.Namespace) -> int:
    from entente.views import brief  # noqa: PLC0415

    if options.output is not None:
        refuse_taken(Path(options.output), options)
    day = options.on or today()
    dossier = read(options.path, options)
    among = chosen(dossier, options, day)
    with working("writing a brief"):
        made = brief(
            dossier,
            on=day,
            as_known=options.as_known,
            by=options.group,
            among=among,
            title=options.title,
            language=options.language,
            site=options.site,
        )
        if options.output is None:
            text = made.to_markdown()
        else:
            text = ""
            made.save(options.output, charts=not options.no_charts)
    if options.on is None:
        say_today(day)
    print(shown_lines(text), end="")
    count = len(dossier.commitments if among is None else among)
    of = f"{count:,} of {len(dossier.commitments):,} commitments"
    summarise(f"{of} in {name_of(options)} on {day}", options.output)
    return CLEAN
