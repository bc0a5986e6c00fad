"""Render, typeset and verify each notice by itself, one after another."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from notice.artifacts import Artifact
from notice.document.composed import ComposedNotice
from notice.findings import Finding
from notice.outputs.site import Renderer, Started
from notice.verify import verify
from notice.verify.built import Anchors

AHEAD = 1
"""The number of notices rendered while an earlier one is verified: the PDF engine releases the GIL."""


@dataclass(frozen=True)
class Product:
    """The files of one notice, and the findings of their verification."""

    artifacts: tuple[Artifact, ...]
    flaws: tuple[Finding, ...]


def produce(notices: Iterable[ComposedNotice], renderer: Renderer, elsewhere: Anchors) -> Iterator[Product]:
    """Produce the files of each notice, in order; `elsewhere` are the other files of the site.

    At most `AHEAD` + 1 notices are in memory at a time.
    """
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        started: deque[Started] = deque()
        try:
            for composed in notices:
                started.append(renderer.start(composed, pool))
                if len(started) > AHEAD:
                    yield _finished(started.popleft(), renderer, elsewhere)
            while started:
                yield _finished(started.popleft(), renderer, elsewhere)
        finally:
            pool.shutdown(cancel_futures=True)  # after an interrupt or an error, pending notices are not started


def _finished(started: Started, renderer: Renderer, elsewhere: Anchors) -> Product:
    artifacts = tuple(renderer.finish(started))
    return Product(artifacts, verify(artifacts, renderer.site, (started.composed,), elsewhere))
