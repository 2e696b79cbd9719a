"""Dossiers as text: what is written is read back the same, and nothing is converted in silence."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import fields

import entente
from entente import (
    Act,
    Adherence,
    Agreement,
    AgreementForm,
    Basis,
    Citation,
    Commitment,
    CommitmentKind,
    Condition,
    Dossier,
    Event,
    Firmness,
    Force,
    Link,
    LinkKind,
    Meeting,
    MeetingForm,
    MeetingState,
    Membership,
    Metric,
    Minister,
    Observation,
    Office,
    Participation,
    Party,
    PartyKind,
    Period,
    Place,
    Problem,
    Quantity,
    Report,
    ReportedStatus,
    Role,
    Source,
    SourceKind,
    Statement,
    Tenure,
    Theme,
    dumps,
    load,
    loads,
    save,
)
from entente.errors import FormatError, LoadError, MissingExtraError, UnknownIdError
from entente.evidence import fingerprint
from entente.files import excerpt, locate
from entente.files._converter import to_plain
from entente.files._formats import FORMATS, read
from entente.records._walk import parts

CITATION = Citation(
    source="readout",
    paragraphs="2",
    lines="3-4",
    characters="10-90",
    fingerprint=fingerprint("They met."),
    quote="They met.",
    basis=Basis.INFERRED,
    note="By look-up.",
)
CITED: dict[str, Any] = {
    "citations": (CITATION, Citation(source="readout")),
    "note": "“Noted” – É, 中, 😀",
}

FULL = Dossier(
    [
        Theme(id="migration", label="Migration", **CITED),
        Theme(
            id="boats",
            label="Boats",
            broader=("migration",),
            aliases=("dinghies", "NO"),
            **CITED,
        ),
        Party(id="police", name="Police", kind=PartyKind.BODY, part_of="FR", **CITED),
        Party(
            id="calais",
            name="Calais Group",
            kind=PartyKind.GROUPING,
            aliases=("the Group",),
            members=(
                Membership(party="FR"),
                Membership(party="GB", period="2021/..", **CITED),
            ),
        ),
        Office(id="old", title="Old office", party="GB"),
        Office(
            id="home", title="Home Secretary", party="GB", succeeds=("old",), **CITED
        ),
        Minister(
            id="cleverly",
            name="James Cleverly",
            aliases=("J. Cleverly",),
            tenures=(
                Tenure(
                    office="home", period="2023-11-13/2024-07", acting=True, **CITED
                ),
            ),
            **CITED,
        ),
        Source(
            id="readout",
            title="Readout",
            kind=SourceKind.READOUT,
            publisher="Home Office",
            issued_by=("GB",),
            published="2024-01-30",
            language="en-GB",
            address="https://example.org/a?b=c#d",
            licence="OGL-UK-3.0",
            fingerprint=fingerprint("They met."),
            note="Noted.",
        ),
        Event(
            id="games",
            name="Games",
            when="2024-07-26/2024-08-11",
            place=Place(name="Paris", country="FR"),
            hosts=("FR",),
            themes=("boats",),
            **CITED,
        ),
        Meeting(
            id="paris",
            name="Paris",
            state=MeetingState.HELD,
            when=Period("2024-01-30", stated="on Tuesday"),
            place=Place(name="Paris"),
            form=MeetingForm.IN_PERSON,
            parties=("FR", "GB"),
            participations=(
                Participation(
                    minister="cleverly",
                    office="home",
                    party="GB",
                    role=Role.HOST,
                    **CITED,
                ),
            ),
            themes=("boats",),
            **CITED,
        ),
        Agreement(id="frame", name="Framework"),
        Agreement(
            id="treaty",
            name="Treaty",
            form=AgreementForm.TREATY,
            force=Force.BINDING,
            aliases=("the Accord",),
            parties=("FR", "GB"),
            sought="2001",
            announced="2002",
            signed="2003-02-04",
            provisional="2003-03",
            in_force="2004-02-01",
            ended="2020~",
            adherences=(
                Adherence(
                    party="FR",
                    signed="2003-02-04",
                    provisional="2003-03",
                    in_force="2004",
                    ended="20XX",
                    **CITED,
                ),
            ),
            meeting="paris",
            part_of="frame",
            links=(Link(kind=LinkKind.IMPLEMENTS, target="frame", note="In part."),),
            themes=("boats",),
            **CITED,
        ),
        Commitment(id="plan", summary="Plan."),
        Commitment(
            id="patrol",
            summary="Patrol more.",
            by=("FR", "police"),
            to=("GB",),
            funded_by=("GB",),
            implemented_by=("police",),
            announced_by=("home", "readout"),
            firmness=Firmness.PLEDGED,
            wording=("commit to",),
            continuing=True,
            kind=CommitmentKind.ACTION,
            themes=("boats", "migration"),
            made="2024-01-30",
            due=Period("2024-21", stated="by the spring"),
            runs="2024/..",
            recurrence="FREQ=YEARLY;INTERVAL=2",
            conditions=(
                Condition(text="Once it is paid.", waits_for="plan"),
                Condition(text="In fair weather."),
            ),
            place=Place(name="Calais", country="FR"),
            meeting="paris",
            agreement="treaty",
            event="games",
            part_of="plan",
            links=(Link(kind=LinkKind.RESTATES, target="plan"),),
            metrics=("arrivals",),
            reports=(
                Report(
                    on="2025-01",
                    by="GB",
                    status=ReportedStatus.IN_PROGRESS,
                    known="2025-02",
                    due="2025-06-30",
                    **CITED,
                ),
            ),
            **CITED,
        ),
        Metric(
            id="arrivals",
            name="Arrivals",
            unit="people",
            themes=("boats",),
            target="< 1000 people",
            baseline=Observation(period="2022", value="45,774 people"),
            observations=(
                Observation(
                    period="2023",
                    value="~ 29,437 people",
                    as_of="2024-01-01",
                    by="GB",
                    **CITED,
                ),
                Observation(period="2023", change="-36 %", against="2022"),
            ),
            **CITED,
        ),
        Statement(
            id="praise",
            summary="Well done.",
            act=Act.PRAISE,
            speaker="readout",
            to=("police", "cleverly"),
            about=("patrol", "FR", "games"),
            said="2024-01-30",
            meeting="paris",
            themes=("boats",),
            **CITED,
        ),
        Statement(
            id="aside", summary="Soon.", act=Act.CLAIM, speaker="home", part_of="praise"
        ),
    ]
)
"""A dossier in which every field of every record has a value somewhere."""


def full_fields() -> set[tuple[str, str]]:
    """Return every kind of record and part with each of its fields that has a value of its own."""
    from_records: set[tuple[str, str]] = set()
    for record in FULL.records:
        for _, part in parts(record):
            for attribute in fields(type(part)):  # type: ignore[arg-type]
                if getattr(part, attribute.name) != attribute.default:
                    from_records.add((type(part).__name__, attribute.name))
    return from_records


def test_the_full_dossier_is_full() -> None:
    """Every field of every record is tried by the tests of this file."""
    kinds = {type(part) for record in FULL.records for _, part in parts(record)}
    assert {kind.__name__ for kind in kinds} == {
        "Citation", "Place", "Tenure", "Membership", "Participation", "Adherence", "Link", "Condition",
        "Report", "Observation", "Theme", "Party", "Office", "Minister", "Source", "Event", "Meeting",
        "Agreement", "Commitment", "Metric", "Statement",
    }  # fmt: skip
    every = {
        (kind.__name__, attribute.name)
        for kind in kinds
        for attribute in fields(kind)  # type: ignore[arg-type]
    }
    assert every - full_fields() == {("Source", "citations")}


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_written_is_read_back(format: str) -> None:
    """No field of any record is lost or changed, nor are a date's own words."""
    again = loads(dumps(FULL, format=format), format=format)
    assert again == FULL
    due = again.commitments["patrol"].due
    assert due is not None
    assert due.stated == "by the spring"
    assert dumps(again, format=format) == dumps(FULL, format=format)


