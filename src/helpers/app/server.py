"""The app's server: on this machine only, for whoever has the token."""

import asyncio
import contextlib
import secrets
import signal
import traceback
import webbrowser
from collections.abc import Callable
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from helpers.app import choosing, comparing, deciding, drafting, exporting, looking, originals, reviewing_here
from helpers.app.root import Root
from helpers.app.visitors import Visitors
from helpers.app.workspace import Workspace
from helpers.errors import WorkbookError
from helpers.settings import Settings

HERE = "127.0.0.1"
MOST = 110 * 1024 * 1024  # bytes of one request: the largest file that is read, and what a form adds
SLOW = 120  # seconds that a request may take to arrive


def make_app(workspace: Workspace, token: str) -> Application:
    """Return the app on a workspace, for whoever has the token."""
    shared = {"workspace": workspace, "visitors": Visitors(token, lambda: workspace.settings.reviewer)}
    handlers = [
        handler
        for part in (looking, originals, reviewing_here, deciding, drafting, comparing, exporting, choosing)
        for handler in part.HANDLERS
    ]
    return Application(
        [(address, handler, shared) for address, handler in handlers],
        default_handler_class=looking.Nowhere,
        default_handler_args=shared,
        log_function=lambda _: None,
    )


def serve(
    settings: Settings, *, root: Path, out: Path, port: int = 0, browser: bool = True, say: Callable[[str], object] = print
) -> None:
    """Serve the app until it is interrupted.

    Parameters
    ----------
    root : Path
        The folder below which people may choose folders.
    out : Path
        Where exports are written to.
    port : int
        0 takes any that is free.
    say : callable
        Told the whole address, with its token.

    Raises
    ------
    WorkbookError
        The port is taken, or the journal cannot be read.
    """
    asyncio.run(_serve(settings, root, out, port, browser, say))


async def _serve(settings: Settings, root: Path, out: Path, port: int, browser: bool, say: Callable[[str], object]) -> None:
    workspace = Workspace(Root(root), out, settings, traceback.print_exception)
    token = secrets.token_urlsafe(24)
    try:
        sockets = bind_sockets(port, HERE)
    except OSError as error:
        raise WorkbookError(f"port {port} cannot be used ({error.strerror}); name another, or none") from None
    server = HTTPServer(make_app(workspace, token), max_body_size=MOST, body_timeout=SLOW)
    server.add_sockets(sockets)
    address = f"http://{HERE}:{sockets[0].getsockname()[1]}/?token={token}"
    say(f"The workbook is open at {address}")
    say("Press Ctrl-C here to close it.")
    workspace.read()
    if browser:
        webbrowser.open(address)
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(sign, over.set)
    await over.wait()
    server.stop()
    workspace.close()
