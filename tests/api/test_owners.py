"""Two distributions that own one of our packages break each other: refused at the start."""

from __future__ import annotations

import pytest

from api.owners import PACKAGES, refuse_strangers
from ontology.errors import CancuError


@pytest.mark.parametrize("package", PACKAGES)
def test_a_stranger_that_owns_one_of_our_packages_is_named(package: str) -> None:
    with pytest.raises(CancuError) as caught:
        refuse_strangers({package: ["cancu", "graph-tools"], "other": ["x"]})
    assert caught.value.code == "package.owner"
    assert caught.value.details == {"package": package, "owner": "graph-tools"}


def test_our_own_packages_are_fine() -> None:
    refuse_strangers({package: ["cancu"] for package in PACKAGES})
    refuse_strangers({})
    refuse_strangers()
