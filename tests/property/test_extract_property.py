"""Whatever a page says: claims stand where they say they do, and depend on nothing but the page."""

from hypothesis import example, given, settings, strategies
from small_texts import prepare, read

from helpers.extract import Extractor
from helpers.packs.load import load_pack

PACK = load_pack("aesthetics")
SENTENCES = sorted({example.text for rule in PACK.rules for example in rule.examples if example.text.endswith(".")})
SENTENCES += sorted({text for rule in PACK.rules for text in rule.counterexamples if text.endswith(".")})
BITS = (
    *(
        "Mesotherapy ",
        "the peel ",
        "improves ",
        "wrinkles",
        "acne, ",
        "scars and ",
        "redness ",
        "swelling",
        "no ",
        "not only ",
        "never ",
    ),
    *(
        "may ",
        "usually ",
        "without ",
        "downtime",
        "for 2-3 days",
        "every week",
        "up to 4 ",
        "sessions ",
        "apart",
        "results ",
        "last ",
    ),
    *(
        "unlike surgery, which ",
        "but ",
        "if ",
        "compared with botox, ",
        "less than ",
        "FDA approved",
        "safe",
        "pain",
        "avoid ",
        "sauna ",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\n- ",
        "\n## ",
        "? ",
        ". ",
        ": ",
        "; ",
        ", ",
        " | ",
        "|",
        "\t",
        "(",
        ")",
        "'",
        "Downtime: ",
        "Side effects\n",
    ),
    *("Leave a Reply\n", "Related Posts\n", "\u00a0", "\u200b", "\u202e", "\x00", "💉", "\ud800", "İ", "ß", "½", "–", "•"),
)
WORDS = strategies.lists(strategies.sampled_from(BITS) | strategies.text(max_size=6), max_size=40).map("".join)
PAGES = strategies.lists(strategies.sampled_from(SENTENCES), min_size=1, max_size=8).map("\n\n".join)
ANY = WORDS | PAGES
COMMENTS = strategies.lists(strategies.sampled_from([one for one in SENTENCES if "\n" not in one]), min_size=1).map("\n\n".join)


@given(ANY)
@example("İno downtime")
@example("Downtime:")
@example("Treatment | Downtime\nBotox | none")
def test_a_quote_is_the_text_at_its_place_within_its_sentence(text: str) -> None:
    spans = {(one.start, one.end): one.zone for one in prepare(text)[1].sentences}
    for claim in read(text):
        assert claim.quote == text[claim.start : claim.end] != ""
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        assert spans[claim.sentence_start, claim.sentence_end] == claim.zone


@given(ANY)
def test_claims_stand_in_order_with_an_id_each(text: str) -> None:
    claims = read(text)
    assert [claim.sentence_start for claim in claims] == sorted(claim.sentence_start for claim in claims)
    assert len({claim.claim_id for claim in claims}) == len(claims)


@given(ANY)
def test_a_claim_fits_its_topic(text: str) -> None:
    for claim in read(text):
        topic = PACK.topics[claim.topic]
        assert claim.level is None or claim.level in topic.scale + topic.levels
        assert (claim.unit is None) == (claim.low is None and claim.high is None)
        assert claim.unit in (None, topic.unit)
        assert claim.low is None or claim.high is None or claim.low <= claim.high
        assert (claim.item, claim.level, claim.unit) != (None, None, None)


@given(ANY)
def test_reading_again_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=20)
@given(strategies.lists(ANY, min_size=2, max_size=5), strategies.randoms(use_true_random=False))
def test_what_was_read_before_makes_no_difference(texts: list[str], random) -> None:
    order = list(range(len(texts)))
    random.shuffle(order)
    anew = Extractor(PACK)
    moved = {number: anew.extract(*prepare(texts[number]), any_field=True) for number in order}
    assert [moved[number] for number in range(len(texts))] == [read(text) for text in texts]


@given(PAGES)
def test_a_paragraph_before_the_text_changes_no_id(page: str) -> None:
    """The title stays at the top: what stands there, and nothing else, names the subject of the page."""
    title, before = "# Microneedling\n\n", "The room is quiet and the tea is warm.\n\n"
    plain, moved = read(title + page), read(title + before + page)
    assert [claim.claim_id for claim in plain] == [claim.claim_id for claim in moved]
    assert [claim.start + len(before) for claim in plain] == [claim.start for claim in moved]


@given(PAGES)
def test_the_source_is_part_of_the_id(page: str) -> None:
    one, other = ({claim.claim_id for claim in read(page, source_id=name)} for name in ("one", "other"))
    assert len(one) == len(other)
    assert not one & other


@given(PAGES, COMMENTS)
def test_what_stands_in_a_comment_is_marked_as_furniture(page: str, comment: str) -> None:
    body = f"The room is quiet and warm, and somebody brings you tea while you wait for the nurse to come in.\n\n{page}"
    claims = read(f"{body}\n\nLeave a Reply\n\n{comment}")
    assert {claim.zone for claim in claims if claim.start < len(body)} <= {"body"}
    assert {claim.zone for claim in claims if claim.start > len(body)} <= {"chrome"}


def test_the_pages_of_these_tests_make_claims() -> None:
    assert sum(bool(read(text)) for text in SENTENCES) > len(SENTENCES) / 3