def test_plain_data_is_what_a_file_holds() -> None:
    """Records become the very lists, tables and texts that are read from a file of theirs."""
    assert {"entente": 1, **to_plain(FULL.records)} == read(dumps(FULL), "json").data


@pytest.mark.parametrize("first", FORMATS)
@pytest.mark.parametrize("second", FORMATS)
def test_the_formats_say_the_same(first: str, second: str) -> None:
    """A dossier may go from one format to another and come back."""
    assert (
        read(dumps(FULL, format=first), first).data
        == read(dumps(FULL, format=second), second).data
    )


def test_only_what_was_said_is_written() -> None:
    """Fields without a value are left out, and so are kinds without a record; dates and amounts are text."""
    dossier = Dossier(
        [
            Commitment(
                id="patrol",
                summary="Patrol.",
                by=("FR",),
                due=Period("2024-21", stated="spring"),
                made="2024",
            ),
            Metric(id="m", name="M", unit="people", target=Quantity("> 250 people")),
            Source(id="s", title="S", kind=SourceKind.READOUT),
        ]
    )
    assert json.loads(dumps(dossier)) == {
        "entente": 1,
        "sources": [{"id": "s", "title": "S", "kind": "readout"}],
        "commitments": [
            {
                "id": "patrol",
                "summary": "Patrol.",
                "by": ["FR"],
                "made": "2024",
                "due": {"edtf": "2024-21", "stated": "spring"},
            }
        ],
        "metrics": [
            {"id": "m", "name": "M", "unit": "people", "target": "> 250 people"}
        ],
    }


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("json", '{\n  "entente": 1\n}\n'),
        ("toml", "entente = 1\n"),
        ("yaml", "entente: 1\n"),
    ],
)
def test_an_empty_dossier_has_a_text(format: str, text: str) -> None:
    """Nothing but the version of the format is written, and read back."""
    assert dumps(Dossier(), format=format) == text
    assert loads(text, format=format) == Dossier()


