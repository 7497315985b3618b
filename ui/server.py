"""Run the app's web server, quiet and closed to the network."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from types import FrameType

from pydantic import SecretStr

from rag.errors import ServerError
from rag.settings import Settings
from ui import strings

APP = Path(__file__).with_name("web.py")
THEME = Path(__file__).parent / "assets" / "theme.toml"

# https://docs.streamlit.io/develop/api-reference/configuration/config.toml
QUIET = {
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "logger.hideWelcomeMessage": "true",
    "logger.level": "warning",
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
        ServerError: another program listens there, or anybody could come in.
    """
    if not (_is_own(address) or settings.without_sign_in):
        raise ServerError(strings.NO_SIGN_IN.format(address=address))
    _require_free(address, port)
    flags = QUIET | {
        "server.address": address,
        "server.headless": str(not open_browser).lower(),
        "server.maxUploadSize": str(settings.max_file_mb),
        "server.port": str(port),
    }
    hosts = allowed_hosts(settings, address)
    return _run(command(flags, hosts), os.environ | environment(settings))


def allowed_hosts(settings: Settings, address: str) -> tuple[str, ...]:
    """Return the names under which the app on *address* is reached; none when any may be used.

    A site whose name is made to lead to this computer could else read what a browser here may.

    >>> allowed_hosts(Settings(allowed_hosts="moten.gransele.example"), "0.0.0.0")
    ('localhost', '127.0.0.1', '::1', 'moten.gransele.example')
    """
    named = tuple(filter(None, (name.strip() for name in settings.allowed_hosts.split(","))))
    return (*OWN_NAMES, *named) if named or _is_own(address) else ()


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


def _is_own(address: str) -> bool:
    """Tell whether only this computer reaches *address*."""
    with suppress(ValueError):
        return ip_address(address).is_loopback
    return address == "localhost"


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
