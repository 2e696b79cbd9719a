"""The converter for programs: records in attrs classes of the user's own."""

from __future__ import annotations

import threading
from typing import Any, Optional

import attrs
import pytest
from cattrs import Converter
from cattrs.errors import BaseValidationError

import entente
from entente import (
    Commitment,
    Firmness,
    Period,
    Place,
    Report,
    ReportedStatus,
    Theme,
)
from entente.errors import Problem
from entente.files import problems
from entente.files._quick import Readers

PATROL: dict[str, Any] = {
    "id": "patrol",
    "summary": "Patrol more.",
    "by": ["FR"],
    "due": {"edtf": "2024-21", "stated": "in the spring"},
    "firmness": "pledged",
    "reports": [{"on": "2025", "by": "GB", "status": "completed"}],
}
PAY: dict[str, Any] = {"id": "pay", "summary": "Pay.", "part_of": "patrol"}


NO_MONTH = (
    "'2024-13' is not a date: there is no month 13: months are 01 to 12, "
    "seasons and other parts of a year 21 to 41 (at character 6)"
)


@attrs.frozen
class Ticket:
    """A class as a user would write it."""

    title: str
    commitment: Commitment
    others: tuple[Commitment, ...] = ()
    themes: list[Theme] = attrs.field(factory=list)
    report: Report | None = None
    place: Optional[Place] = None  # noqa: UP045 -- users write it so too
    due: Period | None = None
    number: int = 0


TICKET: dict[str, Any] = {
    "title": "Boats",
    "commitment": PATROL,
    "others": [PAY, PATROL],
    "themes": [{"id": "boats", "label": "Boats"}],
    "report": {"on": "2025", "by": "GB", "status": "completed"},
    "place": {"name": "Paris", "country": "FR"},
    "due": "2024-07",
    "number": 7,
}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the classes whose compiled readers were called, in order."""
    called: list[str] = []

    def one(self: Readers, cls: type, table: object) -> Any:
        called.append(cls.__name__)
        return read_one(self, cls, table)

    def many(self: Readers, cls: type, *args: Any) -> Any:
        called.append(f"{cls.__name__}s")
        return read_many(self, cls, *args)

    read_one, read_many = Readers.one, Readers.many
    monkeypatch.setattr(Readers, "one", one)
    monkeypatch.setattr(Readers, "many", many)
    return called


def faults(data: object, cls: Any) -> list[str]:
    """Return the problems of data that cannot be structured."""
    with pytest.raises(BaseValidationError) as caught:
        entente.converter().structure(data, cls)
    return [str(problem) for problem in problems(caught.value)]


def test_records_are_read_in_classes_of_the_users_own(read: list[str]) -> None:
    """Records, parts and lists of records go through the compiled readers."""
    ticket = entente.converter().structure(TICKET, Ticket)
    assert ticket.commitment.due == Period("2024-21")
    assert ticket.commitment.firmness is Firmness.PLEDGED
    assert [each.id for each in ticket.others] == ["pay", "patrol"]
    assert ticket.themes == [Theme(id="boats", label="Boats")]
    assert ticket.report is not None
    assert ticket.report.status is ReportedStatus.COMPLETED
    assert read == ["Commitment", "Commitments", "Themes", "Report", "Place"]


def test_what_was_structured_is_unstructured_to_the_same() -> None:
    """Data goes through the converter and back unchanged."""
    converter = entente.converter()
    assert converter.unstructure(converter.structure(TICKET, Ticket)) == TICKET


def test_defaults_are_left_out() -> None:
    """A key whose value is the default is not written."""
    ticket = Ticket("Boats", Commitment(id="pay", summary="Pay."))
    assert entente.converter().unstructure(ticket) == {
        "title": "Boats",
        "commitment": {"id": "pay", "summary": "Pay."},
    }


def test_faults_in_a_record_are_reported_with_their_paths() -> None:
    """All faults are worded as in a file, and lead from the user's class to the value."""
    faulty = {**PATROL, "firmness": "plegded", "reports": [{"on": "2024-13"}]}
    assert faults(
        {**TICKET, "commitment": faulty, "others": [PAY, faulty]}, Ticket
    ) == [
        f"{path}{fault}"
        for path in ("commitment.", "others[1].")
        for fault in (
            "firmness: 'plegded' is not a firmness; did you mean 'pledged'?",
            f"reports[0].on: {NO_MONTH}",
            "reports[0]: the key 'by' is missing",
            "reports[0]: the key 'status' is missing",
        )
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"titel": "B"}, "titel: 'titel' is not a key of a ticket; did you mean 'title'?"),
        ({"title": 3}, 'title: the number 3 is not text; write it in quotes: "3"'),
        ({"others": {}}, "others: a table is not a list"),
        ({"themes": "abc"}, "themes: 'abc' is not a list; write it in brackets: [\"abc\"]"),
        ({"report": None}, "report: null is not a table (on, by, status, of, known, due, citations, note); leave the key out"),
        ({"place": None}, "place: null is not a table (name, country); leave the key out"),
        ({"others": [{**PAY, "id": "The Pay"}]}, "others[0].id: 'The Pay' is not an id; write 'the-pay'"),
    ],
)  # fmt: skip
def test_the_users_own_classes_are_strict_too(
    change: dict[str, Any], said: str
) -> None:
    """Nothing is converted silently, whichever class holds it."""
    assert faults({**TICKET, **change}, Ticket) == [said]


