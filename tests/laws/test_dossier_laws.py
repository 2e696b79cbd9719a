"""Laws of dossiers: order, changes, merging and broken references."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import assume, given, strategies as st

from entente import Dossier, Problem, Record, Source, SourceKind, dumps, loads
from entente.errors import DossierError
from entente.records._model import KINDS, Theme
from entente.records._states import state_name
from entente.records._walk import references
from entente.strategies import dossiers
from law_helpers import FORMATS, LAW, by_id, closed, put, word_for
from plain_scan import selections

pytestmark = pytest.mark.no_cover

# --- dossiers


@LAW
@given(dossiers(), st.data())
def test_records_are_kept_by_kind_in_their_order(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Records are in the order of the kinds, within a kind as given; each is found by its id."""
    shuffled = data.draw(st.permutations(dossier.records))
    made = Dossier(shuffled)
    assert made.records == tuple(
        record
        for kind in KINDS.values()
        for record in shuffled
        if type(record) is kind
    )
    for record in dossier.records:
        assert dossier[record.id] is record
        assert record.id in dossier
    for kind, selection in selections(dossier).items():
        declared = [
            record for record in dossier.records if type(record) is KINDS[kind]
        ]
        assert [
            record for record in selection if record in declared
        ] == declared
        assert all(
            state_name(record.id)
            for record in selection
            if record not in declared
        )


@LAW
@given(dossiers())
def test_nothing_can_be_changed(dossier: Dossier) -> None:
    """Neither a dossier, nor a selection, nor a record can be changed; equal ones are one in a set."""
    with pytest.raises(FrozenInstanceError):
        dossier.records = ()  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        dossier.themes.records = ()  # type: ignore[misc]
    for record in dossier.records:
        with pytest.raises(FrozenInstanceError):
            record.id = "b"  # type: ignore[misc]
        assert len({record, evolve(record)}) == 1
    assert len({dossier, Dossier(dossier.records)}) == 1


@LAW
@given(dossiers(min_size=1), st.data())
def test_records_are_added_once_and_replaced_in_place(
    dossier: Dossier, data: st.DataObject
) -> None:
    """`with_records` adds new records and replaces known ones; doing it again changes nothing."""
    record = data.draw(st.sampled_from(dossier.records))
    fresh = Theme(id="no-such-theme", label="New")
    changed = evolve(record, note="changed")
    assert (
        dossier.with_records()
        == dossier.with_records(*dossier.records)
        == dossier
    )
    more = dossier.with_records(fresh, changed)
    assert (
        more.with_records(fresh, changed)
        == more.with_records(fresh).with_records(changed)
        == more
    )
    assert more.without(fresh.id) == Dossier(
        changed if each is record else each for each in dossier.records
    )
    assert more.with_records(record).without(fresh.id) == dossier
    with pytest.raises(DossierError, match="already"):
        dossier.with_records(changed, record)


@LAW
@given(dossiers())
def test_only_what_nobody_names_is_taken_away(dossier: Dossier) -> None:
    """`without` removes records unless others name them; a state needs no record to be named."""
    for record in dossier.records:
        naming = [
            other.id
            for other in dossier.records
            if other is not record
            for _, id, _ in references(other)
            if id == record.id
        ]
        if naming and state_name(record.id) is None:
            with pytest.raises(DossierError) as caught:
                dossier.without(record.id)
            problems = caught.value.problems
            assert {problem.record for problem in problems} <= {*naming}
            assert sum(map(places_told, problems)) == len(naming)
        else:
            less = dossier.without(record.id)
            assert less.records == tuple(
                each for each in dossier.records if each is not record
            )
            assert by_id(less.with_records(record).records) == by_id(
                dossier.records
            )
    assert dossier.without(*by_id(dossier.records)) == Dossier()
    assert dossier.without() == dossier


