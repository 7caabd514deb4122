"""The publish page as a widget: what is chosen is what is shown, a part at a time, and its quotes lead to the texts below."""

import datetime
import re
from collections.abc import Callable

import pytest

from helpers.app import PART, PublishApp
from helpers.desk import Desk
from helpers.load import read_folder
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.show.view import View


@pytest.fixture(scope="module")
def view() -> View:
    return View.of(Pipeline.of("aesthetics").review(read_folder(SEEDS)), texts="02_claims.ipynb")


@pytest.fixture(scope="module")
def open_market(view: View) -> Callable[[str], Desk]:
    pipeline = Pipeline.of("aesthetics")
    return lambda market: Desk(pipeline, view.review, (), market=market, as_of=datetime.date(2026, 5, 1))


@pytest.fixture
def app(view: View, open_market: Callable[[str], Desk]) -> PublishApp:
    return PublishApp(view, open_market, market="any")


def rows(app: PublishApp) -> int:
    return app.queue.value.count('<th scope="row"')


def test_every_part_of_the_queue_can_be_reached_and_only_one_is_drawn(app: PublishApp, view: View) -> None:
    starts = [start for _, start in app.part.options]
    assert starts == list(range(0, len(view.review.to_judge), PART))
    drawn = []
    for start in starts:
        app.part.value = start
        drawn.append(rows(app))
    assert max(drawn) == PART and sum(drawn) == len(view.review.to_judge)


def test_another_choice_begins_with_its_first_part(app: PublishApp, view: View) -> None:
    app.part.value = PART
    source = view.sources[3].source_id
    app.page.value = source
    assert app.part.value == 0
    own = sum(one.source_id == source for one in view.review.to_judge)
    assert app.part.options[0] == (f"1 to {min(own, PART)} of {own}", 0)
    app.action.value = "publish"
    assert [label for label, _ in app.part.options] == ["0 to 0 of 0"]
    assert (rows(app), app.texts.value) == (0, "")


def test_each_quote_leads_to_its_place_in_the_text_below(app: PublishApp) -> None:
    for _, start in app.part.options:
        app.part.value = start
        links = re.findall(r'href="#(text-[^"]+)"', app.queue.value)
        assert len(links) == rows(app)
        links += re.findall(r'href="#(text-[^"]+)"', app.readiness.value)
        places = set(re.findall(r'\bid="(text-[^"]+)"', app.texts.value))
        assert set(links) <= places
    assert "02_claims" not in app.queue.value + app.readiness.value
