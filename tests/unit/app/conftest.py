"""The app in this process, and a browser that is none: it sends what it is told to."""

import asyncio
import http.client
import re
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from helpers.app.root import Root
from helpers.app.server import HERE, make_app
from helpers.app.workspace import Workspace
from helpers.settings import Settings, as_chosen

TOKEN = "the-token"
PAGES = {
    "clinic": "# Mesotherapy\n\nMesotherapy has no downtime. Sessions are two weeks apart.\n\nPotential risks include:\n",
    "salon": "# Mesotherapy\n\nAfter mesotherapy expect three days of downtime. You may see bruising for a week.\n",
}


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    text: str


@dataclass
class Client:
    """Somebody who asks the app."""

    port: int
    workspace: Workspace
    cookie: str = ""
    form: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, address: str, body: str | bytes | None = None, **headers: str) -> Answer:
        """Send a request as it is told; names of headers have ``_`` for ``-``."""
        told = {"Cookie": self.cookie, **self.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
        connection = http.client.HTTPConnection(HERE, self.port, timeout=60)
        try:
            connection.request(method, address, body, {name: value for name, value in told.items() if value})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode(errors="replace"))
        finally:
            connection.close()

    def get(self, address: str, **headers: str) -> Answer:
        """Look at an address."""
        return self.ask("GET", address, **headers)

    def post(self, address: str, body: str | bytes = b"", **headers: str) -> Answer:
        """Send something as the app's own pages do."""
        return self.ask("POST", address, body, **{"Origin": f"http://{HERE}:{self.port}", "X_Workbook": self.form, **headers})

    def enter(self) -> "Client":
        """Come with the token, and take the cookie and the forms' secret along."""
        answer = self.get(f"/?token={TOKEN}")
        assert answer.status == 302 and answer.headers["Location"] == "/"
        other = Client(self.port, self.workspace, answer.headers["Set-Cookie"].partition(";")[0])
        found = re.search(r'name="form" content="([^"]+)"', other.get("/choose").text)
        assert found
        other.form = found[1]
        return other

    def wait(self) -> "Client":
        """Wait until the folder is read."""
        until = time.monotonic() + 60
        while self.workspace.opened is None and not self.workspace.progress.trouble and time.monotonic() < until:
            time.sleep(0.02)
        return self


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of two documents below a root."""
    folder = tmp_path / "root" / "pages"
    folder.mkdir(parents=True)
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def stranger(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """Somebody without the token, at an app that reads the folder."""
    monkeypatch.setenv("WORKBOOK_DB", str(tmp_path / "decisions" / "journal.db"))
    (tmp_path / "decisions").mkdir()
    workspace = Workspace(Root(pages.parent), tmp_path / "out", Settings(folder=as_chosen(pages)), traceback.print_exception)
    port, ready, loop = 0, threading.Event(), asyncio.new_event_loop()
    made: list[HTTPServer] = []

    def run() -> None:
        nonlocal port
        asyncio.set_event_loop(loop)
        sockets = bind_sockets(0, HERE)
        port = sockets[0].getsockname()[1]
        made.append(HTTPServer(make_app(workspace, TOKEN), max_body_size=10_000_000))
        made[0].add_sockets(sockets)
        ready.set()
        loop.run_forever()

    thread = threading.Thread(target=run)
    thread.start()
    assert ready.wait(30)
    workspace.read()
    client = Client(port, workspace).wait()
    yield client

    async def end() -> None:
        made[0].stop()
        await made[0].close_all_connections()
        await loop.shutdown_default_executor()
        loop.stop()

    loop.call_soon_threadsafe(lambda: asyncio.ensure_future(end()))
    thread.join(30)
    loop.close()
    workspace.close()


@pytest.fixture
def client(stranger: Client) -> Client:
    """Somebody who came with the token."""
    return stranger.enter()
