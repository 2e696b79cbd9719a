"""``entente serve``: show the site of a dossier while it is written."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import define

from entente._cli._codes import CLEAN
from entente._cli._parsing import QUESTION_OPTIONS, option_of
from entente._cli._prompting import tell
from entente._cli._site import add_settings, settings_of
from entente._cli._today import today
from entente._disk import os_reason
from entente._dossier import Dossier
from entente.errors import QueryError
from entente.site import Settings, build
from entente.site._serving import PORT, serve

EXAMPLES: Final = """\
  entente serve tracker/                                 see its site, built anew when a file changes
"""


def add(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "serve",
        help="show the site of a dossier on this machine, and build it again when a file changes",
    )
    parser.add_argument("path", metavar="PATH", help="dossier to read")
    parser.add_argument(
        "--port",
        type=int,
        default=PORT,
        help="port on 127.0.0.1 (default: %(default)s)",
    )
    parser.add_argument(
        "--on",
        metavar="DAY",
        help="day of the verdicts, such as 2024-01-30 (default: today)",
    )
    parser.add_argument(option_of("as_known"), **QUESTION_OPTIONS["as_known"])
    add_settings(parser)
    parser.set_defaults(command=_serve)


@define
class _Site:
    """The site that options ask for; `settings` are those that were last in order."""

    options: argparse.Namespace
    settings: Settings

    def write(self, dossier: Dossier, folder: Path) -> None:
        """Write the site, with its settings as they are now."""
        self.settings = settings_of(self.options)
        build(
            dossier,
            folder,
            on=self.options.on or today(),
            as_known=self.options.as_known,
            settings=self.settings,
        )

    def files(self) -> Iterator[Path]:
        """Yield the file of settings, and those that it names."""
        if self.options.settings is not None:
            yield Path(self.options.settings)
        if self.settings.logo is not None:
            yield self.settings.logo
        if self.settings.templates is not None:
            yield from self.settings.templates.rglob("*")


def _serve(options: argparse.Namespace) -> int:
    site = _Site(options, settings_of(options))
    try:
        serve(
            Path(options.path),
            site.write,
            port=options.port,
            tell=tell,
            beside=site.files,
        )
    except KeyboardInterrupt:
        return CLEAN
    except (OSError, OverflowError) as error:
        raise QueryError(
            f"port {options.port}: {os_reason(error)}; choose another with --port"
        ) from error
