"""Templates, and the writing of pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field

from entente._safe import document_line
from entente.errors import MissingExtraError, QueryError
from entente.site._addresses import FRONT, link, permalink
from entente.site._data import HEADINGS
from entente.site._downloads import Download
from entente.site._groups import TITLES, group_of
from entente.site._settings import OURS, Settings
from entente.site._tracker import Tracker

if TYPE_CHECKING:
    import jinja2

MOST_BYTES: Final = 100_000
"""How large a page may be."""


@define
class Pages:
    """Writes the pages of a site into a folder; `large` are those with more than 100 kB."""

    folder: Path
    tracker: Tracker
    downloads: list[Download]
    logo: str | None
    count: int = 0
    large: list[str] = field(factory=list)
    _environment: Any = field(default=None)

    def __attrs_post_init__(self) -> None:
        self._environment = _environment(self.tracker)

    def write(self, template: str, page: str, **given: object) -> None:
        """Write a page, given from the top of the site, with a template."""
        address = self.tracker.settings.address
        import jinja2  # noqa: PLC0415

        try:
            text: str = self._environment.get_template(template).render(
                page=page,
                to=_linker(page),
                address=None if address is None else permalink(address, page),
                downloads=self.downloads,
                logo=self.logo,
                **given,
            )
        # Ours are tested, so it is one that took the place of ours.
        except jinja2.TemplateError as error:
            place = _place(error, template, self.tracker.settings)
            raise QueryError(f"templates: {place}: {error.message}") from error
        data = text.encode("utf-8", "backslashreplace")
        if len(data) > MOST_BYTES:
            self.large.append(page)
        file = self.folder / page
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        self.count += 1


def _place(
    error: jinja2.TemplateError, template: str, settings: Settings
) -> str:
    """Return the template and the line in which something is wrong, the innermost if there are several."""
    line = getattr(error, "lineno", None)
    if line is not None:
        return f"{getattr(error, 'name', None) or template}:{line}"
    places = (
        f"{Path(frame.filename).relative_to(folder).as_posix()}:{frame.lineno}"
        for frame in reversed(extract_tb(error.__traceback__))
        for folder in _folders(settings)
        # Packages may lie in a folder with templates, too.
        if not frame.filename.endswith(".py")
        and Path(frame.filename).is_relative_to(folder)
    )
    return next(places, template)


def _folders(settings: Settings) -> list[Path]:
    """Return the folders with templates; what is in the first goes before what is in the second."""
    own = settings.templates
    return [OURS] if own is None else [own, OURS]


def _linker(page: str) -> Callable[[str], str]:
    def to(target: str) -> str:
        return link(page, target)

    return to


def _environment(tracker: Tracker) -> jinja2.Environment:
    try:
        import jinja2  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("building a site", "site") from error
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_folders(tracker.settings)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        # What a page may not hold is escaped wherever a text is put in.
        finalize=_shown,
    )
    wording = tracker.wording
    shared: dict[str, Any] = environment.globals
    shared.update(
        _=wording.say,
        word=wording.word,
        day=wording.day,
        number=wording.number,
        count_of=wording.number,
        group_of=group_of,
        titles=TITLES,
        field=wording.field,
        heading_of=wording.heading,
        tracker=tracker,
        settings=tracker.settings,
        lang=wording.locale,
        headings=HEADINGS,
        front=FRONT,
    )
    return environment


def _shown(value: object) -> object:
    # Markup, such as that of a macro, is made of texts that were shown before.
    return document_line(value) if type(value) is str else value
