"""What the tests of relations share: papers that speak, and what a reading says of who acts on whom."""

from ontology.records import SELF, Extraction

CIRCULAR = "BỘ TÀI CHÍNH\nSố: 12/2026/TT-BTC\nHà Nội, ngày 05 tháng 3 năm 2026\nTHÔNG TƯ\nQuy định về kho bãi\n\n"
LAW = "QUỐC HỘI\nLuật số: 12/2026/QH16\nLUẬT\nAN TOÀN CẦU CẢNG\n\n"
PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/KH-UBND\nSơn La, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nPhát triển cầu cảng\n\n"
)


def edges(extraction: Extraction) -> set[tuple[str, str, str]]:
    """(subject, predicate, object) with the number alone; `self` as it is; without `cites` of the speaker."""
    short = lambda path: path if path == SELF else path.rsplit("/", 1)[-1]  # noqa: E731
    found = {(short(s.subject), s.predicate, short(s.object)) for s in extraction.statements}
    return {edge for edge in found if edge[:2] != (SELF, "cites")}


def touched(extraction: Extraction) -> set[tuple[str, str, str | None]]:
    return {
        (s.predicate, s.object.rsplit("/", 1)[-1], s.provision) for s in extraction.statements if s.predicate != "cites"
    }
