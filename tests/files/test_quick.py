"""The quick way in and out says what the strict way says, or leaves it to it."""

from __future__ import annotations

import copy
import gc
import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, strategies as st

import entente
from entente import Dossier, Theme
from entente.errors import FormatError, LoadError
from entente.files import _converter, _formats as formats, _reading
from entente.files._converter import (
    borrowed_loader,
    structure_record,
    to_plain,
)
from entente.files._quick import (
    Readers,
    _readers,
    read_lists,
    to_json,
)
from entente.files._quick._shared import PROCESS_WIDE
from entente.files._quick._tables import structs
from entente.records._forms import FINGERPRINT, ID
from entente.records._model import KINDS
from entente.strategies import dossiers
from law_helpers import times
from other_readers import STRICT, tables

JUNK = st.sampled_from(
    [
        None,
        True,
        0,
        1.5,
        "",
        " ",
        "a ",
        " a",
        "no such thing",
        "2024-13",
        "UK",
        [],
        [None],
        [1],
        ["a", "a "],
        {},
        {"a": 1},
    ]
)


TWICE = times(2)
READERS = Readers()


def strictly(item: Any, kind: str) -> tuple[Any, Any]:
    """Return a record and its faults as the strict hooks find them."""
    return structure_record(item, KINDS[kind], STRICT)


def streamed(text: str) -> dict[str, list[Any]]:
    """Return the records of a JSON text, or raise if the stream refuses it."""
    with borrowed_loader() as loader:
        hook_for = loader.converter.get_structure_hook
        lists = read_lists(text, 1, loader.readers, hook_for)
    return {kind: list(records) for kind, records in lists.items()}


NEEDS_FAST = pytest.mark.skipif(
    structs() is None, reason="needs the extra fast"
)
FORMS = pytest.mark.parametrize(
    "form", ["dicts", pytest.param("structs", marks=NEEDS_FAST)]
)


