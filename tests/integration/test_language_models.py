"""Answers in a language model's words, through real HTTP, whatever the server does."""

from collections.abc import Callable, Iterator
from functools import cache
from time import monotonic
from typing import Any

import pytest
from model_server import Body, ModelServer, Reply, model_server

from rag.assembling.assembly import build_assistant
from rag.assistant import Assistant
from rag.errors import LanguageModelError
from rag.results import Answer, Status, Support
from rag.settings import Settings

QUESTION = "Vad sades om vindkraft på Stormhöjden?"
HONEST = (
    "Bolaget Blåsväder vill bygga sex vindkraftverk på Stormhöjden [1]. "
    "Grannarna är oroliga för buller [1]."
)
LIES = (
    "Bolaget Blåsväder vill bygga sexton vindkraftverk på Stormhöjden [1].",
    "Grannarna är glada över vindkraftverken [1].",
    "Kommunstyrelsen beslutade att tillstyrka ansökan [1].",
    "Bolaget Solsken vill bygga sex vindkraftverk på Stormhöjden [1].",
    "Ansökan kostade 4 miljoner kronor [2].",
    "Vindkraftverken invigdes den 3 juni 2024 [1].",
)

Build = Callable[..., Assistant]


@pytest.fixture(scope="module")
def running() -> Iterator[ModelServer]:
    with model_server() as server:
        yield server


@pytest.fixture(autouse=True)
def server(running: ModelServer) -> ModelServer:
    running.asked.clear()
    running.keys.clear()
    running.says(HONEST)
    return running


def openai(server: ModelServer) -> dict[str, Any]:
    return {"llm": "openai:m", "llm_base_url": f"{server.url}/v1"}


def ollama(server: ModelServer) -> dict[str, Any]:
    return {"llm": "ollama:m", "llm_base_url": server.url}


PROTOCOLS = [pytest.param(openai, id="openai"), pytest.param(ollama, id="ollama")]


@pytest.fixture(scope="module", params=PROTOCOLS)
def build(request: pytest.FixtureRequest, running: ModelServer, shared_settings: Settings) -> Build:
    """Return what builds an assistant that asks the server, in each protocol."""
    return cache(lambda **more: build_with(shared_settings, request.param(running) | more))


def build_with(settings: Settings, update: dict[str, Any]) -> Assistant:
    return build_assistant(settings.model_copy(update=update))


def texts(answer: Answer) -> list[str]:
    return [statement.text for statement in answer.statements]


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


def test_an_honest_model_words_the_answer(build: Build) -> None:
    answer = build().ask(QUESTION)

    assert answer.model.endswith(":m")
    assert Status.ANSWERED is answer.status
    assert [
        "Bolaget Blåsväder vill bygga sex vindkraftverk på Stormhöjden.",
        "Grannarna är oroliga för buller.",
    ] == texts(answer)
    assert {Support.SUPPORTED} == {statement.support for statement in answer.statements}


def test_numbers_of_sources_become_the_exact_words_that_carry_the_sentence(build: Build) -> None:
    answer = build().ask(QUESTION)

    assert [
        "Bolaget Blåsväder vill bygga sex vindkraftverk på Stormhöjden.",
        "Grannarna är oroliga för buller.",
    ] == quotes(answer)


def test_the_answer_grows_sentence_by_sentence(build: Build) -> None:
    lengths = [len(answer.statements) for answer in build().ask_streaming(QUESTION)]

    assert [1, 2, 2] == lengths


def test_the_first_sentence_is_shown_before_the_last_is_written(
    build: Build, server: ModelServer
) -> None:
    server.says(HONEST, every_s=0.03)
    assistant = build()
    next(iter(assistant.ask_streaming(QUESTION)))  # the libraries are loaded now

    start = monotonic()
    times = [monotonic() - start for _ in assistant.ask_streaming(QUESTION)]

    assert times[0] < times[-1] - 0.1


def test_no_lie_is_shown_as_supported(build: Build, server: ModelServer) -> None:
    server.says(" ".join(f"{lie} {HONEST}" for lie in LIES))

    for answer in build().ask_streaming(QUESTION):
        said = [s.text for s in answer.statements if s.support is Support.SUPPORTED]
        assert [] == [lie for lie in LIES if lie.split(" [")[0].rstrip(".") in " ".join(said)]


