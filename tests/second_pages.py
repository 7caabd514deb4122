"""Pages for the tests of the second reader, and answers to what is asked about them."""

import json

from small_texts import pipeline

from helpers.model import Document
from helpers.second.kept import Answer

PEEL = """# A peel at our clinic

The peel smooths fine lines within 2-3 weeks, and redness for three days is normal.

There is no downtime; avoid swimming for 48 hours.

It is FDA-approved. We are glad to see you again and again.
"""


def page_and_prompts(text, tasks=("claims",), source_id="peel"):
    """Return the reading of a text, its page as a second reader is given it, and the prompts."""
    own = pipeline()
    reading = own.read(Document(source_id, text, "", f"{source_id}.md"))
    page = own.second_page(reading)
    return reading, page, own.second.prompts(page, tasks)


def claim(sentence, quote, topic, **more):
    """Return a claim as an answer gives it."""
    plain = {"item": None, "level": None, "low": None, "high": None, "certainty": "asserted", "treatment": "chemical_peel"}
    return {"sentence": sentence, "quote": quote, "topic": topic, **plain, **more}


def second(text, *entries, task="claims", answer=None):
    """Return what holds of an answer about a text of one part."""
    _, page, prompts = page_and_prompts(text, (task,))
    [prompt] = prompts
    told = answer if answer is not None else json.dumps({task: entries})
    given = Answer(told, model="m", prompt="0" * 64) if isinstance(told, str) else told
    return pipeline().second.read(page, [(prompt, given)])
