"""Looks for inputs that cost the reader more than their length: random pieces of documents, repeated without end.

    python -m benchmarks.adversaries [--rounds N] [--seed N] [--length N]

Each input is a random start and a random unit, repeated to `--length` code points and to four times as many. Linear
work costs four times as much for four times the text; what costs much more is listed first. CPU time of one core.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import sys
import time
from dataclasses import dataclass

from loaders import read
from ontology.errors import SourceError
from ontology.records import Source

WORDS = """
Quyết định | QUYẾT ĐỊNH | Luật | Luật Đầu tư | Hiến pháp | Chương trình | Kế hoạch 5 | Nghị quyết Đại hội |
1/QĐ-UBND | 52-NQ/TW | QĐ | QĐ-UBND | NĐ-CP | TTg | HĐND | UBND | số | Số: | mẫu số | ngày 1/1/2020 |
ngày 01 tháng 02 năm 2020 | ngày | năm | 2020 | 12 | lần thứ X | khóa XI | TCVN | UBND tỉnh | Bộ Tài chính | Sở Công
Thương tỉnh Sơn La | tỉnh | của | này | nêu trên | gọi tắt là | thực hiện | triển khai | sửa đổi, bổ sung một
số điều của | thay thế | hết hiệu lực | kèm theo | ban hành | căn cứ | Căn cứ | về việc | V/v | đề nghị |
không | cụ thể: | như sau: | Kính gửi | Nơi nhận: | TM. | KT. | Điều 1 | khoản 2 | điểm a | phụ lục | Nguyễn
Văn A | 1.241 lượt | ĐĐ | tỷ đồng | đang | đã | sẽ | Tình hình | Kết quả
"""
SPACED = ("/QĐ-UBND", " số ", " và ", "- ", "1. ", "a) ", "I. ", "đạt 95%", "  ", "\n\n")
MARKS = ' 1aă\n\t|.,;:…“”"()/-*_ĐС\u0301\u200b\u00a0'
PIECES = (*(" ".join(word.split()) for word in WORDS.split("|")), *SPACED, *MARKS)
"""Words and marks that the reader's rules look for, and some that they do not."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """growth: cost at four times the length through cost at the length; rate: seconds for a million code points."""

    growth: float
    rate: float
    start: str
    unit: str


def seconds(text: str) -> float:
    """CPU time of reading one text; a text that is refused counts too."""
    source = Source("text.txt", text.encode(), "text/plain")
    before = time.process_time()
    with contextlib.suppress(SourceError):
        read.extract(source)
    return time.process_time() - before


def one(chance: random.Random, length: int) -> Found:
    """One random input at two lengths."""
    start = "".join(chance.choices(PIECES, k=chance.choice((0, 0, 2, 4))))
    unit = "".join(chance.choices(PIECES, k=chance.choice((1, 1, 2, 2, 3, 4, 5))))
    short, long = (start + unit * (size // len(unit)) for size in (length, 4 * length))
    first, second = min(seconds(short), seconds(short)), seconds(long)
    return Found(second / max(first, 2e-3), second / len(long) * 1e6, start, unit)


def main() -> int:
    arguments = argparse.ArgumentParser(
        prog="python -m benchmarks.adversaries", description=(__doc__ or "").split("\n")[0]
    )
    arguments.add_argument("--rounds", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--length", type=int, default=15_000, help="code points of the shorter text")
    given = arguments.parse_args()
    chance = random.Random(given.seed)
    seconds("Căn cứ Quyết định số 1/QĐ-UBND ngày 01/02/2020;\n" * 50)
    found = sorted((one(chance, given.length) for _ in range(given.rounds)), reverse=True)
    print("| growth (4 = linear) | s / Mchar | start | unit |\n|---:|---:|---|---|")
    for item in found[:15]:
        print(f"| {item.growth:.1f} | {item.rate:.2f} | {item.start!r} | {item.unit!r} |")
    worst = max(found, key=lambda item: item.rate)
    print(f"\n{len(found)} inputs; the costliest took {worst.rate:.1f} s for a million code points: {worst.unit!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