def places(
    value: Any, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    """List the ways to all that stands within plain data."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, each in inner:
        yield (*path, step)
        yield from places(each, (*path, step))


def spot(dossier: Dossier, data: st.DataObject) -> tuple[str, Any, Any, Any]:
    """Choose a value of a record: return its kind, the record's table, and what holds the value under which key."""
    lists = to_plain(dossier.records)
    kind = data.draw(st.sampled_from(sorted(lists)))
    item: Any = copy.deepcopy(data.draw(st.sampled_from(lists[kind])))
    *way, last = data.draw(st.sampled_from(list(places(item))))
    within = item
    for step in way:
        within = within[step]
    return kind, item, within, last


def read(kind: str, item: Any) -> object:
    """Return what the quick reader makes of a table, None if it leaves it to the strict one."""
    try:
        return READERS.one(KINDS[kind], item)
    except Exception:  # noqa: BLE001 -- whatever it is
        return None


@TWICE
@pytest.mark.no_cover
@given(dossiers())
def test_records_are_read_as_the_strict_way_reads_them(
    dossier: Dossier,
) -> None:
    """Every record that was written is taken, and is the same to the last word."""
    for kind, items in to_plain(dossier.records).items():
        for item in items:
            assert repr(read(kind, item)) == repr(strictly(item, kind)[0])


@TWICE
@pytest.mark.no_cover
@given(dossiers(min_size=1), st.data())
def test_nothing_is_taken_that_the_strict_way_refuses(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Whatever stands in the place of a value: what is taken is sound, and is what the strict way makes of it."""
    kind, item, within, last = spot(dossier, data)
    if data.draw(st.booleans()) and isinstance(within, dict):
        within[data.draw(st.sampled_from(["lable", "note", "id", "edtf"]))] = (
            within.pop(last)
        )
    else:
        within[last] = data.draw(JUNK)
    taken = read(kind, item)
    record, wrongs = strictly(item, kind)
    assert taken is None or (not wrongs and repr(taken) == repr(record))


def lists_of(text: str) -> Any:
    """Return what the quick way makes of a text, None if it leaves it to the strict one."""
    try:
        return streamed(text)
    except Exception:  # noqa: BLE001 -- whatever it is
        return None


LAYOUTS = st.sampled_from(
    [{"separators": (",", ":")}, {"indent": 2}, {"indent": "\t"}, {}]
)


@FORMS
@TWICE
@pytest.mark.no_cover
@given(
    dossiers(min_size=3),
    LAYOUTS,
    st.integers(0, 2_000),
    st.sampled_from([iter, reversed]),
)
def test_a_text_is_read_as_its_records_are(
    form: str,
    dossier: Dossier,
    layout: dict[str, Any],
    portion: int,
    order: Any,
) -> None:
    """By dicts or structs, in portions of any size, whatever the layout and the order of keys: all is taken."""
    lists: dict[str, Any] = to_plain(dossier.records)
    data = {
        kind: [dict(order(item.items())) for item in items]
        for kind, items in lists.items()
    }
    wanted = {
        kind: [strictly(item, kind)[0] for item in items]
        for kind, items in data.items()
    }
    with tables(form, portion):
        assert repr(
            lists_of(
                json.dumps(
                    {"entente": 1, **data}, ensure_ascii=False, **layout
                )
            )
        ) == repr(wanted)


@FORMS
@times(4)
@pytest.mark.no_cover
@given(dossiers(min_size=2, max_size=4), st.data())
def test_no_text_is_taken_that_the_strict_way_refuses(
    form: str, dossier: Dossier, data: st.DataObject
) -> None:
    """A character put in, taken out or changed: what is taken is what the strict way makes of the text."""
    text = entente.dumps(dossier, compact=data.draw(st.booleans()))
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(
        st.sampled_from(
            [
                "",
                *'"\\{}[],: aZ1-\n\x00é',
                "null",
                '"note":"x",',
                "\\u003a",
                "\\ud800",
            ]
        )
    )
    changed = text[:at] + put + text[at + data.draw(st.integers(0, 1)) :]
    with tables(form, portion=40):
        taken = lists_of(changed)
    if taken is not None:
        document = formats.read(changed, "json")
        assert not document.problems
        assert isinstance(document.data, dict)
        del document.data["entente"]
        for kind, items in document.data.items():
            assert isinstance(items, list)
            assert [repr(record) for record in taken.pop(kind)] == [
                repr(strictly(item, kind)[0]) for item in items
            ]
        assert not taken


@FORMS
@pytest.mark.no_cover
@given(dossiers(min_size=1), st.data())
def test_no_value_is_taken_that_the_strict_way_refuses(
    form: str, dossier: Dossier, data: st.DataObject
) -> None:
    """Whatever stands in the place of a value in a text."""
    kind, item, within, last = spot(dossier, data)
    within[last] = data.draw(JUNK)
    with tables(form):
        taken = lists_of(json.dumps({"entente": 1, kind: [item]}))
    record, wrongs = strictly(item, kind)
    assert taken is None or (
        not wrongs and repr(taken[kind]) == repr([record])
    )


@pytest.mark.no_cover
@given(
    st.lists(
        st.text("a9-Z\né", max_size=4)
        | st.from_regex(ID.pattern, fullmatch=True),
        max_size=4,
    )
)
def test_ids_are_seen_together_as_they_are_one_by_one(
    texts: list[str],
) -> None:
    """Many texts are ids if each of them is one."""
    assert _readers.are_ids(texts) == all(map(ID.pattern.fullmatch, texts))


NEAR = st.tuples(
    st.text("0129af:", max_size=11),
    st.text("09afg:", min_size=7, max_size=9),
    st.text("09af\n٣", min_size=15),
).map(":".join)


@pytest.mark.no_cover
@given(
    st.lists(
        st.from_regex(FINGERPRINT.pattern, fullmatch=True)
        | NEAR
        | st.text(":0a", max_size=30),
        max_size=4,
    )
)
def test_fingerprints_are_seen_together_as_they_are_one_by_one(
    texts: list[str],
) -> None:
    """Many texts are fingerprints if each of them is one."""
    assert _readers.are_fingerprints(texts) == all(
        map(FINGERPRINT.pattern.fullmatch, texts)
    )


@pytest.mark.parametrize(
    "text",
    [
        "01:12345678:1234567890abcdef",
        "1:12345678:1234567890abcdeg",
        "1:123456789:1234567890abcde",
        "1:1234567:1234567890abcdef0",
        ":12345678:1234567890abcdef",
        "1234567890:12345678:1234567890abcdef",
        "a:12345678:1234567890abcdef",
        "1:12345678:1234567890ABCDEF",
        "1:12345678:123456789:abcdef",
        "1\n:12345678:1234567890abcdef",
        "",
    ],
)
def test_what_is_nearly_a_fingerprint_is_none(text: str) -> None:
    """Every part of a fingerprint is looked at, also among others that are sound."""
    sound = "21:1dfd6f85:e95753ae49bef24b"
    assert _readers.are_fingerprints([sound, sound])
    assert not _readers.are_fingerprints([sound, text, sound])


@FORMS
def test_ids_are_looked_at_in_long_lists_too(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many records a list has, a wrong id is found, and so are the sound ones after it."""
    monkeypatch.setattr("entente.files._quick._readers._MANY", 2)
    themes = [
        {"id": f"theme-{number}", "label": "A theme"} for number in range(9)
    ]
    with tables(form, portion=60):
        assert (
            len(
                lists_of(json.dumps({"entente": 1, "themes": themes}))[
                    "themes"
                ]
            )
            == 9
        )
        themes[4]["id"] = "theme--4"
        assert lists_of(json.dumps({"entente": 1, "themes": themes})) is None


def test_without_the_extra_all_is_read_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who has no msgspec has the standard library."""
    monkeypatch.setitem(sys.modules, "msgspec", None)
    structs.cache_clear()
    try:
        assert structs() is None
        assert entente.loads(GOOD).themes.ids == ("a",)
    finally:
        structs.cache_clear()


@TWICE
@pytest.mark.no_cover
@given(dossiers())
def test_records_are_written_as_json_writes_them(dossier: Dossier) -> None:
    """The text is that of the standard library, for the eye and for machines."""
    data = {"entente": 1, **to_plain(dossier.records)}
    assert (
        to_json(dossier.records, version=1)
        == json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    )
    compact = (
        json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    )
    assert to_json(dossier.records, version=1, compact=True) == compact
    assert entente.loads(compact) == dossier


def test_what_is_kept_for_the_next_dossier_does_not_grow_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Beyond a number of dates and amounts, those that were read are forgotten, and read again."""
    text = '{"entente": 1, "events": [{"id": "a", "name": "A", "when": "2024-01-30"}]}'
    other = text.replace("2024-01-30", "2024-01-31")
    assert entente.loads(text) == entente.loads(text)
    monkeypatch.setattr(PROCESS_WIDE["periods"], "limit", 1)
    assert entente.loads(other) == entente.loads(other)
    assert entente.loads(text) == entente.loads(text)
    assert set(PROCESS_WIDE["periods"].known) == {"2024-01-30"}


@pytest.mark.parametrize("format", ["toml", "yaml"])
def test_only_json_is_compact(format: str) -> None:
    """What has lines by its nature cannot be asked for without."""
    with pytest.raises(
        FormatError, match=f"^{format} cannot be compact; only JSON can$"
    ):
        entente.dumps(Dossier(), format=format, compact=True)


@FORMS
@pytest.mark.parametrize(
    "theme",
    [
        '{"id": "a", "label": "A: b", "label": "A"}',
        '{"id": "a", "label": "A", "note": "a: b", "note": "c"}',
        r'{"id": "a", "label": "A\u003a", "label": "A"}',
        r'{"id": "a", "label": "A", "label": "B\u003a"}',
        r'{"id": "a", "label": "A", "label": "\":"}',
        '{"id": "a", "aliases": ["x: y"], "label" : "A", "label" : "B"}',
        '{"id": "a", "label": "A", "label": "A"}',
    ],
)
def test_a_key_given_twice_is_seen_among_any_colons(
    form: str, theme: str
) -> None:
    """However many colons the texts hold, written out or escaped, a repeated key is told."""
    with tables(form), pytest.raises(LoadError, match="is given twice"):
        entente.loads(f'{{"entente": 1, "themes": [{theme}]}}')


@FORMS
@pytest.mark.parametrize(
    "text",
    [
        '{"entente":1,"themes":[{"id":"a","label":"A: b\\u003a \\": c"}]}',
        '\n{ "entente" : 1 ,\t"themes" : [ { "id" : "a" , "label" : "A: b: \\": c" } ] }\r\n',
        '{"themes": [{"label": "A: b: \\": c", "id": "a"}], "meetings": [], "entente": 1}',
    ],
)
def test_layout_and_order_do_not_matter(form: str, text: str) -> None:
    """White space, the order of keys, empty lists and escapes change nothing."""
    with tables(form):
        assert entente.loads(text) == Dossier(
            [Theme(id="a", label='A: b: ": c')]
        )


@FORMS
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{"entente": 1, "themes": [{"id": "a", "label": "A"}}',
            "this is not JSON",
        ),
        (
            '{"entente": 1, "themes": [{"id": "a", "label": "A"} {}]}',
            "this is not JSON",
        ),
        (
            '{"entente": 1, "themes": [{"id": "a", "label": "A"},]}',
            "this is not JSON",
        ),
        ('{"entente": 1, "themes": []} x', "this is not JSON"),
        ('{"entente": 1]', "this is not JSON"),
        ('{"entente": 1.0}', "the number 1.0 is not a version of the format"),
        ('{"themes": []}', "the key 'entente' is missing"),
        ('{"entente": 1, "themes": [], "themes": []}', "is given twice"),
        (
            '{"entente": 1, "themes": {}}',
            "a table is not a list of themes",
        ),
        (
            '{"entente": 1, "teams": []}',
            "'teams' is not a kind of record; did you mean 'themes'?",
        ),
    ],
)
def test_what_is_unusual_is_told_by_the_strict_way(
    form: str, text: str, said: str
) -> None:
    """A text that the quick way leaves is read again, and what is wrong with it is told."""
    with (
        tables(form),
        pytest.raises(LoadError, match=said.replace("?", r"\?")),
    ):
        entente.loads(text)


