"""Commitments in the same words are related as their lineages say, however many and long these are."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from entente import Commitment, Dossier, Link, check
from entente.checks import _kinship
from entente.records._vocabulary import LinkKind

MUTUAL = (LinkKind.RECIPROCATES, LinkKind.REFERS_TO)
KINDS = (LinkKind.RESTATES, LinkKind.FULFILS, *MUTUAL)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Draw commitments in few words, with links and parts among them in no order."""
    count = draw(st.integers(2, 8))
    places = st.integers(0, count - 1)
    commitments = []
    for place in range(count):
        others = draw(
            st.lists(st.tuples(st.sampled_from(KINDS), places), max_size=3)
        )
        links = tuple(
            Link(kind=kind, target=f"c{other}")
            for kind, other in others
            # Only mutual links may lead back.
            if other < place or (kind in MUTUAL and other > place)
        )
        whole = draw(places)
        commitments.append(
            Commitment(
                id=f"c{place}",
                summary=draw(st.sampled_from("ab")),
                links=links,
                part_of=f"c{whole}" if whole < place else None,
            )
        )
    return Dossier(draw(st.permutations(commitments)))


def restated(dossier: Dossier, id: str) -> set[str]:
    """Return what a commitment restates, directly or on its way back."""
    return {
        step.target
        for step in dossier.lineage(id).before
        if step.kind is LinkKind.RESTATES
    }


def related(dossier: Dossier, id: str, other: str) -> bool:
    """Say whether one is in the lineage of the other, or both restate the same."""
    lineage = dossier.lineage(id)
    steps = (*lineage.before, *lineage.after)
    within = (*lineage.wholes, *lineage.parts)
    return (
        other in {step.record.id for step in steps}
        or other in {each.id for each in within}
        or not restated(dossier, id).isdisjoint(restated(dossier, other))
    )


@given(dossiers(), st.sampled_from([1, 2, 1_000]))
def test_those_in_the_same_words_are_told_by_their_lineages(
    dossier: Dossier, at_a_time: int
) -> None:
    """A commitment in the words of an earlier one is found if their lineages do not meet."""
    first: dict[str, str] = {}
    expected = [
        (each.id, other)
        for each in dossier.commitments
        if (other := first.setdefault(each.summary, each.id)) != each.id
        and not related(dossier, each.id, other)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_kinship, "_AT_A_TIME", at_a_time)
        found = check(dossier, rules="restatement-as-new")
    assert [(each.record, each.message) for each in found] == [
        (id, f"says the same as {other!r}") for id, other in expected
    ]


@pytest.mark.parametrize("words", ["all alike", "in pairs", "from both ends"])
def test_a_long_chain_in_the_same_words_is_walked_a_few_times(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lineages of a chain are not walked one by one, and nothing in it is found."""
    count = 3_000
    summaries = {
        "all alike": ["Do it."] * count,
        "in pairs": [f"Do {place // 2}." for place in range(count)],
        "from both ends": [
            f"Do {min(place, count - 1 - place)}." for place in range(count)
        ],
    }
    chain = [
        Commitment(
            id=f"c{place}",
            summary=summary,
            links=(Link(kind=LinkKind.SUPERSEDES, target=f"c{place - 1}"),)
            if place
            else (),
        )
        for place, summary in enumerate(summaries[words])
    ]
    walks = []
    collect = _kinship._collect

    def counted(*arguments: object) -> object:
        walks.append(arguments)
        return collect(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(_kinship, "_collect", counted)
    assert not check(Dossier(chain), rules="restatement-as-new")
    # Five walks for each thousand of those that others are compared with.
    assert len(walks) <= 10