def test_unsupported_sentences_are_struck_out_and_counted(
    build: Build, server: ModelServer
) -> None:
    server.says(f"{LIES[0]} {HONEST}")

    answer = build().ask(QUESTION)

    assert [Support.SUPPORTED] * 2 == [statement.support for statement in answer.statements]
    assert any("En mening från språkmodellen ströks" in note for note in answer.notes)


def test_unsupported_sentences_are_marked_when_the_setting_says_so(
    build: Build, server: ModelServer
) -> None:
    server.says(f"{LIES[0]} {HONEST}")

    answer = build(llm_unsupported="mark").ask(QUESTION)

    assert [Support.UNSUPPORTED, Support.SUPPORTED, Support.SUPPORTED] == [
        statement.support for statement in answer.statements
    ]
    assert "(inte belagt: Talet sexton står inte i det citerade.)" in answer.text
    assert any("saknar belägg" in note for note in answer.notes)


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("Grannarna är oroliga för buller.", id="no number"),
        pytest.param("Grannarna är oroliga för buller [17].", id="invented number"),
        pytest.param("Grannarna är oroliga för buller. [3]", id="another number"),
        pytest.param("- **Grannarna är oroliga för buller** 【1】", id="Markdown"),
        pytest.param(
            "<think>Vad [1] är det?</think>Grannarna är oroliga för buller.", id="thought"
        ),
    ],
)
def test_missing_citations_are_found(build: Build, server: ModelServer, reply: str) -> None:
    server.says(reply)

    answer = build().ask(QUESTION)

    assert "Grannarna är oroliga för buller." == quotes(answer)[0]
    assert answer.model.endswith(":m")


def test_what_lies_nearest_the_question_is_never_pushed_aside(
    build: Build, server: ModelServer, assistant: Assistant
) -> None:
    server.says("Platserna räcker inte till alla [2].")
    nearest = set(quotes(assistant.ask(QUESTION)))

    answer = build().ask(QUESTION)

    assert nearest <= set(quotes(answer))


def test_decisions_are_shown_in_their_own_words(build: Build, server: ModelServer) -> None:
    server.says("Kommunstyrelsen beslutade att avstyrka ansökan [1].")

    answer = build().ask(QUESTION)

    assert "att avstyrka ansökan" == texts(answer)[0]


HURRY = {
    "first_s": {"llm_first_word_s": 0.5},
    "every_s": {"llm_timeout_s": 2.0},
    "endless": {"llm_output_tokens": 100},
}
FAILURES = [
    pytest.param({"status": 500}, "felkod 500", id="error"),
    pytest.param({"status": 429}, "har för mycket att göra", id="too many"),
    pytest.param({"status": 401}, "MOTESMINNE_LLM_API_KEY", id="wrong key"),
    pytest.param({"status": 404}, "har ingen sådan modell", id="no such model"),
    pytest.param({"status": 400}, "godtog inte frågan", id="bad request"),
    pytest.param({"raw": "data: {broken\n\n{broken\n"}, "inte kan läsas", id="broken JSON"),
    pytest.param({"raw": "<html>Inte här</html>"}, "Språkmodellen", id="a web page"),
    pytest.param({"raw": ""}, "inte kan läsas", id="nothing at all"),
    pytest.param({"text": ""}, "svarade ingenting", id="empty reply"),
    pytest.param({"text": HONEST, "closes": True}, "Språkmodellen", id="broken connection"),
    pytest.param({"first_s": 3}, "började inte svara", id="silent"),
    pytest.param({"text": HONEST * 20, "every_s": 0.2}, "blev inte klar", id="slow"),
    pytest.param({"endless": True}, "Språkmodellen", id="endless"),
    pytest.param({"text": "Tyvärr, jag kan inte svara på det."}, "fann inget svar", id="refusal"),
    pytest.param({"text": "Det framgår inte av protokollen."}, "fann inget svar", id="not found"),
    pytest.param(
        {"text": "The company wants to build six wind turbines on the hill [1]."},
        "svarade inte på svenska",
        id="English",
    ),
    pytest.param({"text": "Zork blipp [1]. Fnatt kvack [9]."}, "belägger", id="nonsense"),
    pytest.param(
        {"text": "Kommunen köpte en flodhäst [44]."}, "källor som inte finns", id="invented source"
    ),
    pytest.param({"text": "Bolaget", "finish": "length"}, "slutet av en mening", id="cut at once"),
]


