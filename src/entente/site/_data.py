"""The files that the script reads: rows, standings and the index of the search, in parts.

Each is a call of a function with JSON, and not plain JSON: a page that is opened from the disk may load
scripts that lie beside it, and nothing else.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from entente._safe import escaped_data
from entente.exports._answers import keywords_of
from entente.records._model import Commitment
from entente.records._vocabulary import ReportedStatus, Schedule
from entente.site._facets import (
    KEYWORDS,
    date_keywords,
    days_asked,
    days_in,
    facets_of,
)
from entente.site._groups import GROUPS, TITLES, group_of
from entente.site._lists import (
    ListCell,
    ListedRecord,
    cell_of_due,
    columns_of,
)
from entente.site._standings import StandingWords, first_day
from entente.site._tracker import Tracker
from entente.values._edtf import FIRST_DAY
from entente.values._period import Period

MOST_BYTES: Final = 95_000
"""How large a part may be."""

_SCHEDULES: Final = tuple(Schedule)
_STATUSES: Final = tuple(ReportedStatus)

_WORD: Final = re.compile(r"[^\W_]+")
_LONGEST_WORD: Final = 40


def write_data(
    folder: Path, rows: Mapping[str, Sequence[ListedRecord]], tracker: Tracker
) -> None:
    """Write all data files of a site into its folder ``data``."""
    data = folder / "data"
    data.mkdir()
    for kind, listed in rows.items():
        _write_rows(data, kind, listed, tracker)
    _write_search(data, rows, tracker)


def as_script(name: str, value: object) -> str:
    r"""Return data as a script that hands it over under a name.

    >>> print(as_script("a", ["</b>"]), end="")
    ententeData("a",["\u003c/b>"]);
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Escapes in strings only, for there is no "<" elsewhere in JSON.
    text = escaped_data(text, "json").replace("<", "\\u003c")
    return f"ententeData({json.dumps(name)},{text});\n"


def _write(data: Path, name: str, value: object) -> None:
    (data / f"{name}.js").write_text(as_script(name, value), encoding="utf-8")


def _in_parts(items: Iterable[Any]) -> Iterator[list[Any]]:
    """Divide items so that no part is too large."""
    part: list[Any] = []
    size = 0
    for item in items:
        length = len(as_script("", item).encode())
        if part and size + length > MOST_BYTES:
            yield part
            part, size = [], 0
        part.append(item)
        size += length
    if part:
        yield part


# --- lists ---------------------------------------------------------------------------------------


def _write_rows(
    data: Path, kind: str, rows: Sequence[ListedRecord], tracker: Tracker
) -> None:
    facets, places = facets_of(kind, tracker)
    dates, columns = date_keywords(kind), columns_of(kind)
    packed = (
        [
            *_packed(row, columns),
            places[row.id],
            [_days(row, kind, each, tracker) for each in dates],
            *_courses(row, tracker),
        ]
        for row in rows
    )
    count = 0
    for part in _in_parts(packed):
        _write(data, f"{kind}-{count}", part)
        count += 1
    about: dict[str, object] = {
        "parts": count,
        "columns": columns,
        "facets": [[each.keyword, each.values] for each in facets],
        "dates": dates,
        "labels": {
            each: tracker.wording.heading(each) for each in KEYWORDS[kind]
        },
        "on": tracker.on.isoformat(),
    }
    if kind == "commitments":
        about["schedules"] = [
            [each.value, tracker.wording.word(each), group_of(each)]
            for each in _SCHEDULES
        ]
        about["turns"] = _MOVED
        about["groups"] = [
            [list(words), tracker.wording.say(TITLES[name])]
            for name, words in GROUPS.items()
        ]
        about["statuses"] = [
            [each.value, tracker.wording.word(each)] for each in _STATUSES
        ]
    _write(data, kind, about)


_MOVED: Final = "due"
"""The date of commitments that later reports move."""


def _packed(row: ListedRecord, columns: Sequence[str]) -> list[object]:
    cells = [
        None if column == _MOVED else _packed_cell(cell)
        for column, cell in zip(columns, row.cells, strict=True)
    ]
    return [row.folder, row.name, row.lang, cells]


def _packed_cell(cell: ListCell) -> object:
    return cell.text if cell.key is None else [cell.text, *cell.key]


def _days(
    row: ListedRecord, kind: str, keyword: str, tracker: Tracker
) -> list[int]:
    if keyword == _MOVED:
        return []
    return days_asked(
        tracker.index[row.id], keywords_of(kind)[keyword], tracker
    )


def _courses(row: ListedRecord, tracker: Tracker) -> Iterator[list[Any]]:
    """Yield the days from which a commitment stands otherwise, and those from which its deadline differs."""
    course = tracker.courses.get(row.id)
    if course is None:
        return
    yield _since(
        first_day(tracker.dossier.commitments[row.id]),
        [[day, *_places(words)] for day, words in course.words],
    )
    deadlines: list[list[object]] = []
    for day, due in course.deadlines:
        cell, days = _deadline(due, tracker)
        if not deadlines or deadlines[-1][1:] != [cell, days]:
            deadlines.append([day, cell, days])
    yield deadlines


