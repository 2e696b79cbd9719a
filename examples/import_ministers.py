"""Who was minister, and when? A table of appointments becomes a dossier.

The Institute for Government publishes the ministers of the United Kingdom since 1979 as CSV files:
persons, posts, appointments, acting and leave, organisations and their successors (CC BY 4.0). Give
the folder that they are in, and optionally a file to save the dossier to::

    python examples/import_ministers.py ministers/ ministers.json

Without a folder, the sample at the end of this file is read. The how-to "Import a list of ministers"
explains the mapping; `dossier_of` is the function to copy from.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

import entente
from entente import (
    Citation,
    Membership,
    Minister,
    Name,
    Office,
    Party,
    PartyKind,
    Period,
    Range,
    Source,
    SourceKind,
    Tenure,
)

Row: TypeAlias = Mapping[str, str]
Tables: TypeAlias = Mapping[str, str]
"""The texts of the CSV files, by their names."""

NAMES = (
    "person",
    "post",
    "organisation",
    "organisation_link",
    "appointment",
    "appointment_characteristics",
)
STATE = "GB"
SOURCE = Source(
    id="ifg-ministers",
    title="Ministers Database: table of appointments",
    kind=SourceKind.REFERENCE,
    publisher="Institute for Government",
    language="en",
    licence="CC-BY-4.0",
)


def read_folder(folder: Path) -> Tables:
    """Return the texts of a folder's CSV files, all of which must be there."""
    return {
        name: (folder / f"{name}.csv").read_text(encoding="utf-8")
        for name in NAMES
    }


def dossier_of(tables: Tables) -> entente.Dossier:
    """Return a dossier of the organisations, the posts and the persons with their tenures."""
    rows = {
        name: list[Row](csv.DictReader(tables[name].splitlines()))
        for name in NAMES
    }
    people = _grouped(rows["person"], "id")
    parties = _ids(
        rows["organisation"], lambda row: (row["name"], row["start_date"][:4])
    )
    offices = _ids(
        rows["post"],
        lambda row: (
            row["display_name"],
            parties[row["organisation_id"]],
            row["rank_equivalence"],
        ),
    )
    ministers = _ids(
        map(_latest, people.values()), lambda row: (row["display_name"],)
    )
    replaced = _replaced(rows["organisation"], rows["organisation_link"])
    succeeded = _succeeded(rows["post"], replaced)
    tenures: dict[str, list[Tenure]] = {}
    for person, tenure in _tenures(
        tables["appointment"], rows["appointment_characteristics"], offices
    ):
        tenures.setdefault(person, []).append(tenure)
    return entente.Dossier(
        [
            SOURCE,
            *(
                _party(row, parties, replaced.get(row["id"], []))
                for row in rows["organisation"]
            ),
            *(
                Office(
                    id=offices[row["id"]],
                    title=row["display_name"],
                    party=parties[row["organisation_id"]],
                    succeeds=tuple(
                        offices[key] for key in succeeded.get(row["id"], ())
                    ),
                )
                for row in rows["post"]
            ),
            *(
                _minister(names, ministers[key], tenures.get(key, []))
                for key, names in people.items()
            ),
        ]
    )


def kebab(text: str) -> str:
    """Return the words of a text in the form of an id: ``"Thérèse Coffey"`` is ``"therese-coffey"``."""
    plain = (
        unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    )
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower().replace("'", "")))


def _ids(
    rows: Iterable[Row], words: Callable[[Row], tuple[str, ...]]
) -> dict[str, str]:
    """Return an id for each row by its key: its first words, and more of them where ids would clash."""
    texts = {
        row["id"]: (*words(row), row["id"].partition("-")[0]) for row in rows
    }
    ids: dict[str, str] = {}
    for length in range(1, 1 + max(map(len, texts.values()), default=0)):
        tried = {
            key: kebab(" ".join(texts[key][:length]))
            for key in texts
            if key not in ids
        }
        claims = Counter([*ids.values(), *tried.values()])
        ids |= {key: id for key, id in tried.items() if claims[id] == 1}
    return ids


