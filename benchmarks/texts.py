"""Texts to measure on: generated, of any length, the same at every run; real ones where they lie beside the
checkout."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count, cycle, islice
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "texts"


def mixed(citing: tuple[str, ...], plain: tuple[str, ...], between: int) -> tuple[str, ...]:
    """Each citing sentence, followed by `between` plain ones in turn."""
    rest = cycle(plain)
    return tuple(chain.from_iterable([sentence, *islice(rest, between)] for sentence in citing))


VIETNAMESE = mixed(
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; căn cứ Nghị định số {a}/20{y:02}/NĐ-CP"
        " ngày {d:02}/{m:02}/20{y:02} của Chính phủ về công tác văn thư;",
        "Thực hiện Quyết định số {b}/QĐ-TTg ngày {d:02} tháng {m:02} năm 20{y:02} của Thủ tướng Chính phủ phê duyệt"
        " Chương trình Chuyển đổi số giai đoạn {k}, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số"
        " {c}/KH-UBND để triển khai.",
        "Theo quy định tại khoản {k} Điều {d} Thông tư số {a}/20{y:02}/TT-BTTTT, đơn vị chủ trì có trách nhiệm tổng hợp"
        " báo cáo trước ngày {d:02} hằng tháng và chịu trách nhiệm về tính chính xác của số liệu.",
        "Nghị quyết số {b}-NQ/TU ngày {d:02}/{m:02}/20{y:02} của Tỉnh ủy xác định đây là nhiệm vụ"
        " thường xuyên; Kế hoạch"
        " này thay thế Kế hoạch số {a}/KH-UBND ngày {d:02}/{m:02}/20{y:02} của Ủy ban nhân dân tỉnh.",
    ),
    (
        "Đến nay, các sở, ngành và địa phương đã hoàn thành phần lớn nhiệm vụ được giao trong quý;"
        " hạ tầng mạng tiếp tục"
        " được nâng cấp, cán bộ cấp xã được tập huấn kỹ năng xử lý hồ sơ trực tuyến, tỷ lệ hồ sơ trực tuyến đạt {p}%.",
        "Việc bố trí kinh phí được thực hiện theo kế hoạch hằng năm, lồng ghép các nguồn vốn hợp pháp; các đơn vị chủ"
        " động rà soát, tiết kiệm chi thường xuyên và ưu tiên cho những nhiệm vụ cấp bách của địa phương.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan kịp thời phản ánh để được hướng dẫn, giải"
        " quyết theo thẩm quyền; kết quả là một tiêu chí đánh giá mức độ hoàn thành nhiệm vụ của người đứng đầu.",
    ),
    5,
)
"""Own sentences, about as rich in citations as the real texts: 1,600 in a million characters."""

GERMAN = mixed(
    (
        "Der Anspruch folgt aus § {a} Abs. {k} Satz 1 BGB i.V.m. § {b} Abs. {k} ZPO und besteht in"
        " der beantragten Höhe.",
        "Wie der Bundesgerichtshof entschieden hat (BGH, Urteil vom {d:02}.{m:02}.20{y:02} - VIII ZR {a}/{y:02}), kommt"
        " es auf den Zeitpunkt der Übergabe an; dem schließt sich die Kammer nach eigener Prüfung an.",
        "Die Kostenentscheidung beruht auf § {c} VwGO, die Entscheidung über die vorläufige Vollstreckbarkeit auf"
        " § 167 VwGO i.V.m. §§ 708 Nr. 11, 711 ZPO.",
    ),
    (
        "Die Klage wurde am {d}. des Monats erhoben; die Beteiligten haben im Termin zur mündlichen Verhandlung die"
        " Anträge aus ihren Schriftsätzen wiederholt und auf den weiteren Vortrag im Verfahren verwiesen.",
        "Der Kläger hat im Übrigen nicht dargelegt, weshalb ihm ein weitergehender Schaden entstanden sein soll; sein"
        " Vortrag erschöpft sich in Vermutungen, die auch durch die Aussagen der Zeugen nicht gestützt werden.",
        "Soweit die Beklagte meint, die Frist sei versäumt, trifft das nicht zu, denn der Bescheid enthielt keine"
        " Belehrung über den Rechtsbehelf, sodass die Jahresfrist galt und bei Eingang der Klage noch lief.",
    ),
    3,
)
"""Own sentences of judgments, with 3,000 citations in a million characters: § and case numbers stand close together."""


def generated(sentences: tuple[str, ...], size: int, *, seed: int = 0) -> str:
    """Exactly `size` code points of paragraphs whose numbers never repeat in the same order."""
    pieces: list[str] = []
    length = 0
    for paragraph in _paragraphs(sentences, seed):
        pieces.append(paragraph)
        length += len(paragraph)
        if length >= size:
            break
    return "".join(pieces)[:size]


def _paragraphs(sentences: tuple[str, ...], seed: int) -> Iterator[str]:
    for number in count(seed * 7919):
        yield (
            sentences[number % len(sentences)].format(
                a=1 + number * 7 % 197,
                b=100 + number * 13 % 1900,
                c=10 + number * 3 % 390,
                d=1 + number % 28,
                m=1 + number % 12,
                y=10 + number * 5 % 15,
                k=1 + number % 9,
                p=50 + number % 50,
            )
            + "\n"
        )


def others(measured: list[str], count: int = 24) -> list[str]:
    """Real texts that are not among the measured ones, spread over all folders; [] where there are none."""
    paths = _paths()
    known = set(measured)
    found = (path.read_text("utf-8", errors="replace") for path in paths[1 :: max(1, len(paths) // (2 * count))])
    return list(islice((text for text in found if text not in known), count))


def _paths() -> list[Path]:
    return sorted(path for path in CORPUS.rglob("*.txt") if path.is_file()) if CORPUS.is_dir() else []


def corpus(size: int) -> list[str]:
    """Real texts, spread evenly over all folders, together about `size` code points; [] where none are."""
    paths = _paths()
    step = max(1, sum(path.stat().st_size for path in paths) // max(1, size))
    texts: list[str] = []
    room = size
    for path in paths[::step]:
        text = path.read_text("utf-8", errors="replace")
        if room <= 0:
            break
        texts.append(text)
        room -= len(text)
    return texts
