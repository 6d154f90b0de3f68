/** The keys that move in a list. */

/** Rows one press of Page Up or Page Down moves by. */
const PAGE = 10;

const TARGETS: Readonly<Record<string, (current: number, length: number) => number>> = {
  ArrowDown: (current) => current + 1,
  ArrowUp: (current) => current - 1,
  PageDown: (current) => current + PAGE,
  PageUp: (current) => current - PAGE,
  Home: () => 0,
  End: (_, length) => length - 1,
};

/** Where a key moves to from the current row (-1: none yet), within the list; null for a key that does not move. */
export function targetOf(key: string, current: number, length: number): number | null {
  const target = TARGETS[key]?.(current, length);
  return target === undefined ? null : Math.max(0, Math.min(length - 1, target));
}
