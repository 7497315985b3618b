"""Everything that can go wrong, as one tree.

Messages are Swedish, one sentence: what, where, what to do.

* MinutesError
  + ReadError              a file cannot be read as text
  + LibraryError           the library cannot be opened, read or written
    - LibraryDamagedError  its SQLite file is damaged
    - LibraryLockedError   another process is writing
    - LibraryVersionError  written by a newer version of the program
    - UnknownMeetingError  no document has that id
    - ReplacedIndexError   the vectors were rebuilt while they were asked
    - NoVectorsError       the vectors' server does not answer, or has none of the library's
    - DamagedVectorsError  their index in the library's directory is not as it was written
  + ModelError             a model is absent, damaged, or fails
    - EmbeddingError       the embedding model is, or is another than the library's
    - LanguageModelError   the language model cannot be had, or does not answer
  + QuestionError          the question is empty or too long
  + FilterError            a filter cannot be understood
  + CorrectionError        a field, or a line of a summary, cannot be corrected so
  + DatasetError           a question file is malformed
  + WordsError             a table of words is absent or malformed
  + ExportError            what was made cannot be written in that format, or to that file
  + BackupError            a backup cannot be made, read or restored
  + ServerError            the app's web server cannot start
  + AccessError            somebody may not see or do that
  + LimitError             somebody does something too often
  + SignInError            it cannot be made sure who a visitor is
  + MissingExtraError      an optional package is not installed
"""

from collections.abc import Iterable


def any_of(names: Iterable[str]) -> str:
    """Return *names*, of which there is one at least, as alternatives to choose from.

    >>> any_of(["a", "b", "c"]), any_of(["a"])
    ('a, b eller c', 'a')
    """
    *others, last = names
    return f"{', '.join(others)} eller {last}" if others else last


class MinutesError(Exception):
    """Root of all errors whose message is meant for the user."""


class ReadError(MinutesError):
    """A file cannot be opened, is damaged, protected, or holds no text."""


class LibraryError(MinutesError):
    """The library directory cannot be opened, read or written."""


class LibraryDamagedError(LibraryError):
    """The library's SQLite file is no longer what SQLite wrote."""


class LibraryLockedError(LibraryError):
    """Another process holds the writer's lock."""


class LibraryVersionError(LibraryError):
    """The library was written by a newer version of the program."""


class UnknownMeetingError(LibraryError):
    """No document, or more than one, matches the id."""

    @classmethod
    def of(cls, document: str) -> "UnknownMeetingError":
        """Return what there is to say of the id of a document that is not in the library."""
        return cls(
            f"Mötet {document[:12]} finns inte i biblioteket: se «motesminne meetings list»."
        )


class ReplacedIndexError(LibraryError):
    """The vectors were rebuilt, and the old ones dropped, while they were asked; ask again."""

    @classmethod
    def rebuilt(cls) -> "ReplacedIndexError":
        """Return what there is to say of an index that is no longer there."""
        return cls("Vektorregistret byggdes om medan det söktes i: ställ frågan igen.")


class NoVectorsError(LibraryError):
    """The vectors cannot be asked: their server does not answer, or has none of the library's."""


class DamagedVectorsError(LibraryError):
    """The files of the vectors' index are damaged; a writer makes them anew."""


class ModelError(MinutesError):
    """A model cannot be loaded or run; the message names its setting."""


class EmbeddingError(ModelError):
    """The embedding model is absent, damaged, or not the one the library was built with."""


class LanguageModelError(ModelError):
    """The language model is wrongly set, cannot be reached, or gives no usable reply."""


class QuestionError(MinutesError):
    """The question is empty or too long."""


class FilterError(MinutesError):
    """A filter names something that cannot be understood."""


class CorrectionError(MinutesError):
    """A field of the minutes, or a line of a summary, cannot be corrected, or not to that."""


class DatasetError(MinutesError):
    """A question file is malformed; the message names file and line."""


class WordsError(MinutesError):
    """A table of words is absent or malformed; the message names the file and the key."""


class ExportError(MinutesError):
    """What was made cannot be written: not so, not by that template, or not to that file."""


class BackupError(MinutesError):
    """A backup cannot be made, is damaged, or is not to be restored here."""


class ServerError(MinutesError):
    """The app's web server cannot start."""


class AccessError(MinutesError):
    """Who asks may not see that, or may not do it."""


class LimitError(MinutesError):
    """Somebody does something more often than is let; the message tells how long to wait."""


class SignInError(MinutesError):
    """Who signs visitors in does not answer, or what it answers cannot be believed."""


class MissingExtraError(MinutesError):
    """A package of an optional extra is not installed; the message names both."""
