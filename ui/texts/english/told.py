"""What sentences made in Swedish, where their facts are known, are in English; by their forms.

A name stands for what varies. A sentence that has none of these forms is told in Swedish, and
told to be: add it here when it is met often.
"""

from collections.abc import Mapping

from ui.texts.english import told_answers, told_files, told_library, told_wording

TOLD: Mapping[str, str] = (
    told_answers.QUESTIONS
    | told_answers.FILTERS
    | told_answers.SUMMARIES
    | told_answers.MATTERS
    | told_answers.SUPPORT
    | told_wording.WORDING
    | told_wording.REASONS
    | told_files.FILES
    | told_files.CORRECTIONS
    | told_library.LIBRARY
    | told_library.EVALUATION
)
