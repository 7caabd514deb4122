"""Which model is asked: the environment before the settings file, and the key in no message."""

import pytest

from helpers.errors import WorkbookError
from helpers.second.settings import read_settings

KEY = "sk-very-secret"


def test_the_environment_goes_before_the_file(tmp_path):
    file = tmp_path / "model.toml"
    file.write_text(f'url = "http://127.0.0.1:1/v1"\nname = "small"\nkey = "{KEY}"\ntimeout = 5\n', encoding="utf-8")
    found = read_settings({"WORKBOOK_MODEL_SETTINGS": str(file), "WORKBOOK_MODEL_NAME": "large", "WORKBOOK_MODEL_AT_ONCE": "2"})
    assert (found.url, found.name, found.timeout, found.at_once) == ("http://127.0.0.1:1/v1", "large", 5, 2)
    assert found.key.get_secret_value() == KEY


def test_without_either_no_model_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.second.settings.DEFAULT_FILE", tmp_path / "none.toml")
    assert (read_settings({}).url, read_settings({}).name) == ("", "")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (f'key = "{KEY}"\nurl = [', "cannot be read as TOML"),
        (f'key = "{KEY}"\nmodel = "x"', "model: "),
        (f'key = ["{KEY}"]', "key: "),
        (f'key = "{KEY}"\ntimeout = -1', "timeout: "),
        (b"\xff", "cannot be read as TOML"),
    ],
)
def test_a_wrong_file_is_one_line_without_the_key(tmp_path, content, told):
    file = tmp_path / "model.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(WorkbookError, match=told) as raised:
        read_settings({"WORKBOOK_MODEL_SETTINGS": str(file)})
    assert KEY not in str(raised.value) and "\n" not in str(raised.value)


def test_a_wrong_value_names_its_variable_and_not_the_value():
    with pytest.raises(WorkbookError, match=r"^WORKBOOK_MODEL_RETRIES: ") as raised:
        read_settings({"WORKBOOK_MODEL_RETRIES": KEY})
    assert KEY not in str(raised.value)


def test_a_file_that_is_named_must_be_there(tmp_path):
    with pytest.raises(WorkbookError, match="there is no such file"):
        read_settings({"WORKBOOK_MODEL_SETTINGS": str(tmp_path / "none.toml")})
