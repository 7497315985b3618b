"""Read the file that says how visitors sign in, and what the members of which groups may do."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from rag.access import EVERYTHING, Access
from rag.errors import ServerError
from rag.settings import Settings
from ui import strings
from ui.guarding.person import Grant
from ui.guarding.policy import Limits, Policy, is_loopback
from ui.guarding.roles import Role

MISSING = "missing"
UNKNOWN = "extra_forbidden"
# What is told of a wrong value, by the kind of pydantic's error.
WHY = {
    "enum": "role",
    "literal_error": "bodies",
    "frozen_set_type": "bodies",
    "greater_than": "number",
    "float_parsing": "number",
    "float_type": "number",
    "int_parsing": "number",
    "int_type": "number",
    "int_from_float": "number",
    "less_than_equal": "number",
    "too_short": "groups",
}


def _address(value: str) -> str:
    parts = urlsplit(value)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname))
    if not is_safe or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise PydanticCustomError("url", "url")
    return value.rstrip("/")


def _origin(value: str) -> str:
    address = _address(value)
    if urlsplit(address).path:
        raise PydanticCustomError("origin", "origin")
    return address


Address = Annotated[str, AfterValidator(_address)]
Origin = Annotated[str, AfterValidator(_origin)]
Positive = Annotated[float, Field(gt=0)]
Count = Annotated[int, Field(gt=0)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Limits(_Table):
    questions_per_minute: Count = 20
    uploads_per_hour: Count = 1_000
    sign_ins_per_minute: Count = 30


class _Group(_Table):
    bodies: Literal["*"] | Annotated[frozenset[str], Field(min_length=1)]
    role: Role

    def grant(self) -> Grant:
        access = EVERYTHING if isinstance(self.bodies, str) else Access(self.bodies)
        return Grant(role=self.role, access=access)


class _File(_Table):
    issuer: Address
    client_id: str = Field(min_length=1)
    client_secret_file: Path | None = None
    address: Origin
    scopes: str = "openid profile email"
    groups_claim: str = "groups"
    session_hours: Positive = 8.0
    idle_minutes: Positive = 60.0
    trusted_proxies: frozenset[str] = frozenset()
    limits: _Limits = _Limits()
    groups: Annotated[dict[str, _Group], Field(min_length=1)]


def read_policy(path: Path, settings: Settings) -> Policy:
    """Read the file at *path*; the client's secret may be in *settings*.

    Raises:
        ServerError: something in it is absent, unknown, or cannot be so.
    """
    file = _parsed(path)
    return Policy(
        issuer=file.issuer,
        client_id=file.client_id,
        client_secret=_secret(path, file.client_secret_file, settings),
        address=file.address,
        scopes=file.scopes,
        groups_claim=file.groups_claim,
        session_s=file.session_hours * 3600,
        idle_s=file.idle_minutes * 60,
        trusted_proxies=file.trusted_proxies,
        limits=Limits(**file.limits.model_dump()),
        groups={name: group.grant() for name, group in file.groups.items()},
    )


def _parsed(path: Path) -> _File:
    try:
        with path.open("rb") as raw:
            return _File.model_validate(tomllib.load(raw))
    except OSError as error:
        told = strings.SIGN_IN_FILE_ABSENT.format(path=path, reason=error.strerror)
        raise ServerError(told) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ServerError(strings.SIGN_IN_FILE_BROKEN.format(path=path, reason=error)) from error
    except ValidationError as error:
        # Without the values: one of them may be a secret.
        raise ServerError(_problem(path, error.errors()[0])) from None


def _problem(path: Path, error: ErrorDetails) -> str:
    """Say what is wrong with the file; never a value of it, which may be a secret."""
    key = ".".join(str(part) for part in error["loc"] if part not in _BRANCHES)
    if error["type"] == MISSING:
        return strings.SIGN_IN_KEY_MISSING.format(path=path, key=key)
    if error["type"] == UNKNOWN:
        return strings.SIGN_IN_KEY_UNKNOWN.format(path=path, key=key)
    kind = WHY.get(error["type"], error["type"])
    why = strings.SIGN_IN_WHY.get(kind, strings.SIGN_IN_WHY["text"])
    return strings.SIGN_IN_KEY_WRONG.format(path=path, key=key, why=why)


# What pydantic calls the two shapes that `bodies` may have.
_BRANCHES = ("literal['*']", "frozenset[str]")


def _secret(path: Path, file: Path | None, settings: Settings) -> SecretStr:
    if file is not None:
        beside = path.parent / file
        try:
            secret = SecretStr(beside.read_text(encoding="utf-8").strip())
        except OSError as error:
            told = strings.SIGN_IN_FILE_ABSENT.format(path=beside, reason=error.strerror)
            raise ServerError(told) from error
    else:
        secret = settings.client_secret or SecretStr("")
    if not secret.get_secret_value():
        raise ServerError(strings.SIGN_IN_UNPROVEN.format(path=path))
    return secret
