"""Who held which office, through the years."""

from __future__ import annotations

from entente._dossier import Dossier, index_of
from entente.answers._offices import Holding
from entente.values._period import Period, PeriodLike
from entente.views._marks import ReferenceLine, ViewRow, axis_of_days
from entente.views._periods import date_text, period_marks
from entente.views._view import View
from entente.views._words import count_text, distinct_names


def offices(
    dossier: Dossier,
    *,
    minister: str | None = None,
    office: str | None = None,
    party: str | None = None,
    on: PeriodLike | None = None,
    certain: bool = False,
    predecessors: bool = False,
    title: str = "Who held which office",
) -> View:
    """Show who held which office and when, office by office; the keywords are those of `entente.Dossier.holdings`.

    A tenure is solid where it is certain, and has an arrow where it has no end. An office without a
    holder, among those that were asked for, is listed below.

    >>> import entente
    >>> print(offices(entente.example("promises-kept"), party="FR"))
    Who held which office
    <BLANKLINE>
                                               2018    2019    2020    2021    2022    2023    2024
    <BLANKLINE>
    President of the French Republic
    Emmanuel Macron                       █████████████████████████████████████████████████████████████▶
      id: emmanuel-macron · held: 2017-05-14/..
    <BLANKLINE>
    Minister of the Interior of France
    Gérald Darmanin                                                ██████████████████████████████████
      id: gerald-darmanin · held: 2020-07-06/2024-09-21
    <BLANKLINE>
    █ certain   ▶ no end is set
    """
    found = dossier.holdings(
        minister=minister,
        office=office,
        party=party,
        on=on,
        certain=certain,
        predecessors=predecessors,
    )
    names = distinct_names({each.id: each.title for each in dossier.offices})
    rows = [
        _row(holding, name)
        for id, name in names.items()
        for holding in found
        if holding.office.id == id
    ]
    ids = {holding.office.id for holding in found}
    asked = [
        each
        for each in dossier.offices
        if each.id == office or (office is None and minister is None)
    ]
    theirs = None if party is None else index_of(dossier).below(party)
    vacant = [
        names[each.id]
        for each in asked
        if each.id not in ids and (theirs is None or each.id in theirs)
    ]
    day = None if on is None else Period.of(on).day
    reference_lines = (
        () if day is None else (ReferenceLine(at=day.toordinal(), label=f"{day}"),)
    )
    return View(
        title=title,
        description=(
            f"{count_text(len({holding.minister.id for holding in found}), 'person', 'people')}"
            f" in {count_text(len(ids), 'office')}: "
            + "; ".join(f"{row.group}, {row.label}, {row.aside}" for row in rows)
            + "."
        ),
        rows=tuple(rows),
        axis=axis_of_days(rows, reference_lines),
        reference_lines=reference_lines,
        notes=(f"Without a known holder: {'; '.join(vacant)}",) if vacant else (),
    )


def _row(holding: Holding, office: str) -> ViewRow:
    tenure = holding.tenure
    return ViewRow(
        label=holding.minister.name,
        facts=(
            ("id", holding.minister.id),
            ("held", date_text(tenure.period)),
            ("acting", "yes" * tenure.acting),
        ),
        marks=tuple(period_marks(tenure.period)),
        group=office,
        aside=f"{'acting, ' * tenure.acting}{tenure.period}",
    )
