"""A real browser, a real JupyterLab, and a page that may ask nobody: for tests that look at what a user sees."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, TimeoutError, expect, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from helpers.paths import ROOT, SEEDS

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
LOCAL = ("file:", "data:", "blob:", "about:")
PATIENCE = 60_000  # ms for what will come, also on a machine that has other things to do
LONGER = 2 * PATIENCE  # for a kernel, and for what it has to do

expect.set_options(timeout=PATIENCE / 2)

# Asked of JupyterLab itself: what tests do that are not about clicks.
LOADED = "window.jupyterapp?.restored.then(() => true)"
OPEN = """async (path) => {
  const { context, sessionContext } = await jupyterapp.commands.execute("docmanager:open", { path });
  await context.ready;
  await sessionContext.ready;
  await sessionContext.session.kernel.info;
  return true;
}"""
RUN = """async () => {
  const succeeded = await jupyterapp.commands.execute("notebook:run-all-cells");
  return succeeded ? "every cell ran" : "a cell failed";
}"""
IDLE = "jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
NUMBERED = """jupyterapp.shell.currentWidget.content.widgets
  .every(({ model }) => model.type !== "code" || model.executionCount)"""
CLOSE = """async () => {
  const open = [...jupyterapp.shell.widgets("main")].filter((widget) => widget.context);
  for (const widget of open) {
    await widget.sessionContext?.shutdown();
    widget.context.model.dirty = false; // nobody is to be asked whether to save
    widget.close();
  }
  localStorage.clear();
  return open.length === 0;
}"""


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


@pytest.fixture(scope="module")
def open_offline(browser: Browser) -> Iterator[Callable[[Path], OfflinePage]]:
    """Open a file in a browser without a network; requests beyond the file itself are recorded, those to a host refused."""
    context = _context(browser)

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


@pytest.fixture(scope="session")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab as `make lab` starts it, on a folder of its own that holds copies of the notebooks, the sources beside it."""
    home = tmp_path_factory.mktemp("lab")
    folder = home / "files"
    folder.mkdir()
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        shutil.copy(notebook, folder)
    shutil.copytree(SEEDS, home / "seeds")
    (home / "workbook.yml").write_text(f"folder: {home / 'seeds'}\n", encoding="utf-8")  # beside the journal: what was chosen
    running = Lab(f"http://127.0.0.1:{_free_port()}", secrets.token_hex(16), folder)
    command = [sys.executable, "-m", "jupyterlab", f"--config={ROOT / '.jupyter' / 'lab.py'}", "--no-browser"]
    command += ["--LabApp.expose_app_in_browser=True"]  # for tests that are not about what people click
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


class Desk:
    """JupyterLab on a page that is kept from test to test: loading it takes longer than most tests."""

    def __init__(self, lab: Lab, context: BrowserContext) -> None:
        self._lab = lab
        self._context = context
        self._page: Page | None = None

    def run(self, notebook: str) -> Page:
        """Open a notebook of the lab's folder, run all its cells, and give the page when the kernel is idle again."""
        page = self._page or self._load("lab")
        page.wait_for_function(LOADED)
        self._wait_for_kernel(page, OPEN, notebook)
        said = page.wait_for_function(RUN, timeout=LONGER).json_value()
        assert said == "every cell ran", f"{notebook}: {said}"
        page.wait_for_function(IDLE, polling=100)
        return page

    def run_by_hand(self, notebook: str) -> Page:
        """Do the same as people do it, from the notebook's address and with the menu; its cells must have no numbers yet."""
        page = self._load(f"lab/tree/{notebook}")
        self._wait_for_kernel(page, "() => document.querySelector('#jp-main-statusbar')?.textContent.includes('| Idle')")
        page.click(".jp-NotebookPanel .jp-Cell >> nth=0")
        page.click('.lm-MenuBar-itemLabel >> text="Run"')
        page.click('.lm-Menu-itemLabel >> text="Run All Cells"')
        page.wait_for_function(NUMBERED, polling=100)
        page.wait_for_function(IDLE, polling=100)
        return page

    def clear(self) -> None:
        """Close what is open and end its kernels; if something is left, the next test begins with another page."""
        if not (page := self._page):
            return
        try:
            page.wait_for_function(CLOSE, polling=100)
            clean = page.locator(".jp-Dialog, .Toastify__toast").count() == 0
        except PlaywrightError:
            clean = False
        if not clean:
            page.close()
            self._page = None

    def _load(self, place: str) -> Page:
        page = self._page = self._page or self._context.new_page()
        page.goto(f"{self._lab.url}/{place}?token={self._lab.token}&reset")
        page.wait_for_function(LOADED)
        return page

    def _wait_for_kernel(self, page: Page, condition: str, notebook: str | None = None) -> None:
        try:
            page.wait_for_function(condition, arg=notebook, timeout=LONGER, polling=100)
        except TimeoutError:
            pytest.skip("JupyterLab had no idle kernel after two minutes: the machine is too busy for this test")


@pytest.fixture(scope="session")
def _desk(lab: Lab, browser: Browser) -> Iterator[Desk]:
    context = _context(browser)
    yield Desk(lab, context)
    context.close()


@pytest.fixture
def desk(_desk: Desk) -> Iterator[Desk]:
    """JupyterLab with nothing open."""
    yield _desk
    _desk.clear()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page as large as a laptop's screen."""
    context = _context(browser)
    yield context.new_page()
    context.close()


def _context(browser: Browser) -> BrowserContext:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    return context


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(lab: Lab, server: subprocess.Popen[bytes], log: Path) -> None:
    """Ask JupyterLab until it answers; fail with its log if it stops or stays silent for two minutes."""
    status = Request(f"{lab.url}/api/status", headers={"Authorization": f"token {lab.token}"})
    until = time.monotonic() + LONGER / 1000
    while server.poll() is None and time.monotonic() < until:
        try:
            with urlopen(status, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")
