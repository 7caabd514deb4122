"""What leaves the workbook as files: made by a button, taken by a link; no name from a browser is a path."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from helpers.app.guard import Guarded
from helpers.app.workspace import Progress, Workspace
from helpers.desk import Desk
from helpers.errors import WorkbookError
from helpers.export import made_of, together
from helpers.outputs import made_of_desk, redline_names, rests_on_no_less, write_exports, write_redlines

REDLINED = "redlined"
FILES = {
    "report.html": ("The report", "everything that was found and decided, in one page that opens without a network"),
    "sign-off.docx": ("The sign-off", "to be printed and signed"),
    "review.xlsx": ("The spreadsheet", "pages, claims, findings and decisions, to sort and filter"),
}


class Offered(NamedTuple):
    """A file that can be taken."""

    words: str
    about: str
    address: str
    made: str


class Export(Guarded):
    """The buttons and the files."""

    async def get(self) -> None:
        """Show what was made, and from what."""
        opened, desk = await self.away(self.workspace.now)
        files, edits, old = await self.away(lambda: offered(self.workspace, desk, opened.view.names))
        self.show("export.html", files=files, edits=edits, old=old, progress=self.workspace.exported)

    async def post(self) -> None:
        """Begin to make the files."""
        _, desk = await self.away(self.workspace.now)
        self.workspace.begin(lambda: make_files(self.workspace, desk))
        self.redirect("/export", status=303)


class Far(Guarded):
    """How far the files are."""

    def get(self) -> None:
        """Tell it in figures."""
        progress = self.workspace.exported
        ready = not progress.words
        self.tell({"words": progress.words, "done": progress.done, "total": progress.total, "ready": ready})


class File(Guarded):
    """One file."""

    async def get(self) -> None:
        """Hand over the file of a name that is offered, never a path."""
        _, desk = await self.away(self.workspace.now)
        name = self.get_query_argument("name", "")
        place = places_of(self.workspace, desk).get(name)
        if place is None or not place.is_file():
            raise WorkbookError("There is no such file; make the files first.")
        content = await self.away(place.read_bytes)
        self.set_header("Content-Type", "application/octet-stream")
        self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(place.name)}")
        self.finish(content)


def places_of(workspace: Workspace, desk: Desk) -> dict[str, Path]:
    """Return where each file that is offered lies, by name."""
    names = [*FILES, *(f"{REDLINED}/{name}" for page in desk.readiness for name in redline_names(page.source_id))]
    return {name: workspace.out / name for name in names}


def offered(workspace: Workspace, desk: Desk, names: Mapping[str, str]) -> tuple[list[Offered], list[tuple[str, Offered]], bool]:
    """Return the files that are there, the edited pages by the name of the page, and whether they are old."""
    places = places_of(workspace, desk)
    files = [Offered(*FILES[name], f"/file?name={quote(name)}", made) for name in FILES if (made := _made(places[name]))]
    edits = []
    for page in desk.readiness:
        for name, words in zip(redline_names(page.source_id), ("in the browser", "in Word"), strict=True):
            full = f"{REDLINED}/{name}"
            if made := _made(places[full]):
                edits.append((names[page.source_id], Offered(words, "", f"/file?name={quote(full, safe='')}", made)))
    return files, edits, _is_old(workspace, desk)


def make_files(workspace: Workspace, desk: Desk) -> None:
    """Write all files, or none: those of before stand until these are whole."""

    def tell(words: str, done: int, total: int) -> None:
        workspace.exported = Progress(words, done, total)

    with together(workspace.out, made_of_desk("app", desk)) as drafts:
        rests_on_no_less(desk, workspace.out)
        write_exports(desk, drafts, tell)
        write_redlines(desk, drafts / REDLINED, tell)


def _made(place: Path) -> str:
    """Say when a file was made; nothing where there is none."""
    try:
        when = datetime.datetime.fromtimestamp(place.stat().st_mtime, tz=datetime.UTC)
    except OSError:
        return ""
    return f"{when:%Y-%m-%d %H:%M} UTC"


def _is_old(workspace: Workspace, desk: Desk) -> bool:
    """Say whether the files were made of other pages, decisions or settings."""
    about = made_of(workspace.out, "report.html")
    return about is not None and {**about, "command": ""} != {**made_of_desk("", desk)}


HANDLERS = [("/export", Export), ("/exporting", Far), ("/file", File)]
