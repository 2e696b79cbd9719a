"""Building a site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from attrs import frozen

from entente._dossier import Dossier
from entente.site._addresses import page_of_list
from entente.site._colours import from_hex, lightened, to_hex
from entente.site._data import HEADINGS, write_data
from entente.site._downloads import Download, publishable, write_downloads
from entente.site._folder import put_in_place
from entente.site._front import write_front
from entente.site._lists import rows_of
from entente.site._record_pages import write_list, write_record
from entente.site._render import Pages
from entente.site._settings import Settings
from entente.site._tracker import Tracker
from entente.site._words import Wording
from entente.values._period import PeriodLike, definite_day

_STATIC: Final = Path(__file__).parent / "static"
_NIGHT: Final = "#262b33"
"""The lightest dark ground on which text of the accent colour lies."""

_BRIGHT: Final = 5.5
"""The contrast of that text: more than WCAG asks for, since a muted link is overlooked."""


@frozen(kw_only=True)
class Built:
    """What `build` wrote: the folder, how many pages, and the downloads that need an extra.

    `large` are pages of more than 100 kB, which take a while on a telephone.
    """

    folder: Path
    pages: int
    left_out: tuple[str, ...]
    large: tuple[str, ...]


def build(
    dossier: Dossier,
    folder: str | os.PathLike[str],
    *,
    on: PeriodLike,
    as_known: PeriodLike | None = None,
    settings: Settings | None = None,
) -> Built:
    """Write a site about a dossier into a folder, and return what was written.

    Verdicts are those of the day `on`, as known on the day `as_known`. All is written, or nothing; an
    older site in the folder is replaced, and a folder that holds anything else is left as it is. The
    same dossier gives the same bytes.

    Raises `entente.errors.SaveError` if it cannot be written, `entente.errors.MissingExtraError`
    without the extra ``site``, and `entente.errors.QueryError` if a day is not a definite one or a template
    of one's own has a fault.

    >>> import entente, tempfile
    >>> from entente import site
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     built = site.build(entente.example("promises-kept"), f"{folder}/out", on="2024-06-01")
    ...     (built.folder / "commitments" / "index.html").exists(), built.large
    (True, ())
    """
    settings = settings or Settings()
    tracker = Tracker(
        dossier=publishable(dossier, quote=settings.quote),
        on=definite_day(on),
        as_known=None if as_known is None else definite_day(as_known),
        settings=settings,
        wording=Wording(settings.locale),
    )
    target = Path(folder)
    with put_in_place(target) as fresh:
        logo = _write_static(fresh, settings)
        downloads = write_downloads(fresh, tracker)
        pages = Pages(fresh, tracker, downloads, logo)
        _write_pages(pages)
    return Built(
        folder=target,
        pages=pages.count,
        left_out=tuple(
            _left_out(each) for each in downloads if each.file is None
        ),
        large=tuple(pages.large),
    )


def _left_out(download: Download) -> str:
    return f"{download.label} needs the extra {download.extra!r}"


def _write_pages(pages: Pages) -> None:
    tracker = pages.tracker
    rows = {
        kind: rows_of(records, tracker)
        for kind, records in tracker.records.items()
        if records
    }
    write_data(pages.folder, rows, tracker)
    write_front(pages)
    for kind, listed in rows.items():
        write_list(
            pages,
            kind=kind,
            rows=listed,
            base=page_of_list(kind).removesuffix(".html"),
            title=tracker.wording.say(HEADINGS[kind]),
            filters=True,
        )
        for record in tracker.records[kind]:
            write_record(record, pages)


def _write_static(folder: Path, settings: Settings) -> str | None:
    """Write style, script and logo, and return where the logo is."""
    static = folder / "static"
    static.mkdir()
    for name in ("site.js", "icon.svg"):
        shutil.copyfile(_STATIC / name, static / name)
    by_night = lightened(from_hex(settings.accent), from_hex(_NIGHT), _BRIGHT)
    style = (_STATIC / "site.css").read_text(encoding="utf-8")
    style = style.replace("#1d4e89", settings.accent).replace(
        "#7fb2ec", to_hex(by_night)
    )
    (static / "site.css").write_text(style, encoding="utf-8")
    if settings.logo is None:
        return None
    logo = f"static/logo{settings.logo.suffix.lower()}"
    shutil.copyfile(settings.logo, folder / logo)
    return logo
