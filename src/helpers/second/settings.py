"""Which model is asked, and how: from the environment, else from a settings file; the key is never written down anywhere."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError

from helpers.errors import WorkbookError
from helpers.packs.read import Strict

PREFIX = "WORKBOOK_MODEL_"
FILE = "WORKBOOK_MODEL_SETTINGS"
DEFAULT_FILE = Path("~/.config/workbook/model.toml")


class ModelSettings(Strict):
    """A server that speaks the OpenAI-compatible chat interface, and a model on it.

    Attributes
    ----------
    url, name : str
        The server's address, such as ``http://127.0.0.1:8080/v1``, and the model's name on it.
    key : SecretStr
        Sent to the server alone; a local one often takes any.
    timeout : float
        Seconds to wait for an answer.
    retries : int
        How often a question is asked again where the server fails or says that it is busy.
    at_once : int
        Questions that wait for an answer at the same time.
    a_minute : int
        Questions that are begun in a minute; 0 is as many as there are.
    most : int
        Tokens of one answer.
    temperature : float
    price_in, price_out : float
        Of a million tokens that are sent, and that are answered, in your currency; 0 where nothing is paid.
    ask_above : float
        From which price of a run on a person is asked first; without prices it counts ``ask_above_tokens``.
    ask_above_tokens : int
    """

    url: str = ""
    name: str = ""
    key: SecretStr = SecretStr("")
    timeout: float = Field(default=120, gt=0)
    retries: int = Field(default=4, ge=0)
    at_once: int = Field(default=4, ge=1, le=64)
    a_minute: int = Field(default=0, ge=0)
    most: int = Field(default=16000, ge=100)
    temperature: float = Field(default=0, ge=0, le=2)
    price_in: float = Field(default=0, ge=0)
    price_out: float = Field(default=0, ge=0)
    ask_above: float = Field(default=1, ge=0)
    ask_above_tokens: int = Field(default=500_000, ge=0)

    @property
    def asked(self) -> dict[str, object]:
        """What beside the model and the prompt decides an answer: answers are kept by it."""
        return {"most": self.most, "temperature": self.temperature}

    def cost(self, sent: int, answered: int) -> float:
        """Return the price of some tokens."""
        return round((sent * self.price_in + answered * self.price_out) / 1_000_000, 6)


def read_settings(environment: Mapping[str, str] = os.environ) -> ModelSettings:
    """Read the settings: ``WORKBOOK_MODEL_URL`` and the like, each before the same key of the settings file.

    Raises
    ------
    WorkbookError
        A value is none; the line never holds the key.
    """
    named = environment.get(FILE)
    file = Path(named or DEFAULT_FILE).expanduser()
    given = _of_file(file, named=named is not None)
    fields = {name: value for name in ModelSettings.model_fields if (value := environment.get(PREFIX + name.upper()))}
    try:
        return ModelSettings.model_validate({**given, **fields})
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        name = str(first["loc"][0])
        where = PREFIX + name.upper() if name in fields else f"{file}: {name}"
        raise WorkbookError(f"{where}: {first['msg']}") from None


def _of_file(file: Path, *, named: bool) -> Mapping[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if named:
            raise WorkbookError(f"there is no such file; make it or unset {FILE}", path=file) from None
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise WorkbookError("cannot be read as TOML; mend it", path=file) from None
