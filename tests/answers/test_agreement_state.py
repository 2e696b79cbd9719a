"""How far an agreement has come on a day, for all its parties or for one."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st

from check_records import adherence
from entente import (
    Adherence,
    Agreement,
    AgreementState,
    Citation,
    Consent,
    ConsentKind,
    Dossier,
    Link,
    LinkKind,
    Meeting,
    MeetingState,
    Period,
    Source,
    SourceKind,
)
from entente.answers._agreements import agreement_state
from entente.errors import QueryError, UnknownIdError
from entente.records._index import RecordIndex
from entente.strategies import agreements


def treaty(
    id: str = "treaty", *, replaces: str | None = None, **dates: Any
) -> Agreement:
    """Make an agreement of Britain and France with these dates, which may supersede another."""
    links = (
        ()
        if replaces is None
        else (Link(kind=LinkKind.SUPERSEDES, target=replaces),)
    )
    return Agreement(
        id=id, name=id, parties=("GB", "FR"), links=links, **dates
    )


def state(
    agreement: Agreement, on: str, *others: Agreement, party: str | None = None
) -> str:
    """Return the state of an agreement on a day, in a dossier with others."""
    return (
        Dossier([agreement, *others])
        .agreement_state(agreement, on=on, party=party)
        .value
    )


STEPS = treaty(
    sought="2001-01-01",
    announced="2002-01-01",
    adopted="2002-06-01",
    signed="2003-01-01",
    provisional="2004-01-01",
    in_force="2005-01-01",
    ended="2006-01-01",
)


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2000-12-31", "unknown"),
        ("2001-01-01", "sought"),
        ("2001-12-31", "sought"),
        ("2002-01-01", "announced"),
        ("2002-05-31", "announced"),
        ("2002-06-01", "adopted"),
        ("2002-12-31", "adopted"),
        ("2003-01-01", "signed"),
        ("2003-12-31", "signed"),
        ("2004-01-01", "provisional"),
        ("2004-12-31", "provisional"),
        ("2005-01-01", "in_force"),
        ("2005-12-31", "in_force"),
        ("2006-01-01", "ended"),
        ("2030-01-01", "ended"),
    ],
)
def test_an_agreement_goes_its_way_step_by_step(on: str, found: str) -> None:
    """Each date is the first day of what it brings."""
    assert state(STEPS, on) == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2019-12-31", "unknown"),
        ("2020-01-01", "in_force"),
        ("2020-06-01", "in_force"),
        ("2021-06-01", "in_force"),
    ],
)
def test_an_agreement_may_be_in_force_before_it_is_signed(
    on: str, found: str
) -> None:
    """It happens, and the signature then takes nothing away from it."""
    assert (
        state(treaty(in_force="2020-01-01", signed="2020-06-01"), on) == found
    )


def test_what_is_only_announced_is_no_more_than_that() -> None:
    """Without a date for it nothing is signed or in force."""
    assert state(treaty(announced="2024-03-04"), "2030-01-01") == "announced"


def test_without_dates_nothing_is_known() -> None:
    """An agreement of which no date is given may have come any way."""
    assert state(treaty(), "2024-01-01") == "unknown"


@pytest.mark.parametrize(
    ("when", "on", "found"),
    [
        ("2005", "2004-12-31", "signed"),
        ("2005", "2005-01-01", "unknown"),
        ("2005", "2005-12-30", "unknown"),
        ("2005", "2005-12-31", "in_force"),
        ("2005-21", "2005-02-28", "signed"),
        ("2005-21", "2005-05-30", "unknown"),
        ("2005-21", "2005-05-31", "in_force"),
        ("[2005,2007]", "2006-06-01", "unknown"),
        ("[..2005]", "2004-12-31", "unknown"),
        ("[2005..]", "2030-01-01", "unknown"),
        ("2005/..", "2005-12-31", "in_force"),
        ("/2005", "2004-12-31", "unknown"),
        ("/2005", "2006-01-01", "ended"),
        ("../2005", "2004-12-31", "in_force"),
    ],
)
def test_a_state_holds_however_a_vague_step_turns_out(
    when: str, on: str, found: str
) -> None:
    """While a step may have been taken or not, the state is unknown."""
    assert state(treaty(signed="2003-01-01", in_force=when), on) == found


@pytest.mark.parametrize(
    ("when", "on", "found"),
    [
        ("2005?", "2004-12-31", "signed"),
        ("2005?", "2005-01-01", "unknown"),
        ("2005?", "2030-01-01", "unknown"),
        ("2005~", "2003-12-31", "signed"),
        ("2005~", "2004-01-01", "unknown"),
        ("2005~", "2030-01-01", "unknown"),
        ("2005?/2008", "2009-01-01", "ended"),
    ],
)
def test_a_step_in_doubt_is_never_certain(
    when: str, on: str, found: str
) -> None:
    """Before its first possible day it has not come; after that nobody can be sure."""
    assert state(treaty(signed="2003-01-01", in_force=when), on) == found


def test_a_span_in_force_ends_with_its_last_day() -> None:
    """What was in force from one day to another is over after it."""
    vague = treaty(in_force="2005/2005-08")
    assert state(vague, "2004-12-31") == "unknown"
    assert state(vague, "2005-08-31") == "unknown"
    assert state(vague, "2005-09-01") == "ended"
    spanning = treaty(in_force="2005-01-01/2009-12-31")
    assert state(spanning, "2009-12-31") == "in_force"
    assert state(spanning, "2010-01-01") == "ended"


@given(
    agreements(),
    st.dates(datetime.date(2014, 1, 1), datetime.date(2035, 12, 31)),
)
def test_every_agreement_has_a_state_on_every_day(
    agreement: Agreement, on: datetime.date
) -> None:
    """Whatever its dates, it is in one of the states, and superseded by none if it is alone."""
    found = agreement_state(agreement, RecordIndex([agreement]), on=on)
    assert found in set(AgreementState) - {AgreementState.SUPERSEDED}


# --- party by party -------------------------------------------------------------------------------

DIFFERING = treaty(
    signed="2003-01-01",
    in_force="2005-01-01",
    ended="2020-01-01",
    adherences=(
        adherence("FR", in_force="2007-01-01", withdrawn="2015-01-01"),
    ),
)


@pytest.mark.parametrize(
    ("on", "overall", "france"),
    [
        ("2003-01-01", "signed", "signed"),
        ("2005-01-01", "in_force", "signed"),
        ("2007-01-01", "in_force", "in_force"),
        ("2015-01-01", "in_force", "ended"),
        ("2020-01-01", "ended", "ended"),
    ],
)
def test_a_party_has_its_own_dates_where_they_differ(
    on: str, overall: str, france: str
) -> None:
    """What its adherence does not say is as for all; the others go by the agreement's own dates."""
    assert state(DIFFERING, on) == overall
    assert state(DIFFERING, on, party="GB") == overall
    assert state(DIFFERING, on, party="FR") == france


