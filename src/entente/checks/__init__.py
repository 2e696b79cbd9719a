"""Lint rules for dossiers.

A dossier that loads may still hold records that are wrong or weak. `check` runs rules over it, and
returns the problems that they find. A rule is a function that takes a dossier and yields a
`Problem` for each fault; its name is the function's, with hyphens. `RULES` holds the built-in
rules. Pass your own along with them::

    def no_french(dossier):
        for source in dossier.sources:
            if source.language == "fr":
                yield problem(source, "the source is not in English")

    check(dossier, rules=(*RULES, no_french))

A rule reports only what is certain: a vague date that may be right counts as right.
"""

from entente.checks._problems import Rule, problem, rule_name
from entente.checks._running import RULES, check

__all__ = ["RULES", "Rule", "check", "problem", "rule_name"]
