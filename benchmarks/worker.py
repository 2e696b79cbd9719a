"""One measurement in a process of its own: asked as JSON on the command line, answered as JSON in a line."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module


def main() -> None:
    """Do what the command line asks for."""
    asked = json.loads(sys.argv[1])
    module, _, name = asked.pop("task").partition(".")
    task = getattr(import_module(f"benchmarks.tasks.{module}"), name)
    print(json.dumps(task(**asked)), flush=True)
    os._exit(
        0
    )  # at once: to take a million records apart takes time, and measures nothing


if __name__ == "__main__":
    main()
