"""A small OpenID Connect provider on this machine, for tests: real keys, real tokens, real faults.

Whoever is `next_user` is signed in without being asked. `faults` makes its tokens wrong, each in
one way; `serving_issuer` runs it in a thread.
"""

import base64
import hashlib
import json
import secrets
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT = "motesminne"
SECRET = "kallan-vid-kvarnen-4711"
GRANTED = "openid profile email"
TOKEN_S = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody whom the provider knows."""

    sub: str
    name: str
    groups: tuple[str, ...] = ()


@dataclass
class Provider:
    """What the provider knows, and how it is to misbehave."""

    users: Mapping[str, User]
    next_user: str = ""
    """Whom it signs in; who is asked on a page when it is empty."""
    faults: Mapping[str, Any] = field(default_factory=dict)
    """Claims of the next tokens that are other than they should be; `None` leaves one out."""
    algorithm: str = "RS256"
    signs_by: RSAKey | None = None
    """Another key than the one that it tells of."""
    groups_in_token: bool = True
    tells_of: str = ""
    """Whom it tells of when it is asked for more, when it is to be somebody else."""
    asked: list[dict[str, str]] = field(default_factory=list)
    """The queries of all requests to sign somebody in."""
    tokens: list[str] = field(default_factory=list)
    """All tokens that it gave."""
    address: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "ett"}))
    _codes: dict[str, tuple[User, dict[str, str]]] = field(default_factory=dict)
    _access: dict[str, User] = field(default_factory=dict)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._metadata),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
                Route("/keys", self._keys),
                Route("/userinfo", self._userinfo),
                Route("/logout", self._logout),
            ]
        )

    async def _metadata(self, request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "end_session_endpoint": f"{self.address}/logout",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def _authorize(self, request: Request) -> Response:
        query = dict(request.query_params)
        self.asked.append(query)
        chosen = query.pop("login", "") or self.next_user
        if not chosen:
            here = {name: f"?{urlencode(query | {'login': name})}" for name in self.users}
            links = "".join(f'<p><a href="{link}">{name}</a></p>' for name, link in here.items())
            return HTMLResponse(f'<html lang="sv"><title>Vem?</title><h1>Vem?</h1>{links}</html>')
        code = secrets.token_urlsafe(16)
        self._codes[code] = (self.users[chosen], query)
        back = urlencode({"code": code, "state": query["state"]})
        return RedirectResponse(f"{query['redirect_uri']}?{back}", 302)

    async def _token(self, request: Request) -> Response:
        async with request.form() as form:
            told = {name: str(value) for name, value in form.items()}
        user, asked = self._codes.pop(told.get("code", ""), (None, {}))
        challenge = base64.urlsafe_b64encode(
            hashlib.sha256(told.get("code_verifier", "").encode()).digest()
        ).rstrip(b"=")
        named = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        is_client = request.headers.get("authorization") == f"Basic {named}"
        is_right = asked.get("code_challenge") == challenge.decode()
        if user is None or not is_client or not is_right:
            return JSONResponse({"error": "invalid_grant"}, 400)
        access = secrets.token_urlsafe(16)
        self._access[access] = user
        token = self._signed(user, asked)
        self.tokens += [token, access]
        return JSONResponse(
            {
                "access_token": access,
                "token_type": "Bearer",
                "expires_in": TOKEN_S,
                "scope": GRANTED,
                "id_token": token,
            }
        )

    def _signed(self, user: User, asked: Mapping[str, str]) -> str:
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self.address,
            "sub": user.sub,
            "aud": CLIENT,
            "iat": now,
            "exp": now + TOKEN_S,
            "nonce": asked.get("nonce"),
            "name": user.name,
            "preferred_username": f"{user.sub}@gransele.example",
        }
        if self.groups_in_token:
            claims["groups"] = list(user.groups)
        told = {k: v for k, v in (claims | dict(self.faults)).items() if v is not None}
        if self.algorithm == "none":
            head = _part(b'{"alg":"none","typ":"JWT"}')
            return f"{head}.{_part(json.dumps(told).encode())}."
        key: Any = self.signs_by or self.key
        return jwt.encode({"alg": "RS256", "kid": "ett"}, told, key)

    async def _keys(self, request: Request) -> Response:
        return JSONResponse(KeySet([self.key]).as_dict(private=False))

    async def _userinfo(self, request: Request) -> Response:
        user = self._access.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        if user is None:
            return JSONResponse({"error": "invalid_token"}, 401)
        told = self.users[self.tells_of] if self.tells_of else user
        return JSONResponse({"sub": told.sub, "groups": list(told.groups)})

    async def _logout(self, request: Request) -> Response:
        self.next_user = ""
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], 302)


def _part(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@contextmanager
def serving_issuer(provider: Provider) -> Iterator[Provider]:
    """Serve *provider* until the block is left; its address is told in it."""
    listening = socket.create_server(("127.0.0.1", 0))
    provider.address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(provider.app(), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()
