"""The package's vocabulary as YAML, one file for each kind of thing: facts only, the words stand in `words`."""
