"""Measure in a new process, so that its memory and what it keeps are its own."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Made = TypeVar("Made")


def alone(
    measure: Callable[Parameters, Made], *args: Parameters.args, **kwargs: Parameters.kwargs
) -> Made:
    """Return what *measure* makes of the arguments, in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(measure, *args, **kwargs).result()
