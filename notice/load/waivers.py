"""The waivers of a site: a file that is a list, read like every other."""

from notice.load.facts import Part, part
from notice.model.waiver import Waivers
from notice.yaml import Place, Reading

FILE = "content/waivers.yaml"
ROOT = "waivers"
"""The step under which the list stands in the paths of its places."""


def waivers_of(reading: Reading) -> Part[Waivers]:
    """The waivers with their places, whose paths begin with `waivers`."""
    if not reading.places:
        return part(Waivers, reading, ())
    places = {(ROOT, *path): Place(place.key, place.value) for path, place in reading.places.items()}
    tree = [] if reading.tree is None else reading.tree
    return part(Waivers, Reading({ROOT: tree}, {(): reading.places[()], **places}, reading.findings), ())
