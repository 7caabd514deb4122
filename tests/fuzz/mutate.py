"""Damage to files, the same in every run, and what may come of reading one: something, or one line."""

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from helpers.errors import WorkbookError

SEED = 20_260_101
LONG = 2_000  # files of a kind by `make fuzz`
SHORT = 60  # and in the tests


def damaged(content: bytes, rng: random.Random) -> bytes:
    """Return bytes with a few places changed, cut, doubled or filled."""
    broken = bytearray(content)
    for _ in range(rng.choice((1, 1, 1, 3, 10))):
        place = rng.randrange(len(broken)) if broken else 0
        length = rng.choice((1, 2, 10, 300))
        match rng.randrange(6):
            case 0:
                broken[place : place + 1] = bytes([rng.randrange(256)])
            case 1:
                del broken[place : place + length]
            case 2:
                broken[place:place] = rng.randbytes(length)
            case 3:
                broken[place:place] = broken[place : place + length] * rng.choice((1, 5))
            case 4:
                del broken[place:]
            case 5:
                broken[place : place + length] = rng.choice((b"\x00", b"\xff", b"9", b"[", b'"', b"\xed\xa0\xbd")) * length
    return bytes(broken)


def outcomes(name: str, content: bytes, read: Callable[[Path], object], count: int) -> Counter[str]:
    """Read damaged copies of a file; say how many were read, how many refused in one line, and what else happened.

    Parameters
    ----------
    name : str
        Of the file, ending included.
    read : callable
        Takes the damaged file.
    """
    rng = random.Random(f"{SEED} {name}")
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            file = Path(folder) / str(number) / name
            file.parent.mkdir()
            file.write_bytes(damaged(content, rng))
            try:
                read(file)
                found["read"] += 1
            except WorkbookError as error:
                found["refused" if "\n" not in str(error) else f"more than a line: {error}"] += 1
            except Exception as error:
                found[f"{type(error).__name__}: {str(error)[:80]}"] += 1
    return found


def run(kinds: Iterable[tuple[str, bytes, Callable[[Path], object]]]) -> None:
    """Try many damaged files of each kind, tell what came of it, and fail where anything but a line did."""
    failed = False
    for name, content, read in kinds:
        begun = time.perf_counter()
        found = outcomes(name, content, read, LONG)
        print(f"{name}: {dict(sorted(found.items()))}, {time.perf_counter() - begun:.1f} s")
        failed = failed or bool(found.keys() - {"read", "refused"})
    sys.exit(failed)
