"""What is said of how a language model worded an answer or a summary, by its Swedish form."""

WORDING = {
    "{reason}. Svaret är därför ordagranna utdrag.": (
        "{reason}. The answer is therefore verbatim extracts."
    ),
    "{reason}. Ordagranna utdrag är därför: {where}.": (
        "{reason}. Verbatim extracts are therefore: {where}."
    ),
    "Det som ligger närmast frågan i protokollen saknades i språkmodellens svar och är tillagt.": (
        "What is nearest to the question in the minutes was not in the language model's answer, "
        "and is added."
    ),
    "Språkmodellen läste {read} av {offered} avsnitt; resten fick inte plats.": (
        "The language model read {read} of {offered} passages; there was no room for the rest."
    ),
    "{sentences} som talar till språkmodellen hölls utanför.": (
        "Kept out, since it speaks to the language model: {sentences}."
    ),
    "{sentences} från språkmodellen ströks: protokollen belägger inte det som sägs.": (
        "Struck of what the language model wrote, since the minutes do not support it: {sentences}."
    ),
    "{sentences} från språkmodellen saknar belägg i protokollen.": (
        "Without support in the minutes, of what the language model wrote: {sentences}."
    ),
    "En mening": "one sentence",
    "{count} meningar": "{count} sentences",
    "Språkmodellen skrev också att allt inte framgår av källorna.": (
        "The language model also wrote that not all of it is in the sources."
    ),
    "Språkmodellen avbröts när svaret blev för långt.": (
        "The language model was stopped when the answer became too long."
    ),
    "Följdfrågan tolkades av språkmodellen som «{question}»": (
        "The language model understood the follow-up as “{question}”"
    ),
    "Frågans egna ord gav inget; språkmodellen föreslog «{question}»": (
        "The question's own words gave nothing; the language model proposed “{question}”"
    ),
    "Språkmodellen {name} har läst {done} av {count} punkter; resten är ordagranna utdrag.": (
        "The language model {name} has read {done} of {count} items; the rest are verbatim "
        "extracts."
    ),
    "Inget av det som modellen läste säger detta.": "Nothing that the model read says this.",
    "Det citerade säger det inte med orden {words}.": (
        "What is cited does not say it with the words {words}."
    ),
    "Småord som kan vända betydelsen står bara på ena stället: {words}.": (
        "Small words that can turn the meaning are in one place only: {words}."
    ),
}
REASONS = {
    "Språkmodellen {name} svarade inte i tid": "The language model {name} did not answer in time",
    "Språkmodellen {name} kan inte nås: kontrollera att servern är igång": (
        "The language model {name} cannot be reached: check that its server runs"
    ),
    "Språkmodellen {name} svarade på ett sätt som inte kan läsas": (
        "The language model {name} answered in a way that cannot be read"
    ),
    "Språkmodellen {name} har ingen sådan modell (felkod {code})": (
        "The language model {name} is not known to its server (error {code})"
    ),
    "Språkmodellen {name} har för mycket att göra (felkod {code})": (
        "The language model {name} has too much to do (error {code})"
    ),
    "Språkmodellen {name} godtog inte nyckeln i MOTESMINNE_LLM_API_KEY (felkod {code})": (
        "The language model {name} did not take the key in MOTESMINNE_LLM_API_KEY (error {code})"
    ),
    "Språkmodellen {name} godtog inte frågan (felkod {code})": (
        "The language model {name} did not take the question (error {code})"
    ),
    "Språkmodellen {name} fick mer text än den tar emot (felkod {code})": (
        "The language model {name} got more text than it takes (error {code})"
    ),
    "Språkmodellen {name} kunde inte svara (felkod {code})": (
        "The language model {name} could not answer (error {code})"
    ),
    "Språkmodellen {name} blev inte klar inom {limit} sekunder": (
        "The language model {name} was not done within {limit} seconds"
    ),
    "Språkmodellen {name} började inte svara inom {limit} sekunder": (
        "The language model {name} did not begin to answer within {limit} seconds"
    ),
    "Språkmodellen {name} skrev utan att bli klar": (
        "The language model {name} wrote without being done"
    ),
    "Språkmodellen {name} fann inget svar i källorna": (
        "The language model {name} found no answer in the sources"
    ),
    "Språkmodellen {name} svarade inte på svenska": (
        "The language model {name} did not answer in Swedish"
    ),
    "Språkmodellen {name} hänvisade till källor som inte finns": (
        "The language model {name} cited sources that do not exist"
    ),
    "Språkmodellen {name} skrev inget som protokollen belägger": (
        "The language model {name} wrote nothing that the minutes support"
    ),
    "Språkmodellen {name} kom inte till slutet av en mening": (
        "The language model {name} did not reach the end of a sentence"
    ),
    "Språkmodellen {name} svarade ingenting": "The language model {name} answered nothing",
    "Språkmodellen {name} skrev bara det som redan står ordagrant": (
        "The language model {name} wrote only what already stands word for word"
    ),
}
