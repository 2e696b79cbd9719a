"""The source code of the readers, generated from the fields of the classes.

The reader of `Theme` for dicts begins like this::

    def read_Theme(table):
     self = Theme_twin()
     found = 2
     value = table['id']
     add_id(value)
     self.id = value
     ...
     if 'broader' in table:
      found += 1
      value = table['broader']
      if value.__class__ is not list: raise TypeError
      try: self.broader = lists_theme[tuple(value)]
      except KeyError: self.broader = new_lists_theme(tuple(value))
     else: self.broader = ()
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from types import CodeType
from typing import Any

from attrs import NOTHING, Attribute, fields

from entente.files._quick._fields import (
    VALUES,
    classes,
    default_name,
    defaults,
    holds_parts,
    inner_type,
    is_listed,
)
from entente.files._quick._tables import TableForm
from entente.records import _vocabulary as vocabulary
from entente.records._fields import form_of
from entente.records._forms import (
    CHANGE,
    FACTOR,
    LEVEL,
    ONE_DAY,
    Form,
    TextForm,
)
from entente.records._model import Party
from entente.records._parts import Range
from entente.records._states import state_name
from entente.values._duration import Duration
from entente.values._period import Period
from entente.values._quantity import Quantity


@cache
def reader_code(form: TableForm) -> CodeType:
    """Return compiled code that defines a reader for each class."""
    source = "\n".join(_reader(cls, form) for cls in classes())
    return compile(source, "<readers of records>", "exec")


@cache
def constants() -> dict[str, Any]:
    """Return the names that the readers' code refers to and that are always the same."""
    names: dict[str, Any] = {**defaults(), "state_name": state_name}
    for cls in classes():
        names[cls.__name__] = cls
        names[f"{cls.__name__}_twin"] = _twin(cls)
        for attribute in fields(cls):
            form = form_of(attribute)
            if form is not None and inner_type(attribute) is str:
                name = f"{cls.__name__}_{attribute.name}_form"
                names[name] = _test_of(form)
    for name, words in vars(vocabulary).items():
        if isinstance(words, type) and issubclass(words, StrEnum):
            names[f"words_{name}"] = {word.value: word for word in words}
    return names


def _test_of(form: Form[Any]) -> Callable[[Any], object]:
    """Return what is true of a text of a form, and false or an error of anything else."""
    if isinstance(form, TextForm):
        return form.pattern.fullmatch

    def has_form(value: object) -> bool:
        return value.__class__ is str and form.fault(value) is None

    return has_form


@cache
def reference_kinds() -> frozenset[tuple[str, ...]]:
    """Return the kinds of record that ids may name, as the fields give them."""
    found: set[tuple[str, ...]] = set()
    for cls in classes():
        for attribute in fields(cls):
            if "kinds" in attribute.metadata:
                found.add(attribute.metadata["kinds"])
    return frozenset(found)


def ids_name(kinds: tuple[str, ...]) -> str:
    """Return how generated code refers to the shared ids of some kinds."""
    return f"ids_{'_'.join(kinds)}"


def lists_name(kinds: tuple[str, ...]) -> str:
    """Return how generated code refers to the shared lists of ids of some kinds."""
    return f"lists_{'_'.join(kinds)}"


def _twin(cls: type) -> type:
    """Make a class with the slots of a frozen one, whose objects can be given that class."""
    return type(
        cls.__name__, (), {"__slots__": [each.name for each in fields(cls)]}
    )


def _reader(cls: type, form: TableForm) -> str:
    """Return the source of the function that makes an object of a class of a table.

    `found` counts the keys of the table that the function knows.
    """
    required = [each for each in fields(cls) if each.default is NOTHING]
    lines = [f"self = {cls.__name__}_twin()", f"found = {len(required)}"]
    for attribute in fields(cls):
        take = [
            f"value = {form.value.format(attribute.name)}",
            *_convert(cls, attribute, form),
        ]
        if attribute in required:
            lines += take
            continue
        default = default_name(cls, attribute)
        lines += [
            f"if {form.has_key.format(attribute.name)}:",
            " found += 1",
            *_indented(take),
            f"else: self.{attribute.name} = {default}",
        ]
    lines += [
        form.check_whole,
        "count(found)",
        f"self.__class__ = {cls.__name__}",
    ]
    if hasattr(cls, "__attrs_post_init__"):
        lines.append("self.__attrs_post_init__()")
    lines.append("return self")
    return "\n".join([f"def read_{cls.__name__}(table):", *_indented(lines)])


