"""How dates, times of day, numbers and choices are written in English."""

from rag.swedish.date_words import DateWords

DATE_WORDS = DateWords(
    months=(
        "January February March April May June July August September October November December"
    ).split(),
    short_months="Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split(),
    named={
        (1, 1, 12, 31): "",
        (3, 1, 5, 31): "spring",
        (6, 1, 8, 31): "summer",
        (9, 1, 11, 30): "autumn",
        (1, 1, 6, 30): "spring term",
        (8, 1, 12, 31): "autumn term",
    },
)
TIME_OF_DAY = "%H:%M:%S"
MOMENT = "{day} at {time}"
THOUSANDS_MARK = ","
DECIMAL_MARK = "."
PERCENTAGE_POINTS = "pp"
OR = "or"
