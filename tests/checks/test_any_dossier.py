"""What holds of all rules and all dossiers, and odd cases."""

from __future__ import annotations

import decimal
import itertools
import re

import pytest
from hypothesis import given, strategies as st

import entente
from check_records import (
    AFTER,
    BEFORE,
    INFO,
    NAMES,
    PAGE,
    STEPS,
    change,
    metric,
    names,
    reported,
)
from entente import (
    Citation,
    Commitment,
    Dossier,
    Metric,
    Report,
    ReportedStatus,
    Source,
    SourceKind,
    Target,
)
from entente.checks import RULES, Rule, check, rule_name
from entente.strategies import dossiers

pytestmark = pytest.mark.no_cover


def test_a_record_that_only_names_itself_is_named_by_none() -> None:
    """A source that is cited by itself alone is an orphan all the same."""
    alone = Source(
        id="s",
        title="S",
        kind=SourceKind.READOUT,
        citations=(Citation(source="s", quote="S"),),
    )
    assert [
        found.record
        for found in check(Dossier([alone]), rules=["orphaned-record"])
    ] == ["s"]


# --- any dossier ---------------------------------------------------------------------------------


def test_the_dossier_that_comes_with_the_library_is_in_order() -> None:
    """The embedded dossier has neither errors nor warnings, only questions that its source leaves open."""
    severities = {
        found.severity for found in check(entente.example("uk-france"))
    }
    assert severities <= {INFO}


def test_an_empty_dossier_is_in_order() -> None:
    """An empty dossier has no problems."""
    assert check(Dossier()) == ()


@given(dossiers())
def test_checking_never_fails(dossier: Dossier) -> None:
    """Whatever a dossier holds, each rule answers with problems of records that it has, one line each."""
    for found in check(dossier):
        assert found.rule in NAMES
        assert found.record in dossier
        assert dossier[found.record or ""] in dossier.records
        assert found.message.splitlines() == [found.message]


@given(dossiers(), st.sets(st.sampled_from(NAMES)))
def test_rules_do_not_depend_on_each_other(
    dossier: Dossier, chosen: set[str]
) -> None:
    """A rule finds the same whichever other rules run."""
    every = check(dossier)
    some = tuple(found for found in every if found.rule in chosen)
    in_order = [name for name in NAMES if name in chosen]
    assert check(dossier, rules=in_order) == some
    assert check(dossier, without=set(NAMES) - chosen) == some


# --- the page that describes them ----------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_every_rule_is_described(rule: Rule) -> None:
    """A rule has a docstring, a name like its function's, and a section of the reference with an example."""
    assert rule.__doc__
    name = rule_name(rule)
    assert getattr(rule, "__name__") == name.replace("-", "_")  # noqa: B009
    _, _, section = PAGE.read_text(encoding="utf-8").partition(
        f"\n### {name}\n"
    )
    section = re.split(r"^##", section, maxsplit=1, flags=re.MULTILINE)[0]
    # A long example goes on in the next line.
    assert re.search(rf'show\(\s*(?:\.{{3}}\s*)?"{name}"', section)
    assert re.search(r"\b(error|warning|info)\b", section)


def test_the_page_describes_no_other_rule() -> None:
    """The page holds a section for each rule, in the order of the rules, and none that is gone."""
    sections = re.findall(
        r"^### (\S+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert sections == NAMES


def test_the_decimal_context_of_the_caller_has_no_say() -> None:
    """The decimal context of the caller makes no difference to a rule."""
    right, wrong = (
        Dossier([metric(BEFORE, AFTER, change(stated))])
        for stated in ("-35.69 %", "-35.6 %")
    )
    with decimal.localcontext(
        decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded])
    ):
        assert check(right, rules="change-that-does-not-fit") == ()
        assert names(check(wrong, rules="change-that-does-not-fit")) == [
            "change-that-does-not-fit"
        ]


def test_a_unit_that_no_amount_can_have_is_no_amounts_unit() -> None:
    """No amount is in a unit that the notation of amounts refuses."""
    drones = Metric(
        id="drones",
        name="Drones",
        unit="UAV",
        targets=(Target(value="5 drones"),),
    )
    assert [
        str(found)
        for found in check(Dossier([drones]), rules="unit-of-another-kind")
    ] == [
        "metrics[0].targets[0].value (drones): 5 drones is not in 'UAV', the unit of the metric"
    ]


@pytest.mark.parametrize(
    ("less", "more"), list(itertools.combinations(STEPS, 2))
)
def test_progress_has_an_order(
    less: ReportedStatus, more: ReportedStatus
) -> None:
    """From announced to completed, any step back is a problem, and no step forward is."""
    back = reported(("2024-01", "GB", more), ("2024-02", "GB", less))
    on = reported(("2024-01", "GB", less), ("2024-02", "GB", more))
    assert names(check(Dossier([back]), rules="reports-going-backward")) == [
        "reports-going-backward"
    ]
    assert check(Dossier([on]), rules="reports-going-backward") == ()


def test_only_reports_next_to_each_other_are_compared() -> None:
    """A step back is reported where it happens, and not again for later reports."""
    said = [
        ("2023", "completed"),
        ("2024", "in_progress"),
        ("2025", "in_progress"),
    ]
    reports = tuple(
        Report(on=on, by="FR", status=ReportedStatus(status))
        for on, status in said
    )
    promise = Commitment(id="c", summary="C.", by=("FR",), reports=reports)
    assert [
        found.path
        for found in check(Dossier([promise]), rules="reports-going-backward")
    ] == [("commitments", 0, "reports", 1)]
