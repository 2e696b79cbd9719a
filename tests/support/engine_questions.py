"""Questions of all kinds to a dossier and to the tables of it in an engine, whose answers are compared."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise, product
from operator import itemgetter
from random import Random
from typing import Any

from hypothesis import strategies as st

import entente
from entente import Dossier, Period, exports
from entente.asking._criteria import Combination, Question
from entente.asking._keywords import (
    Actors,
    Dates,
    Texts,
    Words,
    YesNo,
)
from entente.exports._answers import keywords_of
from entente.records._index import kind_of
from entente.records._model import KINDS
from entente.strategies import dossiers, periods
from full_dossier import FULL
from plain_scan import FAMILY, FIGURES

DAYS = ("2021-06-30", "2024-03-15", "2025-01-01")


def asked_of(
    dossier: Dossier, windows: list[Period]
) -> dict[str, list[Question]]:
    """Return questions to each kind of record of a dossier: each keyword with each value that it may have."""
    return {
        kind: [
            getattr(dossier, kind).where(**asked).criteria
            for asked in _arguments(dossier, kind, windows)
        ]
        for kind in KINDS
    }


def _arguments(
    dossier: Dossier, kind: str, windows: list[Period]
) -> Iterator[dict[str, Any]]:
    selection = getattr(dossier, kind)
    parties = dossier.parties.ids
    for name, keyword in keywords_of(kind).items():
        terms: list[dict[str, Any]] = [{}]
        values: list[Any]
        if isinstance(keyword, Dates):
            values = [*windows, tuple(windows)]
            terms = [{}, {"certain": True}]
        elif isinstance(keyword, Words):
            values = [*keyword.words]
        elif isinstance(keyword, YesNo):
            values = [True, False]
        elif isinstance(keyword, Texts):
            values = [
                "?",
                *{
                    text
                    for each in selection
                    for text in keyword.answers(each)
                },
            ]
        else:
            every = [*dossier.records, *dossier.parties]
            ids = sorted(
                {
                    each.id
                    for each in every
                    if {kind_of(each), "record"} & {*keyword.kinds}
                }
            )
            values = [*ids, *([tuple(ids)] if len(ids) > 1 else [])]
        if isinstance(keyword, Actors):
            terms = [
                {"certain": sure, "groupings": wide}
                for sure, wide in product((False, True), repeat=2)
            ]
        if keyword.of_status:
            terms = [{"on": day} for day in DAYS] + (
                [] if keyword.needs_day else [{}]
            )
        if keyword.takes_party:
            terms += [
                {**each, "of": party}
                for each in terms
                for party in parties[:3]
            ]
        for value, term in product(values, terms):
            yield {name: value, **term}


def assert_same_answers(
    dossier: Dossier, lake: exports.Lake, asked: list[tuple[str, Question]]
) -> None:
    """Compare the answers of an engine with those of the dossier, in their order."""
    for kind, question in asked:
        found = lake.ask(kind, question).select("id").to_pyarrow()["id"]
        expected = getattr(dossier, kind).ask(question).ids
        said = kind, " and ".join(map(str, question))
        assert tuple(found.to_pylist()) == expected, said


WINDOWS = [
    Period(text)
    for text in (
        "2024", "2024-03-05", "2024-21", "2023-05/..", "/2024-04", "2024-04?", "2024~", "XXXX-12-25",
        "[2024-03,2024-05]", "[..2023]", "0001/9999", "202X-03-XX/2024",
    )
]  # fmt: skip
"""Dates of each shape."""


RICH = {
    "full": FULL,
    "family": FAMILY,
    "figures": FIGURES,
    "channel": entente.example("channel-2020-2024"),
}
"""Dossiers with an answer to each keyword."""


ASKED = int(os.environ.get("ENTENTE_ENGINE_QUESTIONS", "10"))
"""How many questions to each of these are put to an engine, which takes long: some thousands are all."""


def some_questions(
    name: str, count: int = ASKED
) -> list[tuple[str, Question]]:
    """Return some questions to one of these: alone, and combined."""
    dossier = RICH[name]
    asked = [
        (kind, question)
        for kind, questions in asked_of(dossier, WINDOWS).items()
        for question in questions
    ]
    # Which ones does not matter.
    chosen = Random(name).sample(asked, min(count, len(asked)))  # noqa: S311
    both: list[tuple[str, Question]] = [
        (kind, (Combination(operator, left, right),))
        for (kind, left), (other, right) in pairwise(
            sorted(chosen, key=itemgetter(0))
        )
        if kind == other
        for operator in "-"
    ]
    return chosen + both[: count // 2]


@st.composite
def questions(draw: st.DrawFn) -> tuple[Dossier, list[tuple[str, Question]]]:
    """Make a dossier and questions to it, some of them combined."""
    dossier = draw(dossiers())
    windows = draw(st.lists(periods(), min_size=1, max_size=2))
    asked = {
        kind: each
        for kind, each in asked_of(dossier, windows).items()
        if each and getattr(dossier, kind)
    }

    def question(kind: str) -> st.SearchStrategy[Question]:
        single = st.sampled_from(asked[kind])
        several = st.builds(
            lambda *given: (Combination(*given),),
            st.sampled_from("&|-"),
            single,
            single,
        )
        return single | several

    drawn = st.sampled_from(sorted(asked)).flatmap(
        lambda kind: st.tuples(st.just(kind), question(kind))
    )
    found = draw(st.lists(drawn, min_size=1, max_size=4)) if asked else []
    return dossier, found
