"""Files: dossiers as JSON, TOML and YAML, strictly read, and saved without losing comments."""

from entente.files._converter import converter, problems
from entente.files._documents import VERSION
from entente.files._loading import example, load, loads, locate
from entente.files._saving import dumps, excerpt, preview, save
from entente.files._schema import schema

__all__ = [
    "VERSION",
    "converter",
    "dumps",
    "example",
    "excerpt",
    "load",
    "loads",
    "locate",
    "preview",
    "problems",
    "save",
    "schema",
]
