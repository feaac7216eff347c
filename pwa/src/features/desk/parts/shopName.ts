/** What a shop is called, as far as this device knows it. */
import { snapshot } from "../../../state";

export function shopName(id: string): string {
  const own = snapshot.peek()?.shop;
  return own?.id === id ? own.name : id;
}
