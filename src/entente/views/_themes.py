"""The themes as a tree, and how much stands on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from entente._dossier import Dossier, index_of
from entente.records._index import kind_of
from entente.records._model import (
    Agreement,
    Commitment,
    Event,
    Meeting,
    Metric,
    Statement,
    Theme,
)
from entente.views._marks import Mark, ViewRow, axis_of_amounts
from entente.views._view import View
from entente.views._words import count_text

_OnThemes = Event | Meeting | Agreement | Commitment | Metric | Statement


def themes(dossier: Dossier, *, title: str = "Themes") -> View:
    """Show the themes as a tree, each with the records on it and on those that are narrower.

    A theme that has several broader ones stands below each of them, and is followed further at the
    first. Records that have no theme are counted below.

    >>> import entente
    >>> print(themes(entente.example("promises-kept")))
    Themes
    <BLANKLINE>
                                        0            1           2            3           4            5
    Bilateral relations                 ██████████████████████████████████████████████████
      id: bilateral-relations · records: 1 commitment, 3 meetings
    Economic partnership                ██████████████████████████████████████
      id: economic-partnership · records: 1 agreement, 1 commitment, 1 meeting
    Synthetic drugs                     █████████████████████████
      id: synthetic-drugs · records: 1 commitment, 1 meeting
    Illegal migration                   ██████████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░
      id: illegal-migration · records: 1 agreement, 2 commitments, 2 meetings
    └ Small boats                       █████████████████████████
      id: small-boats · records: 1 agreement, 1 commitment
    Trade                               ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      id: trade · records: 1 agreement, 2 commitments, 1 meeting
    └ Tariffs                           ██████████████████████████████████████████████████
      id: tariffs · records: 1 agreement, 2 commitments, 1 meeting
    <BLANKLINE>
    █ records on the theme itself   ░ records on narrower themes
    """
    on: dict[str, list[_OnThemes]] = {theme.id: [] for theme in dossier.themes}
    without = 0
    for record in dossier.records:
        if isinstance(record, _OnThemes):
            without += not record.themes
            for id in record.themes:
                on[id].append(record)
    seen: set[str] = set()
    tree = [
        step
        for theme in dossier.themes
        if not theme.broader
        for step in _branches(dossier, theme, 0, seen)
    ]
    rows = [
        _row(dossier, theme, depth, on, again=again) for theme, depth, again in tree
    ]
    return View(
        title=title,
        description=(
            f"A tree of {count_text(len(dossier.themes), 'theme')}: "
            + "; ".join(f"{row.label}, {row.aside}" for row in rows)
            + "."
        ),
        rows=tuple(rows),
        axis=axis_of_amounts(rows, (), "records", whole=True),
        notes=(f"{count_text(without, 'record')} without a theme.".capitalize(),)
        if without
        else (),
    )


def _branches(
    dossier: Dossier, theme: Theme, depth: int, seen: set[str]
) -> Iterator[tuple[Theme, int, bool]]:
    """List a theme and those below it, each with its depth, and whether it was listed before."""
    again = theme.id in seen
    seen.add(theme.id)
    yield theme, depth, again
    for narrower in () if again else dossier.themes:
        if theme.id in narrower.broader:
            yield from _branches(dossier, narrower, depth + 1, seen)


def _row(
    dossier: Dossier,
    theme: Theme,
    depth: int,
    on: dict[str, list[_OnThemes]],
    *,
    again: bool,
) -> ViewRow:
    own = on[theme.id]
    every = {
        record.id: record
        for id in index_of(dossier).below(theme.id)
        for record in on[id]
    }
    counts = Counter(kind_of(record) for record in every.values())
    return ViewRow(
        label=theme.label + (" (see above)" if again else ""),
        facts=(
            ("id", theme.id),
            (
                "records",
                ", ".join(count_text(counts[kind], kind) for kind in sorted(counts)),
            ),
        ),
        marks=tuple(
            mark
            for mark in (
                Mark(kind="own", start=0, end=len(own)),
                Mark(kind="narrower", start=len(own), end=len(every)),
            )
            if mark.start < mark.end
        ),
        depth=depth,
        aside=str(len(own))
        + (f", {len(every)} with narrower" if len(every) > len(own) else ""),
    )
