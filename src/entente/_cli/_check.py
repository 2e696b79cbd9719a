"""``entente check``: find what is wrong or weak in dossiers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, Final

from entente._cli._codes import CLEAN, PROBLEMS
from entente._cli._printing import PRINTERS
from entente._cli._progress import working
from entente._cli._reading import add_input_format, read
from entente._cli._summary import count_text, file_name, summarise
from entente._dossier import Dossier
from entente.checks import check
from entente.drafting._writing import unreviewed
from entente.errors import LoadError, Problem, Severity
from entente.evidence import verify
from entente.files._loading import locate

EXAMPLES: Final = """\
  entente check tracker.toml                             find what is wrong in a dossier
  entente check dossiers/ --sources texts/               compare its citations with the texts, too
"""


def add(commands: Any) -> None:
    """Add the command."""
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
        choices=tuple(PRINTERS),
        default="text",
        help="format to print problems in (default: %(default)s)",
    )
    parser.add_argument(
        "--level",
        choices=[severity.value for severity in Severity],
        default=Severity.WARNING.value,
        help="lowest severity to report (default: %(default)s)",
    )
    add_input_format(parser)
    parser.set_defaults(command=_check)


def _check(options: argparse.Namespace) -> int:
    problems: list[Problem] = []
    count = 0
    unread = 0
    for path in options.paths:
        try:
            dossier = read(path, options)
        except LoadError as error:
            problems += error.problems
            unread += 1
        else:
            count += len(dossier.records)
            problems += _problems_in(dossier, path, options)
    PRINTERS[options.format](problems)
    if options.format == "text":
        summarise(_summary(options.paths, count, problems, unread))
    return PROBLEMS if problems else CLEAN


def _summary(
    paths: Sequence[str], count: int, problems: Sequence[Problem], unread: int
) -> str:
    """Say how many problems there are in which dossiers, and how many of these could not be loaded."""
    several = len(paths) > 1
    where = f"{len(paths):,} dossiers" if several else file_name(paths[0])
    found = count_text(problems, "problem")
    if unread < len(paths):
        found = f"{count_text(count, 'record')} in {where}, {found}"
    if unread:
        which = f"{unread:,} of {where}" if several else where
        found = f"{found}; {which} could not be loaded"
    return found


@working("checking")
def _problems_in(
    dossier: Dossier, path: str, options: argparse.Namespace
) -> Sequence[Problem]:
    """Return what is wrong in a dossier."""
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
    if path == "-":
        return severe
    drafts = [each for each in unreviewed(path) if each.severity >= lowest]
    return [*drafts, *locate(severe, path)]
