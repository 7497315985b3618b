"""Say whose minutes one may see: a plain value that `Settings` carries to whatever opens a library.

How it is used, from outside `rag`:

* `current = Settings().seen_by(Access(bodies=frozenset({"Kommunstyrelsen"})))` is the one way in.
  All that opens a library takes settings, or a directory and an access that cannot be left out
  (`Database.open(directory, access)`): `build_assistant(current)`, `build_across(current)`,
  `open_registers(current)`, `open_store(current)`. What is made of them sees those bodies' minutes
  and nothing of others': not their words, names, titles, counts, files or ids. `seen_by` only ever
  narrows. What is kept by settings (`st.cache_resource`) is thereby kept by access.
* It is enforced by SQLite itself (`rag.storing.limiting`): the connection of a limited access has
  views in place of the tables, and may not read past them. Words and vectors are asked within the
  documents that those views hold (`rag.indexing.within`).
* Bodies are compared as everywhere: without regard to case, and by nothing else. Documents of no
  known body are seen with `EVERYTHING` only. An empty set sees nothing.
* A limited access only reads: what would change the library raises `AccessError`, a Swedish
  sentence. What a user keeps is kept: conversations and verdicts on answers, and the subjects
  followed, which are those of everyone with the same access. A conversation is shown again to
  whoever may see all the bodies that its answers were sought among.
* What is of the whole library is `AccessError` with a limited access: `Store.check`, `rebuild`,
  `add`, `correct`, `remove`, `purge`, `note` of marks and edits, `back_up`, `restore`. Whether
  someone may change a certain document is for the caller to ask first (`Person.may_with`); what
  they may do is then done with the store of `Settings()` itself.
* Assistants for several accesses can share their models: `models_of(settings)` in
  `rag.assembling.parts`, given to `build_assistant(current, models=…)` and `build_across` alike.
"""

import json
from dataclasses import dataclass

from rag.errors import AccessError

PART = (
    "Du ser en del av bibliotekets möten, och det här rör fler än dem: be någon som får se alla "
    "möten att göra det."
)


@dataclass(frozen=True, slots=True)
class Access:
    """The bodies whose minutes one may see; of all, and of none that is known, when `None`."""

    bodies: frozenset[str] | None = None

    @classmethod
    def of(cls, key: str) -> "Access":
        """Return the access that has *key*.

        Raises:
            ValueError: it is no JSON list of names.
        """
        if not key:
            return EVERYTHING
        names = json.loads(key)
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ValueError(key)
        return cls(frozenset(names))

    @property
    def is_limited(self) -> bool:
        """Tell whether there may be minutes that one may not see."""
        return self.bodies is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The bodies as they are compared, in one order; none when all may be seen."""
        return tuple(sorted({name.casefold() for name in self.bodies or ()}))

    @property
    def key(self) -> str:
        """What is the same for every access that sees the same: a JSON list, empty for all."""
        return json.dumps(self.names, ensure_ascii=False) if self.is_limited else ""

    def require_all(self) -> None:
        """Do nothing when all minutes may be seen.

        Raises:
            AccessError: there may be some that may not.
        """
        if self.is_limited:
            raise AccessError(PART)

    def within(self, other: "Access") -> "Access":
        """Return what may be seen by both.

        >>> Access(frozenset({"Styrelsen"})).within(EVERYTHING).names
        ('styrelsen',)
        >>> Access(frozenset({"Styrelsen", "Nämnden"})).within(Access(frozenset({"NÄMNDEN"}))).names
        ('nämnden',)
        """
        if self.bodies is None or other.bodies is None:
            return other if self.bodies is None else self
        return Access(frozenset(name for name in self.bodies if name.casefold() in other.names))


EVERYTHING = Access()
"""All minutes, and all that can be done with a library."""
