"""Schema of ``publishing.yml``: what may be published, as ordered rules; markets; and what a draft is checked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from helpers.model.decision import Verdict as Ruled
from helpers.model.disclosure import State as DisclosureState
from helpers.model.evidence import Verdict as Evidence
from helpers.model.finding import FindingKind
from helpers.model.judgement import State
from helpers.model.publishing import Action, Alarm
from helpers.packs.read import Strict, read_yaml

LawKind = Literal["regulation", "advertising"]
FILE = "publishing.yml"


class ClaimFacts(Strict):
    """What is known of one claim when it is decided what to do with it.

    Attributes
    ----------
    verdict : str or None
        None where nothing is settled.
    expired, wording, references : bool
        The decision is past its day; it suggests a wording; it cites something.
    evidence : str or None
        What the register says beside the claim.
    findings : tuple of str
        Kinds of the findings of high or medium severity about it.
    laws : tuple of str
        Kinds of the market's laws and codes that bear on it and that the decision does not cite.
    against_approved : bool
        It conflicts with another claim that the reviewers let stand.
    """

    state: State = "decided"
    verdict: Ruled | None = None
    expired: bool = False
    wording: bool = False
    references: bool = False
    evidence: Evidence | None = None
    findings: tuple[FindingKind, ...] = ()
    laws: tuple[LawKind, ...] = ()
    against_approved: bool = False


class ClaimRule(Strict):
    """What to do with a claim of which every condition that is given holds; ``ClaimFacts`` says what each means.

    Attributes
    ----------
    states, verdicts, evidence, findings, laws : tuple of str
        One of these; empty takes any.
    examples : tuple of ClaimFacts
        Claims that this rule decides.
    counterexamples : tuple of ClaimFacts
        Claims of which some condition does not hold; a rule without conditions has none.
    """

    id: str = Field(min_length=1)
    action: Action
    states: tuple[State, ...] = ()
    verdicts: tuple[Ruled, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[FindingKind, ...] = ()
    laws: tuple[LawKind, ...] = ()
    expired: bool | None = None
    wording: bool | None = None
    references: bool | None = None
    against_approved: bool | None = None
    reason: str
    examples: tuple[ClaimFacts, ...] = Field(min_length=1)
    counterexamples: tuple[ClaimFacts, ...] = ()

    def applies(self, facts: ClaimFacts) -> bool:
        """Say whether every condition holds."""
        return (
            (not self.states or facts.state in self.states)
            and (not self.verdicts or facts.verdict in self.verdicts)
            and (not self.evidence or facts.evidence in self.evidence)
            and (not self.findings or not set(self.findings).isdisjoint(facts.findings))
            and (not self.laws or not set(self.laws).isdisjoint(facts.laws))
            and self.expired in (None, facts.expired)
            and self.wording in (None, facts.wording)
            and self.references in (None, facts.references)
            and self.against_approved in (None, facts.against_approved)
        )


class PageFacts(Strict):
    """What is known of one page when it is decided what to do with it.

    Attributes
    ----------
    could_be_read : bool
        It is in the pack's language and field, and long enough.
    claims : bool
        It makes any.
    risk_lost : bool
        A list was lost that may have held risks.
    lost : bool
        A list was lost.
    warning_gone : bool
        An earlier version warned of something that this one does not warn of in any words, and nobody let it go.
    unread : bool
        A sentence that no rule has read is on hold.
    inserts : bool
        Reviewers decided which of the warnings that it leaves out are to be inserted.
    disclosures : tuple of str
        States of the warnings that it owes and that nobody has decided on.
    actions : tuple of str
        What is to be done with its claims.
    """

    could_be_read: bool = True
    claims: bool = True
    risk_lost: bool = False
    lost: bool = False
    warning_gone: bool = False
    unread: bool = False
    inserts: bool = False
    disclosures: tuple[DisclosureState, ...] = ()
    actions: tuple[Action, ...] = ()


class PageRule(Strict):
    """What to do with a page of which every condition that is given holds; ``PageFacts`` says what each means."""

    id: str = Field(min_length=1)
    action: Action
    could_be_read: bool | None = None
    claims: bool | None = None
    risk_lost: bool | None = None
    lost: bool | None = None
    warning_gone: bool | None = None
    unread: bool | None = None
    inserts: bool | None = None
    disclosures: tuple[DisclosureState, ...] = ()
    actions: tuple[Action, ...] = ()
    reason: str
    examples: tuple[PageFacts, ...] = Field(min_length=1)
    counterexamples: tuple[PageFacts, ...] = ()

    def applies(self, facts: PageFacts) -> bool:
        """Say whether every condition holds."""
        return (
            self.could_be_read in (None, facts.could_be_read)
            and self.claims in (None, facts.claims)
            and self.risk_lost in (None, facts.risk_lost)
            and self.lost in (None, facts.lost)
            and self.warning_gone in (None, facts.warning_gone)
            and self.unread in (None, facts.unread)
            and self.inserts in (None, facts.inserts)
            and (not self.disclosures or not set(self.disclosures).isdisjoint(facts.disclosures))
            and (not self.actions or not set(self.actions).isdisjoint(facts.actions))
        )


class Market(Strict):
    """Where a page is to be published.

    Attributes
    ----------
    countries : tuple of str
        Whose laws and codes apply, as ``mapping.yml`` of the evidence register names them; empty takes every country's.
    """

    title: str
    countries: tuple[str, ...] = ()


class Check(Strict):
    """What a draft is checked for.

    Attributes
    ----------
    title : str
        What is wrong, in a few words.
    help : str
        What to do about it.
    """

    severity: Alarm
    title: str
    help: str


class PublishingFile(Strict):
    """A pack's rules for publishing; parts that it leaves out are those of the pack it extends."""

    claims: tuple[ClaimRule, ...] = ()
    pages: tuple[PageRule, ...] = ()
    markets: dict[str, Market] = Field(default_factory=dict)
    checks: dict[str, Check] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _decides_everything(self) -> Self:
        for name, rules in (("claims", self.claims), ("pages", self.pages)):
            ids = [rule.id for rule in rules]
            twice = sorted({one for one in ids if ids.count(one) > 1})
            if twice:
                raise ValueError(f"{name}: the rule id {twice[0]} stands twice; rename one")
            if rules and not _takes_the_rest(rules[-1]):
                raise ValueError(f"{name}: the last rule must have no condition and hold what no other rule decides")
        return self


def read_publishing(folders: Sequence[Path]) -> PublishingFile:
    """Read the rules of a pack.

    Parameters
    ----------
    folders : sequence of Path
        The pack's own folder, then that of the pack it extends.

    Raises
    ------
    PackError
        A file is wrong, or none of the folders has one.
    """
    found = [path for path in (folder / FILE for folder in folders) if path.is_file()]
    files = [read_yaml(path, PublishingFile) for path in found or [folders[0] / FILE]]
    parts = {name: next((part for file in files if (part := getattr(file, name))), None) for name in PublishingFile.model_fields}
    return PublishingFile(**{name: part for name, part in parts.items() if part})


def _takes_the_rest(rule: ClaimRule | PageRule) -> bool:
    told = {"id", "action", "reason", "examples", "counterexamples"}
    return rule.action == "hold" and not (rule.model_fields_set - told)
