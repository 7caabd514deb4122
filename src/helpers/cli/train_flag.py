"""``workbook train-flag``: teach the flag for unread sentences anew, after words, rules or annotated sentences changed."""

from helpers.cli.options import PackName
from helpers.cli.plain import say
from helpers.paths import DEFAULT_PACK, PACKS


def train_flag(pack: PackName = DEFAULT_PACK) -> None:
    """Train the flag for unread sentences on the project's own annotated sentences."""
    from helpers.export.atomic import atomic_path
    from helpers.flagging import trained
    from helpers.packs.flag import FLAG, flag_text
    from helpers.pipeline import Pipeline

    flag = trained(Pipeline.of(pack), pack)
    with atomic_path(PACKS / pack / FLAG) as draft:
        draft.write_text(flag_text(flag), encoding="utf-8", newline="\n")
    say(f"{pack}: {len(flag.weights)} marks have a weight")
