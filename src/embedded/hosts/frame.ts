/**
 * The unmodified add-in page in a frame, with this page as the Excel on the web around it.
 *
 * office.js asks a page `AgaveErrorUX/index.html` beside itself whether the user trusts this host, since its
 * origin is not Microsoft's; whoever serves the pane answers that page's question with `{"hostUserTrusted": true}`.
 */

import { setSetting, settingsOf } from "../book/storage";
import type { EventEntry } from "../protocol/events";
import type { ExcelHost } from "../protocol/host";
import { byteLength, isList, isRecord, type Json, type JsonRecord } from "../protocol/json";
import { requirementSets } from "../protocol/level";
import { answerText, eventText, type PaneRequest, parsePaneRequest } from "./xdm";

/** How a ribbon command ended: `event.completed()` was called, or the page has no function of that name. */
export interface CommandOutcome {
  readonly isDone: boolean;
}

export interface Pane {
  /** Fulfilled when office.js has started in the frame. */
  readonly started: Promise<void>;
  /**
   * Runs the function that a ribbon button's ExecuteFunction action names; `controlId` is the button's.
   * Waits for the page to listen, and for the function to call `event.completed()`.
   */
  readonly runCommand: (functionName: string, controlId: string) => Promise<CommandOutcome>;
  readonly close: () => void;
}

export interface PaneOptions {
  /** What the pane tells: it took or lost the focus, Escape or F2 was pressed in it (numbers of OSF.AgaveHostAction). */
  readonly onNotice?: (action: number) => void;
  /** The pane wants to open an address in a window of its own. */
  readonly onOpenWindow?: (url: string) => void;
}

/** Numbers of the calls and events of the Common API. */
const CALL = { loadSettings: 75, saveSettings: 76, richApiRequest: 93, commandCompleted: 94 } as const;
const COMMAND_EVENT = "appCommandInvoked";
const RICH_API_EVENT = "richApiMessage";
const SELECTION_EVENT = "documentSelectionChanged";
/** The number under which the host tells of the selection; the Common API has an event of its own for it. */
const SELECTION_MESSAGE = 2;
const OPERATION_NOT_SUPPORTED = 5000;

const EXCEL = 16;
const EXCEL_VERSION = "16.01";

/** Loads the page into the frame and answers its office.js until `close`. */
export function openPane(frame: HTMLIFrameElement, pageUrl: string, host: ExcelHost, options: PaneOptions = {}): Pane {
  const url = new URL(pageUrl, window.location.href);
  const conversation = newId();
  const control = newId();
  const listened = new Set<string>();
  const commands = new Map<string, (outcome: CommandOutcome) => void>();
  let waitingCommands: (() => void)[] = [];
  let start: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });

  function post(text: string): void {
    frame.contentWindow?.postMessage(text, url.origin);
  }

  function tell(event: string, data: Json): void {
    if (listened.has(event)) post(eventText(event, conversation, data));
  }

  async function receive(message: MessageEvent<unknown>): Promise<void> {
    if (message.source !== frame.contentWindow || message.origin !== url.origin) return;
    const request = parsePaneRequest(message.data);
    if (request === null || request.conversation !== conversation) return;
    if (request.action === "invoke") await answerCall(request);
    else {
      if (request.action === "register") listened.add(request.name);
      else listened.delete(request.name);
      post(answerText(request, { Error: 0 }));
      if (request.name === COMMAND_EVENT) releaseCommands();
    }
  }

  async function answerCall(request: PaneRequest): Promise<void> {
    switch (request.name) {
      case "ContextActivationManager_getAppContextAsync":
        post(answerText(request, appContext(host, control)));
        start();
        return;
      case "ContextActivationManager_notifyHost":
        if (isList(request.data) && typeof request.data[1] === "number") options.onNotice?.(request.data[1]);
        return;
      case "ContextActivationManager_openWindowInHost":
        if (isRecord(request.data) && typeof request.data["strUrl"] === "string") options.onOpenWindow?.(request.data["strUrl"]);
        return;
      case "executeMethod":
        post(answerText(request, { Version: 1, ...(await execute(isRecord(request.data) ? request.data : {})) }));
        return;
      default:
        return;
    }
  }

  async function execute(call: JsonRecord): Promise<JsonRecord> {
    const method = call["DdaMethod"];
    switch (isRecord(method) ? method["DispatchId"] : null) {
      case CALL.richApiRequest:
        return richApiAnswer(host, call["ArrayData"] ?? null);
      case CALL.loadSettings:
        return { Error: 0, Properties: { Settings: storedSettings(host).map(([Name, Value]) => ({ Name, Value })) } };
      case CALL.saveSettings:
        saveSettings(host, call);
        return { Error: 0 };
      case CALL.commandCompleted:
        finishCommand(call);
        return { Error: 0 };
      default:
        return { Error: OPERATION_NOT_SUPPORTED };
    }
  }

  /** Arguments are numbered: the command's id and a status, 0 for done. */
  function finishCommand(call: JsonRecord): void {
    const id = String(call["0"]);
    commands.get(id)?.({ isDone: call["1"] === 0 });
    commands.delete(id);
  }

  function releaseCommands(): void {
    const released = waitingCommands;
    waitingCommands = [];
    for (const send of released) send();
  }

  function runCommand(functionName: string, controlId: string): Promise<CommandOutcome> {
    const id = newId();
    return new Promise((resolve) => {
      commands.set(id, resolve);
      const send = (): void => tell(COMMAND_EVENT, [id, functionName, JSON.stringify({ source: { id: controlId } })]);
      if (listened.has(COMMAND_EVENT)) send();
      else waitingCommands.push(send);
    });
  }

  const listen = (message: MessageEvent<unknown>): void => void receive(message);
  window.addEventListener("message", listen);
  const stop = host.onEvents((entries) => {
    const ofSelection = entries.some(({ messageType }) => messageType === SELECTION_MESSAGE);
    const others = entries.filter(({ messageType }) => messageType !== SELECTION_MESSAGE);
    if (others.length > 0) tell(RICH_API_EVENT, { ArrayData: others.map(eventRow) });
    if (ofSelection) tell(SELECTION_EVENT, {});
  });
  frame.src = paneAddress(url, host.locale, conversation, control);

  return {
    started,
    runCommand,
    close: () => {
      stop();
      window.removeEventListener("message", listen);
      frame.removeAttribute("src");
    },
  };
}

