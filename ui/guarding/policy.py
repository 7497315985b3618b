"""Say how visitors sign in, and what the members of which groups may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from ui.guarding.person import Grant, Person

# Who somebody is to others, as the first of these that the issuer tells.
NAMES = ("preferred_username", "email", "name", "sub")


def is_loopback(host: str | None) -> bool:
    """Tell whether *host* is this computer.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("gransele.example")
    (True, True, False)
    """
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How often somebody may do what costs."""

    questions_per_minute: int
    uploads_per_hour: int
    sign_ins_per_minute: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How visitors sign in, and what groups may do."""

    issuer: str
    client_id: str
    client_secret: SecretStr
    address: str
    """The app's own, as browsers have it, without a slash at the end."""
    scopes: str
    groups_claim: str
    session_s: float
    idle_s: float
    trusted_proxies: frozenset[str]
    """Whose word of where a request came from is taken."""
    limits: Limits
    groups: Mapping[str, Grant]

    @property
    def host(self) -> str:
        """The name under which browsers reach the app."""
        return urlsplit(self.address).hostname or ""

    @property
    def is_secure(self) -> bool:
        """Tell whether browsers reach the app by https."""
        return self.address.startswith("https:")

    def person(self, claims: Mapping[str, Any]) -> Person:
        """Return who signed in; without grants when no group of theirs may do anything."""
        told = claims.get(self.groups_claim)
        groups = [told] if isinstance(told, str) else told if isinstance(told, list) else []
        return Person(
            id=f"{claims['iss']} {claims['sub']}",
            name=next(str(claims[name]) for name in NAMES if claims.get(name)),
            grants=tuple(
                self.groups[group]
                for group in dict.fromkeys(map(str, groups))
                if group in self.groups
            ),
        )
