"""The sites of the three dossiers that come with the library."""

from __future__ import annotations

import pytest

import entente
from built_sites import DAY, Sample, pages_in
from entente import site


@pytest.fixture(
    scope="package", params=["uk-france", "promises-kept", "channel-2020-2024"]
)
def sample(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Sample:
    """Each of the dossiers with its site in turn."""
    dossier = entente.example(request.param)
    folder = tmp_path_factory.mktemp("site") / "out"
    site.build(dossier, folder, on=DAY)
    return Sample(dossier, folder, pages_in(folder))
