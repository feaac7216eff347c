/** What finds the next step, in a file of its own: nobody asks for it on the first screen. */
export { refine } from "../../finder/refine";
