"""The embedded dossier `uk-france` as a whole, compared with its seed and its source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Final

import pytest

from entente import (
    Commitment,
    Dossier,
    Minister,
    Office,
    Party,
    Period,
    Source,
    Theme,
)
from entente.evidence import CitationState, fingerprint, verify
from entente.records._walk import citations
from readout_facts import FACTS, READOUT, SEED_THEMES, TALKS, cited, get

NOTICE: Final = "calais-group-notice-2024-03-04"
"""The source of the report on one promise, which is known without its text."""

# --- the seed -----------------------------------------------------------------------------------


@pytest.mark.parametrize("fact", FACTS)
def test_each_fact_is_cited_by_the_record_that_holds_it(
    dossier: Dossier, fact: str
) -> None:
    """The record cites the lines of the fact, stated or inferred as the text allows."""
    id, lines, basis = FACTS[fact]
    places = [cited(dossier[id], each) for each in lines.split(",")]
    assert all(places)
    assert {place.basis for found in places for place in found} == basis


def test_every_fact_has_a_test_of_its_fields() -> None:
    """The files beside this one have a test function for the number of each fact."""
    files = Path(__file__).parent.glob("test_facts_*.py")
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    numbers = re.findall(r"^def test_s(\d\d)_", text, flags=re.MULTILINE)
    assert sorted(f"S{number}" for number in numbers) == list(FACTS)


def test_the_facts_are_those_of_the_seed(
    seed: tuple[Mapping[str, str], ...],
) -> None:
    """No fact of the seed is left out, none is added, and each is cited by exactly the seed's lines."""
    assert {row["id"]: row["lines"] for row in seed} == {
        fact: held[1] for fact, held in FACTS.items()
    }


def test_paragraphs_are_those_of_the_seed(
    dossier: Dossier, seed: tuple[Mapping[str, str], ...]
) -> None:
    """Each fact is cited by the seed's paragraphs too, of which there are 21."""
    for row in seed:
        paragraphs = "1-21" if row["paragraph"] == "all" else row["paragraph"]
        record = dossier[FACTS[row["id"]][0]]
        found = [
            str(place.paragraphs)
            for lines in row["lines"].split(",")
            for place in cited(record, lines)
        ]
        assert set(found) == set(paragraphs.split(",")), row["id"]


def test_themes_are_those_of_the_seed(
    dossier: Dossier, seed: tuple[Mapping[str, str], ...]
) -> None:
    """A record on themes bears each theme of its fact, or one narrower."""
    for row in seed:
        record = dossier[FACTS[row["id"]][0]]
        if isinstance(record, Source | Party | Office | Minister | Theme):
            continue
        for code in row["themes"].split(","):
            fitting = dossier.themes.where(theme=SEED_THEMES[code]).ids
            assert set(record.themes) & set(fitting), (row["id"], code)


# --- the dossier as a whole ---------------------------------------------------------------------


def test_small_boats_are_a_part_of_illegal_migration(dossier: Dossier) -> None:
    """A question about the wider theme finds the narrower one's records too."""
    assert get(Theme, dossier, "small-boats").broader == ("illegal-migration",)
    narrow = dossier.commitments.where(theme="small-boats")
    wide = dossier.commitments.where(theme="illegal-migration")
    assert set(narrow.ids) < set(wide.ids)
    assert (wide - narrow).ids == (
        "convene-calais-group",
        "support-for-french-law-enforcement",
        "call-for-uk-eu-migration-agreement",
    )


def test_what_was_said_on_small_boats_in_january_2024(
    dossier: Dossier,
) -> None:
    """The first question that anyone asks is answered."""
    found = dossier.commitments.where(theme="small-boats", made="2024-01")
    assert found.ids == (
        "accelerate-summit-agreement",
        "aerial-surveillance",
        "boat-supply-disruption",
    )


HOME_SECRETARY: Final = ("uk-home-secretary",)
DARMANIN: Final = ("gerald-darmanin",)
BOTH_MINISTERS: Final = (*HOME_SECRETARY, *DARMANIN)
DOCUMENT: Final = (READOUT,)


