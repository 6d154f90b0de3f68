import type { TextCheck } from "../check";

/** A line with money that no sentence covers, in a table that the text tells line by line. */
export const missingInText: TextCheck = { id: "missing-in-text", scope: "text", severities: ["warning"], parameters: {} };
