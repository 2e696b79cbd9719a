"""The converter between plain data and records. The only module that knows cattrs.

Each class of records and parts has one hook. It tries the compiled reader of the class
(`entente.files._quick`), and if that refuses the value, structures it again strictly, which collects
every fault: each with its path, the value, the reason and a fix.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from types import GenericAlias, NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from attrs import Attribute, fields, fields_dict, frozen, has
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.gen import (
    make_dict_structure_fn,
    make_dict_unstructure_fn,
    override,
)

from entente._text import in_words, shorten, with_article
from entente.errors import (
    Location,
    NotationError,
    Problem,
    RecordError,
)
from entente.files._documents import Plain
from entente.files._leaves import LEAVES, word_lists
from entente.files._quick import JsonList, Readers
from entente.files._quick._fields import classes
from entente.files._values import (
    Hook,
    UnexpectedValueError,
    is_not,
    word_hook,
    word_to_plain,
)
from entente.records._fields import fault_finder, form_of
from entente.records._forms import CHANGE
from entente.records._model import KIND_NAMES, KINDS, Record
from entente.values._quantity import Quantity


def converter() -> Converter:
    """Return a new `cattrs.Converter` that structures and unstructures records, parts and values.

    It is strict, in attrs classes of your own too: unknown keys are errors, texts are not blank, and
    numbers are not read as texts. Keys whose value is the default are left out when it unstructures. For
    other types it does what cattrs does, and you can register hooks as with any converter.

    Ids that a record names are not looked up, since the converter knows no other records; `load` and
    `Dossier` look them up. Errors are those of cattrs, and `entente.files.problems` lists their faults.

    >>> import attrs
    >>> from entente import Commitment
    >>> @attrs.frozen
    ... class Ticket:
    ...     number = attrs.field(type=int)
    ...     commitment = attrs.field(type=Commitment)
    >>> promise = {"id": "more-patrols", "summary": "Patrol more.", "due": "2024-07"}
    >>> ticket = converter().structure({"number": 7, "commitment": promise}, Ticket)
    >>> ticket.commitment.due
    Period('2024-07')
    >>> converter().unstructure(ticket) == {"number": 7, "commitment": promise}
    True
    """
    return _converter(Readers(bounded=True))


def problems(error: BaseException) -> tuple[Problem, ...]:
    r"""Return the faults in an error that `converter` raised, each with its path.

    Raises the error again if it holds anything that is not about the data.

    >>> from entente import Commitment
    >>> try:
    ...     converter().structure({"id": "a", "summary": "A", "firmness": "plegded"}, Commitment)
    ... except Exception as error:
    ...     print(*problems(error), sep="\n")
    firmness: 'plegded' is not a firmness; did you mean 'pledged'?
    """
    return tuple(
        Problem(message=fault.message, path=fault.path, hint=fault.hint)
        for fault in _faults(error)
    )


def _converter(readers: Readers) -> Converter:
    made = Converter()
    # Hooks for values come first: hooks for classes look up those of their fields when they are
    # made. Lists of words are registered one by one, since each is a str too, and cattrs would take
    # the hook for texts.
    for cls, leaf in LEAVES.items():
        # A form has its leaf too, for the fields that have that form.
        if isinstance(cls, type):
            made.register_structure_hook(cls, leaf.structure)
            if leaf.to_plain is not None:
                made.register_unstructure_hook(cls, leaf.to_plain)
    for words in word_lists():
        made.register_structure_hook(words, word_hook(words))
        made.register_unstructure_hook(words, word_to_plain)
    made.register_structure_hook_factory(has, _class_hook)
    made.register_structure_hook_factory(_is_list, _list_hook)
    made.register_structure_hook_factory(_is_optional, _optional_hook)
    made.register_unstructure_hook_factory(has, _class_to_plain)

    def record_hook(cls: type, converter: Converter) -> Hook:
        return _RecordHook(cls, converter, readers)

    made.register_structure_hook_factory(_is_record_or_part, record_hook)
    return made


# --- hooks for classes, lists and optional fields ------------------------------------------------


def _is_record_or_part(cls: Any) -> bool:
    return cls in classes()


class _RecordHook:
    """Structures objects of a class of ours: by its compiled reader, or strictly if that refuses."""

    def __init__(
        self, cls: type, converter: Converter, readers: Readers
    ) -> None:
        self.cls = cls
        self.readers = readers
        self._converter = converter

    def __call__(self, value: object, of: type) -> object:
        try:
            return self.readers.one(self.cls, value)
        except Exception:  # noqa: BLE001 -- whatever it is, the strict hook finds it again
            self.readers.has_refused = True
        return self._strict(value, of)

    @cached_property
    def _strict(self) -> Hook:
        # Made when it is first needed, since that takes milliseconds.
        return _class_hook(self.cls, self._converter)


def _class_hook(cls: type, converter: Converter) -> Hook:
    """Return the strict hook for an attrs class."""
    of_form = fields(cls) if _is_record_or_part(cls) else ()
    overrides: dict[str, Any] = {
        attribute.name: override(
            struct_hook=_form_hook(attribute, fault_of, converter)
        )
        for attribute in of_form
        if (fault_of := fault_finder(attribute)) is not None
    }
    structure_table: Hook = make_dict_structure_fn(
        cls, converter, _cattrs_forbid_extra_keys=True, **overrides
    )
    keys = ", ".join(fields_dict(cls))

    def structure(value: object, of: type) -> object:
        if not isinstance(value, dict):
            raise is_not(value, f"a table ({keys})")
        return structure_table(value, of)

    return structure


def _form_hook(
    attribute: Attribute[Any],
    fault_of: Callable[[Any], tuple[str, str | None] | None],
    converter: Converter,
) -> Hook:
    """Return the hook for a value that must have a form, such as an id."""
    if form_of(attribute) is CHANGE:
        hook = _or_left_out(LEAVES[CHANGE].structure, Quantity)
    else:
        hook = converter.get_structure_hook(attribute.type)

    def structure(value: object, of: type) -> object:
        structured = hook(value, of)
        fault = fault_of(structured)
        if fault is not None:
            raise RecordError("", *fault)
        return structured

    return structure


def _is_list(cls: Any) -> bool:
    match get_origin(cls), get_args(cls):
        case (origin, (_,)):
            return origin is list
        case (origin, (_, last)):
            return origin is tuple and last is ...
        case _:
            return False


def _list_hook(cls: Any, converter: Converter) -> Hook:
    """Return the hook for a list, or a tuple of any length."""
    item = get_args(cls)[0]
    item_hook = converter.get_structure_hook(item)
    make: Any = get_origin(cls)
    items: Any = GenericAlias(tuple, (item, ...))
    structure_items = homogenous_tuple_structure_factory(items, converter)

    def structure(value: object, of: Any) -> object:
        if not isinstance(value, list):
            raise is_not(value, "a list", _list_hint(value))
        return make(structure_items(value, of))

    # If somebody registered a hook of his own for a class of ours, it is called for each item.
    if isinstance(item_hook, _RecordHook):
        return _RecordListHook(item_hook, make, structure)
    return structure


class _RecordListHook:
    """Structures lists of a class of ours, with ids and fingerprints checked together.

    A list that the compiled reader refuses is structured item by item. In place of a list the hook takes
    a `JsonList` too. If that is refused, so is the whole text, which the caller reads again.
    """

    def __init__(
        self, item_hook: _RecordHook, make: Any, strict: Hook
    ) -> None:
        self._cls = item_hook.cls
        self._readers = item_hook.readers
        self._make = make
        self._strict = strict

    def __call__(self, value: object, of: type) -> object:
        if isinstance(value, JsonList):
            return self._readers.many(self._cls, value.portions(), value.form)
        if isinstance(value, list):
            try:
                return self._make(self._readers.many(self._cls, [value]))
            except Exception:  # noqa: BLE001, S110 -- whatever it is, the strict hook finds it again
                pass
        return self._strict(value, of)


def _list_hint(value: object) -> str | None:
    if value is None:
        return "leave the key out"
    # A longer text was hardly meant as an item.
    if isinstance(value, str) and len(value) < 40:
        return f'write it in brackets: ["{value}"]'
    return None


def _is_optional(cls: Any) -> bool:
    if get_origin(cls) not in (UnionType, Union):
        return False
    options = get_args(cls)
    return len(options) == 2 and NoneType in options


def _optional_hook(cls: Any, converter: Converter) -> Hook:
    """Return the hook for a field that may be left out, but may not be null."""
    (inner,) = (option for option in get_args(cls) if option is not NoneType)
    return _or_left_out(converter.get_structure_hook(inner), inner)


def _or_left_out(hook: Hook, inner: type) -> Hook:
    """Return a hook whose errors say that the key of a missing value is left out."""

    def structure(value: object, _: type) -> object:
        try:
            return hook(value, inner)
        except UnexpectedValueError as error:
            if value is None or value == "":
                error.hint = "leave the key out"
            raise

    return structure


def _class_to_plain(
    cls: type, converter: Converter
) -> Callable[[Any], dict[str, Any]]:
    return make_dict_unstructure_fn(
        cls, converter, _cattrs_omit_if_default=True
    )


# --- faults --------------------------------------------------------------------------------------


@frozen
class FieldFault:
    """A fault of a value, and the path to the value.

    A key that is none may be meant for another, of which it is no news that it is missing.
    """

    path: Location
    message: str
    hint: str | None = None
    meant: str | None = None


def _faults(error: BaseException, path: Location = ()) -> Iterator[FieldFault]:
    """List the faults that cattrs and our hooks found, or raise again what is not one."""
    match error:
        case BaseValidationError():
            inner_faults = [
                fault
                for inner in error.exceptions
                for fault in _faults(inner, (*path, *_step(inner)))
            ]
            not_missing = {
                missing_key(path, fault.meant)
                for fault in inner_faults
                if fault.meant and fault.path[:-1] == path
            }
            yield from (
                fault for fault in inner_faults if fault not in not_missing
            )
        case ForbiddenExtraKeysError():
            yield from _unknown_keys(error, path)
        case KeyError():
            yield missing_key(path[:-1], str(path[-1]))
        case RecordError():
            for each in error.problems:
                yield FieldFault((*path, *each.path), each.message, each.hint)
        case UnexpectedValueError():
            yield FieldFault(path, str(error), error.hint)
        case NotationError():
            yield FieldFault(path, *_refusal_of(error))
        case _:
            raise error


def _refusal_of(error: NotationError) -> tuple[str, str | None]:
    # The rules are long, and only needed when something is wrong.
    from entente.values._habits import refusal  # noqa: PLC0415

    return refusal(error)


def missing_key(path: Location, key: str) -> FieldFault:
    """Return the fault that a table lacks a key."""
    return FieldFault(path, f"the key {key!r} is missing")


def _unknown_keys(
    error: ForbiddenExtraKeysError, path: Location
) -> Iterator[FieldFault]:
    # The tables are long, and only needed when something is wrong.
    from entente.records._habits import (  # noqa: PLC0415
        stands_for,
        suggest_key,
    )

    known = fields_dict(error.cl)
    noun = with_article(in_words(error.cl.__name__))
    for key in sorted(error.extra_fields):
        hint = suggest_key(key, error.cl)
        yield FieldFault(
            (*path, key),
            f"{shorten(key)} is not a key of {noun}",
            hint or f"its keys are {', '.join(known)}",
            stands_for(key, error.cl),
        )


def _step(error: BaseException) -> Location:
    """Return the step of the path that cattrs has noted on an error."""
    notes = [
        note
        for note in getattr(error, "__notes__", ())
        if isinstance(note, AttributeValidationNote | IterableValidationNote)
    ]
    if not notes:
        return ()
    step = notes[0]
    if isinstance(step, AttributeValidationNote):
        return (step.name,)
    return (step.index,)


# --- what loading and saving use -----------------------------------------------------------------


@frozen(eq=False)
class Loader:
    """A converter and the readers behind its hooks, used by one load at a time."""

    converter: Converter
    readers: Readers


# Loaders whose load has ended. To make one costs more than to read a small file, and two loads at
# the same time must not share one, since its readers collect the ids of one dossier.
_IDLE: Final[list[Loader]] = []


@contextmanager
def borrowed_loader() -> Generator[Loader]:
    """Lend a loader for the time of a load."""
    try:
        loader = _IDLE.pop()
    except IndexError:
        readers = Readers()
        loader = Loader(_converter(readers), readers)
    try:
        yield loader
    finally:
        loader.readers.reset()
        _IDLE.append(loader)


def structure_record(
    item: Plain, kind: type[Record], converter: Converter
) -> tuple[Record | None, tuple[FieldFault, ...]]:
    """Return the record that plain data means, or None and all its faults."""
    try:
        return converter.structure(item, kind), ()
    except Exception as error:  # noqa: BLE001 -- `_faults` raises again what is not about the data
        return None, tuple(_faults(error))


@cache
def _shared() -> Converter:
    return converter()


def to_plain(records: Iterable[Record]) -> dict[str, list[Plain]]:
    """Return records as plain data, in lists by the names of their kinds.

    >>> from entente import Theme
    >>> to_plain([Theme(id="small-boats", label="Small boats")])
    {'themes': [{'id': 'small-boats', 'label': 'Small boats'}]}
    """
    lists: dict[str, list[Plain]] = {name: [] for name in KINDS}
    for record in records:
        lists[KIND_NAMES[type(record)]].append(_shared().unstructure(record))
    return {name: items for name, items in lists.items() if items}


def part_to_plain(part: object) -> Plain:
    """Return a part of a record, such as a citation, as plain data."""
    plain: Plain = _shared().unstructure(part)
    return plain


def canonical(data: Plain) -> Plain:
    """Return the data of a document in the form in which `to_plain` writes the same records.

    A date of TOML becomes a text, for example. What is not a record stays as it is.
    """
    if not isinstance(data, dict):
        return {}
    return {
        key: [_canonical_record(item, KINDS[key]) for item in value]
        if key in KINDS and isinstance(value, list)
        else value
        for key, value in data.items()
    }


def _canonical_record(item: Plain, kind: type[Record]) -> Plain:
    record, faults = structure_record(item, kind, _shared())
    return item if faults else _shared().unstructure(record)
