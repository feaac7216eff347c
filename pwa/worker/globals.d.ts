/** Written in by the build: every file of it, with its revision where the name has no hash, and the hash of its bytes. */
/** Workbox's types bring the page's `self` with them. */
interface Window {
  __WB_MANIFEST: { url: string; revision: string | null; integrity?: string }[];
}
