"""Who held which office, through the years."""

from __future__ import annotations

from collections.abc import Iterable

from entente._dossier import Dossier
from entente.answers._offices import Holding
from entente.records._model import Office
from entente.records._wording import date_text, day_text, short_date
from entente.values._period import Period, PeriodLike
from entente.views._marks import ReferenceLine, ViewRow, axis_of_days
from entente.views._periods import period_marks
from entente.views._view import View
from entente.views._words import count_text, distinct_names


def offices(
    dossier: Dossier,
    holdings: Iterable[Holding] | None = None,
    *,
    among: Iterable[Office] | None = None,
    on: PeriodLike | None = None,
    title: str = "Who held which office",
) -> View:
    """Show who held which office and when, office by office.

    `holdings` are those to show, such as ``dossier.holdings(party="FR")``; by default all of the
    dossier. A tenure is solid where it is certain, and pale where it may have gone on; one without an end
    has an arrow. `on` is a
    day to mark.

    `among` are offices to list below if none of these holdings is in them. By default they are all
    offices of the dossier, or none if `holdings` are given.

    >>> import entente
    >>> dossier = entente.example("promises-kept")
    >>> print(offices(dossier, dossier.holdings(party="FR")))
    Who held which office
    <BLANKLINE>
                                               2018    2019    2020    2021    2022    2023    2024
    <BLANKLINE>
    President of the French Republic
    Emmanuel Macron                       ███████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░?
      id: emmanuel-macron · held: from 14 May 2017, end unknown, still the case on 22 September 2021
    <BLANKLINE>
    Minister of the Interior of France
    Gérald Darmanin                                                ██████████████████████████████████
      id: gerald-darmanin · held: from 6 July 2020 to 21 September 2024
    <BLANKLINE>
    ░ possible   █ certain   ? unknown date
    """
    shown = dossier.holdings() if holdings is None else tuple(holdings)
    if among is None:
        among = dossier.offices if holdings is None else ()

    names = distinct_names({each.id: each.title for each in dossier.offices})
    by_office: dict[str, list[Holding]] = {id: [] for id in names}
    for holding in shown:
        by_office[holding.office.id].append(holding)
    rows = [
        _row(holding, names[id])
        for id, holdings_there in by_office.items()
        for holding in holdings_there
    ]
    vacant = [names[each.id] for each in among if not by_office[each.id]]

    day = None if on is None else Period.of(on).day
    reference_lines: tuple[ReferenceLine, ...] = ()
    if day is not None:
        reference_lines = (
            ReferenceLine(at=day.toordinal(), label=day_text(day)),
        )
    people = {holding.minister.id for holding in shown}
    held = {holding.office.id for holding in shown}
    listed = [f"{row.group}, {row.label}, {row.aside}" for row in rows]
    return View(
        title=title,
        description=(
            f"{count_text(len(people), 'person', 'people')} in {count_text(len(held), 'office')}:"
            f" {'; '.join(listed)}."
        ),
        rows=tuple(rows),
        axis=axis_of_days(rows, reference_lines),
        reference_lines=reference_lines,
        notes=(f"Without a known holder: {'; '.join(vacant)}",)
        if vacant
        else (),
    )


def _row(holding: Holding, office: str) -> ViewRow:
    tenure, period = holding.tenure, holding.period
    held = short_date(period)
    return ViewRow(
        label=holding.minister.name,
        facts=(
            ("id", holding.minister.id),
            ("held", date_text(period)),
            ("acting", "yes" if tenure.acting else ""),
        ),
        marks=tuple(period_marks(period)),
        group=office,
        aside=f"acting, {held}" if tenure.acting else held,
    )