def test_a_party_may_apply_it_provisionally() -> None:
    """Provisional application is of a party too, and ends when it is in force for that party."""
    agreement = treaty(
        adherences=(adherence("FR", provisional="2004", in_force="2006"),)
    )
    states = [
        state(agreement, on, party="FR")
        for on in ("2003-12-31", "2004-12-31", "2006-12-31")
    ]
    assert states == ["unknown", "provisional", "in_force"]
    assert state(agreement, "2006-12-31") == "unknown"


def test_a_step_that_is_only_expected_of_a_party_is_not_taken() -> None:
    """It was to ratify by then, and nobody says that it did."""
    expected = Consent(
        kind=ConsentKind.IN_FORCE, on="2007-01-01", expected=True
    )
    agreement = treaty(
        signed="2003-01-01",
        adherences=(Adherence(party="FR", steps=(expected,)),),
    )
    assert state(agreement, "2010-01-01", party="FR") == "signed"


def test_a_party_that_the_dossier_does_not_know_is_an_error() -> None:
    """A mistyped party has no state, least of all that of the others."""
    with pytest.raises(UnknownIdError) as caught:
        Dossier([DIFFERING]).agreement_state(
            "treaty", on="2010-01-01", party="UK"
        )
    assert str(caught.value) == "there is no party 'UK'; write 'GB'"


def test_nothing_is_known_of_a_party_where_none_is_recorded() -> None:
    """An agreement without parties is in force, and nobody knows for whom."""
    agreement = Agreement(id="treaty", name="Treaty", in_force="2004-01-01")
    assert state(agreement, "2010-01-01") == "in_force"
    assert state(agreement, "2010-01-01", party="DE") == "unknown"


