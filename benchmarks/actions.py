"""How fast pages, search and chains stay when many documents state many actions.

    python -m benchmarks.actions STORE [DOCUMENTS] [ACTIONS]

Fills a new store with synthetic documents (default 10,000 with 20 actions each): a decision of the Prime Minister, a
plan of each province that implements it, and reports and plans of departments below those. A fifth of the departments
carry out the decision itself, which makes it a hub. An existing store is measured as it is. Prints seconds of CPU, the
best of three.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time

from graph.actions import actions, programme_page
from graph.actions.programme_summaries import search_programmes
from graph.chains import chain, plans
from graph.documents import documents, overview, search
from graph.ingest import ingest
from graph.questions import questions
from graph.storage.location import open_store
from graph.storage.store import Store
from ontology.identity import work_path
from ontology.records import (
    SELF,
    Action,
    Citation,
    Extraction,
    Header,
    Issuer,
    Mention,
    Programme,
    Quantity,
    Source,
    Span,
    Statement,
    Work,
)
from ontology.tables import places

VERBS = ("Tổ chức", "Xây dựng", "Triển khai", "Hỗ trợ", "Nâng cấp", "Kiểm tra", "Tuyên truyền", "Cung cấp")
THINGS = ("lớp tập huấn kỹ năng số", "mô hình chuyển đổi số", "dịch vụ công trực tuyến", "hệ thống camera giám sát")
THINGS += ("sản phẩm OCOP", "tuyến đường liên xã", "cơ sở dữ liệu đất đai", "doanh nghiệp khởi nghiệp")
WHERE = ("trên địa bàn huyện", "cho cán bộ cấp xã", "tại các trường học", "cho hộ nghèo", "trong khu công nghiệp")
STATUSES = ("done", "done", "planned", "ongoing")
PROGRAMMES = 200
LEAST = 251
"""Documents: the last of them is the report 250/BC-SKHCN, which is searched for."""

TTG = Issuer("Thủ tướng Chính phủ", "ttg")


def work(kind: str, number: str, symbol: str, issuer: Issuer, date: str) -> Work:
    path = work_path(type=kind, number=number, year=None, symbol=symbol, date=date, issuer_key=issuer.key)
    return Work(path, kind, number, None, symbol, date, issuer)


HUB = work("Quyết định", "2289", "QĐ-TTg", TTG, "2020-12-31")


def corpus(count: int, each: int) -> Iterator[Extraction]:
    """The provinces' plans, then the departments' documents."""
    provinces = [place for place in places() if not place.valid_from]
    plans_ = []
    for number, place in enumerate(provinces, 1):
        committee = Issuer(f"Ủy ban nhân dân {place.full_name}", f"ubnd.{place.key}")
        plan = work("Kế hoạch", str(number + 20), "KH-UBND", committee, "2021-04-02")
        plans_.append(plan)
        yield document(number, plan, HUB, each, "planned")
    for number in range(len(provinces), count):
        place = provinces[number % len(provinces)]
        department = Issuer(f"Sở Khoa học và Công nghệ {place.full_name}", f"skhcn.{place.key}")
        done = number % 3
        kind, symbol, date = ("Báo cáo", "BC-SKHCN", "2022-11-20") if done else ("Kế hoạch", "KH-SKHCN", "2021-06-01")
        own = work(kind, str(number), symbol, department, date)
        upper = HUB if number % 5 == 0 else plans_[number % len(plans_)]
        yield document(number, own, upper, each, "done" if done else "planned")


def document(number: int, own: Work, upper: Work, each: int, mood: str) -> Extraction:
    """A document that implements another one, names a programme, and states its actions."""
    programme = number % PROGRAMMES
    approving = work("Quyết định", str(3000 + programme), "QĐ-TTg", TTG, f"20{10 + programme % 10}-03-04")
    printed = f"{upper.type} số {upper.number}/{upper.symbol}"
    head = f"{own.type} số {own.number}/{own.symbol}\nThực hiện {printed};\n"
    name = f"Chương trình phát triển lĩnh vực {programme} giai đoạn 2021 - 2030"
    lines, found = [head, f"{name}\n"], []
    at = sum(map(len, lines))
    for line in range(each):
        seed = number * 7 + line * 13
        amount = 1 + seed % 900
        words = (VERBS[seed % 8], str(amount), THINGS[seed // 3 % 8], WHERE[seed // 5 % 5], str(seed % 97))
        sentence = "- " + " ".join(words) + ".\n"
        status = mood if mood == "planned" else STATUSES[seed % 4]
        first = sentence.index(str(amount))
        span = Span(at + first, at + first + len(str(amount)))
        found.append(
            Action(
                Span(at, at + len(sentence) - 1),
                status,  # type: ignore[arg-type]
                "Sở Khoa học và Công nghệ",
                (upper.id,) if line % 4 else (SELF,),
                ("P1",) if line % 5 == 0 else (),
                "2022",
                (Quantity(float(amount), "lớp", str(amount), None, span),),
                path=f"II › {line}",
            )
        )
        lines.append(sentence)
        at += len(sentence)
    text = "".join(lines)
    cited = Span(head.index(printed), head.index(printed) + len(printed))
    mention = Mention(cited, "full", upper.type, upper.number, None, upper.symbol, upper.date, None, upper.issuer)
    sentence_span = Span(head.index("Thực"), len(head) - 1)
    start = len(head)
    return Extraction(
        Source(f"{number}.txt", text.encode(), "text/plain"),
        text,
        Header(own.type, own.number, None, own.symbol, own.issuer, None, own.date),
        own,
        (Citation(mention, upper.id),),
        (upper, approving),
        (Statement(SELF, "implements", upper.id, Span(sentence_span.start, cited.end), sentence_span, "thuc-hien"),),
        (Programme("P1", "Chương trình", name, (), approving.id, (Span(start, start + len(name)),)),),
        tuple(found),
    )


def best(call: Callable[[], object], times: int = 3) -> float:
    taken = []
    for _ in range(times):
        begin = process_time()
        call()
        taken.append(process_time() - begin)
    return min(taken)


def drawn(store: Store, iri: str) -> object:
    """The chain as the page of a document asks for it."""
    return chain.chain(store, iri, up=1, down=2, actions_shown=0)


def measures(store: Store) -> Iterator[tuple[str, Callable[[], object]]]:
    hub = store.base + HUB.id
    plan = search.find(store, "58/KH-UBND")[0].iri
    report = search.find(store, "250/BC-SKHCN")[0].iri
    programme = search_programmes(store, "linh vuc 17")[0][0].iri
    for name, iri in (("hub", hub), ("province plan", plan), ("department report", report)):
        yield f"page of the {name}: edges", lambda iri=iri: documents.page(store, iri)
        yield f"page of the {name}: actions for", lambda iri=iri: actions.listed(store, "for", iri)
        yield f"page of the {name}: actions by", lambda iri=iri: actions.listed(store, "by", iri)
        yield (
            f"chain of the {name} (1 up, 2 down)",
            lambda iri=iri: chain.chain(store, iri, up=1, down=2, actions_shown=0),
        )
        yield f"plan report of the {name}", lambda iri=iri: plans.plan_report(store, iri)
    yield "page of a programme", lambda: programme_page.page(store, programme)
    yield "search of documents", lambda: search.search(store, "ke hoach son la")
    yield "search of programmes", lambda: search_programmes(store, "linh vuc")
    yield "start page counts", lambda: overview.store_summary(store)
    yield "question actions-for, province plan", lambda: questions.run(store, "actions-for", {"number": plan})
    yield (
        "question actions-for, hub, one place",
        lambda: questions.run(store, "actions-for", {"number": hub, "place": "Sơn La", "status": "done"}),
    )
    yield "question programmes", lambda: questions.run(store, "programmes", {})


def main() -> None:
    parser = argparse.ArgumentParser(description="Actions and programmes of many documents: filled once, then asked.")
    parser.add_argument("store", type=Path, help="folder of the store; filled where it does not exist")
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="documents (%(default)s)")
    parser.add_argument("each", type=int, nargs="?", default=20, help="actions of each (%(default)s)")
    chosen = parser.parse_args()
    if chosen.count < LEAST:
        parser.error(f"at least {LEAST} documents: the plan of each province, and the report that is looked up")
    fresh = not chosen.store.exists()
    store = open_store(str(chosen.store))
    if fresh:
        begin = perf_counter()
        changes = ingest.put(store, corpus(chosen.count, chosen.each))
        print(f"{len(changes.loaded)} documents loaded in {perf_counter() - begin:.1f} s")
    print(overview.store_summary(store))
    for name, call in measures(store):
        print(f"{best(call):8.3f} s  {name}", flush=True)


if __name__ == "__main__":
    main()
