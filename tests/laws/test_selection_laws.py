"""Laws of selections: questions together, sets, groups and order."""

from __future__ import annotations

import copy
import datetime
import operator
import pickle
from collections.abc import Callable
from functools import partial, reduce
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from entente import Dossier, Period, Record
from entente._comparing import as_compared
from entente.records._vocabulary import ReportedStatus
from entente.strategies import dossiers
from law_helpers import LAW
from plain_scan import (
    CLOCKED,
    DATES,
    FAMILY,
    FLAGS,
    IDS,
    TEXTS,
    WORDS,
    known_ids,
    selections,
    windows,
)

pytestmark = pytest.mark.no_cover

# --- questions together


def questions(
    dossier: Dossier, kind: str
) -> st.SearchStrategy[dict[str, Any]]:
    """Make keywords of a `where`, each with a value, or with several of which any may fit."""
    made: dict[str, st.SearchStrategy[Any]] = {}
    for keyword, (_, kinds) in IDS[kind].items():
        ids = known_ids(dossier, kinds)
        if ids:
            made[keyword] = st.sampled_from(ids)
    for keyword, (_, words) in WORDS.get(kind, {}).items():
        made[keyword] = st.sampled_from(words)
    for keyword, ask in TEXTS[kind].items():
        texts = [
            text for each in selections(dossier)[kind] for text in ask(each)
        ]
        made[keyword] = st.sampled_from([*texts, "?"])
    for keyword in DATES.get(kind, {}):
        made[keyword] = st.sampled_from(windows(dossier) or [Period("2024")])
    some = {
        keyword: values | st.lists(values, min_size=1, max_size=2).map(tuple)
        for keyword, values in made.items()
    }
    flags = dict.fromkeys(FLAGS.get(kind, {}), st.booleans())
    entries = [
        st.tuples(st.just(keyword), values)
        for keyword, values in {**some, **flags}.items()
    ]
    return (
        st.lists(
            st.one_of(entries), max_size=3, unique_by=lambda entry: entry[0]
        ).map(dict)
        if entries
        else st.just({})
    )


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers(), st.data())
def test_keywords_narrow_and_tuples_widen(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Keywords together mean `&`, and the values of a tuple mean `|`."""
    for kind, selection in selections(dossier).items():
        asked = data.draw(questions(dossier, kind))
        found = selection.where(**asked)
        assert set(found.ids) <= set(selection.ids)
        assert found.where(**asked) == found
        one_by_one = selection
        together = selection
        for keyword, value in asked.items():
            one_by_one = one_by_one.where(**{keyword: value})
            together &= selection.where(**{keyword: value})
            if isinstance(value, tuple):
                each = [
                    selection.where(**{keyword: single}) for single in value
                ]
                assert selection.where(**{keyword: value}) == reduce(
                    lambda left, right: left | right, each
                )
        assert one_by_one == found
        assert together == found


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers(), st.data())
def test_what_has_become_narrows_too(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Statuses and schedules combine with other keywords, and several words mean any."""
    asked = data.draw(questions(dossier, "commitments"))
    words = data.draw(
        st.lists(
            st.sampled_from(ReportedStatus),
            min_size=1,
            max_size=3,
            unique=True,
        )
    )
    on = data.draw(st.dates()).isoformat()
    stand = dossier.commitments.where(status=tuple(words), on=on)
    each = [dossier.commitments.where(status=word, on=on) for word in words]
    assert stand == reduce(lambda left, right: left | right, each)
    late = dossier.commitments.where(schedule="overdue", on=on)
    found = dossier.commitments.where(
        **asked, status=tuple(words), schedule="overdue", on=on
    )
    assert found == dossier.commitments.where(**asked) & stand & late


def some_of(selection: Any) -> st.SearchStrategy[Any]:
    """Make selections of some of the records, put together one by one and in any order."""
    places = st.lists(st.integers(0, max(len(selection) - 1, 0)), max_size=4)
    return places.map(
        lambda chosen: reduce(
            lambda left, at: left | selection[at : at + 1],
            chosen,
            selection[:0],
        )
    )


@LAW
@given(dossiers(), st.data())
def test_selections_are_sets_in_the_order_of_the_dossier(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Selections obey the laws of sets, and keep the order of their dossier."""
    every = data.draw(st.sampled_from(list(selections(dossier).values())))
    a, b, c = (data.draw(some_of(every)) for _ in range(3))
    nothing = every[:0]
    assert a & b == b & a
    assert a | b == b | a
    assert (a & b) & c == a & (b & c)
    assert (a | b) | c == a | (b | c)
    assert a & (b | c) == (a & b) | (a & c)
    assert a | (b & c) == (a | b) & (a | c)
    assert a & a == a | a == a - nothing == a | nothing == a & every == a
    assert a - a == a & nothing == a - every == nothing
    assert a | every == every
    assert a - (b | c) == (a - b) & (a - c) == a - b - c
    assert a - (b & c) == (a - b) | (a - c)
    assert (a - b) | (a & b) == a
    for found, ids in (
        (a & b, set(a.ids) & set(b.ids)),
        (a | b, set(a.ids) | set(b.ids)),
        (a - b, set(a.ids) - set(b.ids)),
    ):
        assert found.ids == tuple(id for id in every.ids if id in ids)
        assert list(found) == [every[id] for id in found.ids]
        assert len(found) == len(ids)
        assert hash(found) == hash(every[:0] | found)


OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "&": operator.and_,
    "|": operator.or_,
    "-": operator.sub,
}

COPIES: dict[str, Callable[[Any], Any]] = {
    "a copy": copy.copy,
    "a deep copy": copy.deepcopy,
    "a pickle": lambda value: pickle.loads(pickle.dumps(value)),  # noqa: S301
}


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers(), st.data())
def test_a_copy_of_a_selection_stands_for_it(
    dossier: Dossier, data: st.DataObject
) -> None:
    """However often it was asked, a selection is copied and pickled, and combines with its dossier's own."""
    for kind, every in selections(dossier).items():
        twin = COPIES[data.draw(st.sampled_from(sorted(COPIES)))]
        asked = data.draw(questions(dossier, kind))
        found = every.where(**asked)
        if kind == "commitments":
            # The indexes of status are built, too.
            every.where(schedule="overdue", on="2024-06-30")
        for own in (every, found, every[:1]):
            other = twin(own)
            assert type(other) is type(own)
            assert other == own
            assert hash(other) == hash(own)
            assert other.criteria == own.criteria
            assert other.where(**asked) == own.where(**asked)
            assert other & own == own & other == other | own == own
            assert (own - other).ids == (other - own).ids == ()
            assert every - other == twin(every) - own


def clocks(keyword: str) -> st.SearchStrategy[dict[str, Any]]:
    """Make the days and the party of a question: any for one about status, none for another."""
    if keyword not in CLOCKED:
        return st.just({})
    days = st.dates(datetime.date(2023, 1, 1), datetime.date(2025, 1, 1))
    return st.fixed_dictionaries(
        {"on": days},
        optional={"as_known": days, "of": st.sampled_from(["FR", "GB"])},
    )


@LAW
@example(FAMILY)
@given(dossiers())
def test_each_group_has_a_question_of_its_own(dossier: Dossier) -> None:
    """No two groups share their criteria, and each is found again by them alone."""
    for selection in selections(dossier).values():
        for keyword in selection.questions():
            clock = {"on": "2024-06-30"} if keyword in CLOCKED else {}
            groups = selection.group_by(keyword, **clock)
            asked = {members.criteria for members in groups.values()}
            assert len(asked) == len(groups)
            assert len({str(each) for (each,) in asked}) == len(groups)
            for members in groups.values():
                assert selection.ask(members.criteria) == members


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers(), st.data())
def test_criteria_are_enough_to_ask_again(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Whatever was asked, narrowed, grouped and combined, its criteria find the same records, and keep them."""
    for kind, every in selections(dossier).items():
        found = every
        for _ in range(data.draw(st.integers(0, 3))):
            step = data.draw(st.sampled_from(["where", "group", *"&|-"]))
            asked = data.draw(questions(dossier, kind))
            sure = {"certain": True} if kind in DATES else {}
            keyword = data.draw(st.sampled_from([*every.questions()]))
            clock = data.draw(clocks(keyword))
            if step == "where":
                found = found.where(
                    **asked, **data.draw(st.sampled_from([{}, sure]))
                )
            elif step == "group":
                groups = found.group_by(keyword, **clock)
                found = data.draw(st.sampled_from([*groups.values(), found]))
            else:
                words = {keyword: tuple(CLOCKED[keyword])[:2]} if clock else {}
                other = every.where(**asked).where(**words, **clock)
                found = OPERATORS[step](found, other)
        again = every.ask(found.criteria)
        assert again == found
        assert again.criteria == found.criteria
        assert found.ask(found.criteria) == found


def groups_of(
    dossier: Dossier, kind: str, keyword: str, record: Record
) -> list[str | None]:
    """Return the groups that a record should be in."""
    ask: Any
    if keyword in IDS[kind]:
        ask, _ = IDS[kind][keyword]
        values = list(ask(record))
    elif keyword in FLAGS.get(kind, {}):
        return ["yes" if FLAGS[kind][keyword](record) else "no"]
    elif keyword in WORDS.get(kind, {}):
        ask, _ = WORDS[kind][keyword]
        values = list(ask(record))
    elif keyword in TEXTS[kind]:
        # Texts that look the same are one group.
        values = list(map(as_compared, TEXTS[kind][keyword](record)))
    else:
        # A date of which the words are all that is known is grouped by them.
        values = [
            f"“{date.stated}”" if date and date.in_words_only else date
            for date in DATES[kind][keyword](record, dossier)
        ]
    return [str(value) for value in values if value is not None] or [None]


@LAW
@example(FAMILY)
@given(dossiers())
def test_groups_hold_each_record_by_each_of_its_answers(
    dossier: Dossier,
) -> None:
    """A record is once in the group of each of its values, or in that of None; counts agree."""
    for kind, selection in selections(dossier).items():
        for keyword in set(selection.questions()) - set(CLOCKED):
            groups = selection.group_by(keyword)
            expected: dict[str | None, list[str]] = {}
            for record in selection:
                for group in dict.fromkeys(
                    groups_of(dossier, kind, keyword, record)
                ):
                    expected.setdefault(group, []).append(record.id)
            assert {
                group: list(members.ids) for group, members in groups.items()
            } == expected
            counts = selection.count_by(keyword)
            assert counts == {
                group: len(ids) for group, ids in expected.items()
            }
            assert list(counts.values()) == sorted(
                counts.values(), reverse=True
            )
            assert all(
                type(members) is type(selection) for members in groups.values()
            )


def rank(
    dossier: Dossier, kind: str, keyword: str, record: Record
) -> tuple[Any, ...]:
    """Return what a record should be sorted by; those without an answer come last."""
    values: list[Any]
    if keyword in FLAGS.get(kind, {}):
        return (FLAGS[kind][keyword](record),)
    if keyword in IDS[kind]:
        values = [id for id in IDS[kind][keyword][0](record) if id is not None]
    elif keyword in WORDS.get(kind, {}):
        ask, words = WORDS[kind][keyword]
        values = [
            list(words).index(word) for word in ask(record) if word is not None
        ]
    elif keyword in TEXTS[kind]:
        values = list(map(as_compared, TEXTS[kind][keyword](record)))
    else:
        found = [
            period
            for period in DATES[kind][keyword](record, dossier)
            if period is not None
        ]
        values = sorted(
            (
                period.earliest or datetime.date.min,
                period.latest or datetime.date.max,
            )
            for period in found
        )
    return (values == [], values)


@LAW
@given(dossiers())
def test_sorting_keeps_all_records_and_the_order_of_equals(
    dossier: Dossier,
) -> None:
    """A sorted selection has the same records in order, last those without an answer, equals as they were."""
    for kind, selection in selections(dossier).items():
        assert selection.sort("id").ids == tuple(sorted(selection.ids))
        for keyword in set(selection.questions()) - set(CLOCKED):
            ordered = sorted(
                selection, key=partial(rank, dossier, kind, keyword)
            )
            assert list(selection.sort(keyword)) == ordered, (kind, keyword)
            backward = list(selection.sort(keyword, reverse=True))
            ranks = [
                rank(dossier, kind, keyword, record) for record in backward
            ]
            assert ranks == sorted(ranks, reverse=True)
            assert sorted(record.id for record in backward) == sorted(
                selection.ids
            )
