/**
 * Whether the address still begins with this path.
 *
 * On a phone a panel lies over its room and is closed by going to another page: what closes it must not go back then.
 */
export const isStill = (path: string): boolean => location.hash.startsWith(`#${path}`);
