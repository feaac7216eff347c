/** F9: fifty events that one person has not sent, while another one has the phone, without a network, and with a 401. */
import { expect, test } from "vitest";
import { forgetSession, readOutbox, saveSession } from "../../../pwa/src/db";
import { freshStorage, openPage, SESSION } from "./pages";
import { json, PROBLEM, server } from "./server";

freshStorage();

const UNSENT = 50;
const BEN = { ...SESSION, person: { id: "ben", name: "Ben", role: "seller" as const } };

test("they stay on the phone under their author's name, unread and unsent, until the author is back", async () => {
  const offline = server(() => "offline");
  const first = await openPage();
  for (let mark = 0; mark < UNSENT; mark += 1) await first.note("try-on", { mark });
  await first.flush();
  const recorded = await readOutbox();
  await forgetSession();
  await saveSession(BEN);
  const taken = server(() => "", offline);
  const second = await openPage();
  await second.note("try-on", { mark: "ben" });
  await second.flush();
  expect([...taken.events.values()].map(({ author }) => author)).toEqual(["ben"]);
  expect(second.unsent.value.filter(second.isMine)).toEqual([]);
  taken.answers = () => json(PROBLEM(401, "unauthenticated"), 401);
  await second.flush();
  expect(await readOutbox()).toEqual(recorded);
  await saveSession(SESSION);
  taken.answers = () => undefined;
  const third = await openPage();
  await third.startOutbox();
  await third.flush();
  expect(await readOutbox()).toEqual([]);
  const authors = [...taken.events.values()].map(({ author }) => author);
  expect(authors.filter((author) => author === "ana")).toHaveLength(UNSENT);
  expect(taken.conflicts).toBe(0);
});
