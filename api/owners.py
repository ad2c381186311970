"""Our five packages bear plain names: two distributions that own one of them break each other without a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, packages_distributions, version

from ontology.errors import CancuError

DISTRIBUTION = "cancu"
PACKAGES = ("ontology", "graph", "loaders", "viz", "api")


def refuse_strangers(owners: Mapping[str, Sequence[str]] | None = None) -> None:
    """Raises `CancuError` (package.owner) when another distribution of this environment owns one of our packages.

    owners: package → distributions; read from the environment when not given.
    """
    owners = packages_distributions() if owners is None else owners
    for package in PACKAGES:
        for owner in sorted(set(owners.get(package, ())) - {DISTRIBUTION}):
            raise CancuError("package.owner", package=package, owner=owner)


def installed_version() -> str:
    """The version of the installed distribution; "checkout" when the source tree runs without being installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "checkout"
