/** Parts of the add-in that are loaded when they are first used. */

import { done, failed, type Outcome } from "./problem";

/** They come from the server that its page came from, which may be out of reach by now: `part-not-loaded`. */
export async function loadPart<T>(load: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return done(await load());
  } catch {
    return failed({ code: "part-not-loaded" });
  }
}
