"""The site is published atomically, and no file of the owner is ever lost."""

import errno
import os
import pathlib
import shutil
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import refusing

from notice.artifacts import Artifact, Kind
from notice.errors import CannotRun, FolderNotOurs
from notice.publish import MARKER, exchange, prepare, publish
from notice.publish.folder import claim

OLD = [
    Artifact("index.html", b"old", Kind.PAGE),
    Artifact("fi/index.html", b"vanha", Kind.PAGE),
    Artifact("gone.txt", b"x", Kind.TEXT),
]
NEW = [Artifact("index.html", b"new", Kind.PAGE), Artifact("sv/index.html", "nyår".encode(), Kind.PAGE)]


def held(folder: pathlib.Path) -> dict[str, bytes]:
    """Every file below `folder`: its path -> its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def site(artifacts: list[Artifact]) -> dict[str, bytes]:
    """The content of a folder after `artifacts` were published into it."""
    return {artifact.path: artifact.body for artifact in artifacts} | {
        MARKER: b"The program notice made this folder and replaces everything in it at each build.\n"
    }


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "build"


@pytest.fixture
def published(folder: pathlib.Path) -> pathlib.Path:
    """The folder, with the old site in it."""
    publish(OLD, folder)
    assert held(folder) == site(OLD)
    return folder


def is_alone(folder: pathlib.Path) -> bool:
    """Whether no temporary file of a build is beside `folder`."""
    return list(folder.parent.iterdir()) == [folder]


def test_a_new_site_holds_what_was_given_and_the_marker(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "public" / "site"
    publish(iter(OLD), folder)
    assert held(folder) == site(OLD)
    assert is_alone(folder)


def test_a_site_replaces_the_old_one_whole(published: pathlib.Path) -> None:
    publish(NEW, published)
    assert held(published) == site(NEW)
    assert is_alone(published)


def test_an_empty_folder_may_be_filled(folder: pathlib.Path) -> None:
    folder.mkdir()
    publish(NEW, folder)
    assert held(folder) == site(NEW)


def test_everybody_may_read_the_site_whatever_the_umask(folder: pathlib.Path) -> None:
    before = os.umask(0o077)
    try:
        publish(NEW, folder)
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.rglob("*")]}
    assert len(modes) == 5
    assert modes == {path: 0o755 if path.is_dir() else 0o644 for path in modes}


def test_a_folder_may_be_named_from_within(published: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(published / "fi")
    publish(NEW, pathlib.Path(".."))
    assert held(published) == site(NEW)


def test_a_fault_while_an_artifact_is_made_leaves_the_old_site(published: pathlib.Path) -> None:
    def half_made() -> Iterator[Artifact]:
        yield NEW[0]
        raise RuntimeError("the engine fell over")

    with pytest.raises(RuntimeError, match="the engine fell over"):
        publish(half_made(), published)
    assert held(published) == site(OLD)
    assert is_alone(published)


def test_an_interrupted_build_leaves_the_old_site(published: pathlib.Path) -> None:
    def interrupted() -> Iterator[Artifact]:
        yield NEW[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(interrupted(), published)
    assert held(published) == site(OLD)
    assert is_alone(published)


@pytest.mark.parametrize("act", ["write_bytes", "chmod", "mkdir"])
def test_a_full_disk_leaves_the_old_site_and_names_the_file(
    act: str, published: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(pathlib.Path, act)

    def full(path: pathlib.Path, *given: object, **named: object) -> object:
        if "sv" in path.parts:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return real(path, *given, **named)

    monkeypatch.setattr(pathlib.Path, act, full)
    with refusing(CannotRun, r"sv.* cannot be written: No space left on device"):
        publish(NEW, published)
    monkeypatch.undo()
    assert held(published) == site(OLD)
    assert is_alone(published)


def test_a_disk_that_cannot_keep_the_bytes_leaves_the_old_site(
    published: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", failing)
    with refusing(CannotRun, "Input/output error"):
        publish(NEW, published)
    assert held(published) == site(OLD)
    assert is_alone(published)


def test_a_place_that_is_no_folder_is_refused_in_one_sentence(tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with refusing(CannotRun, "cannot be "):
        publish(NEW, tmp_path / "file" / "build")


KILLED = """
import os, pathlib, signal, sys
from notice.artifacts import Artifact, Kind
from notice.publish import publish

