"""Changes listed below the sentence that names the changed document: "Điều 1. Sửa đổi, bổ sung một số điều của Nghị
định X", then "1. Sửa đổi khoản 2 Điều 5 như sau: “…”".

One walk over the blocks behind the first such head. Where the title of the act names the one document that it amends,
its articles are the items: "Điều 2. Sửa đổi khoản 1 Điều 7". What stands in quotation marks is the new text of the
other document and changes nothing: "Nghị định này" in it means that document. The next number of the list is an item,
even where a quotation was never closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from loaders.citations import pinpoints
from loaders.header import preamble
from loaders.relations import changed_provisions
from loaders.relations.changed_provisions import Cited, Lead, article_of
from loaders.text import labels
from loaders.text.blocks import Blocks
from loaders.text.quotations import Quotations
from loaders.text.reading import Reading
from ontology.records import Predicate, Span

WHOLE_RANK = 0.0
"""An act that amends one document is a head above its articles."""

UNLABELLED_RANK = 3.5
"""A head without a number of its own ends where the next article begins."""

HEADING_RANK = 2.9
"""The heading of a chapter, in capitals and apart from its number, ends where the next chapter begins: "Chương
I⏎SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 96/2020/TT-BTC"."""

INLINE_ITEM = re.compile(r"[:;.]\s+(?=(?:[0-9]{1,2}\.|[a-zđ]\))\s)")
"""Items that go on in the block of their head: "… của Nghị định X như sau: 1. Sửa đổi khoản 2 Điều 5; 2. …"."""


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


def read(reading: Reading, blocks: Blocks, changed: list[Named], cited: Cited) -> Read:
    """Every provision changed below a head, and the new text. changed: the documents that the speaking one changes, as
    the text orders them; cited: the documents
    that the text names."""
    new: list[tuple[Span, str]] = []
    return Read(list(_listed(reading, blocks, changed, cited, new)), new)


def _listed(
    reading: Reading, blocks: Blocks, changed: list[Named], cited: Cited, new: list[tuple[Span, str]]
) -> Iterator[Listed]:
    heads = {block: named for block, named in _heads(blocks, changed).items() if _leads(reading, blocks, block)}
    articles = preamble.ARTICLES.search(reading.text, 0, preamble.LIMIT)
    whole = _whole(changed, articles.start()) if articles else None
    if articles and whole is not None:
        first, open_heads = blocks.index(articles.end()), [_Head(whole, WHOLE_RANK, None)]
        heads = {block: named for block, named in heads.items() if block >= first}
    elif heads:
        first, open_heads = min(heads), []
    else:
        return
    bottom, article = len(open_heads), 0
    quotations = Quotations()
    last = max(heads, default=first)
    for block in range(first, len(blocks.bounds)):
        start, end = blocks.bounds[block]
        start = _begin(reading, start, end)
        label = labels.read(reading.text, reading.low, start)
        rank = label.rank if label else labels.PARAGRAPH_RANK
        inside = quotations.open or reading.text[start] in '“"'
        next_article = label is not None and label.kind == "article" and _figure(label) == article + 1
        follows = next_article or (label is not None and any(_follows(head, label, rank) for head in open_heads))
        if follows and inside and label is not None:  # the new text has lists of its own: "“1. … 2. Đơn vị nộp …"
            follows = changed_provisions.changes(reading, start + label.end, end, cited)
        if label is not None and (follows or not inside):
            article = _figure(label) if label.kind == "article" else article
            while open_heads and rank <= open_heads[-1].rank:
                open_heads.pop()
        if follows or (block in heads and len(open_heads) <= bottom):
            quotations, inside = Quotations(), False
        if open_heads and label is not None and not inside:
            head = open_heads[-1]
            if head.rank <= HEADING_RANK and label.kind == "article":
                head.article = None
            elif follows and head.rank > HEADING_RANK:
                head.number, head.article = _figure(label), head.own
            words = start + label.end
            if words >= end and block + 1 < len(blocks.bounds):  # "Điều 9.⏎Sửa đổi khoản 2 Điều 20"
                words, end = blocks.bounds[block + 1]
            yield from _item(reading, head, words, end, cited)
            if head.rank <= HEADING_RANK and label.kind == "article" and head.article is None:
                head.article = changed_provisions.article_within(reading, words, end)
        if block in heads and not inside:
            if label is None and _is_heading(reading, blocks, block):
                rank = HEADING_RANK
                while open_heads and open_heads[-1].rank >= rank:
                    open_heads.pop()
            head = _head(reading, heads[block], rank if label or rank == HEADING_RANK else UNLABELLED_RANK)
            open_heads.append(head)
            for at in _inline(reading, blocks, head):
                yield from _item(reading, head, at, end, cited)
        if not open_heads and block >= last:
            return
        quoted = quotations.closed(reading.text, start, blocks.bounds[block][1])
        new.extend((span, open_heads[-1].named.work) for span in quoted if open_heads)


