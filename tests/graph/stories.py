"""Small extractions, written by hand: one text per story, spans found by their words."""

from __future__ import annotations

from ontology.identity import blank_path, work_path
from ontology.records import (
    SELF,
    Action,
    ActionStatus,
    Citation,
    Conflict,
    Extraction,
    Header,
    Issuer,
    Mention,
    Money,
    Observation,
    Predicate,
    Programme,
    Quantity,
    Source,
    Span,
    Statement,
    Unresolved,
    Work,
)

TTG = Issuer("Thủ tướng Chính phủ", "ttg")
TW = Issuer("Bộ Chính trị", "tw")
CP = Issuer("Chính phủ", "cp")
QH = Issuer("Quốc hội", "qh")


def ubnd(place: str, key: str) -> Issuer:
    return Issuer(f"Ủy ban nhân dân tỉnh {place}", f"ubnd.{key}")


SON_LA, QUANG_TRI = ubnd("Sơn La", "14-son-la"), ubnd("Quảng Trị", "45-quang-tri")
NOWHERE = Issuer("Ủy ban nhân dân tỉnh", "ubnd")


def work(
    kind: str | None,
    number: str | None,
    symbol: str | None,
    issuer: Issuer | None = None,
    date: str | None = None,
    *,
    year: str | None = None,
    title: str | None = None,
    name: str | None = None,
    digest: str | None = None,
) -> Work:
    """A work with the path that the ontology gives it."""
    key = issuer.key if issuer else None
    if digest is not None:
        path = blank_path(key, kind, None, digest)
    else:
        path = work_path(type=kind, number=number, year=year, symbol=symbol, date=date, issuer_key=key, name=name)
    return Work(path, kind, number, year, symbol, date, issuer, title, name)


