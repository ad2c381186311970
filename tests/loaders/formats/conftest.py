"""Small files of every kind, made here: no file of an office lies in the repository."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from loaders import formats
from loaders.formats.base import Document
from ontology.errors import SourceError
from ontology.records import Source

FONT = Path(__file__).parents[3] / "viz" / "fonts" / "DejaVuSans.ttf"

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

PAPER = [
    "Thực hiện Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình",
    "Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030, Ủy ban nhân dân tỉnh ban hành kế hoạch.",
    "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao tổ chức triển khai thực hiện theo quy định.",
]


@pytest.fixture
def read() -> Callable[..., Document]:
    """Reads bytes as the one document that they are, by their content."""

    def of(data: bytes, name: str = "tệp") -> Document:
        kind = formats.media_type(data, name)
        assert kind is not None
        return formats.read(Source(name, data, kind))

    return of


@pytest.fixture
def code() -> Callable[..., str]:
    """The code of the error with which bytes are refused."""

    def of(data: bytes, name: str = "tệp") -> str:
        kind = formats.media_type(data, name)
        assert kind is not None
        with pytest.raises(SourceError) as caught:
            formats.read(Source(name, data, kind))
        assert caught.value.details["name"] == name
        return caught.value.code

    return of


def zipped(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts, in their order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.fixture
def pack() -> Callable[..., bytes]:
    return zipped


@pytest.fixture
def docx() -> Callable[..., bytes]:
    """A Word document from the XML of its body and of other parts (footnotes, numbering, styles, header1)."""

    def of(body: str, **parts: str) -> bytes:
        kinds = {name: name.rstrip("0123456789") for name in parts}
        relations = "".join(
            f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{name}.xml"/>' for name, kind in kinds.items()
        )
        files: dict[str, str | bytes] = {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document {W} xmlns:r="{RELATIONS}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        }
        files |= {f"word/{name}.xml": content for name, content in parts.items()}
        return zipped(files)

    return of


@pytest.fixture(scope="session")
def fonts() -> str:
    """A font with Vietnamese letters, known to reportlab."""
    pdfmetrics.registerFont(TTFont("Việt", str(FONT)))
    return "Việt"


Placed = tuple[float, float, str]
"""From the left, from the top, in points; what is printed there."""


@pytest.fixture
def pdf(fonts: str) -> Callable[..., bytes]:
    """A PDF whose pages print each text where it is told to."""

    def of(*pages: Sequence[Placed], size: float = 12, password: str | None = None) -> bytes:
        written = io.BytesIO()
        canvas = Canvas(written, pagesize=A4, invariant=1, encrypt=password)
        for page in pages:
            canvas.setFont(fonts, size)
            for left, top, text in page:
                canvas.drawString(left, A4[1] - top, text)
            canvas.showPage()
        canvas.save()
        return written.getvalue()

    return of


def drawn(lines: Sequence[str], size: tuple[int, int] = (1654, 2339)) -> Image.Image:
    """A page of A4 at 200 dpi with these lines, as a scanner would see it."""
    page = Image.new("L", size, 255)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(str(FONT), 30)
    for number, line in enumerate(lines):
        pen.text((150, 200 + 60 * number), line, font=font, fill=0)
    return page


def scanned(lines: Sequence[str], kind: str = "PNG", **how: object) -> bytes:
    written = io.BytesIO()
    drawn(lines).save(written, kind, dpi=(200, 200), **how)
    return written.getvalue()


@pytest.fixture
def scan() -> Callable[..., bytes]:
    return scanned


@pytest.fixture
def scanned_pdf(fonts: str) -> Callable[..., bytes]:
    """A PDF of pictures; stamp: the text layer above each of them; height: share of the page that they fill, from below."""

    def of(*pages: Sequence[str], stamp: Sequence[Placed] = (), height: float = 1) -> bytes:
        from reportlab.lib.utils import ImageReader

        written = io.BytesIO()
        canvas = Canvas(written, pagesize=A4, invariant=1)
        for lines in pages:
            picture = drawn(lines, (1654, round(2339 * height)))
            canvas.drawImage(ImageReader(picture), 0, 0, A4[0], height * A4[1])
            canvas.setFont(fonts, 8)
            for left, top, text in stamp:
                canvas.drawString(left, A4[1] - top, text)
            canvas.showPage()
        canvas.save()
        return written.getvalue()

    return of
