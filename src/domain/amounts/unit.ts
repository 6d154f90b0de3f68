/** The units Chinese finance offices count money in, and how many yuan each is. */
export const UNITS = { 元: 1, 千元: 1_000, 万元: 10_000, 亿元: 100_000_000 } as const;

export type Unit = keyof typeof UNITS;