@FORMS
@pytest.mark.parametrize(
    ("escaped", "label"),
    [
        (r"\ud83d\ude00", "😀"),
        (r"\uD83D\uDE00\ud83d\ude00", "😀😀"),
        (r"\\u003a", r"\u003a"),
        (r"\\ud83d", r"\ud83d"),
    ],
)
def test_escapes_that_hide_nothing_are_read_quickly(
    form: str, escaped: str, label: str
) -> None:
    """Whole surrogate pairs, and what only looks like an escape behind an escaped backslash."""
    with tables(form):
        (theme,) = lists_of(
            f'{{"entente": 1, "themes": [{{"id": "a", "label": "{escaped}"}}]}}'
        )["themes"]
    assert theme.label == label


@FORMS
@pytest.mark.parametrize(
    "escaped",
    [
        r"\ud83d",
        r"\ude00",
        r"\ude00\ud83d",
        r"\ud83d\\\ude00",
        r"\ud83d\ud83d\ude00",
        r"\ud83d\ude00\ude00",
    ],
)
def test_half_a_surrogate_pair_is_left_to_the_strict_way(
    form: str, escaped: str
) -> None:
    """However the halves stand, a half without the other is not taken."""
    with tables(form):
        assert (
            lists_of(
                f'{{"entente": 1, "themes": [{{"id": "a", "label": "{escaped}"}}]}}'
            )
            is None
        )


