"""The page Evaluation in English: runs of question files, and what came of them."""

EVALUATION_TITLE = "Evaluation"
EVALUATION_LEAD = (
    "Put a file of questions to the library and see how many answers came out right, and whether "
    "anything has changed since last time. The runs are kept in the library's folder."
)
EVALUATION_NEW = "New run"
EVALUATION_NO_FILES = (
    "There are no test questions yet. Choose “Save as test question” under an answer on the page "
    "Ask, or upload a file of questions."
)
EVALUATION_SAVED = "My saved test questions"
EVALUATION_SAMPLES = "Questions about the sample minutes"
EVALUATION_FILE = "File of questions"
EVALUATION_UNCHECKED = "Run even if evidence is missing from the library"
EVALUATION_UNCHECKED_HELP = (
    "Otherwise the run stops when a quote in the file of questions is in none of the minutes."
)
EVALUATION_RUN = "Run"
EVALUATION_ASKING = "Asking from {file}: {done} of {total}. You can leave the page meanwhile."
EVALUATION_STOP = "Stop"
EVALUATION_STOPPED = "The run was stopped; nothing was saved."
EVALUATION_PARTICULARS = "Show what is missing"
EVALUATION_UPLOAD = "Upload a file of questions"
EVALUATION_UPLOAD_LABEL = "File of questions (JSONL)"
EVALUATION_FORMAT = (
    "One question a line in JSON: id, question, category, expect and evidence, as in the file "
    "testfragor.jsonl that “Save as test question” writes."
)
EVALUATION_KEEP = "Save the file of questions"
EVALUATION_NOTHING = "Choose a file first."
EVALUATION_RUNS = "Runs"
EVALUATION_NO_RUNS = "No runs yet. The first is shown here when it is done."
EVALUATION_CHOSEN = "Run"
EVALUATION_RUN_LABEL = "{moment}, {file}"
EVALUATION_COMPARE = "Compare with an earlier one"
EVALUATION_COMPARE_NONE = "No comparison"
EVALUATION_NO_EARLIER = "There is no earlier run of the same file"
EVALUATION_COMPARED = "Comparison"
EVALUATION_REPORT = "Result"
EVALUATION_DOWNLOAD = "The whole report as a web page"
EVALUATION_REMOVE = "Remove the run"
EVALUATION_REMOVED = "The run is removed."
EVALUATION_WRONG = "Wrong outcome ({count})"
EVALUATION_NONE_WRONG = "All questions had the right outcome."
EVALUATION_MISSED = "Missing from the answer: {quotes}"
EVALUATION_BY_CATEGORY = "By category"
EVALUATION_CATEGORY = "Category"
EVALUATION_QUESTIONS = "Questions"
EVALUATION_ALL = "All measures"
EVALUATION_ALL_COLUMNS = ("Measure", "Value", "95 % interval", "Questions")
EVALUATION_CHANGED = "{gained} became right and {lost} became wrong since the earlier run."
EVALUATION_QUESTION_FORMS = ("question", "questions")
EVALUATION_OTHER_LIBRARY = (
    "The library has changed between the runs; some of the difference may be due to that."
)
EVALUATION_GAINED = "Became right"
EVALUATION_LOST = "Became wrong"
EVALUATION_CHANGES = "The measures before and after"
EVALUATION_CHANGE_COLUMNS = ("Measure", "Before", "After", "Difference", "Verdict")
EVALUATION_BETTER = "better"
EVALUATION_WORSE = "worse"
EVALUATION_SAME = "within the noise"
EVALUATION_FROM_TO = "{before} → {after}"