@pytest.mark.parametrize(("behaviour", "reason"), FAILURES)
def test_the_extracts_come_instead_and_say_why(
    build: Build, server: ModelServer, assistant: Assistant, behaviour: dict[str, Any], reason: str
) -> None:
    server.says(**behaviour)
    extracted = assistant.ask(QUESTION)

    [hurry] = [HURRY[name] for name in behaviour if name in HURRY] or [{}]
    answer = build(**hurry).ask(QUESTION)

    assert "extractive" == answer.model
    assert (extracted.statements, extracted.citations) == (answer.statements, answer.citations)
    assert reason in answer.notes[-1]
    assert answer.notes[-1].endswith("Svaret är därför ordagranna utdrag.")
    assert "Ignore" not in answer.notes[-1]


def test_a_server_that_is_down_is_told(shared_settings: Settings, assistant: Assistant) -> None:
    for name, path in (("openai:m", "/v1"), ("ollama:m", "")):
        update = {"llm": name, "llm_base_url": f"http://127.0.0.1:9{path}"}
        answer = build_assistant(shared_settings.model_copy(update=update)).ask(QUESTION)

        assert assistant.ask(QUESTION).statements == answer.statements
        assert "kan inte nås: kontrollera att servern är igång" in answer.notes[-1]


def test_a_reply_cut_at_its_limit_loses_its_last_sentence(
    build: Build, server: ModelServer
) -> None:
    server.says("Grannarna är oroliga för buller [1]. Bolaget Blåsväder vill", finish="length")

    answer = build().ask(QUESTION)

    assert "Grannarna är oroliga för buller." == texts(answer)[0]
    assert "Bolaget Blåsväder vill" not in texts(answer)
    assert any("avbröts" in note for note in answer.notes)


def test_what_is_not_found_is_not_asked_of_the_model(build: Build, server: ModelServer) -> None:
    answer = build().ask("Vad kostar kärnfysikernas kvasarteleskop?")

    assert Status.NOT_FOUND is answer.status
    assert [] == server.asked


def test_whole_lists_are_not_worded_anew(build: Build, server: ModelServer) -> None:
    answer = build().ask("Vilka deltog på styrelsemötet i Bäckinge cykelförening?")

    assert answer.is_list
    assert [] == server.asked


def test_evidence_that_does_not_fit_is_counted(build: Build, server: ModelServer) -> None:
    answer = build(llm_context_tokens=1_300, llm_output_tokens=300).ask(QUESTION)

    assert ["Grannarna är oroliga för buller."] == texts(answer)[1:]
    assert any("avsnitt; resten fick inte plats" in note for note in answer.notes)


def test_a_context_too_small_for_anything_is_told(build: Build, server: ModelServer) -> None:
    answer = build(llm_context_tokens=1_024, llm_output_tokens=900).ask(QUESTION)

    assert "MOTESMINNE_LLM_CONTEXT_TOKENS" in answer.notes[-1]
    assert [] == server.asked


def user_text(body: Body) -> str:
    return str(body["messages"][-1]["content"])


def test_the_model_reads_numbered_sources_and_the_question(
    build: Build, server: ModelServer
) -> None:
    build().ask(QUESTION)

    [body] = server.asked
    assert "[1] Sammanträdesprotokoll" in user_text(body)
    assert user_text(body).endswith(f"Fråga: {QUESTION}")
    assert "Grannarna är oroliga för buller." in user_text(body)


def test_openai_gets_key_limit_and_extra_parameters(
    server: ModelServer, shared_settings: Settings
) -> None:
    update = {
        "llm_api_key": "hemlig",
        "llm_output_tokens": 123,
        "llm_parameters": '{"max_tokens": 123, "chat_template_kwargs": {"thinking": false}}',
    }
    settings = Settings(**{**shared_settings.model_dump(), **openai(server), **update})

    build_assistant(settings).ask(QUESTION)

    [body] = server.asked
    assert ["Bearer hemlig"] == server.keys
    assert 123 == body["max_tokens"]
    assert {"thinking": False} == body["chat_template_kwargs"]
    assert "hemlig" not in repr(settings)


