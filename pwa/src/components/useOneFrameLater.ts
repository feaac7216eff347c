import { useEffect, useState } from "preact/hooks";
import { afterFrame } from "../lib/idle";

/** Follow a value one frame behind: for what the eye does not wait for, and would make the tap wait. */
export function useOneFrameLater<T>(value: T): T {
  const [followed, follow] = useState(value);
  useEffect(() => (followed === value ? undefined : afterFrame(() => follow(() => value))), [value, followed]);
  return followed;
}
