"""How dates, times of day, numbers and choices are written in Swedish."""

from rag.swedish import date_words

DATE_WORDS = date_words.SWEDISH
TIME_OF_DAY = "%H.%M.%S"
MOMENT = "{day} kl. {time}"
THOUSANDS_MARK = "\N{NO-BREAK SPACE}"
DECIMAL_MARK = ","
PERCENTAGE_POINTS = "p.e."
OR = "eller"
