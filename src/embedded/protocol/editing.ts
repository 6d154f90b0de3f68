/** Cell editing: while the user types into a cell, Excel refuses requests, or holds those that asked to wait. */

export interface Editing {
  readonly isOn: () => boolean;
  readonly begin: () => void;
  readonly end: () => void;
  /** Fulfilled when nobody is editing. */
  readonly over: () => Promise<void>;
}

export function createEditing(): Editing {
  let isOn = false;
  let waiting: (() => void)[] = [];
  return {
    isOn: () => isOn,
    begin: () => {
      isOn = true;
    },
    end: () => {
      isOn = false;
      const released = waiting;
      waiting = [];
      for (const release of released) release();
    },
    over: () =>
      isOn
        ? new Promise((resolve) => {
            waiting.push(resolve);
          })
        : Promise.resolve(),
  };
}
