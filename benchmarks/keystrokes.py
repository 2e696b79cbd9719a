"""Count what a person types for a dossier of twenty records: by hand, and with drafts and questions.

    python -m benchmarks.keystrokes

Both ways lead to the same dossier of the notice in `benchmarks/notice/texts`, which is written in our own words:

- by hand: the text of `by_hand.toml`. The places and fingerprints of its citations are copied and not typed, and are
  counted apart.
- with drafts: the commands and the answers below, and what the reviewer changes in the draft to reach
  `reviewed.toml`. Of a line that was changed, what lies between its old beginning and its old end counts.

To delete, to move, to look things up and to check costs nothing, in either way; nor do the calls that make a
fingerprint by hand.

A line's end counts as one character.
"""

from __future__ import annotations

import io
import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from difflib import SequenceMatcher
from itertools import takewhile
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Final

from attrs import frozen

from entente import Dossier, load
from entente._cli import main as entente

NOTICE: Final = Path(__file__).with_name("notice")

DRAFT: Final = Path("tracker", "zinder.draft.toml")

REVIEWED: Final = Path("tracker", "promises.toml")

BEGUN: Final = (
    "entente new tracker --from texts/zinder.txt --kind press_notice --issued-by TD NE --published 2024-01-30\n",
    "entente add theme tracker\nBorder\n\n.\n\ny\n",
    "entente add theme tracker\nTrade\n\n.\n\ny\n",
    "entente add theme tracker\nHerds\n\n.\n\ny\n",
    "entente add party tracker\nLake Chad Basin Commission\ninternational_organisation\nlcbc\n.\n\ny\n",
    (
        "entente add meeting tracker\nTalks in Zinder\nheld\nzinder-talks\nzinder\n\n3-5\n.\n"
        "when\n2024-01-30\nparties\nTD, NE\n\ny\n"
    ),
    "entente draft texts/zinder.txt --into tracker --meeting zinder-talks\n",
)
"""What is typed before the review: commands, each with the answers to what it asks."""

SIGNED: Final = f"mv {DRAFT} {REVIEWED}\n"
"""What the reviewer types to sign for the draft."""

FINISHED: Final = ("entente cite --fill tracker --sources texts --write\n",)
"""What is typed after the review."""

_COPIED: Final = re.compile(
    r',? ?\b(?:lines|characters|fingerprint) = "[^"]*"'
)


@frozen
class Typed:
    """How many characters were typed, and how many copied."""

    typed: int
    copied: int = 0


def by_hand() -> tuple[Typed, Dossier]:
    """Return what is typed and copied by hand, and the dossier."""
    file = NOTICE / "by_hand.toml"
    text = file.read_text(encoding="utf-8")
    copied = sum(len(each[0]) for each in _COPIED.finditer(text))
    return Typed(len(text) - copied, copied), load(file)


def with_drafts() -> tuple[dict[str, Typed], Dossier]:
    """Return what is typed at each stage of the way with drafts, and the dossier."""
    with TemporaryDirectory() as folder, chdir(folder):
        copytree(NOTICE / "texts", "texts")
        begun = sum(_run(BEGUN))
        draft = DRAFT.read_text(encoding="utf-8")
        DRAFT.unlink()
        reviewed = (NOTICE / "reviewed.toml").read_text(encoding="utf-8")
        REVIEWED.write_text(reviewed, encoding="utf-8")
        finished = sum(_run(FINISHED))
        stages = {
            "begin, and draft": Typed(begun),
            "review": Typed(inserted(draft, reviewed) + len(SIGNED)),
            "cite": Typed(finished),
        }
        return stages, load("tracker")


def _run(steps: Iterable[str]) -> Iterator[int]:
    """Run commands with the answers to what they ask, and yield how many characters each took."""
    for step in steps:
        command, _, answers = step.partition("\n")
        said, keyboard = io.StringIO(), sys.stdin
        sys.stdin = io.StringIO(answers)
        try:
            with redirect_stdout(said), redirect_stderr(said):
                code = entente(shlex.split(command)[1:])
            left = sys.stdin.read()
        finally:
            sys.stdin = keyboard
        if code or left:
            told = f"exit code {code}\n{said.getvalue()}{left}"
            raise RuntimeError(f"{command}: {told}")
        yield len(step)


def inserted(old: str, new: str) -> int:
    """Return how many characters somebody types to make one text of another."""
    before, after = old.splitlines(), new.splitlines()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return sum(
        _typed(before[start:stop], after[begin:end])
        for tag, start, stop, begin, end in matcher.get_opcodes()
        if tag != "equal"
    )


def _typed(old: list[str], new: list[str]) -> int:
    """Count what is typed where some lines stand for others: each is made of one with the same key, or is new."""
    left, total = list(old), 0
    for line in new:
        base = next((each for each in left if _key(each) == _key(line)), None)
        if base is None:
            total += len(line) + 1
        else:
            left.remove(base)
            total += _between(base, line)
    return total


def _key(line: str) -> str:
    return line.partition(" = ")[0]


def _between(old: str, new: str) -> int:
    """Count the characters of a new line between the beginning and the end that it shares with an old one."""
    start = _shared(old, new)
    end = _shared(reversed(old[start:]), reversed(new[start:]))
    return len(new) - start - end


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """Count how many characters are the same from the start."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def main() -> None:
    """Print what is typed both ways, and the ratio."""
    hand, wanted = by_hand()
    stages, dossier = with_drafts()
    # The files hold the records in orders of their own.
    if set(dossier.records) != set(wanted.records):
        raise RuntimeError("the two ways do not lead to the same dossier")
    drafts = Typed(sum(each.typed for each in stages.values()))
    rows = {
        "by hand": hand,
        **{f"  {stage}": typed for stage, typed in stages.items()},
        "with drafts": drafts,
    }
    print(f"{f'{len(wanted.records)} records':21}  typed  copied")
    for name, row in rows.items():
        print(f"{name:21}  {row.typed:5}  {row.copied:6}")
    print(f"with drafts / by hand  {drafts.typed / hand.typed:.0%}")


if __name__ == "__main__":
    main()
