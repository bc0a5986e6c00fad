"""Measure how the time of a computation grows with its input: a ratio, independent of the machine's speed."""

import gc
from collections.abc import Callable
from time import process_time

from notice import placeholders, prose
from notice.rules.wording import consistency, patterns

TIMES = 8
"""The ratio of the input sizes."""

LINEAR = 3 * TIMES
"""The largest accepted ratio; quadratic growth would give `TIMES ** 2`."""

SHORTEST = 0.005
"""Seconds below which the time of the small input is noise."""

OF_TEXTS = (
    prose._read,
    patterns.hits,
    patterns.small_letters,
    placeholders.placeholders,
    placeholders.is_placeholder,
    consistency._other_language,
)
"""The caches of what was computed from an owner's text: with them, all runs but the first would measure nothing."""


def growth(prepare: Callable[[int], Callable[[], object]], size: int) -> float:
    """The CPU time for `TIMES` the size divided by that for the size, the best of three interleaved runs of each.

    `prepare` makes the input, which is not measured, and returns the computation.
    """
    small, large = prepare(size), prepare(TIMES * size)
    pairs = [(_seconds(small), _seconds(large)) for _ in range(3)]
    return min(pair[1] for pair in pairs) / max(SHORTEST, min(pair[0] for pair in pairs))


def _seconds(run: Callable[[], object]) -> float:
    """The CPU time without garbage collection, which depends on what other tests left in memory."""
    for cache in OF_TEXTS:
        cache.cache_clear()
    gc.collect()
    gc.disable()
    try:
        begin = process_time()
        run()
        return process_time() - begin
    finally:
        gc.enable()
