"""An import as a job: whose turn it is, what a dead worker leaves, cancel, retry, discard; on both databases."""

from __future__ import annotations

import gc
import io
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from catalog import progress
from server import jobs
from server.catalogue.models import Revision
from server.database import db, now
from server.imports import queue, service, work
from server.imports.models import Import, ImportFile
from server.imports.shown import USUAL_SHARES
from server.jobs.apart import Limits
from server.jobs.keeper import Keeper

from .conftest import opened
from .small_range import SHELL
from .test_imports import CHEAPER, drop, dropped, price

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

    from .conftest import House

FILES = {"prices.csv": CHEAPER.encode()}
Kept = Callable[..., Keeper]
WAIT_SECONDS = 60


class Nobody:
    """Keepers that are looked for elsewhere."""

    def __init__(self) -> None:
        self.nudged = 0

    def nudge(self) -> None:
        self.nudged += 1


@pytest.fixture
def apart(shop: House) -> Iterator[Nobody]:
    """Let the server leave its work to others."""
    nobody = Nobody()
    jobs.attach(shop.app, nobody)
    yield nobody
    shop.app.extensions.pop("cordee-jobs")


def queued(shop: House) -> str:
    with shop.app.app_context():
        return service.submit("prices.csv", FILES, "Zoé").id


def row(shop: House, import_id: str) -> Import:
    [found] = [one for one in shop.rows(Import) if one.id == import_id]
    return found


@pytest.fixture(scope="module")
def apps() -> Iterator[dict[str, Flask]]:
    """The keeper's own application on each database: a keeper closes its connections before it forks."""
    with ExitStack() as stack:
        yield Opened(stack)


class Opened(dict[str, "Flask"]):
    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack

    def __missing__(self, url: str) -> Flask:
        self[url] = self._stack.enter_context(opened(url, migrate=False))
        return self[url]


@pytest.fixture
def kept(shop: House, apps: dict[str, Flask]) -> Kept:
    def keeper(**limits: int) -> Keeper:
        app = apps[shop.app.config["SQLALCHEMY_DATABASE_URI"]]
        return Keeper(app, Limits(**{"seconds": 60, "megabytes": 2048, **limits}))

    return keeper


