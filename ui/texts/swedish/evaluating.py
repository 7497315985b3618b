"""The page Utvärdering: runs of question files, and what came of them."""

EVALUATION_TITLE = "Utvärdering"
EVALUATION_LEAD = (
    "Ställ en fil med frågor till biblioteket och se hur många svar som blev rätt, och om något "
    "har ändrats sedan sist. Körningarna sparas i bibliotekets mapp."
)
EVALUATION_NEW = "Ny körning"
EVALUATION_NO_FILES = (
    "Det finns inga testfrågor än. Välj ”Spara som testfråga” under ett svar på sidan Fråga, "
    "eller ladda upp en frågefil."
)
EVALUATION_SAVED = "Mina sparade testfrågor"
EVALUATION_SAMPLES = "Frågor om exempelprotokollen"
EVALUATION_FILE = "Frågefil"
EVALUATION_UNCHECKED = "Kör även om underlag saknas i biblioteket"
EVALUATION_UNCHECKED_HELP = (
    "Annars stannar körningen när ett citat i frågefilen inte finns i något protokoll."
)
EVALUATION_RUN = "Kör"
EVALUATION_ASKING = "Frågar ur {file}: {done} av {total}. Du kan lämna sidan under tiden."
EVALUATION_STOP = "Stoppa"
EVALUATION_STOPPED = "Körningen stoppades; inget sparades."
EVALUATION_PARTICULARS = "Visa vad som saknas"
EVALUATION_UPLOAD = "Ladda upp en frågefil"
EVALUATION_UPLOAD_LABEL = "Frågefil (JSONL)"
EVALUATION_FORMAT = (
    "En fråga per rad i JSON: id, question, category, expect och evidence, som i filen "
    "testfragor.jsonl som ”Spara som testfråga” skriver."
)
EVALUATION_KEEP = "Spara frågefilen"
EVALUATION_NOTHING = "Välj en fil först."
EVALUATION_RUNS = "Körningar"
EVALUATION_NO_RUNS = "Inga körningar än. Den första visas här när den är klar."
EVALUATION_CHOSEN = "Körning"
EVALUATION_RUN_LABEL = "{moment}, {file}"
EVALUATION_COMPARE = "Jämför med en tidigare"
EVALUATION_COMPARE_NONE = "Ingen jämförelse"
EVALUATION_NO_EARLIER = "Det finns ingen tidigare körning av samma fil"
EVALUATION_COMPARED = "Jämförelse"
EVALUATION_REPORT = "Resultat"
EVALUATION_DOWNLOAD = "Hela rapporten som webbsida"
EVALUATION_REMOVE = "Ta bort körningen"
EVALUATION_REMOVED = "Körningen är borttagen."
EVALUATION_WRONG = "Fel utfall ({count})"
EVALUATION_NONE_WRONG = "Alla frågor fick rätt utfall."
EVALUATION_MISSED = "Saknas i svaret: {quotes}"
EVALUATION_BY_CATEGORY = "Per kategori"
EVALUATION_CATEGORY = "Kategori"
EVALUATION_QUESTIONS = "Frågor"
EVALUATION_ALL = "Alla mått"
EVALUATION_ALL_COLUMNS = ("Mått", "Värde", "95 % intervall", "Frågor")
EVALUATION_CHANGED = "{gained} blev rätt och {lost} blev fel sedan den tidigare körningen."
EVALUATION_QUESTION_FORMS = ("fråga", "frågor")
EVALUATION_OTHER_LIBRARY = (
    "Biblioteket har ändrats mellan körningarna; en del av skillnaden kan bero på det."
)
EVALUATION_GAINED = "Blev rätt"
EVALUATION_LOST = "Blev fel"
EVALUATION_CHANGES = "Måtten före och efter"
EVALUATION_CHANGE_COLUMNS = ("Mått", "Före", "Efter", "Skillnad", "Omdöme")
EVALUATION_BETTER = "bättre"
EVALUATION_WORSE = "sämre"
EVALUATION_SAME = "inom bruset"
EVALUATION_FROM_TO = "{before} → {after}"
