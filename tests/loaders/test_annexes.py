"""The provision of an annex, a form or a regulation that was issued with the cited document."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "provision"),
    [
        ("theo Phụ lục II ban hành kèm theo Thông tư số 12/2031/TT-BXD", "Phụ lục II"),
        ("lập theo Mẫu số 05 của Phụ lục IV kèm theo Thông tư số 12/2031/TT-BXD", "Mẫu số 05 của Phụ lục IV"),
        ("theo Mẫu số 06 Phụ lục IIA được ban hành kèm theo Nghị định số 12/2031/NĐ-CP", "Mẫu số 06 Phụ lục IIA"),
        ("theo mẫu số 01/TB-KTT tại Phụ lục kèm theo Thông tư số 12/2031/TT-BTC", "mẫu số 01/TB-KTT tại Phụ lục"),
        ("các Mẫu số 03, 04 và 06 ban hành kèm theo Thông tư số 12/2031/TT-BTC", "các Mẫu số 03, 04 và 06"),
        ("thuộc mục 2 phần I của Phụ lục I ban hành kèm theo Nghị định số 12/2031/NĐ-CP", "mục 2 phần I của Phụ lục I"),
        (
            "theo khoản 2 Điều 5 Quy chế tiếp công dân ban hành kèm theo Quyết định số 12/2031/QĐ-UBND",
            "khoản 2 Điều 5 Quy chế",
        ),
        ("tại khoản 3 Phụ lục ban hành kèm theo Nghị định số 12/2031/NĐ-CP", "khoản 3 Phụ lục"),
        ("theo mẫu Phụ lục IVa Nghị định số 12/2031/NĐ-CP", "Phụ lục IVa"),
        ("theo mẫu ban hành kèm theo Thông tư số 12/2031/TT-BTC", None),
        ("Danh mục ban hành kèm theo Thông tư số 12/2031/TT-BTC", None),
        ("tại điểm b khoản 1 Điều 3 Thông tư số 12/2031/TT-BTC", "điểm b khoản 1 Điều 3"),
        ("từ khoản 1 đến khoản 10 và khoản 14 Điều 8 Nghị định số 12/2031/NĐ-CP", "từ khoản 1 đến khoản 10 và khoản 14 Điều 8"),
        ("quy định từ Điều 10 đến hết Điều 19 Nghị định số 12/2031/NĐ-CP", "từ Điều 10 đến hết Điều 19"),
        ("tại điểm a, b, hoặc k khoản 1 Điều 2 Nghị định số 12/2031/NĐ-CP", "điểm a, b, hoặc k khoản 1 Điều 2"),
    ],
)  # fmt: skip
def test_the_provision_is_that_of_what_was_issued_with_the_document(say, sentence, provision) -> None:
    (citation,) = say(f"Hồ sơ thực hiện {sentence}.").citations
    assert citation.mention.pinpoint == provision
