"""What a second reader did, as tables: where the two differ, what it proposes, and what it said and is not believed."""

from collections import Counter

from helpers.model import Claim
from helpers.model.problem import PROBLEM_WORDS
from helpers.model.second import model_of
from helpers.show.parts import Bit, Row, Table, cell
from helpers.show.view import View
from helpers.show.words import capital, one_line, plain, said


def second_tables(view: View) -> list[Table]:
    """Return everything that a second reader did; nothing where none was asked."""
    if not view.review.seconds:
        return []
    return [readers_differ(view), proposed_problems(view), second_counts(view), second_dropped(view)]


def readers_differ(view: View) -> Table:
    """Return the places that the two readers read differently, side by side with the sentence."""
    claims = view.claims
    pairs = [(one, claims[one.differs_from]) for one in view.review.claims if one.reader == "rules" and one.differs_from]
    rows: list[Row] = [
        (
            Bit(view.names[rules.source_id], href=view.link(rules.source_id, rules.start)),
            view.title(rules.topic),
            cell(Bit(_sentence(view, rules), quoted=True)),
            _value(rules),
            _value(model),
        )
        for rules, model in pairs
    ]
    columns = ("Source", "Topic", "Sentence", "The rules read", "The model reads")
    return Table("Where the two readers differ: a person settles", columns, rows, empty="The two readers differ nowhere.")


def proposed_problems(view: View) -> Table:
    """Return the problems that a model proposes and nobody has confirmed: they count nowhere."""
    rows: list[Row] = [
        (
            Bit(view.names[one.source_id], href=view.link(one.source_id, one.start)),
            ": ".join(filter(None, (capital(PROBLEM_WORDS[one.problem]), ", ".join(map(plain, one.warning))))),
            cell(Bit(one_line(one.quote), quoted=True)),
            cell(Bit(one_line(one.reason), quoted=True)),
            model_of(one.read_by),
        )
        for claim_id, one in view.review.proposals.items()
        if claim_id not in view.review.confirmed
    ]
    columns = ("Source", "Proposed by a model", "The page says", "The model says", "Which model")
    caption = "Problems that a model proposes: they count nowhere until a reviewer confirms them"
    return Table(caption, columns, rows, empty="The model proposes no problem that nobody has confirmed.")


def second_counts(view: View) -> Table:
    """Return how much the model read, and how much of it is not believed, by reason."""
    seconds = view.review.seconds
    dropped = Counter(one.reason for second in seconds for one in second.dropped)
    rows: list[Row] = [
        ("Claims that hold", sum(len(one.claims) for one in seconds)),
        ("Problems that it proposes", sum(len(one.proposals) for one in seconds)),
        ("Pages on which it read nothing, and the rules read something", len(view.review.unheard)),
        *((f"Not believed, or not answered: {reason}", count) for reason, count in sorted(dropped.items())),
    ]
    return Table("The second reader in numbers", ("What", "How often"), rows)


def second_dropped(view: View) -> Table:
    """Return what the model said and is not believed, or did not answer, each with its reason."""
    rows: list[Row] = [
        (
            Bit(view.names[one.source_id], href=view.link(one.source_id, one.start) if one.start is not None else ""),
            capital(one.reason),
            one_line(one.said),
        )
        for second in view.review.seconds
        for one in second.dropped
    ]
    columns = ("Source", "Why it counts for nothing", "What was said")
    return Table("What the second reader said and is not believed", columns, rows, empty="Everything that it said holds.")


def _sentence(view: View, claim: Claim) -> str:
    return one_line(view.document(claim.source_id).text[claim.sentence_start : claim.sentence_end])


def _value(claim: Claim) -> str:
    return f"{said(claim) or plain(claim.topic)} ({plain(claim.treatment)})"
