"""The command ``entente``.

Each command is one call of the library: `check` and `verify`, `where`, `excerpt`, `explain`, `save`.
This module reads the arguments, prints the answers, and turns errors into exit codes. What it prints
is safe for a terminal; data is escaped as its format has it, so that it reads the same.
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from io import TextIOWrapper
from typing import Any, Final, NoReturn, TextIO

from attrs import asdict

from entente._dossier import Dossier
from entente._safe import (
    escaped_data,
    is_plain,
    shown,
    shown_lines,
    workflow_command,
)
from entente._text import did_you_mean
from entente.checks import check
from entente.errors import (
    EntenteError,
    LoadError,
    Problem,
    QueryError,
    SaveError,
    Severity,
    format_location,
)
from entente.evidence import verify
from entente.files._atomic import os_reason
from entente.files._formats import FORMATS
from entente.files._loading import load, loads, locate
from entente.files._saving import excerpt, save
from entente.records._model import KINDS

CLEAN, PROBLEMS, USAGE, UNWRITTEN = 0, 1, 2, 3
INTERRUPTED, CLOSED = 130, 141
"""The exit codes; the last two are those that shells give for the signals SIGINT and SIGPIPE."""

_EXAMPLES: Final = """examples:
  entente check tracker.toml                             find what is wrong in a dossier
  entente check dossiers/ --sources texts/               compare its citations with the texts, too
  entente list commitments tracker.toml --theme small-boats --made 2024
  entente list commitments tracker.toml --schedule overdue --on 2024-12-31
  entente show tracker.toml small-boat-arrivals          print one record
  entente why tracker.toml convene-calais-group --on 2024-06-01
  entente convert tracker.toml tracker.json              write it in another format

A dossier is a file (.json, .toml, .yaml) or a folder of them; - reads standard input.
Exit codes: 0 clean, 1 problems, 2 wrong usage, 3 the answer could not be written."""

_ABOUT_FILTERS: Final = """Records that match all filters are listed; a filter given twice matches
either value. A theme includes its narrower themes, a party its bodies and offices. A date is a
year, month, day or span, such as 2024, 2024-03, 2024-01-30 or 2024-03/2024-06. Records with vague
dates are listed if they may match."""

_YES_OR_NO: Final = "yes or no"

_COLOURS: Final = {
    Severity.ERROR: "31",
    Severity.WARNING: "33",
    Severity.INFO: "36",
}

_GITHUB_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 problems, 2 wrong usage, 3 unwritten.

    It is 130 after Ctrl-C, and 141 if whoever reads the answer has seen enough.
    """
    _set_streams()
    try:
        try:
            return _answer(arguments)
        finally:
            # Even of the help, after which argparse exits.
            sys.stdout.flush()
    except KeyboardInterrupt:
        _abandon(sys.stdout)
        return INTERRUPTED
    except BrokenPipeError:
        _abandon(sys.stdout)
        return CLOSED
    except OSError as error:
        # What the library cannot read or write is an error of its own, so this names a file rarely.
        _abandon(sys.stdout)
        where = shown(str(error.filename or "standard output"))
        _complain(f"entente: {where}: {os_reason(error)}")
        return UNWRITTEN
    finally:
        try:
            sys.stderr.flush()
        except OSError:
            _abandon(sys.stderr)


def _answer(arguments: Sequence[str] | None) -> int:
    """Run a command, and print the errors of the library."""
    try:
        options = _parse(arguments)
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except LoadError as error:
        _complain(str(error))
        return PROBLEMS
    except EntenteError as error:
        _complain(f"entente: {error}")
        return UNWRITTEN if isinstance(error, SaveError) else USAGE


# --- streams -------------------------------------------------------------------------------------