def _places(words: StandingWords | None) -> list[int]:
    if words is None:
        return []
    verdict, *reported = words
    return [
        -1 if verdict is None else _SCHEDULES.index(verdict),
        *[-1 if each is None else _STATUSES.index(each) for each in reported],
    ]


NOT_MADE: Final = -2
"""What takes the place of a verdict until a commitment may have been made."""


def _since(day: int, turns: list[list[int]]) -> list[list[int]]:
    """Return turns with none of before a day."""
    if day == FIRST_DAY:
        return turns
    place = bisect_right(turns, day, key=itemgetter(0))
    _, *standing = turns[place - 1]
    return [
        [FIRST_DAY, NOT_MADE, -1, -1],
        [day, *standing],
        *turns[place:],
    ]


def _deadline(
    due: Period | None, tracker: Tracker
) -> tuple[object, list[int]]:
    """Return a deadline as a cell, and the days that are compared with those asked for."""
    cell = _packed_cell(cell_of_due(due, tracker))
    if due is None:
        return cell, []
    return cell, days_in(due if due.in_words_only else due.deadline)


# --- search --------------------------------------------------------------------------------------


def words_in(text: str) -> set[str]:
    """Return the words of a text as they are searched for: small letters without accents.

    >>> sorted(words_in("Élysée 2024: l’accord"))
    ['2024', 'accord', 'elysee']
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(
        each
        for each in plain
        if not unicodedata.category(each).startswith("M")
    )
    return {
        word[:_LONGEST_WORD] for word in _WORD.findall(bare) if len(word) > 1
    }


def _write_search(
    data: Path, rows: Mapping[str, Sequence[ListedRecord]], tracker: Tracker
) -> None:
    kinds = list(HEADINGS)
    entries = [
        (kinds.index(kind), row)
        for kind in sorted(rows, key=_FOUND_FIRST.index)
        for row in rows[kind]
    ]
    found: dict[str, dict[str, list[int]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for number, (_, row) in enumerate(entries):
        for word in sorted(words_in(_searched(row, tracker))):
            found[word[:2]][word].append(number)
    parts: dict[str, int] = {}
    for beginning, words in sorted(found.items()):
        name = "-".join(f"{ord(letter):x}" for letter in beginning)
        parts[name] = 0
        for part in _in_parts(_postings(words)):
            _write(data, f"word-{name}-{parts[name]}", part)
            parts[name] += 1
    names = [[kind, row.folder, row.name, row.lang] for kind, row in entries]
    sizes: list[int] = []
    for part in _in_parts(names):
        _write(data, f"name-{len(sizes)}", part)
        sizes.append(len(part))
    _write(
        data,
        "search",
        {
            "kinds": [
                [kind, tracker.wording.say(HEADINGS[kind])] for kind in kinds
            ],
            "words": parts,
            "names": sizes,
        },
    )


_MOST_POSTINGS: Final = 10_000


def _postings(words: Mapping[str, Sequence[int]]) -> Iterator[list[object]]:
    """Yield each word with its records, each as the distance from the one before."""
    for word, numbers in sorted(words.items()):
        for start in range(0, len(numbers), _MOST_POSTINGS):
            run = numbers[start : start + _MOST_POSTINGS]
            yield [
                word,
                run[0],
                *(later - earlier for earlier, later in pairwise(run)),
            ]


def _searched(row: ListedRecord, tracker: Tracker) -> str:
    """Return the texts by which a record is found: names, labels, ids."""
    record: Any = tracker.index[row.id]
    texts = [row.name, row.id, *getattr(record, "aliases", ())]
    texts += [each.name for each in getattr(record, "names", ())]
    texts.append(getattr(record, "label", None) or "")
    if isinstance(record, Commitment):
        texts += [cell.text for cell in row.cells[:1]]
    return " ".join(texts)


HEADINGS: Final[Mapping[str, str]] = {
    "commitments": "Commitments",
    "agreements": "Agreements",
    "meetings": "Meetings",
    "statements": "Statements",
    "themes": "Themes",
    "parties": "Parties",
    "offices": "Offices",
    "ministers": "Office-holders",
    "events": "Events",
    "metrics": "Metrics",
    "sources": "Sources",
}
"""The heading of the list of each kind, in the order of a site."""

# What has a name is looked for by it; promises and sources hold the same words in sentences.
_FOUND_FIRST: Final = (
    "themes",
    "parties",
    "ministers",
    "offices",
    "agreements",
    "meetings",
    "metrics",
    "events",
    "commitments",
    "statements",
    "sources",
)
"""The kinds in the order in which the search lists them."""
