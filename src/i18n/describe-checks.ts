/** Checks, their parameters and reconciliations in words, for the settings page and the lists of what was compared. */

import type { Declaration, Parameter } from "../domain/checks/check";
import type { Preset } from "../domain/checks/presets";
import type { Reconciliation } from "../domain/checks/reconciliation";
import type { Translator } from "./translate";

export interface CheckWords {
  readonly name: string;
  readonly about: string;
  readonly parameters: readonly ParameterWords[];
}

export interface ParameterWords {
  /** As in the check's declaration. */
  readonly id: string;
  readonly label: string;
  /** "%", "points" …; empty for a choice. */
  readonly unit: string;
  /** Where the default comes from. */
  readonly source: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

export function checkWords(words: Translator, { id, parameters }: Declaration): CheckWords {
  return {
    name: named(words, `check.${id}`),
    about: named(words, `check.${id}.about`),
    parameters: Object.entries(parameters).map(([name, parameter]) => parameterWords(words, `check.${id}.${name}`, name, parameter)),
  };
}

function parameterWords(words: Translator, key: string, id: string, parameter: Parameter): ParameterWords {
  return {
    id,
    label: named(words, key),
    unit: parameter.kind === "number" ? named(words, `parameter-unit.${parameter.unit}`) : "",
    source: named(words, `source.${parameter.source}`),
    options: parameter.kind === "choice" ? parameter.options.map((option) => ({ id: option, label: named(words, `${key}.${option}`) })) : [],
  };
}

export function presetName(words: Translator, { id }: Preset): string {
  return named(words, `preset.${id}`);
}

/** What was compared, and how it came out. */
export function reconciliationWords(words: Translator, { kind, outcome }: Reconciliation): { readonly kind: string; readonly outcome: string } {
  return { kind: named(words, `reconciliation.${kind}`), outcome: named(words, `outcome.${outcome}`) };
}

function named(words: Translator, key: string): string {
  return words.has(key) ? words(key) : "";
}
