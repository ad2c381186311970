"""Terms of the National Assembly, and numbers in which the year and the term contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from ontology.laws import bears, by_number
from ontology.numbers import Symbol, format_number, parse_symbol
from ontology.packaged import rows


@cache
def terms() -> dict[str, range]:
    """Term ("13") → the years in which it passed acts (`data/assembly_terms.csv`); a year of elections is of two."""
    return {row["term"]: range(int(row["first_year"]), int(row["last_year"]) + 1) for row in rows("assembly_terms")}


def right_term(
    number: str | None,
    year: str | None,
    symbol: Symbol,
    type: str | None,
    name: str | None,
    beside: Collection[str] = (),
) -> Symbol:
    """The symbol with the term in which the year lies: 97/2015/QH15 is 97/2015/QH13. Of 33 numbers with a year outside
    of their term, 27 had the wrong term: who types laws by the dozen goes on with the last one.

    A term that lost its last figure is found by the same way: 43/2024/QH1 is 43/2024/QH15.

    The symbol as it is where year and term agree (of the two terms of a year of elections the one of the named law:
    Luật Phòng, chống ma túy 73/2021/QH15 is 73/2021/QH14), where two terms are possible, where the name is that of
    another law, and where the year may be the slip: a known law bears the number in this term, with one other digit in
    its year (46/2020/QH12 is 46/2010/QH12). type, name: of the law, as far as they are stated; beside: the years with
    which the text prints this number and symbol elsewhere.
    """
    if symbol.term is None or number is None or not number.strip("0") or year is None or len(year) != 4:
        return symbol
    if not year.isdigit():
        return symbol
    cut = symbol.term not in terms()
    possible = [each for each in _of_year(symbol, int(year)) if not cut or str(each.term).startswith(symbol.term)]
    if type is not None and name is not None:
        borne = {each.text: bears(type, name, format_number(number, year, each.text)) for each in possible}
        if borne.get(symbol.text):
            return symbol
        named = [each for each in possible if borne[each.text]]
        if named:
            return named[0]
        if False in borne.values():
            return symbol
    if not cut and int(year) in terms()[symbol.term]:
        return symbol
    known = [each for each in possible if format_number(number, year, each.text) in by_number()]
    if len(known or possible) != 1:
        return symbol
    if cut:
        return (known or possible)[0]
    years = [each for each in beside if each.isdigit() and int(each) in terms()[symbol.term]]
    years += [each.split("/")[1] for each in _in_term(number, symbol) if not known]
    return symbol if any(_one_digit(year, each) for each in years) else (known or possible)[0]


def _of_year(symbol: Symbol, year: int) -> Iterator[Symbol]:
    """The symbol in each term that has the year."""
    for term, years in terms().items():
        other = parse_symbol(symbol.text.removesuffix(str(symbol.term)) + term) if year in years else None
        if other is not None and other.term == term:
            yield other


def _in_term(number: str, symbol: Symbol) -> list[str]:
    """The known laws of this number and term, whatever their year."""
    every = (format_number(number, str(year), symbol.text) for year in terms()[str(symbol.term)])
    return [each for each in every if each in by_number()]


def _one_digit(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1