def artifacts():
    yield Artifact("index.html", b"half", Kind.PAGE)
    print("writing", flush=True)
    {act}

publish(artifacts(), pathlib.Path(sys.argv[1]))
"""


def killed_build(folder: pathlib.Path) -> None:
    """A build of `folder` that is killed when it has written one file."""
    code = KILLED.format(act="os.kill(os.getpid(), signal.SIGKILL)")
    run = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=False)
    assert run.stdout == "writing\n", run.stderr
    assert run.returncode == -signal.SIGKILL


def test_a_killed_build_leaves_the_old_site_and_the_next_one_clears_up(published: pathlib.Path) -> None:
    killed_build(published)
    assert held(published) == site(OLD)
    assert len(list(published.parent.glob(".build.building-*"))) == 2, "a half-written site and a lock file"
    publish(NEW, published)
    assert held(published) == site(NEW)
    assert is_alone(published)


KILLED_AT = """
import os, pathlib, signal, sys
from notice.artifacts import Artifact, Kind
from notice.publish import exchange, publish

folder, left, one_step = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "True"
exchange._LINUX = exchange._LINUX and one_step
publish([], folder.with_name("first"))  # so that the calls counted are of publishing, not of loading modules

def count(event, given):
    global left
    if event.startswith(("open", "os.", "shutil.")):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
