"""Templates, and the writing of pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field

from entente._safe import document_line
from entente.errors import MissingExtraError, QueryError
from entente.site._addresses import FRONT, link, permalink
from entente.site._data import HEADINGS
from entente.site._downloads import Download
from entente.site._groups import TITLES, group_of
from entente.site._settings import OURS
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
            raise QueryError(_about(error, template)) from error
        data = text.encode("utf-8", "backslashreplace")
        if len(data) > MOST_BYTES:
            self.large.append(page)
        file = self.folder / page
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        self.count += 1


def _about(error: jinja2.TemplateError, template: str) -> str:
    """Return what is wrong with a template, and in which line if that is known."""
    name = getattr(error, "name", None) or template
    line = getattr(error, "lineno", None)
    place = name if line is None else f"{name}:{line}"
    return f"templates: {place}: {error.message}"


def _linker(page: str) -> Callable[[str], str]:
    def to(target: str) -> str:
        return link(page, target)

    return to


def _environment(tracker: Tracker) -> jinja2.Environment:
    try:
        import jinja2  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("building a site", "site") from error
    folders = [tracker.settings.templates, OURS]
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(
            [each for each in folders if each is not None]
        ),
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