def _set_streams() -> None:
    """Write UTF-8, as files are written, whatever the locale is.

    A terminal gets the letters that it has, and escapes for others. Bytes of UTF-8 would be controls
    to a terminal of Latin letters.
    """
    # There is none where the shell has closed it, as in `entente check tracker.toml >&-`.
    sys.stdout = sys.stdout or _opened(os.O_RDONLY)
    sys.stderr = sys.stderr or _opened(os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _opened(flag: int) -> TextIO:
    """Return a stream to nowhere, which fails as a closed one does if it is opened for reading."""
    return os.fdopen(os.open(os.devnull, flag), "w", encoding="utf-8")


def _abandon(stream: TextIO) -> None:
    """Let what is left in the buffer go nowhere, or Python would complain of it at exit."""
    # A stream that a caller has put there may be no file.
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _complain(text: str) -> None:
    """Print to standard error, if somebody can read it."""
    with suppress(OSError):
        print(shown_lines(text), file=sys.stderr)


# --- arguments -----------------------------------------------------------------------------------


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Parse arguments; exit with a message if they are wrong, as argparse does."""
    parser = _parser()
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        # argparse itself would only say "unrecognized arguments", and not which there are.
        if options.command is _list and unknown[0].startswith("--"):
            _refuse_filter(unknown[0], options)
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    return options


def _refuse_filter(argument: str, options: argparse.Namespace) -> None:
    """Raise a `QueryError` that names the filters of a kind, for one that is not among them."""
    name, _, _ = argument.partition("=")
    hints = [f"there are {', '.join(options.filters)}"]
    suggestion = did_you_mean(name, options.filters)
    if suggestion is not None:
        hints.insert(0, suggestion)
    raise QueryError(
        f"{name!r} is not a filter of {options.records}; {' '.join(hints)}"
    )


class _Parser(argparse.ArgumentParser):
    """Escapes what it repeats of the arguments, which may be the names of any files."""

    def error(self, message: str) -> NoReturn:
        """Exit with the usage and a message."""
        super().error(shown(message))

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is sys.stdout:
            # argparse would hide that the help cannot be written.
            file.write(message)
        else:
            super()._print_message(message, file)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="entente",
        description="Query, check and convert dossiers of what governments promised each other.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"%(prog)s {version('entente-dossier')}",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands)
    _add_list(commands)
    _add_show(commands)
    _add_why(commands)
    _add_convert(commands)
    return parser


def _add_check(commands: Any) -> None:
    parser = commands.add_parser(
        "check", help="find what is wrong or weak in dossiers"
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="dossier to check"
    )
    parser.add_argument(
        "--sources",
        metavar="DIR",
        help="folder of the cited texts, as ID.txt, to verify citations with",
    )
    parser.add_argument(
        "--format",
        choices=tuple(_PRINTERS),
        default="text",
        help="format to print problems in (default: %(default)s)",
    )
    parser.add_argument(
        "--level",
        choices=[severity.value for severity in Severity],
        default=Severity.WARNING.value,
        help="lowest severity to report (default: %(default)s)",
    )
    _add_input_format(parser)
    parser.set_defaults(command=_check)


def _add_list(commands: Any) -> None:
    parser = commands.add_parser(
        "list", help="list the records of a kind that match"
    )
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    for kind in KINDS:
        _add_kind(kinds, kind)


_OPTIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "certain": {
        "action": "store_true",
        "default": None,
        "help": "list only records that certainly match",
    },
    "on": {"metavar": "DAY", "help": "day of the status or schedule"},
    "as_known": {"metavar": "DAY", "help": "ignore what was reported later"},
    "of": {"metavar": "PARTY", "help": "ask only what this party did"},
    "groupings": {
        "action": "store_true",
        "default": None,
        "help": "list what groupings of the party did, too",
    },
}
"""What else a `where` may take beside its keywords."""


def _add_kind(kinds: Any, kind: str) -> None:
    """Add a kind of record to ``list``, with an option for each keyword of its `where`."""
    parser = kinds.add_parser(kind, help=f"list {kind}", epilog=_ABOUT_FILTERS)
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    selection = getattr(Dossier(), kind)
    keywords: dict[str, str] = selection.questions()
    filters = parser.add_argument_group("filters")
    names: list[str] = []

    def add_filter(keyword: str, **settings: Any) -> None:
        name = f"--{keyword.replace('_', '-')}"
        filters.add_argument(name, dest=keyword, **settings)
        names.append(name)

    for keyword, takes in keywords.items():
        if takes == _YES_OR_NO:
            add_filter(keyword, action="append", type=_yes, metavar="YES|NO")
        else:
            add_filter(keyword, action="append", metavar=takes.upper())
    for option in inspect.signature(selection.where).parameters:
        if option in _OPTIONS:
            add_filter(option, **_OPTIONS[option])
    _add_input_format(parser)
    parser.set_defaults(
        command=_list,
        records=kind,
        keywords=tuple(keywords),
        filters=names,
    )


def _add_show(commands: Any) -> None:
    parser = commands.add_parser("show", help="print one record")
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument("id", metavar="ID", help="id of the record")
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="toml",
        help="format to print the record in (default: %(default)s)",
    )
    _add_input_format(parser)
    parser.set_defaults(command=_show)


def _add_why(commands: Any) -> None:
    parser = commands.add_parser(
        "why", help="explain the verdict on a commitment"
    )
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument("id", metavar="ID", help="id of the commitment")
    parser.add_argument(
        "--on", metavar="DAY", help="day of the verdict, such as 2024-01-30"
    )
    for option in ("as_known", "of"):
        name = f"--{option.replace('_', '-')}"
        parser.add_argument(name, **_OPTIONS[option])
    _add_input_format(parser)
    parser.set_defaults(command=_why)


def _add_convert(commands: Any) -> None:
    parser = commands.add_parser(
        "convert", help="write a dossier in another format"
    )
    parser.add_argument("path", metavar="IN", help="dossier to read")
    parser.add_argument(
        "out", metavar="OUT", help="file to write; its suffix counts"
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="write over what OUT holds already",
    )
    _add_input_format(parser)
    parser.set_defaults(command=_convert)


def _add_input_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="input_format",
        choices=tuple(FORMATS),
        default="toml",
        help="format of standard input (default: %(default)s)",
    )


def _yes(word: str) -> bool:
    if word not in {"yes", "no"}:
        raise argparse.ArgumentTypeError(f"{word!r} is neither yes nor no")
    return word == "yes"


# --- commands ------------------------------------------------------------------------------------


def _load(path: str, options: argparse.Namespace) -> Dossier:
    if path == "-":
        return loads(_standard_input(), format=options.input_format)
    return load(path)


def _standard_input() -> str:
    """Read standard input as UTF-8, as files are read, whatever the locale is."""
    # There is none where the shell has closed it.
    if sys.stdin is None:
        raise _unreadable("it is closed")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(os_reason(error)) from error
    except UnicodeDecodeError as error:
        message = f"standard input is not UTF-8: byte {error.start + 1} cannot be read"
        raise LoadError([Problem(message=message, rule="file")]) from error


def _unreadable(reason: str) -> LoadError:
    message = f"standard input cannot be read: {reason}"
    return LoadError([Problem(message=message, rule="file")])


def _check(options: argparse.Namespace) -> int:
    problems: list[Problem] = []
    for path in options.paths:
        problems += _problems_in(path, options)
    _PRINTERS[options.format](problems)
    return PROBLEMS if problems else CLEAN


def _problems_in(path: str, options: argparse.Namespace) -> Sequence[Problem]:
    """Return what is wrong in one dossier; if it cannot be loaded, why not."""
    try:
        dossier = _load(path, options)
    except LoadError as error:
        return error.problems
    problems: list[Problem | None] = [*check(dossier)]
    if options.sources is not None:
        findings = verify(dossier, sources=options.sources)
        problems += [finding.problem() for finding in findings]
    lowest = Severity(options.level)
    severe = [
        problem
        for problem in problems
        if problem is not None and problem.severity >= lowest
    ]
    # Lines and columns are looked up in the file, which standard input is not.
    return severe if path == "-" else locate(severe, path)


def _list(options: argparse.Namespace) -> int:
    question: dict[str, object] = {}
    for keyword in options.keywords:
        values = tuple(dict.fromkeys(getattr(options, keyword) or ()))
        # Both yes and no: either will do, so it is not a question.
        if values and set(values) != {True, False}:
            question[keyword] = values[0] if len(values) == 1 else values
    for keyword in _OPTIONS:
        value = getattr(options, keyword, None)
        if value is not None:
            question[keyword] = value
    selection = getattr(_load(options.path, options), options.records)
    # A terminal wraps what is wider than it is; a file or a pipe takes all.
    width = (
        shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    )
    print(shown_lines(selection.where(**question).table(width=width)))
    return CLEAN


def _show(options: argparse.Namespace) -> int:
    record = _load(options.path, options)[options.id]
    text = excerpt(record, format=options.format)
    if options.format == "yaml" and not is_plain(text):
        # Only texts in quotation marks may have escapes. JSON is YAML, too, and all its texts have.
        text = excerpt(record, format="json")
    print(escaped_data(text.strip(), options.format))
    return CLEAN


def _why(options: argparse.Namespace) -> int:
    if options.on is None:
        raise QueryError(
            "there is no verdict without a day; write one, such as --on 2024-01-30"
        )
    status = _load(options.path, options).status(
        options.id, on=options.on, as_known=options.as_known, of=options.of
    )
    print(shown_lines(str(status.explain())))
    return CLEAN


def _convert(options: argparse.Namespace) -> int:
    dossier = _load(options.path, options)
    save(dossier, options.out, replace=options.replace)
    return CLEAN


# --- printing problems ---------------------------------------------------------------------------


def _print_text(problems: Sequence[Problem]) -> None:
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for problem in problems:
        severity = problem.severity.value
        if coloured:
            severity = f"\x1b[{_COLOURS[problem.severity]}m{severity}\x1b[0m"
        print(severity, problem, f"[{problem.rule}]")


def _print_json(problems: Sequence[Problem]) -> None:
    rows = [
        asdict(problem) | {"path": format_location(problem.path)}
        for problem in problems
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    print(escaped_data(text, "json"))


def _print_github(problems: Sequence[Problem]) -> None:
    """Print workflow commands, which GitHub shows at the lines of a pull request."""
    for problem in problems:
        properties = {
            "file": problem.file,
            "line": problem.line,
            "col": problem.column,
            "title": problem.rule,
        }
        message = problem.message
        if problem.path:
            message = f"{format_location(problem.path)}: {message}"
        if problem.hint:
            message = f"{message}; {problem.hint}"
        command = _GITHUB_COMMANDS[problem.severity]
        print(workflow_command(command, properties, message))


_PRINTERS: Final[dict[str, Callable[[Sequence[Problem]], None]]] = {
    "text": _print_text,
    "json": _print_json,
    "github": _print_github,
}
