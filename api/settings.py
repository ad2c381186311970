"""What can be set, from defaults, `CANCU_*` environment variables and flags; later ones win."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from ontology.errors import CancuError
from ontology.terms import DEFAULT_BASE

PREFIX = "CANCU_"
LANGUAGES = ("vi", "en")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""What this machine is called in a Host header."""


class UsageError(CancuError):
    """A command line or setting that makes no sense. Codes: usage.*, settings.*."""

    exit_code = 2
    http_status = 400


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `CANCU_STORE` sets `store`, and so on for each field.

    store: folder, or the query URL of a SPARQL endpoint. update_url: where a remote store takes updates.
    base: IRI below which a new store mints documents (None: what the store remembers, else the default).
    place: province that a local document without a place belongs to. jobs: processes that read files; 0: all there are.
    hosts: names, parted by commas, under which a server may be asked; without it any for a server that others reach,
    and only the names of this machine for one on the loopback interface.
    upload_token: who has it may send files to a server, up to upload_mb MB at once; without it nobody may. keep_mb:
    MB that the originals of such files may take in the store, all together; 0 keeps none.
    file_*: what reading one file may cost: seconds without an answer, MB of memory, MB of the file itself.
    query_*: what one query of a stranger may cost: seconds of wall time, rows of answer, MB of memory, queries at once.
    """

    store: str = "cancu-store"
    update_url: str | None = None
    base: str | None = None
    place: str | None = None
    lang: str = "vi"
    host: str = "127.0.0.1"
    port: int = 8000
    hosts: str | None = None
    jobs: int = 1
    upload_token: str | None = None
    upload_mb: int = 64
    keep_mb: int = 4096
    file_seconds: float = 300.0
    file_memory_mb: int = 2048
    file_mb: int = 256
    query_seconds: float = 20.0
    query_rows: int = 100_000
    query_memory_mb: int = 1024
    query_workers: int = 2

    @property
    def known_hosts(self) -> tuple[str, ...]:
        """Host names that requests may name; empty for any."""
        named = tuple(name.strip() for name in (self.hosts or "").split(",") if name.strip())
        local = self.host in {"localhost", "::1"} or self.host.startswith("127.")
        return (*LOOPBACK, *named) if local or named else ()

    @property
    def base_iri(self) -> str:
        return self.base or DEFAULT_BASE


def read(environment: Mapping[str, str], **flags: object) -> Settings:
    """The settings of a process; flags that are None were not given. Raises `UsageError`
    (settings.value, settings.place)."""
    given: dict[str, object] = {}
    for field in fields(Settings):
        variable = PREFIX + field.name.upper()
        if flags.get(field.name) is not None:
            given[field.name] = flags[field.name]
        elif environment.get(variable):
            given[field.name] = _converted(variable, environment[variable], field.default)
    settings = Settings(**given)  # type: ignore[arg-type]  # each value has the type of its field's default
    _check(settings, flags)
    return _placed(settings, flags) if settings.place else settings


def _placed(settings: Settings, flags: Mapping[str, object]) -> Settings:
    """With the place as the table spells it."""
    from api import places  # with the table of provinces: most commands need none

    given = "--place" if flags.get("place") is not None else PREFIX + "PLACE"
    return replace(settings, place=places.checked(settings.place, given))


def _converted(variable: str, value: str, default: object) -> object:
    kind = type(default) if isinstance(default, int | float) else str
    try:
        return kind(value)
    except ValueError as error:
        raise UsageError("settings.value", name=variable, value=value) from error


def _check(settings: Settings, flags: Mapping[str, object]) -> None:
    """Refuses what would only fail later and less clearly, under the name by which it was given."""
    wrong = {
        "lang": settings.lang not in LANGUAGES,
        "port": not 0 <= settings.port < 65536,
        "jobs": settings.jobs < 0,
        "upload_mb": settings.upload_mb < 1,
        "keep_mb": settings.keep_mb < 0,
        "file_seconds": settings.file_seconds <= 0,
        "file_memory_mb": settings.file_memory_mb < 64,
        "file_mb": settings.file_mb < 1,
        "query_seconds": settings.query_seconds <= 0,
        "query_rows": settings.query_rows < 1,
        "query_memory_mb": settings.query_memory_mb < 64,
        "query_workers": settings.query_workers < 1,
        "base": settings.base is not None and not _usable_base(settings.base),
    }
    for name, is_wrong in wrong.items():
        if is_wrong:
            given = f"--{name.replace('_', '-')}" if flags.get(name) is not None else PREFIX + name.upper()
            raise UsageError("settings.value", name=given, value=str(getattr(settings, name)))


def _usable_base(base: str) -> bool:
    return re.fullmatch(r'https?://[^\s<>"{}|^`\\]+[/#]', base) is not None
