"""What Streamlit's own English words are in Swedish; most are told to those who hear the page."""

from collections.abc import Mapping

STREAMLIT_WORDS: Mapping[str, str] = {
    "Add files": "Lägg till filer",
    "App pages": "Appens sidor",
    "Choose an option": "Välj",
    "Choose options": "Välj",
    "Clear all": "Rensa",
    "Clear value": "Rensa",
    "Close": "Stäng",
    "Connecting": "Ansluter",
    "Connection error": "Anslutningen är bruten",
    "No options to select": "Inget att välja",
    "No options to select.": "Inget att välja.",
    "No results": "Inga träffar",
    "Next page": "Nästa sida",
    "Open": "Öppna",
    "Page not found": "Sidan finns inte",
    "Pagination": "Bläddring",
    "Previous page": "Föregående sida",
    "Select all": "Välj alla",
    "Send message": "Skicka frågan",
    "Skip to main content": "Hoppa till innehållet",
    "file upload": "ladda upp filer",
}
# What begins with the one begins with the other instead.
STREAMLIT_OPENINGS: Mapping[str, str] = {
    "Help for ": "Hjälp om ",
    "Page ": "Sida ",
    "Remove ": "Ta bort ",
}
