"""The engine's compaction in the background: useful, but never urgent.

RocksDB merges two new files of an index with the whole of its first level as soon as there are two, and each batch of a
load makes two. So on a busy machine more than half of all work went into rewriting what had just been written: 700 MB
for a batch of 14 MB after 2,000 documents, and more with each batch. Merged later, many new files cost hardly more than
two. Should the new files become too many (36), the engine itself waits until they are merged.

The engine offers no setting for this; on Linux each thread has a priority of its own. Elsewhere all stays as it was.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

THREADS = "rocksdb:low"
"""What the engine calls the threads that compact."""

BEHIND = 5
"""A third of the share of others when all are busy (nice). With less (19) it hardly moves on a machine that has much
else to do, and once there are too many files the load waits for it."""

_TASKS = Path("/proc/self/task")


def stand_back() -> None:
    """Puts the threads that compact behind others. They begin when there is first something to compact, so this
    is called for each batch."""
    if not sys.platform.startswith("linux"):
        return
    for task in _TASKS.iterdir():
        with suppress(OSError):  # a thread that ended meanwhile
            if (task / "comm").read_text("utf-8").startswith(THREADS):
                os.setpriority(os.PRIO_PROCESS, int(task.name), BEHIND)
