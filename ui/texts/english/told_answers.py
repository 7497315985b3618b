"""What is said of questions, answers and summaries, by its Swedish form."""

QUESTIONS = {
    "Frågan är tom: skriv vad du vill veta, till exempel «Vad beslutades om …?»": (
        "The question is empty: write what you want to know, such as “What was decided about …?”"
    ),
    (
        "Frågan är {length} tecken lång och får vara högst {most}: korta den eller dela upp den i "
        "flera frågor."
    ): (
        "The question is {length} characters long and may be at most {most}: shorten it, or "
        "divide it into several."
    ),
    "Frågan verkar vara ställd på ett annat språk: ställ den på svenska eller engelska.": (
        "The question seems to be in another language: ask it in Swedish or English."
    ),
    "Texten rymmer {count} frågor: ställ dem en och en, så blir svaren säkrare.": (
        "The text holds {count} questions: ask them one by one, and the answers become surer."
    ),
    "Det framgår inte: «{question}»": "The minutes do not say: “{question}”",
    "Besvarat är bara det som är frågor: «{question}»": (
        "Only what is a question is answered: “{question}”"
    ),
    "Inget beslut om detta har hittats; så här står det om saken.": (
        "No decision about this was found; this is what is said of it."
    ),
    "Beslutet är hämtat ur ett protokoll som inte är justerat.": (
        "The decision is taken from minutes that are not yet approved."
    ),
    "Protokollet namnger inte vem.": "The minutes do not name who.",
    "En sammanfattning av hela mötet: «{command}».": "A summary of the whole meeting: “{command}”.",
    "Mötet {meeting} finns i {count} filer: svaret är hämtat ur {used}, inte ur {others}.": (
        "The meeting {meeting} is in {count} files: the answer is taken from {used}, not from "
        "{others}."
    ),
}
FILTERS = {
    "Inget möte i biblioteket är {limits}: ta bort eller ändra ett av filtren.": (
        "No meeting in the library is within the limits: remove or change one of them."
    ),
    "Biblioteket har möten från {first} till {last}.": (
        "The library has meetings from {first} to {last}."
    ),
    "Inget möte i biblioteket är av organet {body}: menade du {near}?": (
        "No meeting in the library is of the body {body}: did you mean {near}?"
    ),
    "Inget möte i biblioteket är av organet {body}: där finns till exempel {near}.": (
        "No meeting in the library is of the body {body}: there is for example {near}."
    ),
    "Ingen närvarolista i biblioteket har {person}: menade du {near}?": (
        "No list of attendance in the library has {person}: did you mean {near}?"
    ),
    "Ingen närvarolista i biblioteket har {person}: där finns till exempel {near}.": (
        "No list of attendance in the library has {person}: there is for example {near}."
    ),
    "Datumet {written} kan inte läsas: skriv det som 2024-03-04, 2024-03 eller 2024.": (
        "The date {written} cannot be read: write it as 2024-03-04, 2024-03 or 2024."
    ),
    "Från {first} till {last} är baklänges: byt plats på datumen.": (
        "From {first} to {last} is backwards: change the places of the dates."
    ),
    "Mötet {document} finns inte i biblioteket: se «motesminne meetings list».": (
        "The meeting {document} is not in the library."
    ),
    "Inget möte i biblioteket passar filtren.": "No meeting in the library fits the limits.",
    "Inget möte i biblioteket stämmer med: {limits}.": "No meeting in the library is: {limits}.",
}
SUMMARIES = {
    "Sammanfattningen är gjord av protokollets egna meningar; besluten står ordagrant.": (
        "The summary is made of the minutes' own sentences; the decisions stand word for word."
    ),
    (
        "Sammanfattningen är formulerad av språkmodellen {name}; beslut, yrkanden, röster, "
        "reservationer och uppdrag står ordagrant."
    ): (
        "The summary is worded by the language model {name}; decisions, proposals, votes, "
        "reservations and tasks stand word for word."
    ),
    "Bearbetad för hand: {done}.": "Worked over by hand: {done}.",
    "Raden finns inte längre i sammanfattningen: gör om sammanfattningen och pröva igen.": (
        "The line is no longer in the summary: make the summary anew and try again."
    ),
    "Ett beslut återges ordagrant och kan inte skrivas om: stryk raden i stället.": (
        "A decision stands word for word and cannot be rewritten: strike the line instead."
    ),
    "Raden saknar källa och kan inte skrivas om: stryk den i stället.": (
        "The line has no source and cannot be rewritten: strike it instead."
    ),
    "Raden kan inte vara tom: stryk den i stället.": (
        "The line cannot be empty: strike it instead."
    ),
    "Raden är {count} tecken lång: skriv högst {most}.": (
        "The line is {count} characters long: write at most {most}."
    ),
    "Bygger på {some} av {all} möten; övriga nämner inte «{topic}».": (
        "Rests on {some} of {all} meetings; the others do not mention “{topic}”."
    ),
    "Bygger på {some} av {all} möten.": "Rests on {some} of {all} meetings.",
    "Bygger på {some} av 1 möte.": "Rests on {some} of 1 meeting.",
    "Inget av {all} möten nämner «{topic}».": "None of {all} meetings mentions “{topic}”.",
    "Inget av 1 möte nämner «{topic}».": "The only meeting does not mention “{topic}”.",
    "1 skannad sida kunde inte läsas.": "1 scanned page could not be read.",
    "{count} skannade sidor kunde inte läsas.": "{count} scanned pages could not be read.",
    "1 möte i biblioteket.": "1 meeting in the library.",
    "1 möte i biblioteket ({when}).": "1 meeting in the library ({when}).",
    "{count} möten i biblioteket; här är de {shown} senaste.": (
        "{count} meetings in the library; here are the latest {shown}."
    ),
    "{count} möten i biblioteket ({when}); här är de {shown} senaste.": (
        "{count} meetings in the library ({when}); here are the latest {shown}."
    ),
    "{count} möten i biblioteket ({when}).": "{count} meetings in the library ({when}).",
    "{count} möten i biblioteket.": "{count} meetings in the library.",
    "{count} möten utan datum är inte med.": "{count} meetings without a date are left out.",
    "1 möte utan datum är inte med.": "1 meeting without a date is left out.",
}
MATTERS = {
    "Det senaste beslutet är hämtat ur ett protokoll som inte är justerat.": (
        "The latest decision is taken from minutes that are not yet approved."
    ),
    "Biblioteket har inget beslut i ärendet.": "The library has no decision in the matter.",
    (
        "Biblioteket har inget slutligt beslut i ärendet: det som beslutats är förslag till ett "
        "annat organ."
    ): (
        "The library has no final decision in the matter: what was decided are proposals to "
        "another body."
    ),
    "Tidslinjen börjar med det äldsta mötet i biblioteket som tar upp ärendet.": (
        "The timeline begins with the oldest meeting in the library that brings the matter up."
    ),
    (
        "Ärendet har inget diarienummer: stegen är samlade efter sina rubriker, och bara det som "
        "protokollen har som beslut räknas som beslut."
    ): (
        "The matter has no registration number: the steps are gathered by their headings, and "
        "only what the minutes have as decisions counts as such."
    ),
    "Ärendet har sedan följts upp med nya beslut, {days}.": (
        "The matter was then followed up with new decisions, {days}."
    ),
}
SUPPORT = {
    "Namnet {name} står inte i det citerade.": "The name {name} is not in what is cited.",
    "Ordet ”{word}” står inte i det citerade.": "The word “{word}” is not in what is cited.",
    "Det citerade säger ”{word}”; det saknas.": "What is cited says “{word}”; that is missing.",
    "Det citerade säger inget om {words}.": "What is cited says nothing of {words}.",
    "”{word}” står inte så i det citerade.": "“{word}” is not thus in what is cited.",
    "”{word}” står inte i det citerade om detta.": "“{word}” is not in what is cited of this.",
    "”{word}” stämmer inte med det citerade.": "“{word}” does not agree with what is cited.",
    "Att något ”{word}” står inte i det citerade.": (
        "That something was “{word}” is not in what is cited."
    ),
    "”{word}” står inte i det citerade.": "“{word}” is not in what is cited.",
    "Aktören {name} står inte i det citerade.": "The actor {name} is not in what is cited.",
    "Det citerade säger detta om någon annan än {name}.": (
        "What is cited says this of somebody other than {name}."
    ),
    "Tidpunkten {time} gäller något annat i det citerade.": (
        "The time {time} is of something else in what is cited."
    ),
    "Tidpunkten {time} står inte i det citerade.": "The time {time} is not in what is cited.",
    "Årtalet {year} står inte i det citerade.": "The year {year} is not in what is cited.",
    "Beloppet {amount} gäller något annat i det citerade.": (
        "The amount {amount} is of something else in what is cited."
    ),
    "Beloppet {amount} står inte i det citerade.": "The amount {amount} is not in what is cited.",
    "Talet {number} gäller något annat i det citerade.": (
        "The number {number} is of something else in what is cited."
    ),
    "Talet {number} står inte i det citerade.": "The number {number} is not in what is cited.",
    "Ordet före {word} är ett annat i det citerade.": (
        "The word before {word} is another in what is cited."
    ),
    "Utfallet {word} gäller något annat i det citerade.": (
        "The outcome {word} is of something else in what is cited."
    ),
    "Det citerade säger inte ”{word}”.": "What is cited does not say “{word}”.",
    "Det citerade är svagare än ”{word}”.": "What is cited is weaker than “{word}”.",
    "Det citerade säger {cited}, inte {said}.": "What is cited says {cited}, not {said}.",
    "Orden är hämtade från olika meningar.": "The words are from different sentences.",
    "Inget är citerat.": "Nothing is cited.",
    "Påståendet är för långt för att prövas.": "The statement is too long to be checked.",
    "Påståendet säger inget som kan prövas.": "The statement says nothing that can be checked.",
}
