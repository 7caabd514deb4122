"""`make app`: the publish page in a real browser, without code, with a token, on this machine only."""

import datetime
import os
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from helpers.load import read_folder
from helpers.model.decision import Ruling
from helpers.paths import ROOT, SEEDS
from helpers.pipeline import Pipeline
from helpers.review import Journal, decide, judged

NOTEBOOK = ROOT / "notebooks" / "07_publish.ipynb"
WORDING = "Plan for bruises of up to two weeks."


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One claim approved with a reference and one to be said in other words."""
    place = tmp_path_factory.mktemp("app") / "journal.db"
    review = Pipeline.of("aesthetics").review(read_folder(SEEDS))
    documents = {reading.document.source_id: reading.document for reading in review.readings}
    rulings = {
        "downtime": Ruling("misleading", "Bruises last longer.", WORDING),
        "efficacy": Ruling("substantiated", "The law was checked."),
    }
    with Journal(place, clock=lambda: datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)) as opened:
        for topic, ruling in rulings.items():
            told = [claim for claim in review.claims if claim.topic == topic and claim.zone == "body"]
            claim = next(one for one in told if one.source_id.startswith("000"))
            opened.append(decide([judged(claim, documents[claim.source_id])], ruling, reviewer="Sand"))
    return place


@pytest.fixture(scope="module")
def app(journal: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a running app and its token, started with the flags of the Makefile."""
    recipe = re.search(
        r"^\t@JUPYTER_PATH=\"\$\(CURDIR\)/\.jupyter\" \$\(BIN\)/voila (.*)$",
        (ROOT / "Makefile").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert recipe is not None
    flags = recipe[1].split()
    assert flags == ["--Voila.ip=127.0.0.1", "--token", "--template=workbook", "notebooks/07_publish.ipynb"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex(16)
    command = [sys.executable, "-m", "voila", flags[0], f"--token={token}", *flags[2:], "--no-browser", f"--port={port}"]
    log = tmp_path_factory.mktemp("voila") / "log"
    with log.open("wb") as written:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"WORKBOOK_DB": str(journal), "JUPYTER_PATH": str(ROOT / ".jupyter")},
            stdout=written,
            stderr=written,
        )
        try:
            _wait(f"http://127.0.0.1:{port}/voila/static/", server, log)
            yield f"http://127.0.0.1:{port}", token
        finally:
            server.terminate()
            server.wait(timeout=30)


def test_without_the_token_nothing_is_shown(app: tuple[str, str], page: Page) -> None:
    page.goto(app[0])
    assert "can be published" not in page.content()
    assert "login" in page.url


def test_the_content_team_chooses_a_market_a_page_and_what_to_do(app: tuple[str, str], page: Page) -> None:
    address, token = app
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/?token={token}")
    market = page.get_by_label("Market")
    expect(market).to_be_visible(timeout=120_000)
    expect(page.get_by_text("0 of 5 pages can be published.")).to_be_visible()
    assert page.locator(".jp-CodeCell .jp-InputArea").count() == page.get_by_text("open_desk(").count() == 0
    page.get_by_label("What to do").select_option("◧\u00a0edit")
    table = page.locator(".widget-html table")
    expect(table.nth(1)).to_contain_text(WORDING)
    expect(table.nth(2)).to_contain_text("Text of 000")  # where its quotes lead
    expect(table).to_have_count(3)
    page.get_by_label("What to do").select_option("□\u00a0publish")
    expect(page.locator(".widget-html", has_text=WORDING)).to_have_count(0)
    market.select_option("Canada")
    expect(table.nth(1)).to_contain_text("It was approved as it stands.")
    page.get_by_label("Page").select_option(index=5)
    expect(table).to_have_count(1)
    assert [url for url in asked if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))] == []


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Ask until something answers, whatever it says."""
    until = time.monotonic() + 120
    while server.poll() is None and time.monotonic() < until:
        try:
            with urlopen(address, timeout=5):
                return
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the app did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")
