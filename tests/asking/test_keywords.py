"""Keywords of `where`: rejected values, signatures, and agreement with the model."""

from __future__ import annotations

import inspect
from typing import Any, get_args

import pytest
from attrs import fields_dict

from asked_dossier import DOSSIER
from entente.asking._keywords import Words
from entente.errors import (
    EntenteError,
    PeriodError,
    QueryError,
    UnknownIdError,
)
from entente.records._model import KINDS


@pytest.mark.parametrize(
    ("kind", "asked", "error", "message"),
    [
        (
            "commitments",
            {"theme": "boat"},
            UnknownIdError,
            "there is no theme 'boat'; did you mean 'boats'?",
        ),
        (
            "commitments",
            {"theme": "paris"},
            UnknownIdError,
            "'paris' is a meeting, not a theme",
        ),
        (
            "commitments",
            {"theme": ("boats", "xyz")},
            UnknownIdError,
            "there is no theme 'xyz'",
        ),
        (
            "commitments",
            {"by": "UK"},
            UnknownIdError,
            "there is no party, office or minister 'UK'; write 'GB'",
        ),
        (
            "commitments",
            {"by": "FRA"},
            UnknownIdError,
            "there is no party, office or minister 'FRA'; write 'FR'",
        ),
        (
            "commitments",
            {"agreement": "games"},
            UnknownIdError,
            "'games' is an event, not an agreement",
        ),
        (
            "statements",
            {"about": "UK"},
            UnknownIdError,
            "there is no record 'UK'; write 'GB'",
        ),
        (
            "commitments",
            {"firmness": "pledge"},
            QueryError,
            "'pledge' is not a firmness; write 'pledged'",
        ),
        (
            "meetings",
            {"state": "over"},
            QueryError,
            "'over' is not a meeting state; write one of proposed, planned, held, cancelled",
        ),
        (
            "agreements",
            {"form": "tready"},
            QueryError,
            "'tready' is not an agreement form; did you mean 'treaty'?",
        ),
        (
            "commitments",
            {"firm": "yes"},
            QueryError,
            "'yes' is neither True nor False",
        ),
        (
            "commitments",
            {"firm": 1},
            QueryError,
            "1 is neither True nor False",
        ),
        (
            "commitments",
            {"made": "2024", "certain": "no"},
            QueryError,
            "'no' is neither True nor False",
        ),
        (
            "commitments",
            {"certain": None},
            QueryError,
            "None is neither True nor False",
        ),
        (
            "commitments",
            {"theme": 5},
            QueryError,
            "5 is not text; give one text or a tuple of them",
        ),
        (
            "commitments",
            {"firmness": ("agreed", None)},
            QueryError,
            "None is not text; records without one are in `group_by(…).get(None)`",
        ),
        (
            "commitments",
            {"due": ("2024", None)},
            QueryError,
            "None is not a date; records without one are in `group_by(…).get(None)`",
        ),
        (
            "commitments",
            {"theme": ["boats"]},
            QueryError,
            "['boats'] is not text; give one text or a tuple of them",
        ),
        (
            "commitments",
            {"kind": 5},
            QueryError,
            "5 is not text; give one text or a tuple of them",
        ),
        (
            "commitments",
            {"made": 2024},
            QueryError,
            "2024 is not a date; give a Period, a datetime.date or an EDTF text",
        ),
        (
            "commitments",
            {"theme": ()},
            QueryError,
            "an empty tuple asks for nothing; to ask for all, omit the keyword",
        ),
        (
            "commitments",
            {"made": ()},
            QueryError,
            "an empty tuple asks for nothing; to ask for all, omit the keyword",
        ),
    ],
)
def test_an_invalid_value_is_an_error(
    kind: str, asked: dict[str, Any], error: type[EntenteError], message: str
) -> None:
    """An unknown id, an unknown word or a wrong type raises an error with a fix."""
    with pytest.raises(error) as caught:
        getattr(DOSSIER, kind).where(**asked)
    assert str(caught.value) == message


def test_an_invalid_date_is_an_error() -> None:
    """A date that is not valid EDTF raises `PeriodError`."""
    with pytest.raises(PeriodError, match=r"^'2024-13' is not a date: "):
        DOSSIER.commitments.where(made="2024-13")


@pytest.mark.parametrize(
    ("kind", "keyword", "message"),
    [
        (
            "commitments",
            "thme",
            "commitments have no keyword 'thme'; did you mean 'theme'? there are theme, by, to, funded_by, implemented_by, announced_by, party, participant, role, firmness, firm, continuing, kind, made, due, first_due, runs, recurs, conditional, condition, condition_party, waits_for, unit, amount, form, scope, country, meeting, agreement, event, part_of, metric, link, new, status, declared, assessed, schedule, identifier, source",
        ),
        (
            "themes",
            "certain",
            "themes have no keyword 'certain'; there are theme, identifier, source",
        ),
        (
            "meetings",
            "on",
            "meetings have no keyword 'on'; there are theme, state, form, when, party, role, minister, office, identifier, source",
        ),
    ],
)
def test_where_rejects_an_unknown_keyword(
    kind: str, keyword: str, message: str
) -> None:
    """The error suggests a keyword or lists them all, whatever the value."""
    for value in ("boats", None):
        with pytest.raises(QueryError) as caught:
            getattr(DOSSIER, kind).where(**{keyword: value})
        assert str(caught.value) == message


def test_where_takes_keywords_only() -> None:
    """`where` accepts no positional arguments."""
    with pytest.raises(TypeError, match="positional"):
        DOSSIER.themes.where("boats")  # type: ignore[call-arg]


def test_signatures_show_keywords_and_types() -> None:
    """Signatures show each keyword with its plain type and no implementation details."""
    for kind in KINDS:
        signature = inspect.signature(type(getattr(DOSSIER, kind)).where)
        shown = str(signature)
        assert "Annotated" not in shown
        assert "object at" not in shown
    assert str(inspect.signature(type(DOSSIER.themes).where)) == (
        "(self, *, theme: 'OneOrMore | None' = None, "
        "identifier: 'OneOrMore | None' = None, "
        "source: 'OneOrMore | None' = None) -> Self"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_keywords_agree_with_their_fields(kind: str) -> None:
    """A keyword accepts the kinds of id, or the words, that its field holds."""
    record = KINDS[kind]
    for name, keyword in type(getattr(DOSSIER, kind))._keywords.items():
        for path in keyword.paths:
            if not isinstance(path, str) or path in ("id", "is_firm"):
                continue
            field, _, within = path.partition(".")
            attribute = fields_dict(record)[field]
            if within:
                [part] = (
                    each
                    for each in get_args(attribute.type)
                    if each is not ...
                )
                attribute = fields_dict(part)[within]
            if len(keyword.paths) == 1 and keyword.kinds:
                assert keyword.kinds == attribute.metadata["kinds"], name
            if isinstance(keyword, Words):
                assert keyword.words in (
                    attribute.type,
                    *get_args(attribute.type),
                ), name
