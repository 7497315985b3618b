from eval.temporary import make_document, temporary_library
from rag.assembling.assembly import build_assistant
from rag.settings import Settings

FERRY = "Färjan går en gång i timmen. Den tar sju bilar."


def test_documents_can_be_asked_inside_and_are_gone_afterwards() -> None:
    with temporary_library([make_document("a/1.txt", FERRY)], Settings()) as settings:
        [hit] = build_assistant(settings).search("färja")

        assert (FERRY, "a/1.txt") == (hit.passage.text, hit.passage.source)
    assert not settings.library.exists()


def test_the_users_library_is_left_alone() -> None:
    users = Settings()

    with temporary_library([make_document("a/1.txt", FERRY)], users) as settings:
        assert settings.library != users.library
    assert not users.library.exists()


def test_the_same_words_under_two_names_are_two_documents() -> None:
    first, second = (make_document(name, FERRY) for name in ("a/1.txt", "a/2.txt"))

    assert first.id != second.id
