import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { standings } from "../../pwa/src/state/training";
import {
  card,
  fetchAll,
  key,
  ONE,
  OTHER,
  open,
  press,
  recorded,
  served,
  setUp,
  shows,
  tearDown,
  text,
} from "./learning";

beforeEach(setUp);
afterEach(tearDown);

describe("a session", () => {
  test("asks the weightiest first, tells why at once, and records each answer", async () => {
    await open("cards");
    await shows("Question a ?");
    await press("La bonne");
    await shows("C’est juste");
    expect(text()).toContain("Parce que a.");
    expect(text()).toContain("450 g");
    expect(document.querySelector(`a[href="#/product/${ONE.ref}"]`)).not.toBeNull();
    expect(document.querySelector('a[href="https://www.example.com/piece"]')?.textContent).toContain("example.com");
    expect(document.activeElement?.tagName).toBe("H1");
    await shows("Enregistré");
    expect(await recorded()).toEqual([
      {
        kind: "training",
        card: "a",
        version: "aaaaaaaaaaaa",
        rating: 3,
        correct: true,
        took_ms: expect.any(Number),
      },
    ]);
    expect(standings.peek().get("a")?.proven).toBe(true);
  });

  test("asks once more at the end what was missed, and says so at the end", async () => {
    served.cards = served.cards.slice(0, 2);
    await fetchAll();
    await open("cards");
    await press("L’autre");
    await shows("Pas cette fois");
    expect(text()).toContain("La bonne réponse");
    await press("Fiche suivante");
    await press("La bonne");
    await press("Fiche suivante");
    await shows("Question a ?");
    await press("Je ne sais pas");
    await shows("Voici la réponse");
    await press("Voir le bilan");
    await shows("1 sur 2 juste du premier coup");
    expect(text()).toContain("À garder en tête");
    await vi.waitFor(async () =>
      expect(
        (await recorded()).map(({ card: id, rating, correct }: Record<string, unknown>) => [id, rating, correct]),
      ).toEqual([
        ["a", 1, false],
        ["b", 3, true],
        ["a", 1, false],
      ]),
    );
  });

  test("can be answered by keys alone", async () => {
    await open("cards");
    await shows("Question a ?");
    await key("9");
    expect(text()).toContain("Question a ?");
    await key("1");
    await shows("C’est juste");
    await key("2");
    await key("Enter");
    await shows("Question b ?");
    expect(await recorded()).toHaveLength(1);
  });

  test("is found again where it was left", async () => {
    await open("cards");
    await press("La bonne");
    await press("Fiche suivante");
    await open();
    await shows("Il reste 2 fiches de votre série");
    await press("Reprendre");
    await open("cards");
    await shows("Question b ?");
  });

  test("goes on without a card whose piece has left", async () => {
    await open("cards");
    await press("La bonne");
    served.cards = served.cards.filter(({ id }) => id !== "b");
    await fetchAll();
    await press("Fiche suivante");
    await shows("Question c ?");
    expect(text()).toContain("2 sur 2");
  });

  test("says that nothing was stored, and tries once more when told to", async () => {
    await open("cards");
    const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await press("La bonne");
    await shows("Pas enregistré");
    expect(await recorded()).toEqual([]);
    spy.mockRestore();
    await press("Enregistrer encore");
    await vi.waitFor(async () => expect(await recorded()).toHaveLength(1));
    await vi.waitFor(() => expect(text()).not.toContain("Pas enregistré"));
  });

  test("shows pieces by their drawings, and asks of a manager's answer only whether it is known", async () => {
    served.cards = [
      card("pair", {
        kind: "contrast",
        choices: [ONE, OTHER].map(({ ref, name }) => ({ id: ref, text: name, ref })),
        right: ONE.ref,
      }),
      card("told", {
        kind: "answer",
        choices: [
          { id: "known", text: "Je sais répondre" },
          { id: "new", text: "C’est nouveau" },
        ],
        right: "known",
        weight: 1,
      }),
    ];
    await fetchAll();
    await open("cards");
    expect(document.querySelectorAll("ul button svg[viewBox='0 0 96 96']")).toHaveLength(2);
    await press(OTHER.name);
    await shows("Pas cette fois");
    await press("Fiche suivante");
    await shows("C’est nouveau");
    expect(text()).not.toContain("Je ne sais pas");
    await press("C’est nouveau");
    await shows("Voici ce qu’on répond");
  });
});
