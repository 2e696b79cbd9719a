"""The questions of `where` put to a cluster of Apache Spark, one worker of which is ended meanwhile.

This takes minutes and a JVM, so it is run on request only::

    apt-get install openjdk-17-jre-headless
    .venv/bin/python -m pip install --group spark
    .venv/bin/python -m pytest --numprocesses 0 tests/exports/test_spark.py

A standalone master has two worker processes with a core each; each dossier is files of its own. While a
question is answered, one worker and its executor are ended by their process ids.
"""

from __future__ import annotations

import functools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import ibis
import pytest

from engine_questions import RICH, some_questions
from entente import exports
from entente.asking._criteria import Question

pyspark = pytest.importorskip(
    "pyspark", reason="this needs the group spark", exc_type=ImportError
)

pytestmark = [
    pytest.mark.no_cover,
    # Its own warnings, of the versions that it is not made for yet.
    pytest.mark.filterwarnings("ignore"),
]

HOST = "127.0.0.1"
DOSSIERS = "abcdef"
"""The names under which each dossier is there."""


@contextmanager
def spark_process(*words: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process of Spark, and end it in the end."""
    home = Path(pyspark.__file__).parent
    settings = {**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": HOST}
    with log.open("wb") as written:
        process = subprocess.Popen(  # noqa: S603 -- a program of the package
            [home / "bin" / "spark-class", *words],
            env=settings,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def wait_until(is_so: Callable[[], object]) -> None:
    """Wait until something is so, for two minutes at most."""
    for _ in range(2400):
        if is_so():
            return
        time.sleep(0.05)
    raise TimeoutError


class Cluster:
    """A master with two workers, and a session that has been connected to it."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        with socket.socket() as free:
            free.bind((HOST, 0))
            port = free.getsockname()[1]
        address = f"spark://{HOST}:{port}"
        log = folder / "master.log"
        deploy = "org.apache.spark.deploy"
        stack.enter_context(
            spark_process(
                f"{deploy}.master.Master", "--host", HOST, "--port", str(port), "--webui-port", "0",
                log=log,
            )
        )  # fmt: skip
        self.workers = [
            stack.enter_context(
                spark_process(
                    f"{deploy}.worker.Worker", "--host", HOST, "--cores", "1", "--memory", "1g",
                    "--webui-port", "0", "--work-dir", str(folder / f"work-{number}"), address,
                    log=folder / f"worker-{number}.log",
                )
            )
            for number in range(2)
        ]  # fmt: skip
        wait_until(lambda: log.read_text().count("Registering worker") == 2)
        self.events = folder / "events"
        self.events.mkdir()
        settings = {
            "spark.driver.host": HOST,
            "spark.executor.cores": "1",
            "spark.executor.memory": "600m",
            "spark.ui.enabled": "false",
            "spark.eventLog.enabled": "true",
            "spark.eventLog.compress": "false",
            "spark.eventLog.rolling.enabled": "false",
            "spark.eventLog.dir": self.events.as_uri(),
            "spark.sql.shuffle.partitions": "4",
            "spark.sql.warehouse.dir": str(folder / "warehouse"),
            # One task for each file, that is, for each dossier.
            "spark.sql.files.openCostInBytes": str(2**30),
        }
        builder = pyspark.sql.SparkSession.builder.master(address)
        for key, value in settings.items():
            builder = builder.config(key, value)
        self.session = builder.getOrCreate()
        stack.callback(self.session.stop)

    def is_busy(self) -> bool:
        """Say whether each worker has had a task for a second that has not ended."""
        before = self._with_two_tasks()
        time.sleep(1)
        return not before.isdisjoint(self._with_two_tasks())

    def _with_two_tasks(self) -> set[tuple[int, int]]:
        """Return the stages of which both workers have a task, with how many tasks have ended."""
        tracker = self.session.sparkContext.statusTracker()
        stages = map(tracker.getStageInfo, tracker.getActiveStageIds())
        return {
            (each.stageId, each.numCompletedTasks)
            for each in stages
            if each and each.numActiveTasks >= 2
        }

    def end_a_worker(self) -> None:
        """End one worker and its executor, by their process ids."""
        pid = self.workers[0].pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        for each in (pid, *map(int, children.split())):
            os.kill(each, signal.SIGKILL)

    def tasks(self) -> Counter[str]:
        """Count the tasks by how they ended, and those that were tried again."""
        [file] = self.events.iterdir()
        counted = Counter[str]()
        for line in file.read_text().splitlines():
            event = json.loads(line)
            if event["Event"] == "SparkListenerTaskEnd":
                counted[event["Task End Reason"]["Reason"]] += 1
                counted["again"] += event["Task Info"]["Attempt"] > 0
        return counted


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Start a cluster."""
    with ExitStack() as stack:
        yield Cluster(tmp_path_factory.mktemp("spark"), stack)


@pytest.fixture(scope="module")
def lake_of(
    cluster: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], exports.Lake]:
    """Write a dossier under several names, one after another, and open them, when it is asked for."""
    connection = ibis.pyspark.connect(cluster.session)

    @functools.cache
    def opened(name: str) -> exports.Lake:
        stream = ((each, RICH[name]) for each in DOSSIERS)
        folder = tmp_path_factory.mktemp(name)
        exports.write(stream, folder, "parquet")
        return exports.open(connection, folder)

    return opened


def assert_same(
    name: str, lake: exports.Lake, asked: list[tuple[str, Question]]
) -> None:
    """Compare the answers of Spark with those of the dossier."""
    for kind, question in asked:
        ids = getattr(RICH[name], kind).ask(question).ids
        found = lake.ask(kind, question).select("dossier", "id")
        rows = [tuple(row.values()) for row in found.to_pyarrow().to_pylist()]
        said = kind, " and ".join(map(str, question))
        assert rows == [(each, id) for each in DOSSIERS for id in ids], said


@pytest.mark.parametrize("name", RICH)
def test_spark_answers_alike(
    name: str, lake_of: Callable[[str], exports.Lake]
) -> None:
    """Spark finds the records that the dossier finds, of each of the dossiers."""
    assert_same(name, lake_of(name), some_questions(name))


def test_a_worker_that_ends_changes_no_answer(
    cluster: Cluster, lake_of: Callable[[str], exports.Lake]
) -> None:
    """Its tasks are tried again by the other worker, and the answers are the same."""
    opened = lake_of("channel")
    # A task of some seconds, so that it is surely ended in the middle.
    commitments = opened.tables["commitments"]
    asleep = "java_method('java.lang.Thread', 'sleep', 100L) IS NOT NULL"
    slow = commitments.get_backend().sql(
        f"SELECT * FROM {commitments.get_name()} WHERE {asleep}"  # noqa: S608 -- a name of Ibis
    )
    lake = exports.Lake({**opened.tables, "commitments": slow})
    asked = [
        (kind, question)
        for kind, question in some_questions("channel", 40)
        if kind == "commitments"
    ]
    before = cluster.tasks()
    with ThreadPoolExecutor(1) as pool:
        answered = pool.submit(assert_same, "channel", lake, asked[:2])
        wait_until(cluster.is_busy)
        cluster.end_a_worker()
        answered.result()
    found = cluster.tasks() - before
    sys.stdout.write(f"tasks by how they ended, and tried again: {found}\n")
    assert found["ExecutorLostFailure"] >= 1
    assert found["again"] >= 1
