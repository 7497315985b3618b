"""A paper as Markdown."""

import pytest

from ui.exports.markdown import markdown, safe
from ui.exports.paper import Paper
from ui.exports.text import text

EXPECTED = """\
# Styrelsen 4 mars 2024

*Sammanfattning av protokoll*

- **Plats:** Båthuset

## I korthet

- Taket läcker.[^1]

### § 2 Taket

Taket är gammalt.[^1] Plåten, 1\\*2 \\<m\\>, finns på <https://plat.example/a_b>.[^2]

- **Yrkande:** bifall

> **Beslut**
>
> att lägga plåt[^1][^2]

| Vad | Vem |
| --- | --- |
| Tor \\| beställer[^1] | \\=Tor |
| Måla | – |

---

*Framställd av Mötesminne.*

[^1]: Styrelsen 2024-03-04, §\N{NO-BREAK SPACE}2 Taket, s. 2 (mars.pdf)
[^2]: Styrelsen 2024-03-04, s. 3 (mars.pdf): ”Plåten är grå.”
"""

PLAIN = """\
Styrelsen 4 mars 2024
=====================
Sammanfattning av protokoll

Plats: Båthuset

I korthet
---------

- Taket läcker. [1]

§ 2 Taket

Taket är gammalt. [1] Plåten, 1*2 <m>, finns på https://plat.example/a_b. [2]

- Yrkande: bifall

  Beslut:
  | att lägga plåt [1][2]

- Tor | beställer [1]
    Vem: =Tor
- Måla
    Vem: –

Framställd av Mötesminne.

[1] Styrelsen 2024-03-04, §\N{NO-BREAK SPACE}2 Taket, s. 2 (mars.pdf)
[2] Styrelsen 2024-03-04, s. 3 (mars.pdf): ”Plåten är grå.”
"""


def test_a_paper_is_markdown_with_footnotes(paper: Paper) -> None:
    assert markdown(paper) == EXPECTED


def test_a_paper_is_plain_text_with_its_sources_last(paper: Paper) -> None:
    assert text(paper) == PLAIN


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("- inget streck", r"\- inget streck", id="list"),
        pytest.param("2024. Ett år", r"2024\. Ett år", id="numbered list"),
        pytest.param("2,5 miljoner", "2,5 miljoner", id="number"),
        pytest.param("-5 grader", "-5 grader", id="below zero"),
        pytest.param("# rubrik", r"\# rubrik", id="heading"),
        pytest.param("[^1] not", r"\[^1\] not", id="note"),
        pytest.param("<script>", r"\<script\>", id="html"),
        pytest.param("R&D_x", r"R\&D\_x", id="entity and emphasis"),
        pytest.param("(se http://a.se/x).", "(se <http://a.se/x>).", id="address"),
    ],
)
def test_words_are_never_marks(words: str, expected: str) -> None:
    assert expected == safe(words)
