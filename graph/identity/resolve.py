"""Which references mean the same document? Pure: references of one block in, works with their doubt out.

A block holds all references with one number, symbol and place, from all witnesses. Every reference comes with the path
its own witness gave it (`doc/<issuer>/<type>/<period>/<number>`, "_" where the witness did not say). The rules, none of
which looks at the order in which anything was loaded:

1. *Kin.* Paths of one issuer and type are one family. A path that lacks issuer or type joins the family it is
   compatible with when there is exactly one; when there are several it stays a document of its own and lists them.
2. *Twins.* References with one number and symbol, of one period and one full date, are one document though one names
   another type ("Công văn số 4/TTr-GTYB"), leaves the year out of the number, or does not name the body or names it in
   other words; of bodies that the tables know it must be the same.
3. *Slips.* Number series run per year (party and assembly acts: per term), so two periods are two documents. Except
   when one of the two is an outlier: a single mention in all witnesses, not the document speaking of itself, with the
   same day and month as the other (2020-12-31 / 2021-12-31) or, where a full date is missing on one side, the same
   title; and titles, where both sides state one, must not contradict. The years lie next to each other or differ in one
   digit (2005 / 2015; never 1995 / 2010), and a year that stands in the number and in its date is only doubted by the
   title: 02/2021/TT-NHNN and 02/2022/TT-NHNN are both of a 31 March. Then the year is a slip of the pen: one document
   and a conflict. An outlier that fits several well-supported periods equally joins none. A reference whose date is
   the very day of the document that bears its number in that year means that one (97/2020/NĐ-CP of 31/3/2026).
4. *Undated.* One known period: the undated references join it. Several, or a title that is of another matter: they
   stay on "_" and list all as candidates ("Chỉ thị số 21/CT-TTg về an toàn hồ chứa nước" is not that of 2026).
5. *Dates.* Stated dates that differ within one work are a conflict. The document's own header decides, then the
   registers, then the number of mentions, then the earlier date. A partial date ("2022-11") agrees with every date that
   begins with it.
6. *Namesakes.* Two days that several sources each state for one path, with titles that have nothing in common, are two
   documents of two books; the path of each ends in its day (`graph.namesakes`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.identity.clusters import Cluster, grouped
from graph.identity.keys import body_through_eras, split_path
from graph.identity.namesakes import parted
from graph.identity.slips import at_odds, redated, slips, titles_of
from graph.identity.twins import twins
from graph.identity.works import Reference, Work
from ontology.identity import UNKNOWN


def resolve(references: Iterable[Reference]) -> list[Work]:
    """The works that the references of one block mean, sorted by path; every reference is in exactly one."""
    families, strays = _families(twins(redated(_clusters(references))))
    settled = [cluster for family in families for cluster in _periods(family)]
    works = list(settled)
    alone = []
    for stray in strays:
        kin = [cluster for cluster in settled if stray.parts.compatible(cluster.parts) and _one_year(stray, [cluster])]
        if len(kin) == 1:
            works += _taken_in(kin[0], stray)
        elif kin:
            stray.candidates += [cluster.path for cluster in kin]
            works.append(stray)
        else:
            alone.append(stray)
    works += [
        each
        for like in grouped(alone, lambda each: (each.parts.issuer, each.parts.type)).values()
        for each in _undated_joined(like)
    ]
    return sorted((_work(cluster) for cluster in works), key=lambda work: work.path)


def _clusters(references: Iterable[Reference]) -> list[Cluster]:
    by_path = grouped(sorted(references, key=lambda each: each.profile), lambda each: each.path)
    return [Cluster(split_path(path), [path], list(members)) for path, members in sorted(by_path.items())]


def _families(clusters: list[Cluster]) -> tuple[list[list[Cluster]], list[Cluster]]:
    """Families of one issuer and type, and the clusters that belong to none of them or to several."""
    whole = [cluster for cluster in clusters if UNKNOWN not in (cluster.parts.issuer, cluster.parts.type)]
    families = grouped(whole, lambda cluster: (cluster.parts.issuer, cluster.parts.type))
    strays = []
    for cluster in clusters:
        if cluster in whole:
            continue
        kin = [key for key, family in families.items() if cluster.parts.akin(*key) and _one_year(cluster, family)]
        if len(kin) == 1:
            families[kin[0]].append(cluster)
        else:
            strays.append(cluster)
    _across_eras(families)
    return list(families.values()), strays


def _one_year(cluster: Cluster, family: list[Cluster]) -> bool:
    """Acts of the National Assembly are numbered by term, and their year stands in the number, too: 35/2021/QH14 is not
    the Law 35/2018/QH14, whatever it is."""
    if cluster.parts.period == UNKNOWN or cluster.parts.period.isdigit():
        return True
    years = {each.year for each in cluster.references} - {None}
    others = {each.year for other in family for each in other.references if other.parts.period == cluster.parts.period}
    return not years or not others - {None} or bool(years & others)


def _across_eras(families: dict[tuple[str, str], list[Cluster]]) -> None:
    """Undated references to the body of a province before or after its merger mean the one dated document of the other
    era: a report of 2026 does not say that its "Quyết định 1471/QĐ-UBND" is of the old province."""
    undated = [key for key, family in families.items() if all(each.parts.period == UNKNOWN for each in family)]
    for key in undated:
        body = body_through_eras(key[0])
        eras = [other for other in families if other not in undated and other[1] == key[1]]
        eras = [other for other in eras if body is not None and body_through_eras(other[0]) == body]
        if len(eras) == 1:
            families[eras[0]] += families.pop(key)


def _undated_joined(strays: list[Cluster]) -> list[Cluster]:
    """Of one type, and of a body that nobody names: a year may be a slip here, too; what has no period joins the only
    one that has."""
    dated = slips([each for each in strays if each.parts.period != UNKNOWN])
    undated = [each for each in strays if each.parts.period == UNKNOWN]
    if len(dated) != 1:
        return [*dated, *undated]
    return dated + [left for each in undated for left in _taken_in(dated[0], each)]


def _taken_in(home: Cluster, undated: Cluster) -> list[Cluster]:
    """Gives the only document that fits the references that tell no period; returns those whose titles are of another
    matter, with it as their candidate."""
    known = titles_of(home.references)
    odd = [each for each in undated.references if at_odds(each, known)] if known else []
    if not odd:
        home.references += undated.references
        return []
    home.references += [each for each in undated.references if each not in odd]
    return [replace(undated, references=odd, candidates=[*undated.candidates, home.path])]


def _periods(family: list[Cluster]) -> list[Cluster]:
    dated = [
        part
        for cluster in slips([cluster for cluster in family if cluster.parts.period != UNKNOWN])
        for part in parted(cluster)
    ]
    undated = [cluster for cluster in family if cluster.parts.period == UNKNOWN]
    for cluster in undated[1:]:  # with and without issuer or type: one family, so one document
        undated[0].paths += cluster.paths
        undated[0].references += cluster.references
    if not undated:
        return dated
    if len(dated) == 1:
        return dated + _taken_in(dated[0], undated[0])
    undated[0].candidates += sorted(cluster.path for cluster in dated)
    return [*dated, undated[0]]


def _work(cluster: Cluster) -> Work:
    references = tuple(sorted(cluster.references, key=lambda each: each.profile))
    return Work(cluster.path, references, tuple(sorted(set(cluster.candidates))))
