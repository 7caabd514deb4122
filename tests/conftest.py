"""What every test run shares: repeatable examples, and kernels that know nothing of the user's own settings and decisions."""

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import settings

from helpers.model import Claim
from helpers.pipeline import Pipeline

settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("repeatable")

_settings = tempfile.TemporaryDirectory(prefix="workbook-tests-", ignore_cleanup_errors=True)
os.environ.update(
    IPYTHONDIR=_settings.name,
    JUPYTER_CONFIG_DIR=_settings.name,
    JUPYTER_PLATFORM_DIRS="1",
    PLOTLY_RENDERER="plotly_mimetype",
    PYDEVD_DISABLE_FILE_VALIDATION="1",
    WORKBOOK_CACHE="off",  # what is kept is asked for by the tests that look at it
    WORKBOOK_DB=f"{_settings.name}/journal.db",  # none there: nobody has decided anything
    WORKBOOK_HEADS=f"{_settings.name}/heads",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that two workers finish together: browsers, then notebooks, then the rest."""
    items.sort(key=lambda item: (item.path.parent.name != "e2e", item.path.suffix != ".ipynb"))


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    _settings.cleanup()


@pytest.fixture(scope="session", autouse=True)
def _packs_are_compiled_once() -> Iterator[None]:
    """Give all tests of a process, and the commands that run in it, one pipeline a pack: it keeps nothing of what it read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pipeline, "of", cache(Pipeline.of))
        yield


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    """Make a claim of made-up words; name what matters to the test."""
    plain: dict[str, Any] = {
        "claim_id": "0123456789abcdef",
        "source_id": "page",
        "topic": "downtime",
        "treatment": "mesotherapy",
        "item": None,
        "level": "minimal",
        "low": None,
        "high": None,
        "unit": None,
        "vague": False,
        "certainty": "asserted",
        "zone": "body",
        "start": 0,
        "end": 15,
        "quote": "little downtime",
        "sentence_start": 0,
        "sentence_end": 16,
        "rule": "downtime.word",
    }
    return lambda **changes: Claim(**plain | changes)


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """SQLAlchemy URL of a PostgreSQL server that tests may fill, from WORKBOOK_TEST_POSTGRES."""
    url = os.environ.get("WORKBOOK_TEST_POSTGRES")
    if not url:
        pytest.skip("no PostgreSQL: WORKBOOK_TEST_POSTGRES names none (.ci/run starts one)")
    return url
