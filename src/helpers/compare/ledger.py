"""Every sentence of a source accounted for: furniture, lost list, claims, unread, or no claim and why."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from helpers.compare.rows import quoted
from helpers.model import Claim, Sentence
from helpers.model.ledger import Hint, LedgerRow, Sign, Status
from helpers.model.review import Reading
from helpers.packs.ledger import LedgerWords
from helpers.packs.phrases import any_of

KINDS = {"heading": "a heading", "question": "a question", "fragment": "a fragment"}

NOTHING = Hint(0.0, False)


def ledger_of(
    reading: Reading, signs: Iterable[Sign], words: LedgerWords, hints: Mapping[int, Hint] | None = None
) -> list[LedgerRow]:
    """Account for every sentence of one document.

    Parameters
    ----------
    reading : Reading
    signs : iterable of Sign
        What in the document a claim could rest on.
    words : LedgerWords
        The pack's.
    hints : mapping of int to Hint, optional
        What the pack's flag thinks of the sentences from which no claim was read, by where they start; without it, each that
        holds a sign is unread.

    Returns
    -------
    list of LedgerRow
        One for each sentence, in reading order.
    """
    source, text = reading.document.source_id, reading.document.text
    claims = sorted(reading.claims, key=lambda claim: (claim.start, claim.end))
    seen = sorted(signs, key=lambda sign: (sign.start, sign.end))
    claim_starts, sign_starts = [claim.start for claim in claims], [sign.start for sign in seen]
    rows = []
    for sentence in reading.segmented.sentences:
        made = claims[_within(claim_starts, sentence)]
        held = seen[_within(sign_starts, sentence)]
        hint = _without_flag(held) if hints is None else hints.get(sentence.start, NOTHING)
        status, reason = _status(reading, sentence, made, held, hint, text, words)
        ids = tuple(claim.claim_id for claim in made) if status == "claims" else ()
        grave, weight = (any(sign.grave for sign in held), hint.weight) if status == "unread" else (False, 0.0)
        rows.append(LedgerRow(source, sentence.start, sentence.end, status, reason, ids, grave, weight))
    return rows


def _within(starts: list[int], sentence: Sentence) -> slice:
    return slice(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))


def _without_flag(signs: Sequence[Sign]) -> Hint:
    return Hint(0.0, bool(signs))


def _status(
    reading: Reading, sentence: Sentence, made: Sequence[Claim], signs: Sequence[Sign], hint: Hint, text: str, words: LedgerWords
) -> tuple[Status, str]:
    if sentence.zone == "chrome":
        return "chrome", "website furniture"
    gap = next((gap for gap in reading.gaps if gap.start < sentence.end and sentence.start < gap.end), None)
    if gap:
        return "gap", f"announces a list{f' ({gap.topic})' if gap.topic else ''} that was lost"
    if made:
        return "claims", ", ".join(dict.fromkeys(claim.topic for claim in made))
    if any(span.start <= sentence.start < span.end for span in reading.foreign):
        return "unreached", f"in another language ({reading.reach.language})"
    kind = KINDS.get(sentence.kind, "")
    named = "; ".join(dict.fromkeys(f"{sign.what} {quoted(text[sign.start : sign.end])}" for sign in signs))
    if _is_unread(signs, hint):
        return "unread", f"{kind + ' with ' if kind and named else ''}{named or _reads_like(hint)}"
    if not reading.reach.could_be_read:
        return "unreached", reading.reach.reason
    return "no claim", kind or _why(text[sentence.start : sentence.end], named, words)


def _is_unread(signs: Sequence[Sign], hint: Hint) -> bool:
    return hint.holds or any(sign.always for sign in signs)


def _reads_like(hint: Hint) -> str:
    return f"reads like a claim{': ' if hint.telling else ''}{', '.join(map(quoted, hint.telling))}"


def _why(sentence: str, named: str, words: LedgerWords) -> str:
    cue = next((cue.reason for cue in words.no_claim if any_of(cue.words).search(sentence)), None)
    return cue or (f"says nothing of {named}" if named else "nothing that a claim could rest on")
