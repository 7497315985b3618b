"""Run the app's web server, quiet and closed to the network."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from pydantic import SecretStr

from rag.errors import ServerError
from rag.settings import Settings
from ui import strings

APP = Path(__file__).with_name("app.py")
THEME = Path(__file__).parent / "assets" / "theme.toml"

# https://docs.streamlit.io/develop/api-reference/configuration/config.toml
QUIET = {
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "logger.hideWelcomeMessage": "true",
    "logger.level": "warning",
    "server.fileWatcherType": "none",
    "server.showEmailPrompt": "false",
    "theme.base": str(THEME),
}


def serve(settings: Settings, *, port: int, address: str, open_browser: bool) -> int:
    """Run the app until it is interrupted; return the server's exit status.

    Raises:
        ServerError: another program listens there.
    """
    _require_free(address, port)
    flags = QUIET | {
        "server.address": address,
        "server.headless": str(not open_browser).lower(),
        "server.maxUploadSize": str(settings.max_file_mb),
        "server.port": str(port),
    }
    return _run(command(flags), os.environ | environment(settings))


def command(flags: Mapping[str, str]) -> list[str]:
    """Return the command line that starts Streamlit on the app."""
    options = [f"--{name}={value}" for name, value in flags.items()]
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
