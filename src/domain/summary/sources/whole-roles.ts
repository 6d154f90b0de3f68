/** The amounts that a line or a table is told by. */
export const WHOLE_ROLES = ["original-budget", "adjusted-budget", "expenditure"] as const;
export type WholeRole = (typeof WHOLE_ROLES)[number];
