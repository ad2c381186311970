"""Broken files for one loader, found by what code they reach: no crash, no hang, no error without a name.

    pip install atheris            # Linux and macOS; no part of the project
    python benchmarks/fuzz.py a.docx [--seconds 300] [--seconds-each 10]

Starts from the small valid file of that name (`tests/loaders/formats/seeds.py`); all formats are asked for every input
as in a load. Recognition and LibreOffice are other programs and are left out. A file that breaks something is written
to `--found` (default: fuzz-found) and the run ends with its traceback.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import zipfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["loaders", "ontology"]):
    from loaders import formats
    from loaders.formats import ocr, pptx, word, workbook
    from loaders.read import extract
    from ontology.errors import SourceError
    from ontology.records import Source

from tests.loaders.formats.seeds import SEEDS, zipped

OTHERS = {*word.MEDIA_TYPES, pptx.PPT, pptx.ODP, workbook.ODS, workbook.XLSB}
"""Media types that LibreOffice reads."""

NAMES = sorted(SEEDS)


def mutated(data: bytes, size: int, seed: int) -> bytes:
    """Another input. Of a zip mostly one part is changed and the zip made anew: broken bytes of a packed part only say
    that it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
    except Exception:  # noqa: BLE001 - no zip, or one that was broken before
        parts = {}
    if not parts or seed % 8 == 0:
        return bytes(atheris.Mutate(data, size))
    chosen = sorted(parts)[seed // 8 % len(parts)]
    parts[chosen] = bytes(atheris.Mutate(parts[chosen], 2 * len(parts[chosen]) + 64))
    return zipped(parts, zipfile.ZIP_STORED)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--seconds-each", type=int, default=10, help="of one input, beyond which it hangs")
    parser.add_argument("--found", type=Path, default=Path("fuzz-found"))
    chosen = parser.parse_args()
    ocr.available = lambda: True
    ocr.recognise = lambda *_: ocr.Recognised((), None)
    chosen.found.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        for name in NAMES if chosen.name == "a.zip" else [chosen.name]:
            (seeds / name).write_bytes(SEEDS[name]())

        def one(data: bytes) -> None:
            for each in formats.opened(chosen.name, data):
                if isinstance(each, Source) and each.media_type not in OTHERS:
                    try:
                        extract(each)
                    except SourceError as error:
                        if not error.code.startswith(("source.", "register.")):
                            raise

        limits = [f"-max_total_time={chosen.seconds}", f"-timeout={chosen.seconds_each}", "-rss_limit_mb=3000"]
        atheris.Setup(
            [sys.argv[0], str(seeds), *limits, "-max_len=65536", f"-artifact_prefix={chosen.found}/"],
            one,
            custom_mutator=mutated,
        )
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
