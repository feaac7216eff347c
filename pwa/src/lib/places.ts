/** How far each visited page was scrolled. */

const places = new Map<string, number>();

const here = (): string => `${history.state?.depth ?? 0} ${location.hash}`;

/** Where the page of the present address was left, in pixels from its top; 0 where it is new. */
export const placeLeft = (): number => places.get(here()) ?? 0;

/** Remember how far each visited page was scrolled. */
export function startScrollMemory(): void {
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => places.set(here(), scrollY), { passive: true });
}
