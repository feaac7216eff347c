from __future__ import annotations

from typing import TYPE_CHECKING, Any

from server.questions.models import Question, Remark

from .test_events import event, send, statuses

if TYPE_CHECKING:
    from .conftest import House

URL = "/api/v1/shops/miramas/questions"
REMARKS = "/api/v1/shops/miramas/remarks"


def asked(seq: int = 1, **more: Any) -> dict[str, Any]:
    said = {"question": "La capuche passe-t-elle sur un casque ?", "ref": "trilogy-shell", "answers": {"size": "M"}}
    return event(seq, kind="dont-know", payload={**said, **more})


def remark(seq: int, text: str, **more: Any) -> dict[str, Any]:
    return event(seq, kind="remark", payload={"text": text, "about": "range", **more})


def test_an_answer_reaches_the_shop_and_nobody_learns_who_asked(shop: House) -> None:
    seller, manager = shop.person("seller", name="Ana"), shop.person("manager", name="Luc")
    sent = asked()
    assert statuses(send(seller, sent, sent)) == ["accepted", "duplicate"]
    first = seller.get(URL)
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert "Ana" not in first.text
    (question,) = first.get_json()["questions"]
    assert (question["ref"], question["answers"], question["answer"]) == ("trilogy-shell", {"size": "M"}, None)
    tag = {"If-None-Match": first.headers["ETag"]}
    assert seller.get(URL, headers=tag).status_code == 304

    answer = manager.post(f"{URL}/{sent['id']}/answer", json={"answer": "Oui, jusqu’au 58."})
    assert answer.get_json()["answered_role"] == "manager"
    again = seller.get(URL, headers=tag)
    assert again.status_code == 200
    assert again.get_json()["questions"][0]["answer"] == "Oui, jusqu’au 58."
    assert "Luc" not in again.text
    assert shop.rows(Question)[0].answered_by == "Luc"


def test_a_better_answer_takes_the_place_of_the_first(shop: House) -> None:
    sent = asked(ref=None, answers=None)
    send(shop.person("seller"), sent)
    shop.person("manager").post(f"{URL}/{sent['id']}/answer", json={"answer": "Non."})
    shop.person("merchandiser").post(f"{URL}/{sent['id']}/answer", json={"answer": "Oui."})
    (row,) = shop.rows(Question)
    assert (row.answer, row.answered_role, row.ref, row.answers) == ("Oui.", "merchandiser", None, None)


def test_only_the_shop_and_the_brand_may_read_and_answer(one_shop: House) -> None:
    sent = asked()
    send(one_shop.person("seller"), sent)
    away = one_shop.person("manager", shop="annecy")
    assert away.get(URL).status_code == 403
    assert away.get(REMARKS).status_code == 403
    assert away.post(f"{URL}/{sent['id']}/answer", json={"answer": "Oui."}).status_code == 403
    elsewhere = f"/api/v1/shops/annecy/questions/{sent['id']}/answer"
    assert away.post(elsewhere, json={"answer": "Oui."}).status_code == 404
    assert one_shop.person("seller").get(REMARKS).status_code == 403
    assert one_shop.person("merchandiser", shop="annecy").get(URL).status_code == 200
    assert away.get("/api/v1/shops/nowhere/questions").status_code == 404
    empty = one_shop.person("manager").post(f"{URL}/{sent['id']}/answer", json={"answer": ""})
    assert empty.get_json()["errors"][0]["field"] == "answer"


def test_the_newest_question_stands_first(one_shop: House) -> None:
    early = asked(1, question="Première ?") | {"at": "2026-11-21T09:00:00+01:00"}
    late = asked(2, question="Seconde ?") | {"at": "2026-11-21T10:00:00+01:00"}
    send(one_shop.person("seller"), late, early)
    questions = one_shop.person("manager").get(URL).get_json()["questions"]
    assert [question["question"] for question in questions] == ["Seconde ?", "Première ?"]


def test_remarks_are_listed_page_by_page_newest_first(shop: House) -> None:
    send(
        shop.person("seller"),
        remark(1, "Trop de noir."),
        remark(2, "Elle gratte.", about="product", ref="trilogy-shell"),
        remark(3, "On étouffe ici.", about="shop"),
    )
    manager = shop.person("manager")
    first = manager.get(REMARKS, query_string={"limit": 2}).get_json()
    assert [one["text"] for one in first["items"]] == ["On étouffe ici.", "Elle gratte."]
    rest = manager.get(REMARKS, query_string={"limit": 2, "cursor": first["next_cursor"]}).get_json()
    assert [one["text"] for one in rest["items"]] == ["Trop de noir."]
    assert rest["next_cursor"] is None
    assert len(shop.rows(Remark)) == 3


def test_a_text_has_its_bounds(one_shop: House) -> None:
    seller = one_shop.person("seller")
    wrong = [remark(1, ""), remark(2, "x" * 501), remark(3, "x", about="weather"), asked(4, question="x" * 501)]
    assert set(statuses(send(seller, *wrong))) == {"rejected:invalid"}
    assert statuses(send(seller, remark(5, "x" * 500), asked(6, question="é" * 500))) == ["accepted"] * 2
