"""A visitor: who it is, and what their groups let them do with whose minutes."""

from collections.abc import Iterator
from dataclasses import dataclass

from rag.access import EVERYTHING, Access
from ui.guarding.roles import ALLOWED, OF_ALL_BODIES, Act, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What the members of one group may do, and with whose minutes."""

    role: Role
    access: Access = EVERYTHING

    def covers(self, body: str | None) -> bool:
        """Tell whether minutes of *body* are among them; those of no known body only with all."""
        if not self.access.is_limited:
            return True
        return body is not None and body.casefold() in self.access.names


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A visitor, as they were when they signed in."""

    id: str
    """The same at each visit; empty when nobody signs in."""
    name: str
    grants: tuple[Grant, ...]
    """Each for itself: an editor of one body is no editor of another that they may read."""

    @property
    def access(self) -> Access:
        """Whose minutes they may see: those that any of their groups may."""
        bodies = [grant.access.bodies for grant in self.grants]
        if None in bodies:
            return EVERYTHING
        return Access(frozenset(name for names in bodies for name in names or ()))

    @property
    def role(self) -> Role:
        """The highest role that they have anywhere."""
        return max((grant.role for grant in self.grants), key=list(Role).index)

    def may(self, act: Act) -> bool:
        """Tell whether they may do *act*, with some body's minutes at least."""
        return any(
            act not in OF_ALL_BODIES or not grant.access.is_limited for grant in self._allowing(act)
        )

    def may_with(self, act: Act, body: str | None) -> bool:
        """Tell whether they may do *act* with minutes of *body*."""
        return any(grant.covers(body) for grant in self._allowing(act))

    def _allowing(self, act: Act) -> Iterator[Grant]:
        return (grant for grant in self.grants if act in ALLOWED[grant.role])


ANYONE = Person(id="", name="", grants=(Grant(role=Role.ADMIN),))
"""Whoever uses the app where nobody signs in."""
