"""Where a commitment comes from, what came after it, and its parts."""

from __future__ import annotations

import pytest

from entente import (
    Act,
    Agreement,
    Commitment,
    Dossier,
    Event,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Statement,
    Theme,
)
from entente.answers._lineage import Lineage, LineageStep, lineage
from entente.errors import DossierError, UnknownIdError
from entente.records._index import RecordIndex


def made(id: str, *links: str, part_of: str | None = None) -> Commitment:
    """Make a commitment with links, each written as ``"kind target"``."""
    pairs = (link.split() for link in links)
    return Commitment(
        id=id,
        summary=f"Do {id}.",
        part_of=part_of,
        links=tuple(
            Link(kind=LinkKind(kind), target=target) for kind, target in pairs
        ),
    )


def lines(steps: tuple[LineageStep, ...]) -> list[str]:
    """Write steps as ``"source kind target"``."""
    return [f"{step.source} {step.kind} {step.target}" for step in steps]


def test_a_commitment_alone_has_no_lineage() -> None:
    """It builds on nothing and nothing builds on it."""
    only = made("only")
    assert Dossier([only]).lineage("only") == Lineage(
        commitment=only, before=(), after=(), wholes=(), parts=()
    )


@pytest.mark.parametrize("kind", list(LinkKind))
def test_every_kind_of_link_is_followed_both_ways(kind: LinkKind) -> None:
    """From the later to the earlier it leads before, from the earlier to the later after."""
    dossier = Dossier([made("early"), made("late", f"{kind} early")])
    (before,) = dossier.lineage("late").before
    (after,) = dossier.lineage("early").after
    assert before == LineageStep(
        kind=kind, source="late", target="early", record=dossier["early"]
    )
    assert after == LineageStep(
        kind=kind, source="late", target="early", record=dossier["late"]
    )
    assert (
        dossier.lineage("late").after == dossier.lineage("early").before == ()
    )


def test_links_are_followed_all_the_way_nearest_first() -> None:
    """What is linked itself comes before what that is linked to."""
    dossier = Dossier(
        [
            made("first"),
            made("second", "extends first"),
            made("other", "amends first"),
            made("third", "restates second", "accelerates other"),
        ]
    )
    assert lines(dossier.lineage("third").before) == [
        "third restates second",
        "third accelerates other",
        "second extends first",
        "other amends first",
    ]
    assert lines(dossier.lineage("first").after) == [
        "second extends first",
        "other amends first",
        "third restates second",
        "third accelerates other",
    ]
    assert lines(dossier.lineage("second").before) == ["second extends first"]
    assert lines(dossier.lineage("second").after) == ["third restates second"]


def test_what_two_ways_lead_to_is_followed_once() -> None:
    """Both links to a record are listed, and what it builds on once."""
    dossier = Dossier(
        [
            made("root"),
            made("stem", "extends root"),
            made("left", "extends stem"),
            made("right", "amends stem"),
            made("top", "implements left", "implements right"),
        ]
    )
    assert lines(dossier.lineage("top").before) == [
        "top implements left",
        "top implements right",
        "left extends stem",
        "right amends stem",
        "stem extends root",
    ]


def test_lineage_runs_through_agreements_and_ends_at_meetings() -> None:
    """An agreement's own links are followed too; a meeting has none."""
    dossier = Dossier(
        [
            Meeting(id="summit", name="Summit", state=MeetingState.HELD),
            Agreement(id="old-deal", name="Old deal"),
            Agreement(
                id="deal",
                name="Deal",
                links=(Link(kind=LinkKind.SUPERSEDES, target="old-deal"),),
            ),
            made("pledge", "implements deal", "implements summit"),
            Agreement(
                id="protocol",
                name="Protocol",
                links=(Link(kind=LinkKind.FULFILS, target="pledge"),),
            ),
        ]
    )
    found = dossier.lineage("pledge")
    assert lines(found.before) == [
        "pledge implements deal",
        "pledge implements summit",
        "deal supersedes old-deal",
    ]
    assert [step.record for step in found.before] == [
        dossier[id] for id in ("deal", "summit", "old-deal")
    ]
    assert lines(found.after) == ["protocol fulfils pledge"]


def test_parts_are_found_at_any_depth_and_wholes_outward() -> None:
    """The parts of parts belong to the whole; the nearest whole comes first."""
    dossier = Dossier(
        [
            made("whole"),
            made("left", part_of="whole"),
            made("right", part_of="whole"),
            made("left-half", part_of="left"),
        ]
    )
    found = dossier.lineage("whole")
    assert [part.id for part in found.parts] == ["left", "right", "left-half"]
    assert found.wholes == ()
    found = dossier.lineage("left-half")
    assert [whole.id for whole in found.wholes] == ["left", "whole"]
    assert found.parts == ()


