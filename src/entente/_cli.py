"""The command ``entente``: thin, each command one call of the library."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from io import TextIOWrapper
from typing import Final

from attrs import asdict

from entente._dossier import Dossier
from entente.asking._selections import CLOCKED
from entente.checks import check
from entente.errors import EntenteError, LoadError, Problem, Severity, format_location
from entente.evidence import verify
from entente.files._formats import FORMATS
from entente.files._loading import load, loads, locate
from entente.files._saving import excerpt, save
from entente.records._model import KINDS

CLEAN, PROBLEMS, USAGE = 0, 1, 2

_EXAMPLES: Final = """examples:
  entente check tracker.toml                             find what is wrong in a dossier
  entente check dossiers/ --sources texts/               hold its citations against the texts, too
  entente list commitments tracker.toml --theme small-boats --made 2024
  entente list commitments tracker.toml --schedule overdue --on 2024-12-31
  entente show tracker.toml small-boat-arrivals          print one record
  entente convert tracker.toml tracker.json              write it in another format

A dossier is a file (.json, .toml, .yaml) or a folder of them; - reads standard input.
Exit codes: 0 clean, 1 problems, 2 wrong usage."""

_YES_OR_NO: Final = "yes or no"

_COLOURS: Final = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 problems, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # not every terminal has every letter
    asked = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = asked.command
    try:
        code = command(asked)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except LoadError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except EntenteError as error:
        print(f"entente: {error}", file=sys.stderr)
        return USAGE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="entente",
        description="Ask, check and convert dossiers of what governments promised each other.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"%(prog)s {version('entente-dossier')}"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    checks = commands.add_parser("check", help="find what is wrong or weak in dossiers")
    checks.add_argument("paths", nargs="+", metavar="PATH")
    checks.add_argument(
        "--sources", metavar="DIR", help="folder of the cited texts, ID.txt each"
    )
    checks.add_argument("--format", choices=tuple(_PRINTERS), default="text")
    checks.add_argument(
        "--level",
        choices=[severity.value for severity in Severity],
        default=Severity.WARNING.value,
        help="the least that is told and counts as a problem (default: %(default)s)",
    )
    checks.set_defaults(command=_check)

    lists = commands.add_parser("list", help="list the records of a kind that fit")
    kinds = lists.add_subparsers(required=True, metavar="KIND")
    for kind in KINDS:
        selection = kinds.add_parser(kind, help=f"list {kind}")
        selection.add_argument("path", metavar="PATH")
        questions: dict[str, str] = getattr(Dossier(), kind).questions()
        for keyword, takes in questions.items():
            option, read = (
                f"--{keyword.replace('_', '-')}",
                _yes if takes == _YES_OR_NO else str,
            )
            selection.add_argument(
                option, dest=keyword, type=read, action="append", metavar=takes.upper()
            )
        if "date" in questions.values():
            selection.add_argument(
                "--certain",
                action="store_true",
                default=None,
                help="only what must match",
            )
        if set(CLOCKED) & set(questions):
            selection.add_argument(
                "--on",
                metavar="DAY",
                help="the day for which a status or schedule is asked",
            )
            selection.add_argument(
                "--as-known", metavar="DAY", help="as it was known on that day"
            )
        selection.set_defaults(
            command=_list, selection=kind, questions=tuple(questions)
        )

    shows = commands.add_parser("show", help="print one record")
    shows.add_argument("path", metavar="PATH")
    shows.add_argument("id", metavar="ID")
    shows.add_argument("--format", choices=tuple(FORMATS), default="toml")
    shows.set_defaults(command=_show)

    converts = commands.add_parser("convert", help="write a dossier in another format")
    converts.add_argument("path", metavar="IN")
    converts.add_argument("out", metavar="OUT")
    converts.set_defaults(command=_convert)

    for subparser in (checks, shows, converts, *kinds.choices.values()):
        subparser.add_argument(
            "--from",
            dest="input",
            choices=tuple(FORMATS),
            default="toml",
            help="format of standard input",
        )
    return parser


def _yes(word: str) -> bool:
    if word not in ("yes", "no"):
        raise argparse.ArgumentTypeError("write yes or no")
    return word == "yes"


def _load(asked: argparse.Namespace, path: str) -> Dossier:
    return loads(_standard_input(), format=asked.input) if path == "-" else load(path)


def _standard_input() -> str:
    """Read standard input as files are read: as UTF-8, whatever the locale says."""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"standard input is not UTF-8: byte {error.start + 1} cannot be read"
        raise LoadError([Problem(message=message, rule="file")]) from error


def _check(asked: argparse.Namespace) -> int:
    told: list[Problem] = []
    for path in asked.paths:
        try:
            dossier = _load(asked, path)
        except LoadError as error:
            told += error.problems
            continue
        problems = list(check(dossier))
        if asked.sources is not None:
            findings = (
                finding.problem() for finding in verify(dossier, sources=asked.sources)
            )
            problems += [problem for problem in findings if problem is not None]
        least = list(Severity).index(Severity(asked.level))
        problems = [
            problem
            for problem in problems
            if list(Severity).index(problem.severity) <= least
        ]
        told += problems if path == "-" else locate(problems, path)
    _PRINTERS[asked.format](told)
    return PROBLEMS if told else CLEAN


def _list(asked: argparse.Namespace) -> int:
    selection = getattr(_load(asked, asked.path), asked.selection)
    given = {keyword: getattr(asked, keyword) for keyword in asked.questions}
    wanted = {
        keyword: values[0] if len(set(values)) == 1 else tuple(values)
        for keyword, values in given.items()
        if values and set(values) != {True, False}  # either will do, so it is not asked
    }
    wanted |= {
        name: value
        for name in ("certain", "on", "as_known")
        if (value := getattr(asked, name, None))
    }
    # A terminal wraps what is wider than it is; a file or a pipe takes all.
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    print(selection.where(**wanted).table(width=width))
    return CLEAN


def _show(asked: argparse.Namespace) -> int:
    print(excerpt(_load(asked, asked.path)[asked.id], format=asked.format).strip())
    return CLEAN


def _convert(asked: argparse.Namespace) -> int:
    save(_load(asked, asked.path), asked.out)
    return CLEAN


def _print_text(problems: Sequence[Problem]) -> None:
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for problem in problems:
        word = problem.severity.value
        print(
            f"\x1b[{_COLOURS[problem.severity]}m{word}\x1b[0m" if coloured else word,
            problem,
            f"[{problem.rule}]",
        )


def _print_json(problems: Sequence[Problem]) -> None:
    rows = [
        asdict(problem) | {"path": format_location(problem.path)}
        for problem in problems
    ]
    print(json.dumps(rows, ensure_ascii=False, indent=2))


def _print_github(problems: Sequence[Problem]) -> None:
    """Print workflow commands, which GitHub shows beside the lines of a change."""
    words = {
        Severity.ERROR: "error",
        Severity.WARNING: "warning",
        Severity.INFO: "notice",
    }
    for problem in problems:
        places = {
            "file": problem.file,
            "line": problem.line,
            "col": problem.column,
            "title": problem.rule,
        }
        where = ",".join(
            f"{name}={_escaped(str(value), also=',:')}"
            for name, value in places.items()
            if value
        )
        said = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
        message = ": ".join(
            part for part in (format_location(problem.path), said) if part
        )
        print(f"::{words[problem.severity]} {where}::{_escaped(message)}")


def _escaped(text: str, *, also: str = "") -> str:
    for letter in "%\r\n" + also:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text


_PRINTERS: Final[dict[str, Callable[[Sequence[Problem]], None]]] = {
    "text": _print_text,
    "json": _print_json,
    "github": _print_github,
}
