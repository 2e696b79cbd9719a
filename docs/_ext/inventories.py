"""Links to other projects' docs, from short lists in this repository. Nothing is fetched.

The first line of each file in ``_inventories`` is the address of a project's docs. Each other line has
a name that our pages mention, its role, and its page.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

LISTS = Path(__file__).resolve().parent.parent / "_inventories"
HEAD = "# Sphinx inventory version 2\n# Project: {}\n# Version: \n# The rest is compressed with zlib.\n"


def packed(project: str, names: list[str]) -> bytes:
    """Return the inventory of a project in the format that Sphinx reads."""
    rows = (line.split() for line in names if line)
    entries = "".join(
        f"{name} {role} 1 {page} -\n" for name, role, page in rows
    )
    return HEAD.format(project).encode() + zlib.compress(entries.encode())


def prepare(app: Sphinx, config: Config) -> None:
    """Write the inventories into the folder of doctrees, and register them with intersphinx."""
    folder = Path(app.doctreedir)
    folder.mkdir(parents=True, exist_ok=True)
    for listed in sorted(LISTS.glob("*.txt")):
        address, *names = listed.read_text(encoding="utf-8").splitlines()
        inventory = folder / f"{listed.stem}.inv"
        inventory.write_bytes(packed(listed.stem, names))
        config.intersphinx_mapping[listed.stem] = (address, (str(inventory),))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect(
        "config-inited", prepare, priority=1
    )  # before intersphinx looks at its mapping
    return {"parallel_read_safe": True, "parallel_write_safe": True}