def test_a_change_of_a_value_changes_a_line() -> None:
    """Two versions of a dossier differ, line by line, where its records do."""
    changed = FULL.with_records(Theme(id="migration", label="Movement", **CITED))
    for format in FORMATS:
        before, after = (
            dumps(dossier, format=format).splitlines() for dossier in (FULL, changed)
        )
        assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


@pytest.mark.parametrize(
    "written",
    [
        "2024-01-30",
        '"2024-01-30"',
        "{ edtf = '2024-01-30', stated = 'on Tuesday' }",
        "2024-01-30T10:00:00",
        "2024-01-30 10:00:00Z",
    ],
)
def test_a_date_of_toml_is_that_date(written: str) -> None:
    """A date may be written as TOML writes dates; the time of a day is not kept."""
    dossier = loads(
        f'entente = 1\n[[events]]\nid = "a"\nname = "A"\nwhen = {written}\n',
        format="toml",
    )
    assert dossier.events["a"].when == Period("2024-01-30")


def test_records_are_read_in_the_order_of_kinds() -> None:
    """Within its kind a record keeps its place, wherever its kind stands in the text."""
    text = '{"commitments": [{"id": "b", "summary": "B."}, {"id": "a", "summary": "A."}], "entente": 1, "themes": []}'
    assert loads(text).commitments.ids == ("b", "a")


@pytest.mark.parametrize(
    "action",
    [
        partial(loads, "{}"),
        partial(dumps, Dossier()),
        partial(excerpt, FULL["migration"]),
    ],
    ids=["loads", "dumps", "excerpt"],
)
@pytest.mark.parametrize(
    ("format", "said"),
    [
        ("jsn", "'jsn' is not a format; did you mean 'json'?"),
        ("csv", "'csv' is not a format; write one of json, toml, yaml"),
        ("JSON", "'JSON' is not a format; write one of json, toml, yaml"),
    ],
)
def test_an_unknown_format_is_refused(
    action: Callable[..., object], format: str, said: str
) -> None:
    """The formats that there are, or the nearest, are named."""
    with pytest.raises(FormatError) as caught:
        action(format=format)
    assert str(caught.value) == said


