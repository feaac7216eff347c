import { type Signal, useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import type { Product } from "../../catalogue/types";
import type { ResultData } from "../../components/ResultRow";
import type { SizeHere } from "../../components/SizeRow";
import { answers, snapshot } from "../../state";
import type { Instead } from "../instead/Instead";

type Props = Parameters<typeof Instead>[0];

interface GoneProps extends Pick<Props, "product" | "size" | "sought"> {
  colour: Signal<number>;
}

/** The alternatives are fetched when they are first needed; the service worker keeps them, so it works offline too. */
export function InsteadOf({ product, size, colour, sought }: GoneProps) {
  const Panel = useSignal<ComponentType<Props> | null>(null);
  useEffect(() => {
    void import("../instead/Instead").then((module) => {
      Panel.value = module.Instead;
    });
  }, [Panel]);
  if (!Panel.value) return null;
  const pick = (next: number) => {
    colour.value = next;
  };
  return <Panel.value product={product} size={size} colour={colour.value} onColour={pick} sought={sought} />;
}

/** The size that is not here in the colour on the screen; null where it is, or where nobody counted. */
export function goneSize(
  product: Product,
  result: ResultData,
  sizes: readonly SizeHere[],
): { size: string | null } | null {
  const asked = result.wanted ?? askedSize(product);
  if (asked === null) return sizes.length > 0 && sizes.every(({ quantity }) => quantity === 0) ? { size: null } : null;
  const here = sizes.find(({ size }) => size === asked);
  return here && here.quantity !== 0 ? null : { size: asked };
}

/** The customer's size for pieces of this kind. */
function askedSize({ category }: Product): string | null {
  const parameters = snapshot.value?.finder.parameters;
  const kind = parameters?.size_kinds[parameters.families[category] ?? ""] ?? "";
  return answers.value.sizes?.[kind] ?? (kind === "garment" ? (answers.value.size ?? null) : null);
}
