"""A real server with a model of chance: whatever it writes, the answer is whole and cited."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep

import pytest

from rag.assembling.assembly import build_assistant
from rag.results import Status, Support
from rag.settings import Settings

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(
        not all(map(find_spec, ("fastapi", "accelerate"))),
        reason="needs pip install 'transformers[serving]' accelerate",
    ),
]

BOOT_S = 120
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789 .,:;?!§[]()<>»«-–\n"
TEMPLATE = "{% for message in messages %}{{ message['content'] }}\n{% endfor %}"


def write_llama(folder: Path) -> Path:
    """Write a Llama of two layers with weights of chance, which reads letter by letter."""
    import torch
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    torch.manual_seed(1)
    vocabulary = {letter: n for n, letter in enumerate(["<unk>", "<s>", "</s>", *LETTERS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"[\s\S]"), "isolated")
    tokenizer.decoder = decoders.Fuse()
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="<unk>", bos_token="<s>", eos_token="</s>"
    )
    fast.chat_template = TEMPLATE
    fast.save_pretrained(str(folder))
    config = LlamaConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=16_384,
        bos_token_id=1,
        eos_token_id=2,
    )
    LlamaForCausalLM(config).save_pretrained(str(folder))
    return folder


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Serve the model; return the server's address and the model's name."""
    folder = write_llama(tmp_path_factory.mktemp("llama") / "model")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("transformers")), "serve", str(folder)]
    offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(folder.parent / "hub")}
    with subprocess.Popen(  # noqa: S603 - our own command line
        [*command, "--host", "127.0.0.1", "--port", str(port)],
        env=os.environ | offline,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}/v1", str(folder)
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = monotonic() + BOOT_S
    while monotonic() < deadline:
        assert server.poll() is None, "transformers serve ended by itself"
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            sleep(0.5)
    pytest.fail("transformers serve did not start")


def test_a_model_of_chance_changes_nothing_that_is_shown(
    served: tuple[str, str], shared_settings: Settings
) -> None:
    url, name = served
    update = {"llm": f"openai:{name}", "llm_base_url": url, "llm_output_tokens": 50}

    answer = build_assistant(shared_settings.model_copy(update=update)).ask(
        "Vad sades om vindkraft på Stormhöjden?"
    )

    assert Status.ANSWERED is answer.status
    assert {Support.SUPPORTED} == {statement.support for statement in answer.statements}
    assert "extractive" == answer.model
    assert "kan inte nås" not in answer.notes[-1]
