"""What is measured, each in a process that does nothing else; see `benchmarks.worker`.

A task takes what JSON can hold and returns what it measured by name: seconds, or bytes. What is not
asked about is done beforehand.
"""
