"""What text goes through before it reaches us changes no document and no relation: every sample, every noise."""

import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = sorted((Path(__file__).parents[2] / "api" / "samples").glob("*.txt"))


def wrapped(text: str) -> str:
    """Hard-wrapped at 80 columns, as a text printer does; tables stay."""
    return "\n".join(
        textwrap.fill(line, 80, break_long_words=False) if len(line) > 80 and "\t" not in line else line
        for line in text.split("\n")
    )


NOISES: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "eth": lambda text: text.replace("Đ", "Ð"),
    "nbsp": lambda text: text.replace(" ", "\u00a0"),
    "soft hyphens": lambda text: text.replace("định", "đị\u00adnh").replace("hoạch", "ho\u00adạch"),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "wrapped": wrapped,
}


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem[:2])
def test_noise_changes_no_meaning(say, sample: Path, noise: str) -> None:
    text = sample.read_text(encoding="utf-8")
    plain, noisy = say(text), say(NOISES[noise](text))
    assert {work.id for work in plain.works} == {work.id for work in noisy.works}
    assert {(s.subject, s.predicate, s.object) for s in plain.statements} == {
        (s.subject, s.predicate, s.object) for s in noisy.statements
    }
