"""The quick way between JSON and records: a reader and a writer compiled for each class.

`entente.files._structure` knows all that can be wrong with a value and says it; this knows only what is
right. A reader takes a table apart in straight code, which is written once from the fields of its
class, as attrs writes an ``__init__``. At anything unusual it raises, no matter what, and the caller
reads the record again with `entente.files._structure`, which takes it or tells what is wrong. So a reader may
refuse too much, never takes too much, and words no message.

What makes it quick, as measured in ``benchmarks``:

- Fields are set on a *twin*, a class with the same slots that is not frozen, which then becomes the
  record: an ``__init__`` that checks and freezes costs several times as much.
- Dates, amounts, ranges, ids and lists of ids are read once for each text that stands for them, and
  shared from then on, which saves memory, too. What a list of ids names is kept, so to know all that
  is named costs nothing more.
- Whether ids and fingerprints look like such is seen for thousands at once.
- With the extra ``fast``, tables are structs of msgspec, in which a key is found at once, instead of dicts.
- A writer joins texts that are ready but for the values. ``json`` leaves its fast path to indent.
"""

from entente.files._quick._readers import Readers
from entente.files._quick._writers import written

__all__ = ["Readers", "written"]
