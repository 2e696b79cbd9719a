"""Recurrence rules in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from entente.records._recurrence import read_rule
from entente.records._rule_words import rule_text
from law_helpers import times
from rules import rules

COMMON = {
    "FREQ=YEARLY": ("every year", "tous les ans"),
    "FREQ=MONTHLY;INTERVAL=6": ("every 6 months", "tous les 6 mois"),
    "FREQ=WEEKLY;COUNT=3": (
        "every week, 3 times in all",
        "toutes les semaines, 3 fois en tout",
    ),
    "FREQ=DAILY;INTERVAL=2;UNTIL=20261201": (
        "every 2 days, until 1 December 2026",
        "tous les 2 jours, jusqu’au 1er décembre 2026",
    ),
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1": (
        "every year on 1 March",
        "tous les ans, le 1er mars",
    ),
    "FREQ=MONTHLY;BYMONTHDAY=1": (
        "every month on day 1",
        "tous les mois, le 1er",
    ),
    "FREQ=MONTHLY;BYMONTHDAY=-1": (
        "every month on its last day",
        "tous les mois, le dernier jour",
    ),
    "FREQ=WEEKLY;BYDAY=MO": (
        "every week on Monday",
        "toutes les semaines, le lundi",
    ),
    "FREQ=MONTHLY;BYDAY=2TU": (
        "every month on the second Tuesday",
        "tous les mois, le deuxième mardi",
    ),
    "FREQ=MONTHLY;BYDAY=-1FR;COUNT=4": (
        "every month on the last Friday, 4 times in all",
        "tous les mois, le dernier vendredi, 4 fois en tout",
    ),
}


@pytest.mark.parametrize("rule", COMMON)
def test_a_common_rule_is_said_in_each_language(rule: str) -> None:
    assert (rule_text(rule), rule_text(rule, "fr")) == COMMON[rule]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;COUNT=1",
        "FREQ=YEARLY;BYMONTH=3",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYWEEKNO=1",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "FREQ=DAILY;BYDAY=MO",
    ],
)
def test_another_rule_is_shown_as_it_is_written(rule: str) -> None:
    """Words that left a part out would be another rule."""
    assert rule_text(rule) == rule_text(rule, "fr") == rule


@pytest.mark.no_cover
@given(rules(), rules(), st.sampled_from(["en", "fr"]))
@times(5)
def test_other_rules_have_other_words(
    one: str, other: str, locale: str
) -> None:
    if rule_text(one, locale) == rule_text(other, locale):
        assert read_rule(one) == read_rule(other)
