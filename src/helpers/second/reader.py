"""The model as a reader: what it answered about a page -> the claims and proposals that hold, and what was dropped and why."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from helpers.errors import PackError
from helpers.model import Claim
from helpers.model.second import DROPPED_WORDS, Dropped, DroppedFor, Page, Proposal, SecondRead, Task
from helpers.packs.load import Pack
from helpers.packs.second import read_prompt, read_rulings
from helpers.second.answers import Entry, SaidClaim, SaidProblem, UnreadableAnswer, entries_of, one_line
from helpers.second.join import joined
from helpers.second.kept import Answer, Missing
from helpers.second.parts import Part, halves, parts_of
from helpers.second.places import Places, Refused
from helpers.second.problems import ProblemVerifier, proposed_once
from helpers.second.prompt import Owed, Prompt, Prompts
from helpers.second.verify import Verifier
from helpers.second.vocabulary import vocabulary

ALL: tuple[Task, ...] = ("claims", "problems")


class SecondReader:
    """Asks and believes by the words of one pack; made once, used for any number of pages.

    Parameters
    ----------
    pack : Pack
    owed : callable
        Gives for a class of treatment the warnings that a page owes which offers it.

    Raises
    ------
    PackError
        The pack does not say how a model is asked.
    """

    def __init__(self, pack: Pack, owed: Callable[[str], Sequence[str]]) -> None:
        file, rulings = read_prompt(pack.folders), read_rulings(pack.folders[0])
        if file is None:
            raise PackError(f"the pack {pack.about.name} does not say how a model is asked; give it second_reader/prompt.yml")
        topics = vocabulary(pack, rulings, file.examples)
        self._cuts = {"claims": file.claims.cut, "problems": file.problems.cut}
        self._owed = owed
        self._prompts = Prompts(pack, file, rulings, topics)
        self._verifier = Verifier(topics, pack.situation)
        self._problems = ProblemVerifier()

    def prompts(self, page: Page, tasks: Sequence[Task] = ALL) -> tuple[Prompt, ...]:
        """Return everything that is asked about a page, in order."""
        return self._asked(page, (part for task in tasks for part in parts_of(page, task, self._cuts[task])))

    def smaller(self, page: Page, prompt: Prompt) -> tuple[Prompt, ...]:
        """Return two prompts in the place of one whose answer was cut off; nothing where it cannot be cut."""
        return self._asked(page, halves(prompt.part))

    def _asked(self, page: Page, parts: Iterable[Part]) -> tuple[Prompt, ...]:
        owed = self._owed_by(page)
        return tuple(self._prompts.of(part, page, owed) for part in parts)

    def read(self, page: Page, answers: Iterable[tuple[Prompt, Answer | Missing]]) -> SecondRead:
        """Return what holds of the answers to a page's prompts."""
        found = _Found(page, Places(page))
        owed = self._owed_by(page)
        for prompt, answer in answers:
            self._part(prompt, answer, found, owed)
        return SecondRead(
            read_by="; ".join(dict.fromkeys(found.read_by)),
            claims=joined(found.claims),
            dropped=tuple(found.dropped),
            proposals=proposed_once(found.proposals),
            parts=found.parts,
            answered=len(found.read_by),
        )

    def _owed_by(self, page: Page) -> Owed:
        classes = sorted({one.treatment for one in page.treatments.values()})
        return {name: codes for name in classes if (codes := self._owed(name))}

    def _part(self, prompt: Prompt, answer: Answer | Missing, found: "_Found", owed: Owed) -> None:
        found.parts += 1
        if isinstance(answer, Missing):
            return found.drop(prompt, "no_answer", answer.why)
        if answer.finish != "stop":
            return found.drop(prompt, "cut_off" if answer.finish == "length" else "refused", read_by=answer.read_by)
        try:
            entries = list(entries_of(answer.text, prompt.part.task))
        except UnreadableAnswer as error:
            return found.drop(prompt, error.dropped_for, read_by=answer.read_by)
        found.read_by.append(answer.read_by)
        for entry in entries:
            self._entry(entry, prompt, answer, found, owed)
        return None

    def _entry(self, entry: Entry, prompt: Prompt, answer: Answer, found: "_Found", owed: Owed) -> None:
        try:
            if isinstance(entry.said, SaidClaim):
                found.claims.append(self._verifier.claim(entry.said, prompt.part, found.places, answer.read_by))
            elif isinstance(entry.said, SaidProblem):
                found.proposals.append(self._problems.proposal(entry.said, prompt.part, found.places, owed, answer.read_by))
            else:
                raise Refused("wrong_form")
        except Refused as error:
            found.drop(prompt, error.dropped_for, one_line(entry.written), error, answer.read_by)


@dataclass
class _Found:
    """What was found of a page so far."""

    page: Page
    places: Places
    claims: list[Claim] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    read_by: list[str] = field(default_factory=list)
    parts: int = 0

    def drop(self, prompt: Prompt, why: DroppedFor, said: str = "", error: Refused | None = None, read_by: str = "") -> None:
        sentence = error.sentence if error else None
        self.dropped.append(
            Dropped(
                source_id=self.page.document.source_id,
                task=prompt.part.task,
                part=prompt.part.number,
                dropped_for=why,
                reason=DROPPED_WORDS[why],
                start=sentence.start if sentence else None,
                end=sentence.end if sentence else None,
                said=said,
                read_by=read_by,
            )
        )
