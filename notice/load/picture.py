"""What keeps a picture from being shown."""


class PictureFault(Exception):
    """A picture that cannot be shown; `key` is the reason's message under `Y022`, with its `arguments`."""

    def __init__(self, key: str, **arguments: object) -> None:
        super().__init__(" ".join((key, *map(str, arguments.values()))))
        self.key, self.arguments = key, arguments
