"""Write decisions from a process of its own: URL, reviewer, how many (0: no end).

It says that it is ready, begins at a line on standard input, and confirms each decision on standard output. Every tenth is on
another version of the page, whose text is kept with it.
"""

import hashlib
import itertools
import sys
import time

from helpers.model.decision import Anchor, Judged, Ruling
from helpers.model.document import Document
from helpers.review import Journal, decide, store

store.BUSY_SECONDS = 200  # a busy machine is no reason to give up: what is tested is that nothing is lost
url, reviewer, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
anchor = Anchor("softens lines", "Mist ", ".", 5, 18, 0, 19, -1)
sys.stdout.write("ready\n")
sys.stdout.flush()
sys.stdin.readline()
with Journal(url) as journal:
    for number in itertools.count():
        if number == count and count:
            break
        words = f"Mist softens lines. {reviewer} read version {number // 10}."
        page = Document("glow", words, hashlib.sha256(words.encode()).hexdigest(), "glow.md")
        claim = Judged(f"{number:016x}", "glow", page.sha256, "f" * 16, anchor)
        event = journal.append(decide([claim], Ruling("misleading", f"number {number}"), reviewer=reviewer), [page])
        sys.stdout.write(event.hash + "\n")
        sys.stdout.flush()
        time.sleep(0.002)  # SQLite hands out no turns: whoever never rests may keep the other out to the end
