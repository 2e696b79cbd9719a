"""The view: what is shown of a dossier, as text, as a table, and as a picture."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from attrs import frozen

from entente import _tables as table
from entente.views import _draw, _spec, _text
from entente.views._marks import Axis, ReferenceLine, ViewRow

if TYPE_CHECKING:
    import altair


@frozen(repr=False, kw_only=True)
class View:
    """Something to look at: printed it is text, in a notebook a picture with its table.

    `description` says in a sentence what is to be seen, for those who do not see it. The text, the table
    and the picture are made of the same `rows`; `reference_lines` are lines through all of them, and `notes`
    say below what is left out and what holds for the whole.

    >>> import entente
    >>> from entente import views
    >>> dossier = entente.example("promises-kept")
    >>> print(views.timeline(dossier.meetings.where(theme="tariffs")))
    What was met, agreed and promised
    <BLANKLINE>
                                                              2025-05                       2025-06
    Talks of the United States and Ch…                                 ◆
      id: geneva-2025-05 · kind: meeting · state: held · when: 2025-05-10/2025-05-11
    <BLANKLINE>
    █ certain   ◆ meeting
    By all that is known, whatever its day.
    """

    title: str
    description: str
    rows: tuple[ViewRow, ...]
    axis: Axis
    reference_lines: tuple[ReferenceLine, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        drawn = (
            _text.text_lines(self.rows, self.axis, self.reference_lines)
            if self.rows
            else ()
        )
        head = _text.wrap([table.flat(self.title)], "")
        notes = (
            line for note in self.notes for line in _text.wrap([table.flat(note)], "")
        )
        return "\n".join((*head, "", *drawn, *notes))

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return self.to_html(chart=_draw.can_draw())

    def table(self) -> str:
        """Return what is told as an HTML table, in which every text is escaped."""
        names = list(
            dict.fromkeys(
                name for row in self.rows for name, value in row.facts if value
            )
        )
        groups = ["group"] if any(row.group for row in self.rows) else []
        cells = [
            [
                *(row.group for _ in groups),
                row.label,
                *(dict(row.facts).get(name, "") for name in names),
            ]
            for row in self.rows
        ]
        return table.as_html([*groups, "what", *names], cells, caption=self.title)

    def chart(self, *, dark: bool = False) -> altair.LayerChart:
        """Return the picture as a chart of Altair, for those who want to go on from there.

        Raises `entente.errors.MissingExtraError` without the extra ``charts``, as all that draws does.
        """
        return _draw.chart(self._vega_lite(dark=dark))

    def to_svg(self, *, dark: bool = False) -> str:
        """Return the picture as SVG on a clear ground, for light pages or for dark ones."""
        return _draw.svg(self._vega_lite(dark=dark), self.title, self.description)

    def to_png(self, *, dark: bool = False, scale: float = 2) -> bytes:
        """Return the picture as PNG, `scale` times as large as it would be on paper."""
        return _draw.png(self._vega_lite(dark=dark), scale=scale, dark=dark)

    def to_html(self, *, chart: bool = True) -> str:
        """Return a figure for a page: the picture, light or dark as the reader likes it, and the table.

        It loads nothing and runs nothing. Without `chart` it is what is told alone, and needs no extra.
        """
        notes = "".join(f"<p>{html.escape(note)}</p>" for note in self.notes)
        drawn = _draw.adaptive(self.to_svg(), self.title) if chart else ""
        told = (
            f"<details><summary>Figures</summary>{self.table()}</details>"
            if chart
            else self.table()
        )
        return (
            f'<figure class="entente-view">{drawn}<figcaption><p>{html.escape(self.description)}</p>'
            f"{notes}</figcaption>{told}</figure>"
        )

    def _vega_lite(self, *, dark: bool) -> _spec.Spec:
        return _spec.vega_lite(
            self.title,
            self.rows,
            self.axis,
            self.reference_lines,
            self.notes,
            dark=dark,
        )
