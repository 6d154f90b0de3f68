/** What people chose about the checks: plain data, kept in the workbook, validated wherever it comes in. */

import type { Json } from "../../workbook/ledger";
import type { Thresholds } from "../execution/status";
import { DEFAULT_THRESHOLDS } from "../execution/status";
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

/** Every parameter's value: the chosen one, else the check's default. */
export function valuesOf({ id, parameters }: Declaration, settings: CheckSettings): Values {
  const chosen = settings.values[id];
  return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => {
    const value = chosen?.[name];
    return [name, accepts(parameter, value) ? value : parameter.default];
  }));
}

/** Settings with one parameter set; a value it does not accept changes nothing, and its default is not kept. */
export function withValue(settings: CheckSettings, { id, parameters }: Declaration, name: string, value: ParameterValue): CheckSettings {
  const parameter = parameters[name];
  if (parameter === undefined || !accepts(parameter, value)) return settings;
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

/** Unknown checks and parameters, and values out of bounds, are as if they had never been chosen. */
export function settingsFromJson(json: unknown, checks: readonly Declaration[]): CheckSettings {
  if (!isRecord(json)) return DEFAULT_SETTINGS;
  const off = Array.isArray(json["off"]) ? json["off"] : [];
  const values = isRecord(json["values"]) ? json["values"] : {};
  const chosen = checks.flatMap(({ id, parameters }) => {
    const of = values[id];
    if (!isRecord(of)) return [];
    const kept = Object.entries(parameters).flatMap(([name, parameter]): [string, ParameterValue][] => {
      const value = of[name];
      return accepts(parameter, value) && value !== parameter.default ? [[name, value]] : [];
    });
    return kept.length === 0 ? [] : [[id, Object.fromEntries(kept)] as const];
  });
  return { off: checks.map(({ id }) => id).filter((id) => off.includes(id)), values: Object.fromEntries(chosen) };
}

/** The thresholds of statuses, which are those of the checks that report the same things. */
export function thresholdsOf({ values }: CheckSettings): Thresholds {
  const number = (id: string, name: string, otherwise: number): number => {
    const value = values[id]?.[name];
    return typeof value === "number" ? value : otherwise;
  };
  return {
    overPercent: number("over-execution", "limit", DEFAULT_THRESHOLDS.overPercent),
    behindPoints: number("under-execution", "behindPoints", DEFAULT_THRESHOLDS.behindPoints),
    farBehindPoints: number("under-execution", "farBehindPoints", DEFAULT_THRESHOLDS.farBehindPoints),
  };
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
