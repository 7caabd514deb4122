"""What a run will send and cost, before anything is sent: counted in characters, so that no tokenizer is needed."""

from collections.abc import Iterable
from dataclasses import dataclass

from helpers.second.prompt import Prompt
from helpers.second.settings import ModelSettings

CHARACTERS_A_TOKEN = 4  # of English text and JSON, about
_ANSWERED = {"claims": 0.75, "problems": 0.1}  # tokens of the answer for a character of the page, about: on the high side


@dataclass(frozen=True)
class Estimate:
    """What is expected of some questions."""

    questions: int
    sent: int
    answered: int
    cost: float

    @property
    def tokens(self) -> int:
        """All of them."""
        return self.sent + self.answered


def estimate(prompts: Iterable[Prompt], settings: ModelSettings) -> Estimate:
    """Return how many tokens some prompts will take, about, and what they cost at the prices of the settings."""
    sent = answered = questions = 0
    for one in prompts:
        page = sum(map(len, one.part.lines))
        questions += 1
        sent += -(-(len(one.system) + len(one.page)) // CHARACTERS_A_TOKEN)
        answered += min(settings.most, round(page * _ANSWERED[one.part.task]) + 20)
    return Estimate(questions, sent, answered, settings.cost(sent, answered))


def must_ask(expected: Estimate, settings: ModelSettings) -> bool:
    """Say whether a person must be asked before this is sent."""
    priced = settings.price_in or settings.price_out
    return expected.cost > settings.ask_above if priced else expected.tokens > settings.ask_above_tokens
