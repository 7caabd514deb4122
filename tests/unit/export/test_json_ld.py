import json

import pytest

from helpers.export.json_ld import urn, write_annotations, write_claim_reviews


@pytest.fixture(scope="module")
def written(dossier, tmp_path_factory):
    folder = tmp_path_factory.mktemp("jsonld")
    write_annotations(dossier, folder / "annotations.jsonld")
    write_claim_reviews(dossier, folder / "claim_reviews.jsonld")
    return folder


@pytest.fixture(scope="module")
def annotations(written):
    return json.loads((written / "annotations.jsonld").read_bytes())


@pytest.fixture(scope="module")
def reviews(written):
    return json.loads((written / "claim_reviews.jsonld").read_bytes())["@graph"]


def test_there_is_an_annotation_for_each_claim(annotations, dossier):
    items = annotations["first"]["items"]
    assert annotations["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert annotations["total"] == len(items) == len(dossier.review.claims)
    assert [item["id"] for item in items] == [f"urn:workbook:claim:{claim.claim_id}" for claim in dossier.review.claims]
    assert {item["type"] for item in items} == {"Annotation"}


def test_both_selectors_find_the_quote_in_the_text_as_loaded(annotations, dossier):
    texts = {urn("source", source_id): document.text for source_id, document in dossier.documents.items()}
    for item in annotations["first"]["items"]:
        text = texts[item["target"]["source"]["id"]]
        words, place = item["target"]["selector"]
        assert (words["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[: place["start"]].endswith(words["prefix"])
        assert text[place["end"] :].startswith(words["suffix"])
        assert len(words["prefix"]) == min(32, place["start"])


def test_each_settled_claim_has_a_review_and_no_other(reviews, dossier):
    settled = [claim for claim in dossier.review.claims if dossier.judgement(claim.claim_id).ruling]
    assert [review["itemReviewed"]["@id"] for review in reviews] == [urn("claim", claim.claim_id) for claim in settled]
    assert len(settled) == 3
    assert [review["claimReviewed"] for review in reviews] == [claim.quote for claim in settled]


def test_a_review_has_verdict_reviewers_date_and_reasons(reviews):
    first, second, third = reviews
    assert first["@type"] == "ClaimReview"
    assert first["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Substantiated",
        "ratingValue": 5,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert first["reviewBody"] == "=1+1 <i>seen</i> \u200f\U0001f489 \x1b and \\ud800 alone"
    assert first["datePublished"] == "2026-01-02"
    assert first["expires"] == "2026-01-31"
    assert [author["name"] for author in second["author"]] == ["Dr. A", "Dr. B", "Dr. C"]
    assert second["reviewBody"] == "Settled. Suggested wording: @May hurt a little."
    assert second["datePublished"] == "2026-01-05"
    assert third["reviewRating"] == {"@type": "Rating", "alternateName": "Out of scope"}
    assert "reviewBody" not in third


def test_no_sign_of_markup_and_nothing_that_is_no_utf8(written):
    for path in written.iterdir():
        content = path.read_text(encoding="utf-8")
        assert not set(content) & set("<>&\u2028\u2029")
        assert not any(0xD800 <= ord(letter) <= 0xDFFF for letter in content)


def test_equal_reviews_are_equal_bytes(dossier, written, tmp_path):
    write_annotations(dossier, tmp_path / "annotations.jsonld")
    write_claim_reviews(dossier, tmp_path / "claim_reviews.jsonld")
    for path in written.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_names_hold_any_source_id():
    assert urn("source", "a b:é\ud800") == "urn:workbook:source:a%20b%3A%C3%A9%ED%A0%80"
