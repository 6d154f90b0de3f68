/** Whether the first-run guidance was read, on this computer. */

export interface GuidanceStore {
  isDismissed(): boolean;
  dismiss(): void;
}

const KEY = "budget-execution:guidance";

/** Where the browser keeps nothing, the guidance comes again. */
export function createGuidanceStore(storage: Pick<Storage, "getItem" | "setItem">): GuidanceStore {
  return {
    isDismissed: () => storage.getItem(KEY) !== null,
    dismiss: () => {
      try {
        storage.setItem(KEY, "dismissed");
      } catch {
        // Full: it costs the reader a click next time.
      }
    },
  };
}
