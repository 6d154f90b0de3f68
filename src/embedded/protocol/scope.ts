/** What an object may reach while an action runs. */

import type { Book } from "../book/book";
import type { EventRegistry } from "./events";
import type { ApiSet } from "./level";
import type { References } from "./references";

export interface Scope {
  readonly book: Book;
  readonly level: ApiSet;
  /** "zh-CN": the session's language, which decides separators and date patterns. */
  readonly locale: string;
  readonly events: EventRegistry;
  readonly references: References;
  /** What `context.runtime` switches for this add-in. */
  readonly runtime: { eventsEnabled: boolean };
  /** Opens a file (or an empty workbook) as a new window. */
  readonly openWorkbook: (base64: string | null) => void;
}
