"""How the time of a computation grows with its input: a ratio, which does not depend on how fast the machine is."""

import gc
from collections.abc import Callable
from time import process_time

TIMES = 8
"""How much larger the large input is."""

LINEAR = 3 * TIMES
"""The most that the ratio may be; quadratic growth would give `TIMES ** 2`."""

SHORTEST = 0.005
"""Seconds below which the time of the small input is noise."""


def growth(prepare: Callable[[int], Callable[[], object]], size: int) -> float:
    """The processor's time for `TIMES` the size by that for the size, the best of three interleaved runs of each.

    `prepare` makes the input, which is not measured, and returns the computation.
    """
    small, large = prepare(size), prepare(TIMES * size)
    pairs = [(_seconds(small), _seconds(large)) for _ in range(3)]
    return min(pair[1] for pair in pairs) / max(SHORTEST, min(pair[0] for pair in pairs))


def _seconds(run: Callable[[], object]) -> float:
    """The time without the collection of garbage, which grows with all that other tests have left in memory."""
    gc.collect()
    gc.disable()
    try:
        begin = process_time()
        run()
        return process_time() - begin
    finally:
        gc.enable()
