"""Commitments as a data frame, with pandas.

A vague date fills three cells: the first day that it may be, the last, and whether its source doubts
it. With them a query can ask which deadlines *may* be in a window and which *must* be, without a day
that nobody named. Needs pandas; reads both example dossiers.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import entente
from entente import Firmness, Period

try:
    import pandas as pd
except ImportError:
    sys.exit("this example needs pandas: python -m pip install pandas")


def bounds(name: str, period: Period | None) -> dict[str, object]:
    """Return the cells of a date: its text, its first and last day where it has them, and its doubt."""
    return {
        name: period and str(period),
        f"{name}_first": period and period.earliest,
        f"{name}_last": period and period.latest,
        f"{name}_doubtful": period is not None
        and (period.uncertain or period.approximate),
    }


def rows(dossier: entente.Dossier, on: str) -> Iterator[dict[str, object]]:
    """Yield a row of plain values for each commitment, as any data frame takes them."""
    commitments = dossier.commitments
    for commitment, found in zip(
        commitments, commitments.statuses(on=on), strict=True
    ):
        yield {
            "id": commitment.id,
            "by": commitment.by,
            "theme": commitment.themes,
            "firmness": commitment.firmness and commitment.firmness.value,
            "firm": commitment.is_firm,
            **bounds("made", commitment.made),
            **bounds("due", found.due and found.due.deadline),
            "declared": found.declared and found.declared.status.value,
            "schedule": found.schedule and found.schedule.value,
        }


def frame(on: str, **dossiers: entente.Dossier) -> pd.DataFrame:
    """Return the commitments of dossiers in one frame, with their status on a day."""
    made = [
        {"dossier": name, **row}
        for name, dossier in dossiers.items()
        for row in rows(dossier, on)
    ]
    table = pd.DataFrame(made)
    dates = [
        column for column in table if str(column).endswith(("_first", "_last"))
    ]
    return table.astype(dict.fromkeys(dates, "datetime64[s]"))


table = frame(
    "2025-09-01",
    readout=entente.example("uk-france"),
    kept=entente.example("promises-kept"),
)
print(f"{len(table)} commitments of two dossiers\n")

print("How firm are they, and is there a deadline?")
ladder = pd.Categorical(
    table["firmness"].fillna("no promise"),
    ["no promise", *Firmness],
    ordered=True,
)
deadline = table["due"].notna().map({True: "deadline", False: "none"})
print(pd.crosstab(ladder, deadline, rownames=[""], colnames=[""]), end="\n\n")

print("How many days may each deadline mean, and how does it stand?")
due = table[table["due"].notna()]
days = (due["due_last"] - due["due_first"]).dt.days + 1
print(
    due.assign(days=days)[
        ["dossier", "id", "due", "days", "schedule"]
    ].to_string(index=False),
    end="\n\n",
)

print("Which fall into the second quarter of 2024?")
start, end = pd.Timestamp("2024-04-01"), pd.Timestamp("2024-06-30")
may = (due["due_first"] <= end) & (due["due_last"] >= start)
must = (
    (due["due_first"] >= start)
    & (due["due_last"] <= end)
    & ~due["due_doubtful"]
)
print("for certain:", *due["id"][must].unique())
print("perhaps:    ", *due["id"][may & ~must].unique(), end="\n\n")

print("Which themes have the most firm promises?")
themes = table[table["firm"]].explode("theme")["theme"].value_counts()
print(themes.head(2).to_string())
