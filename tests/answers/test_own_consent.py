"""How far an agreement has come for one party, by the steps that it has taken."""

from __future__ import annotations

import pytest

from entente import (
    Adherence,
    Agreement,
    Consent,
    ConsentKind,
    Dossier,
    Membership,
    Party,
    PartyKind,
)

SIGNED, RATIFIED = ConsentKind.SIGNED, ConsentKind.RATIFIED
ACCEDED, WITHDRAWN = ConsentKind.ACCEDED, ConsentKind.WITHDRAWN


def adherence(party: str, **steps: str) -> Adherence:
    """Return the steps of a party; a name with a digit is a step taken again."""
    return Adherence(
        party=party,
        steps=tuple(
            Consent(kind=ConsentKind(name.rstrip("2")), on=on)
            for name, on in steps.items()
        ),
    )


def treaty(*adherences: Adherence, **dates: str) -> Dossier:
    """Return a dossier with a treaty signed in 2000 and in force since 2002."""
    dates = {"signed": "2000-01-01", "in_force": "2002-01-01", **dates}
    return Dossier(
        [
            Agreement(
                id="treaty",
                name="Treaty",
                parties=("FR", "IE", "US"),
                adherences=adherences,
                **dates,  # type: ignore[arg-type]
            )
        ]
    )


RATIFYING = treaty(
    adherence("FR", signed="2000-01-01", ratified="2001-01-01"),
    Adherence(
        party="IE",
        steps=(
            Consent(kind=SIGNED, on="2000-01-01"),
            Consent(kind=RATIFIED, expected=True),
        ),
    ),
    adherence("US", acceded="2003", withdrawn="2005", acceded2="2010"),
)


@pytest.mark.parametrize(
    ("party", "on", "state"),
    [
        ("FR", "2000-06-01", "signed"),
        ("FR", "2001-06-01", "consented"),
        ("FR", "2002-06-01", "in_force"),
        ("IE", "1999-06-01", "unknown"),
        ("IE", "2002-06-01", "signed"),
        ("US", "2002-06-01", "unknown"),
        ("US", "2003-06-01", "unknown"),
        ("US", "2004-06-01", "in_force"),
        ("US", "2006-06-01", "ended"),
        ("US", "2011-06-01", "in_force"),
    ],
)
def test_the_last_step_that_was_taken_counts(
    party: str, on: str, state: str
) -> None:
    """Who only signed is not bound, and who came back is; a step of a vague date may have come."""
    assert RATIFYING.agreement_state("treaty", on=on, party=party) == state


def test_a_signature_binds_where_nobody_has_to_ratify() -> None:
    """If no step beyond a signature is on record, the treaty is in force for those who signed."""
    dossier = treaty(adherence("FR", signed="2000-01-01"))
    state = dossier.agreement_state("treaty", on="2003-01-01", party="FR")
    assert state == "in_force"


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ({"in_force": "2001-06-01"}, "in_force"),
        ({"in_force": "2001/2001-08"}, "ended"),
        ({"provisional": "2001-06-01"}, "provisional"),
        ({"ratified": "2001-06-01"}, "consented"),
    ],
)
def test_own_dates_count_before_those_of_the_agreement(
    steps: dict[str, str], state: str
) -> None:
    """A treaty may be in force for a party before it is for all, and it may be over."""
    dossier = treaty(adherence("FR", **steps))
    found = dossier.agreement_state("treaty", on="2001-12-01", party="FR")
    assert found == state


def test_of_the_steps_of_one_day_the_furthest_counts() -> None:
    """Who signed and ratified on one day is bound from then on, in whichever order they are given."""
    at_once = treaty(
        adherence("FR", ratified="2003-01-01", signed="2003-01-01")
    )
    found = at_once.agreement_state("treaty", on="2003-01-01", party="FR")
    assert found == "in_force"


def test_a_step_without_a_date_may_have_been_taken() -> None:
    """That a party ratified says nothing of the day: it may have done so by then, or not."""
    undated = treaty(
        Adherence(party="FR", steps=(Consent(kind=RATIFIED),)),
        adherence("US", ratified="2001-01-01"),
    )
    for on in ("2030-01-01", "2001-01-01"):
        found = undated.agreement_state("treaty", on=on, party="FR")
        assert found == "unknown"


def test_the_steps_of_a_member_count_before_those_of_its_union() -> None:
    """A union and its members may each be parties, with steps of their own."""
    union = Party(
        id="union",
        name="Union",
        kind=PartyKind.INTERNATIONAL_ORGANISATION,
        members=(Membership(party="FR"), Membership(party="DE")),
    )
    mixed = Agreement(
        id="mixed",
        name="Mixed",
        in_force="2005-01-01",
        adherences=(
            adherence("union", ratified="2004-01-01"),
            adherence("FR", withdrawn="2015-01-01"),
        ),
    )
    dossier = Dossier([union, mixed])
    found = [
        dossier.agreement_state("mixed", on="2016-01-01", party=party).value
        for party in ("union", "DE", "FR")
    ]
    assert found == ["in_force", "in_force", "ended"]


