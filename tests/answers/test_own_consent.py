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
        ("FR", "2001-06-01", "signed"),
        ("FR", "2002-06-01", "in_force"),
        ("IE", "1999-06-01", "unknown"),
        ("IE", "2002-06-01", "signed"),
        ("US", "2002-06-01", "announced"),
        ("US", "2003-06-01", "announced"),
        ("US", "2004-06-01", "in_force"),
        ("US", "2006-06-01", "ended"),
        ("US", "2011-06-01", "in_force"),
    ],
)
def test_the_last_step_that_was_taken_counts(
    party: str, on: str, state: str
) -> None:
    """Who only signed is not bound, who came back is; a step of a vague date has not surely come."""
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
        ({"ratified": "2001-06-01"}, "signed"),
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


def test_a_step_without_a_date_has_not_certainly_been_taken() -> None:
    """That a party ratified says nothing of any day: it signed with the others."""
    undated = treaty(
        Adherence(party="FR", steps=(Consent(kind=RATIFIED),)),
        adherence("US", ratified="2001-01-01"),
    )
    found = undated.agreement_state("treaty", on="2030-01-01", party="FR")
    assert found == "signed"


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
