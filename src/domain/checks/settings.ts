/** What people chose about the checks: plain data, kept in the workbook, validated wherever it comes in. */

import type { Json } from "../../workbook/ledger";
import type { Declaration, Parameter, ParameterValue, Values } from "./check";

export interface CheckSettings {
  /** Ids of checks that are not run. */
  readonly off: readonly string[];
  /** By check id and parameter, only what differs from the check's own defaults. */
  readonly values: Readonly<Record<string, Values>>;
}

export const DEFAULT_SETTINGS: CheckSettings = { off: [], values: {} };

/** Whether a parameter may have this value: a finite number within its bounds, or one of its options. */
export function accepts(parameter: Parameter, value: unknown): value is ParameterValue {
  if (parameter.kind === "choice") return typeof value === "string" && parameter.options.includes(value);
  return typeof value === "number" && Number.isFinite(value) && value >= parameter.min && value <= parameter.max;
}

/** Every parameter's value: the chosen one, else the check's default; the defaults where those chosen contradict each other. */
export function valuesOf({ id, parameters, ascending }: Declaration, settings: CheckSettings): Values {
  const chosen = settings.values[id];
  const defaults = Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]));
  const values = Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => {
    const value = chosen?.[name];
    return [name, accepts(parameter, value) ? value : parameter.default];
  }));
  return isAscending(ascending, values) ? values : defaults;
}

function isAscending(ascending: Declaration["ascending"], values: Values): boolean {
  return ascending?.every((names) => names.every((name, i) => i === 0 || Number(values[names[i - 1] ?? name]) <= Number(values[name]))) ?? true;
}

/** A bound that another parameter's value sets. */
export interface Neighbour {
  readonly name: string;
  readonly value: number;
}

/** The parameters next to a number that must not be larger, or smaller, as they are set. */
export function neighboursOf(check: Declaration, settings: CheckSettings, name: string): { readonly below: Neighbour | null; readonly above: Neighbour | null } {
  const values = valuesOf(check, settings);
  const chain = check.ascending?.find((names) => names.includes(name)) ?? [];
  const at = chain.indexOf(name);
  const neighbour = (other: string | undefined): Neighbour | null => (other === undefined ? null : { name: other, value: Number(values[other]) });
  return { below: at < 1 ? null : neighbour(chain[at - 1]), above: at < 0 ? null : neighbour(chain[at + 1]) };
}

/** Settings with one parameter set; a value that it does not accept, or its neighbours do not, changes nothing. Its default is not kept. */
export function withValue(settings: CheckSettings, check: Declaration, name: string, value: ParameterValue): CheckSettings {
  const { id, parameters, ascending } = check;
  const parameter = parameters[name];
  if (parameter === undefined || !accepts(parameter, value) || !isAscending(ascending, { ...valuesOf(check, settings), [name]: value })) return settings;
  const others = Object.entries(settings.values[id] ?? {}).filter(([other]) => other !== name);
  const kept = Object.fromEntries(value === parameter.default ? others : [...others, [name, value]]);
  const rest = Object.entries(settings.values).filter(([other]) => other !== id);
  return { ...settings, values: Object.fromEntries(Object.keys(kept).length === 0 ? rest : [...rest, [id, kept]]) };
}

export function withSwitch(settings: CheckSettings, id: string, isOn: boolean): CheckSettings {
  const others = settings.off.filter((other) => other !== id);
  return { ...settings, off: isOn ? others : [...others, id] };
}

/** null where nothing was chosen. */
export function settingsToJson({ off, values }: CheckSettings): Json {
  return off.length === 0 && Object.keys(values).length === 0 ? null : { off: [...off], values };
}

/** What is no settings at all is left out. What no check knows or accepts stays, and counts as never chosen (`valuesOf`): a later version may know it. */
export function settingsFromJson(json: unknown): CheckSettings {
  if (!isRecord(json)) return DEFAULT_SETTINGS;
  const off = Array.isArray(json["off"]) ? json["off"].filter((id) => typeof id === "string") : [];
  const values = isRecord(json["values"]) ? Object.entries(json["values"]) : [];
  const chosen = values.flatMap(([id, of]) => {
    const kept = isRecord(of) ? Object.entries(of).filter((entry): entry is [string, ParameterValue] => typeof entry[1] === "string" || Number.isFinite(entry[1])) : [];
    return kept.length === 0 ? [] : [[id, Object.fromEntries(kept)] as const];
  });
  return { off: [...new Set(off)], values: Object.fromEntries(chosen) };
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
