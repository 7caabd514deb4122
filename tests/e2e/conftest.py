"""A real browser, a real JupyterLab, and a page that may ask nobody: for tests that look at what a user sees."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, Route, TimeoutError, sync_playwright

from helpers.paths import ROOT

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
LOCAL = ("file:", "data:", "blob:", "about:")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, from WORKBOOK_CHROMIUM or the PATH."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("WORKBOOK_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        pytest.skip("no Chromium found: install it, or name it in WORKBOOK_CHROMIUM (.ci/run installs Debian's)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, headless=True, args=FLAGS)
        yield chromium
        chromium.close()


@dataclass
class OfflinePage:
    """A page from a file, and every address that it asked for beyond itself."""

    page: Page
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def open_offline(browser: Browser) -> Iterator[Callable[[Path], OfflinePage]]:
    """Open a file in a browser without a network; requests beyond the file itself are recorded, those to a host refused."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})

    def open_file(path: Path) -> OfflinePage:
        opened = OfflinePage(context.new_page())
        own = path.resolve().as_uri()

        def judge(route: Route) -> None:
            address = route.request.url
            if not address.startswith(("data:", "blob:")) and address.partition("#")[0] != own:
                opened.requests.append(address)
            if address.startswith(LOCAL):
                route.continue_()
            else:
                route.abort()

        opened.page.route("**/*", judge)
        opened.page.on("websocket", lambda channel: opened.requests.append(channel.url))
        opened.page.goto(own)
        return opened

    yield open_file
    context.close()


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address, its token, and the folder that it shows."""

    url: str
    token: str
    folder: Path

    def address(self, notebook: str) -> str:
        """Return the address of a notebook in ``folder``, in a workspace of its own."""
        name = Path(notebook).stem
        return f"{self.url}/lab/workspaces/{name}/tree/{notebook}?token={self.token}&reset"


@pytest.fixture(scope="session")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab as `make lab` starts it, on a folder of its own that holds copies of the notebooks."""
    home = tmp_path_factory.mktemp("lab")
    folder = home / "files"
    folder.mkdir()
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        shutil.copy(notebook, folder)
    running = Lab(f"http://127.0.0.1:{_free_port()}", secrets.token_hex(16), folder)
    command = [sys.executable, "-m", "jupyterlab", f"--config={ROOT / '.jupyter' / 'lab.py'}", "--no-browser"]
    options = {"root_dir": folder, "port": running.url.rpartition(":")[2], "port_retries": 0}
    command += [f"--ServerApp.{name}={value}" for name, value in options.items()] + [f"--IdentityProvider.token={running.token}"]
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR")
    own = {name: str(home / name.lower()) for name in names} | {"WORKBOOK_DB": str(home / "journal.db")}
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | own, stdout=log, stderr=log)
        try:
            _wait_until_ready(running, server, home / "log")
            yield running
        finally:
            server.terminate()
            try:
                server.wait(timeout=30)
            except subprocess.TimeoutExpired:
                server.kill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page as large as a laptop's screen."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def run_notebook(lab: Lab, page: Page) -> Callable[[str], Page]:
    """Open a notebook of the lab's folder, run all its cells, and give the page when the kernel is idle again."""

    def run(notebook: str) -> Page:
        page.goto(lab.address(notebook))
        try:
            page.wait_for_selector(r"#jp-main-statusbar >> text=/\| Idle$/", timeout=120_000)  # the kernel itself says so
        except TimeoutError:
            pytest.skip("JupyterLab had no idle kernel after two minutes: the machine is too busy for this test")
        page.click(".jp-NotebookPanel .jp-Cell >> nth=0")
        page.click('.lm-MenuBar-itemLabel >> text="Run"')
        page.click('.lm-Menu-itemLabel >> text="Run All Cells"')
        with suppress(TimeoutError):  # a short notebook may be done before it is seen busy
            page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="busy"]', timeout=3_000)
        page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=60_000)
        return page

    return run


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(lab: Lab, server: subprocess.Popen[bytes], log: Path) -> None:
    """Ask JupyterLab until it answers; fail with its log if it stops or stays silent for a minute."""
    status = Request(f"{lab.url}/api/status", headers={"Authorization": f"token {lab.token}"})
    until = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < until:
        try:
            with urlopen(status, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")
