"""What identity looks at in the name of a programme: its words, its period, its numbers. Pure.

"Chương trình quốc gia hỗ trợ doanh nghiệp giai đoạn 2021 - 2030" is the key "chuong trinh quoc gia ho tro doanh nghiep"
and the period "2021-2030". A name in quotes comes without its kind, an abbreviation in brackets is another name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontology.identity import number_segment
from ontology.programme_names import written_out
from ontology.records import Programme
from ontology.words import fold

_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD_WORDS = {*"giai doan den het nam tu dinh huong tam nhin thoi ky va cho toi trong".split()}  # noqa: SIM905
"""Words between a name and its years: "giai đoạn 2021 - 2025, định hướng đến năm 2030", "trong thời kỳ"."""

_JOINING = frozenset({"ve", "va", "cua", "cac"})
"""As `loaders.actions.programme_keys` has them, folded."""

_SAID = (("dau tu xay dung", "xay dung"), ("trao thi dua", "trao"))

NATIONAL = " muc tieu quoc gia "
"""What people leave out of the name of a national target programme: "Chương trình | mục tiêu quốc gia | xây dựng nông
thôn mới"."""

_HEAD_WORDS = 2
"""Words of a kind that decide: "Chương trình" of "Chương trình mục tiêu quốc gia"."""

_LEAST_DIGITS = 3
"""A number with fewer digits names nothing by itself: every office has a "Dự án 1"."""


@dataclass(frozen=True, slots=True)
class Keys:
    """names: the folded name and its aliases, the name first, each with the first words of the kind; period: the years
    in the name; bare: the words of the name without its kind; proper: it is more than a number."""

    head: str
    names: tuple[str, ...]
    period: str | None
    bare: frozenset[str]
    proper: bool
    weak: bool

    def numbered(self, approver: str | None) -> str | None:
        """What people call it by the number of the document that approved it: "chuong trinh 1322"."""
        return None if approver is None else f"{self.head} {number_segment(approver)}"


def keys_of(programme: Programme) -> Keys:
    """The keys of a programme as one witness names it."""
    kind = fold(programme.kind)
    head = " ".join(kind.split()[:_HEAD_WORDS]) or "_"
    printed = [_BRACKETS.sub(" ", programme.name), *_BRACKETS.findall(programme.name), *programme.aliases]
    whole = [written_out(name) for name in printed]
    split = [_split(fold(name)) for name in [*whole, *(name for name in printed if name not in whole)]]
    name, period = split[0]
    names = [_whole(kind, head, name), *(_whole(head, head, alias) for alias, _ in split[1:] if alias)]
    names += [_unjoined(each) for each in names]
    names += [
        each.replace(NATIONAL, " ", 1) for each in names if NATIONAL in each and not each.endswith(NATIONAL.rstrip())
    ]
    periods = [each for _, each in split if each]
    bare = names[0].removeprefix(head).split()
    numbers = [key.removeprefix(f"{head} ") for key in names]
    return Keys(
        head=head,
        names=tuple(dict.fromkeys(names)),
        period=period or (periods[0] if periods else None),
        bare=frozenset(bare),
        proper=not _is_number(" ".join(bare)),
        weak=all(_is_number(number) and len(number) < _LEAST_DIGITS for number in numbers),
    )


def _whole(kind: str, head: str, name: str) -> str:
    """With its kind in front, once; numbers without leading zeros, as in the documents that approve."""
    full = name if f"{name} ".startswith(f"{head} ") else f"{kind} {name}"
    words = full.split()
    last = [number_segment(words[-1])] if len(words) > 1 and words[-1].isdigit() else words[-1:]
    return " ".join([*words[:-1], *last])


def _unjoined(name: str) -> str:
    """Without the words by which two names of one programme may differ: "chuong trinh muc tieu quoc gia | ve | giam
    ngheo"; to invest in building is to build, a movement of emulation is a movement."""
    plain = f"{name} "
    for said, meant in _SAID:
        plain = plain.replace(f" {said} ", f" {meant} ", 1)
    return " ".join(word for word in plain.split() if word not in _JOINING)


def _split(name: str) -> tuple[str, str | None]:
    """A folded name without its period, and the period: its years in the order of the name."""
    kept: list[str] = []
    years: list[str] = []
    for word in name.split():
        if _YEAR.fullmatch(word):
            years.append(word)
            while kept and kept[-1] in _PERIOD_WORDS:
                kept.pop()
        else:
            kept.append(word)
    return " ".join(kept), "-".join(years) or None


def _is_number(name: str) -> bool:
    return not name or name.isdigit()


def compatible(one: str | None, other: str | None) -> bool:
    """Two periods may be one: "2021-2030" goes with no period, and with one that it begins with."""
    if one is None or other is None:
        return True
    few, many = sorted((one.split("-"), other.split("-")), key=len)
    return few == many[: len(few)] or few == many[-len(few) :]
