"""Four writers at one journal, killed in the middle, round after round: nothing that was confirmed is ever lost."""

import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from helpers.review import Journal

WRITER = Path(__file__).parents[1] / "unit" / "review" / "write_decisions.py"
WRITERS = ("Sand", "Brook", "Heath", "Marsh")
ROUNDS = 30


class Outcome(NamedTuple):
    """How many decisions were confirmed, and how many of them are not in the journal, which holds together."""

    confirmed: int
    lost: int


def kill_in_rounds(url: str, rounds: int, *, seed: int = 20_260_101) -> Outcome:
    """Start four writers, kill them after a while that differs each time, and look for all that they were told."""
    rng = random.Random(seed)
    confirmed: list[str] = []
    for _ in range(rounds):
        writers = [_writer(url, name) for name in WRITERS]
        readers = [threading.Thread(target=_listen, args=(writer, confirmed)) for writer in writers]
        for writer, reader in zip(writers, readers, strict=True):
            writer.stdout.readline()  # type: ignore[union-attr]
            reader.start()
        for writer in writers:
            with suppress(OSError):
                os.write(writer.stdin.fileno(), b"begin\n")  # type: ignore[union-attr]
        until, before = time.monotonic() + 30, len(confirmed)
        while len(confirmed) == before and time.monotonic() < until:  # a busy machine needs a while to begin
            time.sleep(0.01)
        time.sleep(rng.uniform(0, 0.6))
        for writer in rng.sample(writers, len(writers)):
            writer.kill()
        for writer, reader in zip(writers, readers, strict=True):
            reader.join()
            writer.wait()
            writer.stdin.close()  # type: ignore[union-attr]
            writer.stdout.close()  # type: ignore[union-attr]
        with Journal(url) as journal:
            journal.verify()
    with Journal(url) as journal:
        stored = {event.hash for event in journal.events()}
    return Outcome(len(confirmed), sum(one not in stored for one in confirmed))


def _writer(url: str, name: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, str(WRITER), url, name, "0"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _listen(writer: "subprocess.Popen[bytes]", confirmed: list[str]) -> None:
    for line in writer.stdout or ():
        if line.endswith(b"\n"):
            confirmed.append(line.decode().strip())  # noqa: PERF401  (whoever waits for the first counts them meanwhile)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for url in filter(None, (f"sqlite:///{folder}/journal.db", os.environ.get("WORKBOOK_TEST_POSTGRES"))):
            found = kill_in_rounds(url, ROUNDS)
            print(f"{url.split(':')[0]}: {ROUNDS} rounds, {found.confirmed} decisions confirmed, {found.lost} lost")
            if found.lost or not found.confirmed:
                sys.exit(1)
