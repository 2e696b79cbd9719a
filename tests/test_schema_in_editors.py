"""With the schema, editors complete, explain and refuse. The servers that they use are asked, where they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from editor import SERVERS, Editor
from entente import Firmness
from entente.files._schema_making import FILE

TEXTS: Final = {
    "toml": """\
#:schema ./dossier.schema.json
entente = 1

[[commitments]]
id = "more-patrols"
summary = "Patrol more."
firmness = "pledged"
made = 2024-01-30
due = "30.1.2024"
kind = "acton"
dew = "2024"
""",
    "yaml": """\
# yaml-language-server: $schema=./dossier.schema.json
entente: 1
commitments:
  - id: more-patrols
    summary: Patrol more.
    firmness: pledged
    made: 2024-01-30
    due: 30.1.2024
    kind: acton
    dew: "2024"
""",
}

FAULTS: Final = {
    "toml": (
        (9, '"30.1.2024" does not match'),
        (10, '"acton" is not one of ["action","outcome"'),
        (11, "'dew' was unexpected"),
    ),
    "yaml": (
        (8, 'Write a date (EDTF), such as "2024-01-30"'),
        (9, 'Valid values: "action", "outcome"'),
        (10, "Property dew is not allowed"),
    ),
}


@pytest.fixture(
    params=[
        pytest.param(
            format,
            marks=pytest.mark.skipif(
                not server.is_at_hand,
                reason=f"needs the npm package {server.package}",
            ),
        )
        for format, server in SERVERS.items()
    ]
)
def format(request: pytest.FixtureRequest) -> str:
    """Each format for which there is a server."""
    name: str = request.param
    return name


@pytest.fixture
def editor(format: str, tmp_path: Path) -> Iterator[Editor]:
    """Open a dossier with faults beside its schema."""
    schema = FILE.read_text(encoding="utf-8")
    (tmp_path / "dossier.schema.json").write_text(schema, encoding="utf-8")
    file = tmp_path / f"tracker.{format}"
    file.write_text(TEXTS[format], encoding="utf-8")
    opened = Editor(file, format)
    yield opened
    opened.close()


def test_editors_know_the_schema(editor: Editor, format: str) -> None:
    """Faults are marked at their lines while somebody types, and words are offered and explained."""
    marked = editor.faults()
    for line, words in FAULTS[format]:
        assert any(at == line and words in said for at, said in marked)
    # A day without quotes is one.
    assert not any("2024-01-30" in said[:12] for _, said in marked)
    quote = '"' if format == "toml" else ""
    sign = " = " if format == "toml" else ": "
    offered = editor.completions(f"firmness{sign}{quote}")
    assert [word.value for word in Firmness] == list(offered)
    meaning = 'Promises explicitly: "commit to", "pledge".'
    assert offered["pledged"] == meaning
    assert meaning in editor.hover(f"firmness{sign}{quote}pled")
