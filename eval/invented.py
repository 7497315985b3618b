"""Invent minutes, as many as wanted, from a fixed vocabulary: for measuring speed, not answers."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

BODIES = ("Styrelsen", "Kulturnämnden", "Samverkansnätverket", "Driftutskottet", "Direktionen")
FIRST_NAMES = "Alva Bodil Cedric Dagny Egil Fanny Gillis Hedda Ivar Jorun Klas Linnéa".split()
LAST_NAMES = "Ahlgård Brodin Cederfjäll Dunker Ekmark Fagerö Gransäter Hövding Isaksro".split()
FRONTS = "båt skol cykel vatten kultur trafik miljö idrotts hamn biblioteks energi odlings".split()
BACKS = "plats avgift plan utredning bro lokal policy bana förening taxa upphandling verkstad"
NOUNS = tuple(front + back for front in FRONTS for back in BACKS.split())
VERBS = "redovisar föreslår diskuterar ifrågasätter önskar granskar beskriver efterlyser".split()
ENDINGS = (
    "inför nästa år",
    "tillsammans med grannkommunen",
    "med en kostnad på {} 000 kronor",
    "enligt den plan som antogs tidigare",
    "eftersom behovet har ökat",
    "senast den {} mars",
)

FIRST_MEETING = date(2021, 1, 11)
DAYS_BETWEEN = 6
MOST_ITEMS = 12
MOST_SENTENCES = 6


def invented_minutes(count: int, *, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the file name and the Markdown of *count* meetings; the same ones for the same seed.

    >>> [name for name, _ in invented_minutes(2)]
    ['2021-01-11-styrelsen.md', '2021-01-17-kulturnämnden.md']
    """
    random = Random(seed)  # noqa: S311 - nothing is secret here
    for number in range(count):
        body = BODIES[number % len(BODIES)]
        day = FIRST_MEETING + timedelta(days=number * DAYS_BETWEEN)
        yield f"{day}-{body.lower()}.md", _minutes(random, body, day)


def _minutes(random: Random, body: str, day: date) -> str:
    people = [_name(random) for _ in range(random.randint(4, 9))]
    items = [_item(random, number, people) for number in range(1, random.randint(4, MOST_ITEMS))]
    head = f"# Protokoll, {body}\n\nDatum: {day}\n\nPlats: Rum {random.randint(1, 40)}"
    return "\n\n".join([head, f"Närvarande: {', '.join(people)}", *items]) + "\n"


def _item(random: Random, number: int, people: list[str]) -> str:
    matter = random.choice(NOUNS)
    said = [_sentence(random, people, matter) for _ in range(random.randint(1, MOST_SENTENCES))]
    decision = f"Beslut: att bifalla förslaget om {matter} {_ending(random)}."
    return f"## § {number} {matter.capitalize()}\n\n{' '.join(said)}\n\n{decision}"


def _sentence(random: Random, people: list[str], matter: str) -> str:
    subject = random.choice((random.choice(people), "Flera kommuner", "Gruppen", "En ledamot"))
    matters = " och ".join(dict.fromkeys((matter, random.choice(NOUNS))))
    return f"{subject} {random.choice(VERBS)} {matters} {_ending(random)}."


def _ending(random: Random) -> str:
    return random.choice(ENDINGS).format(random.randint(2, 28))


def _name(random: Random) -> str:
    return f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}"
