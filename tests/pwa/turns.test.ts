import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changePhone, ownedBy, readOutbox, readPhone, readSession, readVerifier } from "../../pwa/src/db";
import { hasKey } from "../../pwa/src/lib/net";
import { PINS, Server, sessionOf, share, WRONG, wipe } from "./shared-phone";

const restarted = vi.hoisted(() => vi.fn());
vi.mock("../../pwa/src/lib/restart", () => ({ restart: restarted }));
// Each start of a test would be one more open window that hears the others.
vi.mock("../../pwa/src/lib/windows", () => ({ openChannel: () => () => {} }));

let server: Server;

/** Start the application's state anew, as a fresh page does. */
async function started() {
  vi.resetModules();
  const [session, phone, turns, outbox] = await Promise.all([
    import("../../pwa/src/state/session"),
    import("../../pwa/src/state/phone"),
    import("../../pwa/src/state/turns"),
    import("../../pwa/src/state/outbox"),
  ]);
  const net = await import("../../pwa/src/lib/net");
  const { online } = await import("../../pwa/src/state/online");
  await session.startSession();
  return { ...session, ...phone, ...turns, ...outbox, hasKey: net.hasKey, online };
}

beforeEach(async () => {
  await wipe();
  ownedBy("");
  restarted.mockClear();
  server = new Server();
  server.install();
  for (const level of ["warn", "info", "error"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("a lock", () => {
  test("throws the key away at once, on the disk too, and ends the session", async () => {
    await share("paul", server);
    const app = await started();
    expect(app.session.value?.person.id).toBe("paul");
    expect(app.hasKey()).toBe(true);
    await app.lock();
    expect(app.locked.value).toBe(true);
    expect(app.closed.value).toBe(true);
    expect(app.hasKey()).toBe(false);
    expect(await readSession()).toBeUndefined();
    expect((await readPhone())?.key).toBeNull();
    expect(server.asked).toContainEqual({ key: "DELETE /api/v1/session", person: "paul" });
  });

  test("holds without a network, and after a restart", async () => {
    await share("paul", server);
    server.reachable = false;
    await (await started()).lock();
    const app = await started();
    expect(app.locked.value).toBe(true);
    expect(app.session.value).toBeNull();
    expect(app.hasKey()).toBe(false);
  });

  test("is nothing on a phone of one's own", async () => {
    const app = await started();
    await app.lock();
    expect(app.locked.value).toBe(false);
  });

  test("is found by whoever starts a phone that was left for longer than it may be", async () => {
    await share("paul", server, { touched_at: new Date(Date.now() - 11 * 60_000).toISOString() });
    expect((await started()).locked.value).toBe(true);
    await share("paul", server, { touched_at: new Date(Date.now() + 3_600_000).toISOString() });
    expect((await started()).locked.value, "a clock that was set back").toBe(true);
    await share("paul", server, { touched_at: new Date(Date.now() - 9 * 60_000).toISOString() });
    expect((await started()).locked.value).toBe(false);
  });
});

describe("taking a phone", () => {
  test("again opens the very page, without a restart", async () => {
    await share("paul", server);
    const app = await started();
    await app.lock("idle");
    await app.take("paul", PINS.paul as string);
    expect(app.locked.value).toBe(false);
    expect(app.hasKey()).toBe(true);
    expect(restarted).not.toHaveBeenCalled();
  });

  test("from another one begins from nothing, in the own name", async () => {
    await share("paul", server);
    const app = await started();
    await app.lock();
    await app.take("marie", PINS.marie as string);
    expect(restarted).toHaveBeenCalledOnce();
    expect(app.locked.value, "nothing is shown until the page has begun anew").toBe(true);
    const next = await started();
    expect(next.session.value?.person.id).toBe("marie");
    expect(next.hasKey()).toBe(true);
  });

  test("with a wrong code says what the server says", async () => {
    await share(null, server);
    const app = await started();
    await expect(app.take("paul", WRONG)).rejects.toMatchObject({ status: 403 });
    expect(app.locked.value).toBe(true);
    expect(await readVerifier("paul")).toBeUndefined();
  });

  test("that is out of service marks it, and wipes nothing", async () => {
    await share(null, server);
    server.revoked = true;
    const app = await started();
    await expect(app.take("paul", PINS.paul as string)).rejects.toMatchObject({ status: 401 });
    expect(app.sessionRevoked.value).toBe(true);
    expect((await readPhone())?.revoked).toBe(true);
  });
});

describe("without a network", () => {
  /** A phone that has seen Marie's code online, and that nobody has now. */
  async function known() {
    await share(null, server);
    await (await started()).take("marie", PINS.marie as string);
    const app = await started();
    await app.lock();
    server.reachable = false;
    restarted.mockClear();
    return started();
  }

  test("a code that the server has seen here opens the phone, and nothing is sent in that name yet", async () => {
    await (await known()).take("marie", PINS.marie as string);
    expect(restarted).toHaveBeenCalledOnce();
    const app = await started();
    expect(app.session.value?.person.id).toBe("marie");
    expect(app.unconfirmed.value).toBe(true);
    expect(app.maySend()).toBe(false);
    await app.note("remark", { text: "hors ligne", about: "shop" });
    server.reachable = true;
    await app.flush();
    expect(server.asked.filter(({ key }) => key === "POST /api/v1/events")).toEqual([]);
    expect(await readOutbox()).toHaveLength(1);

    // The code came along, sealed, and nothing of it is left; the server sees it at the next contact.
    expect(await readPhone()).not.toHaveProperty("passing");
    await app.checkSession();
    expect(app.unconfirmed.value).toBe(false);
    expect(app.maySend()).toBe(true);
    await vi.waitFor(() => expect(server.asked.map(({ key }) => key)).toContain("POST /api/v1/events"));
    expect(server.asked.find(({ key }) => key === "POST /api/v1/events")?.person).toBe("marie");
  });

  test("asks for the code once more where it did not come along", async () => {
    await (await known()).take("marie", PINS.marie as string);
    await changePhone(({ passing: _, ...kept }) => kept);
    const app = await started();
    server.reachable = true;
    await app.checkSession();
    expect(app.unconfirmed.value).toBe(true);
    expect(app.locked.value, "she goes on; only the sending waits").toBe(false);
  });

  test("a code that was never seen here does not open it", async () => {
    const app = await known();
    await expect(app.take("paul", PINS.paul as string)).rejects.toMatchObject({ key: "lock.offline.none" });
    expect(app.locked.value).toBe(true);
  });

  test("five wrong codes wipe the check, and the server is asked again", async () => {
    const app = await known();
    for (const n of [4, 3, 2, 1])
      await expect(app.take("marie", WRONG)).rejects.toMatchObject({ key: "lock.offline.wrong", n });
    await expect(app.take("marie", WRONG)).rejects.toMatchObject({ key: "lock.offline.wiped" });
    expect(await readVerifier("marie")).toBeUndefined();
    await expect(app.take("marie", PINS.marie as string)).rejects.toMatchObject({ key: "lock.offline.none" });
    server.reachable = true;
    await app.take("marie", PINS.marie as string);
    expect(restarted).toHaveBeenCalled();
  });

  test("a manager has no more than a seller's rights until the server has seen the code", async () => {
    server.roles.marie = "manager";
    const app = await known();
    await app.take("marie", PINS.marie as string);
    expect((await started()).session.value?.person.role).toBe("seller");
  });

  test("the code is shown to the server at the next contact, in the same page", async () => {
    await share("paul", server);
    const app = await started();
    await app.lock("idle");
    await app.take("paul", PINS.paul as string);
    await app.lock("idle");
    server.reachable = false;
    await app.take("paul", PINS.paul as string);
    expect(app.unconfirmed.value).toBe(true);
    server.reachable = true;
    await app.checkSession();
    expect(app.unconfirmed.value).toBe(false);
    expect(app.hasKey()).toBe(true);
    expect(restarted).not.toHaveBeenCalled();
  });

  test("a code that the server no longer takes locks the phone and is forgotten", async () => {
    await share("paul", server);
    const app = await started();
    await app.lock("idle");
    await app.take("paul", PINS.paul as string);
    await app.lock("idle");
    server.reachable = false;
    await app.take("paul", PINS.paul as string);
    const before = PINS.paul as string;
    PINS.paul = "903517";
    server.reachable = true;
    await app.checkSession();
    PINS.paul = before;
    expect(app.locked.value).toBe(true);
    expect(await readVerifier("paul")).toBeUndefined();
  });
});

describe("what the server says", () => {
  test("ends the turn of somebody who was taken off, and forgets the check", async () => {
    await share("paul", server);
    const app = await started();
    await app.lock("idle");
    await app.take("paul", PINS.paul as string);
    expect(await readVerifier("paul")).toBeDefined();
    server.people = ["marie"];
    await app.checkSession();
    expect(app.locked.value).toBe(true);
    expect(app.phone.value?.people.map(({ id }) => id)).toEqual(["marie"]);
    expect(await readVerifier("paul")).toBeUndefined();
  });

  test("asks for the code where the turn is over, and keeps the page", async () => {
    await share("paul", server);
    const app = await started();
    server.keys.clear();
    await app.checkSession();
    expect(app.locked.value).toBe(true);
    expect(app.lockReason.value).toBe("ended");
    expect(app.session.value?.person.id).toBe("paul");
  });
});

describe("own data", () => {
  test("goes with whoever leaves; what waits stays, and the server hears of it later", async () => {
    await share("paul", server);
    const app = await started();
    const { ownedBy: owned, saveAnswers: save, readAnswers: read } = await import("../../pwa/src/db");
    await save({ activity: "ski-touring" });
    server.reachable = false;
    await app.note("remark", { text: "à garder", about: "shop" });
    await app.leave();
    expect(restarted).toHaveBeenCalledOnce();
    expect((await readOutbox()).map(({ author }) => author)).toEqual(["paul"]);
    expect(await readSession()).toBeUndefined();
    owned("paul");
    expect(await read()).toBeUndefined();
    const next = await started();
    expect(next.phone.value?.people.map(({ id }) => id)).toEqual(["marie"]);
    server.reachable = true;
    await next.checkSession();
    expect(server.people).toEqual(["marie"]);
    expect((await readPhone())?.leaving).toEqual([]);
  });
});

test("a phone of one's own is not touched by any of it", async () => {
  const { saveSession } = await import("../../pwa/src/db");
  await saveSession({ ...sessionOf("paul"), phone: null });
  const app = await started();
  expect(app.phone.value).toBeNull();
  expect(app.locked.value).toBe(false);
  expect(app.maySend()).toBe(true);
  expect(hasKey()).toBe(false);
});
