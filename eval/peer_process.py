"""Measure one system in this process: `python -m eval.peer_process REQUEST REPLY`."""

import sys
from pathlib import Path

from eval.peers import REPLY, REQUEST, Reply, measure_peer
from rag.errors import MinutesError


def main(request: Path, reply: Path) -> None:
    """Read what is asked for from *request*, and write what came of it to *reply*."""
    asked = REQUEST.validate_json(request.read_bytes())
    try:
        answer = Reply(row=measure_peer(asked.name, asked.public, asked.settings))
    except MinutesError as error:
        answer = Reply(problem=str(error))
    reply.write_bytes(REPLY.dump_json(answer))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
