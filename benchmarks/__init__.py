"""How fast the library is beside others, by one command: ``python -m benchmarks``.

Install the tools first, ``python -m pip install --group benchmarks -e .``; see `benchmarks.run` for
the options. None of it belongs to the library or to its tests.
"""
