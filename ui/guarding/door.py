"""Hold what the whole server knows of its visitors: who is in, how often they ask, the log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from typing import Any, NoReturn

from rag.errors import AccessError, LimitError
from rag.settings import Settings
from ui import local, strings
from ui.guarding.audit import AUDIT_DAYS, Deed, Log, log_folder
from ui.guarding.person import ANYONE, Person
from ui.guarding.policy import Policy
from ui.guarding.rates import Rate
from ui.guarding.roles import Act
from ui.guarding.sessions import Sessions

PERSON = "motesminne.person"
"""Where the gate tells the scope of a request whose it is."""
MINUTE_S, HOUR_S = 60.0, 3600.0
# What is looked at for so long is noted once.
LATELY_S = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What is there when visitors sign in."""

    policy: Policy
    sessions: Sessions
    sign_ins: Rate
    questions: Rate
    uploads: Rate

    @classmethod
    def of(cls, policy: Policy) -> "Guard":
        """Return a guard with nobody in."""
        limits = policy.limits
        return cls(
            policy=policy,
            sessions=Sessions(longest_s=policy.session_s, idle_s=policy.idle_s),
            sign_ins=Rate(limits.sign_ins_per_minute, MINUTE_S),
            questions=Rate(limits.questions_per_minute, MINUTE_S),
            uploads=Rate(limits.uploads_per_hour, HOUR_S),
        )

    @property
    def cookie(self) -> str:
        """The name of the cookie with a session's secret; browsers hold `__Host-` to https."""
        return "__Host-motesminne" if self.policy.is_secure else "motesminne"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The way into one server; without a guard anybody may do anything."""

    guard: Guard | None = None
    log: Log | None = None
    lately: Rate = field(default_factory=lambda: Rate(1, LATELY_S))
    """What was noted a little while ago."""

    def person(self, token: str) -> Person:
        """Return who comes with a session's secret *token*.

        Raises:
            AccessError: nobody does, or no longer.
        """
        if self.guard is None:
            return ANYONE
        person = self.guard.sessions.person(token)
        if person is None:
            raise AccessError(strings.SESSION_OVER)
        return person

    def asking(self, scope: Mapping[str, Any]) -> Person:
        """Return whose request has *scope*, which came through the gate where visitors sign in."""
        person: Person = scope[PERSON] if self.guard else ANYONE
        return person

    def require(self, person: Person, act: Act) -> None:
        """Let *person* do *act*, with some body's minutes at least, or refuse and note it.

        Raises:
            AccessError: they may not.
        """
        if not person.may(act):
            self._refuse(person, act)

    def require_with(self, person: Person, act: Act, body: str | None) -> None:
        """Let *person* do *act* with minutes of *body*, or refuse and note it.

        Raises:
            AccessError: they may not.
        """
        if not person.may_with(act, body):
            self._refuse(person, act)

    def _refuse(self, person: Person, act: Act) -> NoReturn:
        self.note(person, Deed.REFUSED, act)
        raise AccessError(strings.FORBIDDEN[act])

    def note(self, person: Person, did: Deed, of: str = "", meetings: int | None = None) -> None:
        """Note what somebody did, where that is noted."""
        if self.log:
            self.log.note(person, did, of, meetings)

    def note_once(self, person: Person, did: Deed, of: str, key: str = "") -> None:
        """Note what is drawn again at every click, *key* or what it is *of*, once in a while."""
        if self.log and not self.lately.take(f"{person.id} {did} {key or of}"):
            self.log.note(person, did, of)

    def count_question(self, person: Person) -> None:
        """Count a question.

        Raises:
            LimitError: they have asked too often.
        """
        if self.guard:
            _count(self.guard.questions, person, strings.TOO_MANY_QUESTIONS)

    def count_upload(self, person: Person) -> None:
        """Count an uploaded file.

        Raises:
            LimitError: they have uploaded too many.
        """
        if self.guard:
            _count(self.guard.uploads, person, strings.TOO_MANY_UPLOADS)


def _count(rate: Rate, person: Person, told: str) -> None:
    if wait := rate.take(person.id):
        raise LimitError(told.format(most=rate.most, wait=waiting(wait)))


def waiting(seconds: float) -> str:
    """Say how long to wait, rounded up.

    >>> waiting(0.2).replace(local.NO_BREAK_SPACE, " ")
    '1 sekund'
    >>> waiting(130).replace(local.NO_BREAK_SPACE, " ")
    '3 minuter'
    """
    if seconds <= MINUTE_S:
        return local.count(ceil(seconds), strings.SECONDS_FORMS)
    return local.count(ceil(seconds / MINUTE_S), strings.MINUTES_FORMS)


@lru_cache(1)
def door() -> Door:
    """Return the one door of this process, as its settings say; made when it is first asked for.

    Raises:
        ServerError: the file that says how visitors sign in is wrong.
    """
    return open_door(Settings())


def open_door(settings: Settings) -> Door:
    """Return a door as *settings* say.

    Raises:
        ServerError: the file that says how visitors sign in is wrong.
    """
    guard = None
    if settings.sign_in:
        from ui.guarding.policy_file import read_policy

        guard = Guard.of(read_policy(settings.sign_in, settings))
    days = settings.audit_days or (AUDIT_DAYS if guard else None)
    return Door(guard=guard, log=Log(log_folder(settings.library), days) if days else None)
