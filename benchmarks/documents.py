"""Realistic synthetic documents of offices, any number of them, the same at every run.

    python -m benchmarks.documents COUNT FOLDER      writes them as files, a thousand to a folder

Provincial decisions, letters, plans, reports and resolutions with header, legal basis, body, signature. Like real ones
they cite a few central documents very often and most of them hardly ever (the built-in register of the 1,500 most cited
ones, by Zipf's law), the plans of their own province, and each other. The sentences are our own.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from ontology.numbers import format_number
from ontology.register import known_works

A_FOLDER = 1_000
"""Documents in one folder of the written set."""

PROVINCES = (
    "Sơn La",
    "Điện Biên",
    "Lai Châu",
    "Quảng Trị",
    "Bắc Kạn",
    "Cao Bằng",
    "Hà Giang",
    "Lào Cai",
    "Nghệ An",
    "Thanh Hóa",
    "Lâm Đồng",
    "Đắk Lắk",
    "Gia Lai",
    "An Giang",
    "Cà Mau",
    "Tây Ninh",
    "Long An",
    "Phú Yên",
    "Nam Định",
    "Thái Bình",
)

SUBJECTS = (
    "chuyển đổi số và phát triển chính quyền số",
    "xây dựng nông thôn mới gắn với giảm nghèo bền vững",
    "bảo vệ môi trường và quản lý chất thải rắn sinh hoạt",
    "phát triển khoa học, công nghệ và đổi mới sáng tạo",
    "nâng cao chất lượng giáo dục nghề nghiệp cho lao động nông thôn",
    "cải cách thủ tục hành chính trong lĩnh vực đất đai",
    "phòng, chống thiên tai và tìm kiếm cứu nạn",
    "phát triển du lịch cộng đồng vùng đồng bào dân tộc thiểu số",
    "chăm sóc sức khỏe ban đầu tại tuyến y tế cơ sở",
    "quản lý, khai thác công trình thủy lợi",
)

FILLING = (
    "Các sở, ban, ngành và Ủy ban nhân dân các huyện, thành phố chủ động rà soát nhiệm vụ được giao, phân công rõ"
    " người,"
    " rõ việc, rõ thời gian hoàn thành và chịu trách nhiệm về kết quả trước Chủ tịch Ủy ban nhân dân tỉnh.",
    "Đến nay toàn tỉnh có {a} xã hoàn thành chỉ tiêu, đạt {p}% kế hoạch; số hồ sơ được xử lý trực tuyến là {b} hồ sơ,"
    " tăng {k}% so với cùng kỳ năm trước.",
    "Kinh phí thực hiện {b} triệu đồng, trong đó ngân sách tỉnh {a} triệu đồng, phần còn lại lồng ghép từ các chương"
    " trình"
    " và nguồn huy động hợp pháp khác.",
    "Tổ chức {k} lớp tập huấn cho {a} lượt cán bộ cấp xã; nội dung bám sát thực tế công việc, lấy người dân làm"
    " trung tâm"
    " của mọi hoạt động phục vụ.",
    "Tuy nhiên, hạ tầng tại một số địa bàn vùng sâu còn hạn chế, nhân lực chuyên trách còn thiếu, việc phối hợp giữa"
    " các"
    " đơn vị có lúc chưa kịp thời, ảnh hưởng đến tiến độ chung.",
    "Định kỳ hằng quý các đơn vị báo cáo kết quả về cơ quan thường trực để tổng hợp; vướng mắc vượt thẩm quyền phải báo"
    " cáo ngay, không để tồn đọng kéo dài.",
    "Tăng cường kiểm tra, giám sát việc thực hiện ở cơ sở; kịp thời biểu dương tập thể, cá nhân làm tốt, chấn chỉnh nơi"
    " làm chưa nghiêm túc.",
)

CITING = (
    "Triển khai {cited}, các đơn vị liên quan xây dựng kế hoạch chi tiết của ngành, địa phương mình và tổ chức thực"
    " hiện.",
    "Việc lập dự toán, quản lý và quyết toán kinh phí thực hiện theo quy định tại {cited}.",
    "Thực hiện {cited}, Ủy ban nhân dân tỉnh đã chỉ đạo các cơ quan chuyên môn hoàn thành {a} nhiệm vụ.",
    "Nội dung này đã được nêu tại {cited} và được các địa phương quán triệt đầy đủ.",
    "Hồ sơ, trình tự và thời hạn giải quyết áp dụng theo khoản {k} Điều {d} {cited}.",
    "Tiếp tục thực hiện {cited} và {other} đến hết năm 20{y:02}.",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document. weight: of a hundred documents; basis: documents in its legal basis; body: paragraphs of the
    body; both as (fewest, most)."""

    label: str
    code: str
    weight: int
    basis: tuple[int, int]
    body: tuple[int, int]


KINDS = (
    Kind("Quyết định", "QĐ-UBND", 30, (3, 7), (4, 14)),
    Kind("Công văn", "UBND-TH", 25, (1, 3), (3, 9)),
    Kind("Kế hoạch", "KH-UBND", 25, (2, 6), (18, 60)),
    Kind("Báo cáo", "BC-UBND", 15, (2, 5), (25, 90)),
    Kind("Nghị quyết", "NQ-HĐND", 5, (3, 6), (6, 20)),
)
"""The mix of a provincial office: half the documents have less than 4,200 characters, the mean is 7,400."""


