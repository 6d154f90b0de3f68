/** What went over the wire: counts since the last reset, and the latest requests one by one. */

export interface TrafficEntry {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly actions: number;
  /** Members used: "Worksheet.getRange", "Range.values =". */
  readonly calls: readonly string[];
  /** The error code it was answered with. */
  readonly error: string | null;
}

export interface Traffic {
  /** Answered requests; each is one `context.sync()`. */
  readonly syncs: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** The last requests, oldest first. */
  readonly log: readonly TrafficEntry[];
}

const LOG_LENGTH = 500;

export interface TrafficCounter {
  readonly read: () => Traffic;
  readonly record: (entry: TrafficEntry) => void;
  readonly reset: () => void;
}

export function createTrafficCounter(): TrafficCounter {
  let syncs = 0;
  let bytesIn = 0;
  let bytesOut = 0;
  let log: TrafficEntry[] = [];
  return {
    read: () => ({ syncs, bytesIn, bytesOut, log: [...log] }),
    record: (entry) => {
      syncs += 1;
      bytesIn += entry.bytesIn;
      bytesOut += entry.bytesOut;
      log.push(entry);
      if (log.length > LOG_LENGTH) log = log.slice(-LOG_LENGTH);
    },
    reset: () => {
      syncs = 0;
      bytesIn = 0;
      bytesOut = 0;
      log = [];
    },
  };
}
