"""What one item of an amending act changes: "1. Sửa đổi khoản 2 Điều 5 như sau: “…”", "b) Bãi bỏ điểm a khoản 3"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from loaders.citations import pinpoints
from loaders.relations import cues
from loaders.text import trie
from loaders.text.reading import Reading
from ontology.lexicon import phrases
from ontology.records import Predicate, Span

CHANGES: frozenset[Predicate] = frozenset({"amends", "replaces", "repeals", "corrects", "suspends"})

ITEM_LIMIT = 320
"""Code points in which an item says what it changes: behind them is the new text."""

OWN_DOCUMENT = 12
"""Code points between a provision and the document that it names itself: " của Luật", " Nghị định"."""

SIDE_BY_SIDE = frozenset({"", "và", "tại", "và tại"})
"""What stands between provisions side by side."""

ATTACHED = ("ban hành kèm theo", "kèm theo", "ban hành kèm", "ban hành theo", "ban hành tại")

STOP = re.compile(
    r":|\(|như\s+sau|(?:đã\s+)?được\s+(?:sửa|bổ|thay|bãi)\s|“|\"|vào\s|sau\s+(?:điều|khoản|điểm)|thành\s|bằng\s|\.\s|\n"
)
"""Where the provisions of an item end: "Bổ sung Điều 7a vào sau Điều 7 như sau:"."""

OF_WORDS = re.compile(rf"(?:{trie.pattern(phrases('word_change'))})(?!\w)")
"""A change of words, whose provisions stand behind them: "Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 1 Điều 8"."""

QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"")
WITHIN = re.compile(r"(?<!\w)(?:tại|ở|của|trong)\s")

FURTHER = re.compile(r":|“|\"|như\s+sau|(?P<article>điều\s+[0-9]{1,3}[a-zđ]?)(?!\w)")
"""The article that stands further behind a clause: "Bổ sung khoản 5 vào sau khoản 4 Điều 7"."""

BESIDE = re.compile(r"\s+(?:vào\s+)?(?:sau|trước)\s+(?=(?:khoản|điểm|đoạn|điều|cụm)\s)")
NAMED_ARTICLE = re.compile(r"điều\s+[0-9]{1,3}[a-zđ]?(?!\w)")

WITHIN_ARTICLES = ("điểm", "khoản", "các điểm", "các khoản", "tiết")

ARTICLE = re.compile(r"điều\s+[0-9]{1,3}[a-zđ]?$")


class Cited(Struct, frozen=True):
    """Where numbered and named documents begin, and which they are: an item that names its own needs no head."""

    starts: list[int]
    works: list[str]


class Lead(Struct, frozen=True):
    """The verb of a head: what it does, the row of its phrase, its words."""

    predicate: Predicate
    rule: str
    cue: Span


class Head(Struct, frozen=True):
    """What an item takes from the head above it. work: the changed document; within: the article named last; shared:
    the verb of the head, for an item that begins with its provision; far: is the head the title of the act, so that
    an annex may be that of another document?"""

    work: str
    within: str | None
    shared: Lead | None
    far: bool


PASSIVE = re.compile(
    r"\s+(?:đã\s+)?được\s+(?P<verb>sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)(?:\s*,?\s+(?:và\s+)?bổ\s+sung)?"
    r"(?:\s+(?:lại|một\s+số\s+nội\s+dung))?(?:\s+(?:và\s+)?[^.:;\n]{0,60}?)?\s+như\s+sau"
)
"""A change told of its provision: "1. Khoản 2 Điều 5 được sửa đổi, bổ sung như sau:"."""


def changes(reading: Reading, start: int, end: int, cited: Cited) -> bool:
    """Does an item that begins at `start` change provisions, and no whole document ("2. Bãi bỏ Thông tư Y")?"""
    if _verb(reading, start, end) is None:
        return _passive(reading, start, end) is not None
    end = min(end, start + ITEM_LIMIT)
    named = bisect_left(cited.starts, start)
    document = cited.starts[named] if named < len(cited.starts) else end
    return document >= end or next(pinpoints.listed(reading, start, document), None) is not None


def _passive(reading: Reading, start: int, end: int) -> Lead | None:
    """The verb of an item that begins with the provision: what is replaced or repealed "như sau" gets a new text."""
    provision = pinpoints.PROVISION.match(reading.low, start, end)
    verb = PASSIVE.match(reading.low, provision.end(), end) if provision else None
    return Lead("amends", "sua-doi-bo-sung", Span(verb.start("verb"), verb.end("verb"))) if verb else None


class Provision(Struct, frozen=True):
    """One provision that an item changes. text: as printed, with the article that it leaves to its heading; article:
    the last one named, for the items within; start, end: from the verb to the provision, which begins at `begin`."""

    predicate: Predicate
    rule: str
    text: str
    article: str | None
    start: int
    end: int
    cue: Span
    begin: int


def article_of(provision: str) -> str | None:
    """The article with which the words of a provision end: "Điều 5" of "khoản 2 Điều 5"."""
    found = ARTICLE.search(provision.lower())
    return provision[found.start() :] if found else None


def article_within(reading: Reading, start: int, end: int) -> str | None:
    """The last article named in the heading of an article: "Điều 7. Sửa đổi, bổ sung một số điểm, khoản của Điều 4"."""
    found = [match.span() for match in NAMED_ARTICLE.finditer(reading.low, start, min(end, start + ITEM_LIMIT))]
    return reading.text[slice(*found[-1])] if found else None


def read(reading: Reading, start: int, end: int, cited: Cited, head: Head) -> Iterator[Provision]:
    """The provisions that one item changes. start: behind its label."""
    within = head.within
    for begin, stop in _clauses(reading, start, end):
        for provision in _of_clause(reading, begin, stop, cited, Head(head.work, within, head.shared, head.far)):
            within = provision.article or within
            yield provision


def _clauses(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """An item cut before each change of words, and behind it: "a) Bãi bỏ cụm từ “A” tại điểm a khoản 3 Điều 10; bãi bỏ
    điểm b khoản 3 Điều 10". Other verbs are told apart by their provisions."""
    low = reading.low
    of_words = OF_WORDS.match(low, start) is not None
    position, stop = start, min(end, start + ITEM_LIMIT)
    while (semicolon := low.find(";", position, stop)) >= 0:
        quoted = QUOTED.search(low, position, stop)
        if quoted is not None and quoted.start() < semicolon:
            position = quoted.end()
            continue
        following = semicolon + 1
        while low.startswith(" ", following):
            following += 1
        position = following
        verb = _verb(reading, following, end)
        if verb is not None and (of_words or verb.rule == WORDS):
            yield start, semicolon
            start, of_words = following, verb.rule == WORDS
            stop = min(end, start + ITEM_LIMIT)
    yield start, end


