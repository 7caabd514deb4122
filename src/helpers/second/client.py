"""Asks a server that speaks the OpenAI-compatible chat interface; the only module that goes out to the network."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from helpers.errors import WorkbookError
from helpers.second.kept import Answer, Missing
from helpers.second.prompt import Prompt
from helpers.second.settings import ModelSettings

if TYPE_CHECKING:
    from openai import OpenAI

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_FORMS = ("json_schema", "json_object", "")  # a server that takes none of the first two is asked by words alone
_LIMITS = ("max_completion_tokens", "max_tokens")


@dataclass
class Client:
    """A model on a server.

    Attributes
    ----------
    settings : ModelSettings
    """

    settings: ModelSettings
    _form: int = 0
    _limit: int = 1
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        """Make the connection; nothing is sent yet."""
        self._openai = _connection(self.settings)

    def ask(self, prompt: Prompt) -> Answer | Missing:
        """Return the answer to a prompt, or why there is none after every retry.

        Raises
        ------
        WorkbookError
            No question at all would be answered: the address, the model or the key is wrong.
        """
        import openai

        while True:
            form, limit = self._form, self._limit
            try:
                return self._answer(self._openai.chat.completions.create(**self._asked(prompt, form, limit)), prompt)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if not self._easier(form, limit, str(error)):
                    return Missing(f"the server does not take the question (HTTP {error.status_code})")
            except openai.APITimeoutError:
                return Missing(f"the server did not answer within {self.settings.timeout:g} seconds")
            except openai.APIConnectionError:
                return Missing("the server cannot be reached")
            except (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError) as error:
                raise WorkbookError(_wrong(self.settings, error.status_code)) from None
            except openai.APIStatusError as error:
                return Missing(f"the server fails (HTTP {error.status_code})")
            except (openai.OpenAIError, ValueError, TypeError, AttributeError, LookupError):
                return Missing("the server's answer is no chat completion")

    def _asked(self, prompt: Prompt, form: int, limit: int) -> dict[str, Any]:
        asked: dict[str, Any] = {
            "model": self.settings.name,
            "temperature": self.settings.temperature,
            "messages": [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.page}],
            _LIMITS[limit]: self.settings.most,
        }
        if _FORMS[form] == "json_schema":
            schema = {"name": prompt.part.task, "strict": True, "schema": prompt.schema}
            asked["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif _FORMS[form]:
            asked["response_format"] = {"type": "json_object"}
        return asked

    def _easier(self, form: int, limit: int, said: str) -> bool:
        """Ask for less from now on, where the server did not take what was asked for; return whether there is less."""
        with self._lock:
            if (form, limit) != (self._form, self._limit):
                return True  # another question was refused before: ask as that one is asked now
            if _LIMITS[limit] in said and limit:
                self._limit = 0
            elif form + 1 < len(_FORMS):
                self._form = form + 1
            else:
                return False
            return True

    def _answer(self, told: Any, prompt: Prompt) -> Answer:
        [choice, *_] = told.choices
        message, usage = choice.message, told.usage
        refused = bool(getattr(message, "refusal", None)) or choice.finish_reason == "content_filter"
        finish = "refusal" if refused else "length" if choice.finish_reason == "length" else "stop"
        text = (getattr(message, "refusal", None) if refused else message.content) or ""
        sent, answered = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
        cost = self.settings.cost(sent, answered)
        return Answer(str(text), finish, self.settings.name, prompt.sha256, sent, answered, cost)


def _count(usage: object, name: str) -> int:
    count = getattr(usage, name, 0)
    return count if isinstance(count, int) and count >= 0 else 0


def _connection(settings: ModelSettings) -> "OpenAI":
    """Return the kept library's client; what is on this machine is never asked through a proxy."""
    import openai

    address = urlsplit(settings.url)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise WorkbookError("the model's address must begin with http:// or https://; set WORKBOOK_MODEL_URL")
    own: Mapping[str, Any] = {"trust_env": False} if address.hostname in HERE else {}
    return openai.OpenAI(
        base_url=settings.url,
        api_key=settings.key.get_secret_value() or "none",
        timeout=settings.timeout,
        max_retries=settings.retries,
        http_client=openai.DefaultHttpx2Client(**own),
    )


def _wrong(settings: ModelSettings, status: int) -> str:
    if status == 404:
        return f"the server has no model {settings.name!r} at this address; mend WORKBOOK_MODEL_URL or WORKBOOK_MODEL_NAME"
    return f"the server refuses the key (HTTP {status}); mend WORKBOOK_MODEL_KEY"
