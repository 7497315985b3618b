"""Keep collections of vectors on a Chroma server, over HTTP.

Chroma's own client waits for ever, asks through whatever proxy the environment names, and costs
the programs that only read 0.7 s and 76 MB. The collections here have those of its methods that
`VectorIndex` uses.
"""

import base64
import ssl
import time
import weakref
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

import numpy as np
from numpy.typing import NDArray
from pydantic import SecretStr

from rag.errors import NoVectorsError, ReplacedIndexError

API = "/api/v2"
COLLECTIONS = f"{API}/tenants/default_tenant/databases/default_database/collections"
# How many collections are listed at a time.
PAGE = 100

CONNECT_S = 3.0
# 2,000 vectors took 2.5 s on a busy machine, and take longer into a large index.
WRITE_S = 120.0
# So long after a failure nobody waits for the server again.
PAUSE_S = 5.0

NOT_FOUND = "NotFoundError"
DENIED = frozenset({401, 403})
# Of what a server says of its own faults.
LONGEST_FAULT = 200


class ChromaServer:
    """The server at an address such as `http://127.0.0.1:8000`.

    Args:
        address: May hold a name and a password, which are never told.
        token: Sent as `Authorization: Bearer …`; never told either.
        timeout_s: How long a question waits for it.
        pause_s: How long it is left alone after a failure.
    """

    def __init__(
        self,
        address: str,
        *,
        token: SecretStr | None = None,
        timeout_s: float = 10.0,
        pause_s: float = PAUSE_S,
    ) -> None:
        parts = urlsplit(address)
        login, _, place = parts.netloc.rpartition("@")
        self.name = urlunsplit((parts.scheme, place, parts.path, "", ""))
        self._login = SecretStr(unquote(login))
        self._token = token
        self._timeout_s = timeout_s
        self._pause_s = pause_s
        self._fault = ""
        self._paused_until = 0.0

    @property
    def outage(self) -> str:
        """Why it is not asked just now, one Swedish sentence; empty when it is."""
        return self._fault if time.monotonic() < self._paused_until else ""

    def find(self, name: str) -> "ServerCollection | None":
        """Return the collection of that *name*, if there is one."""
        try:
            return ServerCollection(self, self.send("GET", f"{COLLECTIONS}/{name}")["id"])
        except ReplacedIndexError:
            return None

    def make(self, name: str, configuration: Mapping[str, Any]) -> "ServerCollection":
        """Return the collection of that *name*, made unless there is one."""
        wanted = {"name": name, "configuration": configuration, "get_or_create": True}
        return ServerCollection(self, self.send("POST", COLLECTIONS, wanted)["id"])

    def delete(self, name: str) -> None:
        """Take away the collection of that *name*, if there is one."""
        if self.find(name):
            self.send("DELETE", f"{COLLECTIONS}/{name}", wait_s=WRITE_S)

    def names(self, start: str) -> list[str]:
        """Return the names of the collections that begin with *start*."""
        return [name for name in self._names() if name.startswith(start)]

    def _names(self) -> Iterator[str]:
        listed, before = [None], 0
        while listed:
            listed = self.send("GET", f"{COLLECTIONS}?limit={PAGE}&offset={before}")
            before += len(listed)
            yield from (one["name"] for one in listed)

    def send(self, method: str, path: str, body: Any = None, *, wait_s: float = 0) -> Any:
        """Return what it answers.

        Raises:
            NoVectorsError: it does not, or refuses.
            ReplacedIndexError: it has no such collection.
        """
        began = time.monotonic()
        if outage := self.outage:
            raise NoVectorsError(outage)
        try:
            return self._send(method, path, body, wait_s or self._timeout_s)
        except NoVectorsError as error:
            raise self.paused(error, waited_s=time.monotonic() - began) from error.__cause__

    def paused(self, error: NoVectorsError, *, waited_s: float = 0) -> NoVectorsError:
        """Return *error*, and ask nothing for a while; the longer it was waited for, the longer."""
        pause_s = max(self._pause_s, 3 * waited_s) if self._pause_s else 0
        self._fault, self._paused_until = str(error), time.monotonic() + pause_s
        return error

    def _send(self, method: str, path: str, body: Any, wait_s: float) -> Any:
        import httpx

        timeout = httpx.Timeout(wait_s, connect=min(CONNECT_S, wait_s))
        try:
            response = self._session.request(method, path, json=body, timeout=timeout)
            answer = response.json()
        except httpx.TimeoutException as error:
            raise self._no_vectors(
                f"svarade inte inom {wait_s:g} s: se efter vad den gör"
            ) from error
        except httpx.HTTPError as error:
            raise self._no_vectors(f"kan inte nås ({error}): starta den") from error
        except ValueError as error:  # no JSON
            raise self._no_vectors(_strange(response.status_code, "")) from error
        if not response.is_success:
            raise self._refused(response.status_code, answer)
        return answer

    def _refused(self, status: int, answer: Any) -> NoVectorsError | ReplacedIndexError:
        said = answer if isinstance(answer, dict) else {}
        if said.get("error") == NOT_FOUND:
            return ReplacedIndexError.rebuilt()
        if status in DENIED:
            return self._no_vectors("släpper inte in programmet: rätta MOTESMINNE_CHROMA_TOKEN")
        return self._no_vectors(_strange(status, str(said.get("message", ""))))

    def _no_vectors(self, what: str) -> NoVectorsError:
        return NoVectorsError(f"Chroma-servern {self.name} {what}, eller rätta MOTESMINNE_CHROMA.")

    @cached_property
    def _session(self) -> Any:
        import httpx

        headers, (user, _, word) = {}, self._login.get_secret_value().partition(":")
        if self._token:
            headers["Authorization"] = f"Bearer {self._token.get_secret_value()}"
        session = httpx.Client(
            base_url=self.name,
            headers=headers,
            auth=(user, word) if user else None,
            # The system's own list of whom to trust; no proxies or passwords of the environment.
            verify=ssl.create_default_context(),
            trust_env=False,
        )
        weakref.finalize(self, session.close)
        return session


