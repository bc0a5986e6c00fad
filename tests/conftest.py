"""Fixtures of the outside judges, property tests without a deadline, and a locale that names no language."""

import os

from hypothesis import settings

pytest_plugins = ["judges.fixtures"]

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

for name in ("LC_ALL", "LC_MESSAGES", "NOTICE_LANGUAGE"):
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"
