"""Laws of dossiers: order, changes, merging and broken references."""

from __future__ import annotations

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import assume, given, strategies as st

from entente import Dossier
from entente.errors import DossierError
from entente.records._model import KINDS, Theme
from entente.records._states import state_name
from entente.records._walk import references
from entente.strategies import dossiers
from law_helpers import LAW, by_id, closed, put, word_for
from plain_scan import selections

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
        naming = {
            other.id
            for other in dossier.records
            if other is not record
            and record.id in {id for _, id, _ in references(other)}
        }
        if naming and state_name(record.id) is None:
            with pytest.raises(DossierError) as caught:
                dossier.without(record.id)
            assert {
                problem.record for problem in caught.value.problems
            } == naming
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
            assert {problem.path for problem in caught.value.problems} == named
            assert len(caught.value.problems) == len(named)
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
