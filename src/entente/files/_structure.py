"""Plain data to records and back: cattrs, made strict. The only file that knows cattrs.

Nothing is converted that the writer of a file would not see converted: ``"false"`` is no boolean, an
empty entry no text, an unknown key an error. All faults of a record are told at once, each with its
path, the value, the reason and a cure.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, get_args, get_origin

from attrs import Attribute, fields, fields_dict, frozen, has
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from entente._text import did_you_mean, in_words, shorten, with_article
from entente.errors import EntenteError, Location, PeriodError, RecordError
from entente.files._formats import Plain
from entente.records import _vocabulary as vocabulary
from entente.records._fields import form_of
from entente.records._forms import TextForm
from entente.records._model import KIND_NAMES, KINDS, Range, Record
from entente.values._period import Period
from entente.values._quantity import Quantity

_Hook: TypeAlias = Callable[[Any, Any], Any]
"""What cattrs calls with a plain value and the type that it should become."""


class _WrongError(ValueError):
    """A value that cannot stand where it does."""

    def __init__(self, value: object, wanted: str, hint: str | None = None) -> None:
        super().__init__(f"{described(value)} stands where {wanted} belongs")
        self.hint = hint


def described(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return shorten(value)
        case int() | float():
            return f"the number {shorten(value)}"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return f"the {type(value).__name__} {value}"


def _quoted(value: object, example: str) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'write it in quotes: "{value}"'
    return f"write for example {example}"


def _text(value: object, _: type) -> str:
    if isinstance(value, datetime.date | datetime.time):
        raise _WrongError(value, "text", f'write it in quotes: "{value}"')
    if not isinstance(value, str):
        raise _WrongError(value, "text", _quoted(value, '"some words"'))
    if not value.strip():
        raise _WrongError(value, "text", 'write for example "some words"')
    if value != value.strip():
        block = (
            ' (a YAML block that ends in none begins with ">-")'
            if value.endswith("\n")
            else ""
        )
        raise _WrongError(
            value,
            "text without white space around it",
            f"write {shorten(value.strip())}{block}",
        )
    return value


def _boolean(value: object, _: type) -> bool:
    if not isinstance(value, bool):
        word = value if value in ("true", "false") else "true or false"
        raise _WrongError(value, "true or false", f"write {word}, without quotes")
    return value


def _period(value: object, _: type) -> Period:
    match value:
        case str() | datetime.date():
            return _dated(value)
        case {"edtf": str(edtf), "stated": str(stated), **rest} if (
            not rest and stated.strip()
        ):
            return Period(edtf, stated=stated)
        case _:
            raise _WrongError(
                value,
                "a date",
                _quoted(
                    value, '"2024-01-30" or { edtf = "2024-21", stated = "spring" }'
                ),
            )


_WORDS = re.compile(r"[A-WYZa-wyz]{3}")


def _dated(value: str | datetime.date) -> Period:
    try:
        return Period(value)
    except PeriodError as error:
        if not isinstance(value, str) or _WORDS.search(value) is None:
            raise
        # Words were written where the notation belongs: say how they keep their place beside it.
        hint = f'write {{ edtf = "2024-12-31", stated = {shorten(value)} }}; Period.from_words reads many such words'
        raise _WrongError(value, "a date (EDTF)", hint) from error


def _quantity(value: object, _: type) -> Quantity:
    if not isinstance(value, str):
        raise _WrongError(value, "an amount", _quoted(value, '"> 250 people"'))
    return Quantity(value)


def _range(value: object, _: type) -> Range:
    if not isinstance(value, str):
        raise _WrongError(value, "a range", _quoted(value, '"14-16"'))
    return Range.of(value)


def _words(words: type[StrEnum]) -> _Hook:
    members = {word.value: word for word in words}

    def structure(value: object, _: type) -> StrEnum:
        word = members.get(value) if isinstance(value, str) else None
        if word is None:
            choice = f"write one of {', '.join(members)}"
            hint = did_you_mean(value, members) if isinstance(value, str) else None
            raise _WrongError(
                value, with_article(in_words(words.__name__)), hint or choice
            )
        return word

    return structure


def _tables(cls: type, converter: Converter) -> _Hook:
    overrides: dict[str, Any] = {
        each.name: override(struct_hook=_formed(each, converter))
        for each in fields(cls)
        if form_of(each) is not None
    }
    structure_table: _Hook = make_dict_structure_fn(
        cls, converter, _cattrs_forbid_extra_keys=True, **overrides
    )

    def structure(value: object, of: type) -> object:
        if not isinstance(value, dict):
            raise _WrongError(value, f"a table ({', '.join(fields_dict(cls))})")
        return structure_table(value, of)

    return structure


def _formed(attribute: Attribute[Any], converter: Converter) -> _Hook:
    hook = converter.get_structure_hook(attribute.type)
    form: TextForm = attribute.metadata["form"]

    def structure(value: object, of: type) -> str:
        text: str = hook(value, of)
        fault = form.fault(text)
        if fault is not None:
            raise RecordError("", *fault)
        return text

    return structure


def _lists(cls: Any, converter: Converter) -> _Hook:
    structure_items = homogenous_tuple_structure_factory(cls, converter)

    def structure(value: object, of: type) -> object:
        if not isinstance(value, list):
            raise _WrongError(value, "a list", _bracketed(value))
        return structure_items(value, of)

    return structure


def _bracketed(value: object) -> str | None:
    if value is None:
        return "leave the key out"
    return (
        f'write it in brackets: ["{value}"]'
        if isinstance(value, str) and len(value) < 40
        else None
    )


def _inner(cls: Any) -> Any:
    (inner,) = (option for option in get_args(cls) if option is not NoneType)
    return inner


def _optional(cls: Any, converter: Converter) -> _Hook:
    inner = _inner(cls)
    hook = converter.get_structure_hook(inner)

    def structure(value: object, _: type) -> object:
        try:
            return hook(value, inner)
        except _WrongError as error:
            if value is None or value == "":
                error.hint = "leave the key out"
            raise

    return structure


def _is_optional(cls: Any) -> bool:
    return get_origin(cls) is UnionType and NoneType in get_args(cls)


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _is_word_list(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, StrEnum)


def _sparse(cls: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)


def _period_out(period: Period) -> Plain:
    return (
        str(period)
        if period.stated is None
        else {"edtf": str(period), "stated": period.stated}
    )


def _word_out(word: StrEnum) -> str:
    return word.value


def _converter() -> Converter:
    converter = Converter()
    # Leaves first: the hooks of tables bind those of their fields when they are made. The word lists
    # one by one, since cattrs takes each for the text that it is too.
    for leaf, hook in (
        (str, _text),
        (bool, _boolean),
        (Period, _period),
        (Quantity, _quantity),
        (Range, _range),
    ):
        converter.register_structure_hook(leaf, hook)
    for words in filter(_is_word_list, vars(vocabulary).values()):
        converter.register_structure_hook(words, _words(words))
        converter.register_unstructure_hook(words, _word_out)
    converter.register_structure_hook_factory(has, _tables)
    converter.register_structure_hook_factory(_is_tuple, _lists)
    converter.register_structure_hook_factory(_is_optional, _optional)
    converter.register_unstructure_hook_factory(has, _sparse)
    converter.register_unstructure_hook(Period, _period_out)
    converter.register_unstructure_hook(Quantity, str)
    converter.register_unstructure_hook(Range, str)
    return converter


_CONVERTER: Final = _converter()


@frozen
class Wrong:
    """What is wrong with a value at a path."""

    path: Location
    message: str
    hint: str | None = None


def structured(
    item: Plain, kind: type[Record]
) -> tuple[Record | None, tuple[Wrong, ...]]:
    """Return a record, or all that keeps it from being one."""
    try:
        return _CONVERTER.structure(item, kind), ()
    except Exception as error:  # noqa: BLE001 -- `_wrongs` raises again what is not of our doing
        return None, tuple(_wrongs(error))


def _wrongs(error: BaseException, path: Location = ()) -> Iterator[Wrong]:
    """List all that cattrs and our hooks found wrong, each with its path."""
    match error:
        case BaseValidationError():
            for inner in error.exceptions:
                yield from _wrongs(inner, (*path, *_step(inner)))
        case ForbiddenExtraKeysError():
            keys = fields_dict(error.cl)
            for key in sorted(error.extra_fields):
                hint = did_you_mean(key, keys) or f"there are {', '.join(keys)}"
                yield Wrong(
                    (*path, key),
                    f"{shorten(key)} is not a key of {with_article(in_words(error.cl.__name__))}",
                    hint,
                )
        case KeyError():
            yield Wrong(path[:-1], f"the key {path[-1]!r} is missing")
        case RecordError():
            yield Wrong(
                (*path, error.field) if error.field else path, error.reason, error.hint
            )
        case _WrongError():
            yield Wrong(path, str(error), error.hint)
        case EntenteError():
            yield Wrong(path, str(error))
        case _:
            raise error


def _step(error: BaseException) -> Location:
    for note in getattr(error, "__notes__", ()):
        return (
            (note.name,) if isinstance(note, AttributeValidationNote) else (note.index,)
        )
    return ()


def plain(records: Iterable[Record]) -> dict[str, list[Plain]]:
    """Return records as plain data, in lists by the names of their kinds.

    >>> from entente import Theme
    >>> plain([Theme(id="small-boats", label="Small boats")])
    {'themes': [{'id': 'small-boats', 'label': 'Small boats'}]}
    """
    lists: dict[str, list[Plain]] = {name: [] for name in KINDS}
    for record in records:
        lists[KIND_NAMES[type(record)]].append(_CONVERTER.unstructure(record))
    return {name: items for name, items in lists.items() if items}


def meaning(data: Plain) -> Plain:
    """Return what a document says as `plain` would say it: a date may be written in two ways."""

    def record(kind: str, item: Plain) -> Plain:
        made, _ = structured(item, KINDS[kind])
        return item if made is None else _CONVERTER.unstructure(made)

    return {
        key: [record(key, item) for item in value]
        if key in KINDS and isinstance(value, list)
        else value
        for key, value in (data.items() if isinstance(data, dict) else ())
    }
