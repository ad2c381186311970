"""Settings: default, environment, flag; the later wins; nonsense is refused at once."""

from __future__ import annotations

import pytest

from api.places import checked
from api.settings import Settings, UsageError, read


def test_defaults() -> None:
    assert read({}) == Settings()
    assert Settings().base_iri == "https://w3id.org/cancu/"


def test_environment_then_flags() -> None:
    environment = {"CANCU_STORE": "kho", "CANCU_PORT": "9000", "CANCU_QUERY_SECONDS": "1.5", "CANCU_LANG": ""}
    settings = read(environment, port=9001, store=None)
    assert (settings.store, settings.port, settings.query_seconds, settings.lang) == ("kho", 9001, 1.5, "vi")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CANCU_PORT", "tám nghìn"),
        ("CANCU_PORT", "70000"),
        ("CANCU_JOBS", "-1"),
        ("CANCU_LANG", "fr"),
        ("CANCU_QUERY_ROWS", "0"),
        ("CANCU_BASE", "https://example.org/no-slash"),
        ("CANCU_BASE", "https://example.org/a b/"),
    ],
)
def test_nonsense_is_refused_by_name(variable: str, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        read({variable: value})
    assert caught.value.code == "settings.value"
    assert caught.value.details == {"name": variable, "value": value}


@pytest.mark.parametrize(
    ("place", "code", "offered"),
    [
        ("Atlantis", "settings.no_place", None),
        ("Sonla", "settings.place", "Sơn La"),
        ("Lao Kai", "settings.place", "Lào Cai"),
    ],
)
def test_a_place_that_is_no_province_is_refused_with_what_is_like_it(
    place: str, code: str, offered: str | None
) -> None:
    with pytest.raises(UsageError) as caught:
        read({"CANCU_PLACE": place})
    assert caught.value.code == code
    assert caught.value.details["name"] == "CANCU_PLACE"
    assert offered is None or offered in caught.value.details["offered"]
    with pytest.raises(UsageError):
        checked(place)


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("Sơn La", "Sơn La"),
        ("tỉnh Sơn La", "tỉnh Sơn La"),
        ("TP. Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("Hà Tây", "Hà Tây"),
        ("dien bien", "Điện Biên"),
        ("tinh Son La", "Sơn La"),
        ("  ", None),
    ],
)
def test_provinces_of_all_times_are_places_with_their_marks_or_without(given: str, place: str | None) -> None:
    assert read({"CANCU_PLACE": given}).place == place
