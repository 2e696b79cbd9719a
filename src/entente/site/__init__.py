"""A site about a dossier: a page for every record, lists that filter, and nothing that loads from elsewhere.

`build` writes a folder of plain files. They can be read without JavaScript, from any web server and
from the disk as well. All that a page says of a promise is worked out by the library when the site is
built; the script on the pages only looks up what was written down for it.

>>> import entente, tempfile
>>> from entente import site
>>> dossier = entente.example("promises-kept")
>>> with tempfile.TemporaryDirectory() as folder:
...     built = site.build(dossier, f"{folder}/out", on="2024-06-01")
...     print((built.folder / "index.html").read_text()[:15])
<!doctype html>
"""

from entente.site._build import Built, build
from entente.site._settings import Settings, read_settings

__all__ = ["Built", "Settings", "build", "read_settings"]
