"""`make app` in a real browser: each job of a reviewer and of the content team, with mouse and keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from app_server import App, running_app
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from helpers.paths import SEEDS
from helpers.review import Journal

ELSEWHERE = """async (address) => {
  const tries = [
    fetch(address + "/upload?into=seeds&name=evil.md", { method: "POST", credentials: "include", mode: "no-cors", body: "x" }),
    fetch(address + "/check", { method: "POST", credentials: "include", headers: { "X-Workbook": "guessed" }, body: "{}" }),
    fetch(address + "/", { credentials: "include" }).then((answer) => answer.text()),
  ];
  return (await Promise.allSettled(tries)).map((one) => (one.status === "fulfilled" ? String(one.value) : "refused"));
}"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("app")
    shutil.copytree(SEEDS, home / "root" / "seeds")
    with running_app(home, home / "root" / "seeds") as started:
        yield started


def test_without_the_token_nothing_is_shown(app: App, page: Page) -> None:
    for address in ("/", "/?token=guessed", "/review", "/export"):
        answer = page.goto(app.bare + address)
        assert answer is not None and answer.status == 403
        expect(page.get_by_role("alert")).to_contain_text("ends with a token")
        assert "can be published" not in page.content()


def test_a_page_from_elsewhere_can_neither_see_nor_do_anything(app: App, page: Page) -> None:
    app.enter(page)
    other = page.context.new_page()
    other.route("http://127.0.0.1:1/**", lambda route: route.fulfill(body="<title>elsewhere</title>", content_type="text/html"))
    other.goto("http://127.0.0.1:1/")  # the same machine, so that the browser sends its cookies along
    assert other.evaluate(ELSEWHERE, app.bare) == ["refused"] * 3
    assert len(list((app.home / "root" / "seeds").iterdir())) == len(list(SEEDS.iterdir()))


