"""How long small and unusual inputs take, at three sizes: ``python -m benchmarks.waits [NAME…]``.

Each input is made at one, two and four times its size, and is loaded and checked; faults are put into words.
What is printed is the size, the seconds, the median of some rounds, and how many times as long four times
the input takes: about 4 where time grows with the input, 16 where it grows with its square.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter
from typing import Any, Final, TypeAlias

from attrs import frozen

import entente
from entente.errors import LoadError

Record: TypeAlias = dict[str, Any]


@frozen
class Wait:
    """An input: its format, its smallest size, and how it is made at any."""

    format: str
    size: int
    make: Callable[[int], str]


def _json(**lists: list[Record]) -> str:
    return json.dumps({"entente": 1, **lists})


def _promises(count: int, **fields: Callable[[int], Any]) -> list[Record]:
    """Return promises, with what a function of its position returns for each field."""
    return [
        {
            "id": f"c{place}",
            "summary": "Do it.",
            **{
                name: value
                for name, of in fields.items()
                if (value := of(place)) is not None
            },
        }
        for place in range(count)
    ]


def _link(kind: str, target: Callable[[int], int]) -> Callable[[int], Any]:
    return lambda place: [
        {"kind": kind, "target": f"c{target(place)}"} for _ in range(place > 0)
    ]


def _day(place: int) -> str:
    return str(datetime.date(1900, 1, 1) + datetime.timedelta(days=place))


def _quoted_words(count: int) -> str:
    note = r"said \"yes\", " * count
    return (
        f'entente = 1\n[[themes]]\nid = "a"\nlabel = "A"\nnote = "{note}x"\n'
    )


def _wrong_ids(count: int) -> str:
    themes = [
        {"id": f"theme-{place:05}", "label": "x"} for place in range(count)
    ]
    named = [f"thmee-{place:05}" for place in range(count)]
    return _json(themes=[*themes, {"id": "a", "label": "A", "broader": named}])


def _like_no_id(count: int) -> str:
    sources = [
        {"id": f"{place * 7919 % 99_991:x}-{place:x}-speech", "title": "x"}
        for place in range(count)
    ]
    cited = [{"source": f"notice-{place:x}"} for place in range(count)]
    return _json(
        sources=[{**each, "kind": "speech"} for each in sources],
        commitments=[{"id": "c", "summary": "x", "citations": cited}],
    )


def _long_word(count: int) -> str:
    return _json(
        commitments=[{"id": "c", "summary": "x", "firmness": "ab" * count}]
    )


def _repeated_keys(count: int) -> str:
    record = '{"id": "a%s", "label": "x", "label": "y", "lable": 1}'
    records = ", ".join(record % place for place in range(count))
    return f'{{"entente": 1, "themes": [{records}]}}'


def _circles(count: int) -> str:
    themes = [
        {
            "id": f"t{place}",
            "label": "x",
            "broader": [f"t{(place + 1) % count}", "t0"],
        }
        for place in range(count)
    ]
    return _json(themes=themes)


def _reports(count: int) -> str:
    reports = [
        {"on": _day(place), "by": "FR", "status": "in_progress"}
        for place in range(count)
    ]
    return _json(
        commitments=[
            {"id": "c", "summary": "x", "by": ["FR"], "reports": reports}
        ]
    )


def _names_in_turn(count: int) -> str:
    bodies = [
        {
            "id": f"p{place}",
            "name": "The Office",
            "kind": "body",
            "existed": f"{_day(10 * place)}/{_day(10 * place + 5)}",
        }
        for place in range(count)
    ]
    return _json(parties=bodies)


def _figures(count: int) -> str:
    observations = [
        {"period": _day(place), "value": f"{place} boats"}
        for place in range(count)
    ]
    crossings = {
        "id": "crossings",
        "name": "Crossings",
        "unit": "boats",
        "observations": observations,
    }
    return _json(metrics=[crossings])


def _line_of_holders(count: int) -> str:
    ministers = [
        {
            "id": f"m{place}",
            "name": "The Minister",
            "tenures": [
                {
                    "office": "home",
                    "period": f"{_day(10 * place)}/{_day(10 * place + 9)}",
                }
            ],
        }
        for place in range(count)
    ]
    home = {"id": "home", "title": "Home", "party": "GB"}
    promises = _promises(
        count,
        by=lambda _: ["home"],
        made=lambda place: _day(10 * place + 5),
    )
    return _json(offices=[home], ministers=ministers, commitments=promises)


def _dotted_keys(count: int) -> str:
    keys = "".join(f"{'a.' * 40}k{place} = 1\n" for place in range(count))
    return f"entente = 1\n{keys}"


WAITS: Final[dict[str, Wait]] = {
    "quoted words": Wait("toml", 4_000, _quoted_words),
    "dotted keys": Wait("toml", 500, _dotted_keys),
    "wrong ids": Wait("json", 1_000, _wrong_ids),
    "like no id": Wait("json", 1_000, _like_no_id),
    "a long word": Wait("json", 1_000_000, _long_word),
    "repeated keys": Wait("json", 1_000, _repeated_keys),
    "circles": Wait("json", 1_000, _circles),
    "supersedes, a chain": Wait(
        "json",
        1_000,
        lambda count: _json(
            commitments=_promises(
                count, links=_link("supersedes", lambda place: place - 1)
            )
        ),
    ),
    "restates, a fan": Wait(
        "json",
        1_000,
        lambda count: _json(
            commitments=_promises(count, links=_link("restates", lambda _: 0))
        ),
    ),
    "part_of, a chain": Wait(
        "json",
        1_000,
        lambda count: _json(
            commitments=_promises(
                count,
                part_of=lambda place: f"c{place - 1}" if place else None,
            )
        ),
    ),
    "reports": Wait("json", 1_000, _reports),
    "names in turn": Wait("json", 500, _names_in_turn),
    "figures of a metric": Wait("json", 500, _figures),
    "a line of holders": Wait("json", 250, _line_of_holders),
}
"""The inputs, by name."""


def seconds(wait: Wait, size: int) -> float:
    """Return how long it takes to load an input, and to check it or put its faults into words."""
    text = wait.make(size)
    start = perf_counter()
    try:
        entente.check(entente.loads(text, format=wait.format))
    except LoadError as error:
        str(error)
    return perf_counter() - start


def measure(wait: Wait, rounds: int) -> list[float]:
    """Return the median seconds at one, two and four times the size; the sizes take turns."""
    sizes = [wait.size * times for times in (1, 2, 4)]
    turns = [[seconds(wait, size) for size in sizes] for _ in range(rounds)]
    return [median(each) for each in zip(*turns, strict=True)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.waits", description=__doc__
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    # The first load makes what all others share.
    seconds(WAITS["reports"], 1)
    print(
        f"{'input':22}{'size':>9}{'1 x':>9}{'2 x':>9}{'4 x':>9}{'growth':>9}"
    )
    for name, wait in WAITS.items():
        if asked.names and name not in asked.names:
            continue
        found = measure(wait, asked.rounds)
        times = "".join(f"{each:9.3f}" for each in found)
        print(f"{name:22}{wait.size:9,}{times}{found[-1] / found[0]:9.1f}")


if __name__ == "__main__":
    main()
