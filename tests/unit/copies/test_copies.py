"""Pages and paragraphs that say the same are one voice, and a near-copy tells what differs."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from helpers.copies import find_copies, finder
from helpers.copies.differences import difference
from helpers.model import Document
from helpers.pipeline import Pipeline
from helpers.show import copied, marked_texts
from helpers.show.standings import standings
from helpers.show.view import View

PAGE = """# Mesotherapy in {city}

Our nurses in {city} inject mesotherapy into the skin of the face with very fine needles, and most visits take half an hour.

Sessions of mesotherapy are spaced {weeks} weeks apart. There is no downtime after mesotherapy, so you can work on the same day.

Mesotherapy suits people who would like a fresher look without surgery, and we plan each course together before it begins.

Come and see us in {city}: we are open on every day of the week but Sunday, and there is a place to park behind the house.
"""
OWN = "# Mesotherapy elsewhere\n\nWe have offered mesotherapy for long. Mesotherapy sessions are spaced three weeks apart.\n"
SHARED = (
    "\n\nMesotherapy is not for you if you are pregnant or breastfeeding, and sessions of mesotherapy are spaced three weeks"
    " apart in every clinic of the chain that we belong to.\n"
)


def city(name, weeks="three"):
    return PAGE.format(city=name, weeks=weeks)


def review(texts):
    return Pipeline.of().review([Document(name, text, "0" * 64, f"{name}.txt") for name, text in sorted(texts.items())])


def groups(texts):
    return [(one.same, [place.source_id for place in one.places]) for one in review(texts).copies]


def repeated(texts, topic="session_interval"):
    held = standings(View.of(review(texts)))[topic]
    return {source: one.others.get("agree", ()) for source, one in held.items()}


def test_pages_with_the_same_words_are_one_voice():
    texts = {"a": city("York"), "b": city("York").upper().replace("\n\n", "\n \n"), "c": OWN}
    assert groups(texts) == [("page", ["a", "b"])]
    assert repeated(texts) == {"a": ("c",), "b": ("c",), "c": ("a",)}


def test_copies_alone_are_repeated_by_nobody():
    texts = {"a": city("York"), "b": city("York")}
    held = standings(View.of(review(texts)))["session_interval"]
    assert [one.shown for one in held.values()] == ["alone", "alone"]
    rows = [row for row in review(texts).relations if row.relation == "agree"]
    assert rows and all(row.strength == "copy" and row.reason.endswith("which is one voice.") for row in rows)


def test_a_near_copy_is_one_voice_and_tells_what_differs():
    texts = {name: city(name.title()) for name in ("york", "leeds", "hull")} | {"own": OWN}
    found = review(texts).copies
    assert [(one.same, len(one.places)) for one in found] == [("near", 3)]
    assert [place.differs for place in found[0].places] == [
        "",
        "“Leeds” instead of “Hull” (3 times)",
        "“York” instead of “Hull” (3 times)",
    ]
    assert repeated(texts)["own"] == ("hull",)


def test_a_figure_that_differs_in_a_near_copy_still_clashes():
    texts = {"a": city("York"), "b": city("York", weeks="six")}
    assert review(texts).copies[0].places[1].differs == "“six” instead of “three”"
    assert standings(View.of(review(texts)))["session_interval"]["a"].shown in ("conflict", "tension")


def test_a_paragraph_on_several_pages_is_one_voice():
    first = "# Mesotherapy at the river\n\nThe river house has offered mesotherapy and peels since spring.\n"
    other = "# Facials and mesotherapy\n\nNobody here does mesotherapy in a hurry: talks come first, needles later.\n"
    texts = {"a": first + SHARED, "b": other + SHARED, "c": OWN}
    assert groups(texts) == [("paragraph", ["a", "b"])]
    assert repeated(texts) == {"a": ("c",), "b": ("c",), "c": ("a",)}


def test_a_paragraph_that_is_nearly_the_same_is_one_voice_and_tells_what_differs():
    first = "# Mesotherapy at the river\n\nThe river house has offered mesotherapy and peels since spring.\n"
    other = "# Facials and mesotherapy\n\nNobody here does mesotherapy in a hurry: talks come first, needles later.\n"
    third = "# What the lake house says of mesotherapy\n\nAsk us in summer, when the lake is warm and the road is dry.\n"
    texts = {"a": first + SHARED, "b": other + SHARED.replace("chain", "group"), "c": OWN, "d": third + SHARED}
    assert groups(texts) == [("near paragraph", ["a", "b", "d"])]
    assert [place.differs for place in review(texts).copies[0].places] == ["", "“group” instead of “chain”", ""]
    assert repeated(texts) == {"a": ("c",), "b": ("c",), "c": ("a",), "d": ("c",)}


@pytest.mark.parametrize(
    "other", [OWN, "# Peels\n\nA chemical peel takes off the upper layer of the skin, so that it looks red for a week.\n"]
)
def test_pages_with_words_of_their_own_are_no_copies(other):
    assert groups({"a": city("York"), "b": other}) == []


def test_what_differs_is_told_in_words():
    assert difference("one two three", "one 2 three four") == "“2” instead of “two”; “four” added"
    assert difference("one two three", "ONE, three!") == "“two” left out"
    assert difference(" ".join(f"a{n} x" for n in range(9)), " ".join(f"b{n} x" for n in range(9))).endswith("; 3 more")


def test_the_table_leads_to_both_places():
    view = View.of(review({"a": city("York"), "b": city("Leeds"), "c": OWN}))
    page = BeautifulSoup(copied(view).html(inline=False), "html.parser")
    assert page.find("td", string="“Leeds” instead of “York” (3 times)")
    texts = marked_texts(view).html(inline=False)
    assert all(f'id="{link["href"][1:]}"' in texts for link in page.find_all("a"))
    assert "No two pages" in copied(View.of(review({"a": OWN}))).html(inline=False)


def test_each_page_and_paragraph_is_compared_with_one_other_at_most(monkeypatch):
    read = Pipeline.of().read(Document("a", city("York"), "0" * 64, "a.txt"))
    other = Pipeline.of().read(Document("b", OWN * 3, "0" * 64, "b.txt"))
    readings = [replace(read, document=Document(f"a{n}", city(f"P{n:03}"), "", "a.txt")) for n in range(60)]
    readings += [
        replace(other, document=Document(f"b{n}", (OWN * 3).replace("long", f"x{n:03}"), "", "b.txt")) for n in range(60)
    ]
    compared = []
    is_near = finder._is_near
    monkeypatch.setattr(finder, "_is_near", lambda *pages: compared.append(pages) or is_near(*pages))
    assert [len(group.places) for group in find_copies(readings) if group.same == "near"] == [60, 60]
    assert len({one.place for one, _ in compared}) == len(compared)