def _begin(reading: Reading, start: int, end: int) -> int:
    """Where the words of a block begin, behind blanks and the marks of a Markdown heading."""
    words = reading.text[start:end]
    start += len(words) - len(words.lstrip())
    hashes = labels.HASHES.match(reading.text, start, end) if reading.text[start] == "#" else None
    return hashes.end() if hashes and hashes.end() < end else start


def _whole(changed: list[Named], end: int) -> Named | None:
    """The one document that an act amends as its title and its preamble say, which end at `end`."""
    named = [each for each in changed if each.start < end and each.lead is None]
    return named[0] if len({each.work for each in named}) == 1 else None


def _head(reading: Reading, named: Named, rank: float) -> _Head:
    provision = pinpoints.before(reading, named.start)
    own = article_of(provision) if provision else None
    return _Head(named, rank, own, own)


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
    opening = _begin(reading, start, end)
    opens = labels.read(reading.text, reading.low, opening) is not None
    return (
        opens
        or _is_heading(reading, blocks, block)
        or text.endswith(("như sau", "như sau:", "sau đây:"))
        or INLINE_ITEM.search(text) is not None
    )


def _is_heading(reading: Reading, blocks: Blocks, block: int) -> bool:
    """Is it the heading of a chapter, in capitals?"""
    start, end = blocks.bounds[block]
    return block > 0 and reading.text[start:end].isupper() and _chapter(reading, blocks, block - 1)


def _chapter(reading: Reading, blocks: Blocks, block: int) -> bool:
    start, end = blocks.bounds[block]
    label = labels.read(reading.text, reading.low, _begin(reading, start, end))
    return label is not None and label.kind in ("chapter", "section", "part")


def _figure(label: labels.Label) -> int:
    last = label.text.replace(".", " ").rsplit(None, 1)[-1]
    return int(last) if last.isdecimal() else 0


def _follows(head: _Head, label: labels.Label, rank: float) -> bool:
    """Is it the next number of the list below the head?"""
    return rank > head.rank > HEADING_RANK and label.kind == "clause" and _figure(label) == head.number + 1


def _inline(reading: Reading, blocks: Blocks, head: _Head) -> Iterator[int]:
    """Where the items begin that stand in the block of their head."""
    block = blocks.span(head.named.start)
    for match in INLINE_ITEM.finditer(reading.low, head.named.end, block.end):
        label = labels.read(reading.text, reading.low, match.end())
        if label is not None:
            yield match.end() + label.end


def _item(reading: Reading, head: _Head, start: int, end: int, cited: Cited) -> Iterator[Listed]:
    """The provisions that one item changes. start: behind its label."""
    named = head.named
    above = changed_provisions.Head(named.work, head.article, named.lead, head.rank <= HEADING_RANK)
    for each in changed_provisions.read(reading, start, end, cited, above):
        head.article = each.article
        yield Listed(named, each.predicate, f"{each.rule}.below", each.text, each.start, each.end, each.cue)
