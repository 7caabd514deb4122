import csv
from collections.abc import Callable

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.paths import DATA
from helpers.review import judged_statement, statement_of, statements


def test_identical_claims_of_several_pages_are_one_statement(make_claim: Callable[..., Claim]) -> None:
    said = [
        make_claim(claim_id="c1", source_id="dew", start=40, end=55),
        make_claim(claim_id="c2", source_id="glow", quote="minimal downtime", certainty="hedged", rule="downtime.other"),
        make_claim(claim_id="c3", source_id="dew", start=4, end=19),
    ]
    (one,) = statements(said)
    assert [claim.claim_id for claim in one.claims] == ["c3", "c1", "c2"]
    assert (one.topic, one.level, one.treatment) == ("downtime", "minimal", "mesotherapy")
    assert {statement_of(claim) for claim in said} == {one.statement_id}


def test_anything_else_said_is_another_statement(make_claim: Callable[..., Claim]) -> None:
    claims = [
        make_claim(),
        make_claim(topic="pain"),
        make_claim(treatment="needling"),
        make_claim(item="face"),
        make_claim(level="none"),
        make_claim(low=1.0, high=2.0),
        make_claim(low=1.0),
        make_claim(high=1.0),
        make_claim(low=1.0, high=2.0, vague=True),
    ]
    found = statements(claims)
    assert len(found) == len(claims)
    assert found == statements(reversed(claims))


def test_a_statement_is_judged_on_every_page_that_makes_it(
    claim_in: Callable[..., Claim], page: Document, document_of: Callable[..., Document]
) -> None:
    other = document_of("Dew balm softens fine lines too.", "dew")
    (one,) = statements([claim_in(page, "softens fine lines", n) for n in (0, 1)] + [claim_in(other, "softens fine lines")])
    found = judged_statement(one, {"glow": page, "dew": other})
    assert [(claim.source_id, claim.sha256) for claim in found] == [
        ("dew", other.sha256),
        ("glow", page.sha256),
        ("glow", page.sha256),
    ]


def test_the_five_sources_say_far_fewer_things_than_they_make_claims(make_claim: Callable[..., Claim]) -> None:
    with (DATA / "gold" / "sources.csv").open(encoding="utf-8", newline="") as file:
        claims = [
            make_claim(
                source_id=row["doc"],
                topic=row["topic"],
                treatment=row["treatment"],
                item=row["item"] or None,
                level=row["level"] or None,
                low=float(row["low"]) if row["low"] else None,
                high=float(row["high"]) if row["high"] else None,
                vague=row["vague"] == "true",
            )
            for row in csv.DictReader(file)
        ]
    found = statements(claims)
    assert sum(len(one.claims) for one in found) == len(claims)
    assert len(found) < len(claims) / 2
