/** What works the pieces out ahead, in a file of its own: it comes when nobody waits. */
export { warmUp } from "../../finder/warm";
