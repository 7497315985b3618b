"""Ask the organisation's own sign-in (OpenID Connect) who a visitor is; the rim to Authlib."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import Response

from rag.errors import SignInError
from ui import strings
from ui.guarding.policy import Policy

NAME = "motesminne"
BACK = "/logga-in/svar"
"""Where the issuer sends the browser back to."""
TIMEOUT_S = 10.0
LEEWAY_S = 60
# By the issuer's private key: what is signed with a secret that others have too is not believed.
ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"})

logger = logging.getLogger(__name__)


class Issuer:
    """Who signs visitors in, as its own documents say where and how."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._client = _client(policy)

    async def begin(self, request: Request) -> Response:
        """Send the browser to the issuer; *request* has a session that remembers what was sent.

        Raises:
            SignInError: the issuer does not answer, or is another than it should be.
        """
        with _told(strings.SIGN_IN_UNREACHABLE):
            await self._known()
            back = f"{self._policy.address}{BACK}"
            return cast("Response", await self._client.authorize_redirect(request, back))

    async def finish(self, request: Request) -> Mapping[str, Any]:
        """Return what the issuer claims of the visitor whom it sent back.

        Raises:
            SignInError: it cannot be believed, is too old, or not about this app and this visitor.
        """
        with _told(strings.SIGN_IN_FAILED):
            issuer = (await self._known())["issuer"]
            expected = {"iss": issuer, "aud": self._policy.client_id}
            options = {
                name: {"essential": True, "value": value} for name, value in expected.items()
            }
            token = await self._client.authorize_access_token(
                request, claims_options=options, leeway=LEEWAY_S
            )
            claims: dict[str, Any] = dict(token["userinfo"])
            if self._policy.groups_claim not in claims:
                claims |= await self._more(token, claims["sub"])
            return claims

    async def farewell(self) -> str:
        """Return the address where one signs out of the issuer too; empty when it has none."""
        try:
            with _told(strings.SIGN_IN_UNREACHABLE):
                metadata = await self._known()
                if "end_session_endpoint" not in metadata:
                    return ""
                made = await self._client.create_logout_url(
                    post_logout_redirect_uri=f"{self._policy.address}/",
                    client_id=self._policy.client_id,
                )
                return str(made["url"])
        except SignInError:
            return ""

    async def _known(self) -> Mapping[str, Any]:
        """Return what the issuer says of itself, once it is fetched."""
        metadata: dict[str, Any] = await self._client.load_server_metadata()
        if metadata.get("issuer", "").rstrip("/") != self._policy.issuer:
            raise ValueError(f"issuer: {metadata.get('issuer')!a}")
        told = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
        metadata["id_token_signing_alg_values_supported"] = sorted(ALGORITHMS & set(told))
        return metadata

    async def _more(self, token: Mapping[str, Any], subject: str) -> Mapping[str, Any]:
        """Return the groups from where the issuer tells more of the same person."""
        if "userinfo_endpoint" not in await self._known():
            return {}
        told = await self._client.userinfo(token=token)
        if told.get("sub") != subject:
            raise ValueError("userinfo: sub")
        claim = self._policy.groups_claim
        return {claim: told[claim]} if claim in told else {}


def _client(policy: Policy) -> Any:
    from authlib.integrations.starlette_client import OAuth
    from httpx2 import create_ssl_context

    return OAuth().register(
        NAME,
        client_id=policy.client_id,
        client_secret=policy.client_secret.get_secret_value(),
        server_metadata_url=f"{policy.issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": policy.scopes,
            "code_challenge_method": "S256",
            "timeout": TIMEOUT_S,
            "verify": create_ssl_context(),  # once: it takes longer than to ask
        },
    )


@contextmanager
def _told(sentence: str) -> Iterator[None]:
    """Turn what goes wrong with the issuer into *sentence*; the reason goes to the server's log."""
    from authlib.common.errors import AuthlibBaseError
    from httpx2 import HTTPError, InvalidURL
    from joserfc.errors import JoseError

    try:
        yield
    except (
        *(AuthlibBaseError, JoseError, HTTPError, InvalidURL),
        *(ValueError, KeyError, TypeError, RuntimeError),  # what was answered has another shape
    ) as error:
        # Escaped, so that what others wrote cannot look like more lines of the log.
        logger.warning("Inloggning: %s: %a", type(error).__name__, str(error))
        raise SignInError(sentence) from error
