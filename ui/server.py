"""Run the app's web server, quiet and closed to the network."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

from pydantic import SecretStr

from rag.errors import MissingExtraError, ServerError
from rag.many import ENVIRONMENT
from rag.settings import Settings
from ui import strings
from ui.guarding.policy import Policy, is_loopback

APP = Path(__file__).with_name("web.py")
THEME = Path(__file__).parent / "assets" / "theme.toml"

# https://docs.streamlit.io/develop/api-reference/configuration/config.toml
QUIET = {
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "logger.hideWelcomeMessage": "true",
    "logger.level": "warning",
    # After every click all that the library holds in memory would be looked through, which took two
    # thirds of the time of a question and held up all others; Python does it when it pays.
    "runner.postScriptGC": "false",
    "server.enableCORS": "true",
    "server.enableXsrfProtection": "true",
    "server.fileWatcherType": "none",
    "server.showEmailPrompt": "false",
    "theme.base": str(THEME),
}

OWN_NAMES = ("localhost", "127.0.0.1", "::1")


def serve(settings: Settings, *, port: int, address: str, open_browser: bool) -> int:
    """Run the app until it is interrupted; return the server's exit status.

    Raises:
        ServerError: another program listens there, anybody could come in, or the file that says
            how visitors sign in is wrong.
        MissingExtraError: what signs visitors in is not installed.
    """
    policy = _policy(settings)
    if not (is_loopback(address) or settings.without_sign_in or policy):
        raise ServerError(strings.NO_SIGN_IN.format(address=address))
    _require_free(address, port)
    flags = QUIET | {
        "server.address": address,
        "server.headless": str(not open_browser).lower(),
        "server.maxUploadSize": str(settings.max_file_mb),
        "server.port": str(port),
    }
    hosts = allowed_hosts(settings, address, policy.host if policy else "")
    return _run(command(flags, hosts), {**ENVIRONMENT, **os.environ, **environment(settings)})


def allowed_hosts(settings: Settings, address: str, own: str = "") -> tuple[str, ...]:
    """Return the names under which the app on *address* is reached; none when any may be used.

    One of them is its *own*, where visitors sign in. A site whose name is made to lead to this
    computer could else read what a browser here may.

    >>> allowed_hosts(Settings(allowed_hosts="moten.gransele.example"), "0.0.0.0")
    ('localhost', '127.0.0.1', '::1', 'moten.gransele.example')
    """
    told = (own, *settings.allowed_hosts.split(","))
    named = [name for one in told if (name := one.strip())]
    return tuple(dict.fromkeys((*OWN_NAMES, *named))) if named or is_loopback(address) else ()


def command(flags: Mapping[str, str], hosts: Sequence[str] = ()) -> list[str]:
    """Return the command line that starts Streamlit on the app, to be reached as *hosts*."""
    options = [f"--{name}={value}" for name, value in flags.items()]
    options += [f"--server.allowedHosts={host}" for host in hosts]
    return [sys.executable, "-m", "streamlit", "run", str(APP), *options]


def environment(settings: Settings) -> dict[str, str]:
    """Return *settings* as the variables from which the app's own `Settings()` reads them.

    >>> environment(Settings(library=Path("/m")))["MOTESMINNE_LIBRARY"]
    '/m'
    """
    prefix = settings.model_config.get("env_prefix", "")
    return {
        f"{prefix}{name}".upper(): str(
            value.get_secret_value() if isinstance(value, SecretStr) else value
        )
        for name, value in settings.model_dump().items()
        if value is not None
    }


def _policy(settings: Settings) -> Policy | None:
    """Return how visitors sign in, now that what is wrong with that can be told."""
    if settings.sign_in is None:
        return None
    if find_spec("authlib") is None:
        raise MissingExtraError(strings.SIGN_IN_EXTRA_MISSING)
    from ui.guarding.policy_file import read_policy

    return read_policy(settings.sign_in, settings)


def _require_free(address: str, port: int) -> None:
    try:
        with socket.create_server((address, port)):
            pass
    except OSError as error:
        raise ServerError(strings.PORT_TAKEN.format(port=port, address=address)) from error


def _run(arguments: list[str], variables: Mapping[str, str]) -> int:
    """Run a child until it ends; being asked to stop stops it, and that is no failure."""
    with subprocess.Popen(arguments, env=variables) as child:  # noqa: S603 - our own command line

        def stop(signal_number: int, frame: FrameType | None) -> None:
            child.terminate()

        previous = signal.signal(signal.SIGTERM, stop)
        try:
            child.wait()
        except KeyboardInterrupt:
            child.terminate()
            child.wait()
            return 0
        finally:
            signal.signal(signal.SIGTERM, previous)
        return max(child.returncode, 0)