def works(deed: Callable[[queue.Turn], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every worker do this instead."""
    monkeypatch.setattr(work, "carry_out", deed)


def in_background(deed: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=deed)
    thread.start()
    return thread


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_file_is_taken_at_once_and_tried_by_somebody_else(shop: House, kept: Kept, apart: Nobody) -> None:
    client = shop.person("merchandiser")
    headers = {"Prefer": "respond-async"}
    upload = {"file": (io.BytesIO(CHEAPER.encode()), "../../etc/prices.csv")}
    answer = client.post("/api/v1/imports", data=upload, headers=headers)
    assert (answer.status_code, answer.headers["Preference-Applied"]) == (202, "respond-async")
    said = answer.get_json()
    assert (said["state"], said["progress"], said["changes"]) == ("queued", None, {})
    assert apart.nudged == 1
    assert kept().look()
    done = client.get(answer.headers["Location"]).get_json()
    assert (done["state"], done["changes"]["counts"]["prices"]) == ("ready", 1)
    assert done["finished_at"]
    assert client.post(f"{answer.headers['Location']}/publish").status_code == 200
    assert price(shop) == 29990


def test_without_the_wish_the_answer_waits_for_the_work(shop: House, kept: Kept, apart: Nobody) -> None:
    client = shop.person("merchandiser")
    keeper = kept()
    stop = threading.Event()

    def keep() -> None:
        while not stop.is_set():
            keeper.look() or time.sleep(0.05)

    thread = in_background(keep)
    try:
        answer = drop(client, CHEAPER)
    finally:
        stop.set()
        thread.join()
    assert (answer.status_code, answer.get_json()["state"]) == (201, "ready")
    assert "Preference-Applied" not in answer.headers


def test_of_two_workers_one_gets_the_turn(shop: House) -> None:
    queued(shop)
    with shop.app.app_context():
        assert queue.claim() is not None
        assert queue.claim() is None


def test_they_are_taken_in_their_order(shop: House) -> None:
    first, second = queued(shop), queued(shop)
    with shop.app.app_context():
        turns = [queue.claim(), queue.claim()]
    assert [turn.import_id for turn in turns if turn] == [first, second]


def test_the_work_of_a_dead_worker_is_taken_up_again_and_its_late_word_changes_nothing(shop: House) -> None:
    import_id = queued(shop)
    with shop.app.app_context():
        dead = queue.claim()
        assert dead is not None
        assert queue.claim() is None
        grow_old(import_id)
        alive = queue.claim()
        assert alive is not None
        assert alive.import_id == dead.import_id
        assert not queue.beat(dead, {"stage": "read", "done": 1, "total": 2})
        assert not work.carry_out(dead)
        assert not queue.fail(dead, "import-crashed")
        assert work.carry_out(alive)
    assert row(shop, import_id).state == "ready"


def grow_old(import_id: str) -> None:
    late = sa.update(Import).where(Import.id == import_id).values(claimed_until=now() - timedelta(seconds=1))
    db.session.execute(late)
    db.session.commit()


def test_a_file_that_ends_every_worker_is_given_up(shop: House) -> None:
    import_id = queued(shop)
    with shop.app.app_context():
        for _ in range(queue.MOST_ATTEMPTS):
            assert queue.claim() is not None
            grow_old(import_id)
        assert queue.claim() is None
    client = shop.person("merchandiser")
    said = client.get(f"/api/v1/imports/{import_id}").get_json()
    assert (said["state"], bool(said["failure"])) == ("failed", True)
    assert client.post(f"/api/v1/imports/{import_id}/publish").get_json()["code"] == "import-not-ready"


def test_progress_is_seen_while_the_work_goes_on(shop: House, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = queued(shop)
    client = shop.person("merchandiser")
    seen: list[Any] = []
    heard = multiprocessing.get_context("fork").Event()

    def slow(turn: queue.Turn) -> None:
        progress.tell("compile", 50, 100)
        heard.wait(WAIT_SECONDS)

    works(slow, monkeypatch)
    looking = in_background(kept().look)
    address = f"/api/v1/imports/{import_id}"
    until(lambda: seen.append(client.get(address).get_json()["progress"]) or seen[-1] is not None)
    heard.set()
    looking.join()
    begin, end = USUAL_SHARES["compile"]
    assert seen[-1] == {"stage": "compile", "done": 50, "total": 100, "percent": (begin + end) // 2}


def test_a_cancelled_import_ends_its_worker(shop: House, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = queued(shop)
    works(lambda _: time.sleep(WAIT_SECONDS), monkeypatch)
    started = time.monotonic()
    looking = in_background(kept().look)
    until(lambda: row(shop, import_id).state == "running")
    client = shop.person("merchandiser")
    for _ in range(2):  # twice is once
        assert client.post(f"/api/v1/imports/{import_id}/cancel").get_json()["state"] == "cancelled"
    looking.join()
    assert time.monotonic() - started < WAIT_SECONDS
    assert row(shop, import_id).state == "cancelled"


def test_what_takes_too_long_or_too_much_memory_is_ended_with_a_sentence(
    shop: House, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def greedy(_: queue.Turn) -> None:
        bytearray(2 * 2**30)

    for deed, limits, failure in (
        (lambda _: time.sleep(WAIT_SECONDS), {"seconds": 1}, "import-slow"),
        (greedy, {"megabytes": 512}, "import-memory"),
    ):
        import_id = queued(shop)
        works(deed, monkeypatch)
        kept(**limits).look()
        found = row(shop, import_id)
        assert (found.state, found.failure, found.claim) == ("failed", failure, None)


def test_a_worker_that_is_killed_is_followed_by_another(
    shop: House, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_id = queued(shop)
    works(lambda _: os.kill(os.getpid(), signal.SIGKILL), monkeypatch)
    assert kept().look()
    assert row(shop, import_id).state == "queued"
    monkeypatch.undo()
    assert kept().look()
    assert (row(shop, import_id).state, row(shop, import_id).attempts) == ("ready", 2)


def test_a_keeper_that_must_go_leaves_its_work_to_the_next(
    shop: House, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_id = queued(shop)
    works(lambda _: time.sleep(WAIT_SECONDS), monkeypatch)
    keeper = kept()
    looking = in_background(keeper.look)
    until(lambda: row(shop, import_id).state == "running")
    keeper.stop()
    looking.join()
    found = row(shop, import_id)
    assert (found.state, found.claim) == ("queued", None)


def test_an_outdated_trial_is_repeated_on_the_newest_revision(shop: House) -> None:
    client = shop.person("merchandiser")
    first, second = dropped(client, CHEAPER), dropped(client, CHEAPER.replace("29990", "19990"))
    client.post(f"/api/v1/imports/{second['id']}/publish")
    address = f"/api/v1/imports/{first['id']}"
    assert client.get(address).get_json()["outdated"]
    again = client.post(f"{address}/retry")
    assert again.status_code == 200
    said = again.get_json()
    assert (said["state"], said["base_revision"], said["outdated"]) == ("ready", 2, False)
    assert said["changes"]["prices"][0]["before"] == [19990, 49990]
    assert price(shop) == 19990
    assert client.post(f"{address}/publish").status_code == 200
    assert price(shop) == 29990


def test_a_published_import_is_neither_tried_again_nor_forgotten(shop: House) -> None:
    client = shop.person("merchandiser")
    address = f"/api/v1/imports/{dropped(client, CHEAPER)['id']}"
    client.post(f"{address}/publish")
    assert client.post(f"{address}/retry").get_json()["code"] == "import-published"
    assert client.post(f"{address}/cancel").get_json()["code"] == "import-done"
    assert client.delete(address).get_json()["code"] == "import-published"
    assert shop.rows(ImportFile) == []


def test_a_discarded_import_is_gone_with_its_files(shop: House) -> None:
    client = shop.person("merchandiser")
    address = f"/api/v1/imports/{dropped(client, CHEAPER)['id']}"
    assert client.delete(address).status_code == 204
    assert client.get(address).status_code == 404
    assert (shop.rows(Import), shop.rows(ImportFile)) == ([], [])


def test_files_are_kept_under_ids_of_ours(shop: House) -> None:
    dropped(shop.person("merchandiser"), CHEAPER, "../../etc/passwd.csv")
    [file] = shop.rows(ImportFile)
    assert file.name not in file.id
    assert len(file.id) == 36


def test_two_files_of_one_name_are_both_read(shop: House) -> None:
    other = CHEAPER.replace("29990", "28000").replace(SHELL, "02000000000022")
    files = [(io.BytesIO(text.encode()), "prices.csv") for text in (CHEAPER, other)]
    answer = shop.person("merchandiser").post("/api/v1/imports", data={"file": files})
    assert answer.get_json()["changes"]["counts"]["prices"] == 2
    assert {file.name for file in shop.rows(ImportFile)} == {"prices.csv", "prices (2).csv"}


def test_the_list_is_paged_and_filtered(shop: House) -> None:
    client = shop.person("merchandiser")
    ids = [dropped(client, CHEAPER)["id"] for _ in range(3)]
    dropped(client, "shop,gtin,price_cents\nmiramas,nonsense,1\n")
    manager = shop.person("manager")
    page = manager.get("/api/v1/imports?state=ready&limit=2").get_json()
    assert [one["id"] for one in page["items"]] == ids[:0:-1]
    rest = manager.get(f"/api/v1/imports?state=ready&limit=2&cursor={page['next_cursor']}").get_json()
    assert ([one["id"] for one in rest["items"]], rest["next_cursor"]) == (ids[:1], None)


def test_what_is_taken_away_is_listed_and_confirmed_by_its_number(shop: House) -> None:
    client = shop.person("merchandiser")
    trial = dropped(
        client, "ref,weight_g,provenance,remove\ntrilogy-shell,,,oui\ngrid-fleece,-,demonstration,\n", "products.csv"
    )
    removals = trial["removals"]
    assert (removals["count"], removals["product"], removals["value"]) == (2, 1, 1)
    assert removals["listed"] == [
        {"kind": "product", "id": "trilogy-shell", "of": "trilogy-shell", "name": "Trilogy Shell"},
        {
            "kind": "value",
            "id": "grid-fleece",
            "of": "grid-fleece",
            "name": "Polaire Léger",
            "field": "properties.weight_g",
        },
    ]
    address = f"/api/v1/imports/{trial['id']}/publish"
    for said in (None, {}, {"confirm_removals": 1}, {"confirm_removals": 3}):
        refused = client.post(address, json=said) if said is not None else client.post(address)
        assert (refused.status_code, refused.get_json()["code"]) == (409, "import-removals")
        assert "2" in refused.get_json()["errors"][0]["message"]
    assert len(shop.rows(Revision)) == 1
    assert client.post(address, json={"confirm_removals": 2}).status_code == 200


def test_a_number_where_nothing_goes_is_refused_too(shop: House) -> None:
    client = shop.person("merchandiser")
    address = f"/api/v1/imports/{dropped(client, CHEAPER)['id']}/publish"
    assert client.post(address, json={"confirm_removals": 1}).status_code == 409


def test_of_two_publications_of_one_trial_one_is_refused(shop: House) -> None:
    client = shop.person("merchandiser")
    trial = dropped(client, CHEAPER)["id"]
    with shop.app.app_context():
        row = service.find(trial)
        service._refuse(row, 0)
        db.session.expunge(row)
        service.publish(trial, "Anne")
        with pytest.raises(service.Conflict):
            service._take(row)
    assert len(shop.rows(Revision)) == 2


def test_nobody_looks_for_cycles_during_a_dry_run_and_everybody_does_after_it(
    shop: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def breaks(*_: object) -> None:
        seen.append(gc.isenabled())
        raise RuntimeError("a fault")

    monkeypatch.setattr(work, "try_out", breaks)
    with shop.app.app_context():
        turn = queue.claim(only=service.submit("prices.csv", FILES, "Zoé").id)
        assert turn is not None
        with pytest.raises(RuntimeError):
            work.carry_out(turn)
    assert (seen, gc.isenabled()) == ([False], True)


def test_a_keeper_believed_dead_that_lives_on_writes_nothing(
    shop: House, kept: Kept, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The first keeper cannot say that it lives; a second one does its work; then the first comes to its end too."""
    import_id = queued(shop)
    began, go_on = tmp_path / "began", tmp_path / "go-on"
    carry_out, beat = work.carry_out, queue.beat

    def slow_at_first(turn: queue.Turn) -> bool:
        if not began.exists():
            began.touch()
            until(go_on.exists)
        return carry_out(turn)

    def unheard(turn: queue.Turn, said: Any) -> bool:
        if turn == unlucky:
            raise sa.exc.OperationalError("UPDATE", {}, Exception("database is locked"))
        return beat(turn, said)

    works(slow_at_first, monkeypatch)
    monkeypatch.setattr(queue, "beat", unheard)
    monkeypatch.setattr(queue, "BELIEVED", timedelta(seconds=1))
    first = in_background(kept().look)
    until(began.exists)
    unlucky = queue.Turn(import_id, str(row(shop, import_id).claim))
    monkeypatch.setattr(queue, "BELIEVED", timedelta(seconds=WAIT_SECONDS))
    until(kept().look)
    done = row(shop, import_id)
    assert (done.state, done.attempts, done.claim) == ("ready", 2, None)
    assert first.is_alive(), "an unheard sign of life ends no work"
    go_on.touch()
    first.join()
    assert [row(shop, import_id).finished_at, row(shop, import_id).state] == [done.finished_at, "ready"]
    with shop.app.app_context():
        service.publish(import_id, "Zoé")
    assert [each.number for each in shop.rows(Revision)] == [1, 2]


def test_a_busy_database_is_written_to_again(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = queued(shop)
    end, tried = queue.end, []

    def busy(turn: queue.Turn, **values: Any) -> bool:
        tried.append(turn)
        if len(tried) < work.WRITES:
            raise sa.exc.OperationalError("UPDATE", {}, Exception("database is locked"))
        return end(turn, **values)

    monkeypatch.setattr(queue, "end", busy)
    monkeypatch.setattr(work, "PAUSE_SECONDS", 0)
    with shop.app.app_context():
        turn = queue.claim(only=import_id)
        assert turn is not None
        assert work.carry_out(turn)
    assert row(shop, import_id).state == "ready"


def test_a_keeper_that_breaks_off_leaves_no_process(
    shop: House, kept: Kept, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    queued(shop)
    pid = tmp_path / "pid"
    works(lambda _: (pid.write_text(str(os.getpid())), time.sleep(WAIT_SECONDS)), monkeypatch)

    def breaks(*_: object) -> bool:
        until(lambda: pid.exists() and bool(pid.read_text()))
        raise RuntimeError("a fault of the keeper")

    monkeypatch.setattr(queue, "beat", breaks)
    with pytest.raises(RuntimeError, match="keeper"):
        kept().look()
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


def test_what_was_published_meanwhile_is_not_queued_again(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    import_id = dropped(shop.person("merchandiser"), CHEAPER)["id"]
    requeue = service._requeue

    def too_late(found: Import) -> None:
        db.session.expunge(found)
        service.publish(found.id, "Anne")
        requeue(found)

    monkeypatch.setattr(service, "_requeue", too_late)
    with shop.app.app_context(), pytest.raises(service.Conflict) as refused:
        service.retry(import_id, "Zoé")
    assert refused.value.code == "import-published"
    assert row(shop, import_id).state == "published"
