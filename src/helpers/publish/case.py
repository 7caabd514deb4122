"""Everything that stands about the claims of a review when it is decided what to publish."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from helpers.model.claim import Claim
from helpers.model.decision import HARMLESS, MISREAD
from helpers.model.evidence import EvidenceMatch
from helpers.model.finding import Finding
from helpers.model.judgement import Judgement, statement_of
from helpers.model.names import Names
from helpers.model.owed import OWED
from helpers.model.review import Review
from helpers.packs.publishing import ClaimFacts
from helpers.publish.laws import Laws

_Said = tuple[str, str]  # a source and a statement that it makes


@dataclass(frozen=True)
class Case:
    """A review, what the reviewers made of it, the market's laws, and the day that counts.

    Attributes
    ----------
    review : Review
    judgements : mapping of str to Judgement
        By claim id; a claim that is not in it is unreviewed.
    laws : Laws
    as_of : datetime.date
    """

    review: Review
    judgements: Mapping[str, Judgement]
    laws: Laws
    as_of: datetime.date

    @cached_property
    def names(self) -> Names:
        """What the sources are called where people read of them."""
        return Names(self.review)

    @cached_property
    def told(self) -> tuple[Claim, ...]:
        """What reviewers decide on: the sources' own claims and the sentences that no rule has read, by source and place.

        What they found read wrongly stands there no longer, also where the sources were not read anew since.
        """
        return tuple(claim for claim in self.review.to_judge if not self.is_misread(claim.claim_id))

    def is_misread(self, claim_id: str) -> bool:
        """Say whether it is settled that a claim was read wrongly."""
        judgement = self.judgements.get(claim_id)
        return judgement is not None and judgement.ruling is not None and judgement.ruling.verdict == MISREAD

    @cached_property
    def worded(self) -> tuple[Claim, ...]:
        """What of it stands in words of the page: a warning that is left out does not."""
        return tuple(claim for claim in self.told if claim.topic != OWED)

    @cached_property
    def not_owed(self) -> frozenset[tuple[str, str]]:
        """Sources and treatments whose missing warnings need not come: a reviewer found so and said why."""
        return frozenset((claim.source_id, claim.treatment) for claim in self.told if claim.topic == OWED and self._let_go(claim))

    def _let_go(self, claim: Claim) -> bool:
        judgement = self.judgement(claim)
        ruling = judgement.ruling
        waived = ruling is not None and ruling.verdict in ("out_of_scope", HARMLESS) and bool(ruling.reason.strip())
        return waived and not self.is_expired(judgement)

    @cached_property
    def matches(self) -> dict[str, EvidenceMatch]:
        """What the register says, by claim id."""
        return {match.claim_id: match for match in self.review.matches}

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """The findings about each claim, the gravest first, but those that do no harm."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in (one for one in self.review.findings if one.finding_id not in self.cleared):
            for claim_id in finding.claim_ids:
                found[claim_id].append(finding)
        return dict(found)

    @cached_property
    def cleared(self) -> frozenset[str]:
        """The ids of findings that are right and do no harm: all the words that they rest on were found to be so."""
        harmless = {name for name, one in self.judgements.items() if _is_harmless(one) and not self.is_expired(one)}
        return frozenset(one.finding_id for one in self.review.findings if one.claim_ids and harmless.issuperset(one.claim_ids))

    @cached_property
    def statements(self) -> dict[str, str]:
        """The statement that each claim makes, by claim id."""
        return {claim.claim_id: statement_of(claim) for claim in self.told}

    @cached_property
    def by_statement(self) -> dict[str, list[Claim]]:
        """The claims that the sources make, by what they say."""
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.told:
            found[self.statements[claim.claim_id]].append(claim)
        return dict(found)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The sources' texts, by source id."""
        return {reading.document.source_id: reading.document.text for reading in self.review.readings}

    def sentence(self, claim: Claim) -> str:
        """Return the sentence that holds a claim, on one line."""
        return " ".join(self.texts[claim.source_id][claim.sentence_start : claim.sentence_end].split())

    def judgement(self, claim: Claim) -> Judgement:
        """Return what stands about a claim."""
        return self.judgements.get(claim.claim_id) or Judgement(claim.claim_id, "unreviewed")

    def is_expired(self, judgement: Judgement) -> bool:
        """Say whether a decision is past the last day it is good for."""
        day = judgement.ruling.expires if judgement.ruling else None
        return day is not None and self.as_of.isoformat() > day

    def is_approved(self, claim: Claim) -> bool:
        """Say whether a claim may stand as it is, as far as the reviewers go."""
        judgement = self.judgement(claim)
        return judgement.ruling is not None and judgement.ruling.verdict == "substantiated" and not self.is_expired(judgement)

    def laws_on(self, claim: Claim) -> tuple[str, ...]:
        """Return the ids of the market's laws and codes that bear on a claim."""
        return self.laws.on(claim, self.matches.get(claim.claim_id))

    def against(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the approved claims that a claim conflicts with."""
        return self._against.get((claim.source_id, self.statements[claim.claim_id]), ())

    def grave_findings(self, claim: Claim) -> tuple[Finding, ...]:
        """Return the findings of high or medium severity about a claim; low ones are for the page as a whole."""
        return tuple(finding for finding in self.findings.get(claim.claim_id, ()) if finding.severity != "low")

    def facts(self, claim: Claim) -> ClaimFacts:
        """Return what the rules look at."""
        judgement, match = self.judgement(claim), self.matches.get(claim.claim_id)
        ruling = judgement.ruling
        cited = ruling.references if ruling else ()
        open_laws = {self.laws.kind(ref_id) for ref_id in self.laws_on(claim) if ref_id not in cited}
        return ClaimFacts(
            state=judgement.state,
            verdict=ruling.verdict if ruling else None,
            expired=self.is_expired(judgement),
            wording=bool(ruling and ruling.wording.strip()),
            references=bool(cited),
            evidence=match.verdict if match else None,
            findings=tuple(sorted({one.kind for one in self.grave_findings(claim)})),
            laws=tuple(sorted(open_laws)),
            against_approved=bool(self.against(claim)),
        )

    @cached_property
    def _against(self) -> dict[_Said, tuple[Claim, ...]]:
        """Approved claims by what conflicts with them; one claim of a source stands in a relation for all that say the same."""
        approved: dict[_Said, Claim] = {}
        for claim in self.told:
            if self.is_approved(claim):
                approved.setdefault((claim.source_id, self.statements[claim.claim_id]), claim)
        sides = {claim.claim_id: (claim.source_id, self.statements[claim.claim_id]) for claim in self.told}
        found: defaultdict[_Said, dict[str, Claim]] = defaultdict(dict)
        for relation in self.review.relations:
            if relation.relation == "conflict" and relation.claim_a in sides and relation.claim_b in sides:
                one, other = sides[relation.claim_a], sides[relation.claim_b]
                for said, against in ((one, other), (other, one)):
                    if against in approved:
                        found[said].setdefault(approved[against].claim_id, approved[against])
        return {said: tuple(claims.values()) for said, claims in found.items()}


def _is_harmless(judgement: Judgement) -> bool:
    return judgement.ruling is not None and judgement.ruling.verdict == HARMLESS