def _grouped(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups


def _latest(names: list[Row]) -> Row:
    """Return the row with a person's present name: peers and newly-weds have had several."""
    return max(names, key=itemgetter("start_date"))


def _minister(names: list[Row], id: str, tenures: list[Tenure]) -> Minister:
    now = _latest(names)
    dated = tuple(
        Name(
            name=row["display_name"],
            period=_time(row["start_date"], row["end_date"]),
        )
        for row in names
        if len(names) > 1
    )
    known = {now["display_name"], *(each.name for each in dated)}
    others = [row["normalized_name"] for row in names]
    return Minister(
        id=id,
        name=now["display_name"],
        aliases=tuple(
            dict.fromkeys(name for name in others if name not in known)
        ),
        names=dated,
        tenures=tuple(
            sorted(tenures, key=lambda tenure: tenure.period.sort_key)
        ),
    )


def _party(row: Row, ids: Mapping[str, str], replaced: Iterable[str]) -> Party:
    return Party(
        id=ids[row["id"]],
        name=row["name"],
        kind=PartyKind.BODY,
        part_of=(Membership(party=STATE),),
        aliases=(row["short_name"],),
        existed=_time(row["start_date"], row["end_date"]),
        succeeds=tuple(ids[key] for key in replaced),
    )


def _time(start: str, end: str) -> Period | None:
    """Return the time between two days, each of which may be unknown, or None if both are."""
    return Period(f"{start}/{end}") if start or end else None


def _replaced(
    organisations: list[Row], links: list[Row]
) -> dict[str, list[str]]:
    """Return which organisations each organisation replaced, by their keys.

    One that ended in another was replaced by it, whatever the change is called. Where only functions
    moved, nothing ended.
    """
    ended = {row["id"]: row["end_date"] for row in organisations}
    found: dict[str, list[str]] = {}
    for link in links:
        old, new = (
            link["predecessor_organisation_id"],
            link["successor_organisation_id"],
        )
        if (
            link["type"].startswith("Transfer")
            or not "" < ended[old] <= link["link_end_date"]
        ):
            continue
        found.setdefault(new, []).append(old)
    return found


def _succeeded(
    posts: list[Row], replaced: Mapping[str, list[str]]
) -> dict[str, list[str]]:
    """Return which posts each post succeeded, by their keys.

    The tables only give the successors of organisations. The posts at the head of one succeed those
    at the head of the one that it replaced.
    """
    heads = {
        key: _heads(rows)
        for key, rows in _grouped(posts, "organisation_id").items()
    }
    found: dict[str, list[str]] = {}
    for new, old in replaced.items():
        before = [head for key in old for head in heads.get(key, ())]
        found |= dict.fromkeys(heads.get(new, ()), before)
    return found


def _heads(posts: list[Row]) -> list[str]:
    """Return the posts at the head of an organisation: Secretaries of State, by title or rank."""
    ranked = [row for row in posts if row["rank_equivalence"] == "SoS"]
    titled = [
        row for row in ranked if row["name"].startswith("Secretary of State")
    ]
    return [row["id"] for row in titled or ranked]


def _tenures(
    table: str, characteristics: Iterable[Row], offices: Mapping[str, str]
) -> Iterator[tuple[str, Tenure]]:
    """Yield the tenures with the keys of their persons, each citing the line that it was read from."""
    lines = table.splitlines()
    characteristics_of = _grouped(characteristics, "appointment_id")
    # Whoever has no last day was in office when the table was made: on the last day that it names,
    # if not for longer.
    last_day = max(
        max(row["start_date"], row["end_date"])
        for row in csv.DictReader(lines)
    )
    reader = csv.DictReader(lines)
    for row in reader:
        about = sorted(
            characteristics_of.get(row["id"], []), key=itemgetter("start_date")
        )
        period, doubt = _period(row["start_date"], row["end_date"], last_day)
        notes = [*doubt, *_notes(about)]
        yield (
            row["person_id"],
            Tenure(
                office=offices[row["post_id"]],
                period=period,
                acting=bool(about)
                and all(each["is_acting"] == "True" for each in about),
                citations=(
                    Citation(
                        source=SOURCE.id,
                        lines=Range(reader.line_num, reader.line_num),
                        fingerprint=entente.fingerprint(
                            lines[reader.line_num - 1]
                        ),
                    ),
                ),
                note="; ".join(notes) or None,
            ),
        )


def _period(start: str, end: str, last_day: str) -> tuple[Period, list[str]]:
    """Return the time of a tenure: an end that is missing, or before the start, is unknown."""
    if not end:
        return Period(f"{start}/", as_of=last_day), []
    if end < start:
        doubt = f"the table ends it on {end}, before it begins"
        return Period(f"{start}/"), [doubt]
    return Period(f"{start}/{end}"), []


def _notes(about: Iterable[Row]) -> Iterator[str]:
    for each in about:
        time = (
            f"from {each['start_date']} to {each['end_date']}"
            if each["end_date"]
            else f"since {each['start_date']}"
        )
        if each["is_acting"] == "True":
            yield f"acting {time}"
        if each["is_on_leave"] == "True":
            yield f"on leave {time}, reason given: {each['leave_reason'].lower() or 'none'}"
        if each["cabinet_status"] != "Non-cabinet":
            yield f"{each['cabinet_status'].lower()} {time}"


# --- questions to the dossier ------------------------------------------------------------------------


def report(
    dossier: entente.Dossier, *, post: str, day: str, handover: str
) -> None:
    """Print the size of a dossier, the holders of a post, and the changes on the day of a handover."""
    tenures = sum(len(minister.tenures) for minister in dossier.ministers)
    print(
        f"{tenures} tenures of {len(dossier.ministers)} persons in {len(dossier.offices)} posts"
    )
    errors = [
        problem
        for problem in entente.check(dossier)
        if problem.severity is entente.Severity.ERROR
    ]
    print(f"{len(errors)} errors")

    title = dossier.offices[post].title
    print(f"\n{title}")
    for on in (day, handover):
        holders = dossier.holders(post, on=on)
        names = " and ".join(minister.name for minister in holders)
        print(f"  on {on}: {names}")

    print(f"\nWho came and went on {handover}")
    for change in dossier.changes(handover, handover, party=STATE):
        word = "in " if change.entered else "out"
        print(
            f"  {word} {change.holding.minister.name}, {change.holding.office.title}"
        )

    print("\nPosts that succeeded others, and who held either, up to ten")
    for office in [office for office in dossier.offices if office.succeeds][
        :10
    ]:
        line = dossier.holdings(office=office.id, predecessors=True)
        first, last = line[0].minister.name, line[-1].minister.name
        print(f"  {office.title}: {len(line)}, from {first} to {last}")

    print("\nOnly acting, up to ten")
    acting = [
        holding for holding in dossier.holdings() if holding.tenure.acting
    ]
    for holding in acting[:10]:
        print(
            f"  {holding.tenure.period.words()}: {holding.minister.name}, {holding.office.title}"
        )


def main(arguments: list[str]) -> None:
    """Read a folder or the sample, print a report, and save the dossier if a file is given."""
    tables = read_folder(Path(arguments[0])) if arguments else SAMPLE
    dossier = dossier_of(tables)
    report(
        dossier,
        post="secretary-of-state-for-the-home-department",
        day="2024-01-30",
        handover="2023-11-13",
    )
    if len(arguments) > 1:
        entente.save(dossier, arguments[1])


SAMPLE: Tables = {
    "person": """\
id,name,display_name,normalized_name,start_date,end_date
a,Suella Braverman,Suella Braverman,Suella Braverman,,
b,James Cleverly,James Cleverly,James Cleverly,,
c,David Cameron,David Cameron,David Cameron,,2023-11-13
c,Lord Cameron of Chipping Norton,Lord Cameron of Chipping Norton,Lord Cameron of Chipping Norton,2023-11-13,
d,Dominic Raab,Dominic Raab,Dominic Raab,,
e,Michelle Donelan,Michelle Donelan,Michelle Donelan,,
f,Chloe Smith,Chloe Smith,Chloe Smith,,
""",
    "organisation": """\
id,name,short_name,start_date,end_date
ho,Home Office,HO,,
fco,Foreign and Commonwealth Office,FCO,,2020-09-02
fcdo,"Foreign, Commonwealth and Development Office",FCDO,2020-09-02,
dsit,"Department for Science, Innovation and Technology",DSIT,2023-02-07,
""",
    "organisation_link": """\
id,predecessor_organisation_id,successor_organisation_id,type,link_start_date,link_end_date
merger,fco,fcdo,Merger,2020-09-02,2020-09-02
""",
    "post": """\
id,organisation_id,name,display_name,rank_equivalence
home,ho,Secretary of State for the Home Department,Secretary of State for the Home Department,SoS
foreign,fco,Secretary of State for Foreign and Commonwealth Affairs,Secretary of State for Foreign and Commonwealth Affairs,SoS
abroad,fcdo,"Secretary of State for Foreign, Commonwealth and Development Affairs","Secretary of State for Foreign, Commonwealth and Development Affairs",SoS
science,dsit,"Secretary of State for Science, Innovation and Technology","Secretary of State for Science, Innovation and Technology",SoS
""",
    "appointment": """\
id,person_id,post_id,start_date,end_date
1,a,home,2022-10-25,2023-11-13
2,b,home,2023-11-13,2024-07-05
3,b,abroad,2022-09-06,2023-11-13
4,c,abroad,2023-11-13,2024-07-05
5,d,foreign,2019-07-24,2020-09-02
6,d,abroad,2020-09-02,2021-09-15
7,e,science,2023-02-07,2024-07-05
8,f,science,2023-04-28,2023-07-20
""",
    "appointment_characteristics": """\
id,appointment_id,cabinet_status,is_acting,is_on_leave,leave_reason,start_date,end_date
1,7,Full cabinet,False,False,,2023-02-07,2023-04-28
2,7,Full cabinet,False,True,Maternity leave,2023-04-28,2023-07-20
3,7,Full cabinet,False,False,,2023-07-20,2024-07-05
4,8,Full cabinet,True,False,,2023-04-28,2023-07-20
""",
}

if __name__ == "__main__":
    main(sys.argv[1:])
