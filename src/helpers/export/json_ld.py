"""JSON-LD: each claim as a W3C Web Annotation, each decided one as a schema.org ClaimReview.

The annotations follow the Web Annotation Data Model (W3C Recommendation, 23 February 2017): a quote with its context (4.2.4)
and a position counted in characters of the text as it was loaded (4.2.5). ClaimReview and Claim are those of schema.org.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote as percent_encoded

from helpers.export.atomic import atomic_path
from helpers.export.dossier import Dossier
from helpers.model import Claim
from helpers.model.decision import Ruling, Verdict
from helpers.model.owed import OWED
from helpers.model.place import Place
from helpers.model.source import Source
from helpers.model.words import VERDICT_WORDS

CONTEXT = 32  # characters before and after a quote, as the journal's anchors have them
ANNOTATION_CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"})
REVIEW_CONTEXT = "https://schema.org"
RATINGS: Mapping[Verdict, int] = {"misleading": 1, "unsubstantiated": 2, "needs_qualification": 3, "substantiated": 5}
BEST, WORST = 5, 1
Node = dict[str, object]

# So that a file can stand inside a web page: no "</script>" in a quote ends the element that holds it.
_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def write_annotations(dossier: Dossier, path: Path | str) -> None:
    """Write every claim as an annotation of its source's text.

    Raises
    ------
    WorkbookError
        If the file cannot be written.
    """
    sources = {source.source_id: source for source in dossier.review.sources}
    items = [_annotation(dossier, claim, sources[claim.source_id]) for claim in dossier.review.claims]
    page: Node = {"id": urn("annotations", "page"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection: Node = {
        "@context": ANNOTATION_CONTEXT,
        "id": urn("annotations"),
        "type": "AnnotationCollection",
        "label": "Claims found by the evidence review workbook",
        "generator": {"id": urn("pack", dossier.review.pack), "type": "Software", "schema:name": dossier.review.pack},
        "total": len(items),
        "first": page,
    }
    _write(collection, path)


def write_claim_reviews(dossier: Dossier, path: Path | str) -> None:
    """Write a review of each claim on which a verdict stands; a warning that is left out is no claim.

    Raises
    ------
    WorkbookError
        If the file cannot be written.
    """
    sources = {source.source_id: source for source in dossier.review.sources}
    claims = (claim for claim in dossier.review.to_judge if claim.topic != OWED)
    rulings = ((claim, dossier.judgement(claim.claim_id).ruling) for claim in claims)
    reviews = [_review(dossier, claim, ruling, sources[claim.source_id]) for claim, ruling in rulings if ruling is not None]
    _write({"@context": REVIEW_CONTEXT, "@graph": reviews}, path)


def urn(*parts: str) -> str:
    """Return a name that is the same in every run, such as ``urn:workbook:claim:0123456789abcdef``."""
    return ":".join(("urn:workbook", *(percent_encoded(part, safe="", errors="surrogatepass") for part in parts)))


def _annotation(dossier: Dossier, claim: Claim, source: Source) -> Node:
    document = dossier.documents[claim.source_id]
    text, place = document.text, document.place(claim.start)
    return {
        "id": urn("claim", claim.claim_id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": dossier.statement(claim)},
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": claim.topic},
        ],
        "target": {
            "source": _source(source),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.quote,
                    "prefix": text[max(0, claim.start - CONTEXT) : claim.start],
                    "suffix": text[claim.end : claim.end + CONTEXT],
                },
                {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
                *_in_file(place),
            ],
        },
    }


def _in_file(place: Place | None) -> list[Node]:
    """Return the selectors of a place in the file itself, where the text is not the file's own."""
    if place is None:
        return []
    if place.box:
        left, top, right, bottom = place.box
        value = f"page={place.page}&viewrect={left:g},{top:g},{right - left:g},{bottom - top:g}"
        return [{"type": "FragmentSelector", "conformsTo": "http://tools.ietf.org/rfc/rfc3778", "value": value}]
    if place.selector and not place.selector.startswith("$"):
        return [{"type": "CssSelector", "value": place.selector}]
    return [{"type": "FragmentSelector", "value": place.selector or place.words}]


def _source(source: Source) -> Node:
    return {
        "id": urn("source", source.source_id),
        "type": "Text",
        "format": "text/plain",
        "schema:name": source.title,
        "schema:sha256": source.sha256,
    }


def _review(dossier: Dossier, claim: Claim, ruling: Ruling, source: Source) -> Node:
    """Return a review; an empty part is left out."""
    judgement = dossier.judgement(claim.claim_id)
    return _filled(
        {
            "@type": "ClaimReview",
            "@id": urn("claim-review", claim.claim_id),
            "datePublished": dossier.decided_on(claim.claim_id),
            "expires": ruling.expires,
            "author": [{"@type": "Person", "name": name} for name in judgement.reviewers],
            "claimReviewed": claim.quote,
            "reviewAspect": dossier.title(claim.topic),
            "reviewRating": _rating(ruling),
            "reviewBody": " ".join(
                filter(None, (ruling.reason, f"Suggested wording: {ruling.wording}" if ruling.wording else ""))
            ),
            "citation": [dossier.citation(reference) for reference in ruling.references],
            "itemReviewed": {
                "@type": "Claim",
                "@id": urn("claim", claim.claim_id),
                "text": claim.quote,
                "appearance": _appearance(source),
            },
        }
    )


def _rating(ruling: Ruling) -> Node:
    """Return the verdict in words, and as a number where it is a judgement of the claim."""
    words: Node = {"@type": "Rating", "alternateName": VERDICT_WORDS[ruling.verdict]}
    rating = RATINGS.get(ruling.verdict)
    return words if rating is None else {**words, "ratingValue": rating, "bestRating": BEST, "worstRating": WORST}


def _appearance(source: Source) -> Node:
    return _filled(
        {
            "@type": "CreativeWork",
            "@id": urn("source", source.source_id),
            "name": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "datePublished": source.date.isoformat() if source.date else None,
            "sha256": source.sha256,
        }
    )


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _write(content: Node, path: Path | str) -> None:
    """Write UTF-8 with a line a value; what UTF-8 cannot hold stays an escape that JSON reads back."""
    written = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1).translate(_MARKUP) + "\n"
    with atomic_path(path) as draft:
        draft.write_text(written, encoding="utf-8", errors="backslashreplace", newline="\n")
