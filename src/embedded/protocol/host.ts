/** The embedded Excel as an add-in meets it: requests in, answers out, events on the side. */

import type { Book } from "../book/book";
import { watchEvents } from "../objects/events/watch";
import { serviceObject } from "../objects/services";
import { workbookObject } from "../objects/workbook";
import { createEditing, type Editing } from "./editing";
import { ExcelError } from "./errors";
import { createEventRegistry, type EventEntry } from "./events";
import { type Execution, execute } from "./execute";
import { createFaults, type Fault, type Faults, faultError } from "./faults";
import { byteLength } from "./json";
import { type ApiSet, NEWEST_LEVEL } from "./level";
import { createReferences } from "./references";
import { parseRequest, type Request } from "./request";
import type { Scope } from "./scope";
import { createTrafficCounter, type Traffic } from "./traffic";

export interface HostOptions {
  /** The ExcelApi level that is admitted; the newest known one without. */
  readonly apiLevel?: ApiSet;
  /** "zh-CN" without. */
  readonly locale?: string;
  /** Most bytes of a request and of an answer; Excel on the web's 5 MB without. */
  readonly payloadLimit?: number;
  /** Where `Excel.createWorkbook` opens its file; base64, or null for an empty workbook. */
  readonly onOpenWorkbook?: (base64: string | null) => void;
}

export interface ExcelHost {
  readonly book: Book;
  readonly apiLevel: ApiSet;
  readonly locale: string;
  /**
   * Answers the body of a `context.sync()`. `bytes` is its size as sent, `flags` office.js's request flags.
   * Everything the request does happens in one synchronous turn. Never fulfilled if a fault says so.
   */
  readonly answer: (body: unknown, bytes: number, flags: number) => Promise<string>;
  readonly onEvents: (listener: (entries: readonly EventEntry[]) => void) => () => void;
  readonly editing: Editing;
  readonly faults: Faults;
  readonly traffic: () => Traffic;
  readonly resetTraffic: () => void;
  /** How many objects office.js keeps by reference right now. */
  readonly referenceCount: () => number;
  readonly close: () => void;
}

/** The flag that `Excel.run({ delayForCellEdit: true }, …)` sets. */
const DELAY_FOR_CELL_EDIT = 64;
const MEGABYTE = 1024 * 1024;
const PAYLOAD_LIMIT = 5 * MEGABYTE;

export function createHost(book: Book, options: HostOptions = {}): ExcelHost {
  const { apiLevel = NEWEST_LEVEL, locale = "zh-CN", payloadLimit = PAYLOAD_LIMIT } = options;
  const references = createReferences(book);
  const registry = createEventRegistry();
  const editing = createEditing();
  const faults = createFaults();
  const traffic = createTrafficCounter();
  const runtime = { eventsEnabled: true };
  let isRunning = false;
  const events = watchEvents(book, { registry, byAddIn: () => isRunning, isEnabled: () => runtime.eventsEnabled });
  const scope: Scope = { book, level: apiLevel, locale, events: registry, references, runtime, openWorkbook: (base64) => options.onOpenWorkbook?.(base64) };
  const roots = { workbook: workbookObject(book), service: serviceObject };
  let received = 0;

  async function answer(body: unknown, bytes: number, flags: number): Promise<string> {
    const index = received;
    received += 1;
    const parsed = parse(body);
    const struck = faults.strike({ index, bytes, names: namesIn(parsed) });
    for (const fault of struck) if (fault.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    if (struck.some((fault) => fault.kind === "silence" && !fault.runs)) return never();
    if ((flags & DELAY_FOR_CELL_EDIT) !== 0) await editing.over();
    const text = perform(parsed, bytes, struck);
    return struck.some((fault) => fault.kind === "silence") ? never() : text;
  }

  function perform(request: Request | ExcelError, bytes: number, struck: readonly Fault[]): string {
    const refusal = refusalOf(bytes, struck);
    if (refusal !== null) return refuse(refusal, bytes, null);
    if (request instanceof ExcelError) return refuse(request, bytes, null);
    isRunning = true;
    const execution = execute(request, roots, references, scope, failurePoint(struck));
    isRunning = false;
    const text = executionBody(execution);
    const bytesOut = byteLength(text);
    if (bytesOut > payloadLimit) return refuse(new ExcelError("ResponsePayloadSizeLimitExceeded"), bytes, execution);
    traffic.record({ bytesIn: bytes, bytesOut, ...doneIn(execution), error: execution.failure?.code ?? null });
    return text;
  }

  function refuse(error: ExcelError, bytesIn: number, execution: Execution | null): string {
    const text = errorBody(error);
    traffic.record({ bytesIn, bytesOut: byteLength(text), ...doneIn(execution), error: error.code });
    return text;
  }

  /** Why the whole request is refused before anything runs. */
  function refusalOf(bytes: number, struck: readonly Fault[]): ExcelError | null {
    if (bytes > payloadLimit) return new ExcelError("RequestPayloadSizeLimitExceeded");
    for (const fault of struck) if (fault.kind === "error" && fault.atAction === undefined) return faultError(fault);
    return editing.isOn() ? new ExcelError("InvalidOperationInCellEditMode") : null;
  }

  return {
    book,
    apiLevel,
    locale,
    answer,
    onEvents: events.subscribe,
    editing,
    faults,
    traffic: traffic.read,
    resetTraffic: traffic.reset,
    referenceCount: references.count,
    close: () => {
      events.close();
      references.close();
    },
  };
}

function doneIn(execution: Execution | null): { readonly actions: number; readonly calls: readonly string[] } {
  return { actions: execution?.results.length ?? 0, calls: execution?.calls ?? [] };
}

function parse(body: unknown): Request | ExcelError {
  try {
    return parseRequest(body);
  } catch (error) {
    if (error instanceof ExcelError) return error;
    throw error;
  }
}

function namesIn(request: Request | ExcelError): readonly string[] {
  if (request instanceof ExcelError) return [];
  const names: string[] = [];
  for (const path of request.paths.values()) if (path.kind === "method" || path.kind === "property") names.push(path.name);
  for (const action of request.actions) if (action.kind === "method" || action.kind === "set") names.push(action.name);
  return names;
}

function failurePoint(struck: readonly Fault[]): { readonly index: number; readonly error: ExcelError } | null {
  for (const fault of struck) if (fault.kind === "error" && fault.atAction !== undefined) return { index: fault.atAction, error: faultError(fault) };
  return null;
}

function executionBody({ results, traceIds, failure }: Execution): string {
  return JSON.stringify({
    Results: results,
    ...(traceIds.length === 0 ? {} : { TraceIds: traceIds }),
    ...(failure === null ? {} : { Error: { Code: failure.code, Message: failure.message, ActionIndex: failure.actionIndex, Location: failure.location } }),
  });
}

/** Without an action index: nothing ran. */
function errorBody(error: ExcelError): string {
  return JSON.stringify({ Error: { Code: error.code, Message: error.message } });
}

function never(): Promise<never> {
  return new Promise(() => {});
}
