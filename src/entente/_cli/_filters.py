"""The filters of commands: an option for each keyword of a `where`."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Sequence
from functools import partial
from typing import Any, Final, NoReturn

from entente._cli._parsing import QUESTION_OPTIONS, option_of
from entente._dossier import Dossier
from entente._text import did_you_mean, either
from entente.asking._selections import Commitments
from entente.errors import QueryError
from entente.records._habits import stands_for
from entente.records._model import KINDS

ABOUT_FILTERS: Final = """Records that match all filters are listed; a filter given twice matches
either value. A theme includes its narrower themes, a party its bodies and offices. A date is a
year, month, day or span, such as 2024, 2024-03, 2024-01-30 or 2024-03/2024-06. Records with vague
dates are listed if they may match."""

_ABOUT_A_DAY: Final = ("status", "declared", "assessed", "schedule")
"""The keywords for which a day counts."""

YES_OR_NO: Final = "yes or no"

_HELP: Final = {
    "text": "a text, as it is written",
    "date": "a date or span, such as 2024 or 2024-03/2024-06",
    YES_OR_NO: "yes or no",
}
"""What the values of keywords are, but for words and ids."""


def add_filters(
    parser: argparse.ArgumentParser,
    kind: str,
    *,
    leave_out: tuple[str, ...] = (),
) -> None:
    """Add an option for each keyword of the `where` of a kind, and for the day of a question."""
    selection = getattr(Dossier(), kind)
    filters = parser.add_argument_group("filters")
    names: list[str] = []

    def add_filter(keyword: str, **settings: Any) -> None:
        name = option_of(keyword)
        filters.add_argument(name, dest=keyword, **settings)
        names.append(name)

    keywords: dict[str, str] = selection.questions()
    for keyword, takes in keywords.items():
        values = selection.words(keyword)
        kinds = selection.named_kinds(keyword)
        about = {"action": "append", "help": _help(takes, values, kinds)}
        if takes == YES_OR_NO:
            add_filter(keyword, type=_yes, metavar="YES|NO", **about)
        else:
            add_filter(keyword, metavar=takes.upper(), **about)
    for option in inspect.signature(selection.where).parameters:
        if option in QUESTION_OPTIONS and option not in leave_out:
            add_filter(option, **QUESTION_OPTIONS[option])
    parser.set_defaults(
        refuse=partial(_refuse_filter, kind, names),
        records=kind,
        keywords=tuple(keywords),
    )


def _help(takes: str, words: tuple[str, ...], kinds: tuple[str, ...]) -> str:
    if words:
        return f"one of: {', '.join(words)}"
    return f"id of: {either(kinds)}" if kinds else _HELP[takes]


def _yes(word: str) -> bool:
    if word not in {"yes", "no"}:
        raise argparse.ArgumentTypeError(f"{word!r} is neither yes nor no")
    return word == "yes"


def _refuse_filter(
    kind: str, filters: Sequence[str], name: str, options: Sequence[str]
) -> NoReturn:
    """Raise a `QueryError` that names the filters of a kind, for an option that is not among them."""
    hints = [f"there are {', '.join(filters)}"]
    # What people call a key they call the filter, too.
    meant = stands_for(name.lstrip("-"), KINDS[kind])
    suggestion = did_you_mean(name, options)
    if meant is not None and option_of(meant) in filters:
        suggestion = f"did you mean {option_of(meant)!r}?"
    if suggestion is not None:
        hints.insert(0, suggestion)
    raise QueryError(f"{name!r} is not a filter of {kind}; {' '.join(hints)}")


def question_of(options: argparse.Namespace) -> dict[str, object]:
    """Return what is asked by the filters that were given."""
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
    return question


def check_day(
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


def chosen(
    dossier: Dossier, options: argparse.Namespace, day: str | None
) -> Commitments | None:
    """Return the commitments that the filters of a view choose, or None if there are no filters.

    Statuses that are asked for are those of the day of the view.
    """
    question = question_of(options)
    for name in ("on", "as_known"):
        question.pop(name, None)
    if not question:
        return None
    if not question.keys().isdisjoint(_ABOUT_A_DAY):
        question["on"] = day
        if options.as_known is not None:
            question["as_known"] = options.as_known
    check_day(question, options)
    # The parser has an option for each keyword, and for no others.
    return dossier.commitments.where(**question)  # type: ignore[arg-type]
