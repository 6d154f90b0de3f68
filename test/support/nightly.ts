/** The nightly run tries everything; a usual run takes a sample, so that it ends while somebody waits. */
export const IS_NIGHTLY = process.env.NIGHTLY === "1";

/** How often a property is tried. */
export function runs(usual: number, nightly: number): number {
  return IS_NIGHTLY ? nightly : usual;
}
