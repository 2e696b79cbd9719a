"""Laws that hold of every dossier: what is written is read back, and what is asked is answered by a plain scan."""

from __future__ import annotations

import datetime
import inspect
import itertools
import json
import math
import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, StrEnum
from functools import partial, reduce
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from attrs import evolve, fields, has
from attrs.exceptions import FrozenInstanceError
from hypothesis import assume, example, given, settings, strategies as st

from entente import Dossier, Period, Record, dumps, load, loads, save
from entente.errors import DossierError, QueryError, UnknownIdError
from entente.files._formats import SUFFIXES, write
from entente.records._model import (
    KINDS,
    Agreement,
    Citation,
    Commitment,
    Event,
    Meeting,
    Membership,
    Metric,
    Minister,
    Office,
    Party,
    Report,
    Source,
    Statement,
    Tenure,
    Theme,
)
from entente.records._states import state_name
from entente.records._vocabulary import (
    Act,
    AgreementForm,
    CommitmentKind,
    Firmness,
    Force,
    LinkKind,
    MeetingForm,
    MeetingState,
    PartyKind,
    ReportedStatus,
    Schedule,
    SourceKind,
)
from entente.records._walk import references
from entente.strategies import STATES, dossiers, periods

EXAMPLES = int(os.environ.get("ENTENTE_FUZZ_EXAMPLES", "15"))
LAW = settings(max_examples=EXAMPLES)

FORMATS = ("json", "toml", "yaml")


def within(value: object, kind: type) -> Iterator[Any]:
    """List everything of a type that stands anywhere within a value."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from within(item, kind)
    elif has(type(value)):
        for attribute in fields(type(value)):  # type: ignore[arg-type]
            yield from within(getattr(value, attribute.name), kind)


def put(value: Any, path: Iterable[str | int], new: object) -> Any:
    """Return a value in which `new` stands at a path."""
    steps = list(path)
    if not steps:
        return new
    step, *rest = steps
    if isinstance(step, int):
        return (*value[:step], put(value[step], rest, new), *value[step + 1 :])
    return evolve(value, **{step: put(getattr(value, step), rest, new)})


def word_for(record: Record) -> str:
    """Return the word for a record's kind."""
    return type(record).__name__.lower()


def by_id(records: Iterable[Record]) -> dict[str, Record]:
    """Return records by their ids, so that their order does not count."""
    return {record.id: record for record in records}


# --- formats

HARD = Dossier(
    [
        Theme(
            id=id,
            label=text,
            aliases=(f"{text} {text}", f"a\n{text}", f"{text}: {text}", f"a {text}"),
            note=text,
        )
        for id, text in {
            "null": "null",
            "no": "No",
            "y": "y",
            "true": "true",
            "0": "0",
            "007": "007",
            "1e3": "1e3",
            "0o7": "0o7",
            "0x1f": "0x1F",
            "inf": "-.inf",
            "nan": ".nan",
            "tilde": "~",
            "sign": "+1",
            "dot": ".5",
            "date": "2024-01-30",
            "time": "12:30:45",
            "merge": "<<",
            "equal": "=",
            "quotes": "\"'",
            "triple": "\"\"\"'''",
            "slash": "\\u0041\\",
            "hash": "a # b",
            "colon": "a: b",
            "nul": "a\x00b",
            "delete": "a\x7fb",
            "next-line": "a\x85b",
            "separator": "a\u2028b\u2029c",
            "mark": "\ufeffa",
            "return": "a\rb\r\nc",
            "tab": "a\tb\n\n  c",
            "astral": "😀",
            "not-a-character": "\uffff",
            "long": "long " * 50 + "text",
        }.items()
    ]
)
"""A dossier of texts that one format or another would take for something else."""


@pytest.mark.parametrize("format", FORMATS)
@LAW
@example(dossier=HARD)
@given(dossier=dossiers())
def test_what_is_written_is_read_back(dossier: Dossier, format: str) -> None:
    """A dossier survives each format, with the words of its sources, and its text is the same each time."""
    text = dumps(dossier, format=format)
    again = loads(text, format=format)
    assert again == dossier
    for kind in (Period, Enum, bool):
        # Equality takes no heed of `stated`, nor of whether a word is an enum's member.
        assert [repr(value) for value in within(again.records, kind)] == [
            repr(value) for value in within(dossier.records, kind)
        ]
    assert dumps(again, format=format) == text


@LAW
@example(HARD)
@given(dossiers())
def test_other_readers_find_the_same(dossier: Dossier) -> None:
    """Readers of JSON, TOML and YAML that know nothing of us, of YAML 1.1 even, read the same plain data."""
    plain = json.loads(dumps(dossier))
    assert tomllib.loads(dumps(dossier, format="toml")) == plain
    text = dumps(dossier, format="yaml")
    assert yaml.load(text, Loader=yaml.SafeLoader) == plain
    assert yaml.load(text, Loader=yaml.CSafeLoader) == plain
    assert yaml.load(text, Loader=yaml.BaseLoader) == in_words(plain)  # noqa: S506


def in_words(plain: Any) -> Any:
    """Return plain data with a text for all that is none, as it is written in YAML."""
    match plain:
        case dict():
            return {key: in_words(value) for key, value in plain.items()}
        case list():
            return [in_words(value) for value in plain]
        case bool():
            return "true" if plain else "false"
        case _:
            return str(plain)


