"""What the app is at: the folder that was chosen, how far it was read, and what was decided on it since."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from helpers.app.first_screen import FirstScreen, keep_screen, kept_screen, key_of_screen
from helpers.app.kept_readings import KeptReadings
from helpers.app.opened import Opened, open_pages, past_now
from helpers.app.root import Root
from helpers.desk import Desk
from helpers.errors import ChangedSourceError, WorkbookError
from helpers.kept import Kept
from helpers.model import Document
from helpers.model.decision import Head
from helpers.model.review import Reading
from helpers.pipeline import Pipeline
from helpers.review import Journal
from helpers.settings import Settings

MANY = 40  # pages from which on nobody waits for them to be set against each other without being told
SETTING = "Setting the pages against each other: what was decided changes what is compared"
OURS = "something went wrong in the workbook itself; the terminal in which it was started says what."


@dataclass(frozen=True)
class Progress:
    """How far the reading of a folder is; ``trouble`` says in a line why it ended.

    Attributes
    ----------
    newer : bool
        Whether it ended because a page is another version than the one that the folder's manifest describes.
    """

    words: str = ""
    done: int = 0
    total: int = 0
    trouble: str = ""
    newer: bool = False


class StillReadingError(WorkbookError):
    """The folder is not open yet."""


class Left(Exception):
    """Another folder was chosen while this one was read."""


class Workspace:
    """One folder at a time, read in the background; every browser looks at the same one.

    Parameters
    ----------
    root : Root
        The folders that may be chosen.
    out : Path
        Where files are written to.
    failed : callable
        Told of an error that is not the user's.
    """

    def __init__(self, root: Root, out: Path, settings: Settings, failed: Callable[[Exception], object]) -> None:
        self.root, self.out, self.settings = root, out, settings
        self.progress = self.exported = Progress()
        self.opened: Opened | None = None
        self.setting = False
        self.first: FirstScreen | None = None
        self._failed = failed
        self._journal = Journal()
        self._busy = threading.Lock()
        self._kept: dict[str, KeptReadings] = {}
        self._desk: tuple[tuple[Opened, Settings, Head], Desk] | None = None
        self._turn = 0

    @property
    def folder_name(self) -> str:
        """What the folder is called: its path from the root, or where it lies."""
        place = self.settings.place
        return self.root.name(place) if self.root.holds(place) else str(place)

    @property
    def journal_name(self) -> str:
        """Where the decisions are, without any password."""
        return self._journal.name

    def read(self) -> None:
        """Begin to read the folder that was chosen; what is being read is left."""
        self._turn += 1
        self.progress, self.opened, self.first = Progress("Beginning"), None, None
        threading.Thread(target=self._read, args=(self._turn, self.settings), daemon=True).start()

    def _read(self, turn: int, settings: Settings) -> None:
        def tell(words: str, done: int, total: int) -> None:
            if turn != self._turn:
                raise Left
            self.progress = Progress(words, done, total)

        try:
            tell("Looking at the folder", 0, 0)
            screen = key_of_screen(settings, self._journal)
            self.first = kept_screen(Kept(), screen) if settings.reader == "rules" else None
            tell("Opening the topic pack", 0, 0)
            kept = self._readings_by(settings.pack)
            opened = open_pages(settings.place, kept, self._journal, settings.reviewers, tell, settings.reader)
            opened, desk = self._with_desk(opened)
            if self.first is None and settings.reader == "rules":
                keep_screen(Kept(), screen, FirstScreen.of(opened, desk))
            tell("", 0, 0)
            self.opened = opened
        except Left:
            return
        except WorkbookError as error:
            self._give_up(turn, str(error), newer=isinstance(error, ChangedSourceError))
        except Exception as error:
            self._failed(error)
            self._give_up(turn, "The pages cannot be read: " + OURS)

    def _give_up(self, turn: int, why: str, *, newer: bool = False) -> None:
        if turn == self._turn:
            self.progress = Progress(trouble=why, newer=newer)

    def now(self) -> tuple[Opened, Desk]:
        """Return the folder and its desk with every decision so far.

        Raises
        ------
        WorkbookError
            Nothing is open yet, or the journal cannot be read.
        """
        with self._busy:
            before = self.opened
            if before is None:
                raise StillReadingError(self.progress.trouble or "The pages are still being read; wait a moment.")
            if not self.setting and self._takes_a_while(before):
                self.setting, self.progress = True, Progress(SETTING)
                threading.Thread(target=self._set_again, args=(self._turn, before), daemon=True).start()
            if self.setting:
                raise StillReadingError(f"{SETTING}; wait a moment.")
            opened, desk = self._with_desk(before)
            if self.opened is before:
                self.opened = opened
            return opened, desk

    def _takes_a_while(self, opened: Opened) -> bool:
        """Say whether what was decided since, such as a misreading, sets many pages against each other anew."""
        if len(opened.readings) < MANY:
            return False
        if self._desk is not None and self._desk[0] == (opened, self.settings, self._journal.head()):
            return False
        return past_now(opened.readings, self._journal, self.settings.reviewers) != opened.past

    def _set_again(self, turn: int, before: Opened) -> None:
        trouble = ""
        try:
            opened, _ = self._with_desk(before)
            if turn == self._turn:
                self.opened = opened
        except WorkbookError as error:
            trouble = str(error)
        except Exception as error:
            self._failed(error)
            trouble = "The pages cannot be set against each other: " + OURS
        if turn == self._turn:
            self.progress = Progress(trouble=trouble)
        self.setting = False

    def _with_desk(self, opened: Opened) -> tuple[Opened, Desk]:
        """Make the desk anew where the journal grew or something else was chosen."""
        head = self._journal.head()
        if self._desk is None or self._desk[0] != (opened, self.settings, head):
            opened = opened.with_past(past_now(opened.readings, self._journal, self.settings.reviewers))
            self._desk = (opened, self.settings, head), opened.desk(self._journal, self.settings)
        return opened, self._desk[1]

    def read_more(self, opened: Opened, documents: Iterable[Document]) -> list[Reading]:
        """Return the readings of other documents by the same pack; what was read before is not read again."""
        return self._readings_by(opened.pipeline.pack.about.name).of_documents(documents)

    def _readings_by(self, pack: str) -> KeptReadings:
        if pack not in self._kept:
            self._kept[pack] = KeptReadings(Pipeline.of(pack), Kept())
        return self._kept[pack]

    def choose(self, settings: Settings) -> None:
        """Take other settings; another folder or pack is read."""
        before, self.settings = self.settings, settings
        if (before.folder, before.pack, before.reader) != (settings.folder, settings.pack, settings.reader):
            self.read()

    def begin(self, export: Callable[[], object]) -> None:
        """Write files in the background, unless that is being done already."""
        if self.exported.words:
            return
        self.exported = Progress("Beginning")
        threading.Thread(target=self._export, args=(export,), daemon=True).start()

    def _export(self, export: Callable[[], object]) -> None:
        try:
            export()
            self.exported = Progress()
        except WorkbookError as error:
            self.exported = Progress(trouble=str(error))
        except Exception as error:
            self._failed(error)
            self.exported = Progress(trouble="The files cannot be made: " + OURS)

    def close(self) -> None:
        """Leave what is being read, and close the journal."""
        self._turn += 1
        self._journal.close()
