"""The form of an answer as JSON schema, for servers that hold a model to one; what they let through is verified all the same."""

from collections.abc import Iterable, Mapping, Sequence

from helpers.model.problem import PROBLEMS
from helpers.model.second import Task
from helpers.packs.situation import SituationWords
from helpers.second.vocabulary import TopicWords

Schema = dict[str, object]
_TEXT: Schema = {"type": "string"}
_TEXT_OR_NONE: Schema = {"type": ["string", "null"]}
_NUMBER_OR_NONE: Schema = {"type": ["number", "null"]}


def schema_of(
    task: Task, topics: Mapping[str, TopicWords], situation: SituationWords, treatments: Sequence[str]
) -> dict[str, object]:
    """Return the schema of an answer: every key is required, words of closed lists are listed."""
    treatment = _one_of([*treatments, "unspecified"])
    if task == "problems":
        entry = {
            "problem": _one_of(PROBLEMS),
            "sentence": {"type": "integer"},
            "quote": _TEXT,
            "warning": {"type": "array", "items": _TEXT},
            "treatment": treatment,
            "reason": _TEXT,
        }
    else:
        levels = sorted({level for one in topics.values() for level in one.levels})
        narrowed = {key: _TEXT_OR_NONE if key == "area" else _maybe(values) for key, values in situation.keys.items()}
        entry = {
            "sentence": {"type": "integer"},
            "quote": _TEXT,
            "topic": _one_of(topics),
            "item": _TEXT_OR_NONE,
            "level": _maybe(levels),
            "low": _NUMBER_OR_NONE,
            "high": _NUMBER_OR_NONE,
            "certainty": _one_of(["asserted", "hedged"]),
            "treatment": treatment,
            **narrowed,
        }
    return _object({task: {"type": "array", "items": _object(entry)}})


def _one_of(words: Iterable[str]) -> Schema:
    return {"type": "string", "enum": list(words)}


def _maybe(words: Iterable[str]) -> Schema:
    return {"type": ["string", "null"], "enum": [*words, None]}


def _object(properties: Mapping[str, object]) -> Schema:
    return {"type": "object", "properties": dict(properties), "required": list(properties), "additionalProperties": False}
