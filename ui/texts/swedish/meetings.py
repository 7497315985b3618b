"""The page Möten: the list of them, and how it is chosen from."""

MEETINGS_TITLE = "Möten"
MEETINGS_SEARCH = "Sök bland mötena"
MEETINGS_SEARCH_HINT = "Rubrik, organ, datum eller filnamn"
MEETINGS_SORT = "Ordning"
SORTS = {
    "newest": "Nyast först",
    "oldest": "Äldst först",
    "body": "Organ",
    "title": "Rubrik",
}
FACETS = {"body": "Organ", "year": "År", "month": "Månad", "kind": "Sort"}
FACET_ALL = "Alla"
FACET_VALUE = "{name} ({count})"
FACETS_CLEAR = "Rensa valen"
CALENDAR_TITLE = "Möten över tid"
CALENDAR_TABLE = "Visa som tabell"
CALENDAR_CAPTION = "Antal möten per organ; välj ett antal för att se dem i listan"
CALENDAR_OTHERS = "Övriga organ"
CALENDAR_DESCRIBED = (
    "{meetings} i {bodies} från {first} till {last}; flest hade {busiest} i {time}: {most}."
)
MEETINGS_NONE = "Inget möte passar det du valt. Pröva ett kortare ord, eller rensa valen."
WARNING_FORMS = ("sak att känna till", "saker att känna till")
MEETINGS_SHOWN = "{shown} av {total}"
BACK = "Alla möten"
NO_BODY = "Utan angivet organ"
SAME_MEETING_COPY = "annan fil för samma möte"
