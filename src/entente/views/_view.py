"""`View`: rows of a dossier as text, as a table and as a picture."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from attrs import frozen

from entente import _tables as table
from entente._safe import html_text, single_line
from entente.views import _draw, _spec, _text
from entente.views._layout import NARROW, WIDTH
from entente.views._marks import Axis, ReferenceLine, ViewRow

if TYPE_CHECKING:
    import altair


@frozen(repr=False, kw_only=True)
class View:
    """A picture of a dossier: text when printed, a figure with its table in a notebook.

    Text, table and picture show the same `rows`, with `reference_lines` across all of them.
    `description` is one sentence for readers who cannot see the picture; `notes` give the two clocks,
    the meaning of terms and what was left out.

    >>> import entente
    >>> from entente import views
    >>> dossier = entente.example("promises-kept")
    >>> print(views.timeline(dossier.meetings.where(theme="tariffs")))
    Meetings, agreements and commitments
    <BLANKLINE>
                                                              May 2025                      Jun 2025
    Talks of the United States and Ch…                                 ◆
      id: geneva-2025-05 · kind: meeting · state: held · when: from 10 to 11 May 2025
    <BLANKLINE>
    █ certain   ◆ meeting
    For all dates, from everything on record.
    """

    title: str
    description: str
    rows: tuple[ViewRow, ...]
    axis: Axis
    reference_lines: tuple[ReferenceLine, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [*_text.wrap([single_line(self.title)], ""), ""]
        if self.rows:
            lines += _text.text_lines(
                self.rows, self.axis, self.reference_lines
            )
        for note in self.notes:
            lines += _text.wrap([single_line(note)], "")
        return "\n".join(lines)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return self.to_html(chart=_draw.can_draw())

    def table(self) -> str:
        """Return the rows as an HTML table: a column for each fact, all text escaped."""
        facts = chain.from_iterable(row.facts for row in self.rows)
        names = list(dict.fromkeys(name for name, value in facts if value))
        headers = ["item", *names]
        cells = [[row.label, *_values(row, names)] for row in self.rows]
        # Only some views have groups.
        if any(row.group for row in self.rows):
            headers.insert(0, "group")
            for row, line in zip(self.rows, cells, strict=True):
                line.insert(0, row.group)
        return table.as_html(headers, cells, caption=self.title)

    def chart(self, *, dark: bool = False) -> altair.LayerChart:
        """Return the picture as a chart of Altair, to change or combine.

        Raises `entente.errors.MissingExtraError` without the extra ``charts``, as all methods that
        draw do.
        """
        return _draw.chart(self._vega_lite(dark=dark))

    def to_svg(self, *, dark: bool = False, width: int = WIDTH) -> str:
        """Return the picture as SVG on light ground or dark, `width` pixels wide.

        A picture that is less than 640 pixels wide has labels above its marks, as a phone needs them.
        Raises ValueError for less than 240 pixels. A browser shows more on each mark and label to who
        points at it.
        """
        return _draw.svg(
            self._vega_lite(dark=dark, width=width),
            self.title,
            self.description,
        )

    def to_png(
        self, *, dark: bool = False, width: int = WIDTH, scale: float = 2
    ) -> bytes:
        """Return the picture as PNG, with `scale` pixels to each pixel of the SVG."""
        return _draw.png(self._vega_lite(dark=dark, width=width), scale=scale)

    def to_html(self, *, chart: bool = True) -> str:
        """Return a figure for a page of HTML: the picture, which follows dark mode, and the table.

        The picture has two shapes, one for wide pages and one for phones, of which one is seen. The
        figure loads nothing and runs no script. Without `chart` it is the table alone, with no extra.
        """
        figures = self.table()
        picture = ""
        if chart:
            figures = f"<details><summary>Figures</summary>{figures}</details>"
            picture = _draw.adaptive(
                self.to_svg(), self.to_svg(width=NARROW), self.title
            )
        notes = "".join(f"<p>{html_text(note)}</p>" for note in self.notes)
        description = f"<p>{html_text(self.description)}</p>"
        return (
            f'<figure class="entente-view">{picture}'
            f"<figcaption>{description}{notes}</figcaption>{figures}</figure>"
        )

    def _vega_lite(self, *, dark: bool, width: int = WIDTH) -> _spec.Spec:
        return _spec.vega_lite(
            self.title,
            self.rows,
            self.axis,
            self.reference_lines,
            self.notes,
            width=width,
            dark=dark,
        )


def _values(row: ViewRow, names: list[str]) -> list[str]:
    facts = dict(row.facts)
    return [facts.get(name, "") for name in names]
