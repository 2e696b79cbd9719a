"""Laws of questions: each keyword answers as a plain scan does."""

from __future__ import annotations

import inspect
import itertools

import pytest
from hypothesis import example, given, strategies as st

from entente import Dossier, Period
from entente.records._model import KINDS
from entente.strategies import dossiers, periods
from law_helpers import LAW
from plain_scan import (
    ACTING,
    DATES,
    FAMILY,
    FIGURES,
    FLAGS,
    IDS,
    TABLES,
    TEXTS,
    WORDS,
    acts,
    known_ids,
    may_meet,
    must_meet,
    names,
    selections,
    windows,
)

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize("kind", KINDS)
def test_every_keyword_is_held_to_these_laws(kind: str) -> None:
    """The tables name every keyword of each `where`, and no other."""
    selection = getattr(Dossier(), kind)
    named = {keyword for table in TABLES for keyword in table.get(kind, {})}
    assert set(selection.questions()) == named
    terms = {
        "certain",
        "groupings",
        "on",
        "as_known",
        "of",
    } & inspect.signature(selection.where).parameters.keys()
    assert (
        inspect.signature(selection.where).parameters.keys() == named | terms
    )
    assert ("certain" in terms) == (kind in DATES)


@pytest.mark.usefixtures("answered")
@LAW
@example(FAMILY)
@given(dossiers())
def test_ids_are_answered_by_a_plain_scan(dossier: Dossier) -> None:
    """An id finds the records that name it, or name what is included in it, and no others."""
    for kind, selection in selections(dossier).items():
        for keyword, (_, kinds) in IDS[kind].items():
            for id in known_ids(dossier, kinds) if selection else ():
                expected = tuple(
                    record.id
                    for record in selection
                    if names(dossier, kind, keyword, record, id)
                )
                assert selection.where(**{keyword: id}).ids == expected, (
                    kind,
                    keyword,
                    id,
                )


@pytest.mark.usefixtures("answered")
@LAW
@example(dossier=FAMILY, certain=False, groupings=True)
@example(dossier=FAMILY, certain=True, groupings=False)
@given(dossier=dossiers(), certain=st.booleans(), groupings=st.booleans())
def test_who_acts_is_answered_by_a_plain_scan(
    dossier: Dossier, *, certain: bool, groupings: bool
) -> None:
    """A party is found by the offices that its ministers may have held, or must have, and by groupings."""
    commitments = dossier.commitments
    for keyword in ACTING:
        _, kinds = IDS["commitments"][keyword]
        ids = known_ids(dossier, kinds) if commitments else []
        for asked in (*((id,) for id in ids), *itertools.pairwise(ids)):
            expected = tuple(
                record.id
                for record in commitments
                if acts(
                    dossier,
                    keyword,
                    record,
                    asked,
                    certain=certain,
                    groupings=groupings,
                )
            )
            found = commitments.where(
                **{keyword: asked},  # type: ignore[arg-type]
                certain=certain,
                groupings=groupings,
            )
            assert found.ids == expected, (keyword, asked)


def test_offices_that_follow_one_another_count_together() -> None:
    """Who went from one British office to another in March acted for Britain all the month."""
    by = FAMILY.commitments.where
    assert by(by=("GB", "secretary"), certain=True).ids == ("stay",)
    assert by(by=("secretary", "deputy"), certain=True).ids == ("stay",)
    assert by(by="deputy", certain=True).ids == ()
    assert by(by="deputy").ids == ("stay", "leave")
    assert set(by(by=("GB", "FR"), certain=True).ids) >= {"stay", "leave"}
    assert "leave" not in by(by="GB", certain=True).ids


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers())
def test_texts_are_answered_by_a_plain_scan(dossier: Dossier) -> None:
    """A text finds the records that hold it, letter by letter."""
    for kind, selection in selections(dossier).items():
        for keyword, ask in TEXTS[kind].items():
            held = {text for record in selection for text in ask(record)}
            for text in (*held, "?"):
                expected = tuple(
                    record.id for record in selection if text in ask(record)
                )
                assert selection.where(**{keyword: text}).ids == expected


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers())
def test_words_and_flags_are_answered_by_a_plain_scan(
    dossier: Dossier,
) -> None:
    """A word, as a member or as text, finds the records that say it; True and False part all records."""
    for kind, selection in selections(dossier).items():
        for keyword, (ask, words) in WORDS.get(kind, {}).items():
            for word in words:
                expected = tuple(
                    record.id for record in selection if word in ask(record)
                )
                assert selection.where(**{keyword: word}).ids == expected, (
                    kind,
                    keyword,
                    word,
                )
                assert selection.where(**{keyword: word.value}).ids == expected
        for keyword, test in FLAGS.get(kind, {}).items():
            for flag in (True, False):
                expected = tuple(
                    record.id for record in selection if test(record) is flag
                )
                assert selection.where(**{keyword: flag}).ids == expected, (
                    kind,
                    keyword,
                    flag,
                )


@pytest.mark.usefixtures("answered")
@LAW
@example(FIGURES, [Period("2024-03"), Period("2024-04"), Period("2024-05")])
@example(FIGURES, [Period("2023-05-15"), Period("2024-04?")])
@given(dossiers(), st.lists(periods(), min_size=1, max_size=2))
def test_dates_are_answered_by_a_plain_scan(
    dossier: Dossier, drawn: list[Period]
) -> None:
    """A date finds records that may share a day with it; with `certain`, that must; several count together."""
    every = [*drawn, *windows(dossier)]
    for kind, table in DATES.items():
        selection = getattr(dossier, kind)
        for keyword in table:
            questions = [(each,) for each in every] + [
                tuple(drawn),
                tuple(every),
            ]
            for asked in questions if selection else ():
                value = asked if len(asked) > 1 else asked[0]
                possible, certain = (
                    selection.where(**{keyword: value, "certain": sure})
                    for sure in (False, True)
                )
                said = (kind, keyword, asked)
                assert possible.ids == tuple(
                    record.id
                    for record in selection
                    if may_meet(dossier, kind, keyword, record, asked)
                ), said
                for record in selection:
                    must = must_meet(dossier, kind, keyword, record, asked)
                    assert must in (None, record in certain), said
                assert certain - possible == selection[:0]
                texts = tuple(map(str, asked))
                assert selection.where(**{keyword: texts}) == possible