publish([Artifact("index.html", b"new", Kind.PAGE), Artifact("sv/index.html", "nyår".encode(), Kind.PAGE)], folder)
"""


@pytest.mark.slow
@pytest.mark.parametrize("one_step", [True, False])
def test_wherever_a_build_is_killed_the_site_is_the_old_or_the_new_one(one_step: bool, folder: pathlib.Path) -> None:
    """One build is killed at its first system call, another one at its second, and so on to the last.

    The site is under its name again before the next build checks anything.
    """
    seen = set()
    for call in range(1, 200):
        publish(OLD, folder)
        killed = subprocess.run([sys.executable, "-c", KILLED_AT, folder, str(call), str(one_step)], check=False)
        if killed.returncode == 0:
            break
        assert killed.returncode == -signal.SIGKILL
        kept = [*folder.parent.glob(".build.building-*-old")]
        found = held(folder) if folder.exists() else held(kept[0])
        assert found in (site(OLD), site(NEW))
        assert folder.exists() or not one_step
        seen.add((folder.exists(), found == site(NEW)))
        prepare(folder, folder.with_name("facts"))
        assert held(folder) == found
        assert {path.name for path in folder.parent.iterdir()} == {"build", "first"}
    assert seen >= {(True, False), (True, True)}
    assert ((False, False) in seen) != one_step
    assert held(folder) == site(NEW)
    publish(OLD, folder)
    assert {path.name for path in folder.parent.iterdir()} == {"build", "first"}


def test_clearing_up_touches_no_folder_with_a_name_of_its_own(published: pathlib.Path) -> None:
    names = (".build.building-notes", ".build.building-1-0123abcg", ".other.building-1-0123abcd")
    for name in names:
        (published.parent / name).mkdir()
    publish(NEW, published)
    assert {path.name for path in published.parent.iterdir()} == {"build", *names}


def test_a_second_build_is_refused_while_the_first_one_writes(published: pathlib.Path) -> None:
    def slow() -> Iterator[Artifact]:
        yield from NEW
        with refusing(CannotRun, r"Another build is writing .*build: wait"):
            publish(OLD, published)

    publish(slow(), published)
    assert held(published) == site(NEW)


def test_a_build_in_another_process_is_waited_for_and_its_death_frees_the_folder(
    published: pathlib.Path,
) -> None:
    code = KILLED.format(act="sys.stdin.read()")
    with subprocess.Popen(
        [sys.executable, "-c", code, published], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"writing\n"
        with refusing(CannotRun, "Another build is writing"):
            publish(NEW, published)
        assert held(published) == site(OLD)
        other.kill()
    publish(NEW, published)
    assert held(published) == site(NEW)
    assert is_alone(published)


def test_builds_at_once_never_mix_their_files(published: pathlib.Path) -> None:
    """Eight builds start together: each is refused, or publishes its own site whole."""
    refused: list[CannotRun] = []

    def build(number: int) -> None:
        try:
            publish([Artifact(f"{number}/{page}.html", b"page", Kind.PAGE) for page in range(5)], published)
        except CannotRun as error:
            refused.append(error)

    threads = [threading.Thread(target=build, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) < 8
    assert len({name.split("/")[0] for name in held(published)} - {MARKER}) == 1
    assert len(held(published)) == 6
    assert is_alone(published)


def test_files_of_the_owners_are_never_replaced(folder: pathlib.Path) -> None:
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work", "utf-8")
    with refusing(FolderNotOurs, r"files that notice did not make.*: name another output folder"):
        publish(NEW, folder)
    assert held(folder) == {"thesis.txt": b"years of work"}
    assert is_alone(folder)


def test_files_that_came_while_the_site_was_made_are_not_replaced(folder: pathlib.Path) -> None:
    def meanwhile() -> Iterator[Artifact]:
        yield from NEW
        folder.mkdir()
        (folder / "thesis.txt").write_text("years of work", "utf-8")

    with pytest.raises(FolderNotOurs):
        publish(meanwhile(), folder)
    assert held(folder) == {"thesis.txt": b"years of work"}
    assert is_alone(folder)


@pytest.mark.parametrize("name", ["site.yaml", "content/site.yaml", ".git"])
def test_a_folder_of_sources_is_never_replaced_even_if_marked(name: str, published: pathlib.Path) -> None:
    (published / name).parent.mkdir(exist_ok=True)
    (published / name).write_bytes(b"")
    with refusing(FolderNotOurs, f"contains {name}"):
        publish(NEW, published)
    assert held(published) == site(OLD) | {name: b""}


def test_a_file_is_no_folder_to_publish_in(folder: pathlib.Path) -> None:
    folder.write_bytes(b"mine")
    with refusing(FolderNotOurs, "is a file"):
        publish(NEW, folder)
    assert folder.read_bytes() == b"mine"


@pytest.mark.parametrize("leads", [True, False])
def test_a_symbolic_link_is_not_followed(leads: bool, published: pathlib.Path) -> None:
    link = published.with_name("link")
    link.symlink_to(published if leads else "nowhere")
    with refusing(FolderNotOurs, "is a symbolic link"):
        publish(NEW, link)
    assert link.is_symlink()
    assert held(published) == site(OLD)


def test_the_root_of_the_file_system_is_no_output_folder() -> None:
    with pytest.raises(FolderNotOurs):
        publish(NEW, pathlib.Path("/"))


def test_linux_swaps_two_folders_in_one_step(tmp_path: pathlib.Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    (one / "file").write_bytes(b"")
    swapped = exchange.exchange(one, other)
    assert swapped == (sys.platform == "linux")
    assert (other / "file").exists() == swapped
    assert (one / "file").exists() != swapped


def test_without_that_step_the_site_still_replaces_the_old_one(
    published: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_LINUX", False)
    publish(NEW, published)
    assert held(published) == site(NEW)
    assert is_alone(published)


@pytest.mark.parametrize("fault", [OSError(errno.EACCES, "Permission denied"), KeyboardInterrupt()])
def test_a_new_site_that_cannot_move_in_lets_the_old_one_back(
    fault: BaseException, published: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pathlib.Path.rename

    def rename(path: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
        if (path / "sv").exists():
            raise fault
        return real(path, target)

    monkeypatch.setattr(exchange, "_LINUX", False)
    monkeypatch.setattr(pathlib.Path, "rename", rename)
    with pytest.raises(CannotRun if isinstance(fault, OSError) else KeyboardInterrupt):
        publish(NEW, published)
    assert held(published) == site(OLD)
    assert is_alone(published)


def test_a_build_killed_between_two_renames_loses_no_site(published: pathlib.Path) -> None:
    """The next build puts the old site back first, so that it is there even if that build fails."""
    published.rename(published.with_name(".build.building-77-0123abcd-old"))
    publish_nothing_of = iter([Artifact("..", b"", Kind.TEXT)])
    with pytest.raises(ValueError, match="artifact path"):
        publish(publish_nothing_of, published)
    assert held(published) == site(OLD)
    assert is_alone(published)


DISPLACED = ".build.building-77-0123abcd-old"


@pytest.mark.parametrize("vacant", [True, False])
def test_an_old_site_comes_back_where_nothing_or_an_empty_folder_has_its_name(
    vacant: bool, published: pathlib.Path
) -> None:
    published.rename(published.with_name(DISPLACED))
    if not vacant:
        published.mkdir()
    prepare(published, published.with_name("facts"))
    assert held(published) == site(OLD)
    assert is_alone(published)


def test_an_old_site_does_not_come_back_over_what_somebody_put_there(published: pathlib.Path) -> None:
    published.rename(published.with_name(DISPLACED))
    published.mkdir()
    (published / "thesis.txt").write_text("years of work", "utf-8")
    prepare(published, published.with_name("facts"))
    assert held(published) == {"thesis.txt": b"years of work"}


def test_nothing_is_written_where_no_build_was_killed(published: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lock(_: pathlib.Path) -> object:
        raise AssertionError("a lock is taken")

    monkeypatch.setattr("notice.publish.only_builder", lock)
    prepare(published, published.with_name("facts"))
    prepare(published.with_name("none") / "at" / "all", published.with_name("facts"))
    assert is_alone(published)


def test_while_another_build_writes_its_folders_are_left_alone(published: pathlib.Path) -> None:
    def slow() -> Iterator[Artifact]:
        yield from NEW
        before = sorted(published.parent.iterdir())
        prepare(published, published.with_name("facts"))
        assert sorted(published.parent.iterdir()) == before
        assert len(before) == 3

    publish(slow(), published)
    assert held(published) == site(NEW)


def test_folders_that_are_read_only_are_deleted_all_the_same(
    published: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may delete everything, so a file system that refuses is simulated."""
    real, refused = shutil.rmtree, []

    def rmtree(folder: pathlib.Path, ignore_errors: bool) -> None:
        closed = [path for path in (folder, *folder.rglob("*")) if path.is_dir() and not path.stat().st_mode & 0o200]
        refused.append(bool(closed))
        if not closed:
            real(folder, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", rmtree)
    (published / "fi").chmod(0o555)
    published.chmod(0o555)
    assert publish(NEW, published) is None
    assert refused == [True, False]
    assert is_alone(published)


def test_an_old_site_that_cannot_be_deleted_is_named(published: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.rmtree", lambda *given, **named: None)
    left = publish(NEW, published)
    assert left is not None and held(left) == site(OLD)
    assert held(published) == site(NEW)
    monkeypatch.undo()
    assert publish(NEW, published) is None
    assert is_alone(published)


def test_an_old_site_left_behind_does_not_come_back(published: pathlib.Path) -> None:
    published.with_name(".build.building-77-0123abcd-old").mkdir()
    publish(NEW, published)
    assert held(published) == site(NEW)
    assert is_alone(published)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a/./b",
        ".",
        "a//b",
        "a/",
        "a\\b",
        "C:/x",
        "a\n",
        "a\0b",
        "\ud800",
    ],
)
def test_a_path_that_leaves_the_site_is_refused(path: str, published: pathlib.Path) -> None:
    with pytest.raises(ValueError, match="artifact path"):
        publish([*NEW, Artifact(path, b"", Kind.TEXT)], published)
    assert held(published) == site(OLD)
    assert is_alone(published)


