"""A pack's hash tells any change of what was written for it, and nothing else."""

from pathlib import Path

import pytest

from helpers.model import Document
from helpers.packs.fingerprint import fingerprint
from helpers.packs.load import load_pack
from helpers.pipeline import Pipeline


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    for name in ("own/rules/a.yml", "base/lexicons/b.yml", "tables/c.csv", "tables/README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one\ntwo\n", encoding="utf-8")
    return [tmp_path / name for name in ("own", "base", "tables")]


def of(folders: list[Path]) -> str:
    return fingerprint(folders[:2], folders[2])


@pytest.mark.parametrize("file", ["own/rules/a.yml", "base/lexicons/b.yml", "tables/c.csv"])
def test_it_tells_a_change_a_new_file_and_a_new_name(folders, tmp_path, file):
    seen = {of(folders)}
    path = tmp_path / file
    path.write_text("one\ntwo \n", encoding="utf-8")
    seen.add(of(folders))
    path.with_stem("other").write_text("", encoding="utf-8")
    seen.add(of(folders))
    path.rename(path.with_stem("moved"))
    assert len(seen | {of(folders)}) == 4


def test_it_is_the_same_wherever_the_pack_lies_and_however_lines_end(folders, tmp_path):
    before = of(folders)
    (tmp_path / "own" / "rules" / "a.yml").write_bytes(b"one\r\ntwo\r\n")
    (tmp_path / "tables" / "README.md").write_text("changed", encoding="utf-8")
    folders[0].rename(tmp_path / "elsewhere")
    assert of([tmp_path / "elsewhere", *folders[1:]]) == before


def test_a_review_names_it():
    pack = load_pack("supplements")
    review = Pipeline(pack).review([Document("a", "Zinc may cause nausea.", "", "a.txt")])
    assert review.pack == pack.edition == f"supplements 1.0.0 {pack.sha256[:12]}"
    assert load_pack("aesthetics").sha256 != pack.sha256
