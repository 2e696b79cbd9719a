"""How a site looks and speaks: its title, language, colour, logo and templates."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import field, fields, frozen

from entente._disk import os_reason, read_bytes
from entente._safe import is_web_address
from entente._text import did_you_mean, shorten
from entente.errors import QueryError
from entente.site._colours import contrast, from_hex
from entente.site._words import LOCALES

PAPER: Final = "#ffffff"
"""The lightest ground on which text of the accent colour lies."""

READABLE: Final = 4.5
"""The least contrast of text that WCAG asks for on its level AA."""

_PICTURES: Final = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_MOST_BYTES: Final = 100_000


def _path(given: str | os.PathLike[str] | None) -> Path | None:
    return None if given is None else Path(given)


@frozen(kw_only=True)
class Settings:
    """How a site looks and speaks.

    `locale` is the language of its own words: ``en`` or ``fr``. `address` is where the site will be
    found; with it pages name their permalinks. With `quote` the pages show the cited passages, of
    sources whose licence is recorded. `templates` is a folder with templates that take the place of
    those of the same name. `logo` is a picture of at most 100 kB, `accent` a colour such as
    ``#1d4e89`` that can be read on white.

    Raises `entente.errors.QueryError` with all that is wrong at once.

    >>> from entente.site import Settings
    >>> Settings(locale="fr", accent="#ff0").locale
    Traceback (most recent call last):
        ...
    entente.errors.QueryError: accent: '#ff0' is not a colour such as '#1d4e89'
    """

    title: str | None = None
    locale: str = "en"
    address: str | None = None
    quote: bool = False
    templates: Path | None = field(default=None, converter=_path)
    logo: Path | None = field(default=None, converter=_path)
    accent: str = "#1d4e89"

    def __attrs_post_init__(self) -> None:
        faults = list(_faults(self))
        if faults:
            raise QueryError("; ".join(faults))


def _faults(settings: Settings) -> Iterator[str]:
    """Yield what is wrong with settings, each with the name of the setting."""
    if settings.title is not None and not settings.title.strip():
        yield "title: it is empty; write one, or leave it out"
    if settings.locale not in LOCALES:
        hint = did_you_mean(settings.locale, LOCALES)
        known = " or ".join(LOCALES)
        yield f"locale: there is no {shorten(settings.locale)}; {hint or f'write {known}'}"
    if settings.address is not None and not is_web_address(settings.address):
        yield (
            f"address: {shorten(settings.address)} is not an address of the web;"
            " write one that begins with https://"
        )
    if settings.templates is not None:
        yield from _faults_of_templates(settings.templates)
    if settings.logo is not None:
        yield from _faults_of_logo(settings.logo)
    yield from _faults_of_colour(settings.accent)


OURS: Final = Path(__file__).parent / "templates"
"""The folder of the templates that come with the library."""


def _faults_of_templates(folder: Path) -> Iterator[str]:
    if not folder.is_dir():
        yield f"templates: there is no folder {shorten(str(folder))}"
        return
    ours = [each.name for each in OURS.glob("*.html")]
    theirs = {
        each.name: each.read_text(encoding="utf-8", errors="replace")
        for each in sorted(folder.glob("*.html"))
    }
    if not theirs:
        yield f"templates: {shorten(str(folder))} holds no file that ends in .html"
    for name in theirs:
        # A template of one's own may be included by one that takes the place of ours.
        if name not in ours and not any(
            name in text for text in theirs.values()
        ):
            hint = did_you_mean(name, ours)
            known = f"ours are {', '.join(sorted(ours))}"
            yield f"templates: {shorten(name)} takes the place of none; {hint or known}"


def _faults_of_logo(logo: Path) -> Iterator[str]:
    if logo.suffix.lower() not in _PICTURES:
        yield f"logo: {shorten(logo.name)} is not a picture; give one of {', '.join(_PICTURES)}"
        return
    try:
        _, size = read_bytes(logo, _MOST_BYTES)
    except (OSError, ValueError) as error:
        yield f"logo: {logo}: {os_reason(error)}"
        return
    if size > _MOST_BYTES:
        yield f"logo: {shorten(logo.name)} has more than 100 kB"


def _faults_of_colour(accent: str) -> Iterator[str]:
    if re.fullmatch("#[0-9a-fA-F]{6}", accent) is None:
        yield f"accent: {shorten(accent)} is not a colour such as '#1d4e89'"
        return
    if contrast(from_hex(accent), from_hex(PAPER)) < READABLE:
        yield f"accent: text of {accent} cannot be read on white; take a darker one"


# --- files ---------------------------------------------------------------------------------------

_KINDS: Final[Mapping[str, type]] = {
    "title": str, "locale": str, "address": str, "quote": bool, "templates": str, "logo": str,
    "accent": str,
}  # fmt: skip
_MOST_SETTINGS: Final = 100_000


def read_settings(
    file: str | os.PathLike[str], **others: str | bool | Path | None
) -> Settings:
    """Read settings from a TOML file, in which paths are relative to it; `others` go before them.

    Raises `entente.errors.QueryError` with all that is wrong at once, also if it cannot be read.

    >>> import tempfile, pathlib
    >>> from entente.site import read_settings
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "site.toml")
    ...     _ = file.write_text('title = "Channel tracker"')
    ...     read_settings(file, locale="fr").title
    'Channel tracker'
    """
    path = Path(file)
    given = _table(path)
    faults = list(_faults_of_table(given))
    for name in ("templates", "logo"):
        if isinstance(given.get(name), str):
            given[name] = path.parent / str(given[name])
    known = {
        name: value
        for name, value in given.items()
        if name in _KINDS
        and isinstance(
            value, Path if name in ("templates", "logo") else _KINDS[name]
        )
    }
    known |= {
        name: value for name, value in others.items() if value is not None
    }
    try:
        settings = Settings(**known)  # type: ignore[arg-type]
    except QueryError as error:
        faults.append(str(error))
    else:
        if not faults:
            return settings
    raise QueryError(f"{path}: {'; '.join(faults)}")


def _table(path: Path) -> dict[str, object]:
    try:
        data, size = read_bytes(path, _MOST_SETTINGS)
        if size <= _MOST_SETTINGS:
            return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: it is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise QueryError(f"{path}: {error}") from error
    except (OSError, ValueError) as error:
        raise QueryError(f"{path}: {os_reason(error)}") from error
    raise QueryError(f"{path}: settings have at most 100 kB")


def _faults_of_table(given: Mapping[str, object]) -> Iterator[str]:
    names = [each.name for each in fields(Settings)]
    for name, value in given.items():
        if name not in names:
            hint = (
                did_you_mean(name, names)
                or f"the settings are {', '.join(names)}"
            )
            yield f"there is no setting {shorten(name)}; {hint}"
        elif type(value) is not _KINDS[name]:
            wanted = "true or false" if _KINDS[name] is bool else "a text"
            yield f"{name}: {shorten(value)} is not {wanted}"