def _indented(lines: list[str]) -> list[str]:
    return [f" {line}" for line in lines]


def _convert(
    cls: type, attribute: Attribute[Any], form: TableForm
) -> list[str]:
    """Return the lines that check a plain `value` and set the field to what it means."""
    inner = inner_type(attribute)
    kinds = attribute.metadata.get("kinds")
    target = f"self.{attribute.name}"
    if is_listed(attribute):
        return _convert_list(cls, attribute, kinds, target)
    if holds_parts(attribute):
        return [f"{target} = read_{inner.__name__}(value)"]
    if kinds is not None:
        return _look_up(ids_name(kinds), "value", target)
    if inner is Period:
        one_day = form_of(attribute) is ONE_DAY
        return [
            "if value.__class__ is str:",
            *_indented(_look_up(_values_name(attribute), "value", target)),
            "else:",
            f" {target}, colons = worded(value)",
            *([f" if {target}.is_span: raise ValueError"] if one_day else []),
            " count(colons)",
        ]
    if inner in VALUES:
        return _look_up(_values_name(attribute), "value", target)
    if inner is bool:
        check = "if value is not True and value is not False: raise TypeError"
        return [check, f"{target} = value"]
    if inner is str:
        return [*_check_text(cls, attribute, form), f"{target} = value"]
    return [f"{target} = words_{inner.__name__}[value]"]


_NAMES_OF_FORMS: Mapping[Form[Any], str] = {
    ONE_DAY: "days",
    LEVEL: "levels",
    CHANGE: "changes",
    FACTOR: "factors",
}

_NAMES_OF_VALUES: Mapping[type, str] = {
    Duration: "durations",
    Period: "periods",
    Quantity: "quantities",
    Range: "ranges",
}


def _values_name(attribute: Attribute[Any]) -> str:
    """Return how generated code refers to the shared values of a field."""
    form = form_of(attribute)
    if form is not None:
        return _NAMES_OF_FORMS[form]
    return _NAMES_OF_VALUES[inner_type(attribute)]


def _check_text(
    cls: type, attribute: Attribute[Any], form: TableForm
) -> list[str]:
    """Return the lines that check whether a plain `value` is a text that fits the field."""
    if attribute.name == "id":
        if cls is Party:
            return ["if state_name(value) is None: add_id(value)"]
        return ["add_id(value)"]
    if attribute.name == "fingerprint":
        return ["add_fingerprint(value)"]
    if "form" in attribute.metadata:
        matches = f"{cls.__name__}_{attribute.name}_form"
        return [f"if not {matches}(value): raise ValueError"]
    is_wrong = (
        "value.__class__ is not str or not value or value.strip() != value"
    )
    return [
        f"if {is_wrong}: raise ValueError",
        *([form.is_text] if form.is_text else []),
        "if ':' in value: count(value.count(':'))",
    ]


def _convert_list(
    cls: type,
    attribute: Attribute[Any],
    kinds: tuple[str, ...] | None,
    target: str,
) -> list[str]:
    check = "if value.__class__ is not list: raise TypeError"
    if kinds is not None:
        return [check, *_look_up(lists_name(kinds), "tuple(value)", target)]
    if holds_parts(attribute):
        # Most lists hold one part or two, for which a comprehension is slow.
        read = f"read_{inner_type(attribute).__name__}"
        return [
            check,
            "few = len(value)",
            f"if few == 1: {target} = ({read}(value[0]),)",
            f"elif few == 2: {target} = ({read}(value[0]), {read}(value[1]))",
            f"else: {target} = tuple([{read}(each) for each in value])",
        ]
    look_up = _look_up("texts", "tuple(value)", f"{target}, colons")
    lines = [check, *look_up, "count(colons)"]
    if "form" in attribute.metadata:
        matches = f"{cls.__name__}_{attribute.name}_form"
        lines.append(f"if not all(map({matches}, value)): raise ValueError")
    return lines


def _look_up(values: str, key: str, target: str) -> list[str]:
    """Return the lines that set a target to the shared value of a key."""
    return [
        f"try: {target} = {values}[{key}]",
        f"except KeyError: {target} = new_{values}({key})",
    ]