class Draft:
    """Builds an extraction sentence by sentence."""

    def __init__(self, name: str, speaker: Work) -> None:
        self.name = name
        self.speaker = speaker
        self.text = f"{speaker.type} {speaker.number or ''}/{speaker.symbol or ''}\n"
        self.head = Span(0, len(self.text) - 1)
        self.works: dict[str, Work] = {}
        self.citations: list[Citation] = []
        self.statements: list[Statement] = []
        self.unresolved: list[Unresolved] = []
        self.programmes: dict[str, Programme] = {}
        self.actions: list[Action] = []
        self.observations: list[Observation] = []

    def says(
        self,
        predicate: Predicate,
        target: Work,
        *,
        subject: Work | None = None,
        date: str | None = None,
        conflicts: tuple[Conflict, ...] = (),
        cue: str = "Thực hiện",
    ) -> Draft:
        """One sentence: `cue` + how the target is printed. date: what this mention states, where it differs."""
        sentence = Span(len(self.text), 0)
        printed = target.name or f"{target.type} số {target.number}/{target.symbol}"
        start = len(self.text) + len(cue) + 1
        self.text += f"{cue} {printed}; đơn vị đã triển khai.\n"
        sentence = Span(sentence.start, len(self.text) - 1)
        span = Span(start, start + len(printed))
        for each in (subject, target):
            if each is not None:
                self.works[each.id] = each
        mention = Mention(
            span,
            "named" if target.number is None else "full",
            target.type,
            target.number,
            target.year,
            target.symbol,
            date or target.date,
            None,
            target.issuer,
            target.title,
            target.name,
        )
        self.citations.append(Citation(mention, target.id, conflicts))
        speaker = SELF if subject is None else subject.id
        evidence = Span(sentence.start, span.end)
        self.statements.append(Statement(speaker, predicate, target.id, evidence, sentence, "thuc-hien"))
        return self

    def mentions(self, target: Work, times: int = 1) -> Draft:
        """Cites without saying anything of it."""
        for _ in range(times):
            printed = f"{target.type} số {target.number}/{target.symbol}"
            start = len(self.text) + 4
            self.text += f"Xem {printed}.\n"
            self.works[target.id] = target
            mention = Mention(Span(start, start + len(printed)), "full", target.type, target.number, date=target.date)
            self.citations.append(Citation(mention, target.id))
        return self

    def lost(self, printed: str) -> Draft:
        start = len(self.text)
        self.text += printed + "\n"
        self.unresolved.append(Unresolved(Span(start, start + len(printed)), "không rõ văn bản"))
        return self

    def names(
        self, kind: str, name: str, *aliases: str, by: Work | None = None, id: str | None = None, as_: str | None = None
    ) -> Draft:
        """One sentence that names a programme. by: what it says approves it; id: its own id; as_: how it is printed."""
        start = len(self.text) + len("Tiếp tục ")
        printed = as_ or name
        self.text += f"Tiếp tục {printed} trên địa bàn.\n"
        if by is not None:
            self.works[by.id] = by
        key = id or f"P{len(self.programmes) + 1}"
        known = self.programmes.get(key)
        mentions = (*(known.mentions if known else ()), Span(start, start + len(printed)))
        self.programmes[key] = Programme(key, kind, name, aliases, by.id if by else None, mentions)
        return self

    def acts(
        self,
        status: ActionStatus,
        sentence: str,
        *works: Work | str,
        programmes: tuple[str, ...] = (),
        actor: str | None = None,
        time: str | None = None,
        place: str | None = None,
        path: str | None = None,
        partners: tuple[str, ...] = (),
        measured: tuple[tuple[str, float, str], ...] = (),
        paid: tuple[tuple[str, float, str], ...] = (),
        of: float | None = None,
    ) -> Draft:
        """One line that is an action. measured, paid: (as printed, value, unit); of: the whole of the first of them."""
        start = len(self.text)
        self.text += f"- {sentence}\n"
        for each in works:
            if not isinstance(each, str):
                self.works[each.id] = each

        def at(printed: str) -> Span:
            first = self.text.index(printed, start)
            return Span(first, first + len(printed))

        quantities = tuple(
            Quantity(value, unit, printed, of if number == 0 else None, at(printed))
            for number, (printed, value, unit) in enumerate(measured)
        )
        money = tuple(Money(amount, unit, printed, at(printed)) for printed, amount, unit in paid)
        carried = tuple(each if isinstance(each, str) else each.id for each in works)
        span = Span(start, len(self.text) - 1)
        self.actions.append(
            Action(span, status, actor, carried, programmes, time, quantities, money, place, partners, path)
        )
        return self

    def tabled(self, row: str, column: str, printed: str, value: float, unit: str | None = None) -> Draft:
        """One row of the table with one cell that carries a number."""
        start = len(self.text) + len(row) + 1
        self.text += f"{row}\t{printed}\n"
        self.observations.append(Observation(1, Span(start, start + len(printed)), row, column, value, unit))
        return self

    def done(self, id: str | None = None) -> Extraction:
        speaker = self.speaker
        header = Header(
            speaker.type,
            speaker.number,
            speaker.year,
            speaker.symbol,
            speaker.issuer,
            None,
            speaker.date,
            speaker.title,
        )
        return Extraction(
            Source(self.name, self.text.encode(), "text/plain", id),
            self.text,
            header,
            speaker,
            tuple(self.citations),
            tuple(self.works.values()),
            tuple(self.statements),
            tuple(self.programmes.values()),
            tuple(self.actions),
            tuple(self.unresolved),
            observations=tuple(self.observations),
        )


STRATEGY = work(
    "Quyết định", "2289", "QĐ-TTg", TTG, "2020-12-31", title="Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư"
)
RESOLUTION = work(
    "Nghị quyết", "52", "NQ/TW", TW, "2019-09-27", title="Chủ trương tham gia Cách mạng công nghiệp lần thứ tư"
)
PROGRAMME = work("Nghị quyết", "50", "NQ-CP", CP, "2020-04-17")
LAW = work("Luật", "29", "QH13", QH, "2013-06-18", year="2013", title="Khoa học và Công nghệ")
PLAN = work("Kế hoạch", "5807", "KH-UBND", QUANG_TRI, "2020-12-17", title="Kế hoạch thực hiện Nghị quyết số 52-NQ/TW")
REPORT = work("Báo cáo", "12", "BC-UBND", SON_LA, "2022-11-05", title="Kết quả chuyển đổi số")


def plan() -> Extraction:
    """Quảng Trị's plan speaks: it implements the Government's programme and the Party's resolution."""
    return (
        Draft("ke-hoach.txt", PLAN)
        .says("basedOn", LAW, cue="Căn cứ")
        .says("implements", RESOLUTION)
        .says("implements", PROGRAMME)
        .done()
    )


def report() -> Extraction:
    """Sơn La's report: what it reports on, and that the programme implements the resolution; one number not
    understood."""
    return (
        Draft("bao-cao.txt", REPORT)
        .says("reportsOn", STRATEGY, cue="Báo cáo kết quả thực hiện")
        .says("implements", RESOLUTION, subject=PROGRAMME)
        .lost("Công văn số 77 của cơ quan cấp trên")
        .done()
    )
