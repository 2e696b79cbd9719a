"""The names of states, and of those who have no code."""

from __future__ import annotations

import pytest
from iso3166 import countries

from entente import Commitment, Dossier, Party, PartyKind
from entente.errors import DossierError, UnknownIdError
from entente.records import _state_names as state_names
from entente.records._forms import ID
from entente.records._states import state_code, state_name, suggest_state


def test_every_name_of_iso_leads_to_its_code() -> None:
    """The names and the codes of three letters lead to a code, in capitals or not."""
    for country in countries:
        for name in (country.name, country.apolitical_name, country.alpha3):
            for written in (name, name.upper(), name.lower()):
                if name.casefold() not in state_names.SHARED:
                    assert state_code(written) == country.alpha2


def test_every_other_name_leads_to_a_code() -> None:
    """Each code of the table is that of a state, and no name is given to two."""
    seen: set[str] = set()
    for code, names in state_names.NAMES.items():
        assert state_name(code) is not None, code
        for name in names.split(";"):
            assert state_code(name) == code
            assert name.strip() not in seen
            seen.add(name.strip())
            assert name.strip() not in state_names.SHARED


def test_what_has_no_code_is_declared() -> None:
    """Each of those without a code is answered with a sound id and how to declare it."""
    for name, (kind, others) in state_names.DECLARED.items():
        for written in (name, *filter(None, others.split(";"))):
            hint = suggest_state(written.strip())
            assert hint is not None
            assert hint.startswith("ISO 3166-1 has no code for it; declare it")
            assert f'name = "{name}", {kind}' in hint
            id = hint.partition('id = "')[2].partition('"')[0]
            assert ID.fault(id) is None
            assert state_code(name) is None


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("South Korea", "write 'KR'"),
        ("north korea", "write 'KP'"),
        ("Türkiye", "write 'TR'"),
        ("Turkey", "write 'TR'"),
        ("Côte d’Ivoire", "write 'CI'"),
        ("the Gambia", "write 'GM'"),
        ("St. Lucia", "write 'LC'"),
        ("Republic of Ireland", "write 'IE'"),
        ("Government of the Netherlands", "write 'NL'"),
        ("U.S.A.", "write 'US'"),
        ("fr", "write 'FR'"),
        ("Burma", "write 'MM'"),
        ("Holland", "write 'NL'"),
        (
            "Scotland",
            (
                "ISO 3166-1 has no code for it; declare it as a party: "
                'id = "scotland", name = "Scotland", kind = "subnational_government", '
                'part_of = [{ party = "GB" }]'
            ),
        ),
        (
            "Congo",
            "write 'CD' for Congo, Democratic Republic of the, or 'CG' for Congo",
        ),
        ("EU", None),
        ("small-boats", None),
        ("", None),
    ],
)
def test_a_name_leads_to_the_code(name: str, hint: str | None) -> None:
    """A name in any spelling leads to a code, to several, or to a declaration."""
    assert suggest_state(name) == hint


def test_a_name_that_is_declared_comes_first() -> None:
    """A party that the dossier declares is meant before any other."""
    nato = Party(
        id="nato",
        name="NATO",
        kind=PartyKind.INTERNATIONAL_ORGANISATION,
    )
    with pytest.raises(DossierError) as caught:
        Dossier([nato, Commitment(id="a", summary="A", by=("NATO",))])
    assert caught.value.problems[0].hint == "write 'nato'"
    with pytest.raises(UnknownIdError, match="there is no record 3"):
        Dossier([nato])[3]  # type: ignore[index]
