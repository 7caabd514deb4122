"""Lines that an editor or a mail program wrapped are one sentence: no claim of the five sources depends on the width."""

import textwrap
from dataclasses import replace

import pytest

from helpers.load import read_folder
from helpers.model import Claim, Document
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline

DOCUMENTS = read_folder(SEEDS)


def wrapped(document: Document, width: int) -> Document:
    lines = [textwrap.wrap(line, width, break_on_hyphens=False) or [line] for line in document.text.splitlines()]
    return replace(document, text="\n".join("\n".join(line) for line in lines))


def said(claim: Claim) -> tuple[object, ...]:
    value = (
        claim.topic,
        claim.treatment,
        claim.item,
        claim.level,
        claim.low,
        claim.high,
        claim.vague,
        claim.certainty,
        claim.zone,
    )
    return (*value, " ".join(claim.quote.split()))


@pytest.mark.parametrize("width", [72, 80, 100])
@pytest.mark.parametrize("document", DOCUMENTS, ids=[document.source_id for document in DOCUMENTS])
def test_wrapping_changes_no_claim(document: Document, width: int) -> None:
    other = wrapped(document, width)
    claims, again = Pipeline.of().read(document).claims, Pipeline.of().read(other).claims
    assert [said(one) for one in again] == [said(one) for one in claims]
    assert all(one.quote == other.text[one.start : one.end] for one in again)
