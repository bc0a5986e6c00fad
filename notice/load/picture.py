"""What keeps a picture from being shown."""


class PictureFault(Exception):
    """A picture that cannot be shown: `what` is wrong, after the picture's name, and what to do `instead`."""

    def __init__(self, what: str, instead: str = "save it again as PNG, or as SVG") -> None:
        super().__init__(what)
        self.what, self.instead = what, instead
