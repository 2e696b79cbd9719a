"""The 67 facts that were read from the readout of 30 January 2024, and ways to look them up.

`FACTS` says of each fact, by its number in the seed, which record holds it, which lines that record
cites for it, and on what basis. A test of the same number in `uk_france` looks at the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from entente import (
    Basis,
    Citation,
    Commitment,
    Dossier,
    Period,
    Range,
    Record,
    ReportedStatus,
    Statement,
)
from entente.records._walk import citations

R = TypeVar("R", bound=Record)

READOUT: Final = "readout-2024-01-30"
TALKS: Final = "paris-2024-01-30"
STATED: Final = {Basis.STATED}
INFERRED: Final = {Basis.INFERRED}
BOTH: Final = {Basis.STATED, Basis.INFERRED}

FACTS: Final[Mapping[str, tuple[str, str, set[Basis]]]] = {
    "S01": (READOUT, "1-80", INFERRED),
    "S02": (TALKS, "1-5", BOTH),
    "S03": (TALKS, "1", STATED),
    "S04": ("uk-home-secretary", "1", STATED),
    "S05": ("gerald-darmanin", "2-3", BOTH),
    "S06": (TALKS, "1-3", STATED),
    "S07": ("paris-agenda", "3-5", STATED),
    "S08": ("entente-cordiale-120th-anniversary", "6", STATED),
    "S09": ("entente-cordiale", "6-7", BOTH),
    "S10": ("small-boat-arrivals", "8-10", STATED),
    "S11": ("praise-for-fewer-boats", "8-10", STATED),
    "S12": ("taxi-boat-measures", "10-12", BOTH),
    "S13": ("taxi-boat-barriers", "12", STATED),
    "S14": ("taxi-boat-patrols", "12", STATED),
    "S15": ("joint-work-hit-crime", "12-13", STATED),
    "S16": ("summit-agreement-2023", "16", STATED),
    "S17": ("accelerate-summit-agreement", "14-16", STATED),
    "S18": ("aerial-surveillance", "16-17", STATED),
    "S19": ("aim-of-aerial-surveillance", "17-19", STATED),
    "S20": ("lives-at-sea-a-priority", "19-21", STATED),
    "S21": ("boat-supply-disruption", "22-24", STATED),
    "S22": ("boat-supply-intelligence", "24", STATED),
    "S23": ("convene-calais-group", "25-27", STATED),
    "S24": ("calais-group", "27", BOTH),
    "S25": ("aim-of-calais-group-meeting", "27-29", STATED),
    "S26": ("calais-group-within-europe", "25", STATED),
    "S27": ("olympic-security-support", "30-32", BOTH),
    "S28": ("summer-olympics-2024", "32,45-46,55-56", BOTH),
    "S29": ("home-secretary-words", "33-46", INFERRED),
    "S30": ("friends-and-neighbours", "34", STATED),
    "S31": ("security-cooperation-vital", "34-36", STATED),
    "S32": ("france-essential-on-migration", "37", STATED),
    "S33": ("support-for-french-law-enforcement", "37-40", STATED),
    "S34": ("praise-for-french-effort", "40-41", STATED),
    "S35": ("thanks-to-darmanin", "42-43", STATED),
    "S36": ("keep-working-together", "44-46", BOTH),
    "S37": ("darmanin-words", "47-58", INFERRED),
    "S38": ("fight-smuggling-networks", "48-50", STATED),
    "S39": ("call-for-uk-eu-migration-agreement", "51-52", STATED),
    "S40": ("uk-eu-migration-agreement", "51-53", STATED),
    "S41": ("major-events-security", "54-55", STATED),
    "S42": ("olympics-in-focus", "55-56", STATED),
    "S43": ("fight-radicalisation", "57-58", STATED),
    "S44": ("fight-online-crime", "58", STATED),
    "S45": ("summit-agreement-2023", "59-61", BOTH),
    "S46": ("leaders-summit-2023", "60-61", BOTH),
    "S47": ("uk-prime-minister", "60", STATED),
    "S48": ("fr-president", "60", INFERRED),
    "S49": ("deliver-summit-agreement", "59", STATED),
    "S50": ("fund-french-personnel", "61-63", BOTH),
    "S51": ("french-personnel-deployed", "61-62", STATED),
    "S52": ("channel-deaths", "64", STATED),
    "S53": ("channel-deaths", "64", STATED),
    "S54": ("gangs-must-be-dismantled", "65-66", STATED),
    "S55": ("gangs-more-violent", "66-67", STATED),
    "S56": ("closer-work-in-northern-france", "68-69", STATED),
    "S57": ("liaison-officers-in-lille", "69-70", STATED),
    "S58": ("liaison-officers-in-calais", "70", STATED),
    "S59": ("liaison-officers-in-lille", "69-70", STATED),
    "S60": ("information-exchange-better", "70-71", STATED),
    "S61": ("aim-of-information-exchange", "71-72", STATED),
    "S62": ("security-relationship-strong", "73-74", STATED),
    "S63": ("scope-of-counter-terrorism", "74-76", STATED),
    "S64": ("olympic-support-restated", "77", STATED),
    "S65": ("lessons-of-london-2012", "78", STATED),
    "S66": ("lessons-of-queens-funeral", "79", STATED),
    "S67": ("lessons-of-kings-coronation", "80", STATED),
}

SEED_THEMES: Final = {
    "CT": "counter-terrorism",
    "CYB": "online-crime",
    "EUR": "european-cooperation",
    "FUND": "funding",
    "INT": "intelligence-sharing",
    "LEA": "law-enforcement",
    "MIG": "illegal-migration",
    "OCG": "organised-crime",
    "OLY": "olympics-security",
    "RAD": "radicalisation",
    "REL": "bilateral-relations",
    "SAR": "saving-lives",
}


def get(kind: type[R], dossier: Dossier, id: str) -> R:
    """Return the record of that id, which must be of that kind."""
    record = dossier[id]
    assert isinstance(record, kind)
    return record


def cited(record: Record, lines: str) -> list[Citation]:
    """Return the citations of exactly these lines of the readout, in a record and all that is within."""
    wanted = Range.of(lines)
    return [
        place
        for _, place in citations(record)
        if place.source == READOUT and place.lines == wanted
    ]


def notes(record: Record) -> str:
    """Return how the record's inferences were made."""
    return " ".join(
        place.note or ""
        for _, place in citations(record)
        if place.basis is Basis.INFERRED
    )


