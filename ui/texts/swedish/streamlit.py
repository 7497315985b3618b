"""What Streamlit's own English words are in Swedish; most are told to those who hear the page.

`#` stands for a number.
"""

from collections.abc import Mapping

from ui.texts.swedish.adding import ADD_DROP, ADD_PICK

STREAMLIT_WORDS: Mapping[str, str] = {
    "# option available.": "# alternativ.",
    "# options available.": "# alternativ.",
    "#MB per file": ADD_DROP,
    "#MB per file • JSONL": ADD_DROP,
    "Add files": "Lägg till filer",
    "An error has occurred, please try again.": "Något gick fel, försök igen.",
    "App pages": "Appens sidor",
    "Choose an option": "Välj",
    "Choose date": "Välj datum",
    "Choose date range": "Välj en tid",
    "Choose options": "Välj",
    "Clear all": "Rensa",
    "Clear date": "Rensa datumet",
    "Clear dates": "Rensa datumen",
    "Clear selection": "Rensa valet",
    "Clear value": "Rensa",
    "Close": "Stäng",
    "Collapse sidebar": "Stäng menyn",
    "Connecting": "Ansluter",
    "Connection error": "Anslutningen är bruten",
    "Copy to clipboard": "Kopiera",
    "Dismiss": "Stäng",
    "Expand sidebar": "Öppna menyn",
    "File type not allowed.": "Filer av den sorten tas inte emot.",
    "Help": "Hjälp",
    "Hide password": "Dölj lösenordet",
    (
        "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in "
        "your terminal:"
    ): ("Är appen igång? Annars startas den med «motesminne serve»."),
    "Link to heading": "Länk till rubriken",
    "Main menu": "Appens meny",
    "Next month": "Nästa månad",
    "Next page": "Nästa sida",
    "No options to select": "Inget att välja",
    "No options to select.": "Inget att välja.",
    "No results": "Inga träffar",
    "Notifications": "Meddelanden",
    "Open": "Öppna",
    "Page not found": "Sidan finns inte",
    "Pagination": "Bläddring",
    "Press Enter to apply": "Tryck Enter för att använda det",
    "Press Enter to submit form": "Tryck Enter för att skicka",
    "Previous month": "Föregående månad",
    "Previous page": "Föregående sida",
    "Running...": "Arbetar …",
    "Scroll tabs left": "Bläddra flikarna åt vänster",
    "Scroll tabs right": "Bläddra flikarna åt höger",
    "Select all": "Välj alla",
    "Selected values": "Valda",
    "Send message": "Skicka frågan",
    "Show password": "Visa lösenordet",
    "Sidebar": "Meny",
    "Skip to main content": "Hoppa till innehållet",
    "Stop": "Avbryt",
    "Stop script": "Avbryt",
    "Streamlit server is not responding. Are you connected to the internet?": (
        "Appen svarar inte. Kontrollera att den är igång."
    ),
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "Sidan finns inte. Här är appens första sida."
    ),
    "Upload": ADD_PICK,
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": (
        "Gå mellan dagar med piltangenterna, välj med Enter, stäng med Escape."
    ),
    "file upload": "ladda upp filer",
}
# What begins with the one begins with the other instead.
STREAMLIT_OPENINGS: Mapping[str, str] = {
    "Cancel upload of ": "Avbryt uppladdningen av ",
    "Chat message from ": "Meddelande från ",
    "Help for ": "Hjälp om ",
    "Page ": "Sida ",
    "Remove ": "Ta bort ",
}
