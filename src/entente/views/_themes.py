"""`themes`: the tree of themes, with the number of records on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

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
    """Show the themes as a tree, each with the number of records on it and on narrower ones.

    A theme with several broader ones is listed below each, and its own narrower ones below the
    first only. A note counts the records without a theme.

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
    tree: list[_Branch] = []
    listed: set[str] = set()
    for theme in dossier.themes:
        if not theme.broader:
            tree.extend(_branches(dossier, theme, 0, listed))
    rows = [_row(dossier, branch, on) for branch in tree]
    each = "; ".join(f"{row.label}, {row.aside}" for row in rows)
    note = f"{count_text(without, 'record')} without a theme."
    return View(
        title=title,
        description=f"A tree of {count_text(len(dossier.themes), 'theme')}: {each}.",
        rows=tuple(rows),
        axis=axis_of_amounts(rows, (), "records", whole=True),
        notes=(note,) if without else (),
    )


@frozen(kw_only=True)
class _Branch:
    """A theme at a depth of the tree; `is_repeated` if it is also further up."""

    theme: Theme
    depth: int
    is_repeated: bool


def _branches(
    dossier: Dossier, theme: Theme, depth: int, listed: set[str]
) -> Iterator[_Branch]:
    """Yield a theme and those below it, and add them to those already `listed`."""
    is_repeated = theme.id in listed
    yield _Branch(theme=theme, depth=depth, is_repeated=is_repeated)
    # The branch below is shown once: with many shared themes the tree would explode.
    if is_repeated:
        return
    listed.add(theme.id)
    for narrower in dossier.themes:
        if theme.id in narrower.broader:
            yield from _branches(dossier, narrower, depth + 1, listed)


def _row(
    dossier: Dossier, branch: _Branch, on: Mapping[str, Sequence[_OnThemes]]
) -> ViewRow:
    theme = branch.theme
    kinds: dict[str, str] = {}
    # By id, since a record on two of the themes counts once.
    for id in index_of(dossier).below(theme.id):
        kinds.update((record.id, kind_of(record)) for record in on[id])
    own, every = len(on[theme.id]), len(kinds)
    counts = sorted(Counter(kinds.values()).items())
    records = ", ".join(count_text(count, kind) for kind, count in counts)
    # A bar without a length would still be a letter in text.
    bars = (
        Mark(kind="own", start=0, end=own),
        Mark(kind="narrower", start=own, end=every),
    )
    return ViewRow(
        label=f"{theme.label} (see above)"
        if branch.is_repeated
        else theme.label,
        facts=(("id", theme.id), ("records", records)),
        marks=tuple(bar for bar in bars if bar.start < bar.end),
        depth=branch.depth,
        aside=f"{own}, {every} with narrower" if every > own else str(own),
    )
