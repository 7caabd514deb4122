"""What is asked, how fast, and what is asked again."""

import threading

import pytest
from second_pages import PEEL, page_and_prompts

from helpers.second.estimate import estimate, must_ask
from helpers.second.fetch import Pace, Spent, fetch, owing
from helpers.second.kept import Answer, Kept, Missing
from helpers.second.settings import ModelSettings

GOOD = '{"claims": []}'


@pytest.fixture
def prompts():
    return [page_and_prompts(f"{PEEL}\nIt takes {n} minutes.\n", source_id=f"page{n}")[2][0] for n in range(10, 22)]


class Model:
    """Answers what it is told to, and counts."""

    def __init__(self, *told):
        self.told, self.asked, self._lock = list(told), 0, threading.Lock()

    def ask(self, prompt):
        with self._lock:
            told = self.told[min(self.asked, len(self.told) - 1)]
            self.asked += 1
        return Answer(told, model="tiny", prompt=prompt.sha256, sent=10, answered=2, cost=0.1) if isinstance(told, str) else told


def test_every_answer_is_kept_and_counted(prompts, tmp_path):
    kept, done = Kept(tmp_path, "tiny", {}), []
    missing, spent = fetch(prompts, kept, Model(GOOD), at_once=4, done=lambda: done.append(1))
    assert (missing, spent, len(done)) == ({}, Spent(12, 120, 24, 1.2), 12)
    assert owing(prompts, kept) == []


@pytest.mark.parametrize(
    ("answer", "again"),
    [(Answer(GOOD), False), (Answer("no"), True), (Answer(GOOD, "length"), True), (Answer("I will not", "refusal"), False)],
)
def test_what_failed_is_asked_again_and_what_is_whole_is_not(prompts, tmp_path, answer, again):
    kept = Kept(tmp_path, "tiny", {})
    kept.put(prompts[0], answer)
    assert (prompts[0] in owing(prompts, kept)) is again


def test_the_same_question_is_asked_once(prompts, tmp_path):
    assert len(owing([*prompts, *prompts], Kept(tmp_path, "tiny", {}))) == 12


def test_after_three_silences_in_a_row_the_others_are_not_asked(prompts, tmp_path):
    model = Model(GOOD, Missing("down"))
    missing, spent = fetch(prompts, Kept(tmp_path, "tiny", {}), model, at_once=1)
    assert (model.asked, spent.asked, len(missing), set(missing.values())) == (4, 1, 11, {"down"})


def test_a_silence_between_answers_ends_nothing(prompts, tmp_path):
    told = [GOOD, Missing("busy"), Missing("busy"), GOOD, Missing("busy"), GOOD]
    missing, spent = fetch(prompts, Kept(tmp_path, "tiny", {}), Model(*told), at_once=1)
    assert (len(missing), spent.asked) == (3, 9)


def test_no_more_questions_begin_in_a_minute_than_were_allowed():
    now, waited = [100.0], []

    class Over(threading.Event):
        def wait(self, timeout=None):
            waited.append(timeout)
            now[0] += timeout
            return False

    pace = Pace(30, clock=lambda: now[0])
    for _ in range(4):
        pace.wait(Over())
    assert waited == [0.0, 2.0, 2.0, 2.0]
    assert Pace(0).wait(Over()) is None and len(waited) == 4


def test_what_is_expected_is_no_less_than_what_is_sent(prompts):
    settings = ModelSettings(price_in=1, price_out=5)
    told = estimate(prompts, settings)
    assert told.questions == 12
    assert told.sent >= sum(len(one.system) + len(one.page) for one in prompts) / 4
    assert told.cost == pytest.approx((told.sent + 5 * told.answered) / 1e6)


def test_a_person_is_asked_above_the_price_or_without_prices_above_the_tokens(prompts):
    told = estimate(prompts, ModelSettings(price_in=100))
    assert must_ask(told, ModelSettings(price_in=100, ask_above=told.cost - 0.01))
    assert not must_ask(told, ModelSettings(price_in=100, ask_above=told.cost + 0.01, ask_above_tokens=0))
    assert must_ask(told, ModelSettings(ask_above_tokens=told.tokens - 1))
    assert not must_ask(told, ModelSettings(ask_above_tokens=told.tokens, ask_above=0))
