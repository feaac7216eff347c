/** The secret of an invitation, out of a pasted link, its end, or the bare code. */
export function tokenIn(text: string): string | null {
  const after = /#\/invitation\/([^?#\s]+)/.exec(text)?.[1];
  const token = after ?? text.trim();
  return /^[\w.~-]{8,200}$/.test(token) ? token : null;
}
