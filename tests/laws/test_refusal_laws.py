"""Laws of mistakes in questions: each is an error with a suggestion."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import assume, given, strategies as st

from entente import Dossier, Record
from entente.errors import QueryError, UnknownIdError
from entente.records._model import (
    Agreement,
    Commitment,
    Event,
    Meeting,
    Metric,
    Minister,
    Office,
    Party,
    Source,
    Statement,
    Theme,
)
from entente.records._parts import Tenure
from entente.records._states import state_name
from entente.records._vocabulary import (
    Act,
    MeetingState,
    PartyKind,
    SourceKind,
)
from entente.strategies import dossiers
from law_helpers import LAW, by_id, word_for
from plain_scan import CLOCKED, IDS, WORDS, selections

pytestmark = pytest.mark.no_cover

# --- what cannot be asked

NAMED: tuple[Record, ...] = (
    Theme(id="first-theme", label="Theme"),
    Party(id="first-party", name="Party", kind=PartyKind.BODY),
    Office(id="first-office", title="Office", party="first-party"),
    Minister(
        id="first-minister",
        name="Minister",
        tenures=(Tenure(office="first-office", period="2024"),),
    ),
    Source(id="first-source", title="Source", kind=SourceKind.READOUT),
    Event(id="first-event", name="Event"),
    Meeting(id="first-meeting", name="Meeting", state=MeetingState.HELD),
    Agreement(id="first-agreement", name="Agreement"),
    Commitment(id="first-commitment", summary="Commitment"),
    Metric(id="first-metric", name="Metric", unit="people"),
    Statement(
        id="first-statement",
        summary="Statement",
        act=Act.CLAIM,
        speakers=("first-party",),
    ),
)


@pytest.mark.parametrize(
    ("kind", "keyword", "of"),
    [
        (kind, keyword, of)
        for kind in IDS
        for keyword, (_, kinds) in IDS[kind].items()
        for of in kinds
    ],
)
def test_an_unknown_id_is_an_error_with_a_suggestion(
    kind: str, keyword: str, of: str
) -> None:
    """An unknown id is an error with a suggestion, not an empty answer."""
    meant = f"first-{'theme' if of == 'record' else of}"
    with pytest.raises(UnknownIdError) as caught:
        getattr(Dossier(NAMED), kind).where(**{keyword: (meant, meant[:-1])})
    assert caught.value.id == meant[:-1]
    assert caught.value.hint == f"did you mean {meant!r}?"


@pytest.mark.parametrize(
    ("kind", "keyword"),
    [
        (kind, keyword)
        for kind in IDS
        for keyword, (_, kinds) in IDS[kind].items()
        if "record" not in kinds
    ],
)
def test_an_id_of_another_kind_is_an_error(kind: str, keyword: str) -> None:
    """An id of the wrong kind of record is an error that names the kind."""
    other = next(
        record
        for record in NAMED
        if word_for(record) not in IDS[kind][keyword][1]
    )
    with pytest.raises(
        UnknownIdError, match=f"'{other.id}' is a {word_for(other)}"
    ):
        getattr(Dossier(NAMED), kind).where(**{keyword: other.id})


@pytest.mark.parametrize(
    ("kind", "keyword", "word"),
    [
        *(
            (kind, keyword, word)
            for kind in WORDS
            for keyword, (_, words) in WORDS[kind].items()
            for word in words
        ),
        *(
            ("commitments", keyword, word)
            for keyword, words in CLOCKED.items()
            for word in words
        ),
    ],
)
def test_an_unknown_word_is_an_error_with_a_suggestion(
    kind: str, keyword: str, word: StrEnum
) -> None:
    """A word that is not in its list is an error that names the one that was meant."""
    terms = {"on": "2024-01-30"} if keyword in CLOCKED else {}
    with pytest.raises(QueryError, match=f"write '{word.value}'"):
        getattr(Dossier(NAMED), kind).where(
            **{keyword: f"{word.value}_"}, **terms
        )


@LAW
@given(dossiers(), st.text(max_size=8))
def test_no_text_passes_for_an_id(dossier: Dossier, text: str) -> None:
    """Any text that is neither an id of the dossier nor a state is an error wherever an id is asked for."""
    assume(text not in by_id(dossier.records))
    assume(state_name(text) is None)
    for kind, selection in selections(dossier).items():
        for keyword in IDS[kind]:
            with pytest.raises(UnknownIdError):
                selection.where(**{keyword: text})
    with pytest.raises(UnknownIdError):
        dossier[text]
    with pytest.raises(UnknownIdError):
        dossier.without(text)
    assert text not in dossier
