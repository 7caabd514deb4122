"""A source's own file, as it lies in the folder: shown where a browser can show it without running anything, else handed over."""

from pathlib import Path
from urllib.parse import quote

from helpers.app.guard import Guarded
from helpers.errors import WorkbookError
from helpers.load import find_documents

SHOWN = {
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    **dict.fromkeys((".txt", ".md", ".csv", ".json", ".eml"), "text/plain; charset=utf-8"),
}
SEALED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"  # no script, no form, no other host


class Original(Guarded):
    """The file of a source."""

    async def get(self) -> None:
        """Answer with the file of a source that was read; its id is looked up, and never a path."""
        opened, _ = await self.away(self.workspace.now)
        source_id = self.get_query_argument("id", "")
        path = await self.away(lambda: _path_of(opened.folder, source_id)) if source_id in opened.view.readings else None
        if path is None:
            raise WorkbookError("The file of this page is not in the folder; choose a page from the pages.")
        content = await self.away(path.read_bytes)
        kind = SHOWN.get(path.suffix.lower())
        self.set_header("Content-Type", kind or "application/octet-stream")
        way = "inline" if kind else "attachment"
        self.set_header("Content-Disposition", f"{way}; filename*=UTF-8''{quote(path.name.encode('utf-8', 'replace'))}")
        if kind != "application/pdf":  # a browser's reader of PDF is its own, and does not run in a sandbox
            self.set_header("Content-Security-Policy", SEALED)
        self.finish(content)


def _path_of(folder: Path, source_id: str) -> Path | None:
    return next((one.path for one in find_documents(folder).found if one.source_id == source_id), None)


HANDLERS = [("/original", Original)]
