"""What people write where a dossier has another word, and what they are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import get_args

import pytest
from attrs import fields_dict

from entente import Commitment, Dossier, Firmness, Force
from entente.errors import QueryError, RecordError
from entente.records import _habits as habits, _vocabulary as vocabulary
from entente.records._forms import LANGUAGE_TAG, RECURRENCE_RULE
from entente.records._habits import (
    keys_for,
    stands_for,
    suggest_key,
    suggest_kind,
)
from entente.records._model import KINDS
from entente.records._parts import PARTS
from entente.records._vocabulary import suggest_word

CLASSES = {each.__name__: each for each in [*KINDS.values(), *PARTS]}
LISTS = {
    name: each
    for name, each in vars(vocabulary).items()
    if isinstance(each, type) and issubclass(each, StrEnum)
}


def in_table(
    table: Mapping[str, Mapping[str, str]],
) -> Iterator[tuple[str, str, str]]:
    """Yield each thing that people write: the class or list, what is ours, and what they write."""
    for name, ours in table.items():
        for target, written in ours.items():
            for habit in written.split():
                yield name, target, habit


def has_path(cls: type, path: str) -> bool:
    """Tell whether a class has a key, and what it holds a key within."""
    outer, _, inner = path.partition(".")
    if outer not in fields_dict(cls):
        return False
    if not inner:
        return True
    return inner in fields_dict(get_args(fields_dict(cls)[outer].type)[0])


def test_every_record_and_part_has_habits() -> None:
    """No class was forgotten, and none is in the table that is no record or part."""
    assert habits.KEYS.keys() == CLASSES.keys()


def test_every_key_that_is_offered_exists() -> None:
    """What is offered for a habit is a key of the class, or of what the key holds."""
    for name, path, _ in in_table(habits.KEYS):
        assert has_path(CLASSES[name], path), (name, path)
    for path in habits.KEYS_OF_ALL:
        assert any(has_path(cls, path) for cls in CLASSES.values()), path


def test_no_habit_is_a_key() -> None:
    """What a class calls by its right name is no habit."""
    for table in (habits.KEYS, habits.ADVICE):
        for name, _, habit in in_table(table):
            assert habit not in fields_dict(CLASSES[name]), (name, habit)


def test_keys_that_may_be_confused_have_a_meaning() -> None:
    """Where several keys are offered each says what it is for, and no meaning is left over."""
    used = {
        f"{name}.{path}"
        for name, _, habit in in_table(habits.KEYS)
        if len(paths := keys_for(habit, CLASSES[name])) > 1
        for path in paths
    }
    assert used == habits.MEANINGS.keys()


def test_every_word_that_is_offered_exists() -> None:
    """What is offered for a wording is a word of the list, and no wording is one."""
    for name, word, habit in in_table(habits.WORDS):
        assert word in list(LISTS[name]), (name, word)
        assert habit not in list(LISTS[name]), (name, habit)
    for name, _, habit in in_table(habits.WORD_ADVICE):
        assert habit not in list(LISTS[name]), (name, habit)


def test_words_that_may_be_confused_have_a_meaning() -> None:
    """Where several words are offered each says what it is for, and no meaning is left over."""
    offered: dict[tuple[str, str], list[str]] = {}
    for name, word, habit in in_table(habits.WORDS):
        offered.setdefault((name, habit), []).append(word)
    used = {
        f"{name}.{word}"
        for (name, _), words in offered.items()
        if len(words) > 1
        for word in words
    }
    assert used == habits.WORD_MEANINGS.keys()


def test_every_kind_that_is_offered_exists() -> None:
    """What is offered for the name of a kind is a kind, and no habit is one."""
    assert habits.KINDS.keys() <= KINDS.keys()
    for table in (habits.KINDS, habits.ADVICE_AT_THE_TOP):
        for _, _, habit in in_table({"": table}):
            assert habit not in KINDS


@pytest.mark.parametrize(
    ("name", "key", "hint"),
    [
        ("Commitment", "deadline", "write 'due'"),
        ("Commitment", "description", "write 'summary'"),
        (
            "Commitment",
            "date",
            "write 'made' for the day on which it was promised, or 'due' for its deadline",
        ),
        (
            "Commitment",
            "from",
            (
                "write 'by' for who promises it, or 'made' for the day on which it was promised, "
                "or 'runs' for the time for which it lasts"
            ),
        ),
        (
            "Commitment",
            "title",
            "write 'summary' for what is promised, in a sentence of your own, or 'label' for a short name",
        ),
        (
            "Commitment",
            "status",
            "write it within `reports`: reports = [{ status = … }]",
        ),
        (
            "Commitment",
            "source",
            "write it within `citations`: citations = [{ source = … }]",
        ),
        (
            "Commitment",
            "currency",
            "write it within `amounts`: amounts = [{ value = … }]",
        ),
        (
            "Commitment",
            "supersedes",
            'write links = [{ kind = "supersedes", target = … }]',
        ),
        (
            "Commitment",
            "overdue",
            "leave it out: it is worked out from the reports and the deadline, for any day",
        ),
        ("Commitment", "Due", "write 'due'"),
        ("Commitment", "fundedBy", "write 'funded_by'"),
        ("Commitment", "Target date", "write 'due'"),
        ("Commitment", "themse", "did you mean 'themes'?"),
        ("Commitment", "colour", None),
        ("Adherence", "signed", 'write steps = [{ kind = "signed", on = … }]'),
        ("Source", "url", "write 'address'"),
        (
            "Source",
            "author",
            "write 'publisher' for who published it, or 'issued_by' for the party whose account it is",
        ),
        ("Meeting", "status", "write 'state'"),
        ("Tenure", "start", "write 'period'"),
        ("Report", "when", "write 'on'"),
        ("Amount", "amount", "write 'value'"),
        ("Statement", "who", "write 'speakers'"),
        ("Place", "lines", None),
    ],
)
def test_a_habit_leads_to_the_key(
    name: str, key: str, hint: str | None
) -> None:
    """A name that people use leads to our key, to several with their meanings, or to what to do."""
    assert suggest_key(key, CLASSES[name]) == hint


@pytest.mark.parametrize(
    ("name", "key", "meant"),
    [
        ("Meeting", "title", "name"),
        ("Meeting", "Name", "name"),
        ("Meeting", "nmae", "name"),
        ("Meeting", "participants", None),
        ("Meeting", "host", None),
        ("Meeting", "colour", None),
        ("Commitment", "source", None),
    ],
)
def test_a_key_stands_for_one_other(
    name: str, key: str, meant: str | None
) -> None:
    """A key is written for another if that alone can be meant."""
    assert stands_for(key, CLASSES[name]) == meant


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("promises", "write 'commitments'"),
        ("Themes", "write 'themes'"),
        ("comitments", "did you mean 'commitments'?"),
        (
            "title",
            "write it in a comment, or leave it out",
        ),
        ("reports", "write them within the commitment that they are about"),
        ("version", "write entente = 1"),
    ],
)
def test_a_habit_leads_to_the_kind(key: str, hint: str) -> None:
    """A name that people use for a kind of record leads to ours."""
    assert suggest_kind(key, KINDS) == hint


@pytest.mark.parametrize(
    ("words", "text", "hint"),
    [
        ("Firmness", "committed", "write 'pledged'"),
        ("Firmness", "Pledged", "write 'pledged'"),
        (
            "Firmness",
            "expected",
            "that is a forecast and no promise: record who said it as a statement, and the figure as a metric",
        ),
        (
            "Firmness",
            "ongoing",
            "that is progress, which is written in `reports`; write here how firm the promise was",
        ),
        ("Firmness", "sworn", None),
        ("ReportedStatus", "on-going", "write 'in_progress'"),
        ("ReportedStatus", "done", "write 'completed'"),
        (
            "MeetingState",
            "not_held",
            "write 'planned' for one that is still to come, or 'cancelled' for one that will not be held",
        ),
        ("AgreementForm", "MoU", "write 'memorandum'"),
        ("SourceKind", "communiqué", "write 'communique'"),
        (
            "Schedule",
            "late",
            "write 'overdue' for what is not done though its deadline is over, or 'met_late' for what was done after its deadline",
        ),
        ("Role", "chairman", "write 'chair'"),
        ("PartyKind", "region", "write 'subnational_government'"),
        ("Basis", "implied", "write 'inferred'"),
        (
            "Force",
            "signed",
            (
                "that is a date: write the day under the key `signed`, `in_force` or `ended`, and here "
                "'binding', 'political' or 'unknown'"
            ),
        ),
    ],
)
def test_a_wording_leads_to_the_word(
    words: str, text: str, hint: str | None
) -> None:
    """A wording leads to the word of the list, to several with their meanings, or to what to do."""
    assert suggest_word(text, LISTS[words]) == hint


def test_in_python_a_wording_leads_to_the_member() -> None:
    """A constructor takes members of the lists, so it offers these."""
    with pytest.raises(RecordError, match=r"write Firmness\.PLEDGED$"):
        Commitment(id="a", summary="A", firmness="committed")  # type: ignore[arg-type]
    assert (
        suggest_word("pledged", Firmness, in_code=True)
        == "write Firmness.PLEDGED"
    )
    assert (
        suggest_word("non-binding", Force, in_code=True)
        == "write Force.POLITICAL"
    )


def test_a_question_takes_no_other_wording_either() -> None:
    """A word of a question that no list has leads to the right one."""
    with pytest.raises(
        QueryError, match=r"^'expired' is not a schedule; write 'over'$"
    ):
        Dossier().commitments.where(schedule="expired", on="2024-01-30")


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("English", 'write "en"'),
        ("français", 'write "fr"'),
        ("EN", 'write "en"'),
        ("en_GB", 'write "en-gb"'),
        ("English!", 'write "en"'),
        ("Klingon", 'write "en" or "fr-CA"'),
    ],
)
def test_the_name_of_a_language_leads_to_its_tag(
    language: str, hint: str
) -> None:
    """A language by its name or with a tag in capitals leads to the tag."""
    assert LANGUAGE_TAG.fault(language) == (
        f"{language!r} is not a language tag",
        hint,
    )


def test_a_recurrence_in_words_leads_to_its_rule() -> None:
    """Every rule that is offered is sound, and each of its wordings leads to it."""
    for rule, wordings in habits.RULES.items():
        assert RECURRENCE_RULE.fault(rule) is None
        for wording in wordings.split():
            assert RECURRENCE_RULE.fault(wording.replace("_", " ")) == (
                f"{wording.replace('_', ' ')!r} is not a recurrence rule (RFC 5545): it has no FREQ",
                f'write "{rule}"',
            )
