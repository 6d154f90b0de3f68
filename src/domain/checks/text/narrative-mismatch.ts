import type { TextCheck } from "../check";

/** A sentence that disagrees with itself, with another sentence, or with the tables. */
export const narrativeMismatch: TextCheck = { id: "narrative-mismatch", scope: "text", severities: ["error", "warning", "info"], parameters: {} };
