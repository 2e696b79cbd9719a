"""``entente chart``: draw a view of a dossier."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from entente._cli._brief import add_day
from entente._cli._codes import CLEAN
from entente._cli._filters import ABOUT_FILTERS, add_filters, chosen
from entente._cli._progress import working
from entente._cli._reading import add_input_format, read
from entente._cli._summary import count_text, name_of, summarise
from entente._cli._today import say_today, today
from entente._cli._writing import add_replace, refuse_taken
from entente._dossier import Dossier
from entente._safe import shown_lines
from entente._text import either
from entente.asking._selections import Commitments
from entente.errors import QueryError
from entente.files._atomic import write_whole

EXAMPLES: Final = """\
  entente chart timeline tracker.toml -o timeline.svg    draw a picture
"""

_VIEWS: Final = (
    "timeline",
    "scorecard",
    "course",
    "recipients",
    "progress",
    "offices",
    "themes",
)
_OF_COMMITMENTS: Final = ("timeline", "scorecard", "course", "recipients")
"""The views that show a selection of commitments."""

_DATED: Final = ("timeline", "scorecard", "course")
"""The views of a day, which is today if none is given."""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "chart", help="draw a view of a dossier", epilog=ABOUT_FILTERS
    )
    parser.add_argument(
        "view",
        metavar="VIEW",
        choices=_VIEWS,
        help=f"what to draw: {', '.join(_VIEWS)}",
    )
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="file to write, which ends in .svg, .png or .html (default: text, printed)",
    )
    add_replace(parser)
    parser.add_argument(
        "--id", metavar="ID", help="for progress: a metric or a commitment"
    )
    parser.add_argument(
        "--group",
        metavar="KEYWORD",
        default="theme",
        help="for scorecard: what to group commitments by (default: %(default)s)",
    )
    parser.add_argument(
        "--width",
        metavar="PIXELS",
        type=int,
        default=952,
        help="width of the picture (default: %(default)s; for a phone 390)",
    )
    parser.add_argument(
        "--dark", action="store_true", help="draw on dark ground"
    )
    add_day(parser)
    add_filters(parser, "commitments", leave_out=("on", "as_known"))
    add_input_format(parser)
    parser.set_defaults(command=_chart)


def _chart(options: argparse.Namespace) -> int:
    if options.output is not None:
        refuse_taken(Path(options.output), options)
    dossier = read(options.path, options)
    is_dated = options.view in _DATED
    day = options.on or (today() if is_dated else None)
    among = chosen(dossier, options, day)
    if among is not None and options.view not in _OF_COMMITMENTS:
        raise QueryError(
            f"filters are for {either(_OF_COMMITMENTS)}, not for {options.view}"
        )
    with working(f"drawing a view: {options.view}"):
        view = _made(dossier, among, day, options)
    if is_dated and options.on is None and day is not None:
        say_today(day)
    if options.output is None:
        print(shown_lines(str(view)))
    else:
        with working(f"writing {options.output}"):
            _write(view, options)
    on = f" on {day}" if is_dated else ""
    rows = count_text(view.rows, "row")
    summarise(
        f"{options.view} of {name_of(options)}{on}, {rows}", options.output
    )
    return CLEAN


def _made(
    dossier: Dossier,
    among: Commitments | None,
    day: str | None,
    options: argparse.Namespace,
) -> Any:
    from entente.views import (  # noqa: PLC0415
        course,
        offices,
        progress,
        recipients,
        scorecard,
        themes,
        timeline,
    )

    of = dossier if among is None else among
    match options.view:
        case "timeline":
            return timeline(of, on=day, as_known=options.as_known)
        case "scorecard":
            return scorecard(
                of, by=options.group, on=day or "", as_known=options.as_known
            )
        case "course":
            return course(of, on=day or "")
        case "recipients":
            return recipients(of)
        case "progress":
            if options.id is None:
                raise QueryError(
                    "progress is of one record; name it with --id"
                )
            return progress(dossier, options.id, on=day)
        case "offices":
            return offices(dossier, on=day)
        case _:
            return themes(dossier)


def _write(view: Any, options: argparse.Namespace) -> None:
    """Write a view to a file, in the format that its name ends in."""
    look = {"dark": options.dark, "width": options.width}

    def svg() -> bytes:
        return f"{view.to_svg(**look)}\n".encode()

    def png() -> bytes:
        return bytes(view.to_png(**look))

    def html() -> bytes:
        return f"{view.to_html()}\n".encode()

    writers = {".svg": svg, ".png": png, ".html": html}
    file = Path(options.output)
    if file.suffix.lower() not in writers:
        raise QueryError(
            f"{file.name}: a picture is a file that ends in {either(list(writers))}"
        )
    try:
        made = writers[file.suffix.lower()]()
    except ValueError as error:
        raise QueryError(str(error)) from error
    write_whole(file, made)