@LAW
@given(dossiers())
def test_a_text_says_nothing_that_goes_without_saying(dossier: Dossier) -> None:
    """A text holds the records under the names of their kinds, each with its id, and no empty entries."""
    plain = json.loads(dumps(dossier))
    assert plain.pop("entente") == 1
    assert [(kind, item["id"]) for kind in plain for item in plain[kind]] == [
        (kind, record.id)
        for kind in KINDS
        for record in dossier.records
        if type(record) is KINDS[kind]
    ]
    assert all(
        value not in (None, [], {}, "")
        for items in plain.values()
        for value in items[0].values()
    )


# --- files


@pytest.mark.parametrize("suffix", SUFFIXES)
@LAW
@example(
    dossier=HARD,
    other=Dossier([Theme(id="nul", label="Nul"), Theme(id="next", label="Next")]),
)
@given(dossier=dossiers(), other=dossiers(max_size=3))
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory,
    dossier: Dossier,
    other: Dossier,
    suffix: str,
) -> None:
    """A file holds the dossier that was saved last, whatever it held before."""
    file = tmp_path_factory.mktemp("saved") / f"dossier{suffix}"
    for each in (other, dossier, dossier, other):
        save(each, file)
        assert load(file) == each


@pytest.mark.parametrize("suffix", SUFFIXES)
@LAW
@given(dossier=dossiers(min_size=2), data=st.data())
def test_what_is_changed_is_saved(
    tmp_path_factory: pytest.TempPathFactory,
    dossier: Dossier,
    data: st.DataObject,
    suffix: str,
) -> None:
    """Records may be changed, added, taken away and put in another order: the file holds the new dossier."""
    file = tmp_path_factory.mktemp("changed") / f"dossier{suffix}"
    save(dossier, file)
    kept = data.draw(closed(dossier))
    changed = Dossier(
        evolve(record, note="changed") if data.draw(st.booleans()) else record
        for record in data.draw(st.permutations(kept.records))
    )
    for each in (changed, dossier):
        save(each, file)
        assert load(file) == each


def closed(dossier: Dossier) -> st.SearchStrategy[Dossier]:
    """Make dossiers of some of the records, and of all that these name."""
    records = by_id(dossier.records)

    def close(ids: Iterable[str]) -> Dossier:
        kept: set[str] = set()
        ahead = list(ids)
        while ahead:
            id = ahead.pop()
            if id in records and id not in kept:
                kept.add(id)
                ahead += [named for _, named, _ in references(records[id])]
        return Dossier(record for record in dossier.records if record.id in kept)

    return st.sets(st.sampled_from([*records, ""])).map(close)


def split(dossier: Dossier, folder: Path, places: Mapping[str, str]) -> None:
    """Write each record to a file of its own choice, as some other program would."""
    parts: dict[str, dict[str, Any]] = {}
    for kind, items in json.loads(dumps(dossier)).items():
        for item in items if isinstance(items, list) else []:
            parts.setdefault(places[item["id"]], {"entente": 1}).setdefault(
                kind, []
            ).append(item)
    for name, plain in parts.items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        text = (
            json.dumps(plain)
            if file.suffix == ".json"
            else write(plain, SUFFIXES[file.suffix])
        )
        file.write_bytes(text.encode())


