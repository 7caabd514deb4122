"""What the project needs stands in pyproject.toml once; the locks, environment.yml and docs/decisions.md follow it."""

import re
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from helpers.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = [Requirement(line) for line in [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]]
BENCH = [Requirement(line) for line in PROJECT["dependency-groups"]["bench"]]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)( ; [^\\]+)? \\$")


def pins(lock: str) -> dict[str, set[Version]]:
    """Return the locked versions by name: two where Python's version decides."""
    found: dict[str, set[Version]] = {}
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        if line[:1] not in ("#", " ", ""):
            name, version, _ = PIN.fullmatch(line).groups()
            found.setdefault(name, set()).add(Version(version))
    return found


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-bench.lock", "tools.lock"])
def test_a_lock_pins_by_hash_and_names_no_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(-index|-extra-index|-find-links|i |f )", text, re.MULTILINE)
    entries = re.split(r"\n(?=[a-z])", text)[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(
    ("lock", "needed"), [("requirements.lock", NEEDED), ("requirements-bench.lock", BENCH), ("tools.lock", [Requirement("uv")])]
)
def test_a_lock_holds_a_version_in_range_of_all_that_is_needed(lock, needed):
    locked = pins(lock)
    wrong = [
        str(need)
        for need in needed
        if not (versions := locked.get(canonicalize_name(need.name)))
        or not all(need.specifier.contains(version, prereleases=True) for version in versions)
    ]
    assert wrong == [], "run `make lock`"


def test_the_lock_serves_every_system_and_python():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for marker in ("sys_platform == 'win32'", "sys_platform == 'darwin'", "python_full_version >= '3.12'"):
        assert marker in text


def test_conda_users_get_the_same_names_and_ranges():
    lines = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    pip = lines.pop()["pip"]
    assert pip.pop() == "-e ."
    assert lines[:2] == [f"python {PROJECT['project']['requires-python']}", "pip"]
    conda = [re.fullmatch(r"([a-z0-9-]+)(?: ([<>=!~0-9.,a]+))?", line) for line in lines[2:]]
    assert all(conda)
    given = [(match[1], SpecifierSet(match[2] or "")) for match in conda]
    given += [(need.name, need.specifier) for need in map(Requirement, pip)]
    assert sorted(given, key=str) == sorted(((canonicalize_name(need.name), need.specifier) for need in NEEDED), key=str)


def test_every_dependency_is_there_for_a_reason():
    reasons = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    named = re.findall(r"^\*\*(.+?)\*\*", reasons, re.MULTILINE)
    needed = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"], *PROJECT["dependency-groups"]["bench"]]
    assert sorted(named) == sorted({canonicalize_name(Requirement(line).name) for line in needed} | {"uv"})
