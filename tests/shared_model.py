"""What a library is to hold after each operation, and what a reader is to see of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sharing import IMPATIENT, MINUTES, PLACES, TEXTS, TITLES, Act, Told

LOCKED, UNKNOWN = "LibraryLockedError", "UnknownMeetingError"
LOCKING = {"take", "remove", "purge", "correct", "rebuild"}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a library holds."""

    held: Mapping[int, int] = field(default_factory=dict)
    """The number of the minutes at each place."""
    written: Mapping[int, int] = field(default_factory=dict)
    """By place, the title that the user wrote."""
    titled: Mapping[int, int | None] = field(default_factory=dict)
    """By minutes that are held, the title that they have of those."""
    kept: Mapping[int, tuple[int, bool]] = field(default_factory=dict)
    """By conversation, what its question asked for, and whether the answer is left."""

    def title(self, text: int) -> str:
        number = self.titled[text]
        return OWN_TITLES[text] if number is None else TITLES[number]


OWN_TITLES = [one.text.split("\n", 1)[0] for one in MINUTES]


def group(text: int) -> int:
    """Return the process that alone changes these minutes while all write at once."""
    return text // TEXTS


def places_of(process: int) -> range:
    return range(process * PLACES, (process + 1) * PLACES)


def texts_of(place: int) -> range:
    """Return the minutes that may stand at a place."""
    process = place // PLACES
    return range(process * TEXTS, (process + 1) * TEXTS)


def after(state: State, act: Act) -> tuple[State, Any]:
    """Return what the library holds when *act* is done, and what doing it says or refuses with."""
    made = CHANGES.get(act.name)
    return made(state, act) if made else (state, None)


def _take(state: State, act: Act) -> tuple[State, Any]:
    before, known = state.held.get(act.place), act.text in state.titled
    if before == act.text:
        return state, "unchanged"
    located = replace(state, held={**state.held, act.place: act.text})
    said = "unchanged" if known else "read" if before is None else "replaced"
    return _forget(_settled(located, act.text)), said


def _settled(state: State, text: int) -> State:
    """Let *text* have the title written at the first of its places, and all of them that."""
    places = sorted(place for place, held in state.held.items() if held == text)
    titles = [state.written[place] for place in places if place in state.written]
    first = titles[0] if titles else None
    spread = {} if first is None else dict.fromkeys(places, first)
    return replace(
        state, written=spread | dict(state.written), titled={**state.titled, text: first}
    )


def _forget(state: State) -> State:
    """Let go of what stands at no place any longer."""
    there = set(state.held.values())
    kept = {n: (text, left and text in there) for n, (text, left) in state.kept.items()}
    titled = {text: title for text, title in state.titled.items() if text in there}
    return replace(state, titled=titled, kept=kept)


def _remove(state: State, act: Act) -> tuple[State, Any]:
    left = {place: text for place, text in state.held.items() if text != act.text}
    written = {place: title for place, title in state.written.items() if place in left}
    return _forget(replace(state, held=left, written=written)), None


def _purge(state: State, act: Act) -> tuple[State, Any]:
    if act.text not in state.titled:
        return state, UNKNOWN
    kept = {n: turn for n, turn in state.kept.items() if turn != (act.text, True)}
    return _remove(replace(state, kept=kept), act)[0], len(state.kept) - len(kept)


def _correct(state: State, act: Act) -> tuple[State, Any]:
    if act.text not in state.titled:
        return state, UNKNOWN
    places = [place for place, text in state.held.items() if text == act.text]
    written = {place: title for place, title in state.written.items() if place not in places}
    written |= {} if act.title is None else dict.fromkeys(places, act.title)
    return _settled(replace(state, written=written), act.text), None


def _keep(state: State, act: Act) -> tuple[State, Any]:
    if act.text not in state.titled:
        return state, False
    return replace(state, kept={**state.kept, act.place: (act.text, True)}), True


CHANGES = {
    "take": _take,
    "remove": _remove,
    "purge": _purge,
    "correct": _correct,
    "keep": _keep,
}


def seen(state: State, act: Act) -> dict[int, Any]:
    """Return what reading by *act* finds: by minutes, whether they are there, or their title."""
    if act.name in {"search", "ask"}:
        return {act.text: True} if act.text in state.titled else {}
    if act.name == "read":
        return {act.text: state.title(act.text)} if act.text in state.titled else {}
    if act.name == "list":
        return {text: state.title(text) for text in state.titled}
    if act.name == "search title":
        return {text: True for text, title in state.titled.items() if title == (act.title or 0)}
    return dict.fromkeys(state.titled, True)


READS = {"search", "ask", "read", "list", "search title", "register"}


