"""``entente list``: list the records of a kind that match."""

from __future__ import annotations

import argparse
import inspect
import shutil
import sys
from typing import Any, Final

from entente._cli._codes import CLEAN
from entente._cli._exporting import add_output, give, is_data
from entente._cli._parsing import QUESTION_OPTIONS, option_of
from entente._cli._reading import add_input_format, read
from entente._cli._today import say_today, today
from entente._dossier import Dossier
from entente._safe import shown_lines
from entente._text import did_you_mean, either
from entente.errors import QueryError
from entente.records._habits import stands_for
from entente.records._model import KINDS

EXAMPLES: Final = """\
  entente list commitments tracker.toml --theme small-boats --made 2024
  entente list commitments tracker.toml --schedule overdue --on 2024-12-31
  entente list commitments tracker.toml --by GB --output promises.csv
"""

_ABOUT_FILTERS: Final = """Records that match all filters are listed; a filter given twice matches
either value. A theme includes its narrower themes, a party its bodies and offices. A date is a
year, month, day or span, such as 2024, 2024-03, 2024-01-30 or 2024-03/2024-06. Records with vague
dates are listed if they may match."""

_ABOUT_A_DAY: Final = ("status", "declared", "assessed", "schedule")
"""The keywords for which a day counts."""

_YES_OR_NO: Final = "yes or no"


def add(commands: Any) -> None:
    """Add the command, with one of its own for each kind of record."""
    parser = commands.add_parser(
        "list", help="list the records of a kind that match"
    )
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    for kind in KINDS:
        _add_kind(kinds, kind)


def _add_kind(kinds: Any, kind: str) -> None:
    """Add a kind of record, with an option for each keyword of its `where`."""
    parser = kinds.add_parser(kind, help=f"list {kind}", epilog=_ABOUT_FILTERS)
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    selection = getattr(Dossier(), kind)
    keywords: dict[str, str] = selection.questions()
    filters = parser.add_argument_group("filters")
    names: list[str] = []

    def add_filter(keyword: str, **settings: Any) -> None:
        name = option_of(keyword)
        filters.add_argument(name, dest=keyword, **settings)
        names.append(name)

    for keyword, takes in keywords.items():
        if takes == _YES_OR_NO:
            add_filter(keyword, action="append", type=_yes, metavar="YES|NO")
        else:
            add_filter(keyword, action="append", metavar=takes.upper())
    for option in inspect.signature(selection.where).parameters:
        if option in QUESTION_OPTIONS:
            add_filter(option, **QUESTION_OPTIONS[option])
    add_output(parser)
    add_input_format(parser)
    parser.set_defaults(
        command=_list,
        refuse=_refuse_filter,
        records=kind,
        keywords=tuple(keywords),
        filters=names,
    )


def _yes(word: str) -> bool:
    if word not in {"yes", "no"}:
        raise argparse.ArgumentTypeError(f"{word!r} is neither yes nor no")
    return word == "yes"


def _refuse_filter(argument: str, options: argparse.Namespace) -> None:
    """Raise a `QueryError` that names the filters of a kind, for one that is not among them."""
    name, _, _ = argument.partition("=")
    hints = [f"there are {', '.join(options.filters)}"]
    # What people call a key they call the filter, too.
    meant = stands_for(name.lstrip("-"), KINDS[options.records])
    suggestion = did_you_mean(name, options.filters)
    if meant is not None and option_of(meant) in options.filters:
        suggestion = f"did you mean {option_of(meant)!r}?"
    if suggestion is not None:
        hints.insert(0, suggestion)
    raise QueryError(
        f"{name!r} is not a filter of {options.records}; {' '.join(hints)}"
    )


def _check_day(
    question: dict[str, object], options: argparse.Namespace
) -> None:
    """Refuse a day about which nothing is asked."""
    asked = [option_of(each) for each in _ABOUT_A_DAY]
    given = [
        option_of(each)
        for each in ("on", "as_known", "of")
        if each in question
    ]
    if (
        options.records == "commitments"
        and given
        and question.keys().isdisjoint(_ABOUT_A_DAY)
    ):
        raise QueryError(
            f"{given[0]} goes with {either(asked)}; ask for one of them"
        )


def _list(options: argparse.Namespace) -> int:
    question: dict[str, object] = {}
    for keyword in options.keywords:
        values = tuple(dict.fromkeys(getattr(options, keyword) or ()))
        # Both yes and no: either will do, so it is not a question.
        if values and set(values) != {True, False}:
            question[keyword] = values[0] if len(values) == 1 else values
    for keyword in QUESTION_OPTIONS:
        value = getattr(options, keyword, None)
        if value is not None:
            question[keyword] = value
    _check_day(question, options)
    takes_today = "schedule" in question and "on" not in question
    if takes_today:
        question["on"] = today()
    selection = getattr(read(options.path, options), options.records)
    found = selection.where(**question)
    if takes_today:
        say_today(str(question["on"]))
    if is_data(options):
        give(found, options)
        return CLEAN
    # A terminal wraps what is wider than it is; a file or a pipe takes all.
    width = (
        shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    )
    print(shown_lines(found.table(width=width)))
    return CLEAN
