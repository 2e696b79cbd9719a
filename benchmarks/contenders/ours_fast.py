"""This library with its extra ``fast``."""

from benchmarks.contenders.ours import dump, dump_indented, load

__all__ = ["dump", "dump_indented", "load"]