def test_ids_of_other_records_are_not_looked_up() -> None:
    """A record that is structured alone may name what nobody knows."""
    commitment = entente.converter().structure(PAY, Commitment)
    assert commitment.part_of == "patrol"


@pytest.mark.parametrize(
    "change",
    [
        {"summary": "\ud800"},
        {"wording": ["\ud800"]},
        {"due": {"edtf": "2024", "stated": "\ud800"}},
        {"due": {"stated": "\ud800"}},
        {"part_of": "\ud800"},
        {"id": "\ud800"},
    ],
)
def test_half_a_surrogate_pair_is_not_text(change: dict[str, Any]) -> None:
    """Data of a program may hold what no file can; it is refused all the same."""
    assert len(faults({**PAY, **change}, Commitment)) == 1


def test_a_hook_of_the_users_own_comes_first() -> None:
    """A hook that is registered for a class of records is called for each, in lists too."""
    converter = entente.converter()

    def by_id(value: str, _: type) -> Theme:
        return Theme(id=value, label=value.title())

    converter.register_structure_hook(Theme, by_id)
    assert converter.structure(["boats"], list[Theme]) == [
        Theme(id="boats", label="Boats")
    ]
    assert isinstance(converter, Converter)


def test_other_types_are_structured_as_cattrs_does() -> None:
    """Unions, fixed tuples and types of others are not our business."""
    converter = entente.converter()
    assert converter.structure([1, "a"], tuple[int, str]) == (1, "a")
    assert converter.structure({"a": 1}, dict[str, int]) == {"a": 1}


def test_an_error_that_is_not_about_the_data_is_raised_again() -> None:
    """A fault of a user's hook is not taken for a fault of the data."""
    with pytest.raises(ZeroDivisionError):
        problems(ZeroDivisionError())


def test_a_problem_has_a_path_and_a_hint() -> None:
    """Programs find the parts of a problem apart."""
    with pytest.raises(BaseValidationError) as caught:
        entente.converter().structure(
            {**PAY, "firmness": "plegded"}, Commitment
        )
    assert problems(caught.value) == (
        Problem(
            message="'plegded' is not a firmness",
            path=("firmness",),
            hint="did you mean 'pledged'?",
        ),
    )


def test_several_threads_may_share_a_converter() -> None:
    """A wrong id is found in whichever thread it is, and no sound record is refused."""
    converter = entente.converter()
    refused: list[int] = []

    def work(number: int) -> None:
        for turn in range(200):
            id = "A B" if turn % 20 == number else f"theme-{turn}"
            try:
                converter.structure({"id": id, "label": "A"}, Theme)
            except BaseValidationError:
                refused.append(number)

    threads = [
        threading.Thread(target=work, args=(number,)) for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(refused) == sorted([*range(4)] * 10)


def test_loads_at_the_same_time_do_not_share_ids() -> None:
    """A dossier that is loaded while another is being read knows its own ids only."""
    sound = '{"entente": 1, "themes": [{"id": "a", "label": "A"}, {"id": "b", "label": "B", "broader": ["a"]}]}'
    dangling = sound.replace('["a"]', '["c"]')
    found: list[int] = []

    def work(text: str, problem_count: int) -> None:
        for _ in range(50):
            try:
                entente.loads(text)
            except entente.errors.LoadError as error:
                found.append(len(error.problems) - problem_count)
            else:
                found.append(-problem_count)

    threads = [
        threading.Thread(target=work, args=case)
        for case in ((sound, 0), (dangling, 1))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [0] * 100
