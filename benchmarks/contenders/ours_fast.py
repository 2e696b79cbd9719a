"""This library with the extra ``fast``."""

from entente import loads as load

__all__ = ["load"]
