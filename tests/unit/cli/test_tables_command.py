"""`workbook run`, `compare` and `extract`: which tables they write, and what stands in them."""

import csv
import json

import pytest

from helpers.export import read_table

TABLES = {
    "claims.csv",
    "claims.jsonl",
    "relations.csv",
    "gaps.csv",
    "findings.csv",
    "ledger.csv",
    "disclosures.csv",
    "evidence_matches.csv",
    "reach.csv",
}


def rows(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_compare_writes_every_table_of_a_folder(workbook, pages, tmp_path):
    out = tmp_path / "out"
    result = workbook("compare", pages, "--out", out)
    assert result.exit_code == 0
    assert {path.name for path in out.iterdir()} == TABLES | {"run.json"}
    claims = {(row["source_id"], row["topic"], row["level"]) for row in rows(out / "claims.csv")}
    assert {("clinic", "downtime", "none"), ("salon", "downtime", "some")} <= claims
    downtime = [row for row in rows(out / "relations.csv") if row["topic"] == "downtime" and row["kind"] == "direct"]
    assert [(row["relation"], row["source_a"], row["source_b"]) for row in downtime] == [("conflict", "clinic", "salon")]
    assert [(row["source_id"], row["quote"]) for row in rows(out / "gaps.csv")] == [("clinic", "Potential risks include:")]
    assert [row["rank"] for row in rows(out / "findings.csv")] == [str(n + 1) for n in range(len(rows(out / "findings.csv")))]


def test_quotes_are_the_documents_own_characters(workbook, pages, tmp_path):
    out = tmp_path / "out"
    workbook("compare", pages, "--out", out)
    claims = read_table(out / "claims.jsonl")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in pages.iterdir()}
    assert claims
    assert all(texts[claim.source_id][claim.start : claim.end] == claim.quote for claim in claims)


def test_a_claim_table_gives_the_relations_among_its_claims(workbook, pages, tmp_path):
    workbook("compare", pages, "--out", tmp_path / "all")
    result = workbook("compare", tmp_path / "all" / "claims.csv", "--out", tmp_path / "some")
    assert result.exit_code == 0
    assert "silence, gaps" in result.stderr
    assert {path.name for path in (tmp_path / "some").iterdir()} == {
        "relations.csv",
        "findings.csv",
        "evidence_matches.csv",
        "run.json",
    }
    known = [row for row in rows(tmp_path / "all" / "relations.csv") if row["relation"] not in ("silent", "unknown")]
    assert rows(tmp_path / "some" / "relations.csv") == known
    assert known


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_extract_writes_one_table_by_its_suffix(workbook, pages, tmp_path, suffix):
    workbook("compare", pages, "--out", tmp_path / "all")
    out = tmp_path / f"claims.{suffix}"
    result = workbook("extract", pages / "salon.md", pages / "clinic.md", "--out", out)
    assert result.exit_code == 0
    assert result.stdout.endswith("claims of 2 documents\n")
    assert read_table(out) == read_table(tmp_path / "all" / "claims.csv")


def test_a_document_without_claims_gives_an_empty_table(workbook, tmp_path):
    (tmp_path / "tides.txt").write_text("The tide turns twice a day.\n", encoding="utf-8")
    workbook("extract", tmp_path / "tides.txt", "--out", tmp_path / "claims.csv")
    assert read_table(tmp_path / "claims.csv") == []


def test_text_of_a_document_is_text(workbook, tmp_path):
    text = "=1+1 Mesotherapy has no downtime, [red]none[/red] <script>alert(1)</script>.\r\n"
    (tmp_path / "page.txt").write_bytes(text.encode())
    workbook("extract", tmp_path / "page.txt", "--out", tmp_path / "claims.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [text[line["start"] : line["end"]] for line in lines] == [line["quote"] for line in lines]
    assert {line["sentence_end"] for line in lines} <= set(range(len(text)))


def test_files_that_are_not_ours_stay(workbook, pages, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    workbook("compare", pages, "--out", out)
    assert {path.name for path in out.iterdir()} == {*TABLES, "notes.txt", "run.json"}


def test_version(workbook):
    from helpers import __version__

    assert workbook("--version").stdout == f"workbook {__version__}\n"


def test_help_names_every_command(workbook):
    for arguments in ([], ["--help"]):
        result = workbook(*arguments)
        assert result.exit_code == 0
        assert all(f"\n  {name} " in result.stdout for name in ("run", "extract", "compare", "diff"))
