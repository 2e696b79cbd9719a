"""The words of a site in French."""

from __future__ import annotations

import datetime
import re

from entente import Duration
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


def test_a_length_of_time_in_french() -> None:
    """It is in the words of the language."""
    assert Wording("fr").duration(Duration("P18M")) == "1 an et 6 mois"
