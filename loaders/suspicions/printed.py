"""What the words and codes before and in a number say against each other: type and symbol, codes that nobody bears, the
name of a law and its number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from loaders.suspicions.said import Said, Text
from ontology.issuers import from_symbol
from ontology.laws import bears, by_number, named, official, registered_names
from ontology.numbers import Symbol, format_number, parse_symbol
from ontology.records import SELF, Mention, Severity, Span, Suspicion
from ontology.suspicions.laws import misnamed
from ontology.suspicions.symbols import near_codes, of_nobody, right_order, type_by_code


def types(text: Text) -> Iterator[Suspicion]:
    """The word before the number, or the heading of the text itself, and the code in the number name two types."""
    own = text.header
    coded = parse_symbol(own.symbol, own.type) if own.symbol and own.type else None
    if own.type and own.span and coded is not None and type_by_code(own.type, coded):
        yield Suspicion("typeSymbol", SELF, own.type, "warning", (own.span,))
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for each in text.said:
        if each.mention.type and each.mention.symbol and each.mention.number:
            symbol = parse_symbol(each.mention.symbol, each.mention.type)
            if symbol is not None and type_by_code(each.mention.type, symbol):
                found[str(each.citation.work), each.mention.type].append(each)
    for (work, word), stating in found.items():
        spans = tuple(each.span for each in stating)
        yield Suspicion("typeSymbol", work, word, "warning", spans, _right_type(text, stating[0], word))


def _right_type(text: Text, said: Said, word: str) -> str | None:
    """The number of that type where the text knows one; else the type of the code where the issuer that is named goes
    with it, or the text calls the document so elsewhere."""
    mention = said.mention
    for other in text.said:
        named = other.mention
        alike = (named.number, named.year, named.type) == (mention.number, mention.year, word)
        if alike and named.symbol != mention.symbol and (named.date is None or named.date == mention.date):
            return format_number(named.number, named.year, named.symbol)
    symbol = parse_symbol(str(mention.symbol), word)
    law = by_number().get(format_number(mention.number, mention.year, mention.symbol))
    if law is not None:
        return law.type
    meant = type_by_code(word, symbol) if symbol else None
    proved = from_symbol(symbol, meant, None, mention.date) if symbol and meant else None
    if mention.issuer and proved and mention.issuer.key.partition(".")[0] == proved.key.partition(".")[0]:
        return meant
    others = {each.mention.type for each in text.by_work[str(said.citation.work)]} - {word, None}
    return meant if meant in others else None


def codes(text: Text) -> Iterator[Suspicion]:
    """Groups in a wrong order, and codes that no table knows but for one slip."""
    found: dict[tuple[str, str], tuple[Severity, str | None, list[Span]]] = {}
    for each in text.said:
        mention = each.mention
        symbol = parse_symbol(mention.symbol, mention.type) if mention.symbol else None
        if symbol is None or each.printed is None or mention.number is None:
            continue
        turned = right_order(each.printed, symbol)
        near, sure = (None, False) if turned else _near(text, mention, symbol)
        right = turned or near
        if right is None and not of_nobody(mention.type, symbol, mention.year):
            continue
        form = turned is not None and not each.printed.startswith("HNVB")
        severity: Severity = "error" if sure else "note" if form else "warning"
        stated = f"{'/'.join(part for part in (mention.number, mention.year) if part)}/{each.printed}"
        likely = format_number(mention.number, mention.year, right) if right is not None else None
        found.setdefault((str(each.citation.work), stated), (severity, likely, []))[2].append(each.span)
    for (work, stated), (severity, likely, spans) in found.items():
        yield Suspicion("codeUnknown", work, stated, severity, tuple(spans), likely)


def _near(text: Text, mention: Mention, symbol: Symbol) -> tuple[str | None, bool]:
    """The symbol that was meant, and whether the text itself prints it with that number."""
    body = mention.issuer.key if mention.issuer else None
    near = near_codes(symbol, mention.year or mention.date, body)
    known = [each for each in near if (mention.number, mention.year, each) in text.numbers]
    if len(known) == 1:
        return known[0], True
    return (near[0] if len(near) == 1 else None), False


def names(text: Text) -> Iterator[Suspicion]:
    """Laws under a number that belongs to another law, or to none of that name."""
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for each in text.said:
        mention = each.mention
        if mention.type and mention.name and mention.symbol:
            found[str(each.citation.work), f"{mention.type} {official(mention.type, mention.name)}"].append(each)
    for (work, name), stating in found.items():
        mention = stating[0].mention
        kind, bare = str(mention.type), name.removeprefix(f"{mention.type} ")
        number = format_number(mention.number, mention.year, mention.symbol)
        meant = text.works.get(work, text.own)  # a law that prints its own name and number again
        if bears(kind, bare, format_number(meant.number, meant.year, meant.symbol)):
            continue  # it has the wrong term, which is told as such
        wrong = misnamed(kind, bare, number, next((s.mention.date for s in stating if s.mention.date), None))
        if wrong is not None:
            likely = wrong.likely or _known_number(text, kind, bare) or _known_name(number)
            spans = tuple(each.span for each in stating)
            severity: Severity = "error" if wrong.sure else "warning"
            yield Suspicion("nameNumber", work, f"{name} số {number}", severity, spans, likely)


def _known_number(text: Text, kind: str, name: str) -> str | None:
    """The one number of the law that the text itself knows."""
    law = named(kind, name)
    borne = [] if law is None else [number for number, _ in law.numbers]
    known = {format_number(*number) for number in text.numbers if number[0] is not None}
    found = [number for number in borne if number in known]
    return found[0] if len(found) == 1 else None


def _known_name(number: str) -> str | None:
    """The law that bears the number, with it."""
    law = by_number().get(number)
    kind, name = (law.type, law.name) if law is not None else registered_names().get(number, (None, None))
    return None if name is None else f"{kind} {name[:1].lower() + name[1:] if law is None else name} số {number}"