def document(index: int) -> str:
    """The document with this index, whatever others are made."""
    rng = Random(index)
    kind = rng.choices(KINDS, [each.weight for each in KINDS])[0]
    province = PROVINCES[index % len(PROVINCES)]
    subject = SUBJECTS[rng.randrange(len(SUBJECTS))]
    cite = _Citing(rng, index, province)
    basis = [f"Căn cứ {cite.central()};" for _ in range(rng.randint(*kind.basis))]
    basis.append(f"Thực hiện {cite.own()};")
    body = [_paragraph(rng, number, cite) for number in range(1, rng.randint(*kind.body) + 1)]
    return "\n".join((*_head(index, kind, province, subject), *basis, "", *body, *_foot(rng, province)))


def names(count: int) -> Iterator[tuple[str, int]]:
    """Names with their folder, and which document it is."""
    return ((f"{index // A_FOLDER:04}/van-ban-{index:06}.txt", index) for index in range(count))


def documents(count: int) -> Iterator[tuple[str, str]]:
    """Names with their folder, and texts."""
    return ((name, document(index)) for name, index in names(count))


def write(count: int, folder: Path) -> None:
    """Writes them below the folder; those that are there already stay."""
    for name, index in names(count):
        file = folder / name
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(document(index), "utf-8", newline="\n")


def _head(index: int, kind: Kind, province: str, subject: str) -> tuple[str, ...]:
    number, date = _own_number(index)
    body = "HỘI ĐỒNG NHÂN DÂN" if kind.code.endswith("HĐND") else "ỦY BAN NHÂN DÂN"
    return (
        f"{body}                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        f"TỈNH {province.upper()}                        Độc lập - Tự do - Hạnh phúc",
        "",
        f"Số: {number}/{kind.code}                  {province}, {_in_words(date)}",
        "",
        kind.label.upper(),
        f"Về {subject} trên địa bàn tỉnh {province}",
        "",
    )


def _own_number(index: int) -> tuple[int, str]:
    """Number and ISO date: each province counts its own documents, two thousand to a year."""
    position = index // len(PROVINCES)
    first = datetime.date(2015 + position // 2_000 % 10, 1, 1)
    return 1 + position % 2_000, str(first + datetime.timedelta(position % 2_000 * 363 // 2_000))


def _in_words(date: str) -> str:
    year, month, day = date.split("-")
    return f"ngày {day} tháng {month} năm {year}"


def _in_digits(date: str) -> str:
    year, month, day = date.split("-")
    return f"ngày {day}/{month}/{year}"


class _Citing:
    """What one document cites: central documents as Zipf's law has it, and documents of its own province."""

    def __init__(self, rng: Random, index: int, province: str) -> None:
        self.rng, self.index, self.province = rng, index, province

    def central(self) -> str:
        known, weights = _central()
        label, date, issuer, title = known[self.rng.choices(range(len(known)), cum_weights=weights)[0]]
        if self.rng.random() < 0.6:
            return f"{label} {_in_digits(date)} của {issuer} {title}"
        return f"{label} {_in_digits(date)}" if self.rng.random() < 0.7 else label

    def own(self) -> str:
        """One of the hundred documents of the province before this one."""
        position = self.index // len(PROVINCES)
        earlier = max(0, position - self.rng.randint(1, 100)) * len(PROVINCES) + self.index % len(PROVINCES)
        kind = Random(earlier).choices(KINDS, [each.weight for each in KINDS])[0]
        number, date = _own_number(earlier)
        issuer = "Hội đồng nhân dân" if kind.code.endswith("HĐND") else "Ủy ban nhân dân"
        return f"{kind.label} số {number}/{kind.code} {_in_digits(date)} của {issuer} tỉnh {self.province}"

    def any(self) -> str:
        return self.own() if self.rng.random() < 0.25 else self.central()


@cache
def _central() -> tuple[list[tuple[str, str, str, str]], list[float]]:
    known = [
        (f"{work.type} số {format_number(work.number, work.year, work.symbol)}", work.date, work.issuer.name, title)
        for work in known_works().values()
        if work.number and work.date and len(work.date) == 10 and work.issuer and (title := work.title or "")
    ]
    Random(1).shuffle(known)
    total, weights = 0.0, []
    for rank in range(1, len(known) + 1):
        total += 1 / rank
        weights.append(total)
    return known, weights


def _paragraph(rng: Random, number: int, cite: _Citing) -> str:
    fill = {"a": rng.randint(2, 400), "b": rng.randint(1_000, 90_000), "k": rng.randint(1, 9), "d": rng.randint(1, 40)}
    fill |= {"p": rng.randint(40, 100), "y": rng.randint(21, 30)}
    if number % 4 == 1:
        return f"{number}. " + rng.choice(CITING).format(cited=cite.any(), other=cite.any(), **fill)
    return f"{number}. " + " ".join(sentence.format(**fill) for sentence in rng.sample(FILLING, rng.randint(1, 3)))


def _foot(rng: Random, province: str) -> tuple[str, ...]:
    names = ("Nguyễn Văn An", "Lò Thị Bình", "Trần Quốc Cường", "Hoàng Thị Dung", "Phạm Minh Đức")
    return (
        "",
        "Nơi nhận:",
        f"- Các sở, ban, ngành tỉnh {province};",
        "- Lưu: VT.",
        "",
        "CHỦ TỊCH",
        "",
        rng.choice(names),
    )


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
