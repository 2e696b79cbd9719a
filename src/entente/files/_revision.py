"""Revision: a text with other records, in which all that did not change stays where it was.

People keep dossiers by hand, with comments and a layout of their own. `revise` rewrites only the
records that differ, each as a whole, and leaves every other line alone. A comment goes only with the
record that it belongs to: it stands within it, or right above it. Where another would be lost, the text
is not revised at all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from operator import attrgetter
from typing import Any, Final

from attrs import frozen

from entente.errors import LoadError, SaveError
from entente.files._comments import Comment, find_comments
from entente.files._documents import SCHEMA, Document, Plain
from entente.files._formats import read, write

# So many lines of comments are named in a message, and the others counted.
_NAMED_LINES: Final = 5


def _as_it_is(data: Plain) -> Plain:
    return data


def revise(
    text: str,
    format: str,
    data: dict[str, Plain],
    *,
    canonical: Callable[[Plain], Plain] = _as_it_is,
    file: str = "the text",
) -> str:
    r"""Return a text that holds `data`, made of `text` by rewriting only the records that differ.

    Records are known by their ``id``. JSON has no comments to keep, and is written again, and so is a
    text without comments whose records share lines. The address of the schema stays. `canonical` turns
    what a text holds into the form that `data` has, where a format has two ways to write the same.

    Raises `SaveError`, which names `file`, if a comment would be lost that belongs to no removed record.

    >>> text = 'entente = 1  # ours\n\n[[themes]]  # the first\nid = "a"\nlabel   =   "A"\n'
    >>> themes = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    >>> print(revise(text, "toml", {"entente": 1, "themes": themes}))
    entente = 1  # ours
    <BLANKLINE>
    [[themes]]  # the first
    id = "a"
    label   =   "A"
    <BLANKLINE>
    [[themes]]
    id = "b"
    label = "B"
    <BLANKLINE>
    """
    document = read(text, format)
    old = canonical(document.data)
    if isinstance(old, dict) and SCHEMA in old:
        # A dossier does not hold it. It belongs to the file, and stays there.
        data = {SCHEMA: old[SCHEMA], **data}
    if not document.problems and _same(old, data):
        return text
    if format == "json":
        return write(data, format)
    records = TextByRecords(text, format, document, old)
    with suppress(_SharedLinesError, LoadError):
        revised = records.with_data(data)
        again = read(revised, format)
        # Whatever went wrong, a text that says something else is never returned.
        is_sound = not again.problems and _same(canonical(again.data), data)
        if is_sound and not records.lost_lines(revised):
            return revised
    # Without the records' lines it is not known which comments belong to those that are removed.
    records.removed_lines.clear()
    anew = records.head() + write(data, format)
    lost = records.lost_lines(anew)
    if lost:
        raise SaveError(
            f"{file}: this change cannot be made record by record, and the file written anew would lose"
            f" {_comments_on(lost)}; write each record on lines of its own, or save to a new file"
        )
    return anew


def _comments_on(lines: Sequence[int]) -> str:
    if len(lines) == 1:
        return f"the comment on line {lines[0]}"
    *first, last = map(str, lines)
    if len(lines) > _NAMED_LINES:
        more = len(lines) - _NAMED_LINES
        first, last = first[:_NAMED_LINES], f"{more} more"
    return f"the comments on lines {', '.join(first)} and {last}"


def _same(one: Plain, other: Plain) -> bool:
    """Say whether two documents hold the same. In Python 1 equals True and 1.0; here it does not."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            return False
        return all(_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


class _SharedLinesError(Exception):
    """The records of a text cannot be changed one by one."""


@frozen
class _Edit:
    """New lines in place of those from `start` up to `stop`, counted from 0."""

    start: int
    stop: int
    lines: list[str]


# A line of YAML that begins an item of a list, with nothing or white space behind the dash.
_DASH = re.compile(r" *-(?:\s|$)")


class TextByRecords:
    """The lines of a text, with the lines of each record."""

    def __init__(
        self, text: str, format: str, document: Document, data: Plain
    ) -> None:
        self.lines = text.split("\n")
        self.format = format
        self.document = document
        self.data = data if isinstance(data, dict) else {}
        # New lines end as the first one does: with "\r\n" on Windows.
        self.ending = "\r" if self.lines[0].endswith("\r") else ""
        # Here every line ends, so that another can follow.
        self.is_ended = self.lines[-1] == ""
        if not self.is_ended:
            self.lines[-1] += self.ending
            self.lines.append("")
        self.comments = {
            comment.line: comment for comment in find_comments(text, format)
        }
        self.removed_lines: set[int] = set()
        """The lines of the records that `with_data` removed, with the comments right above them."""

    def with_data(self, data: Mapping[str, Plain]) -> str:
        """Return the text with the records of `data` in place of its own."""
        lines: list[str] = []
        at = 0
        for edit in sorted(self._edits(data), key=attrgetter("start", "stop")):
            lines += self.lines[at : edit.start]
            lines += [line + self.ending for line in edit.lines]
            at = edit.stop
        text = "\n".join([*lines, *self.lines[at:]])
        return text if self.is_ended else text.rstrip("\r\n")

    def head(self) -> str:
        """Return the comments at the top, such as the one that tells editors where the schema is."""
        line = 0
        while self._is_comment(line):
            line += 1
        return "".join(f"{each}\n" for each in self._unended(0, line))

    def lost_lines(self, revised: str) -> list[int]:
        """Return the lines, from 1, of the comments that a new text lacks, but for removed records."""
        left = Counter(
            comment.text for comment in find_comments(revised, self.format)
        )
        lost: list[int] = []
        for comment in self.comments.values():
            if comment.line not in self.removed_lines:
                left[comment.text] -= 1
                if left[comment.text] < 0:
                    lost.append(comment.line + 1)
        return lost

    def _edits(self, data: Mapping[str, Plain]) -> Iterator[_Edit]:
        for kind in dict.fromkeys((*self.data, *data)):
            old, new = self.data.get(kind, []), data.get(kind, [])
            # What is not a list is the version. If it differs, the text is written again.
            if isinstance(old, list) and isinstance(new, list):
                yield from self._edits_of_kind(kind, old, new)

    def _edits_of_kind(
        self, kind: str, old: list[Plain], new: list[Plain]
    ) -> Iterator[_Edit]:
        if not old and not new:
            return
        if not old:
            if kind in self.data:
                # An empty list is written with its key.
                yield self._removal_of_key(kind)
            # A new kind goes to the end, before the empty text behind the last line break.
            end = len(self.lines) - 1
            yield _Edit(end, end, _lines_of({kind: new}, self.format))
            return
        if not new and self.format == "yaml":
            # In YAML the key of the kind goes as well.
            yield self._removal_of_key(kind)
        yield from self._edits_of_records(kind, old, new)

    def _edits_of_records(
        self, kind: str, old: list[Plain], new: list[Plain]
    ) -> Iterator[_Edit]:
        position_of = {
            _id(item): position for position, item in enumerate(old)
        }
        # Where the records stand that stay: they may change places among themselves.
        places = sorted(
            position_of[_id(item)] for item in new if _id(item) in position_of
        )
        for removed in set(position_of.values()).difference(places):
            last = max(position_of.values())
            yield self._removal(
                kind, removed, keep_gap=not places and removed == last
            )
        leading = 0
        while leading < len(new) and _id(new[leading]) not in position_of:
            leading += 1
        yield from self._insertions_before(kind, new[:leading], places)
        place = 0
        free = iter(places)
        for item in new[leading:]:
            position = position_of.get(_id(item))
            if position is None:
                yield self._insertion_behind(kind, place, item)
                continue
            place = next(free)
            if position != place or not _same(old[position], item):
                start, stop = self._block(kind, place)
                lines = self._lines_of_block(kind, position, item)
                yield _Edit(start, self._below(stop), lines)

    def _removal(self, kind: str, position: int, *, keep_gap: bool) -> _Edit:
        """Remove a record, with the blank line behind it unless another record takes its place."""
        start, stop = self._block(kind, position)
        self.removed_lines.update(range(start, stop))
        if self._is_blank(stop) and not keep_gap:
            stop += 1
        return _Edit(start, stop, [])

    def _removal_of_key(self, kind: str) -> _Edit:
        """Remove the key of a kind, but not the comment beside it."""
        line = (self.document.locate((kind,))[0] or 0) - 1
        beside = self.comments.get(line)
        return _Edit(line, line + 1, [beside.text] if beside else [])

    def _insertions_before(
        self, kind: str, items: list[Plain], places: list[int]
    ) -> Iterator[_Edit]:
        """Insert records before the first one that stays, or in place of all that are removed."""
        if not items:
            return
        start = self._block(kind, places[0] if places else 0)[0]
        gap = self._gap()
        for number, item in enumerate(items):
            lines = self._lines_of_record(kind, item)
            if places:
                lines = lines + gap
            elif number > 0:
                lines = gap + lines
            yield _Edit(start, start, lines)

    def _insertion_behind(
        self, kind: str, position: int, item: Plain
    ) -> _Edit:
        """Insert a record behind another."""
        line = self._below(self._span(kind, position)[1])
        return _Edit(
            line, line, self._gap() + self._lines_of_record(kind, item)
        )

    # --- the lines of a record ---

    def _span(self, kind: str, position: int) -> tuple[int, int]:
        """Return the first line of a record and the one behind its last, counted from 0."""
        span = self.document.locator.span((kind, position))
        if span is None:
            raise _SharedLinesError
        start, stop = span[0] - 1, span[1]
        if self.format == "yaml":
            # The dash of an item may be above it, with comments between them.
            while not _DASH.match(self.lines[start]):
                start -= 1
        # A YAML block of text includes the blank lines behind it.
        while self._is_blank(stop - 1):
            stop -= 1
        return start, stop

    def _block(self, kind: str, position: int) -> tuple[int, int]:
        """Return the lines of a record with the comments right above it, which belong to it."""
        start, stop = self._span(kind, position)
        while self._is_comment(start - 1):
            start -= 1
        return start, stop

    def _below(self, line: int) -> int:
        """Return the line behind the comments right below a record, unless they belong to what follows."""
        end = line
        while self._is_comment(end):
            end += 1
        return line if self.lines[end].strip() else end

    def _is_blank(self, line: int) -> bool:
        return line < len(self.lines) - 1 and not self.lines[line].strip()

    def _is_comment(self, line: int) -> bool:
        return line in self.comments and self.comments[line].alone

    def _gap(self) -> list[str]:
        """Return the lines between two records."""
        return [""] if self.format == "toml" else []

    def _lines_of_block(
        self, kind: str, position: int, item: Plain
    ) -> list[str]:
        """Return the lines of a record that was there, changed or not, with the comments above and below."""
        first, stop = self._block(kind, position)
        start, _ = self._span(kind, position)
        above = self._unended(first, start)
        below = self._unended(stop, self._below(stop))
        old = self.data[kind]
        if isinstance(old, list) and _same(old[position], item):
            return above + self._unended(start, stop) + below
        comments = [
            self.comments[line]
            for line in range(start, stop)
            if line in self.comments
        ]
        if not comments or not isinstance(item, dict):
            return above + self._lines_of_record(kind, item) + below
        owned: defaultdict[str, list[Comment]] = defaultdict(list)
        for comment in comments:
            owned[self._owner(comment, kind, position)].append(comment)
        changed = self._lines_with_comments(kind, item, owned)
        return above + changed + below

    def _unended(self, start: int, stop: int) -> list[str]:
        return [line.removesuffix("\r") for line in self.lines[start:stop]]

    def _owner(self, comment: Comment, kind: str, position: int) -> str:
        """Return the key of a record that a comment in the record belongs to.

        It is the key in whose value the comment stands, or above which it stands. A comment on the first
        line of a record, where no key is, has the key "".
        """
        start, _ = self._span(kind, position)
        line = comment.line
        # The record goes on below, since it ends with a value.
        while comment.alone and (
            self._is_comment(line) or self._is_blank(line)
        ):
            line += 1
        # As it is written, with the keys that `data` leaves out since they say nothing.
        record: Any = self.document.data
        for step in (kind, position):
            record = record[step]
        key_at = {start: ""}
        for key in record:
            begin, _ = self.document.locate((kind, position, key))
            key_at[(begin or 0) - 1] = key
        return key_at[max(begin for begin in key_at if begin <= line)]

    def _lines_with_comments(
        self,
        kind: str,
        item: dict[str, Plain],
        comments_of: dict[str, list[Comment]],
    ) -> list[str]:
        """Return the lines of a record, each key with the comments that belong to it."""
        first, *_ = self._lines_of_record(kind, item)
        outer = first[: len(first) - len(first.lstrip())]
        is_toml = self.format == "toml"
        inner = outer if is_toml else f"{outer}  "
        # In YAML the first key stands beside the dash. What stood there alone goes above it.
        head = [first] if is_toml else []
        lines = _commented(head, comments_of.pop("", []), outer)
        for number, (key, value) in enumerate(item.items()):
            begin, *more = self._lines_of_record(kind, {key: value})
            if number > 0:
                begin = begin.replace("-", " ", 1)
            of_key = more if is_toml else [begin, *more]
            indent = inner if number > 0 else outer
            lines += _commented(of_key, comments_of.pop(key, []), indent)
        rest = [each for comments in comments_of.values() for each in comments]
        rest.sort(key=attrgetter("line"))
        return lines + [inner + comment.text for comment in rest]

    def _lines_of_record(self, kind: str, item: Plain) -> list[str]:
        # The first line is the gap in TOML, and the key of the kind in YAML.
        _, *lines = _lines_of({kind: [item]}, self.format)
        if self.format == "toml":
            return lines
        first = self.lines[self._span(kind, 0)[0]]
        indent = first[: len(first) - len(first.lstrip())]
        return [indent + line.removeprefix("  ") for line in lines]


def _commented(
    lines: list[str], comments: Sequence[Comment], indent: str
) -> list[str]:
    """Return the lines of a key with comments: one beside it if it has one line, and the others above."""
    beside = [comment.text for comment in comments if not comment.alone]
    if len(beside) == len(lines) == 1:
        lines = [f"{lines[0]}  {beside[0]}"]
        comments = [comment for comment in comments if comment.alone]
    return [indent + comment.text for comment in comments] + lines


def _lines_of(data: dict[str, Plain], format: str) -> list[str]:
    return write(data, format).removesuffix("\n").split("\n")


def _id(item: Plain) -> str:
    return str(item.get("id")) if isinstance(item, dict) else ""