def test_who_is_no_party_to_it_has_no_state_under_it() -> None:
    """An agreement is not in force for a state that is no party to it."""
    with pytest.raises(QueryError, match="'DE' is no party to 'treaty'"):
        Dossier([DIFFERING]).agreement_state(
            "treaty", on="2010-01-01", party="DE"
        )


# --- an end that nobody told ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "on", "found"),
    [
        ("2024-06-30", "2024-06-30", "in_force"),
        ("2024-06-30", "2024-07-01", "unknown"),
        ("2024-06", "2024-06-01", "in_force"),
        ("2024-06", "2024-06-02", "unknown"),
        ("2022-06-30", "2023-12-31", "unknown"),
        (None, "2024-01-01", "unknown"),
    ],
)
def test_an_unknown_end_is_not_an_open_one(
    published: str | None, on: str, found: str
) -> None:
    """What goes on is known to do so until its source was published, for all and for a party."""
    source = Source(
        id="table",
        title="Table",
        kind=SourceKind.REFERENCE,
        published=published,
    )
    cited = (Citation(source="table"),)
    whole = treaty(in_force="2023/", citations=cited)
    step = Consent(
        kind=ConsentKind.IN_FORCE, on=Period("2023/"), citations=cited
    )
    own = treaty(
        in_force="2023/..",
        adherences=(Adherence(party="FR", steps=(step,)),),
    )
    assert Dossier([source, whole]).agreement_state("treaty", on=on) == found
    for party, expected in (("FR", found), ("GB", "in_force")):
        assert (
            Dossier([source, own]).agreement_state(
                "treaty", on=on, party=party
            )
            == expected
        )


def test_an_end_is_known_from_its_as_of() -> None:
    """A span that says until when it was seen needs no source for that."""
    seen = treaty(in_force=Period("2023-01-01/", as_of="2024-01-30"))
    assert state(seen, "2024-01-30") == "in_force"
    assert state(seen, "2024-01-31") == "unknown"


def test_provisional_application_may_end_before_entry_into_force() -> None:
    """Between the two the treaty has not ended; without an entry into force it has."""
    dates = {"signed": "2003-01-01", "provisional": "2004-01-01/2004-12-31"}
    paused = treaty(**dates, in_force="2006-01-01")
    days = ("2004-12-31", "2005-01-01", "2006-01-01")
    assert [state(paused, on) for on in days] == [
        "provisional",
        "signed",
        "in_force",
    ]
    assert state(treaty(**dates), "2005-01-01") == "ended"


# --- superseded -----------------------------------------------------------------------------------


def test_an_agreement_is_superseded_while_the_later_one_is_in_force() -> None:
    """Being signed is not enough for the later one, and on the day it comes into force it is."""
    old = treaty("old", in_force="2000-01-01")
    new = treaty(
        "new", replaces="old", signed="2009-01-01", in_force="2010-01-01"
    )
    states = [
        state(old, on, new)
        for on in ("2009-06-01", "2009-12-31", "2010-01-01")
    ]
    assert states == ["in_force", "in_force", "superseded"]
    assert state(new, "2010-01-01", old) == "in_force"


def test_what_was_superseded_stays_so_when_that_is_superseded_too() -> None:
    """The first of three does not come back to life when the second is replaced by the third."""
    first = treaty("first", in_force="2000-01-01")
    second = treaty("second", replaces="first", in_force="2010-01-01")
    third = treaty("third", replaces="second", in_force="2020-01-01")
    assert state(first, "2015-01-01", second, third) == "superseded"
    assert state(second, "2025-01-01", first, third) == "superseded"
    assert state(first, "2025-01-01", second, third) == "superseded"


def test_what_was_superseded_stays_so_when_that_has_ended() -> None:
    """The end of the later agreement does not bring back the earlier one."""
    old = treaty("old", in_force="2000-01-01")
    new = treaty(
        "new", replaces="old", in_force="2010-01-01", ended="2015-01-01"
    )
    assert state(old, "2016-01-01", new) == "superseded"