@FORMS
def test_a_refused_text_leaves_no_trace(form: str) -> None:
    """The ids and colons of a text that was refused do not count for the next one."""
    with tables(form):
        readers = Readers()
        hook_for = _converter._converter(readers).get_structure_hook
        for bad in (
            GOOD[:-1],
            GOOD.replace('"A"', "1"),
            GOOD.replace('"a"', '"A B"'),
        ):
            with pytest.raises((ValueError, TypeError, IndexError)):
                read_lists(bad, 1, readers, hook_for)
            with pytest.raises(ValueError):  # noqa: PT011 -- it has no message
                readers.one(Theme, {"id": "A B", "label": "A"})
            good = read_lists(GOOD, 1, readers, hook_for)
            assert good == {"themes": (Theme(id="a", label="A"),)}


# --- the collector


GOOD = '{"entente": 1, "themes": [{"id": "a", "label": "A"}]}'


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the collector ran while something was read."""
    found: list[bool] = []

    def watched(*args: Any) -> object:
        found.append(gc.isenabled())
        return read_lists(*args)

    monkeypatch.setattr(_reading, "read_lists", watched)
    return found


@pytest.mark.parametrize("text", [GOOD, "{"])
def test_the_collector_is_paused_and_goes_on(
    text: str, seen: list[bool]
) -> None:
    """While a dossier is read nothing is collected; afterwards all is as before, even after an error."""
    try:
        entente.loads(text)
    except LoadError:
        assert text == "{"
    assert seen == [False]
    assert gc.isenabled()


def test_the_collector_is_left_alone_if_asked(seen: list[bool]) -> None:
    """Who says pause_gc=False has the collector run on."""
    entente.loads(GOOD, pause_gc=False)
    assert seen == [True]


def test_a_collector_that_was_off_stays_off(seen: list[bool]) -> None:
    """Nobody's own pause is ended."""
    gc.disable()
    try:
        entente.loads(GOOD)
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert seen == [False]


def test_what_was_read_is_not_looked_through_at_once() -> None:
    """When the collector goes on, the records are not in the generation that it looks through first."""
    text = entente.dumps(
        Dossier(
            [
                Theme(id=f"theme-{number}", label="A theme")
                for number in range(5_000)
            ]
        )
    )
    records: list[int] = []

    def watch(phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            records.append(
                sum(
                    isinstance(each, Theme)
                    for each in gc.get_objects(generation=0)
                )
            )

    threshold = gc.get_threshold()
    gc.unfreeze()  # what other libraries set aside, and how seldom they let the collector run, is not the matter here
    gc.set_threshold(700, 10, 10)
    gc.callbacks.append(watch)
    try:
        made = entente.loads(text)
        kept = [[each] for each in range(5_000)]
    finally:
        gc.callbacks.remove(watch)
        gc.set_threshold(*threshold)
    assert len(made.themes) == len(kept) == 5_000
    assert records
    assert max(records) < 1_000


def test_what_somebody_froze_stays_frozen() -> None:
    """A program that has set objects aside for good finds them set aside after a load."""
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        entente.loads(GOOD)
        assert gc.get_freeze_count() >= frozen - 1_000 > 0
    finally:
        gc.unfreeze()