@pytest.mark.parametrize(
    ("id", "announced_by", "kind", "wording"),
    [
        ("taxi-boat-measures", HOME_SECRETARY, "action", ("welcomed",)),
        ("taxi-boat-barriers", HOME_SECRETARY, "action", ()),
        ("taxi-boat-patrols", HOME_SECRETARY, "action", ()),
        (
            "accelerate-summit-agreement",
            BOTH_MINISTERS,
            "action",
            ("welcomed plans to",),
        ),
        ("aerial-surveillance", DOCUMENT, "action", ("will expedite",)),
        ("boat-supply-disruption", HOME_SECRETARY, "action", ("endorsed",)),
        ("boat-supply-intelligence", HOME_SECRETARY, "process", ("endorsed",)),
        ("convene-calais-group", BOTH_MINISTERS, "process", ("discussed",)),
        (
            "olympic-security-support",
            HOME_SECRETARY,
            "process",
            ("committed to", "continuing"),
        ),
        (
            "support-for-french-law-enforcement",
            HOME_SECRETARY,
            None,
            ("continues to",),
        ),
        ("keep-working-together", HOME_SECRETARY, "process", ("pledge",)),
        ("fight-smuggling-networks", DARMANIN, "process", ("will deepen",)),
        (
            "call-for-uk-eu-migration-agreement",
            DARMANIN,
            "process",
            ("will", "continue calling for"),
        ),
        ("major-events-security", DARMANIN, "action", ("will also cover",)),
        ("fight-radicalisation", DARMANIN, "outcome", ("should",)),
        ("fight-online-crime", DARMANIN, "outcome", ("should",)),
        ("deliver-summit-agreement", DOCUMENT, "action", ("continue to",)),
        ("fund-french-personnel", DOCUMENT, "action", ("agreed",)),
        ("closer-work-in-northern-france", DOCUMENT, "process", ()),
        ("liaison-officers-in-lille", DOCUMENT, "action", ()),
        ("liaison-officers-in-calais", DOCUMENT, "action", ()),
        (
            "olympic-support-restated",
            DOCUMENT,
            "process",
            ("continues to offer",),
        ),
        ("lessons-of-london-2012", DOCUMENT, "action", ()),
        ("lessons-of-queens-funeral", DOCUMENT, "action", ()),
        ("lessons-of-kings-coronation", DOCUMENT, "action", ()),
    ],
)
def test_who_said_what_in_which_words(
    dossier: Dossier,
    id: str,
    announced_by: tuple[str, ...],
    kind: str | None,
    wording: tuple[str, ...],
) -> None:
    """Each commitment keeps who announced it, its kind, and the cue words that its firmness is read from."""
    commitment = get(Commitment, dossier, id)
    assert (commitment.announced_by, commitment.kind, commitment.wording) == (
        announced_by,
        kind,
        wording,
    )
    if announced_by != DOCUMENT:
        assert commitment.meeting == TALKS


def test_what_counts_as_a_promise(dossier: Dossier) -> None:
    """Nine promises are firm; what was wished, discussed, welcomed, endorsed or only told is not."""
    assert dossier.commitments.where(firm=True).ids == (
        "aerial-surveillance",
        "olympic-security-support",
        "support-for-french-law-enforcement",
        "keep-working-together",
        "fight-smuggling-networks",
        "call-for-uk-eu-migration-agreement",
        "major-events-security",
        "fund-french-personnel",
        "olympic-support-restated",
    )


def test_every_record_is_cited(dossier: Dossier) -> None:
    """No record stands without the passage that it comes from."""
    assert [
        record.id for record in dossier.records if not record.citations
    ] == []


def test_every_passage_has_its_place_and_fingerprint(dossier: Dossier) -> None:
    """A citation names its lines, and can be verified by whoever has the text; none repeats it.

    Only the notice that reports on one promise is known without its text, and says so.
    """
    places = [
        place
        for record in dossier.records
        if record.id != NOTICE
        for _, place in citations(record)
    ]
    assert {place.source for place in places} == {READOUT, "ifg-ministers"}
    for place in places:
        assert place.lines is not None
        assert place.fingerprint is not None
        assert place.quote is None
        assert (place.paragraphs is not None) == (place.source == READOUT)


def test_every_citation_verifies(
    dossier: Dossier, readout: str, appointments: str
) -> None:
    """Each cited passage stands in its text where the dossier says, word for word."""
    held = {READOUT: readout, "ifg-ministers": appointments}
    for finding in verify(dossier, sources=held):
        if finding.record == NOTICE:
            continue  # known without its text
        assert finding.state is CitationState.OK, finding
        if finding.path[-1] == "fingerprint":
            continue  # a source's own, of its whole text
        place = finding.citation
        assert place.lines is not None
        passage = held[place.source].splitlines()[
            place.lines.first - 1 : place.lines.last
        ]
        assert place.fingerprint == fingerprint("\n".join(passage)), finding
    assert get(Source, dossier, READOUT).fingerprint == fingerprint(readout)


def test_tenures_are_those_of_the_table(
    dossier: Dossier, appointments: str
) -> None:
    """The days of the British ministers are the table's, in the line that is cited."""
    lines = appointments.splitlines()
    for id in ("james-cleverly", "rishi-sunak"):
        (tenure,) = get(Minister, dossier, id).tenures
        (place,) = tenure.citations
        assert place.lines is not None
        assert tenure.period == Period(
            "/".join(lines[place.lines.first - 1].split(",")[-2:])
        )


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Return the runs of that many words in a text."""
    words = re.findall(r"\w+", text.lower())
    return {
        tuple(words[start : start + length])
        for start in range(len(words) - length + 1)
    }


def texts(value: object) -> Iterator[str]:
    """List all texts within plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def test_the_text_is_not_repeated(readout: str) -> None:
    """No nine words of the readout stand in the file in a row, nor five in any of its texts."""
    file = (
        resources.files("entente") / "dossiers" / "uk-france.toml"
    ).read_text(encoding="utf-8")
    assert runs(file, 9) & runs(readout, 9) == set()
    alike = {
        text
        for text in texts(tomllib.loads(file))
        if runs(text, 5) & runs(readout, 5)
    }
    assert alike == set()
