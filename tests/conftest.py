"""What every test may ask for: the outside judges. No property test depends on how fast the machine is."""

from hypothesis import settings

pytest_plugins = ["judges.fixtures"]

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
