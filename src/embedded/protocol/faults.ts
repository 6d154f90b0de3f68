/** Faults on demand, so that tests can see what an add-in makes of a host that fails. */

import { type ErrorCode, ExcelError } from "./errors";

/** Which request a fault strikes: the nth from now on (0 is the next), every request, or those for which it says yes. */
export type FaultTarget = number | "every" | ((request: RequestFacts) => boolean);

export interface RequestFacts {
  /** Count of requests before this one. */
  readonly index: number;
  readonly bytes: number;
  /** The members it uses, so far as they can be told before it runs: names of methods and set properties. */
  readonly names: readonly string[];
}

export type Fault =
  /** Refused before anything ran; or, with `atAction`, after the actions before that one ran. */
  | { readonly kind: "error"; readonly code: ErrorCode; readonly atAction?: number }
  /** Never answered, after having run or without. */
  | { readonly kind: "silence"; readonly runs: boolean }
  | { readonly kind: "delay"; readonly milliseconds: number };

export interface Faults {
  /** Faults given to a number strike once; the others stay until cleared. */
  readonly add: (target: FaultTarget, fault: Fault) => void;
  readonly clear: () => void;
  /** Those that strike this request. */
  readonly strike: (request: RequestFacts) => readonly Fault[];
}

export function createFaults(): Faults {
  let armed: { readonly matches: (request: RequestFacts) => boolean; readonly fault: Fault }[] = [];
  let seen = 0;
  return {
    add: (target, fault) => {
      armed.push({ matches: matcherOf(target, seen), fault });
    },
    clear: () => {
      armed = [];
    },
    strike: (request) => {
      seen = request.index + 1;
      return armed.filter(({ matches }) => matches(request)).map(({ fault }) => fault);
    },
  };
}

function matcherOf(target: FaultTarget, seen: number): (request: RequestFacts) => boolean {
  if (target === "every") return () => true;
  if (typeof target === "number") return ({ index }) => index === seen + target;
  return target;
}

/** The error that a fault makes an action or the whole request fail with. */
export function faultError(fault: Extract<Fault, { kind: "error" }>): ExcelError {
  return new ExcelError(fault.code);
}