def differences(state: State, act: Act, told: Told) -> tuple[State, list[str]]:
    """Return what the library holds after *act*, done alone, and how what was told differs."""
    changed, expected = after(state, act)
    if act.name in READS:
        expected = seen(state, act) or (UNKNOWN if act.name == "read" else {})
    elif act.name == "recall":
        expected = state.kept
    elif act.name == "doctor":
        expected = []
    got = told.refused or told.said
    differing = [] if got == expected else [f"{got!r} {told.sentence}, not {expected!r}"]
    return changed, [*told.wrong, *differing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a process left of its own minutes by one operation, and when."""

    began: float
    ended: float
    state: State


@dataclass
class Together:
    """What processes did at the same time, each changing minutes of its own."""

    before: State
    plans: Sequence[Sequence[Act]]
    told: Sequence[Sequence[Told]]
    wrong: list[str] = field(default_factory=list)
    locked: int = 0

    def __post_init__(self) -> None:
        self._moments = [self._followed(process) for process in range(len(self.plans))]
        for process, plan in enumerate(self.plans):
            for act, told in zip(plan, self.told[process], strict=True):
                self.wrong += [f"{process} {act}: {one}" for one in told.wrong]
                if act.name in READS:
                    self._look(act, told)

    @property
    def after(self) -> State:
        """What is held when all is done; what is kept of the conversation is as it was."""
        state = self.before
        for process, moments in enumerate(self._moments):
            state = _with(state, moments[-1].state, process)
        return state

    def settled(self, recalled: Mapping[int, tuple[int, bool]]) -> State:
        """Return what is held when all is done, with what is *recalled* of the conversations."""
        last = dict(self.before.kept)
        for plan, told in zip(self.plans, self.told, strict=True):
            for act, one in zip(plan, told, strict=True):
                if act.name == "keep" and one.said:
                    last[act.place] = act.text, True
        for place, (text, was_left) in last.items():
            found, is_left = recalled.get(place, (text, False))
            is_there = was_left and text in self.after.titled
            is_right = is_there if is_left else self._was_gone(text) or not was_left
            if found != text or not is_right:
                self.wrong.append(f"conversation {place}: {found!r} of {text}")
        return replace(self.after, kept=recalled)

    def _was_gone(self, text: int) -> bool:
        """Tell whether minutes were out of the library at some moment."""
        return any(text not in moment.state.titled for moment in self._moments[group(text)])

    def _followed(self, process: int) -> list[Moment]:
        """Return what the process's own minutes came to, operation by operation."""
        moments = [Moment(began=0, ended=0, state=self.before)]
        for act, told in zip(self.plans[process], self.told[process], strict=True):
            if told.refused == LOCKED:
                self.locked += 1
                if process != IMPATIENT or act.name not in LOCKING:
                    self.wrong.append(f"{process} {act}: was not to be refused")
                continue
            state, expected = after(moments[-1].state, act)
            got = told.refused or told.said
            if act.name in {"take", "correct", "remove", "rebuild"} and got != expected:
                self.wrong.append(f"{process} {act}: {got!r} {told.sentence}, not {expected!r}")
            moments.append(Moment(began=told.began, ended=told.ended, state=state))
        return moments

    def _look(self, act: Act, told: Told) -> None:
        """See that what was read of each of the minutes was so at some moment of the reading."""
        if told.refused not in {"", UNKNOWN} or (told.refused and act.name != "read"):
            self.wrong.append(f"{act}: {told.sentence}")
        said = told.said or {}
        for text in [act.text] if act.name in {"search", "ask", "read"} else range(len(MINUTES)):
            states = list(self._during(group(text), told))
            allowed = [seen(state, act).get(text) for state in states]
            if said.get(text) not in allowed:
                self.wrong.append(f"{act}: {said.get(text)!r} of {text}, not of {allowed!r}")

    def _during(self, process: int, told: Told) -> Iterable[State]:
        moments = self._moments[process]
        ends = [following.ended for following in moments[1:]] + [float("inf")]
        for moment, replaced in zip(moments, ends, strict=True):
            if moment.began <= told.ended and replaced >= told.began:
                yield moment.state


def _with(state: State, other: State, process: int) -> State:
    """Return *state* with what *other* holds at the places of a process."""
    places = places_of(process)
    texts = texts_of(places[0])

    def mixed(mine: Mapping[int, Any], its: Mapping[int, Any], own: range) -> dict[int, Any]:
        kept = {key: value for key, value in mine.items() if key not in own}
        return kept | {key: value for key, value in its.items() if key in own}

    return replace(
        state,
        held=mixed(state.held, other.held, places),
        written=mixed(state.written, other.written, places),
        titled=mixed(state.titled, other.titled, texts),
    )
