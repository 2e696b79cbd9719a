"""Dossiers as people write them by hand, with comments and a layout of their own."""

from __future__ import annotations

from typing import Final

from entente.files._documents import Plain

TOML: Final = """\
# What we know of patrols.
entente = 1   # the version

# --- themes ---

[[themes]]  # the first
label   =   'A'
id = "a"

[[themes]]
id = "b"  # the second
label = "B"
# a note on b, to be written


[[themes]]
# the third
id = "c"
label = \"""
C\"""

# --- sources ---
[[sources]]
id = "s"
title = "S"
kind = "readout"
# the end
"""

YAML: Final = """\
# What we know of patrols.
entente: 1   # the version

# --- themes ---
themes:
  # the first
  - label:   'A'
    id: a

  - id: b  # the second
    label: "B"
    # a note on b, to be written


  - id: c
    # the third
    label: >-
      C

# --- sources ---
sources:
  - id: s
    title: S
    kind: readout
# the end
"""

WRITTEN: Final = {"toml": TOML, "yaml": YAML}


def theme(id: str) -> dict[str, Plain]:
    """Return the data of a theme that is called after its id."""
    return {"id": id, "label": id.upper()}


A, B, C, D, E = map(theme, "abcde")
S: dict[str, Plain] = {"id": "s", "title": "S", "kind": "readout"}
M: dict[str, Plain] = {"id": "m", "name": "M"}


def holding(
    *themes: dict[str, Plain], **kinds: list[Plain]
) -> dict[str, Plain]:
    """Return the data of a document with these themes, and the source unless another is given."""
    data: dict[str, Plain] = {
        "entente": 1,
        "themes": list(themes),
        "sources": [S],
    }
    return data | kinds
