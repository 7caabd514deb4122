"""The flag as a file."""

from pathlib import Path

import pytest

from helpers.errors import PackError
from helpers.packs.flag import FlagWeights, flag_text, read_flag


def test_a_flag_is_read_as_it_was_written(tmp_path: Path) -> None:
    flag = FlagWeights(bias=-0.5, sign=0.6, at=0.4, weights={"peau ": 0.1, "été": -0.2})
    (tmp_path / "flag.json").write_text(flag_text(flag), encoding="utf-8")
    assert read_flag(tmp_path) == flag


def test_a_pack_may_have_none(tmp_path: Path) -> None:
    assert read_flag(tmp_path) is None


@pytest.mark.parametrize("text", ["", "[]", '{"bias": 1}', '{"bias": "x", "sign": 0, "at": 0, "weights": {}}'])
def test_anything_else_is_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "flag.json").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"flag\.json: not as `workbook train-flag` writes it"):
        read_flag(tmp_path)