class ServerCollection:
    """One collection; its methods are as those of Chroma's own."""

    def __init__(self, server: ChromaServer, key: str) -> None:
        self._server = server
        self._path = f"{COLLECTIONS}/{key}"

    def upsert(
        self,
        *,
        ids: Sequence[str],
        embeddings: NDArray[np.float32],
        metadatas: Sequence[Mapping[str, int]],
    ) -> None:
        """Store one vector an id."""
        packed = [base64.b64encode(row.tobytes()).decode() for row in embeddings.astype("<f4")]
        self._change("upsert", {"ids": ids, "embeddings": packed, "metadatas": metadatas})

    def delete(self, *, where: Mapping[str, Any]) -> None:
        """Forget what has such metadata."""
        self._change("delete", {"where": where})

    def count(self) -> int:
        """Return how many there are."""
        return int(self._server.send("GET", f"{self._path}/count"))

    def query(self, *, query_embeddings: Sequence[NDArray[np.float32]], **asked: Any) -> Any:
        """Return the ids nearest to each of some vectors, with their distances."""
        vectors = [vector.tolist() for vector in query_embeddings]
        return self._server.send(
            "POST", f"{self._path}/query", {"query_embeddings": vectors, **asked}
        )

    def get(self, **asked: Any) -> Any:
        """Return what is stored of some ids, in whatever order."""
        return self._server.send("POST", f"{self._path}/get", asked)

    def _change(self, what: str, body: Mapping[str, Any]) -> None:
        self._server.send("POST", f"{self._path}/{what}", body, wait_s=WRITE_S)


def _strange(status: int, said: str) -> str:
    fault = " ".join(said.split())[:LONGEST_FAULT]
    reason = f"{status}: {fault}" if fault else f"{status}"
    return f"svarar inte som Chroma 1 ({reason}): se efter vilken version den har"
