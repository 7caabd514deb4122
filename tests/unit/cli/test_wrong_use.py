"""Whatever a user can change ends in code 2 and one line that says what."""

import pytest


def _folder(tmp_path, **files):
    folder = tmp_path / "given"
    folder.mkdir()
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    return folder


def _refused(result):
    """Return the one line on stderr."""
    assert result.exit_code == 2
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("workbook: ")
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["publish"], "No such command 'publish'"),
        (["run", "--output", "x"], "No such option: --output"),
        (["extract", "--out", "x.csv"], "Missing argument 'PATH'"),
        (["extract", "page.md"], "Missing option '--out'"),
        (["extract", "page.md", "--out", "x.csv", "--jobs", "none"], "Invalid value for '--jobs'"),
        (["extract", "page.md", "--out", "x.csv", "--jobs", "0"], "greater than or equal to 1"),
        (["diff", "one.csv"], "Missing argument 'NEW'"),
    ],
)
def test_usage(workbook, arguments, said):
    assert said in _refused(workbook(*arguments))


@pytest.mark.parametrize("command", [("run",), ("compare",), ("extract",)])
def test_missing_folder(workbook, tmp_path, command):
    out = tmp_path / "out.csv"
    assert "nowhere: there is no such f" in _refused(workbook(*command, tmp_path / "nowhere", "--out", out))
    assert not out.exists()


@pytest.mark.parametrize("command", ["run", "compare", "extract"])
def test_folder_without_documents(workbook, tmp_path, command):
    folder = _folder(tmp_path, notes_odt=b"not for us")
    assert "holds no document; passed over: notes.odt (OpenDocument is not read" in _refused(
        workbook(command, folder, "--out", tmp_path / "out.csv")
    )


@pytest.mark.parametrize("command", ["run", "compare", "extract"])
def test_not_utf8(workbook, tmp_path, command):
    folder = _folder(tmp_path, latin_txt="caf\xe9".encode("latin-1"))
    assert "latin.txt: not UTF-8 at byte 3" in _refused(workbook(command, folder, "--out", tmp_path / "out.csv"))


def test_not_utf8_in_another_process(workbook, tmp_path):
    folder = _folder(tmp_path, latin_txt="caf\xe9".encode("latin-1"))
    result = workbook("extract", folder, "--out", tmp_path / "out.csv", "--jobs", "2")
    assert "latin.txt: not UTF-8 at byte 3" in _refused(result)
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("command", [("compare",), ("extract",), ("extract", "--jobs", "2")])
def test_what_is_not_read_is_told_and_the_others_are_read(workbook, tmp_path, command):
    folder = _folder(tmp_path, good_txt=b"Mesotherapy has no downtime.", latin_txt="caf\xe9".encode("latin-1"), old_doc=b"x")
    for more, code in (((), 0), (("--strict",), 1)):
        result = workbook(*command, folder, "--out", tmp_path / "out.csv", *more)
        assert result.exit_code == code
        told = sorted(result.stderr.splitlines())
        assert [line.rpartition("/")[2].removeprefix("not read: ") for line in told] == [
            "latin.txt: not UTF-8 at byte 3; save the file as UTF-8",
            "old.doc: the old format of Word is not read; save it as .docx",
        ]


@pytest.mark.parametrize("command", ["run", "compare"])
def test_wrong_sha256_in_the_manifest(workbook, pages, tmp_path, command):
    entry = f"{{title: t, publisher: null, date: null, sells: s, sha256: {'f' * 64}}}"
    (pages / "manifest.yml").write_text(f"sources:\n  clinic.md: {entry}\n", encoding="utf-8")
    assert "clinic.md: the file is not the one that manifest.yml describes" in _refused(
        workbook(command, pages, "--out", tmp_path / "out")
    )


@pytest.mark.parametrize("pack", ["unheard-of", "../packs/aesthetics", ""])
@pytest.mark.parametrize("command", ["run", "compare", "extract"])
def test_unknown_pack(workbook, pages, tmp_path, command, pack):
    line = _refused(workbook(command, pages, "--out", tmp_path / "out.csv", "--pack", pack))
    assert "choose one of: aesthetics" in line


@pytest.mark.parametrize("name", ["claims.txt", "claims", "claims.csv.gz"])
def test_unknown_suffix(workbook, pages, tmp_path, name):
    assert "must end in .csv, .jsonl or .parquet" in _refused(workbook("extract", pages, "--out", tmp_path / name))


@pytest.mark.parametrize("command", ["run", "compare", "extract"])
def test_unwritable_place(workbook, pages, tmp_path, command):
    (tmp_path / "file").touch()
    assert "cannot be written" in _refused(workbook(command, pages, "--out", tmp_path / "file" / "out.csv"))


def test_a_folder_where_a_table_should_stand(workbook, pages, tmp_path):
    (tmp_path / "out" / "relations.csv" / "mine").mkdir(parents=True)
    assert "relations.csv: cannot be written" in _refused(workbook("compare", pages, "--out", tmp_path / "out"))
    assert (tmp_path / "out" / "relations.csv" / "mine").is_dir()


@pytest.mark.parametrize("command", ["compare", "diff"])
def test_no_claim_table(workbook, tmp_path, command):
    table = tmp_path / "table.csv"
    table.write_text("claim_id,words\n1,none\n", encoding="utf-8")
    more = [table] if command == "diff" else ["--out", tmp_path / "out"]
    assert "table.csv: is no claim table" in _refused(workbook(command, table, *more))


def test_claims_of_another_pack(workbook, pages, tmp_path, make_claim):
    from helpers.export import write_table
    from helpers.model import Claim

    write_table([make_claim(topic="tides")], Claim, tmp_path / "claims.csv")
    assert "no topic 'tides'" in _refused(workbook("compare", tmp_path / "claims.csv", "--out", tmp_path / "out"))


def test_a_file_name_cannot_steer_the_terminal(workbook, tmp_path):
    line = _refused(workbook("run", tmp_path / "\x1b[2J[bold]gone\nnow"))
    assert "\\x1b[2J[bold]gone now" in line
