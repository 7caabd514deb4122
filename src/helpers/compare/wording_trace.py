"""What the rules about wordings made of each sentence of a page, for people who look after a pack."""

from collections.abc import Iterator

from helpers.compare.pages import Page
from helpers.compare.wording import cleared, heard_in, makes, market_of
from helpers.model.trace import TracedRule
from helpers.packs.problems import CompiledWording, ProblemFile


def wordings_tried(page: Page, problems: ProblemFile) -> dict[int, tuple[TracedRule, ...]]:
    """Return, by where a sentence starts, each rule of which words or claims stand there, and why it is silent.

    Parameters
    ----------
    page : Page
    problems : ProblemFile
    """
    heard = list(heard_in(page, problems))
    market = market_of(heard, problems)
    found: dict[int, tuple[TracedRule, ...]] = {}
    taken: set[tuple[int, str]] = set()
    for one in heard:
        rows = []
        for number, rule in enumerate(problems.compiled):
            among = one.rules.get(number, set())
            places = sorted({place for frame in among for place in _places(rule, frame, one.said)})
            standing = rule.says.search(one.said, among) if rule.says and among else None
            claims = makes(rule.rule.claims, page, one.claims)
            if not places and not claims:
                continue
            words = standing.group() if standing else places[0][1] if places else one.claims[0].quote
            why = next(_silent(rule, page, one.said, market, said_so=bool(standing) or claims), "")
            if not why and rule.rule.with_claims and not makes(rule.rule.with_claims, page, one.claims):
                why = "needs with_claims: the sentence makes none of them"
            if not why and rule.rule.about and page.classes_of(one.passage, one.claims).isdisjoint(rule.rule.about):
                why = f"needs about [{', '.join(rule.rule.about)}]: the sentence is about another treatment"
            if not why and (one.passage.start, rule.rule.problem) in taken:
                why = "another rule found this kind of problem here"
            if not why:
                taken.add((one.passage.start, rule.rule.problem))
            rows.append(TracedRule(rule.rule.id, words, one.passage.start, "" if why else rule.rule.problem, why))
        found[one.passage.start] = tuple(rows)
    return found


def _places(rule: CompiledWording, frame: int, said: str) -> Iterator[tuple[int, str]]:
    for place in rule.says.places(frame, said) if rule.says else ():
        yield place.start(), place.group()


def _silent(rule: CompiledWording, page: Page, said: str, market: str, *, said_so: bool) -> Iterator[str]:
    """Yield each reason why a rule is silent on a sentence that holds its words."""
    if not said_so:
        yield "denied: a word before it says the contrary"
    if market in rule.rule.not_in:
        yield f"no problem in the market of this page ({market})"
    if cleared(rule, page):
        yield "page_lacks: the page holds what clears it"
    if rule.with_says and not rule.with_says.search(said):
        yield "needs with_says: none of its frames stands here"
    barred = rule.unless_says.search(said) if rule.unless_says else None
    if barred:
        yield f"unless_says: “{barred.group()}”"
