"""An independent reader of YAML 1.2: the npm package `yaml`, where it is, and a table of its verdicts.

It is at hand if Node.js is, and the package is in ``node_modules`` or in the folder that the variable
``ENTENTE_NODE_MODULES`` names. Run this file to write the table anew for the texts that it holds.
"""

from __future__ import annotations

import atexit
import json
import math
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import frozen

HERE: Final = Path(__file__).parent
TABLE: Final = HERE / "yaml_verdicts.json"
MODULES: Final = Path(
    os.environ.get("ENTENTE_NODE_MODULES", HERE.parent.parent / "node_modules")
)
NODE: Final = shutil.which("node")
IS_AT_HAND: Final = NODE is not None and (MODULES / "yaml").is_dir()


@frozen
class Verdict:
    """What the independent reader makes of a text: a value, or why there is none."""

    value: Any = None
    refused: str | None = None

    def allows(self, value: object) -> bool:
        """Say whether a value is the one of this verdict."""
        return self.refused is None and _same(value, self.value)


def _same(ours: object, theirs: Any) -> bool:
    match ours:
        case bool() | str() | None:
            return type(theirs) is type(ours) and theirs == ours
        case int():
            return bool(theirs == {"number": str(ours)})
        case float():
            number = theirs.get("number") if isinstance(theirs, dict) else None
            return number is not None and (
                float(number) == ours or (math.isnan(ours) and number == "NaN")
            )
        case list():
            return (
                isinstance(theirs, list)
                and len(theirs) == len(ours)
                and all(map(_same, ours, theirs))
            )
        case dict():
            table = theirs.get("table") if isinstance(theirs, dict) else None
            return (
                table is not None
                and [key for key, _ in table] == list(ours)
                and all(map(_same, ours.values(), (each for _, each in table)))
            )
        case _:
            return False


@cache
def _reader() -> subprocess.Popen[str]:
    """Start the reader, which ends with this process."""
    assert NODE is not None
    started = subprocess.Popen(  # noqa: S603 -- our own script
        [NODE, str(HERE / "yaml_judge.mjs"), str(MODULES.parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(started.communicate)
    return started


def judge(text: str) -> Verdict:
    """Ask the reader about a text, without the byte order mark that Python takes off too."""
    reader = _reader()
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write(json.dumps(text.removeprefix("\ufeff")) + "\n")
    reader.stdin.flush()
    found = Verdict(**json.loads(reader.stdout.readline()))
    # Between brackets it wants white space before a comment, even where the line begins with it. YAML
    # (6.6, l-comment) does not, and takes the same comment with a space before it.
    indented = re.sub(r"^#", " #", text, flags=re.MULTILINE)
    if found.refused == "MISSING_CHAR" and indented != text:
        return judge(indented)
    return found


def verdicts() -> dict[str, Verdict]:
    """Return the verdicts of the table, by text."""
    rows = json.loads(TABLE.read_text(encoding="utf-8"))
    return {row.pop("text"): Verdict(**row) for row in rows}


def write_table(texts: list[str]) -> None:
    """Write the table for texts: the verdict of each, one a line."""
    rows = []
    for text in texts:
        found = judge(text)
        what = (
            {"refused": found.refused}
            if found.refused
            else {"value": found.value}
        )
        rows.append(json.dumps({"text": text, **what}))
    TABLE.write_text("[\n  " + ",\n  ".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    write_table(list(verdicts()))
