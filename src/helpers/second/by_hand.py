"""Prompts as files, for people who answer them by hand or with a model of their own."""

from pathlib import Path

from helpers.second.prompt import Prompt


def write_prompt(prompt: Prompt, folder: Path) -> Path:
    """Write one prompt; its answer, kept as ``KEY.json`` beside others, counts as answered by hand.

    Returns
    -------
    Path
        The file: ``KEY.md``, with what is the same for each page first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{prompt.part.key}.md"
    told = f"<!-- {prompt.part.source_id}, part {prompt.part.number}, {prompt.part.task}; prompt {prompt.edition} -->\n"
    whole = f"{told}\n{prompt.system}\n{prompt.page}"
    file.write_text(whole, encoding="utf-8", errors="backslashreplace", newline="\n")
    return file
