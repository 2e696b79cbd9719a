"""A PostgreSQL of Debian's package, started for a while: it listens on a socket of its own alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from entente import Dossier, exports
from entente.asking._selection import index_behind

USER = "postgres"
"""Who the server runs as where the tests run as root, which PostgreSQL refuses."""


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL that is installed; None if there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    return found[-1].parent if found else None


@contextmanager
def server(bin: Path) -> Iterator[Path]:
    """Start a server, yield the folder of its socket, and stop it again."""
    folder = Path(tempfile.mkdtemp(prefix="entente-pg-"))
    user = USER if os.geteuid() == 0 else None
    if user is not None:
        shutil.chown(folder, user)

    def run(program: str, *words: str) -> None:
        subprocess.run(  # noqa: S603 -- a program of the package, with words of ours
            [bin / program, "-D", folder / "data", *words],
            user=user,
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=60,
        )

    try:
        run("initdb", "--auth=trust", f"--username={USER}", "--encoding=UTF8", "--locale=C", "--no-sync")  # fmt: skip
        # No port at all, and nothing that has to outlive the tests.
        options = f"-c listen_addresses= -k {folder} -F"
        run("pg_ctl", "start", "-w", "-o", options, "-l", f"{folder}/log")
        try:
            yield folder
        finally:
            run("pg_ctl", "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


_TYPES: Mapping[str, str] = {
    "text": "text",
    "edtf": "text",
    "boolean": "boolean",
    "integer": "bigint",
    "number": "double precision",
    "date": "date",
}


def make_tables(connection: Any) -> None:
    """Make all tables, without rows."""
    with connection.cursor() as cursor:
        for table in exports.tables().values():
            columns = ", ".join(
                f'"{each.name}" {_TYPES[each.type]}' for each in table.columns
            )
            cursor.execute(f'CREATE TABLE "{table.name}" ({columns})')
    connection.commit()


def fill_tables(connection: Any, dossier: Dossier) -> None:
    """Put the rows of a dossier in the place of those that are there."""
    index = index_behind(dossier.themes)
    every = exports.tables().values()
    with connection.cursor() as cursor:
        names = ", ".join(f'"{table.name}"' for table in every)
        cursor.execute(f"TRUNCATE {names}")
        for table in every:
            with cursor.copy(f'COPY "{table.name}" FROM STDIN') as copy:
                for row in table.rows(index, "d"):
                    copy.write_row(row)
    connection.commit()
