"""Builds the tracker sites of the dossiers that come with the library, as living samples."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from sphinx.application import Sphinx

import entente
from entente import site

SAMPLES: Final = {
    "uk-france": ("2024-12-31", "The Paris talks of January 2024"),
    "channel-2020-2024": ("2024-12-31", "Promises about the Channel"),
    "promises-kept": ("2025-12-31", "Promises kept"),
}
"""The day and the title of each sample."""


def build(app: Sphinx, error: Exception | None) -> None:
    """Build every sample beside the pages."""
    if error is not None or app.builder.format != "html":
        return
    samples = Path(app.outdir) / "samples"
    shutil.rmtree(samples, ignore_errors=True)
    for name, (day, title) in SAMPLES.items():
        site.build(
            entente.example(name),
            samples / name,
            on=day,
            settings=site.Settings(title=title),
        )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("build-finished", build)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
