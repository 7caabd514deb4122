"""Answers that are kept: each a file named by the hash of what was asked, of which model, with which settings."""

import hashlib
import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter

from helpers.errors import WorkbookError
from helpers.model.second import EDITION
from helpers.second.prompt import SHOWN, Prompt

BY_HAND = "answered by hand"
_ERRORS = (OSError, ValueError, KeyError, TypeError, RecursionError)


@dataclass(frozen=True)
class Answer:
    """What was answered to one prompt.

    Attributes
    ----------
    text : str
        As it came.
    finish : str
        ``stop``; ``length`` where it was cut off; ``refusal``.
    model : str
        Which model it is of.
    prompt : str
        The hash of what is the same for each page.
    sent, answered : int
        Tokens, as the server counted them; 0 where it did not.
    cost : float
        At the prices of that time.
    """

    text: str
    finish: str = "stop"
    model: str = BY_HAND
    prompt: str = ""
    sent: int = 0
    answered: int = 0
    cost: float = 0.0

    @property
    def read_by(self) -> str:
        """The model and the edition of its prompt, in words."""
        return f"{self.model}{EDITION}{self.prompt[:SHOWN]}" if self.prompt else self.model


_ANSWER = TypeAdapter(Answer)


@dataclass(frozen=True)
class Missing:
    """No answer to a prompt, and why there is none."""

    why: str


@dataclass(frozen=True)
class Kept:
    """The answers of a folder.

    Attributes
    ----------
    folder : Path
        Made when the first answer comes.
    model : str
        Whose answers are looked for; empty where only those that people wrote count.
    settings : mapping
        What beside it decides an answer.
    """

    folder: Path
    model: str
    settings: Mapping[str, object]

    def key(self, prompt: Prompt) -> str:
        """Return the key of an answer: a hash of the page's part, the prompt, the model and the settings, 24 hex digits."""
        asked = (prompt.sha256, prompt.page, self.model, json.dumps(dict(self.settings), sort_keys=True))
        return hashlib.sha256("\x1f".join(asked).encode("utf-8", "surrogatepass")).hexdigest()[:24]

    def get(self, prompt: Prompt) -> Answer | None:
        """Return what is kept for a prompt: the model's answer, else one that was written by hand, else nothing.

        Raises
        ------
        WorkbookError
            A file is there and holds no answer.
        """
        if self.model and (own := self._read(self.folder / f"{self.key(prompt)}.json")):
            return own
        return self._read(self.folder / f"{prompt.part.key}.json")

    def put(self, prompt: Prompt, answer: Answer) -> None:
        """Keep an answer; the file is there as a whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        record = {"part": prompt.part.key, "page": prompt.part.source_id, "task": prompt.part.task, **asdict(answer)}
        told = json.dumps({**record, "settings": dict(self.settings)}, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
        with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".", suffix=".tmp", delete=False) as file:
            file.write(told.encode("utf-8", "surrogatepass"))
        draft = Path(file.name)
        try:
            draft.replace(self.folder / f"{self.key(prompt)}.json")
        except OSError:
            draft.unlink(missing_ok=True)
            raise

    @staticmethod
    def _read(file: Path) -> Answer | None:
        try:
            record = json.loads(file.read_text(encoding="utf-8", errors="surrogatepass"))
            if not isinstance(record, dict):
                raise ValueError
            if "text" not in record:  # written by hand: the answer itself
                return Answer(json.dumps(record, ensure_ascii=False))
            return _ANSWER.validate_python({name: record[name] for name in Answer.__dataclass_fields__})
        except FileNotFoundError:
            return None
        except _ERRORS:
            raise WorkbookError("holds no answer; mend it or take it away, and it is asked again", path=file) from None
