"""Dossiers as text: JSON, TOML and YAML, read strictly and saved without losing what did not change."""

from entente.files._codec import (
    VERSION,
    dumps,
    example,
    excerpt,
    load,
    loads,
    locate,
    save,
)

__all__ = [
    "VERSION",
    "dumps",
    "example",
    "excerpt",
    "load",
    "loads",
    "locate",
    "save",
]