def spoken_at_the_talks(record: Commitment | Statement) -> bool:
    """Say whether the record was said at the talks, and on their day."""
    said = record.made if isinstance(record, Commitment) else record.said
    return record.meeting == TALKS and said == Period("2024-01-30")


def part_of_speech(statement: Statement, speech: Statement) -> bool:
    """Say whether the statement is one of the acts within a speech, by its speaker and on its day."""
    return (
        statement.part_of == speech.id
        and statement.speakers == speech.speakers
        and spoken_at_the_talks(statement)
    )


def told_by_the_document(record: Commitment | Statement) -> bool:
    """Say whether the document speaks in its own voice, of which it gives no date."""
    if isinstance(record, Commitment):
        return record.announced_by == (READOUT,) and record.made is None
    return record.speakers == (READOUT,) and record.said is None


def told_as_done(commitment: Commitment) -> bool:
    """Say whether the document reports it as done, on the day of the talks."""
    (report,) = commitment.reports
    return (report.on, report.by, report.status) == (
        Period("2024-01-30"),
        READOUT,
        ReportedStatus.COMPLETED,
    )


def told_as_going_on(commitment: Commitment) -> bool:
    """Say whether the document reports it under way on the day of the talks."""
    (report,) = commitment.reports
    return (report.on, report.by, report.status) == (
        Period("2024-01-30"),
        READOUT,
        ReportedStatus.IN_PROGRESS,
    )
