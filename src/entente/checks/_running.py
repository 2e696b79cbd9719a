"""Running rules over a dossier, and the list of those that are built in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from entente._coherence import locations
from entente._dossier import Dossier
from entente._text import did_you_mean, shorten
from entente.checks._amounts import (
    amount_of_itself,
    amounts_that_contradict,
)
from entente.checks._dates import (
    after_its_sources,
    anchor_without_date,
    date_against_its_words,
    due_before_made,
    known_too_early,
    report_after_withdrawal,
    report_before_made,
    reports_going_backward,
    step_out_of_order,
)
from entente.checks._figures import (
    change_that_does_not_fit,
    conflicting_observations,
    target_without_direction,
    unit_of_another_kind,
)
from entente.checks._leftovers import (
    alias_claimed_twice,
    ecuador_or_commission,
    orphaned_record,
    restatement_as_new,
    state_by_another_name,
    unused_theme,
)
from entente.checks._people import (
    commits_outside_agreement,
    minister_of_another_party,
    minister_out_of_office,
    office_of_another,
    office_with_several_holders,
    office_without_holder,
    party_that_did_not_exist,
    report_of_nobody,
)
from entente.checks._problems import Rule, rule_name
from entente.checks._questions import (
    citation_without_place,
    condition_without_record,
    firm_without_citation,
    firm_without_deadline,
    firm_without_metric,
    firm_without_promisor,
    reporter_without_party,
)
from entente.checks._tenures import (
    held_for_a_day,
    held_for_ever,
    overlapping_tenures,
)
from entente.errors import Problem, QueryError

RULES: Final[tuple[Rule, ...]] = (
    due_before_made,
    report_before_made,
    reports_going_backward,
    report_after_withdrawal,
    known_too_early,
    step_out_of_order,
    after_its_sources,
    date_against_its_words,
    anchor_without_date,
    office_without_holder,
    office_with_several_holders,
    minister_out_of_office,
    office_of_another,
    minister_of_another_party,
    held_for_ever,
    held_for_a_day,
    overlapping_tenures,
    commits_outside_agreement,
    party_that_did_not_exist,
    report_of_nobody,
    unit_of_another_kind,
    conflicting_observations,
    change_that_does_not_fit,
    amount_of_itself,
    amounts_that_contradict,
    target_without_direction,
    firm_without_promisor,
    firm_without_deadline,
    firm_without_metric,
    firm_without_citation,
    citation_without_place,
    condition_without_record,
    reporter_without_party,
    restatement_as_new,
    alias_claimed_twice,
    state_by_another_name,
    ecuador_or_commission,
    unused_theme,
    orphaned_record,
)
"""The built-in rules, in the order in which `check` runs them."""


def check(
    dossier: Dossier,
    *,
    rules: str | Rule | Iterable[str | Rule] | None = None,
    without: str | Rule | Iterable[str | Rule] = (),
) -> tuple[Problem, ...]:
    """Return the problems that rules find in a dossier, rule by rule.

    `rules` is one rule or several, each a function or the name of a built-in rule; by default, all
    of `RULES`. They run in the order given, each once. `without` takes rules to leave out, in the
    same ways. Raises `entente.errors.QueryError` if no rule has a name that is given; what the
    dossier holds never raises.

    >>> from entente import Commitment, Dossier
    >>> late = Commitment(id="late", summary="Do it.", made="2024-03", due="2023")
    >>> for found in check(Dossier([late]), rules="due-before-made"):
    ...     print(found)
    commitments[0].due (late): due 2023, but only made 2024-03
    """
    chosen = list(RULES) if rules is None else _find_rules(rules, RULES)
    left_out = {
        rule_name(rule) for rule in _find_rules(without, (*RULES, *chosen))
    }

    ids = [record.id for record in dossier.records]
    places = dict(zip(ids, locations(dossier.records), strict=True))
    problems: list[Problem] = []
    for rule in chosen:
        name = rule_name(rule)
        if name in left_out:
            continue
        for found in rule(dossier):
            # A rule gives the path within a record; readers need it from the top of the dossier.
            top = places.get(found.record or "", ())
            complete = evolve(found, rule=name, path=(*top, *found.path))
            problems.append(complete)
    return tuple(problems)


def _find_rules(
    choice: str | Rule | Iterable[str | Rule],
    known: Sequence[Rule],
) -> list[Rule]:
    """Return the rules of a choice, each once. Raises `QueryError` if no known rule has a name."""
    if isinstance(choice, str) or callable(choice):
        choice = [choice]
    by_name = {rule_name(rule): rule for rule in known}
    found: list[Rule] = []
    for each in choice:
        rule = by_name.get(each) if isinstance(each, str) else each
        if rule is None:
            hint = (
                did_you_mean(str(each), by_name)
                or f"there are {', '.join(by_name)}"
            )
            raise QueryError(f"there is no rule {shorten(each)}; {hint}")
        if rule not in found:
            found.append(rule)
    return found
