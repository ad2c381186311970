"""Measures extraction against annotated documents, and fails below the floors of `scores.toml`.

    python tests/scores.py ../shared/eval [--errors]

The folder holds gold/*.json with score.py, and vnlegaltext/val.jsonl with score_vnlegaltext.py; the annotated texts are
beside it in corpus/seeds/*.txt.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

FLOORS = Path(__file__).with_suffix(".toml")
LINE = re.compile(r"^(?P<name>.+?)\s+P [\d.]+\s+R [\d.]+\s+F1 (?P<f1>[\d.]+)", re.MULTILINE)
"""One measure as score_vnlegaltext.py prints it."""

Scores = dict[str, float]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--errors", action="store_true", help="list every difference from the gold documents")
    chosen = arguments.parse_args()
    if not (chosen.folder / "gold").is_dir():
        print(f"No gold documents in {chosen.folder}: nothing measured.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        measured = {
            "gold": gold_scores(chosen.folder, Path(scratch), chosen.errors),
            "vnlegaltext": vnlegaltext_scores(chosen.folder, Path(scratch)),
        }
    missed = list(below_floors(measured, tomllib.loads(FLOORS.read_text(encoding="utf-8"))))
    print("\n".join(missed) or "All scores are on or above their floors.")
    return 1 if missed else 0


def gold_scores(folder: Path, scratch: Path, errors: bool) -> Scores:
    """F1 or accuracy of each measure over the annotated documents."""
    predicted, report = scratch / "gold", scratch / "report.json"
    predicted.mkdir()
    for gold in sorted((folder / "gold").glob("*.json")):
        text = folder.parent / "corpus" / "seeds" / f"{gold.stem}.txt"
        extract(text, predicted / gold.name, "json")
    flags = ["--errors"] if errors else []
    run(folder / "score.py", "--gold", folder / "gold", "--pred", predicted, "--json", report, *flags)
    return dict(flat(json.loads(report.read_text(encoding="utf-8"))))


def vnlegaltext_scores(folder: Path, scratch: Path) -> Scores:
    """F1 of each measure over the sentences of VNLegalText."""
    sentences, predicted = folder / "vnlegaltext" / "val.jsonl", scratch / "val.jsonl"
    extract(sentences, predicted, "jsonl")
    printed = run(folder / "score_vnlegaltext.py", "--gold", sentences, "--pred", predicted)
    return {match["name"]: float(match["f1"]) for match in LINE.finditer(printed)}


def flat(report: dict[str, object]) -> Iterator[tuple[str, float]]:
    """Each measure with its one number."""
    for name, value in report.items():
        number = value.get("f1", value.get("accuracy")) if isinstance(value, dict) else value
        if isinstance(number, int | float):
            yield name, float(number)


def below_floors(measured: dict[str, Scores], floors: dict[str, Scores]) -> Iterator[str]:
    """What is lower than it must be, or no longer measured at all."""
    for group, limits in floors.items():
        for name, floor in limits.items():
            score = measured[group].get(name)
            if score is None:
                yield f"BELOW FLOOR {group}: {name!r} was not measured (floor {floor})"
            elif score < floor:
                yield f"BELOW FLOOR {group}: {name!r} is {score:.4f}, floor {floor}"


def extract(text: Path, target: Path, form: str) -> None:
    with target.open("wb") as output:
        subprocess.run([cancu(), "extract", str(text), "--format", form], stdout=output, check=True)


def run(script: Path, *arguments: object) -> str:
    """What a score script prints; shown to the reader, too."""
    command = [sys.executable, str(script), *map(str, arguments)]
    printed = subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout
    print(printed)
    return printed


def cancu() -> str:
    return str(Path(sys.executable).with_name("cancu"))


if __name__ == "__main__":
    sys.exit(main())
