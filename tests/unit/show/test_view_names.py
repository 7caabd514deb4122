"""Sources by the names people know them by, and links to places."""

from helpers.model.review import Review
from helpers.show.view import View


def test_sources_go_by_publisher_then_title_then_file(look):
    view = look(
        {"010_ab": "x", "010_cd": "x", "020_ab": "x"},
        sources={"010_ab": {"publisher": "A Clinic"}, "010_cd": {"title": "[A long title that goes on and on: with more]"}},
    )
    assert view.names == {
        "010_ab": "010_ab A Clinic",
        "010_cd": "010_cd A long title that goes on and on",
        "020_ab": "020_ab.txt",
    }


def test_handles_are_as_short_as_tells_sources_apart(look):
    assert list(look({"000_ab": "x", "001_ab": "x"}).handles.values()) == ["000", "001"]
    assert list(look({"page": "x", "page-two": "x"}).handles.values()) == ["page", "page-two"]
    assert look({"000_ab": "x"}).handles == {"000_ab": "000"}


def test_a_place_has_one_anchor_and_links_to_the_page_with_the_texts(look):
    view = look({'odd "id"': "x", "other": "x"})
    assert view.anchor('odd "id"', 7) == "text-1-7"
    assert view.link("other") == "#text-2"
    elsewhere = View(view.review, view.topics, texts="texts.html")
    assert elsewhere.link("other", 3) == "texts.html#text-2-3"


def test_reasons_name_sources_by_name_and_leave_other_words_alone(look):
    view = look({"page": "x", "b": "x"}, sources={"page": {"publisher": "A Clinic"}})
    reason = "page says “the page says” and b says nothing; the page is below."
    assert view.with_names(reason) == "page A Clinic says “the page says” and b.txt says nothing; the page is below."


def test_claims_are_numbered_in_each_source(look, claim_in):
    text = "none, none at all"
    claims = [claim_in("b_1", text, "none at all"), claim_in("a_1", text, "none,"), claim_in("b_1", text, "none,")]
    assert list(look({"a_1": text, "b_1": text}, claims).numbers.values()) == ["a-1", "b-1", "b-2"]


def test_the_words_of_the_pack_come_with_a_review():
    view = View.of(Review(pack="aesthetics 1.0.0", sources=(), readings=(), relations=(), ledger=()))
    assert view.title("downtime") == view.topics["downtime"].title
    assert view.title("no_such_topic") == "no such topic"
    assert view.register is not None
    known = next(iter(view.register.entries))
    assert view.citation(known)[0] == view.register.entries[known].row.short_citation
    assert view.citation("??") == ("??", "")


def test_reasons_name_entries_of_the_register_by_author_and_year():
    view = View.of(Review(pack="aesthetics 1.0.0", sources=(), readings=(), relations=(), ledger=()))
    assert view.register is not None
    for reference, entry in view.register.entries.items():
        told = view.with_names(f"found by {reference} (six patients), not by {reference}X.")
        assert told.endswith(f"(six patients), not by {reference}X.")
        assert reference not in told.split(" (six")[0]
        assert told.removeprefix("found by ").split(" (six")[0] in entry.row.short_citation
