"""Let a process reach nobody but itself, and note each time that it tries.

Python reads a module of this name when it starts, from PYTHONPATH, in every process of a tree.
Two guards: an audit hook refuses what Python asks for and notes it in the file NOTED; and on Linux
the system ends the process (SIGSYS) at any `connect`, so that libraries in C and Rust, which no
hook sees, cannot go past it.
"""

import ctypes
import os
import platform
import struct
import sys
from pathlib import Path
from typing import Any

NOTED = Path(os.environ["MOTESMINNE_TEST_NOTED"])
"""A line an attempt; `seccomp` as the first line of each process under the system's guard."""

# Each event, and which of its arguments is where it would go.
EVENTS = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}
LOOPBACK = ("127.", "::1", "localhost")

# https://www.kernel.org/doc/html/latest/userspace-api/seccomp_filter.html
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, FILTER = 38, 22, 2
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
KILL, ALLOW = 0x80000000, 0x7FFF0000
CONNECT = {"x86_64": 42, "aarch64": 203}


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in EVENTS:
        return
    target = arguments[EVENTS[event]]
    host = target[0] if isinstance(target, tuple) else target
    if host is None or (isinstance(target, str | bytes) and event == "socket.connect"):
        return  # any address of one's own; a Unix socket
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if not str(host).startswith(LOOPBACK):
        _note(f"{event} {target} by {sys.argv}")
        raise PermissionError(f"nobody may be reached: {event} {target}")


def _note(line: str) -> None:
    with NOTED.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def _end_at_connect() -> bool:
    """Have the system end this process, and those it starts, when one calls `connect`."""
    number = CONNECT.get(platform.machine())
    if sys.platform != "linux" or number is None:
        return False
    steps = (
        (LOAD, 0, 0, 0),  # the number of the system call
        (EQUAL, 0, 1, number),
        (RETURN, 0, 0, KILL),
        (RETURN, 0, 0, ALLOW),
    )
    program = _Program(len(steps), b"".join(struct.pack("HBBI", *step) for step in steps))
    prctl = ctypes.CDLL(None).prctl
    allowed = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
    return bool(allowed and prctl(PR_SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0) == 0)


sys.addaudithook(_hook)
if _end_at_connect():
    _note("seccomp")