def test_only_who_joined_the_later_agreement_is_freed_from_the_earlier() -> (
    None
):
    """For all it is superseded; for Britain, which never ratified the later one, it goes on."""
    old = treaty("old", in_force="2000-01-01")
    new = treaty(
        "new",
        replaces="old",
        in_force="2010-01-01",
        adherences=(
            adherence("FR", ratified="2011-01-01"),
            adherence("GB", signed="2009-01-01"),
        ),
    )
    states = {
        party: [
            state(old, on, new, party=party)
            for on in ("2010-12-31", "2011-01-01")
        ]
        for party in ("FR", "GB", None)
    }
    assert states == {
        "FR": ["in_force", "superseded"],
        "GB": ["in_force", "in_force"],
        None: ["superseded", "superseded"],
    }


def test_who_is_no_party_to_the_later_agreement_is_bound_by_the_earlier() -> (
    None
):
    """An agreement of others frees nobody."""
    old = treaty("old", in_force="2000-01-01")
    new = Agreement(
        id="new",
        name="New",
        parties=("FR", "DE"),
        in_force="2010-01-01",
        links=(Link(kind=LinkKind.SUPERSEDES, target="old"),),
    )
    assert state(old, "2015-01-01", new, party="GB") == "in_force"
    assert state(old, "2015-01-01", new, party="FR") == "superseded"


def test_a_later_agreement_without_parties_may_bind_anybody() -> None:
    """For one party the state is unknown from then on; what had ended before has ended."""
    old = treaty("old", in_force="2000-01-01")
    new = Agreement(
        id="new",
        name="New",
        in_force="2010-01-01",
        links=(Link(kind=LinkKind.SUPERSEDES, target="old"),),
    )
    assert state(old, "2009-12-31", new, party="GB") == "in_force"
    assert state(old, "2010-01-01", new, party="GB") == "unknown"
    assert state(old, "2010-01-01", new) == "superseded"
    over = treaty("old", in_force="2000-01-01", ended="2005-01-01")
    assert state(over, "2010-01-01", new, party="GB") == "ended"


@pytest.mark.parametrize(
    ("ended", "found"),
    [
        ("2005-01-01", "ended"),
        ("2009-12-31", "ended"),
        ("2010-01-01", "superseded"),
        ("2012-01-01", "superseded"),
        ("2009", "ended"),
        ("2010", "superseded"),
        ("[2009..2010]", "unknown"),
    ],
)
def test_what_had_ended_before_is_not_superseded(
    ended: str, found: str
) -> None:
    """It has to be alive on the eve of the day on which the later one comes into force."""
    old = treaty("old", in_force="2000-01-01", ended=ended)
    new = treaty("new", replaces="old", in_force="2010-01-01")
    assert state(old, "2015-01-01", new) == found
    assert state(old, "2015-01-01", new, party="FR") == found


@pytest.mark.parametrize(
    "kind", [kind for kind in LinkKind if kind is not LinkKind.SUPERSEDES]
)
def test_no_other_link_supersedes(kind: LinkKind) -> None:
    """An agreement that is extended, amended or restated stays in force."""
    old = treaty("old", in_force="2000-01-01")
    new = Agreement(
        id="new",
        name="New",
        in_force="2010-01-01",
        links=(Link(kind=kind, target="old"),),
    )
    assert state(old, "2015-01-01", new) == "in_force"


# --- questions that cannot be asked ---------------------------------------------------------------


def test_the_day_must_be_definite() -> None:
    """An agreement has a state on a day, not in a year."""
    with pytest.raises(QueryError) as caught:
        Dossier([DIFFERING]).agreement_state("treaty", on="2010")
    assert (
        str(caught.value)
        == "'2010' is not a definite day; write one, such as '2024-01-30'"
    )


def test_an_unknown_agreement_is_an_error_with_a_suggestion() -> None:
    """The id of no agreement is an error, and so is that of another record."""
    talks = Meeting(id="talks", name="Talks", state=MeetingState.HELD)
    for id, message in (
        (
            "traety",
            "'traety' is not among these agreements; did you mean 'treaty'?",
        ),
        ("talks", "'talks' is not among these agreements"),
    ):
        with pytest.raises(UnknownIdError) as caught:
            Dossier([DIFFERING, talks]).agreement_state(id, on="2010-01-01")
        assert str(caught.value) == message
