/** The messages between office.js in a frame and its parent: JSON text, in the form Excel on the web speaks. */

import { isRecord, type Json, type JsonRecord } from "../protocol/json";

const REQUEST = 0;
const RESPONSE = 1;
const FOR_CALLING = 0;
const FOR_EVENTING = 1;
const ACTIONS = ["invoke", "register", "unregister"] as const;

/** What office.js asks of its parent: a call, or the beginning or end of listening to an event. */
export interface PaneRequest {
  readonly action: (typeof ACTIONS)[number];
  /** The method or event. */
  readonly name: string;
  readonly conversation: string;
  readonly correlation: Json;
  readonly data: Json;
}

/** null for anything that is no request of office.js. */
export function parsePaneRequest(text: unknown): PaneRequest | null {
  const message = parseJson(text);
  if (!isRecord(message) || message["_messageType"] !== REQUEST) return null;
  const { _actionName: name, _conversationId: conversation, _correlationId: correlation = null, _actionType: type = 0, _data: data = null } = message;
  if (typeof name !== "string" || typeof conversation !== "string" || typeof type !== "number") return null;
  const action = ACTIONS[type];
  return action === undefined ? null : { action, name, conversation, correlation, data };
}

function parseJson(text: unknown): unknown {
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The answer to a request. */
export function answerText({ name, conversation, correlation }: PaneRequest, data: JsonRecord): string {
  return responseText(name, conversation, correlation, FOR_CALLING, data);
}

/** An event that office.js listens to. */
export function eventText(name: string, conversation: string, data: Json): string {
  return responseText(name, conversation, 0, FOR_EVENTING, data);
}

function responseText(name: string, conversation: string, correlation: Json, type: number, data: Json): string {
  return JSON.stringify({
    _messageType: RESPONSE,
    _actionName: name,
    _conversationId: conversation,
    _correlationId: correlation,
    _origin: window.location.origin,
    _errorCode: 0,
    _responseType: type,
    _data: data,
    _serializerVersion: 1,
  });
}