/** Random, and available outside secure contexts too. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16).padStart(8, "0")).join("-");
}

/** The order inside the fragment matters: the serializer's version first, or office.js reads it into the origin. */
function paneAddress(url: URL, locale: string, conversation: string, control: string): string {
  const address = new URL(url);
  const info = `Excel$Web$${EXCEL_VERSION}$${locale}$${newId()}$$$0`;
  const separator = address.search === "" ? "?" : "&";
  const xdm = encodeURIComponent(`${conversation}|${control}|${window.location.origin}`);
  return `${address.origin}${address.pathname}${address.search}${separator}_host_Info=${info}#&_serializer_version=1&_xdm_Info=${xdm}`;
}

function appContext(host: ExcelHost, control: string): JsonRecord {
  return {
    _id: control,
    _appName: EXCEL,
    _appVersion: EXCEL_VERSION,
    _appUILocale: host.locale,
    _dataLocale: host.locale,
    _docUrl: host.book.fileName,
    _clientMode: 1,
    _settings: storedSettings(host).map(([key, text]) => [key, text]),
    _reason: 1,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: control,
    _requirementMatrix: JSON.stringify(requirementSets(host.apiLevel)),
    _hostFullVersion: "16.0.0.0",
    _appInstanceId: control,
  };
}

/** Keys and values as JSON text, in which form the Common API keeps them. */
function storedSettings({ book }: ExcelHost): readonly (readonly [string, string])[] {
  return [...settingsOf(book)].map(([key, value]) => [key, JSON.stringify(value)]);
}

function saveSettings({ book }: ExcelHost, call: JsonRecord): void {
  const request = call["DdaSettingsMethod"];
  const properties = isRecord(request) ? request["Properties"] : null;
  if (!isList(properties)) return;
  for (const pair of properties) {
    if (!isList(pair)) continue;
    const [key, text] = pair;
    if (typeof key === "string" && typeof text === "string") setSetting(book, key, parsed(text));
  }
}

/** A stored text that is no JSON is kept as the text it is. */
function parsed(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

/** Parameters: custom data, method, path, headers, the body's text, permission, flags, and others without meaning here. */
async function richApiAnswer(host: ExcelHost, parameters: Json): Promise<JsonRecord> {
  const list = isList(parameters) ? parameters : [];
  const [, , , , body, , flags] = list;
  const text = typeof body === "string" ? body : "{}";
  return { Error: 0, Data: [200, [], await host.answer(JSON.parse(text), byteLength(text), typeof flags === "number" ? flags : 0)] };
}

function eventRow({ messageCategory, messageType, targetId, message, isRemoteOverride }: EventEntry): Json {
  return [messageCategory, messageType, targetId, message, 0, isRemoteOverride];
}
