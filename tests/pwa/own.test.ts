import { afterEach, expect, test } from "vitest";
import {
  forgetViews,
  own,
  ownedBy,
  readAnswers,
  readSetting,
  saveAnswers,
  saveDraft,
  saveSetting,
} from "../../pwa/src/db";

afterEach(async () => {
  ownedBy("");
  await forgetViews("");
});

test("a view is kept apart for each one, and found again", async () => {
  ownedBy("paul");
  await saveAnswers({ activity: "ski-touring" });
  ownedBy("marie");
  expect(await readAnswers()).toBeUndefined();
  await saveAnswers({ activity: "hiking" });
  ownedBy("paul");
  expect(await readAnswers()).toEqual({ activity: "ski-touring" });
  expect(own("answers")).toBe("paul/answers");
  ownedBy("");
  expect(own("answers"), "a phone of one's own names nobody").toBe("answers");
});

test("whoever leaves takes the own views along, and nobody else's", async () => {
  ownedBy("paul");
  await saveAnswers({ activity: "ski-touring" });
  await saveDraft("remark", "pas fini");
  await saveSetting(own("theme"), "dark");
  ownedBy("marie");
  await saveAnswers({ activity: "hiking" });
  await saveSetting("last_delivery", "2026-11-23T10:00:00Z");
  await forgetViews("paul");
  expect(await readAnswers()).toEqual({ activity: "hiking" });
  expect(await readSetting("last_delivery"), "the phone's own state").toBeDefined();
  ownedBy("paul");
  expect(await readAnswers()).toBeUndefined();
  expect(await readSetting(own("theme"))).toBeUndefined();
});
