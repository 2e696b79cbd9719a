"""A save that is killed leaves one whole generation, and writers at once lose nothing."""

from __future__ import annotations

import os
import random
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from entente import Dossier, Theme, load, save
from entente.errors import SaveError
from theme_folders import NAMES, generation, label_of, left_over, make_folder

KILLS = int(os.environ.get("ENTENTE_KILLS", "50"))

pytestmark = [
    pytest.mark.skipif(
        os.name != "posix", reason="needs fork and the signals of POSIX"
    ),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


def fork(work: Callable[[], None]) -> int:
    """Do something in a child process, which ends with code 0 if all went well; return its number."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:  # noqa: BLE001 -- a child must not go on as a second test run
            traceback.print_exc()
        finally:
            os._exit(1)
    return child


def code_of(child: int) -> int:
    """Wait for a child, and return the code that it ends with."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_save(folder: Path, dossier: Dossier, pause: float) -> None:
    """Save to a folder in a child, and kill it some seconds after it began."""
    reader, writer = os.pipe()

    def work() -> None:
        os.write(writer, b"!")
        save(dossier, folder)

    child = fork(work)
    os.read(reader, 1)
    time.sleep(pause)
    os.kill(child, signal.SIGKILL)
    assert code_of(child) in {0, -signal.SIGKILL}
    os.close(reader)
    os.close(writer)


def test_a_kill_leaves_one_generation(tmp_path: Path) -> None:
    """Wherever a folder's save is killed, `load` finds all files as before or all as after, often each."""
    folder = make_folder(tmp_path / "dossier", "one")
    dossiers = {label: generation(label) for label in ("one", "two")}
    start = time.perf_counter()
    save(load(folder).with_records(*dossiers["two"].records), folder)
    length = 2 * (time.perf_counter() - start)
    at = random.Random(17)  # noqa: S311 -- no secret
    seen: Counter[str] = Counter()
    label = "two"
    for number in range(KILLS):
        loaded = load(folder)
        other = "one" if label == "two" else "two"
        changed = loaded.with_records(*dossiers[other].records)
        killed_save(folder, changed, at.uniform(0, length))
        hidden = left_over(folder)
        found = label_of(folder)
        part = folder / at.choice(NAMES)
        assert label_of(part) == found, "a part is read through the journal"
        assert left_over(folder) == hidden, "to load is to write nothing"
        if number % 5 == 0:
            # The part is saved alone, and what was cut short is finished with it.
            theme = Theme(id=part.stem, label="part")
            save(load(part).with_records(theme), part)
            labels = [each.label for each in load(folder).themes]
            assert sorted(labels) == sorted([found, found, "part"])
            save(dossiers[found], folder, replace=True)
        seen["before" if found == label else "after"] += 1
        # About half of the kills come before the new texts hold, however fast the machine is just now.
        length *= 1.2 if found == label else 1 / 1.2
        label = found
    save(load(folder).with_records(*generation("end").records), folder)
    assert label_of(folder) == "end"
    assert not left_over(folder)
    assert min(seen["before"], seen["after"]) >= KILLS // 5


def counted(
    call: Callable[..., object], left: list[int]
) -> Callable[..., object]:
    """Return a call that ends the process instead, once there are none left."""

    def counting(*arguments: object, **keywords: object) -> object:
        if not left:
            os._exit(9)
        left.pop()
        return call(*arguments, **keywords)

    return counting


def save_in_steps(folder: Path, dossier: Dossier, steps: int) -> None:
    """Save to a folder, and end the process after so many calls of the system."""
    left = [0] * steps
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("entente.files._atomic.fsync", counted(os.fsync, left))
        for owner, name in (
            (os, "open"),
            (Path, "replace"),
            (Path, "unlink"),
        ):
            patch.setattr(owner, name, counted(getattr(owner, name), left))
        save(dossier, folder)


def test_an_end_at_any_step_leaves_one_generation(tmp_path: Path) -> None:
    """A process that ends before any one of its steps leaves the old texts, later on the new ones."""
    seen: list[str] = []
    codes: list[int] = []
    while codes[-1:] != [0]:
        steps = len(codes)
        folder = make_folder(tmp_path / str(steps), "one")
        dossier = load(folder).with_records(*generation("two").records)
        child = fork(partial(save_in_steps, folder, dossier, steps))
        codes.append(code_of(child))
        seen.append(label_of(folder))
        save(load(folder).with_records(Theme(id="a", label="A")), folder)
        assert not left_over(folder)
    assert set(codes) == {9, 0}
    assert seen == sorted(seen), "never back again"
    assert seen.count("one") > 5
    assert seen.count("two") > 5


# --- writers at once -----------------------------------------------------------------------------


def add(path: Path, name: str, count: int) -> None:
    """Load, add a record and save, so many times; and again if somebody else was faster."""
    for number in range(count):
        theme = Theme(id=f"{name}-{number}", label="one")
        while True:
            dossier = load(path).with_records(theme)
            try:
                save(dossier, path)
                break
            except SaveError as error:
                if "since the dossier was loaded" not in str(error):
                    raise


@pytest.mark.parametrize("writers", [2, 8])
@pytest.mark.parametrize("place", ["a.toml", "more", "."])
def test_writers_at_once_lose_nothing(
    tmp_path: Path, writers: int, place: str
) -> None:
    """Processes that load, add a record and save, and do so again when refused, all find theirs there."""
    folder = make_folder(tmp_path / "dossier", "one")
    count = 24 // writers
    children = [
        fork(partial(add, folder / place, f"w{number}", count))
        for number in range(writers)
    ]
    # One more, for which the same files are part of a larger dossier.
    add(folder, "ours", count)
    assert {code_of(child) for child in children} == {0}
    wanted = {f"w{each}-{n}" for each in range(writers) for n in range(count)}
    wanted |= {f"ours-{n}" for n in range(count)} | {"a", "b", "c"}
    assert set(load(folder).themes.ids) == wanted
    assert not left_over(folder)


def test_threads_at_once_lose_nothing(tmp_path: Path) -> None:
    """Threads of one process wait for each other as processes do."""
    folder = make_folder(tmp_path / "dossier", "one")
    with ThreadPoolExecutor(8) as threads:
        for number in range(8):
            threads.submit(add, folder, f"t{number}", 3)
    assert len(load(folder).themes) == 3 + 24


def test_readers_see_one_generation(tmp_path: Path) -> None:
    """Whoever loads a folder while it is saved again and again finds one state of it."""
    folder = make_folder(tmp_path / "dossier", "0")

    def write() -> None:
        dossier = load(folder)
        for number in range(1, 40):
            dossier = dossier.with_records(*generation(str(number)).records)
            save(dossier, folder)

    seen: set[str] = set()
    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(write)
        while not writing.done():
            seen.add(label_of(folder))
        writing.result()
    assert label_of(folder) == "39"
    assert len(seen) > 1
