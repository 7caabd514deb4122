"""The browser fixtures themselves: what they open, record and refuse."""

ASKING = """<!doctype html><title>asks</title><p id="alive"></p>
<img src="http://example.invalid/a.png"><link rel="stylesheet" href="beside.css">
<script>
  fetch("https://example.invalid/b.json").catch(() => 0);
  new WebSocket("ws://127.0.0.1:9/c");
  document.getElementById("alive").textContent = "scripts run";
</script>"""


def test_an_offline_page_is_alive_and_every_request_is_recorded(open_offline, tmp_path):
    (tmp_path / "asks.html").write_text(ASKING, encoding="utf-8")
    opened = open_offline(tmp_path / "asks.html")
    opened.page.wait_for_load_state("load")
    assert opened.page.text_content("#alive") == "scripts run"
    assert sorted(opened.requests) == [
        (tmp_path / "beside.css").as_uri(),
        "http://example.invalid/a.png",
        "https://example.invalid/b.json",
        "ws://127.0.0.1:9/c",
    ]


def test_a_page_that_asks_nobody_records_nothing(open_offline, tmp_path):
    (tmp_path / "quiet.html").write_text('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', encoding="utf-8")
    assert open_offline(tmp_path / "quiet.html").requests == []