@LAW
@given(dossiers(), st.data())
def test_dossiers_are_merged_in_any_order(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Merging takes the records of both once; but for their order it does not matter which comes first."""
    one, other, third = (data.draw(closed(dossier)) for _ in range(3))
    both = one.merge(other)
    assert by_id(both.records) == by_id(one.records) | by_id(other.records)
    assert by_id(other.merge(one).records) == by_id(both.records)
    assert both.merge(third) == one.merge(other.merge(third))
    assert (
        one.merge(one) == one.merge(Dossier()) == Dossier().merge(one) == one
    )
    assert by_id(both.merge(dossier).records) == by_id(dossier.records)


@LAW
@given(dossiers(min_size=1), st.data())
def test_dossiers_that_differ_are_not_merged(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Dossiers with different records of one id are not merged; the error names the id."""
    changed = evolve(
        data.draw(st.sampled_from(dossier.records)), note="changed"
    )
    assume(changed not in dossier.records)
    with pytest.raises(DossierError) as caught:
        dossier.merge(dossier.with_records(changed))
    assert [problem.record for problem in caught.value.problems] == [
        changed.id
    ]


@LAW
@given(dossiers(min_size=1), st.data())
def test_a_record_does_not_take_the_place_of_another_kind(
    dossier: Dossier, data: st.DataObject
) -> None:
    """What has the id of a record of another kind is refused, before and after other changes."""
    record = data.draw(st.sampled_from(dossier.records))
    other = Source(id="other", title="Other", kind=SourceKind.READOUT)
    if isinstance(record, Source):
        stranger: Record = Theme(id=record.id, label="Other")
    else:
        assume(state_name(record.id) is None)
        stranger = evolve(other, id=record.id)
    with pytest.raises(DossierError) as caught:
        dossier.with_records(other, stranger)
    (problem,) = caught.value.problems
    assert problem.record == record.id
    assert f"without({record.id!r})" in str(problem)


@LAW
@given(dossiers(), st.data())
def test_a_part_is_the_least_that_is_whole(
    dossier: Dossier, data: st.DataObject
) -> None:
    """A part has what was asked for and all that it names, loads again, and is itself its part."""
    chosen = data.draw(
        st.lists(st.sampled_from(dossier.records), max_size=4)
        if dossier.records
        else st.just([])
    )
    part = dossier.only_with(chosen)
    ids = by_id(part.records)
    assert part.records == tuple(
        each for each in dossier.records if each.id in ids
    )
    assert set(by_id(chosen)) <= set(ids)
    named = {
        id
        for record in part.records
        for _, id, _ in references(record)
        if id in by_id(dossier.records)
    }
    assert named <= set(ids)
    # Nothing else: each record is one that was asked for, or is named by another of the part.
    for record in part.records:
        without = [each for each in part.records if each is not record]
        assert record in chosen or record.id in {
            id for each in without for _, id, _ in references(each)
        }
    assert part.only_with(chosen) == part.only_with(part.records) == part
    assert dossier.only_with(part.records) == part
    for format in FORMATS:
        assert loads(dumps(part, format=format), format=format) == part


@LAW
@given(dossiers())
def test_a_part_of_a_selection_holds_it(dossier: Dossier) -> None:
    """The part made of a selection has the same selection, but for states that nothing in it names."""
    for kind, selection in selections(dossier).items():
        part = dossier.only_with(selection)
        held = getattr(part, kind).ids
        assert {id for id in selection.ids if state_name(id) is None} <= set(
            held
        )
        assert all(part[id] == selection[id] for id in selection.ids)
    assert dossier.only_with(dossier.records) == dossier


def places_told(problem: Problem) -> int:
    """Count the places of a problem: its own, those that its message lists, and those that it counts."""
    others = re.search(r" \(also at (.*)\)$", problem.message)
    if others is None:
        return 1
    *listed, last = re.split(r", | and ", others[1])
    more = re.fullmatch(r"([0-9,]+) more", last)
    return 1 + len(listed) + (int(more[1].replace(",", "")) if more else 1)


def spots(dossier: Dossier) -> dict[str, tuple[str, int]]:
    """Return the kind of each record, and its position among that kind."""
    return {
        record.id: (name, place)
        for name, kind in KINDS.items()
        for place, record in enumerate(
            each for each in dossier.records if type(each) is kind
        )
    }


@LAW
@given(dossiers())
def test_a_broken_reference_is_reported_with_its_path(
    dossier: Dossier,
) -> None:
    """One reference that leads nowhere, or to a record of the wrong kind, is an error at its path, and no other."""
    for record in dossier.records:
        for path, _, kinds in references(record):
            wrong = [
                each.id
                for each in dossier.records
                if word_for(each) not in kinds
            ]
            for id in [
                "no-such-record",
                *([] if "record" in kinds else wrong[:1]),
            ]:
                broken = put(record, path, id)
                with pytest.raises(DossierError) as caught:
                    Dossier(
                        broken if each is record else each
                        for each in dossier.records
                    )
                (problem,) = caught.value.problems
                assert problem.path == (*spots(dossier)[record.id], *path)
                assert problem.record == record.id
                assert repr(id) in problem.message


@LAW
@given(dossiers())
def test_a_renamed_record_is_missed_wherever_it_is_named(
    dossier: Dossier,
) -> None:
    """After a record's id changes, every reference to the old one is reported."""
    for record in dossier.records:
        renamed = evolve(record, id="no-such-record")
        records = [
            renamed if each is record else each for each in dossier.records
        ]
        named = {
            (*spots(dossier)[was.id], *path)
            for was, each in zip(dossier.records, records, strict=True)
            for path, id, _ in references(each)
            if id == record.id and state_name(id) is None
        }
        if named:
            with pytest.raises(DossierError) as caught:
                Dossier(records)
            problems = caught.value.problems
            assert {problem.path for problem in problems} <= named
            assert sum(map(places_told, problems)) == len(named)
        else:
            assert len(Dossier(records).records) == len(records)


@LAW
@given(dossiers(min_size=1), st.data())
def test_an_id_of_two_records_is_an_error(
    dossier: Dossier, data: st.DataObject
) -> None:
    """No two records have one id, not even equal ones."""
    record = data.draw(st.sampled_from(dossier.records))
    with pytest.raises(DossierError) as caught:
        Dossier((*dossier.records, evolve(record)))
    assert [problem.rule for problem in caught.value.problems] == [
        "duplicate-id"
    ]
