"""Markdown keeps its characters; what is no prose is known."""

from helpers.load.markdown import read

PAGE = """---
title: "Peels without fear"
date: 2024-05-01
slug: no-pain-peels
---
# Peels

Red for ~~two~~ three days.

```
no code
```

    indented

<!-- not shown -->
<script>let no = 1</script>
"""


def test_each_part_is_named_and_the_text_is_the_file():
    loaded = read(PAGE.encode())
    assert loaded.text == PAGE
    assert [(part.kind, PAGE[part.start : part.end].strip(), part.place.words) for part in loaded.parts] == [
        ("data", "---", "line 1"),
        ("markup", 'title: "', "line 2"),
        ("title", "Peels without fear", "line 2"),
        ("markup", '"', "line 2"),
        ("data", "date: 2024-05-01\nslug: no-pain-peels\n---", "line 2"),
        ("struck", "~~two~~", "line 8"),
        ("code", "```\nno code\n```", "line 10"),
        ("code", "indented", "line 14"),
        ("comment", "<!-- not shown -->", "line 16"),
        ("code", "<script>let no = 1</script>", "line 17"),
    ]
    assert dict(loaded.about) == {"title": "Peels without fear", "date": "2024-05-01"}


def test_a_text_without_any_is_whole():
    assert read(b"A text.\r\n\r\n- an item\r\n").parts == ()


def test_a_rule_at_the_top_is_no_data():
    assert read(b"---\n\nA text without an end of it.\n").parts == ()