@pytest.mark.parametrize("union_first", [True, False])
@pytest.mark.parametrize("in_parties", [True, False])
def test_the_order_of_parties_decides_nothing(
    *, union_first: bool, in_parties: bool
) -> None:
    """The adherence of a state wins over that of its union, wherever it is written."""
    union = Party(
        id="union",
        name="Union",
        kind=PartyKind.INTERNATIONAL_ORGANISATION,
        members=(Membership(party="FR"),),
    )
    adherences = (
        adherence("union", ratified="2004-01-01"),
        adherence("FR", withdrawn="2015-01-01"),
    )
    mixed = Agreement(
        id="mixed",
        name="Mixed",
        parties=("union", "FR") if in_parties else (),
        in_force="2005-01-01",
        adherences=adherences if union_first else adherences[::-1],
    )
    state = Dossier([union, mixed]).agreement_state(
        "mixed", on="2016-01-01", party="FR"
    )
    assert state == "ended"


LEAVING = Party(
    id="club",
    name="Club",
    kind=PartyKind.GROUPING,
    members=(
        Membership(party="FR", period="2001-01-01/2006-12-31"),
        Membership(party="DE", period="2007-06-01/.."),
        Membership(party="IE", period="2001-01-01/2006"),
        Membership(party="US", period="1990/1999-12-31"),
        Membership(party="US", period="2008-01-01/.."),
    ),
)


@pytest.mark.parametrize(
    ("party", "on", "state"),
    [
        ("FR", "2004-12-31", "signed"),
        ("FR", "2006-12-31", "in_force"),
        ("FR", "2007-01-01", "ended"),
        ("DE", "2007-05-31", "unknown"),
        ("DE", "2007-06-01", "in_force"),
        ("IE", "2005-12-31", "in_force"),
        ("IE", "2006-06-01", "unknown"),
        ("IE", "2007-01-01", "ended"),
        ("US", "2007-12-31", "unknown"),
        ("US", "2008-01-01", "in_force"),
    ],
)
def test_a_member_is_bound_while_it_is_one(
    party: str, on: str, state: str
) -> None:
    """Who has left is no longer bound; what came after it left never bound it."""
    treaty = Agreement(
        id="treaty",
        name="Treaty",
        parties=("club",),
        signed="2003-01-01",
        in_force="2005-01-01",
    )
    dossier = Dossier([LEAVING, treaty])
    assert dossier.agreement_state("treaty", on=on, party=party) == state


def test_a_member_of_two_goes_by_the_one_that_is_still_in() -> None:
    """What one party brings in counts before what has ended through another, in any order."""
    states = {}
    for names in (("club", "union"), ("union", "club")):
        groups = [
            Party(
                id=id,
                name=id,
                kind=PartyKind.GROUPING,
                members=(Membership(party="FR"),),
            )
            for id in names
        ]
        both = Agreement(
            id="both",
            name="Both",
            in_force="2002-01-01",
            adherences=tuple(
                adherence(id, acceded="2001-01-01")
                if id == "club"
                else adherence(
                    id, acceded="2001-01-01", withdrawn="2003-01-01"
                )
                for id in names
            ),
        )
        dossier = Dossier([*groups, both])
        states[names] = dossier.agreement_state(
            "both", on="2004-01-01", party="FR"
        ).value
    assert set(states.values()) == {"in_force"}


def test_a_ministry_goes_by_the_steps_of_its_state() -> None:
    """A body of a party is bound as that party is."""
    ministry = Party(
        id="ministry",
        name="Ministry",
        kind=PartyKind.BODY,
        part_of=(Membership(party="US"),),
    )
    dossier = RATIFYING.with_records(ministry)
    found = dossier.agreement_state(
        "treaty", on="2006-06-01", party="ministry"
    )
    assert found == "ended"


def test_a_party_without_steps_is_not_bound_where_others_ratified() -> None:
    """That it ratified too is on no record, so nobody knows once the treaty applies."""
    partly = treaty(adherence("FR", ratified="2001-01-01"))
    states = [
        partly.agreement_state("treaty", on=on, party="IE").value
        for on in ("2001-12-31", "2002-01-01")
    ]
    assert states == ["signed", "unknown"]


