"""The image and what installs it: the files that it is built from suffice, and nothing in it runs as root."""

import os
import re
import subprocess
import sys
import sysconfig
from fnmatch import fnmatch
from pathlib import Path
from shutil import copy2

import pytest
from ci.runner import ROOT

DOCKERFILE = (ROOT / "integrations/docker/Dockerfile").read_text(encoding="utf-8")
IGNORED = (ROOT / "integrations/docker/Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
STAGES = re.split(r"^(?=FROM )", DOCKERFILE, flags=re.MULTILINE)[1:]


def context(folder: Path) -> None:
    """Copy what the build of the image gets: all is ignored but what the exceptions name."""
    assert IGNORED[0] == "*"
    kept = [line[1:] for line in IGNORED if line.startswith("!")]
    assert len(kept) > 5
    for name in kept:
        top = ROOT / name
        assert top.exists(), name
        for file in [top] if top.is_file() else top.rglob("*"):
            if file.is_file() and not fnmatch(file.as_posix(), "*/__pycache__/*"):
                target = folder / file.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                copy2(file, target)


def offline() -> dict[str, str]:
    """Variables with which pip fetches nothing: hatchling and the dependencies are those of the tests."""
    pip = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_CONFIG_FILE": os.devnull}
    return {"PATH": os.environ["PATH"], "PYTHONPATH": sysconfig.get_path("purelib"), "PYTHON": sys.executable, **pip}


@pytest.mark.slow
def test_the_image_can_be_installed_from_the_files_that_its_build_gets(tmp_path: Path) -> None:
    """`integrations/install.sh` makes an environment without pip, in which both commands work outside the checkout."""
    source, target = tmp_path / "source", tmp_path / "target"
    context(source)
    assert re.search(r"^RUN sh /notice/integrations/install.sh (\S+)$", STAGES[0], re.MULTILINE)
    command = ["sh", str(source / "integrations/install.sh"), str(target)]
    done = subprocess.run(command, cwd=tmp_path, env=offline(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    commands = Path(done.stdout.strip())
    assert commands == target / "bin"
    assert not (commands / "pip").exists()

    environment = {"PATH": f"{commands}{os.pathsep}/usr/bin:/bin", "PYTHONPATH": offline()["PYTHONPATH"]}
    for line in ("notice init site", "NOTICE_FOLDER=site notice-ci build"):
        ran = subprocess.run(
            ["sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "site/build/index.html").is_file()
    where = [str(commands / "python"), "-c", "import notice; print(notice.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    assert Path(found).is_relative_to(target)


def test_the_last_stage_runs_as_a_user_with_a_number_and_copies_only_the_environment() -> None:
    first, last = STAGES
    assert " AS install\n" in first
    assert re.search(r"^USER [1-9]\d+:[1-9]\d+$", last, re.MULTILINE)
    (installed,) = re.findall(r"install\.sh (\S+)$", first, re.MULTILINE)
    assert re.findall(r"^COPY (.*)$", last, re.MULTILINE) == [f"--from=install {installed} {installed}"]
    assert f"ENV PATH={installed}/bin:" in last
    assert not re.search(r"^(RUN|ADD) ", last, re.MULTILINE)
    assert last.index("USER ") < last.index("ENTRYPOINT ")