def test_a_reviewer_opens_a_page_and_decides_a_card_with_keys(app: App, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    app.enter(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("0 of 5 pages can be published.")
    expect(page.locator(".card")).to_have_count(5)
    page.keyboard.press("/")
    page.keyboard.type("astra")
    expect(page.locator(".card:visible")).to_have_count(1)
    page.get_by_role("link", name="002 Astra Medicare").click()
    expect(page.get_by_role("heading", name="What must change")).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_role("link", name="Review this page").click()
    expect(page.locator(".erw[data-ready]")).to_be_visible()
    expect(page.locator(".erw-entry").first).to_contain_text("002 Astra Medicare")
    page.locator(".erw-name").fill("Sand")
    page.keyboard.press("Enter")
    expect(page.locator(".erw-status")).to_have_text("")
    title = page.locator(".erw-title").inner_text()
    page.locator(".erw").focus()
    page.keyboard.press("r")
    page.keyboard.type("no source is named")
    page.keyboard.press("Escape")
    for _ in range(page.locator(".erw-owed li").count()):
        page.keyboard.press(" ")
        page.wait_for_timeout(60)
    page.keyboard.press("2")
    expect(page.locator(".erw-status")).to_contain_text("Filled in: the warnings that are ticked. Press 2 again")
    page.keyboard.press("2")
    expect(page.locator(".erw-status")).to_contain_text("Kept: Needs qualification")
    with Journal(app.journal) as journal:
        assert [event.decision.reviewer for event in journal.events()] == ["Sand"]
    page.reload()
    expect(page.locator(".erw[data-ready]")).to_be_visible()
    page.locator(".erw-entry", has_text=title).first.click()
    expect(page.locator(".erw-verdict[aria-pressed=true]")).to_contain_text("Needs qualification")
    assert [url for url in asked if not url.startswith((app.bare, "data:"))] == []


def test_two_reviewers_in_two_browsers_are_two_people(app: App, browser: Browser) -> None:
    names = ("Heath", "Brook")
    contexts = [browser.new_context() for _ in names]
    pages = [app.enter(context.new_page(), "/review") for context in contexts]
    for one, name in zip(pages, names, strict=True):
        expect(one.locator(".erw[data-ready]")).to_be_visible()
        one.locator(".erw-name").fill(name)
        one.keyboard.press("Enter")
        expect(one.locator(".erw-name")).to_have_value(name)
    for one, name in zip(pages, names, strict=True):
        one.goto(app.bare)
        expect(one.locator(".where")).to_contain_text(f"Reviewer: {name}")
    for context in contexts:
        context.close()


def test_a_draft_is_checked_as_one_types(app: App, page: Page) -> None:
    app.enter(page, "/draft")
    page.get_by_label("The draft").press_sequentially("Mesotherapy has no downtime at all.")
    quote = page.locator("#found .quote", has_text="Mesotherapy has no downtime at all.").first
    expect(quote).to_be_visible()
    quote.click()
    assert page.get_by_label("The draft").evaluate("field => field.selectionEnd - field.selectionStart") > 0
    page.get_by_label("The draft").fill("")
    expect(page.locator("#draft-status")).to_have_text("Nothing to check yet.")


def test_files_are_brought_into_a_new_folder_and_read(app: App, page: Page, tmp_path: Path) -> None:
    page_file, picture = tmp_path / "peel.md", tmp_path / "photo.png"
    page_file.write_text("# Peel\n\nA chemical peel has no downtime and no side effects.\n", encoding="utf-8")
    picture.write_bytes(b"x")
    app.enter(page, "/choose")
    page.get_by_label("Files", exact=True).set_input_files([page_file, picture])
    page.get_by_label("Its name").fill("May pages")
    page.get_by_role("button", name="Bring them and read the folder").click()
    expect(page.locator("#upload-trouble")).to_contain_text("photo.png")
    page.get_by_role("button", name="Read the folder with the 1 that was stored").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("0 of 1 page can be published.")
    page.goto(f"{app.bare}/choose?at=.")
    page.get_by_role("button", name="Open seeds").click()
    expect(page.locator(".card")).to_have_count(5)


def test_pages_are_compared_with_those_of_a_folder_of_before(app: App, page: Page) -> None:
    before = app.home / "root" / "before"
    shutil.copytree(SEEDS, before)
    (before / "manifest.yml").unlink()  # it holds the hashes of the pages as they are now
    changed = next(path for path in sorted(before.iterdir()) if " weeks" in path.read_text(encoding="utf-8"))
    changed.write_text(changed.read_text(encoding="utf-8").replace(" weeks", " months", 1), encoding="utf-8")
    app.enter(page, "/compare")
    page.get_by_label("The pages of").fill("before")
    page.get_by_role("button", name="Compare").first.click()
    expect(page.get_by_role("status")).to_contain_text("1 changed")
    expect(page.locator("del", has_text="months").first).to_be_visible()
    expect(page.locator("ins", has_text="weeks").first).to_be_visible()


def test_the_files_are_made_by_a_button_and_taken_by_a_link(app: App, page: Page) -> None:
    app.enter(page, "/export")
    page.get_by_role("button", name="Make the files").click()
    expect(page.get_by_role("heading", name="To hand on")).to_be_visible()
    for link, name in (("The report", "report.html"), ("The sign-off", "sign-off.docx"), ("The spreadsheet", "review.xlsx")):
        with page.expect_download() as taken:
            page.get_by_role("link", name=link).click()
        assert taken.value.suggested_filename == name
    with page.expect_download() as taken:
        page.get_by_role("link", name="002 Astra Medicare in Word").click()
    assert taken.value.suggested_filename.endswith(".docx")


def test_settings_are_a_form_and_are_kept(app: App, page: Page) -> None:
    app.enter(page, "/choose")
    page.get_by_label("Where it is to be published").select_option("United Kingdom")
    page.get_by_label("How many reviewers must agree").select_option("two must agree")
    page.get_by_role("button", name="Keep these settings").click()
    expect(page.locator(".card")).to_have_count(5)
    kept = (app.journal.parent / "workbook.yml").read_text(encoding="utf-8")
    assert "market: uk" in kept and "reviewers: 2" in kept


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_axe_finds_nothing_and_nothing_sticks_out(
    app: App, browser: Browser, width: int, scheme: Literal["light", "dark"]
) -> None:
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)  # axe comes as a script of the test
    page = app.enter(context.new_page())
    for place in ("/", "/page?id=nowhere", "/draft", "/compare", "/export", "/choose", "/decided", "/review"):
        page.goto(app.bare + place)
        if place == "/draft":
            page.get_by_label("The draft").fill("Mesotherapy has no downtime at all.")
            expect(page.locator("#found li").first).to_be_visible()
        if place == "/review":
            expect(page.locator(".erw[data-ready]")).to_be_visible()
        found = Axe().run(page).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], place
        assert page.evaluate("document.documentElement.scrollWidth") == width, place
    page.goto(app.bare)
    page.locator(".card a").first.click()
    expect(page.get_by_role("heading", name="What must change")).to_be_visible()
    page.wait_for_load_state("load")  # colours are measured when all of them are there
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()