def test_json_is_the_format_unless_another_is_said() -> None:
    """A text is JSON where nothing tells its format."""
    assert loads(dumps(FULL)) == FULL
    assert dumps(FULL) == dumps(FULL, format="json")


def test_a_dossier_fits_in_a_line() -> None:
    """Compact JSON is one line, with nothing between its parts, and says the same."""
    text = dumps(FULL, compact=True)
    assert text.startswith(
        '{"entente":1,"themes":[{"id":"migration","label":"Migration",'
    )
    assert text.index("\n") == len(text) - 1
    assert loads(text) == FULL


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (
            "json",
            '{\n  "themes": [\n    {\n      "id": "a",\n      "label": "A"\n    }\n  ]\n}\n',
        ),
        ("toml", '\n[[themes]]\nid = "a"\nlabel = "A"\n'),
        ("yaml", "themes:\n  - id: a\n    label: A\n"),
    ],
)
def test_a_record_is_shown_as_it_stands_in_a_file(format: str, text: str) -> None:
    """An excerpt is the part of a file that holds the record; in TOML unless another format is said."""
    theme = Theme(id="a", label="A")
    assert excerpt(theme, format=format) == text
    assert (excerpt(theme) == text) is (format == "toml")


@pytest.mark.parametrize("format", FORMATS)
def test_sound_records_need_no_strict_hooks(
    monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    """The strict hooks, which are slow, are not called for sound records."""
    text = dumps(FULL, format=format)
    monkeypatch.delattr("entente.files._converter._RecordHook._strict")
    assert loads(text, format=format) == FULL


def test_json_is_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sound JSON is not read as a whole document."""
    text = dumps(FULL)
    monkeypatch.delattr("entente.files._reading.read")
    assert loads(text) == FULL


def test_a_file_is_read_with_the_collector_paused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python's collector rests while a file is read, unless it is asked to be left alone."""
    file = tmp_path / "a.json"
    save(FULL, file)
    running: list[bool] = []

    def encodable(text: str, *_: object) -> str:
        running.append(gc.isenabled())
        return text

    monkeypatch.setattr("entente.files._reading.encodable", encodable)
    load(file)
    load(file, pause_gc=False)
    assert running == [False, True]
    assert gc.isenabled()


def test_a_folder_is_one_dossier(tmp_path: Path) -> None:
    """Files of all formats and of folders within, read in the order of their names, are one dossier."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.toml").write_text(
        'entente = 1\n[[themes]]\nid = "b"\nlabel = "B"\nbroader = ["a"]\n'
    )
    (tmp_path / "a.yml").write_text(
        "entente: 1\nthemes:\n- {id: c, label: C, broader: [b]}\n"
    )
    (tmp_path / "sub" / "a.json").write_text(
        '{"entente": 1, "themes": [{"id": "a", "label": "A"}]}'
    )
    (tmp_path / "sub" / "notes.txt").write_text("passed over")
    for path in (tmp_path, str(tmp_path)):
        assert load(path).themes.ids == ("c", "b", "a")


def test_a_file_is_loaded_as_it_was_saved(tmp_path: Path) -> None:
    """A dossier goes to a file of any format and comes back whole."""
    for name in ("a.json", "a.toml", "a.yaml", "a.yml"):
        save(FULL, tmp_path / name)
        assert load(tmp_path / name) == FULL


def test_a_missing_extra_is_no_fault_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without PyYAML a YAML file is not called wrong: the error says what to install."""
    file = tmp_path / "a.yaml"
    file.write_text("entente: 1\n")
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingExtraError, match="reading YAML needs the extra 'yaml'"):
        load(file)
    with pytest.raises(MissingExtraError, match="YAML needs the extra 'yaml'"):
        save(FULL, file)
    assert file.read_text() == "entente: 1\n"


