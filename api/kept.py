"""Files that came over the web, kept beside the quads so that their pages can be shown: `<store>/originals/<digest>`.

The name is the content's digest (32 hex digits of its sha256, as the ledger calls the upload). A file is written aside,
flushed and renamed before it is loaded: whatever moment the process dies at, a kept file is whole, and what no line of
the ledger speaks of is swept away by the next writer. A store behind a SPARQL endpoint keeps none.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from graph.storage.embedded import EmbeddedStore
from graph.storage.store import Store

FOLDER = "originals"
UPLOAD = "upload:"
"""How the ledger names what came over the web: "upload:<digest>/<name>"."""

PART = ".part"


def digest(data: bytes) -> str:
    """By what a kept file is called."""
    return hashlib.sha256(data).hexdigest()[:32]


def folder(store: Store) -> Path | None:
    """Where this store keeps files; None where it has no folder."""
    return store.folder / FOLDER if isinstance(store, EmbeddedStore) else None


def file(store: Store, path: str) -> Path | None:
    """The kept file behind a path of the ledger; None for a path of the disk."""
    place = folder(store)
    if place is None or not path.startswith(UPLOAD):
        return None
    name = path[len(UPLOAD) :].partition("/")[0]
    return place / name if len(name) == 32 and name.isalnum() else None


def keep(store: Store, data: bytes, limit: int) -> bool:
    """Keeps a file, as long as all that is kept takes at most `limit` bytes and the disk has room; whether it did."""
    place = folder(store)
    if place is None:
        return False
    whole = place / digest(data)
    try:
        if whole.is_file() and whole.stat().st_size == len(data):
            return True
        place.mkdir(exist_ok=True)
        if sum(each.stat().st_size for each in place.iterdir()) + len(data) > limit:
            return False
        part = whole.with_suffix(PART)
        with part.open("wb") as written:
            written.write(data)
            written.flush()
            os.fsync(written.fileno())
        part.replace(whole)
    except OSError:
        with suppress(OSError):
            whole.with_suffix(PART).unlink(missing_ok=True)
        return False
    return True


def sweep(store: Store) -> int:
    """Removes what no line of the ledger speaks of: forgotten documents, uploads that could not be read, halves that a
    crash left. The store is open for writing, so that no upload is under way. How many went."""
    place = folder(store)
    if place is None or not place.is_dir():
        return 0
    known = {line.path[len(UPLOAD) :].partition("/")[0] for line in store.ledger.below(UPLOAD)}
    going = [each for each in sorted(place.iterdir()) if each.name not in known]
    for each in going:
        with suppress(OSError):
            each.unlink()
    return len(going)
