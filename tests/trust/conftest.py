"""What the tests of trust have in common: one folder of theirs holds no tests."""

import pytest
from apart import fill

from rag.settings import Settings

# Its module shuts in whatever process imports it.
collect_ignore = ["guard"]


@pytest.fixture(scope="session")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return a library of minutes of three bodies; no test may change it."""
    return fill(tmp_path_factory.mktemp("apart"))