def test_an_error_that_is_not_ours_is_not_hidden(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A fault of the library is not reported as one of the file."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("entente.records._model.Range.of", broken)
    with pytest.raises(ZeroDivisionError):
        loads(
            '{"entente": 1, "themes": [{"id": "a", "label": "A", "citations": [{"source": "a", "lines": "2-1"}]}]}'
        )


def test_an_error_is_the_library_s_own() -> None:
    """What another library made of a fault is not what users have to catch or read."""
    with pytest.raises(LoadError) as caught:
        loads('{"entente": 1, "themes": [{"id": "a"}]}')
    assert caught.value.__cause__ is None
    assert "cattrs" not in str(caught.value)


def test_an_example_comes_with_the_library() -> None:
    """The embedded dossier loads, and is one that can be asked."""
    dossier = entente.example("uk-france")
    assert dossier.commitments.where(theme="small-boats")
    assert loads(dumps(dossier, format="toml"), format="toml") == dossier


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("uk-frnace", "there is no example 'uk-frnace'; did you mean 'uk-france'?"),
        ("x", "there is no example 'x'; the examples are promises-kept, uk-france"),
    ],
)
def test_an_unknown_example_is_refused(name: str, said: str) -> None:
    """The example that was meant, or those that there are, are named."""
    with pytest.raises(UnknownIdError) as caught:
        entente.example(name)
    assert str(caught.value) == said
    assert caught.value.id == name


def test_a_problem_is_located_in_the_files_of_a_dossier(tmp_path: Path) -> None:
    """What a check found of a record is told with the file and line in which it is written."""
    file = tmp_path / "a.toml"
    file.write_text(
        'entente = 1\n\n[[events]]\nid = "games"\nname = "Games"\nwhen = "2024"\n'
    )
    found = Problem(message="long ago", path=("events", 7, "when"), record="games")
    unknown = Problem(message="lost", path=("events", 8), record="other")
    nameless = Problem(message="empty")
    assert [
        str(problem) for problem in locate((found, unknown, nameless), tmp_path)
    ] == [
        f"{file}:6:1: events[7].when (games): long ago",
        "events[8] (other): lost",
        "empty",
    ]


def test_what_is_wrong_between_sound_fields_is_told_beside_the_others() -> None:
    """A fault that only the whole record shows does not wait for the next load."""
    source = '{"id": "a", "title": "A", "kind": "readout", "titel": "A", "language": "English!"}'
    with pytest.raises(LoadError) as caught:
        loads(f'{{"entente": 1, "sources": [{source}]}}')
    assert [(problem.path, problem.message) for problem in caught.value.problems] == [
        (("sources", 0, "titel"), "'titel' is not a key of a source"),
        (("sources", 0, "language"), "'English!' is not a language tag"),
    ]


def test_what_is_missing_for_a_fault_is_no_fault_of_its_own() -> None:
    """A field that must be there and is wrong is told once, and not as missing, with what else is wrong."""
    with pytest.raises(LoadError) as caught:
        loads(
            '{"entente": 1, "sources": [{"id": "a", "title": 1, "kind": "readout", "language": "English!"}]}'
        )
    assert [problem.path[2:] for problem in caught.value.problems] == [
        ("title",),
        ("language",),
    ]


def test_texts_of_a_wrong_form_are_told_at_once() -> None:
    """A wrong id, language and fingerprint of one record are three faults, each at its place with its cure."""
    source = '{"id": "A", "title": "T", "kind": "readout", "language": "English!", "fingerprint": "1:2", "note": "n"}'
    with pytest.raises(LoadError) as caught:
        loads(f'{{"entente": 1, "sources": [{source}]}}')
    assert str(caught.value).splitlines()[1:] == [
        """  1:29: sources[0].id (A): 'A' is not an id; an id looks like "small-boats\"""",
        """  1:73: sources[0].language (A): 'English!' is not a language tag; write "en" or "fr-CA\"""",
        (
            "  1:97: sources[0].fingerprint (A): '1:2' is not a fingerprint;"
            " make one with entente.evidence.fingerprint"
        ),
    ]
