"""What every test may ask for: the outside judges."""

pytest_plugins = ["judges.fixtures"]
