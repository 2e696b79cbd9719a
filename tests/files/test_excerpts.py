"""`excerpt` writes a record, or a citation to put into one, as it looks in a file."""

from __future__ import annotations

import pytest

from entente import Citation, Commitment, loads
from entente.errors import FormatError
from entente.files import excerpt

CITATION = Citation(source="readout", lines="14-16", note='said: "no"')


@pytest.mark.parametrize(
    ("format", "line"),
    [
        (
            "toml",
            'citations = [{ source = "readout", lines = "14-16", note = "said: \\"no\\"" }]',
        ),
        (
            "json",
            '"citations": [{"source": "readout", "lines": "14-16", "note": "said: \\"no\\""}]',
        ),
        (
            "yaml",
            'citations:\n  - source: readout\n    lines: "14-16"\n    note: "said: \\"no\\""',
        ),
    ],
)
def test_a_citation_is_a_key_of_a_record(format: str, line: str) -> None:
    """What is returned can be put into a record of a file in that format."""
    assert excerpt(CITATION, format=format) == line
    files = {
        "toml": 'entente = 1\n[[sources]]\nid = "readout"\ntitle = "R"\nkind = "readout"\n[[commitments]]\n'
        f'id = "a"\nsummary = "A."\n{line}\n',
        "json": '{"entente": 1, "sources": [{"id": "readout", "title": "R", "kind": "readout"}],'
        f'"commitments": [{{"id": "a", "summary": "A.", {line}}}]}}',
        "yaml": "entente: 1\nsources:\n  - {id: readout, title: R, kind: readout}\n"
        "commitments:\n  - id: a\n    summary: A.\n    "
        + line.replace("\n", "\n    "),
    }
    commitment = loads(files[format], format=format)["a"]
    assert isinstance(commitment, Commitment)
    assert commitment.citations == (CITATION,)


def test_a_format_that_is_not_known_is_refused() -> None:
    """The error names the formats."""
    with pytest.raises(FormatError) as caught:
        excerpt(CITATION, format="xml")
    assert (
        str(caught.value)
        == "'xml' is not a format; write one of json, toml, yaml"
    )
