"""The file that says how visitors sign in is read whole, or not at all, and told clearly."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from rag.access import EVERYTHING, Access
from rag.errors import ServerError
from rag.settings import Settings
from ui.guarding import policy_file
from ui.guarding.person import Grant
from ui.guarding.policy import Policy
from ui.guarding.policy_file import read_policy
from ui.guarding.roles import Role

ADDRESS = 'address = "https://protokoll.gransele.example"'
ISSUER = 'issuer = "https://login.gransele.example/realms/kommunen"'
CLIENT = 'client_id = "motesminne"'
GROUPS = """
[groups.idrott]
bodies = ["Idrottsnämnden", "Fritidsutskottet"]
role = "editor"

[groups."4711-kansli"]
bodies = "*"
role = "admin"
"""
ROOT = Path(__file__).parents[4]
SECRET = SecretStr("vid-kvarnen-4711")


def written(folder: Path, *lines: str) -> Path:
    path = folder / "inloggning.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def read(folder: Path, *lines: str) -> Policy:
    return read_policy(written(folder, *lines), Settings(client_secret=SECRET))


def test_each_group_has_its_bodies_and_role(tmp_path: Path) -> None:
    policy = read(tmp_path, ISSUER, CLIENT, ADDRESS, GROUPS)
    sport = Access(frozenset({"Idrottsnämnden", "Fritidsutskottet"}))

    assert {
        "idrott": Grant(role=Role.EDITOR, access=sport),
        "4711-kansli": Grant(role=Role.ADMIN, access=EVERYTHING),
    } == policy.groups
    assert ("protokoll.gransele.example", True) == (policy.host, policy.is_secure)


def test_the_example_that_is_handed_out_is_right(tmp_path: Path) -> None:
    example = ROOT / "deploy" / "inloggning.toml"
    text = example.read_text(encoding="utf-8")
    (tmp_path / "klienthemlighet").write_text("vid-kvarnen", encoding="utf-8")
    policy = read(tmp_path, text)

    assert set(Role) == {grant.role for grant in policy.groups.values()}
    assert all(name in text for name in policy_file._File.model_fields)


PROBLEMS = [
    pytest.param([CLIENT, ADDRESS, GROUPS], "saknas issuer", id="no issuer"),
    pytest.param([ISSUER, CLIENT, ADDRESS], "saknas groups", id="no groups"),
    pytest.param([ISSUER, CLIENT, ADDRESS, "[groups]"], "minst en grupp", id="none of them"),
    pytest.param(
        [ISSUER.replace("https", "http"), CLIENT, ADDRESS, GROUPS],
        r"kan issuer inte vara så: .* börjar med https://",
        id="an issuer in the open",
    ),
    pytest.param(
        [ISSUER, CLIENT, ADDRESS[:-1] + '/app"', GROUPS],
        "kan address inte vara så: .* utan sökväg",
        id="an address with a path",
    ),
    pytest.param(
        [ISSUER, CLIENT, ADDRESS, GROUPS.replace("editor", "boss")],
        r"kan groups\.idrott\.role inte vara så: .* reader, editor eller admin",
        id="an unknown role",
    ),
    pytest.param(
        [ISSUER, CLIENT, ADDRESS, GROUPS.replace('"*"', '"Idrottsnämnden"')],
        r"kan groups\.4711-kansli\.bodies inte vara så: .* en lista",
        id="a body that is no list",
    ),
    pytest.param(
        [ISSUER, CLIENT, ADDRESS, GROUPS.replace('["Idrottsnämnden", "Fritidsutskottet"]', "[]")],
        r"kan groups\.idrott\.bodies inte vara så",
        id="no bodies",
    ),
    pytest.param([ISSUER, CLIENT, ADDRESS, "hours = 3", GROUPS], "är hours okänt", id="unknown"),
    pytest.param(
        [ISSUER, CLIENT, ADDRESS, "session_hours = 0", GROUPS],
        "kan session_hours inte vara så: .* större än noll",
        id="no time",
    ),
    pytest.param([ISSUER, "client_id ="], "är inte TOML", id="no TOML"),
]


@pytest.mark.parametrize(("lines", "sentence"), PROBLEMS)
def test_what_is_wrong_is_told(tmp_path: Path, lines: list[str], sentence: str) -> None:
    with pytest.raises(ServerError, match=sentence):
        read(tmp_path, *lines)


def test_an_absent_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match=r"inte\.toml kan inte läsas"):
        read_policy(tmp_path / "inte.toml", Settings())


def test_the_secret_may_be_in_a_file_beside(tmp_path: Path) -> None:
    (tmp_path / "hemlighet").write_text("vid-kvarnen\n", encoding="utf-8")
    policy = read(tmp_path, ISSUER, CLIENT, ADDRESS, 'client_secret_file = "hemlighet"', GROUPS)

    assert "vid-kvarnen" == policy.client_secret.get_secret_value()
    assert "kvarnen" not in repr(policy)


def test_no_secret_is_told(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="MOTESMINNE_CLIENT_SECRET"):
        read_policy(written(tmp_path, ISSUER, CLIENT, ADDRESS, GROUPS), Settings())


def test_a_secret_in_the_file_itself_is_refused_and_not_told(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="är client_secret okänt") as caught:
        read(tmp_path, ISSUER, CLIENT, ADDRESS, 'client_secret = "kvarnen"', GROUPS)

    assert "kvarnen" not in str(caught.value)
    assert caught.value.__suppress_context__


CLAIMS = {"iss": "https://login.gransele.example", "sub": "17"}


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        pytest.param(["idrott"], [Role.EDITOR], id="one"),
        pytest.param(["4711-kansli", "idrott", "idrott"], [Role.ADMIN, Role.EDITOR], id="several"),
        pytest.param("idrott", [Role.EDITOR], id="one that is no list"),
        pytest.param(["Idrott", "annat"], [], id="others"),
        pytest.param(None, [], id="none told"),
        pytest.param({"idrott": True}, [], id="another shape"),
        pytest.param([["idrott"], 7, None], [], id="things that are no names"),
    ],
)
def test_somebody_gets_what_their_groups_have(
    tmp_path: Path, told: object, roles: list[Role]
) -> None:
    person = read(tmp_path, ISSUER, CLIENT, ADDRESS, GROUPS).person(CLAIMS | {"groups": told})

    assert roles == [grant.role for grant in person.grants]


def test_groups_may_be_told_by_another_name(tmp_path: Path) -> None:
    policy = read(tmp_path, ISSUER, CLIENT, ADDRESS, 'groups_claim = "roles"', GROUPS)

    assert policy.person(CLAIMS | {"roles": ["idrott"]}).grants


def test_people_of_two_issuers_are_not_the_same(tmp_path: Path) -> None:
    policy = read(tmp_path, ISSUER, CLIENT, ADDRESS, GROUPS)

    assert policy.person(CLAIMS).id != policy.person(CLAIMS | {"iss": "https://annan"}).id
