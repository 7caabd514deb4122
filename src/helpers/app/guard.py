"""What every answer of the app goes through: who may ask, what a page may do, and how an error is told."""

import asyncio
import json
import sys
import traceback
from collections.abc import Callable
from hmac import compare_digest
from types import TracebackType
from typing import Any, TypeVar

from tornado.web import HTTPError, RequestHandler

from helpers.app.pages import render
from helpers.app.visitors import Visitor, Visitors
from helpers.app.workspace import OURS, StillReadingError, Workspace
from helpers.errors import WorkbookError

Done = TypeVar("Done")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
SHUT = "Open the whole address that was printed when the app was started: it ends with a token."
ELSEWHERE = "This was asked from another page than the app's own; open the app and do it there."
GONE = "There is nothing at this address; go back to the pages."


class Guarded(RequestHandler):
    """Nobody is answered without the token, and nothing is changed from another site."""

    visitor: Visitor

    def initialize(self, workspace: Workspace, visitors: Visitors) -> None:
        """Take what all pages share."""
        self.workspace, self.visitors = workspace, visitors

    def set_default_headers(self) -> None:
        """Let no page ask anybody else, run anything else, or stand in a frame."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.clear_header("Server")

    def prepare(self) -> None:
        """Turn away whoever has no session, and what another site sends."""
        port = self.request.host.rpartition(":")[2]
        if self.request.host not in (f"127.0.0.1:{port}", f"localhost:{port}"):
            raise HTTPError(403, reason="Forbidden", log_message=SHUT)
        cookie = f"workbook-{port}"
        token = self.get_query_argument("token", "")
        if token and self.request.method == "GET":
            key = self.visitors.admit(token, self.get_cookie(cookie))
            if key is not None:
                self.set_cookie(cookie, key, httponly=True, samesite="Strict", path="/")
                self.redirect(self.request.path)
                return
        visitor = self.visitors.known(self.get_cookie(cookie))
        if visitor is None:
            raise HTTPError(403, reason="Forbidden", log_message=SHUT)
        self.visitor = visitor
        if self.request.method not in ("GET", "HEAD"):
            self._must_be_own()

    def _must_be_own(self) -> None:
        headers = self.request.headers
        own = headers.get("Origin", "") == f"http://{self.request.host}"
        told = headers.get("X-Workbook") or self.get_body_argument("form", "")
        if not own or not compare_digest(told.encode(), self.visitor.form.encode()):
            raise HTTPError(403, reason="Forbidden", log_message=ELSEWHERE)

    async def away(self, work: Callable[[], Done]) -> Done:
        """Do what takes a while without letting others wait."""
        return await asyncio.get_running_loop().run_in_executor(None, work)

    def show(self, template: str, **values: object) -> None:
        """Answer with a page."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self.page(template, **values))

    def page(self, template: str, **values: object) -> str:
        """Return a page with what all pages show."""
        return render(template, path=self.request.path, workspace=self.workspace, visitor=self.visitor, **values)

    def tell(self, answer: dict[str, Any]) -> None:
        """Answer a script."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(answer))

    def write_error(self, status_code: int, **extra: Any) -> None:
        """Say in one line what is wrong and what to do."""
        error = extra.get("exc_info", (None, None, None))[1]
        if isinstance(error, StillReadingError) and self.request.method == "GET" and not self.workspace.progress.trouble:
            self.set_status(200)
            self.show("reading.html", progress=self.workspace.progress, address="/far")
            return
        if isinstance(error, WorkbookError):
            self.set_status(400)
            words = str(error)
        elif isinstance(error, HTTPError):
            words = error.log_message if error.log_message in (SHUT, ELSEWHERE) else GONE
        else:
            words = OURS.capitalize()
        if self.request.headers.get("X-Workbook"):
            self.tell({"trouble": words})
        else:
            self.set_header("Content-Type", "text/html; charset=utf-8")
            known = getattr(self, "visitor", None) is not None
            self.finish(self.page("told.html", words=words) if known else render("trouble.html", words=words))

    def log_exception(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Write to the terminal what is no mistake of the user's."""
        if not isinstance(error, WorkbookError | HTTPError):
            traceback.print_exception(kind, error, trace, file=sys.stderr)
