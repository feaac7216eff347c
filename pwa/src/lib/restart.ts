/** Begin again from nothing: what the page holds in its memory is gone, what is stored stays. */
export function restart(): void {
  location.reload();
}
