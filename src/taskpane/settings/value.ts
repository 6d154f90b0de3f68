import type { NumberParameter } from "../../domain/checks/check";
import { accepts } from "../../domain/checks/settings";

/** What a person typed, full-width or with a percent sign, as the parameter takes it; null for what it does not. */
export function parseValue(text: string, parameter: NumberParameter): number | null {
  const plain = text.normalize("NFKC").trim().replace(/\s*%$/u, "");
  if (!/^-?(?:\d+\.?\d*|\.\d+)$/u.test(plain)) return null;
  const value = Number(plain);
  return accepts(parameter, value) ? value : null;
}
