/** The real office.js in Node, talking to an embedded Excel: for tests and benches. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createContext, Script } from "node:vm";
import type { Book } from "../book/book";
import { createHost, type ExcelHost, type HostOptions } from "../protocol/host";
import { byteLength, isRecord } from "../protocol/json";
import { requirementSets } from "../protocol/level";

export interface NodeOffice {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: typeof Office;
  /** Faults, cell editing and counts. */
  readonly host: ExcelHost;
  readonly close: () => void;
}

/** What office.js finds, and leaves, in its window. */
interface OfficeWindow {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  OSF: { _OfficeAppFactory: { getContext(): object } };
  OfficeExt: { Requirement: { RequirementMatrix: new (sets: object) => object; DefaultSetRequirement: new (versions: object) => object } };
}

/** The channel that office.js opens when it finds one: `sendMessageToHost` is ours, `onMessageFromHost` its own. */
interface Bridge {
  sendMessageToHost: (text: string) => void;
  onMessageFromHost?: (text: string) => void;
}

const REQUEST = 1;
const EVENTS = 3;

let script: Script | null = null;

/** Compiled once a process; running it takes some 15 ms. */
function officeScript(): Script {
  if (script === null) {
    const file = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist", "excel-web-16.00.js");
    script = new Script(readFileSync(file, "utf8"), { filename: file });
  }
  return script;
}

/** Each call loads office.js anew: nothing is shared between two of them but the book, if it is the same. */
export function openOffice(book: Book, options: HostOptions = {}): NodeOffice {
  const host = createHost(book, options);
  const bridge = bridgeTo(host);
  const window = createWindow(bridge);
  officeScript().runInContext(window);
  if (!isOfficeWindow(window)) throw new Error("office.js did not load");
  addOfficeContext(window, host);
  const stop = host.onEvents((entries) => bridge.onMessageFromHost?.(JSON.stringify({ type: EVENTS, message: { entries } })));
  return {
    Excel: window.Excel,
    OfficeExtension: window.OfficeExtension,
    Office: window.Office,
    host,
    close: () => {
      stop();
      host.close();
    },
  };
}

function bridgeTo(host: ExcelHost): Bridge {
  const bridge: Bridge = {
    sendMessageToHost: (text) => {
      const message: unknown = JSON.parse(text);
      if (!isRecord(message) || message["type"] !== REQUEST || !isRecord(message["message"])) return;
      const { id, flags, message: request } = message;
      const envelope = JSON.stringify({ ...message, message: { ...request, body: "" } }).length - '""'.length;
      void host.answer(request["body"], byteLength(text) - envelope, typeof flags === "number" ? flags : 0).then((body) => {
        bridge.onMessageFromHost?.(`{"id":${JSON.stringify(id)},"type":${REQUEST},"message":{"statusCode":200,"headers":{},"body":${body}}}`);
      });
    },
  };
  return bridge;
}

/** As little of a browser window as office.js needs. */
function createWindow(bridge: Bridge): object {
  const location = { href: "https://localhost/", search: "", hash: "", host: "localhost", hostname: "localhost", protocol: "https:", pathname: "/", origin: "https://localhost" };
  const window: Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    console,
    location,
    navigator: { userAgent: "Node", platform: "", language: "en-US" },
    document: { getElementsByTagName: () => [], createElement: () => ({}), addEventListener: () => undefined, URL: location.href, location, readyState: "complete" },
    addEventListener: () => undefined,
    _richApiNativeBridge: bridge,
  };
  for (const name of ["window", "self", "top", "parent"]) window[name] = window;
  return createContext(window);
}

function isOfficeWindow(window: object): window is OfficeWindow {
  return "Excel" in window && "Office" in window && "OfficeExtension" in window && "OSF" in window && "OfficeExt" in window;
}

/** What the loader would have asked the host for: requirement sets, languages, host and platform. */
function addOfficeContext({ OSF, OfficeExt, Office: namespace }: OfficeWindow, host: ExcelHost): void {
  const { RequirementMatrix, DefaultSetRequirement } = OfficeExt.Requirement;
  const sets = Object.entries(requirementSets(host.apiLevel)).map(([name, version]) => [name.toLowerCase(), version]);
  const context = {
    requirements: new RequirementMatrix(new DefaultSetRequirement(Object.fromEntries(sets))),
    displayLanguage: host.locale,
    contentLanguage: host.locale,
    host: "Excel",
    platform: "OfficeOnline",
    diagnostics: { host: "Excel", platform: "OfficeOnline", version: "16.0.0.0" },
  };
  OSF._OfficeAppFactory = { getContext: () => context };
  Object.assign(namespace, { onReady: () => Promise.resolve({ host: "Excel", platform: "OfficeOnline" }) });
}