def stamps(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return what tells whether a file was touched."""
    return {
        str(file.relative_to(folder)): (
            file.stat().st_ino,
            file.stat().st_mtime_ns,
            file.read_bytes(),
        )
        for file in folder.rglob("*")
        if file.is_file()
    }


NAMES = ("a.json", "b.toml", "b/c.yaml", "d.yml", "b/a.toml")


@LAW
@given(dossier=dossiers(min_size=1), data=st.data())
def test_a_folder_is_one_dossier(
    tmp_path_factory: pytest.TempPathFactory, dossier: Dossier, data: st.DataObject
) -> None:
    """Files of a folder load as one dossier; what is saved goes back to where it was, and only that is touched."""
    folder = tmp_path_factory.mktemp("folder")
    places = {
        record.id: data.draw(st.sampled_from(NAMES)) for record in dossier.records
    }
    split(dossier, folder, places)
    loaded = load(folder)
    assert by_id(loaded.records) == by_id(dossier.records)

    before = stamps(folder)
    save(loaded, folder)
    assert stamps(folder) == before

    changed = evolve(data.draw(st.sampled_from(loaded.records)), note="changed")
    assume(changed not in loaded.records)
    save(loaded.with_records(changed), folder)
    after = stamps(folder)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == {
        places[changed.id]
    }
    assert load(folder) == loaded.with_records(changed)


# --- questions: what each record answers, said once more and apart

FAMILY = Dossier(
    [
        Theme(id="boats", label="Boats", broader=("crossings", "sea")),
        Theme(id="crossings", label="Crossings", broader=("migration",)),
        Theme(id="migration", label="Migration"),
        Theme(id="sea", label="Sea"),
        Theme(id="ports", label="Ports", broader=("sea",)),
        Party(id="ministry", name="Ministry", kind=PartyKind.BODY, part_of="FR"),
        Party(id="police", name="Police", kind=PartyKind.BODY, part_of="ministry"),
        Party(
            id="watchdog",
            name="Watchdog",
            kind=PartyKind.GROUPING,
            members=(
                Membership(party="police", period="2024-04/.."),
                Membership(party="BE"),
            ),
        ),
        Office(id="prefect", title="Prefect", party="police"),
        Office(id="secretary", title="Secretary", party="GB", succeeds=("prefect",)),
        Minister(
            id="mover",
            name="A. Mover",
            tenures=(
                Tenure(office="prefect", period="2023/2024-03"),
                Tenure(office="secretary", period="2024-04/.."),
            ),
        ),
        Source(
            id="readout",
            title="Readout",
            kind=SourceKind.READOUT,
            issued_by=("BE", "police"),
        ),
        Commitment(
            id="patrols",
            summary="Patrol more.",
            by=("ministry",),
            themes=("boats", "sea"),
            announced_by=("prefect", "readout"),
            due="2024-06",
            reports=(
                Report(
                    on="2024-02-01",
                    by="FR",
                    status=ReportedStatus.ANNOUNCED,
                    known="2024-05-01",
                ),
                Report(on="2024-03-01", by="mover", status=ReportedStatus.IN_PROGRESS),
                Report(
                    on="2024-04-01/2024-04-15",
                    by="watchdog",
                    status=ReportedStatus.NOT_STARTED,
                ),
                Report(on="2024-05-01", by="mover", status=ReportedStatus.NO_EVIDENCE),
                Report(
                    on="2024-05-01",
                    by="readout",
                    status=ReportedStatus.SUBSTANTIAL,
                    known="2024-08-01",
                ),
                Report(on="2024-07", by="prefect", status=ReportedStatus.COMPLETED),
                Report(on="2024-01-15", by="watchdog", status=ReportedStatus.SUSPENDED),
                Report(on="2024-01-01", by="police", status=ReportedStatus.MODIFIED),
            ),
        ),
        Statement(
            id="claim",
            summary="Claims it.",
            act=Act.CLAIM,
            speaker="prefect",
            about=("boats", "police"),
        ),
    ]
)
"""A dossier in which much stands under something else."""

Ask: TypeAlias = Callable[[Any], Iterable[Any]]

PEOPLE = ("minister", "office", "party", "source")


def sources(record: Record) -> list[str]:
    """Return the sources that a record or anything within it cites."""
    return [citation.source for citation in within(record, Citation)]


IDS: dict[str, dict[str, tuple[Ask, tuple[str, ...]]]] = {
    "themes": {
        "theme": (lambda theme: [theme.id], ("theme",)),
        "source": (sources, ("source",)),
    },
    "parties": {
        "party": (lambda party: [party.id], ("party",)),
        "member": (lambda party: [each.party for each in party.members], ("party",)),
        "source": (sources, ("source",)),
    },
    "offices": {
        "party": (lambda office: [office.party], ("party",)),
        "succeeds": (lambda office: office.succeeds, ("office",)),
        "source": (sources, ("source",)),
    },
    "ministers": {
        "office": (
            lambda minister: [each.office for each in minister.tenures],
            ("office",),
        ),
        "source": (sources, ("source",)),
    },
    "sources": {"issued_by": (lambda source: source.issued_by, ("party",))},
    "events": {
        "theme": (lambda event: event.themes, ("theme",)),
        "host": (lambda event: event.hosts, ("party",)),
        "source": (sources, ("source",)),
    },
    "meetings": {
        "theme": (lambda meeting: meeting.themes, ("theme",)),
        "party": (
            lambda meeting: [
                *meeting.parties,
                *(
                    id
                    for each in meeting.participations
                    for id in (each.party, each.office)
                ),
            ],
            ("party",),
        ),
        "minister": (
            lambda meeting: [each.minister for each in meeting.participations],
            ("minister",),
        ),
        "office": (
            lambda meeting: [each.office for each in meeting.participations],
            ("office",),
        ),
        "source": (sources, ("source",)),
    },
    "agreements": {
        "theme": (lambda agreement: agreement.themes, ("theme",)),
        "party": (
            lambda agreement: [
                *agreement.parties,
                *(each.party for each in agreement.adherences),
            ],
            ("party",),
        ),
        "meeting": (lambda agreement: [agreement.meeting], ("meeting",)),
        "part_of": (lambda agreement: [agreement.part_of], ("agreement",)),
        "source": (sources, ("source",)),
    },
    "commitments": {
        "theme": (lambda commitment: commitment.themes, ("theme",)),
        "by": (lambda commitment: commitment.by, ("party",)),
        "to": (lambda commitment: commitment.to, ("party",)),
        "funded_by": (lambda commitment: commitment.funded_by, ("party",)),
        "implemented_by": (lambda commitment: commitment.implemented_by, ("party",)),
        "announced_by": (lambda commitment: commitment.announced_by, PEOPLE),
        "party": (
            lambda commitment: (
                commitment.by
                + commitment.to
                + commitment.funded_by
                + commitment.implemented_by
            ),
            ("party",),
        ),
        "meeting": (lambda commitment: [commitment.meeting], ("meeting",)),
        "agreement": (lambda commitment: [commitment.agreement], ("agreement",)),
        "event": (lambda commitment: [commitment.event], ("event",)),
        "part_of": (lambda commitment: [commitment.part_of], ("commitment",)),
        "metric": (lambda commitment: commitment.metrics, ("metric",)),
        "source": (sources, ("source",)),
    },
    "metrics": {
        "theme": (lambda metric: metric.themes, ("theme",)),
        "source": (sources, ("source",)),
    },
    "statements": {
        "theme": (lambda statement: statement.themes, ("theme",)),
        "speaker": (lambda statement: [statement.speaker], PEOPLE),
        "to": (lambda statement: statement.to, ("minister", "office", "party")),
        "about": (lambda statement: statement.about, ("record",)),
        "meeting": (lambda statement: [statement.meeting], ("meeting",)),
        "part_of": (lambda statement: [statement.part_of], ("statement",)),
        "source": (sources, ("source",)),
    },
}

WORDS: dict[str, dict[str, tuple[Ask, type[StrEnum]]]] = {
    "parties": {"kind": (lambda party: [party.kind], PartyKind)},
    "sources": {"kind": (lambda source: [source.kind], SourceKind)},
    "meetings": {
        "state": (lambda meeting: [meeting.state], MeetingState),
        "form": (lambda meeting: [meeting.form], MeetingForm),
    },
    "agreements": {
        "form": (lambda agreement: [agreement.form], AgreementForm),
        "force": (lambda agreement: [agreement.force], Force),
    },
    "commitments": {
        "firmness": (lambda commitment: [commitment.firmness], Firmness),
        "kind": (lambda commitment: [commitment.kind], CommitmentKind),
    },
    "statements": {"act": (lambda statement: [statement.act], Act)},
}

FIRM = (Firmness.INTENDED, Firmness.PLEDGED, Firmness.AGREED)

FLAGS: dict[str, dict[str, Callable[[Any], bool]]] = {
    "commitments": {
        "firm": lambda commitment: commitment.firmness in FIRM,
        "continuing": lambda commitment: bool(commitment.continuing),
        "new": lambda commitment: (
            LinkKind.RESTATES not in [link.kind for link in commitment.links]
        ),
    },
}

DATES: dict[str, dict[str, Ask]] = {
    "sources": {"published": lambda source: [source.published]},
    "events": {"when": lambda event: [event.when]},
    "meetings": {"when": lambda meeting: [meeting.when]},
    "agreements": {
        "sought": lambda agreement: [agreement.sought],
        "signed": lambda agreement: [agreement.signed],
        "in_force": lambda agreement: [agreement.in_force],
        "ended": lambda agreement: [agreement.ended],
    },
    "commitments": {
        "made": lambda commitment: [commitment.made],
        "due": lambda commitment: [commitment.due and commitment.due.end],
        "runs": lambda commitment: [commitment.runs],
    },
    "metrics": {
        "observed": lambda metric: [each.period for each in metric.observations]
    },
    "statements": {"said": lambda statement: [statement.said]},
}

CLOCKED = {
    "declared": ReportedStatus,
    "assessed": ReportedStatus,
    "status": ReportedStatus,
    "schedule": Schedule,
}
"""What has become of commitments, which goes by two clocks."""

TABLES: tuple[Mapping[str, Mapping[str, Any]], ...] = (
    IDS,
    WORDS,
    FLAGS,
    DATES,
    {"commitments": CLOCKED},
)


def lies_under(dossier: Dossier, id: str | None, top: str) -> bool:
    """Say whether a theme, party or office is another, or is included in it: by going up, not down."""
    if id == top:
        return True
    above: tuple[str | None, ...] = ()
    match by_id(dossier.records).get(id or ""):
        case Theme(broader=broader):
            above = broader
        case Party(part_of=whole):
            above = (whole,)
        case Office(party=party):
            above = (party,)
    return any(lies_under(dossier, each, top) for each in above if each is not None)


def known_ids(dossier: Dossier, kinds: Iterable[str]) -> list[str]:
    """Return the ids that may be asked for, with those of states where a party may stand."""
    wanted = set(kinds)
    ids = [
        record.id for record in dossier.records if wanted & {word_for(record), "record"}
    ]
    return [*ids, *STATES, "US"] if wanted & {"party", "record"} else ids


def selections(dossier: Dossier) -> dict[str, Any]:
    """Return the selections of all records, by the names of their kinds."""
    return {kind: getattr(dossier, kind) for kind in KINDS}


def windows(dossier: Dossier) -> list[Period]:
    """Return some of the periods that stand in a dossier."""
    return list(within(dossier.records, Period))[:4]


@pytest.mark.parametrize("kind", KINDS)
def test_every_keyword_is_held_to_these_laws(kind: str) -> None:
    """The tables above name every keyword of each `where`, and `where` takes every keyword that there is."""
    selection = getattr(Dossier(), kind)
    named = {keyword for table in TABLES for keyword in table.get(kind, {})}
    assert set(selection.questions()) == named
    terms = {"certain", "on", "known"} & inspect.signature(
        selection.where
    ).parameters.keys()
    assert inspect.signature(selection.where).parameters.keys() == named | terms
    assert ("certain" in terms) == (kind in DATES)


@pytest.fixture(
    params=["scanned", "looked up among many", "looked up among few"], scope="module"
)
def answered(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let small dossiers be answered as large ones are: asked for the first time, and again for much or little."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "scanned":
            patch.setattr("entente.asking._query.MANY", 0)
            patch.setattr("entente.asking._query.OFTEN", 0)
            patch.setattr("entente.asking._lookups._LATELY", 1)
            share = 0 if request.param == "looked up among few" else math.inf
            patch.setattr("entente.asking._query.FEW", share)
            patch.setattr("entente.asking._query.NARROW", share)
            patch.setattr("entente.asking._bitmaps._LISTED", share)
        yield


@pytest.mark.usefixtures("answered")
@LAW
@example(FAMILY)
@given(dossiers())
def test_ids_are_answered_by_a_plain_scan(dossier: Dossier) -> None:
    """An id finds the records that name it, or name what is included in it, and no others."""
    for kind, selection in selections(dossier).items():
        for keyword, (ask, kinds) in IDS[kind].items():
            for id in known_ids(dossier, kinds) if selection else ():
                expected = tuple(
                    record.id
                    for record in selection
                    if any(lies_under(dossier, each, id) for each in ask(record))
                )
                assert selection.where(**{keyword: id}).ids == expected, (
                    kind,
                    keyword,
                    id,
                )


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers())
def test_words_and_flags_are_answered_by_a_plain_scan(dossier: Dossier) -> None:
    """A word, as a member or as text, finds the records that say it; True and False part all records."""
    for kind, selection in selections(dossier).items():
        for keyword, (ask, words) in WORDS.get(kind, {}).items():
            for word in words:
                expected = tuple(
                    record.id for record in selection if word in ask(record)
                )
                assert selection.where(**{keyword: word}).ids == expected, (
                    kind,
                    keyword,
                    word,
                )
                assert selection.where(**{keyword: word.value}).ids == expected
        for keyword, test in FLAGS.get(kind, {}).items():
            for flag in (True, False):
                expected = tuple(
                    record.id for record in selection if test(record) is flag
                )
                assert selection.where(**{keyword: flag}).ids == expected, (
                    kind,
                    keyword,
                    flag,
                )


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers(), st.lists(periods(), min_size=1, max_size=2))
def test_dates_are_answered_by_a_plain_scan(
    dossier: Dossier, drawn: list[Period]
) -> None:
    """A date finds the records whose own may share a day with it, or must if only certain ones are wanted."""
    for kind, table in DATES.items():
        selection = getattr(dossier, kind)
        for keyword, ask in table.items():
            for window in (*drawn, *windows(dossier)) if selection else ():
                possible, certain = (
                    selection.where(**{keyword: window, "certain": sure}).ids
                    for sure in (False, True)
                )
                answers = {
                    record.id: [
                        each.overlaps(window)
                        for each in ask(record)
                        if each is not None
                    ]
                    for record in selection
                }
                said = (kind, keyword, window)
                assert possible == tuple(
                    id for id in answers if any(t.possible for t in answers[id])
                ), said
                assert certain == tuple(
                    id for id in answers if any(t.certain for t in answers[id])
                ), said
                assert set(certain) <= set(possible)
                assert selection.where(**{keyword: str(window)}).ids == possible


# --- what has become of commitments


def moment(period: Period) -> Period:
    """Return when a period has come: a span by its end, or by its start if it is open."""
    return period.end or period.start or period


def has_come(period: Period, day: datetime.date | None) -> bool:
    """Say whether a period has surely come by a day."""
    return day is None or not moment(period).after(day).possible


def belongs(dossier: Dossier, party: str, whole: str, on: Period) -> bool:
    """Say whether a party is another or a body of it, or may then have been a member, or a body of one."""
    return lies_under(dossier, party, whole) or any(
        lies_under(dossier, group.id, whole) and lies_under(dossier, party, each.party)
        for group in dossier.parties
        for each in group.members
        if each.period is None or each.period.overlaps(on).possible
    )


def speaks_for(dossier: Dossier, report: Report) -> set[str]:
    """Return the parties for which the author of a report speaks on its day."""
    match by_id(dossier.records).get(report.by):
        case Office(party=party):
            return {party}
        case Source(issued_by=parties):
            return set(parties)
        case Minister(tenures=tenures):
            offices = [
                each.office
                for each in tenures
                if each.period.overlaps(report.on).possible
            ]
            return {dossier.offices[office].party for office in offices}
        case _:
            return {report.by}


def latest(
    dossier: Dossier,
    commitment: Commitment,
    on: datetime.date | None,
    known: datetime.date | None,
) -> dict[str, ReportedStatus]:
    """Return the status that a party to a commitment told last, and the one that anybody else did."""
    parties = {
        *commitment.by,
        *commitment.to,
        *commitment.funded_by,
        *commitment.implemented_by,
    }
    sides: dict[str, list[Report]] = {}
    for report in commitment.reports:
        if not (has_come(report.on, on) and has_come(report.known or report.on, known)):
            continue
        ours = any(
            belongs(dossier, speaker, party, report.on)
            or belongs(dossier, party, speaker, report.on)
            for speaker in speaks_for(dossier, report)
            for party in parties
        )
        sides.setdefault("declared" if ours else "assessed", []).append(report)
    last = {}
    for side, reports in sides.items():
        for report in reports:
            if not any(
                moment(report.on).before(moment(other.on)).certain for other in reports
            ):
                last[side] = report.status
    return last


def days_of(dossier: Dossier) -> list[datetime.date | None]:
    """Return days on which the reports of a dossier come or have not come yet, and None for any day."""
    ends = [
        period.latest
        for report in within(dossier.records, Report)
        for period in within(report, Period)
    ]
    days = [day for day in ends if day is not None and day > datetime.date.min][:4]
    return [None, *days, *(day - datetime.timedelta(1) for day in days)]


@pytest.mark.usefixtures("answered")
@LAW
@example(FAMILY)
@given(dossiers())
def test_statuses_are_answered_by_a_plain_scan(dossier: Dossier) -> None:
    """A status finds the commitments of which it was the last that was told, by the two clocks."""
    commitments = selections(dossier)["commitments"]
    for on, known in (
        itertools.product(days_of(dossier), repeat=2) if commitments else ()
    ):
        told = {each.id: latest(dossier, each, on, known) for each in commitments}
        for status in {status for each in told.values() for status in each.values()} | {
            ReportedStatus.WITHDRAWN
        }:
            for side in ("declared", "assessed"):
                expected = tuple(id for id in told if told[id].get(side) is status)
                assert (
                    commitments.where(**{side: status}, on=on, as_known=known).ids
                    == expected
                )
            either = tuple(id for id in told if status in told[id].values())
            assert commitments.where(status=status, on=on, as_known=known).ids == either


@pytest.mark.usefixtures("answered")
@LAW
@example(FAMILY)
@given(dossiers())
def test_schedules_part_the_commitments(dossier: Dossier) -> None:
    """On any day each commitment keeps one schedule, the one that the dossier tells of it."""
    commitments = dossier.commitments
    for on in filter(None, days_of(dossier)):
        found = {
            schedule: commitments.where(schedule=schedule, on=on).ids
            for schedule in Schedule
        }
        for schedule, ids in found.items():
            assert ids == tuple(
                each.id
                for each in commitments
                if dossier.status(each, on=on).schedule is schedule
            )
        assert sorted(itertools.chain(*found.values())) == sorted(commitments.ids)


# --- questions together


def questions(dossier: Dossier, kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Make keywords of a `where`, each with a value, or with several of which any may fit."""
    made: dict[str, st.SearchStrategy[Any]] = {}
    for keyword, (_, kinds) in IDS[kind].items():
        ids = known_ids(dossier, kinds)
        if ids:
            made[keyword] = st.sampled_from(ids)
    for keyword, (_, words) in WORDS.get(kind, {}).items():
        made[keyword] = st.sampled_from(words)
    for keyword in DATES.get(kind, {}):
        made[keyword] = st.sampled_from(windows(dossier) or [Period("2024")])
    some = {
        keyword: values | st.lists(values, min_size=1, max_size=2).map(tuple)
        for keyword, values in made.items()
    }
    flags = dict.fromkeys(FLAGS.get(kind, {}), st.booleans())
    entries = [
        st.tuples(st.just(keyword), values)
        for keyword, values in {**some, **flags}.items()
    ]
    return (
        st.lists(st.one_of(entries), max_size=3, unique_by=lambda entry: entry[0]).map(
            dict
        )
        if entries
        else st.just({})
    )


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers(), st.data())
def test_keywords_narrow_and_tuples_widen(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Keywords together find what each finds, one after another or as `&`; a tuple what any of it finds, as `|`."""
    for kind, selection in selections(dossier).items():
        asked = data.draw(questions(dossier, kind))
        found = selection.where(**asked)
        assert set(found.ids) <= set(selection.ids)
        assert found.where(**asked) == found
        one_by_one = selection
        together = selection
        for keyword, value in asked.items():
            one_by_one = one_by_one.where(**{keyword: value})
            together &= selection.where(**{keyword: value})
            if isinstance(value, tuple):
                each = [selection.where(**{keyword: single}) for single in value]
                assert selection.where(**{keyword: value}) == reduce(
                    lambda left, right: left | right, each
                )
        assert one_by_one == found
        assert together == found


@pytest.mark.usefixtures("answered")
@LAW
@given(dossiers(), st.data())
def test_what_has_become_narrows_too(dossier: Dossier, data: st.DataObject) -> None:
    """How a commitment stands on a day is one condition among others, and several words for it are any of them."""
    asked = data.draw(questions(dossier, "commitments"))
    words = data.draw(
        st.lists(st.sampled_from(ReportedStatus), min_size=1, max_size=3, unique=True)
    )
    on = data.draw(st.dates()).isoformat()
    stand = dossier.commitments.where(status=tuple(words), on=on)
    each = [dossier.commitments.where(status=word, on=on) for word in words]
    assert stand == reduce(lambda left, right: left | right, each)
    late = dossier.commitments.where(schedule="overdue", on=on)
    found = dossier.commitments.where(
        **asked, status=tuple(words), schedule="overdue", on=on
    )
    assert found == dossier.commitments.where(**asked) & stand & late


def some_of(selection: Any) -> st.SearchStrategy[Any]:
    """Make selections of some of the records, put together one by one and in any order."""
    places = st.lists(st.integers(0, max(len(selection) - 1, 0)), max_size=4)
    return places.map(
        lambda chosen: reduce(
            lambda left, at: left | selection[at : at + 1], chosen, selection[:0]
        )
    )


@LAW
@given(dossiers(), st.data())
def test_selections_are_sets_in_the_order_of_the_dossier(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Selections obey the laws of sets, and keep the order of their dossier."""
    every = data.draw(st.sampled_from(list(selections(dossier).values())))
    a, b, c = (data.draw(some_of(every)) for _ in range(3))
    nothing = every[:0]
    assert a & b == b & a
    assert a | b == b | a
    assert (a & b) & c == a & (b & c)
    assert (a | b) | c == a | (b | c)
    assert a & (b | c) == (a & b) | (a & c)
    assert a | (b & c) == (a | b) & (a | c)
    assert a & a == a | a == a - nothing == a | nothing == a & every == a
    assert a - a == a & nothing == a - every == nothing
    assert a | every == every
    assert a - (b | c) == (a - b) & (a - c) == a - b - c
    assert a - (b & c) == (a - b) | (a - c)
    assert (a - b) | (a & b) == a
    for found, ids in (
        (a & b, set(a.ids) & set(b.ids)),
        (a | b, set(a.ids) | set(b.ids)),
        (a - b, set(a.ids) - set(b.ids)),
    ):
        assert found.ids == tuple(id for id in every.ids if id in ids)
        assert list(found) == [every[id] for id in found.ids]
        assert len(found) == len(ids)
        assert hash(found) == hash(every[:0] | found)


def groups_of(kind: str, keyword: str, record: Record) -> list[str | None]:
    """Return the groups that a record should stand in."""
    ask: Any
    if keyword in IDS[kind]:
        ask, _ = IDS[kind][keyword]
        values = list(ask(record))
    elif keyword in FLAGS.get(kind, {}):
        return ["yes" if FLAGS[kind][keyword](record) else "no"]
    elif keyword in WORDS.get(kind, {}):
        ask, _ = WORDS[kind][keyword]
        values = list(ask(record))
    else:
        values = list(DATES[kind][keyword](record))
    return [str(value) for value in values if value is not None] or [None]


@LAW
@example(FAMILY)
@given(dossiers())
def test_groups_hold_each_record_by_each_of_its_answers(dossier: Dossier) -> None:
    """A record stands in the group of each of its answers, once, or in that of None; counts agree with groups."""
    for kind, selection in selections(dossier).items():
        for keyword in set(selection.questions()) - set(CLOCKED):
            groups = selection.group_by(keyword)
            expected: dict[str | None, list[str]] = {}
            for record in selection:
                for group in dict.fromkeys(groups_of(kind, keyword, record)):
                    expected.setdefault(group, []).append(record.id)
            assert {
                group: list(members.ids) for group, members in groups.items()
            } == expected
            counts = selection.count_by(keyword)
            assert counts == {group: len(ids) for group, ids in expected.items()}
            assert list(counts.values()) == sorted(counts.values(), reverse=True)
            assert all(type(members) is type(selection) for members in groups.values())


def rank(kind: str, keyword: str, record: Record) -> tuple[Any, ...]:
    """Return what a record should be sorted by; those without an answer come last."""
    values: list[Any]
    if keyword in FLAGS.get(kind, {}):
        return (FLAGS[kind][keyword](record),)
    if keyword in IDS[kind]:
        values = [id for id in IDS[kind][keyword][0](record) if id is not None]
    elif keyword in WORDS.get(kind, {}):
        ask, words = WORDS[kind][keyword]
        values = [list(words).index(word) for word in ask(record) if word is not None]
    else:
        found = [
            period for period in DATES[kind][keyword](record) if period is not None
        ]
        values = sorted(
            (period.earliest or datetime.date.min, period.latest or datetime.date.max)
            for period in found
        )
    return (values == [], values)


@LAW
@given(dossiers())
def test_sorting_keeps_all_records_and_the_order_of_equals(dossier: Dossier) -> None:
    """A sorted selection has the same records in order, last those without an answer, equals as they were."""
    for kind, selection in selections(dossier).items():
        assert selection.sort("id").ids == tuple(sorted(selection.ids))
        for keyword in set(selection.questions()) - set(CLOCKED):
            ordered = sorted(selection, key=partial(rank, kind, keyword))
            assert list(selection.sort(keyword)) == ordered, (kind, keyword)
            backward = list(selection.sort(keyword, reverse=True))
            ranks = [rank(kind, keyword, record) for record in backward]
            assert ranks == sorted(ranks, reverse=True)
            assert sorted(record.id for record in backward) == sorted(selection.ids)


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
        id="first-statement", summary="Statement", act=Act.CLAIM, speaker="first-party"
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
    """An id that the dossier does not know is no empty answer, and the one that was meant is named."""
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
    """An id that is known, but of a kind that cannot be the answer, is an error that says what it is."""
    other = next(
        record for record in NAMED if word_for(record) not in IDS[kind][keyword][1]
    )
    with pytest.raises(UnknownIdError, match=f"'{other.id}' is a {word_for(other)}"):
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
    with pytest.raises(QueryError, match=f"did you mean '{word.value}'"):
        getattr(Dossier(NAMED), kind).where(**{keyword: f"{word.value}_"}, **terms)


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


# --- dossiers


@LAW
@given(dossiers(), st.data())
def test_records_are_kept_by_kind_in_their_order(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Records stand in the order of the kinds, within a kind in that in which they were given; each is found."""
    shuffled = data.draw(st.permutations(dossier.records))
    made = Dossier(shuffled)
    assert made.records == tuple(
        record for kind in KINDS.values() for record in shuffled if type(record) is kind
    )
    for record in dossier.records:
        assert dossier[record.id] is record
        assert record.id in dossier
    for kind, selection in selections(dossier).items():
        declared = [record for record in dossier.records if type(record) is KINDS[kind]]
        assert [record for record in selection if record in declared] == declared
        assert all(
            state_name(record.id) for record in selection if record not in declared
        )


@LAW
@given(dossiers())
def test_nothing_can_be_changed(dossier: Dossier) -> None:
    """Neither a dossier, nor a selection, nor a record can be changed; equal ones are one in a set."""
    with pytest.raises(FrozenInstanceError):
        dossier.records = ()  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        dossier.themes.records = ()  # type: ignore[misc]
    for record in dossier.records:
        with pytest.raises(FrozenInstanceError):
            record.id = "b"  # type: ignore[misc]
        assert len({record, evolve(record)}) == 1
    assert len({dossier, Dossier(dossier.records)}) == 1


@LAW
@given(dossiers(min_size=1), st.data())
def test_records_are_added_once_and_replaced_in_place(
    dossier: Dossier, data: st.DataObject
) -> None:
    """`with_` adds what is new and puts what is known in its place, and doing it again changes nothing."""
    record = data.draw(st.sampled_from(dossier.records))
    fresh = Theme(id="no-such-theme", label="New")
    changed = evolve(record, note="changed")
    assert dossier.with_records() == dossier.with_records(*dossier.records) == dossier
    more = dossier.with_records(fresh, changed)
    assert (
        more.with_records(fresh, changed)
        == more.with_records(fresh).with_records(changed)
        == more
    )
    assert more.without(fresh.id) == Dossier(
        changed if each is record else each for each in dossier.records
    )
    assert more.with_records(record).without(fresh.id) == dossier
    with pytest.raises(DossierError, match="already"):
        dossier.with_records(changed, record)


@LAW
@given(dossiers())
def test_only_what_nobody_names_is_taken_away(dossier: Dossier) -> None:
    """`without` takes records away, unless others name them; a state may be named without its record."""
    for record in dossier.records:
        naming = {
            other.id
            for other in dossier.records
            if other is not record
            and record.id in {id for _, id, _ in references(other)}
        }
        if naming and state_name(record.id) is None:
            with pytest.raises(DossierError) as caught:
                dossier.without(record.id)
            assert {problem.record for problem in caught.value.problems} == naming
        else:
            less = dossier.without(record.id)
            assert less.records == tuple(
                each for each in dossier.records if each is not record
            )
            assert by_id(less.with_records(record).records) == by_id(dossier.records)
    assert dossier.without(*by_id(dossier.records)) == Dossier()
    assert dossier.without() == dossier


@LAW
@given(dossiers(), st.data())
def test_dossiers_are_merged_in_any_order(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Merging takes the records of both once; but for their order it does not matter which comes first."""
    one, other, third = (data.draw(closed(dossier)) for _ in range(3))
    both = one.merge(other)
    assert by_id(both.records) == by_id(one.records) | by_id(other.records)
    assert by_id(other.merge(one).records) == by_id(both.records)
    assert both.merge(third) == one.merge(other.merge(third))
    assert one.merge(one) == one.merge(Dossier()) == Dossier().merge(one) == one
    assert by_id(both.merge(dossier).records) == by_id(dossier.records)


@LAW
@given(dossiers(min_size=1), st.data())
def test_dossiers_that_differ_are_not_merged(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Two dossiers that hold different records of one id are not merged, and the id is told."""
    changed = evolve(data.draw(st.sampled_from(dossier.records)), note="changed")
    assume(changed not in dossier.records)
    with pytest.raises(DossierError) as caught:
        dossier.merge(dossier.with_records(changed))
    assert [problem.record for problem in caught.value.problems] == [changed.id]


def spots(dossier: Dossier) -> dict[str, tuple[str, int]]:
    """Return where each record stands: the name of its kind, and its place in it."""
    return {
        record.id: (name, place)
        for name, kind in KINDS.items()
        for place, record in enumerate(
            each for each in dossier.records if type(each) is kind
        )
    }


@LAW
@given(dossiers())
def test_a_broken_reference_is_told_with_its_path(dossier: Dossier) -> None:
    """One reference that leads nowhere, or to a record of the wrong kind, is an error at its path, and no other."""
    for record in dossier.records:
        for path, _, kinds in references(record):
            wrong = [each.id for each in dossier.records if word_for(each) not in kinds]
            for id in ["no-such-record", *([] if "record" in kinds else wrong[:1])]:
                broken = put(record, path, id)
                with pytest.raises(DossierError) as caught:
                    Dossier(
                        broken if each is record else each for each in dossier.records
                    )
                (problem,) = caught.value.problems
                assert problem.path == (*spots(dossier)[record.id], *path)
                assert problem.record == record.id
                assert repr(id) in problem.message


@LAW
@given(dossiers())
def test_a_renamed_record_is_missed_wherever_it_is_named(dossier: Dossier) -> None:
    """A record under another id leaves every reference to it broken, and each of them is told."""
    for record in dossier.records:
        renamed = evolve(record, id="no-such-record")
        records = [renamed if each is record else each for each in dossier.records]
        named = {
            (*spots(dossier)[was.id], *path)
            for was, each in zip(dossier.records, records, strict=True)
            for path, id, _ in references(each)
            if id == record.id and state_name(id) is None
        }
        if named:
            with pytest.raises(DossierError) as caught:
                Dossier(records)
            assert {problem.path for problem in caught.value.problems} == named
            assert len(caught.value.problems) == len(named)
        else:
            assert len(Dossier(records).records) == len(records)


@LAW
@given(dossiers(min_size=1), st.data())
def test_an_id_that_stands_twice_is_an_error(
    dossier: Dossier, data: st.DataObject
) -> None:
    """No two records have one id, not even equal ones."""
    record = data.draw(st.sampled_from(dossier.records))
    with pytest.raises(DossierError) as caught:
        Dossier((*dossier.records, evolve(record)))
    assert [problem.rule for problem in caught.value.problems] == ["duplicate-id"]
