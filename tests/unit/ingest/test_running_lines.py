import pytest

from ingest.running_lines import drop_running_lines


def pages(*texts: str) -> list[str]:
    return [text.strip().replace(" / ", "\n") for text in texts]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            pages("Sida 1 (3) / Hej / du", "Sida 2 (3) / och / ni", "Sida 3 (3) / hej / då"),
            pages("Hej / du", "och / ni", "hej / då"), id="page numbers",
        ),
        pytest.param(
            pages("Hej / - 7 -", "och / - 8 -", "då / - 9 -"), pages("Hej", "och", "då"),
            id="page numbers from another start",
        ),
        pytest.param(
            pages("Byalaget 4/3 2024 / Hej", "Byalaget 4/3 2024 / du", "Byalaget 4/3 2024 / då"),
            pages("Byalaget 4/3 2024 / Hej", "du", "då"), id="header stays once",
        ),
        pytest.param(
            pages("Hej / Byakassan", "du / Byalaget", "där / Byakassan", "borta / Byakassan",
                  "då / Vägar"),
            pages("Hej / Byakassan", "du / Byalaget", "där / Byakassan", "borta / Byakassan",
                  "då / Vägar"),
            id="ends that are alike by chance",
        ),
        pytest.param(
            pages("Byalaget / Hej", "Byalaget / du", "", "Byalaget / då", "Bilaga"),
            pages("Byalaget / Hej", "du", "", "då", "Bilaga"), id="empty page and appendix",
        ),
        pytest.param(
            pages("Hej / Ängsgatan 2", "du / Ängsgatan 2", "då / Ängsgatan 2"),
            pages("Hej", "du", "då / Ängsgatan 2"), id="footer stays last",
        ),
        pytest.param(
            pages("Hej / Justerandes signatur | Utdragsbestyrkande",
                  "då / Justerandes signatur Utdragsbestyrkande"),
            pages("Hej", "då"), id="signatures go everywhere",
        ),
        pytest.param(
            pages("Framsida", "Byalaget / Hej", "Byalaget / du", "Byalaget / då"),
            pages("Framsida", "Byalaget / Hej", "du", "då"), id="cover without header",
        ),
        pytest.param(
            pages("Byalaget / § 1 Val / Beslut / Ja", "Byalaget / § 2 Vägar / Beslut / Nej",
                  "Byalaget / § 3 Slut / Beslut / Ja"),
            pages("Byalaget / § 1 Val / Beslut / Ja", "§ 2 Vägar / Beslut / Nej",
                  "§ 3 Slut / Beslut / Ja"),
            id="headings that begin pages",
        ),
        pytest.param(
            pages("Beslut / Ja", "Beslut / Nej", "Beslut / Ja"),
            pages("Beslut / Ja", "Beslut / Nej", "Beslut / Ja"), id="heading that repeats",
        ),
        pytest.param(
            pages("§ 1 Val / Hej", "§ 2 Val / du", "§ 3 Val / då"),
            pages("§ 1 Val / Hej", "§ 2 Val / du", "§ 3 Val / då"), id="paragraphs that count on",
        ),
        pytest.param(
            pages("Dnr BY 1 / Hej", "Dnr BY 1 / du", "Dnr BY 1 / då"),
            pages("Dnr BY 1 / Hej", "Dnr BY 1 / du", "Dnr BY 1 / då"), id="registration number",
        ),
        pytest.param(
            pages("Ett / Paus / a", "Två / Paus / b", "Tre / Paus / c"),
            pages("Ett / Paus / a", "Två / Paus / b", "Tre / Paus / c"), id="within the page",
        ),
        pytest.param(
            pages("Byalaget / Hej / 1", "Byalaget / då / 2"), pages("Byalaget / Hej", "då"),
            id="two pages",
        ),
        pytest.param(
            pages("Byalaget / Hej", "Laget / då"), pages("Byalaget / Hej", "Laget / då"),
            id="two pages that differ",
        ),
        pytest.param(pages("Hej / 1"), pages("Hej"), id="number of the only page"),
        pytest.param(pages("Hej / 30"), pages("Hej / 30"), id="another number"),
        pytest.param(pages("Sida 1", "Sida 2"), ["", ""], id="nothing else on the pages"),
        pytest.param([], [], id="no pages"),
    ],
)  # fmt: skip
def test_drops_what_pages_repeat_at_their_edges(given: list[str], expected: list[str]) -> None:
    assert expected == drop_running_lines(given)
