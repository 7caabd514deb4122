"""``workbook read``: the claims of a folder by the rules and, where it is asked for, by a model as second reader."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import OutFolder, PackName, Strict
from helpers.cli.passed import tell_passed
from helpers.cli.plain import say
from helpers.cli.run import tell_reach
from helpers.cli.second import Answers, Offline, Reader, Readers, Yes, second_of, tell_seconds
from helpers.paths import DEFAULT_PACK

if TYPE_CHECKING:
    from helpers.pipeline import Pipeline
    from helpers.readers import Second

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of documents; subfolders are read too.")]
PromptsTo = Annotated[
    Path | None, typer.Option("--prompts", metavar="DIR", help="Write what a model would be asked, and ask nobody.")
]
Problems = Annotated[bool, typer.Option("--problems/--no-problems", help="Let the model propose problems too.")]


def read(
    folder: Folder,
    out: OutFolder = Path("build"),
    reader: Readers = Reader.rules,
    answers: Answers = None,
    offline: Offline = False,
    yes: Yes = False,
    problems: Problems = True,
    prompts: PromptsTo = None,
    pack: PackName = DEFAULT_PACK,
    strict: Strict = False,
) -> None:
    """Read a folder's documents, with a second reader where one is named; write the tables of what was read."""
    from helpers.cli.run import review_folder
    from helpers.cli.tables import reading_tables, write_tables
    from helpers.export import together
    from helpers.outputs import made_of_review
    from helpers.pipeline import Pipeline

    second = second_of(reader, answers, offline=offline, yes=yes, tasks=None if problems else ("claims",))
    pipeline = Pipeline.of(pack, second)
    if prompts is not None:
        write_prompts(folder, prompts, second or second_of(Reader.model, answers), pipeline)
        return
    review = review_folder(folder, pipeline)
    with together(out, made_of_review("read", review)) as drafts:
        counts = write_tables(reading_tables(review), drafts)
    for name, count in counts.items():
        say(f"{out / name}: {count} rows")
    tell_seconds(review)
    tell_reach(review)
    tell_passed(review.passed, strict=strict)
    if strict and any(one.answered < one.parts for one in review.seconds):
        raise typer.Exit(1)


def write_prompts(folder: Path, into: Path, second: "Second | None", pipeline: "Pipeline") -> None:
    """Write what a model would be asked about a folder, a file a prompt, named by the key of its answer."""
    from helpers.load import open_folder
    from helpers.second.by_hand import write_prompt

    if second is None:
        return
    count = 0
    for document in open_folder(folder)[0]:
        for prompt in second.prompts(pipeline.read(document), pipeline):
            write_prompt(prompt, into)
            count += 1
    say(f"{into}: {count} prompts; the answer to KEY.md goes to KEY.json in the folder that --answers names")
