"""Write decisions from a process of its own and confirm each on standard output: URL, reviewer, how many (0: no end)."""

import itertools
import sys

from helpers.model.decision import Anchor, Judged, Ruling
from helpers.review import Journal, decide

url, reviewer, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
anchor = Anchor("softens lines", "Mist ", ".", 5, 18, 0, 19, -1)
with Journal(url) as journal:
    for number in itertools.count():
        if number == count and count:
            break
        claim = Judged(f"{number:016x}", "glow", "0" * 64, "f" * 16, anchor)
        event = journal.append(decide([claim], Ruling("misleading", f"number {number}"), reviewer=reviewer))
        sys.stdout.write(event.hash + "\n")
        sys.stdout.flush()
