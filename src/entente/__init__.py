"""What governments promised each other: a typed, cited, queryable record."""

from entente.errors import EntenteError
from entente.truth import Truth

__all__ = ["EntenteError", "Truth"]