@pytest.mark.parametrize(
    "paths",
    [
        ["a", "a"],
        ["a", "A"],
        ["a", "a/b"],
        ["a/b", "a"],
        ["a/b", "A/c"],
        ["ä", "a\u0308"],
        ["straße", "STRASSE"],
        [".notice-site"],
        [".NOTICE-SITE/x"],
    ],
)
def test_paths_that_some_system_takes_for_one_are_refused(paths: list[str], folder: pathlib.Path) -> None:
    with pytest.raises(ValueError, match="collides"):
        publish([Artifact(path, b"", Kind.TEXT) for path in paths], folder)
    assert not folder.exists()


@given(st.lists(st.text(st.sampled_from("aAä./\\:\0 \u0308"), max_size=6), max_size=6))
def test_whatever_path_is_taken_stays_inside_and_is_taken_once(paths: list[str]) -> None:
    names: dict[str, str] = {}
    taken: list[pathlib.PurePosixPath] = []
    for path in paths:
        try:
            claim(path, names)
        except ValueError:
            continue
        taken.append(pathlib.PurePosixPath(path))
    assert all(not path.is_absolute() and ".." not in path.parts for path in taken)
    assert len({str(path).casefold() for path in taken}) == len(taken)
    assert not any(other in path.parents for path in taken for other in taken)
