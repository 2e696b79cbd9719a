"""The words of a site in French."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from built_sites import data_in, rows_in
from entente import Commitment, Dossier, Duration, site
from entente.site._words import Wording, messages
from site_messages import all_messages


def test_every_message_is_in_french() -> None:
    """The catalogue has a text for each message that a site may need, and no other."""
    assert set(messages("fr")) == all_messages()


def test_a_translation_keeps_what_is_put_in() -> None:
    """The names in braces are those of the English text."""
    for (_, english), french in messages("fr").items():
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(
            re.findall(r"\{\w+\}", french)
        )


def test_english_is_the_key() -> None:
    """English needs no catalogue."""
    assert messages("en") == {}


def test_the_first_of_a_month_in_french() -> None:
    """It is an ordinal, and other days are not."""
    wording = Wording("fr")
    assert wording.day(datetime.date(2024, 6, 1)) == "1er juin 2024"
    assert wording.day(datetime.date(2024, 6, 21)) == "21 juin 2024"


def test_names_are_sorted_without_their_accents(tmp_path: Path) -> None:
    """The United States stand among the other states with E, and not behind those with Z."""
    folder = site.build(
        Dossier(
            [Commitment(id="meet", summary="Meet.", by=("US", "ZM", "ES"))]
        ),
        tmp_path / "out",
        on="2024-06-01",
        settings=site.Settings(locale="fr"),
    ).folder
    names = [row[1] for row in rows_in(folder, "parties")]
    assert names == ["Espagne", "États-Unis", "Zambie"]
    [by] = [
        values
        for keyword, values in data_in(folder, "commitments")["facets"]
        if keyword == "by"
    ]
    assert [label for _, label in by] == names


def test_a_length_of_time_in_french() -> None:
    """It is in the words of the language."""
    assert Wording("fr").duration(Duration("P18M")) == "1 an et 6 mois"


def test_a_country_in_french() -> None:
    """A country, and the European Union, has its name in the language; an unknown code stays."""
    named = [Wording("fr").country(each) for each in ("DE", "EU", "XX")]
    assert named == ["Allemagne", "Union européenne", "XX"]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "anglais"),
        ("en-GB", "anglais (Royaume-Uni)"),
        ("tlh", "tlh"),
        ("not a tag", "not a tag"),
    ],
)
def test_a_language_in_french(tag: str, name: str) -> None:
    """A language has its name in the language of the site, and an unknown tag stays."""
    assert Wording("fr").language(tag) == name