def test_parts_are_no_links() -> None:
    """A whole's links are not those of its parts, nor the other way round."""
    dossier = Dossier(
        [
            made("early"),
            made("whole", "extends early"),
            made("part", part_of="whole"),
            made("after-part", "extends part"),
        ]
    )
    assert lines(dossier.lineage("part").before) == []
    assert lines(dossier.lineage("whole").after) == []


def test_parts_of_other_kinds_are_not_mixed_in() -> None:
    """In an index made by hand, a statement is no part of a commitment, nor an agreement its whole."""
    thanks = Statement(
        id="thanks",
        summary="Thanks.",
        act=Act.THANKS,
        speakers=("FR",),
        part_of="pledge",
    )
    pledge = made("pledge", part_of="deal")
    found = lineage(
        pledge,
        RecordIndex([Agreement(id="deal", name="Deal"), thanks, pledge]),
    )
    assert (found.wholes, found.parts) == ((), ())


def test_promises_in_return_for_each_other_are_not_before_themselves() -> None:
    """Each names the other, and is given in return for it only."""
    dossier = Dossier(
        [
            made("give", "reciprocates take"),
            made("take", "reciprocates give", "refers_to old"),
            made("old"),
        ]
    )
    found = dossier.lineage("give")
    assert lines(found.before) == [
        "give reciprocates take",
        "take refers_to old",
    ]
    assert lines(found.after) == ["take reciprocates give"]


def test_a_link_may_lead_to_any_record() -> None:
    """What has no links of its own ends the way; what happened stands after what was promised."""
    met = Event(
        id="met",
        name="They met",
        links=(Link(kind=LinkKind.FULFILS, target="pledge"),),
    )
    dossier = Dossier(
        [
            Theme(id="trade", label="Trade"),
            met,
            made("pledge", "refers_to trade"),
        ]
    )
    found = dossier.lineage("pledge")
    assert lines(found.before) == ["pledge refers_to trade"]
    assert lines(found.after) == ["met fulfils pledge"]


def test_a_commitment_may_be_given_itself() -> None:
    """A record does as well as its id."""
    only = made("only")
    assert Dossier([only]).lineage(only).commitment == only


@pytest.mark.parametrize(
    ("records", "message"),
    [
        (
            (made("a", "extends b"), made("b", "amends a")),
            "links leads back to the record itself: a → b → a",
        ),
        (
            (made("a", part_of="b"), made("b", part_of="a")),
            "part_of leads back to the record itself: a → b → a",
        ),
        (
            (made("a", "restates a"),),
            "links leads back to the record itself: a → a",
        ),
    ],
)
def test_a_circle_makes_no_dossier(
    records: tuple[Commitment, ...], message: str
) -> None:
    """Whatever the kinds of the links, none may lead back."""
    with pytest.raises(DossierError) as caught:
        Dossier(records)
    (problem,) = caught.value.problems
    assert (problem.rule, problem.message) == ("circle", message)


def test_a_circle_through_an_agreement_makes_no_dossier() -> None:
    """Commitments and agreements link to each other, and may not lead back that way either."""
    deal = Agreement(
        id="deal",
        name="Deal",
        links=(Link(kind=LinkKind.FULFILS, target="pledge"),),
    )
    with pytest.raises(
        DossierError,
        match="links leads back to the record itself: deal → pledge → deal",
    ):
        Dossier([deal, made("pledge", "implements deal")])


def test_a_lineage_is_that_of_a_commitment_that_is_there() -> None:
    """An id that the dossier does not know, or that is not a commitment's, is an error."""
    dossier = Dossier([made("pledge"), Theme(id="boats", label="Boats")])
    with pytest.raises(UnknownIdError) as caught:
        dossier.lineage("pledg")
    assert (
        str(caught.value)
        == "'pledg' is not among these commitments; did you mean 'pledge'?"
    )
    with pytest.raises(
        UnknownIdError, match="'boats' is not among these commitments"
    ):
        dossier.lineage("boats")


# --- each promise once ----------------------------------------------------------------------------


def test_a_restatement_is_not_new() -> None:
    """Only to restate takes the newness away; what extends or amends is a promise of its own."""
    others = [kind for kind in LinkKind if kind is not LinkKind.RESTATES]
    dossier = Dossier(
        [
            made("first"),
            made("again", "restates first"),
            made("both", "amends first", "restates first"),
            *(
                made(f"other-{at}", f"{kind} first")
                for at, kind in enumerate(others)
            ),
        ]
    )
    new = dossier.commitments.where(new=True).ids
    assert new == ("first", *(f"other-{at}" for at in range(len(others))))
    assert dossier.commitments.where(new=False).ids == ("again", "both")
    assert dossier.commitments.count_by("new") == {"yes": len(new), "no": 2}