def test_ollama_is_told_how_much_it_is_to_read(
    server: ModelServer, shared_settings: Settings
) -> None:
    update = {**ollama(server), "llm_parameters": '{"seed": 7}', "llm_context_tokens": 5_000}

    build_assistant(shared_settings.model_copy(update=update)).ask(QUESTION)

    [body] = server.asked
    assert {"num_ctx": 5_000, "num_predict": 600, "temperature": 0.0, "seed": 7}.items() <= (
        body["options"].items()
    )


def test_nothing_is_sent_to_others_whatever_the_environment_says(
    build: Build, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
        monkeypatch.setenv(name, "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_x")

    assert build().ask(QUESTION).model.endswith(":m")  # and the guard against the network is quiet


def test_a_follow_up_is_put_in_full_when_the_setting_says_so(
    build: Build, server: ModelServer, assistant: Assistant
) -> None:
    server.says_in_turn("Vad sades om buller på Stormhöjden?", HONEST)
    asking = build(llm_rewrite_follow_ups=True)

    *_, answer = asking.ask_streaming("och om buller?", earlier=[assistant.ask(QUESTION)])

    assert "och om buller?" == answer.question
    assert any("«Vad sades om buller på Stormhöjden?»" in note for note in answer.notes)
    assert 2 == len(server.asked)


def test_a_follow_up_put_in_words_that_nobody_asked_is_not_believed(
    build: Build, server: ModelServer, assistant: Assistant
) -> None:
    server.says_in_turn("Vad kostar badhuset?", HONEST)
    asking = build(llm_rewrite_follow_ups=True)

    *_, answer = asking.ask_streaming(QUESTION, earlier=[assistant.ask("Vad sades om ESF?")])

    assert QUESTION in user_text(server.asked[-1])
    assert answer.model.endswith(":m")


def test_the_search_is_widened_when_nothing_is_found_and_the_setting_says_so(
    build: Build, server: ModelServer
) -> None:
    server.says_in_turn(f"Vem köpte en flodhäst?\n{QUESTION}", HONEST)

    answer = build(llm_widen_search=True).ask("Vad kostar kärnfysikernas kvasarteleskop?")

    assert Status.PARTIAL is answer.status
    assert any(f"språkmodellen föreslog «{QUESTION}»" in note for note in answer.notes)


@pytest.mark.parametrize(("most", "calls"), [(1, 0), (2, 1), (3, 1)])
def test_calls_are_limited(build: Build, server: ModelServer, most: int, calls: int) -> None:
    server.says("Kvasar?\nTeleskop?")
    assistant = build(llm_widen_search=True, llm_rewrite_follow_ups=True, llm_most_calls=most)

    assistant.ask("Vad kostar kärnfysikernas kvasarteleskop?")

    assert calls == len(server.asked)


def test_a_failure_costs_no_more_calls(
    build: Build, server: ModelServer, assistant: Assistant
) -> None:
    server.script = lambda _: Reply(status=400)
    asking = build(llm_rewrite_follow_ups=True)

    *_, answer = asking.ask_streaming(QUESTION, earlier=[assistant.ask("Vad sades om ESF?")])

    assert 1 == len(server.asked)
    assert "extractive" == answer.model


@pytest.mark.parametrize(
    ("update", "message"),
    [
        pytest.param({"llm": "llama3.2"}, "med kolon", id="no provider"),
        pytest.param({"llm": "openai:"}, "med kolon", id="no model"),
        pytest.param({"llm": "openai:m"}, "MOTESMINNE_LLM_BASE_URL", id="no server"),
    ],
)
def test_settings_that_cannot_be_right_are_told_at_once(
    shared_settings: Settings, update: dict[str, Any], message: str
) -> None:
    with pytest.raises(LanguageModelError, match=message):
        build_assistant(shared_settings.model_copy(update=update))


def test_parameters_that_the_class_does_not_take_are_told(
    server: ModelServer, shared_settings: Settings
) -> None:
    update = {**ollama(server), "llm_parameters": '{"temperature": "varmt"}'}

    answer = build_assistant(shared_settings.model_copy(update=update)).ask(QUESTION)

    assert "MOTESMINNE_LLM_PARAMETERS" in answer.notes[-1]


def test_an_unknown_kind_of_server_is_told(shared_settings: Settings) -> None:
    update = {"llm": "okand:m", "llm_base_url": "http://127.0.0.1:9"}

    answer = build_assistant(shared_settings.model_copy(update=update)).ask(QUESTION)

    assert "godtar inte inställningarna" in answer.notes[-1]
