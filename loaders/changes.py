"""Changes listed below the sentence that names the changed document: "Điều 1. Sửa đổi, bổ sung một số điều của Nghị
định X", then "1. Sửa đổi khoản 2 Điều 5 như sau: “…”".

One walk over the blocks behind the first such head. What stands in quotation marks is the new text of the other
document and changes nothing: "Nghị định này" in it means that document. The next number of the list is an item, even
where a quotation was never closed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from loaders import cues, labels, pinpoints, trie
from loaders.blocks import Blocks
from loaders.quotations import Quotations
from loaders.reading import Reading
from ontology.lexicon import phrases
from ontology.records import Predicate, Span

CHANGES: frozenset[Predicate] = frozenset({"amends", "replaces", "repeals", "corrects", "suspends"})

UNLABELLED_RANK = 3.5
"""A head without a number of its own ends where the next article begins."""

ITEM_LIMIT = 320
"""Code points in which an item says what it changes: behind them is the new text."""

OWN_DOCUMENT = 12
"""Code points between a provision and the document that it names itself: " của Luật", " Nghị định"."""

STOP = re.compile(r":|\(|như\s+sau|“|\"|vào\s|sau\s+(?:điều|khoản|điểm)|thành\s|bằng\s|\.\s|\n")
"""Where the provisions of an item end: "Bổ sung Điều 7a vào sau Điều 7 như sau:"."""

OF_WORDS = re.compile(rf"(?:{trie.pattern(phrases('word_change'))})(?!\w)")
"""A change of words, whose provisions stand behind them: "Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 1 Điều 8"."""

QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"")
WITHIN = re.compile(r"(?<!\w)(?:tại|ở|của|trong)\s")

INLINE_ITEM = re.compile(r"[:;.]\s+(?=(?:[0-9]{1,2}\.|[a-zđ]\))\s)")
"""Items that go on in the block of their head: "… của Nghị định X như sau: 1. Sửa đổi khoản 2 Điều 5; 2. …"."""

FURTHER = re.compile(r":|“|\"|như\s+sau|(?P<article>điều\s+[0-9]{1,3}[a-zđ]?)(?!\w)")
"""The article that stands further behind a clause: "Bổ sung khoản 5 vào sau khoản 4 Điều 7"."""

BESIDE = re.compile(r"\s+(?:vào\s+)?(?:sau|trước)\s+(?=(?:khoản|điểm|đoạn|điều|cụm)\s)")
NAMED_ARTICLE = re.compile(r"điều\s+[0-9]{1,3}[a-zđ]?(?!\w)")

WITHIN_ARTICLES = ("điểm", "khoản", "các điểm", "các khoản", "tiết")

ARTICLE = re.compile(r"điều\s+[0-9]{1,3}[a-zđ]?$")


class Lead(Struct, frozen=True):
    """The verb of a head: what it does, the row of its phrase, its words."""

    predicate: Predicate
    rule: str
    cue: Span


class Named(Struct, frozen=True):
    """A document that the speaking one changes: its id, where its mention stands. lead: the verb that its items share
    ("Bãi bỏ các điều, khoản sau của Thông tư X: a) Điều 5; b) khoản 2 Điều 7"), None where each has its own."""

    work: str
    start: int
    end: int
    lead: Lead | None = None


class Listed(Struct, frozen=True):
    """One provision that an item changes. start, end: from its verb to the provision; cue: the verb."""

    head: Named
    predicate: Predicate
    rule: str
    provision: str
    start: int
    end: int
    cue: Span


class Read(Struct, frozen=True):
    """What one walk finds. new: stretches in quotation marks, marks included, each with the document whose new text it
    is; only those that are closed."""

    items: list[Listed]
    new: list[tuple[Span, str]]


class _Head(Struct):
    """An open head. own: the article that it names itself; article: of the last item, for the items within; number:
    the figure of the last item."""

    named: Named
    rank: float
    own: str | None
    article: str | None = None
    number: int = 0


def read(reading: Reading, blocks: Blocks, changed: list[Named], cited: list[int]) -> Read:
    """Every provision changed below a head, and the new text. changed: the documents that the speaking one changes, as
    the text orders them; cited: where numbered and named documents begin (an item that names its own document needs no
    head)."""
    new: list[tuple[Span, str]] = []
    return Read(list(_listed(reading, blocks, changed, cited, new)), new)


def _listed(
    reading: Reading, blocks: Blocks, changed: list[Named], cited: list[int], new: list[tuple[Span, str]]
) -> Iterator[Listed]:
    heads = {block: named for block, named in _heads(blocks, changed).items() if _leads(reading, blocks, block)}
    if not heads:
        return
    quotations = Quotations()
    open_heads: list[_Head] = []
    last = max(heads)
    for block in range(min(heads), len(blocks.bounds)):
        start, end = blocks.bounds[block]
        start += len(reading.text[start:end]) - len(reading.text[start:end].lstrip())
        label = labels.read(reading.text, reading.low, start)
        rank = label.rank if label else labels.PARAGRAPH_RANK
        inside = quotations.open or reading.text[start] in '“"'
        follows = label is not None and any(_follows(head, label, rank) for head in open_heads)
        if follows and inside and label is not None:  # the new text has lists of its own: "“1. … 2. Đơn vị nộp …"
            follows = _changes(reading, start + label.end, end, cited)
        if label is not None and (follows or not inside):
            while open_heads and rank <= open_heads[-1].rank:
                open_heads.pop()
        if follows or (block in heads and not open_heads):
            quotations, inside = Quotations(), False
        if open_heads and label is not None and not inside:
            head = open_heads[-1]
            if follows:
                head.number, head.article = _figure(label), head.own
            yield from _item(reading, head, start + label.end, end, cited)
        if block in heads and not inside:
            head = _head(reading, heads[block], rank if label else UNLABELLED_RANK)
            open_heads.append(head)
            for at in _inline(reading, blocks, head):
                yield from _item(reading, head, at, end, cited)
        if not open_heads and block >= last:
            return
        quoted = quotations.closed(reading.text, start, end)
        new.extend((span, open_heads[-1].named.work) for span in quoted if open_heads)


def _head(reading: Reading, named: Named, rank: float) -> _Head:
    provision = pinpoints.before(reading, named.start)
    own = _article(provision) if provision else None
    return _Head(named, rank, own, own)


def _article(provision: str) -> str | None:
    found = ARTICLE.search(provision.lower())
    return provision[found.start() :] if found else None


def _heads(blocks: Blocks, changed: list[Named]) -> dict[int, Named]:
    """Block → the one document that it says to be changed; none where it changes several."""
    found: dict[int, list[Named]] = {}
    for named in changed:
        found.setdefault(blocks.index(named.start), []).append(named)
    return {block: each[0] for block, each in found.items() if len({named.work for named in each}) == 1}


def _leads(reading: Reading, blocks: Blocks, block: int) -> bool:
    """Does the block head a list: an article or a numbered line, or a sentence that ends "như sau:"?"""
    start, end = blocks.bounds[block]
    text = reading.low[start:end].rstrip()
    opening = start + len(text) - len(text.lstrip())
    opens = labels.read(reading.text, reading.low, opening) is not None
    return opens or text.endswith(("như sau", "như sau:", "sau đây:")) or INLINE_ITEM.search(text) is not None


PASSIVE = re.compile(
    r"\s+(?:đã\s+)?được\s+(?P<verb>sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)(?:\s*,?\s+(?:và\s+)?bổ\s+sung)?"
    r"(?:\s+(?:lại|một\s+số\s+nội\s+dung))?(?:\s+(?:và\s+)?[^.:;\n]{0,60}?)?\s+như\s+sau"
)
"""A change told of its provision: "1. Khoản 2 Điều 5 được sửa đổi, bổ sung như sau:"."""


def _changes(reading: Reading, start: int, end: int, cited: list[int]) -> bool:
    """Does an item that begins at `start` change provisions, and no whole document ("2. Bãi bỏ Thông tư Y")?"""
    if _verb(reading, start, end) is None:
        return _passive(reading, start, end) is not None
    end = min(end, start + ITEM_LIMIT)
    named = bisect_left(cited, start)
    document = cited[named] if named < len(cited) else end
    return document >= end or next(pinpoints.listed(reading, start, document), None) is not None


def _passive(reading: Reading, start: int, end: int) -> Lead | None:
    """The verb of an item that begins with the provision: what is replaced or repealed "như sau" gets a new text."""
    provision = pinpoints.PROVISION.match(reading.low, start, end)
    verb = PASSIVE.match(reading.low, provision.end(), end) if provision else None
    return Lead("amends", "sua-doi-bo-sung", Span(verb.start("verb"), verb.end("verb"))) if verb else None


def _figure(label: labels.Label) -> int:
    last = label.text.rsplit(".", 1)[-1]
    return int(last) if last.isdecimal() else 0


def _follows(head: _Head, label: labels.Label, rank: float) -> bool:
    """Is it the next number of the list below the head?"""
    return rank > head.rank and label.kind == "clause" and _figure(label) == head.number + 1


def _inline(reading: Reading, blocks: Blocks, head: _Head) -> Iterator[int]:
    """Where the items begin that stand in the block of their head."""
    block = blocks.span(head.named.start)
    for match in INLINE_ITEM.finditer(reading.low, head.named.end, block.end):
        label = labels.read(reading.text, reading.low, match.end())
        if label is not None:
            yield match.end() + label.end


def _item(reading: Reading, head: _Head, start: int, end: int, cited: list[int]) -> Iterator[Listed]:
    """The provisions that one item changes. start: behind its label."""
    low = reading.low
    end = min(end, start + ITEM_LIMIT)
    verb = _verb(reading, start, end) or _passive(reading, start, end) or _shared(reading, head, start, end)
    if verb is None:
        return
    behind = start if verb.cue.start != start else verb.cue.end
    place = _behind_words(low, behind, end) if verb.rule == WORDS else start
    last = place
    beside = BESIDE.match(low, verb.cue.end, end) if verb.cue.start == start else None
    if beside is not None:  # "Bổ sung vào sau khoản 2 Điều 9 như sau:": what is new has no number yet
        named_article = next(
            (m for m in NAMED_ARTICLE.finditer(low, beside.end(), _stop(low, beside.end(), end))), None
        )
        if named_article is not None:
            text = reading.text[named_article.start() : named_article.end()]
            yield Listed(head.named, verb.predicate, f"{verb.rule}.below", text, start, named_article.end(), verb.cue)
        return
    for provision in pinpoints.listed(reading, place, _stop(low, place, end)):
        named = bisect_left(cited, start)
        if named < len(cited) and cited[named] < min(end, provision.end + OWN_DOCUMENT):
            return  # "Bãi bỏ khoản 1 Điều 79 của Luật Y": stated by itself
        further = _next_verb(reading, last, provision.start) if last > place else None
        if further is not None:  # "Bãi bỏ khoản 3; sửa đổi, bổ sung khoản 4"
            verb, start = further, further.cue.start
        last = provision.end
        text = " ".join(provision.of(reading.text).split())
        article = _article(text)
        if article is not None:
            head.article = article
        elif text.lower().startswith(WITHIN_ARTICLES):
            further_on = FURTHER.search(low, provision.end, end)
            found = further_on is not None and further_on["article"] is not None
            within = reading.text[further_on.start() : further_on.end()] if further_on and found else head.article
            text = f"{text} {within}" if within else text
        yield Listed(head.named, verb.predicate, f"{verb.rule}.below", text, start, provision.end, verb.cue)


WORDS = "word_change"


def _verb(reading: Reading, start: int, end: int) -> Lead | None:
    """The verb of change at `start`."""
    words = OF_WORDS.match(reading.low, start)
    if words is not None:
        return Lead("amends", WORDS, Span(*words.span()))
    cue = next(iter(cues.find(reading, start, min(end, start + 60))), None)
    if cue is None or cue.start != start or cue.phrase.predicate not in CHANGES:
        return None
    return Lead(cue.phrase.predicate, cue.phrase.id, Span(cue.start, cue.end))


def _shared(reading: Reading, head: _Head, start: int, end: int) -> Lead | None:
    """The verb of the head, for an item that begins with its provision."""
    lead = head.named.lead
    return lead if lead is not None and pinpoints.PROVISION.match(reading.low, start, end) else None


def _next_verb(reading: Reading, start: int, end: int) -> Lead | None:
    found = [cue for cue in cues.find(reading, start, end) if cue.phrase.predicate in CHANGES]
    if not found or found[-1].phrase.direction == "inverse":
        return None
    cue = found[-1]
    return Lead(cue.phrase.predicate, cue.phrase.id, Span(cue.start, cue.end))


def _stop(low: str, start: int, end: int) -> int:
    stop = STOP.search(low, start, end)
    return stop.start() if stop else end


def _behind_words(low: str, start: int, end: int) -> int:
    """Where the provisions of a change of words begin: behind the last words in quotation marks."""
    for quoted in QUOTED.finditer(low, start, end):
        start = quoted.end()
    within = WITHIN.search(low, start, end)
    return within.end() if within else end