def _of_clause(reading: Reading, start: int, end: int, cited: Cited, head: Head) -> Iterator[Provision]:
    within = head.within
    low = reading.low
    end = min(end, start + ITEM_LIMIT)
    verb = _verb(reading, start, end) or _passive(reading, start, end)
    if verb is None and head.shared is not None and pinpoints.PROVISION.match(low, start, end):
        verb = head.shared
    if verb is None:
        return
    behind = start if verb.cue.start != start else verb.cue.end
    place = _behind_words(low, behind, end) if verb.rule == WORDS else start
    last = place
    beside = BESIDE.match(low, verb.cue.end, end) if verb.cue.start == start else None
    if beside is not None:  # "Bổ sung vào sau khoản 2 Điều 9 như sau:": what is new has no number yet
        named_article = NAMED_ARTICLE.search(low, beside.end(), _stop(low, beside.end(), end))
        if named_article is not None:
            text = reading.text[named_article.start() : named_article.end()]
            yield Provision(verb.predicate, verb.rule, text, within, start, named_article.end(), verb.cue, start)
        return
    found: list[Provision] = []
    for provision in pinpoints.listed(reading, place, _stop(low, place, end)):
        named = bisect_left(cited.starts, start)
        document = cited.starts[named] if named < len(cited.starts) else end
        if document < end and _of_own(low, provision.end, document, far=head.far):
            if cited.works[named] != head.work and document >= provision.start:
                found = _before_chain(low, found, provision.start)
            yield from found
            return  # "Bãi bỏ khoản 1 Điều 79 của Luật Y": stated by itself
        further = _next_verb(reading, last, provision.start) if last > place else None
        if further is not None:  # "Bãi bỏ khoản 3; sửa đổi, bổ sung khoản 4"
            yield from found
            verb, start, found = further, further.cue.start, []
        last = provision.end
        text = " ".join(provision.of(reading.text).split())
        within = article_of(text) or within
        if article_of(text) is None and text.lower().startswith(WITHIN_ARTICLES):
            further_on = FURTHER.search(low, provision.end, end)
            named_on = further_on is not None and further_on["article"] is not None
            article = reading.text[further_on.start() : further_on.end()] if further_on and named_on else within
            text = f"{text} {article}" if article else text
        found.append(
            Provision(verb.predicate, verb.rule, text, within, start, provision.end, verb.cue, provision.start)
        )
    yield from found


def _before_chain(low: str, found: list[Provision], start: int) -> list[Provision]:
    """What is left when the provisions side by side up to the one at `start` belong to another document."""
    while found and low[found[-1].end : start].strip(" ,;\n") in SIDE_BY_SIDE:
        start = found[-1].begin
        found = found[:-1]
    return found


def _of_own(low: str, end: int, document: int, *, far: bool) -> bool:
    """Is a provision that ends at `end` one of the document that begins there: next to it, or its annex ("mục 3.4 Quy
    chuẩn … ban hành kèm theo Thông tư Y")?"""
    if document < end + OWN_DOCUMENT:
        return True
    words = low[end:document].rstrip()
    return far and words.endswith(ATTACHED) and "được sửa đổi" not in words


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
