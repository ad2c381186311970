"""What is written into a PDF after it was printed: numbers and days in signatures, fields of forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.additions import placed
from loaders.formats.base import Document
from loaders.formats.lines import Piece

Read = Callable[..., Document]


def text_at(left: float, top: float, text: str) -> str:
    return f"BT /F1 12 Tf {left} {842 - top} Td ({text}) Tj ET\n"


def written(
    page: Sequence[tuple[float, float, str]], *added: tuple[str, tuple[float, float, float, float], Sequence[str]]
) -> bytes:
    """A PDF of one page, and what was written into it: kind of the field (or "FreeText"), place, lines."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = "".join(text_at(*each) for each in page)
    objects.append(f"<</Length {len(body)}>>\nstream\n{body}endstream")
    kids = []
    for kind, (left, top, right, bottom), lines in added:
        height = bottom - top
        shown = "".join(f"BT /F1 10 Tf 2 {height - 12 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines, 1))
        box = f"[0 0 {right - left} {height}]"
        objects.append(
            f"<</Type/XObject/Subtype/Form/BBox{box}/Resources<</Font<</F1 4 0 R>>>>/Length {len(shown)}>>\nstream\n{shown}endstream"
        )
        what = "/Subtype/FreeText" if kind == "FreeText" else f"/Subtype/Widget/FT/{kind}"
        objects.append(
            f"<</Type/Annot{what}/F 4/Rect[{left} {842 - bottom} {right} {842 - top}]/AP<</N {len(objects)} 0 R>>/P 3 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[2] = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R/Annots[{' '.join(kids)}]>>"
    )
    file = "%PDF-1.7\n" + "".join(f"{n} 0 obj\n{body}\nendobj\n" for n, body in enumerate(objects, 1))
    return (file + f"trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n0\n%%EOF\n").encode("latin-1")


HEAD = [
    (72.0, 80.0, "UBND TINH LAM DONG"),
    (72.0, 100.0, "So:"),
    (150.0, 100.0, "/TTr-SNV"),
    (300.0, 100.0, "Lam Dong, ngay"),
    (412.0, 100.0, "thang 8 nam 2025"),
]


def test_number_and_day_in_signatures_stand_where_they_are_seen(read: Read) -> None:
    data = written(HEAD, ("Sig", (95, 88, 140, 106), ["156"]), ("Sig", (388, 88, 412, 106), ["25"]))
    text = read(data).text
    assert "So: 156/TTr-SNV" in text
    assert "ngay 25 thang 8 nam 2025" in text


def test_who_signed_and_when_is_no_word_of_the_document(read: Read) -> None:
    stamp = ["Nguoi ky: Cong Thong tin dien tu", "Email: a@example.vn", "Thoi gian ky: 11.01.2023 10:13:37"]
    text = read(written(HEAD, ("Sig", (300, 10, 560, 60), stamp))).text
    assert "example.vn" not in text
    assert "Nguoi ky" not in text


def test_fields_of_forms_and_notes_typed_on_the_page_are_read_but_no_ticks(read: Read) -> None:
    page = [*HEAD, (72.0, 200.0, "Ho va ten: ......................"), (72.0, 230.0, "Don vi:")]
    data = written(
        page,
        ("Tx", (130, 186, 260, 204), ["Tran Van A"]),
        ("FreeText", (120, 216, 300, 236), ["Phong Ke hoach"]),
        ("Btn", (300, 216, 320, 236), ["4"]),
    )
    text = read(data).text
    assert "Ho va ten: Tran Van A" in text
    assert "Don vi: Phong Ke hoach" in text
    assert "hoach 4" not in text


pieces = st.lists(
    st.builds(
        lambda text, left, top: Piece(text, left, top, left + 20, top + 12),
        st.text("ab1/-", min_size=1, max_size=4),
        st.floats(0, 500),
        st.floats(0, 800),
    ),
    max_size=12,
)


@given(pieces, pieces)
def test_no_word_is_lost_between_the_others(page: list[Piece], added: list[Piece]) -> None:
    before = "".join(piece.text for piece in [*page, *added])
    after = "".join(piece.text for piece in placed(page, [added]))
    assert sorted(before) == sorted(after)
    mine = {id(piece): at for at, piece in enumerate(page)}
    kept = [mine[id(piece)] for piece in placed(page, [added]) if id(piece) in mine]
    assert kept == sorted(kept)
