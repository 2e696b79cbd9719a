"""Compiled readers and writers of records, which are the fast half of the converter's hooks.

The strict hooks of `entente.files._converter` know every fault that a value can have. The readers in
this package only know what a sound record looks like. A reader is straight code, generated from the
fields of a class as attrs generates an ``__init__``. At anything unusual it raises some error, and the
hook structures the record again strictly, which accepts it or reports its faults. So a reader may
refuse too much but never accepts too much, and has no messages.

Why it is fast, as measured in ``benchmarks``:

- Fields are set on a *twin*, a class with the same slots that is not frozen. Then the object's class is
  changed to that of the record. An ``__init__`` that checks and freezes costs several times as much.
- Dates, amounts, ranges, ids and lists of ids are read once for each distinct text, and shared. That
  saves memory too, and the ids that records name need not be collected again.
- Ids and fingerprints are checked together, thousands at a time.
- With the extra ``fast``, tables are msgspec structs, whose keys are found faster than those of dicts.
- A writer joins texts that are ready except for the values; ``json`` is slow when it indents.
"""

from entente.files._quick._readers import Readers
from entente.files._quick._stream import JsonList, read_lists
from entente.files._quick._writers import to_json

__all__ = ["JsonList", "Readers", "read_lists", "to_json"]
