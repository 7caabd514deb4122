"""The prompts of a pack: the same words for every page, then the part of the page, marked as data."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from helpers.errors import PackError
from helpers.model.second import Page, Task
from helpers.packs.load import Pack
from helpers.packs.second import PROMPT, PromptFile, Rulings, Shown, TaskPrompt
from helpers.second.parts import Part
from helpers.second.schema import schema_of
from helpers.second.vocabulary import TopicWords

if TYPE_CHECKING:
    from jinja2 import Template

SHOWN = 12  # hex digits of a hash that people see
Owed = Mapping[str, Sequence[str]]
_WORDS = 4  # that are shown of those that say a situation
_SHOWN_AS = ("topic", "item", "level", "low", "high", "certainty")


class Prompt(NamedTuple):
    """One question to a model.

    Attributes
    ----------
    part : Part
    system, page : str
        What is the same for each page, and the part of the page.
    sha256 : str
        Of everything that is the same for each page, the form of the answer included.
    """

    part: Part
    system: str
    page: str
    sha256: str
    schema: dict[str, object]

    @property
    def edition(self) -> str:
        """The first digits of its hash."""
        return self.sha256[:SHOWN]


class Prompts:
    """Makes the prompts of a pack.

    Parameters
    ----------
    pack : Pack
    file : PromptFile
    rulings : Rulings
    topics : mapping of str to TopicWords
    """

    def __init__(self, pack: Pack, file: PromptFile, rulings: Rulings, topics: Mapping[str, TopicWords]) -> None:
        self._pack, self._file, self._rulings, self._topics = pack, file, rulings, topics
        from jinja2 import Environment, StrictUndefined  # here, because most of what is read asks no model

        self._environment = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)

    def of(self, part: Part, page: Page, owed: Owed) -> Prompt:
        """Return what is asked about one part of a page.

        Parameters
        ----------
        owed : mapping of str to sequence of str
            By treatment that the page names, the warnings that such a page owes.
        """
        treatments = tuple(sorted(page.treatments))
        mark = hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()[:SHOWN]
        words = {"treatments": treatments, "owed": sorted(owed.items()), "lines": part.lines, "mark": mark}
        told = _rendered(self._pages[part.task], words)
        schema = schema_of(part.task, self._topics, self._pack.situation, treatments)
        return Prompt(part, self._systems[part.task], told.strip() + "\n", self._hashes[part.task], schema)

    @cached_property
    def _systems(self) -> dict[Task, str]:
        """What is the same for each page, by task."""
        return {task: _squeezed(_rendered(self._template(one.system), self._words)) for task, one in self._tasks.items()}

    @cached_property
    def _hashes(self) -> dict[Task, str]:
        return {
            task: hashlib.sha256("\x1f".join((self._file.version, system, self._tasks[task].page)).encode()).hexdigest()
            for task, system in self._systems.items()
        }

    @cached_property
    def _pages(self) -> "dict[Task, Template]":
        return {task: self._template(one.page) for task, one in self._tasks.items()}

    @property
    def _tasks(self) -> dict[Task, TaskPrompt]:
        return {"claims": self._file.claims, "problems": self._file.problems}

    def _template(self, words: str) -> "Template":
        from jinja2 import TemplateError

        try:
            return self._environment.from_string(words)
        except TemplateError as error:
            raise _broken(error) from None

    @property
    def _words(self) -> dict[str, object]:
        """What the templates name."""
        shown = self._rulings.shown
        return {
            "title": self._pack.about.title,
            "topics": [self._topic(one) for one in self._topics.values()],
            "quantities": self._rulings.quantities,
            "general": self._rulings.general,
            "situations": [
                (key, [(value, one.words[:_WORDS]) for value, one in values.items()])
                for key, values in self._pack.situation.keys.items()
            ],
            "shown": [{"text": one.text, "answer": _answer(place, one)} for place, one in enumerate(shown, start=1)],
            "problems": list(self._rulings.problems.items()),
            "problem_rulings": self._rulings.problem_rulings,
        }

    def _topic(self, one: TopicWords) -> dict[str, object]:
        topic = one.topic
        return {
            "name": one.name,
            "title": topic.title,
            "about": topic.about,
            "excludes": topic.excludes,
            "members": list(one.items),
            "kind": topic.items,
            "is_open": one.is_open,
            "notes": list(self._rulings.items.get(one.name, {}).items()),
            "scale": topic.scale,
            "levels": topic.levels,
            "unit": topic.unit,
            "rulings": self._rulings.topics.get(one.name, ()),
            "examples": one.examples,
        }


def _rendered(template: "Template", words: Mapping[str, object]) -> str:
    from jinja2 import TemplateError

    try:
        return template.render(**words)
    except (TemplateError, TypeError, ValueError) as error:
        raise _broken(error) from None


def _broken(error: Exception) -> PackError:
    return PackError(f"a template does not hold together ({error}); mend it", path=PROMPT)


def _answer(place: int, one: Shown) -> str:
    """Return what a sentence says as an answer gives it, a claim a line."""
    said = [
        {"sentence": place, "quote": claim["quote"], **{key: _plain(claim.get(key)) for key in _SHOWN_AS}} for claim in one.claims
    ]
    return "\n".join(json.dumps(entry, ensure_ascii=False) for entry in said) if said else "no claim"


def _plain(value: str | float | None) -> str | float | None:
    """Return a whole number without its point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _squeezed(text: str) -> str:
    """Return a text without the empty lines that a template leaves where it says nothing."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines) + "\n"
