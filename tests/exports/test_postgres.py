"""The questions of `where` put to PostgreSQL: the answers are those of the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ibis
import pytest
from hypothesis import assume, given

import entente
from engine_questions import (
    RICH,
    assert_same_answers,
    questions,
    some_questions,
)
from entente import Dossier, exports
from entente.asking._criteria import Question
from law_helpers import LAW
from postgres_server import USER, fill_tables, make_tables, programs, server

PROGRAMS = programs()

pytestmark = [
    pytest.mark.no_cover,
    pytest.mark.skipif(
        PROGRAMS is None, reason="this needs Debian's package postgresql"
    ),
]


@pytest.fixture(scope="module")
def connection() -> Iterator[Any]:
    """Start PostgreSQL with all tables, and connect to it."""
    assert PROGRAMS is not None
    with server(PROGRAMS) as folder:
        opened = ibis.postgres.connect(
            host=str(folder), user=USER, database=USER
        )
        make_tables(opened.con)
        yield opened
        opened.disconnect()


@pytest.mark.parametrize("name", RICH)
def test_each_keyword_is_answered_alike(name: str, connection: Any) -> None:
    """PostgreSQL finds the records that the dossier finds, whichever keyword is asked for."""
    fill_tables(connection.con, RICH[name])
    lake = exports.open(connection)
    assert_same_answers(RICH[name], lake, some_questions(name))


@LAW
@given(drawn=questions())
def test_questions_to_any_dossier_are_answered_alike(
    connection: Any, drawn: tuple[Dossier, list[tuple[str, Question]]]
) -> None:
    """PostgreSQL answers as the dossier does, whatever is in it."""
    dossier, asked = drawn
    # PostgreSQL holds no text with this letter.
    assume("\\u0000" not in entente.dumps(dossier))
    fill_tables(connection.con, dossier)
    assert_same_answers(dossier, exports.open(connection), asked)