@pytest.mark.parametrize(
    ("kind", "state"),
    [(RATIFIED, "signed"), (ConsentKind.IN_FORCE, "consented")],
)
def test_what_is_still_expected_of_a_party_does_not_bind_it(
    kind: ConsentKind, state: str
) -> None:
    """A treaty in force is not so for a party whose own step is only foreseen."""
    foreseen = Adherence(
        party="FR",
        steps=(
            Consent(kind=RATIFIED, on="2001-06-01")
            if kind is ConsentKind.IN_FORCE
            else Consent(kind=SIGNED, on="2000-01-01"),
            Consent(kind=kind, expected=True),
        ),
    )
    found = treaty(foreseen).agreement_state(
        "treaty", on="2003-01-01", party="FR"
    )
    assert found == state


@pytest.mark.parametrize(
    ("dates", "states"),
    [
        ({}, ["unknown", "unknown", "in_force"]),
        ({"sought": "1999", "announced": "2000-06-01"}, ["sought", "announced", "in_force"]),
    ],
)  # fmt: skip
def test_a_treaty_is_announced_to_who_accedes_only_if_it_was(
    dates: dict[str, str], states: list[str]
) -> None:
    """That others signed it, or that it is in force, announces nothing."""
    dossier = treaty(adherence("US", acceded="2003-01-01"), **dates)
    found = [
        dossier.agreement_state("treaty", on=on, party="US").value
        for on in ("2000-01-01", "2002-06-01", "2003-01-01")
    ]
    assert found == states


def test_provisional_application_lasts_until_entry_into_force() -> None:
    """A party that ratifies meanwhile goes on applying the treaty."""
    dossier = treaty(
        adherence(
            "FR",
            provisional="2000-06-01",
            ratified="2001-01-01",
            in_force="2003-01-01",
        )
    )
    states = [
        dossier.agreement_state("treaty", on=on, party="FR").value
        for on in ("2000-06-01", "2002-06-01", "2003-01-01")
    ]
    assert states == ["provisional", "provisional", "in_force"]


def test_the_end_of_provisional_application_frees_who_is_not_bound() -> None:
    """It frees a party that only signed, and not one that has ratified."""
    time = "2000-06-01/2000-12-31"
    dossier = treaty(
        adherence("FR", signed="2000-01-01", provisional=time),
        adherence("US", ratified="2000-03-01", provisional=time),
    )
    states = [
        dossier.agreement_state("treaty", on=on, party=party).value
        for party in ("FR", "US")
        for on in ("2001-06-01", "2002-06-01")
    ]
    assert states == ["ended", "ended", "consented", "in_force"]


def test_who_is_bound_applies_what_all_apply_provisionally() -> None:
    """A treaty that all apply before it is in force is so applied by who ratified, not by who signed."""
    dossier = treaty(
        adherence("FR", ratified="2000-06-01"),
        adherence("US", signed="2000-01-01"),
        provisional="2001-01-01",
    )
    states = [
        dossier.agreement_state("treaty", on="2001-06-01", party=party).value
        for party in ("FR", "US")
    ]
    assert states == ["provisional", "signed"]


def test_a_party_that_only_withdraws_came_in_as_all_did() -> None:
    """Before it withdrew it was a party like the others."""
    dossier = treaty(adherence("FR", withdrawn="2010-01-01"))
    states = [
        dossier.agreement_state("treaty", on=on, party="FR").value
        for on in ("2001-06-01", "2009-12-31", "2010-01-01")
    ]
    assert states == ["signed", "in_force", "ended"]


def test_too_many_vague_dates_leave_the_state_unknown() -> None:
    """Where the steps of a party may lie in more orders than can be tried, nothing is certain."""
    steps = tuple(
        Consent(kind=kind, on=f"[2001-01-{day:02}..2001-02-{day:02}]")
        for day in range(1, 10)
        for kind in (SIGNED, RATIFIED)
    )
    dossier = treaty(Adherence(party="FR", steps=steps))
    found = dossier.agreement_state("treaty", on="2003-01-01", party="FR")
    assert found == "unknown"


def test_what_has_ended_for_all_has_ended_for_each() -> None:
    """No step of a party outlives the treaty."""
    dossier = treaty(
        adherence("FR", ratified="2001-06-01"), ended="2004-01-01"
    )
    found = dossier.agreement_state("treaty", on="2005-01-01", party="FR")
    assert found == "ended"


def test_a_party_without_steps_came_in_as_all_did() -> None:
    """An adherence that says nothing of its own follows the dates of the treaty."""
    dossier = treaty(Adherence(party="FR"))
    found = dossier.agreement_state("treaty", on="2003-01-01", party="FR")
    assert found == "in_force"


def test_consent_is_asked_of_all_or_of_one() -> None:
    """Ireland signed what France ratified; a step that is only expected is none."""
    agreements = RATIFYING.agreements
    assert agreements.where(consent="ratified").ids == ("treaty",)
    assert agreements.where(consent="ratified", of="FR").ids == ("treaty",)
    assert agreements.where(consent="ratified", of="IE").ids == ()
    assert agreements.where(consent=("signed", "withdrawn"), of="IE").ids == (
        "treaty",
    )
