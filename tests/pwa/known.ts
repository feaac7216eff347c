/** What the room of advice is shown in tests. */
import type { KnowledgeShown, KnownEntry, KnownField, KnownScale } from "../../pwa/src/lib/apiKnowledge";

export const field = (name: string, value: string, house: string | null = null): KnownField => ({
  field: name,
  value,
  house,
  label: "",
  unit: "",
  low: null,
  high: null,
  choices: [],
  scale: null,
});
const line = (part: "criterion" | "need" | "question", id: string, more: Partial<KnownEntry>): KnownEntry => ({
  part,
  id,
  name: id,
  families: [],
  hard: false,
  on: true,
  weight: null,
  when: "toujours",
  about: "",
  otherwise: false,
  behind: [],
  revision: 3,
  test: "",
  note: "",
  sources: [],
  related: [],
  fields: [],
  answers: [],
  ...more,
});
export const CURVE: KnownScale = { kind: "curve", of: "colonne d'eau", unit: "mm", low: 0, high: 40000, values: [] };
export const ENTRIES: KnownEntry[] = [
  line("criterion", "shell-dry", {
    name: "La pluie reste dehors.",
    families: ["shell"],
    weight: 18,
    when: "humidité : 3",
    about: "colonne d'eau : 10000 → 100",
    otherwise: true,
    test: "colonne d'eau : 10000 → 100",
    sources: [{ says: "Une règle", address: "https://example.org/regle", evidence: "read", conflict: "" }],
    fields: [
      field("weight", "18", "14"),
      field("on", "yes"),
      field("when", "slot: any, shell"),
      { ...field("scale_1", "0: 0 | 10000: 100"), scale: CURVE },
      field("reason_fr", "La pluie reste dehors."),
      field("reason_en", "The rain stays outside."),
      field("reason_de", "Der Regen bleibt draußen."),
    ],
  }),
  line("criterion", "pack-light", {
    name: "Il est léger.",
    families: ["pack"],
    on: false,
    weight: 6,
    about: "poids",
    otherwise: true,
    fields: [field("weight", "6"), field("on", "no", "yes")],
  }),
  line("need", "pack.litres", {
    name: "Sacs : litres à emporter",
    families: ["pack"],
    about: "30 l (activité : ski de rando) · 20 l (durée : journée)",
    fields: [
      { ...field("value_1", "30"), label: "activité : ski de rando", unit: "l", low: 5, high: 100 },
      { ...field("value_2", "20"), label: "durée : journée", unit: "l", low: 5, high: 100 },
      { ...field("steps", "12 | 20 | 30"), label: "litres", unit: "l", low: -300, high: 1000 },
    ],
  }),
  line("question", "weather", {
    name: "Par quel temps ?",
    on: false,
    otherwise: true,
    fields: [field("on", "no", "yes"), field("stage", "2"), field("label_fr", "Par quel temps ?")],
    answers: [{ id: "weather.rain", name: "Pluie", fields: [field("label_fr", "Pluie")] }],
  }),
];
export const SHOWN: KnowledgeShown = {
  revision: 3,
  families: { shell: "Protection", pack: "Sacs" },
  conditions: [
    {
      key: "slot",
      label: "cherché",
      values: [
        { value: "shell", label: "protection" },
        { value: "any", label: "rien de précis" },
      ],
    },
    {
      key: "windy",
      label: "vent fort",
      values: [
        { value: "false", label: "non" },
        { value: "true", label: "oui" },
      ],
    },
  ],
  lines: ENTRIES,
};
export const PREVIEW = {
  levels: [],
  level: null,
  unit: "",
  better: 1,
  worse: 0,
  same: 4,
  open_count: 2,
  pieces: [{ ref: "trilogy", name: "Trilogy", brand: "Millet", property: null, value: 10000, before: 60, after: 80 }],
};

export const TOUCHES = {
  customers_count: 4,
  customers_all: 589,
  customers: [{ id: "day", says: "Un sac à la journée.", first: "Access 25", agrees: true }],
  requests_count: 7,
  requests_all: 20,
  requests: [{ says: "Sac · Journée", times: 7 }],
  lines: [{ field: "value_2", customers: 4, requests: 7 }],
};
