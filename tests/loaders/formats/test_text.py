"""Every encoding that an office used is read right, or refused."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.base import Document
from ontology import legacy
from ontology.syllables import is_marked, is_syllable, share

Read = Callable[..., Document]

SENTENCE = "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ về việc phê duyệt."


def tcvn3(text: str) -> bytes:
    back = {letter: written for written, letter in legacy.letters_of("tcvn3").items()}
    return "".join(back.get(char, char) for char in text).encode("cp1252")


def vni(text: str) -> bytes:
    back = {letter: written for written, letter in legacy.letters_of("vni").items()}
    return "".join(back.get(char, char) for char in text).encode("cp1252")


def cp1258(text: str) -> bytes:
    """As Windows writes it: base letters composed, tones behind them."""
    import unicodedata

    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = unicodedata.normalize("NFD", char)[0], ""
            parts = unicodedata.normalize("NFD", char)
            tone = next(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part != tone))
            out += base.encode("cp1258") + tone.encode("cp1258")
    return out


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (SENTENCE.encode(), None),
        (SENTENCE.encode("utf-8-sig"), None),
        (SENTENCE.encode("utf-16"), None),
        (SENTENCE.encode("utf-16-le"), "UTF-16"),
        (SENTENCE.encode("utf-16-be"), "UTF-16"),
        (cp1258(SENTENCE), "Windows-1258"),
        (tcvn3(SENTENCE), "TCVN3 (ABC)"),
        (vni(SENTENCE), "VNI"),
        (tcvn3(SENTENCE).decode("cp1252").encode(), "TCVN3 (ABC)"),
        (vni(SENTENCE).decode("cp1252").encode(), "VNI"),
    ],
    ids=["utf-8", "mark", "utf-16 mark", "le", "be", "1258", "tcvn3", "vni", "tcvn3 as letters", "vni as letters"],
)
def test_encodings(read: Read, data: bytes, told: str | None) -> None:
    document = read(data, "cũ.txt")
    assert document.text == SENTENCE
    assert [dict(note.details) for note in document.notes] == ([] if told is None else [{"encoding": told}])


@pytest.mark.parametrize(
    "data",
    [
        "Straße, über, Größe, Bär, schön, Füße, Öl".encode("cp1252"),
        b"Quy\xd5t \xae\xdfnh s\xe8",
        "Это текст на русском языке и он длинный".encode("cp1251"),
    ],
    ids=["German", "neither", "Russian"],
)
def test_what_no_encoding_explains_is_refused(code: Callable[..., str], data: bytes) -> None:
    assert code(data, "lạ.txt") == "source.encoding"


@pytest.mark.parametrize("text", ["Die Straße über Größe ist schön.", "Le café était fermé à Genève.", "12345 67890"])
def test_other_languages_stay_as_they_are(read: Read, text: str) -> None:
    assert read(text.encode(), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_the_tables_hold_every_letter(encoding: legacy.Encoding) -> None:
    marked = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    assert set(marked) <= set(legacy.letters_of("vni" if encoding == "vni" else "tcvn3").values())


@pytest.mark.parametrize(
    ("font", "encoding"),
    [(".VnTime", "tcvn3"), (".VnTimeH", "tcvn3-capitals"), ("VNI-Times", "vni"), ("Times New Roman", None)],
)
def test_fonts_tell_their_encoding(font: str, encoding: str | None) -> None:
    assert legacy.of_font(font) == encoding


WORDS = [
    "nghiêng",
    "quyết",
    "định",
    "Ủy",
    "ban",
    "nhân",
    "dân",
    "hoà",
    "hòa",
    "thuỷ",
    "thủy",
    "khuỷu",
    "giếng",
    "gì",
    "quốc",
    "uỷ",
    "oằn",
    "yêu",
    "ươn",
    "xoong",
    "Nguyễn",
]


@pytest.mark.parametrize("word", WORDS)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["QuyÕt", "®Þnh", "UBND", "Lui!t", "the", "straße", "chirc", "quyếtđịnh", "nghiêêng"])
def test_no_syllables(word: str) -> None:
    assert not is_marked(word) and (word == "the" or not is_syllable(word))


def test_how_vietnamese_a_text_is() -> None:
    assert share(SENTENCE).vietnamese
    assert not share("CONG HOA XA HQI CHU NGHIA VIET NAM DQc lap - Tg do - H4nh phuc").vietnamese
    assert not share("www.LuatVietnam.vn").vietnamese
    assert share("").words == 0


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a", "a.doc"]))
def test_any_bytes_are_a_text_or_one_error(data: bytes, name: str) -> None:
    from loaders import formats
    from ontology.errors import SourceError
    from ontology.records import Source

    kind = formats.media_type(data, name)
    if kind in ("text/plain", "text/markdown", "text/html"):
        try:
            assert formats.read(Source(name, data, kind)).text.strip()
        except SourceError as error:
            assert error.details["name"] == name


VIETNAMESE = "Ủy ban nhân dân tỉnh báo cáo kết quả thực hiện nhiệm vụ được giao trong năm.\n"


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (VIETNAMESE.encode() * 3 + b"h\xffa", "4:2"),
        (b"\xef\xbb\xbf" + VIETNAMESE.encode() + b"\xe1\xbb", "2:1"),
        (VIETNAMESE.encode("utf-16") + b"\x41", "2:1"),
        (b"plain words without marks " * 30 + b"caf\xe9", "1:784"),
        (b"\xff".join([VIETNAMESE.encode()] * 8), "2:1, 3:1, 4:1, 5:1, 6:1, …"),
    ],
)
def test_single_broken_bytes_are_read_and_told(read: Read, data: bytes, places: str) -> None:
    document = read(data, "a.txt")
    (note,) = document.notes
    assert (note.code, dict(note.details)["places"]) == ("note.broken", places)
    assert document.text.count("\ufffd") == int(dict(note.details)["count"])


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(0x20, 0x100)) * 20,
        b"\xe9t\xe9 " * 200,
        random.Random(3).randbytes(5000).replace(b"\x00", b"\x01"),
        VIETNAMESE.encode() + random.Random(3).randbytes(500),
    ],
)
def test_what_is_mostly_broken_stays_refused(code: Callable[..., str], data: bytes) -> None:
    assert code(data, "a.txt") in {"source.encoding", "source.binary"}
