"""Valid files of every format, broken at random: each is read, or refused by a named error, soon.

Seconds here; `benchmarks/fuzz.py` does the same for hours, guided by what code is reached.
"""

from __future__ import annotations

import zipfile
from datetime import timedelta
from functools import cache
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from loaders import formats
from loaders.formats import image, ocr, word
from loaders.read import extract
from ontology.errors import SourceError
from ontology.records import Extraction, Source
from tests.loaders.formats.seeds import SEEDS, zipped

CALM = settings(
    max_examples=40,
    deadline=timedelta(seconds=20),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LIBREOFFICE = frozenset({*word.MEDIA_TYPES, "application/vnd.ms-powerpoint"})
"""Read by another program: its faults are not looked for here."""


@cache
def seed(name: str) -> bytes:
    return SEEDS[name]()


@pytest.fixture(autouse=True)
def no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "recognise", lambda *_: ocr.Recognised((), None))


def outcome(name: str, data: bytes) -> list[str]:
    """What became of each source of a file: "read", or the code of its error. Anything else that is raised is a
    fault."""
    found = []
    for each in formats.opened(name, data):
        if isinstance(each, Source) and each.media_type not in LIBREOFFICE:
            try:
                read = extract(each)
            except SourceError as error:
                found.append(error.code)
            else:
                assert isinstance(read, Extraction)
                found.append("read")
        elif isinstance(each, SourceError):
            found.append(each.code)
    return found


@pytest.mark.parametrize("name", SEEDS)
def test_the_valid_file_is_read(name: str) -> None:
    blank = name.endswith((".png", ".jpg", ".tif"))
    assert set(outcome(name, seed(name))) == ({"source.empty"} if blank else {"read"})


@CALM
@pytest.mark.parametrize("name", SEEDS)
@given(data=st.data())
def test_flipped_bytes(name: str, data: st.DataObject) -> None:
    broken = bytearray(seed(name))
    for at in data.draw(st.lists(st.integers(0, len(broken) - 1), min_size=1, max_size=8)):
        broken[at] = data.draw(st.integers(0, 255))
    outcome(name, bytes(broken))


@CALM
@pytest.mark.parametrize("name", SEEDS)
@given(data=st.data())
def test_cut_short_doubled_and_spliced(name: str, data: st.DataObject) -> None:
    whole = seed(name)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    piece = data.draw(
        st.sampled_from([whole[start:end], seed(data.draw(st.sampled_from(sorted(SEEDS)))), b"\x00" * 64])
    )
    outcome(name, data.draw(st.sampled_from([whole[:end], whole[start:], whole[:start] + piece + whole[end:]])))


PARTS = ("a.docx", "a.odt", "a.pptx", "a.xlsx", "a.zip")


@CALM
@pytest.mark.parametrize("name", PARTS)
@given(data=st.data())
def test_parts_of_archives_broken_dropped_and_exchanged(name: str, data: st.DataObject) -> None:
    """The zip is sound and what is in it is not."""
    with zipfile.ZipFile(BytesIO(seed(name))) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    chosen, other = (data.draw(st.sampled_from(sorted(parts))) for _ in range(2))
    content = bytearray(parts[chosen])
    how = data.draw(st.sampled_from(["flip", "cut", "drop", "exchange", "repeat"]))
    if how == "flip" and content:
        for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
            content[at] = data.draw(st.integers(0, 255))
    elif how == "cut":
        del content[data.draw(st.integers(0, len(content))) :]
    elif how == "exchange":
        content = bytearray(parts[other])
    elif how == "repeat":
        at = data.draw(st.integers(0, len(content)))
        content[at:at] = content[:at] * 3
    parts[chosen] = bytes(content)
    if how == "drop":
        del parts[chosen]
    outcome(name, zipped(parts))


@pytest.mark.parametrize("stated", [(b"\x9e", 1), ("?", "?"), (None, None), 300, ()])
def test_a_damaged_resolution_is_none(stated: object) -> None:
    frame = Image.new("L", (827, 1169))
    frame.info["dpi"] = stated
    assert image._dpi(frame) == pytest.approx(100, abs=1)  # the one at which it would be an A4 page
