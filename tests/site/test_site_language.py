"""A site in French holds no English but that of the record."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

import entente
from built_sites import DAY, SitePage, data_in, pages_in
from entente import Anchor, Commitment, Dossier, Period, site
from entente.records._display import caption
from entente.records._model import KINDS, Record
from entente.records._states import state_name
from entente.site._words import Wording, messages
from full_dossier import FULL

MARK: Final = "‡"
"""What is said in the language of the site."""

TEXT: Final = "§"
"""What the record says."""

FREE: Final = {
    "label", "name", "title", "summary", "text", "note", "stated", "publisher", "licence", "aliases",
    "wording", "quote",
}  # fmt: skip
"""The keys of files whose texts are those of the record."""

CODES: Final = {
    "id", "scheme", "identifier", "fingerprint", "unit", "address",
}  # fmt: skip
"""The keys of files whose values are shown as they are."""

FORMATS: Final = {"TOML", "JSON", "CSV", "iCalendar", "Atom"}


def without_texts(dossier: Dossier) -> Dossier:
    """Return a dossier in which every text of the record is a sign, and no longer a word."""
    data = _without(json.loads(entente.dumps(dossier)))
    return entente.loads(json.dumps(data), format="json")


def _without(value: Any, key: str = "", part: str = "") -> Any:
    if isinstance(value, dict):
        return {
            name: _without(each, name, key) for name, each in value.items()
        }
    if isinstance(value, list):
        return [_without(each, key, part) for each in value]
    # What an amount is a share of is a text, and what a report is of is a party.
    is_free = key in FREE or (key, part) == ("of", "amounts")
    return TEXT if is_free and isinstance(value, str) else value


def codes_in(value: Any, key: str = "") -> Iterator[str]:
    """Yield the words of what is shown as it is."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from codes_in(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from codes_in(each, key)
    elif key in CODES:
        yield from words_in(value)


def words_in(text: str) -> list[str]:
    """Return all that has letters in a text."""
    return re.findall(r"[^\W\d_]+", text)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str | None, str]]:
    """Put a sign for all that is said in a language; return the messages that were asked for."""
    asked: set[tuple[str | None, str]] = set()

    def say(
        _: Wording, message: str, context: str | None = None, **given: object
    ) -> str:
        asked.add((context, message))
        return " ".join([MARK, *map(str, given.values())])

    def name(_: Wording, record: Record) -> str:
        return MARK if state_name(record.id) else caption(record)

    def period(_: Wording, value: Period) -> str:
        return f"{MARK} {value.stated or MARK}"

    def date(wording: Wording, value: Period) -> str:
        return wording.period(value) if value.in_words_only else MARK

    def mark(_: Wording, __: object) -> str:
        return MARK

    monkeypatch.setattr(Wording, "say", say)
    monkeypatch.setattr(Wording, "name", name)
    monkeypatch.setattr(Wording, "period", period)
    monkeypatch.setattr(Wording, "date", date)
    for each in (
        "day", "quantity", "duration", "rule", "language",
    ):  # fmt: skip
        monkeypatch.setattr(Wording, each, mark)
    return asked


AFTER: Final = Anchor(record="frame", after="P6M")

COUNTED: Final = FULL.with_records(
    Commitment(id="waits", summary="Plan.", due_from=AFTER, runs_from=AFTER),
    Commitment(
        id="waits-since", summary="Plan.", made="2024-01-30", due_from=AFTER
    ),
)
"""A dossier with every field, and with times that wait for the date of another record."""


NOT_READ: Final = {"viewport", "generator", "color-scheme", "twitter:card", "og:type"}  # fmt: skip
"""The metadata that no reader sees."""


def texts_of(page: SitePage) -> Iterator[str]:
    """Yield what a reader of a page sees or hears, or the script says."""
    yield page.text
    for element in page.elements:
        given = element.attributes
        if given.get("name", given.get("property")) in NOT_READ:
            continue
        for name, value in given.items():
            is_said = name.startswith("data-") and name not in (
                "data-filtered",
                "data-root",
                "data-kind",
            )
            if value and (
                is_said
                or name
                in ("aria-label", "title", "placeholder", "alt", "content")
            ):
                yield value


def labels_in(folder: Path) -> Iterator[str]:
    """Yield what the script shows of the data of each list."""
    for kind in KINDS:
        if not (folder / "data" / f"{kind}.js").exists():
            continue
        about = data_in(folder, kind)
        yield from about["labels"].values()
        for _, values in about["facets"]:
            yield from [label for _, label in values]
        for words in ("schedules", "statuses", "groups"):
            yield from [word[1] for word in about.get(words, ())]
        for part in range(about["parts"]):
            for row in data_in(folder, f"{kind}-{part}"):
                yield row[1]
                # The deadlines of a commitment come last, each with its day.
                moved = row[-1] if "turns" in about else ()
                cells = [*row[3], *[cell for _, cell, _ in moved]]
                yield from [
                    cell if isinstance(cell, str) else cell[0]
                    for cell in cells
                    if cell is not None
                ]


@pytest.mark.parametrize(
    "name", ["full", "uk-france", "promises-kept", "channel-2020-2024"]
)
def test_all_but_the_record_is_said_in_the_language(
    name: str, said: set[tuple[str | None, str]], tmp_path: Path
) -> None:
    """No word of a page or of its data is made elsewhere than in `Wording`, and each message is French."""
    dossier = without_texts(
        COUNTED if name == "full" else entente.example(name)
    )
    folder = site.build(
        dossier,
        tmp_path / "out",
        on=datetime.date.fromisoformat(DAY),
        settings=site.Settings(locale="fr"),
    ).folder
    codes = set(codes_in(json.loads(entente.dumps(dossier))))
    known = codes | FORMATS | set(dossier.parties.ids)
    for page in pages_in(folder):
        for text in texts_of(page):
            assert set(words_in(text)) <= known, page.file
    for text in labels_in(folder):
        assert set(words_in(text)) <= known
    assert said <= set(messages("fr"))
