/** Project codes that embed what the project is for: year (4), functional code (7), unit (8) and serial (3 or 4 digits). */

export interface ProjectCode {
  readonly year: number;
  readonly functionCode: string;
  readonly unit: string;
  readonly serial: string;
}

const PROJECT_CODE = /^20\d{2}2\d{6}\d{8}\d{3,4}$/u;

/** null for any other code. */
export function parseProjectCode(code: string): ProjectCode | null {
  const digits = code.trim();
  if (!PROJECT_CODE.test(digits)) return null;
  return { year: Number(digits.slice(0, 4)), functionCode: digits.slice(4, 11), unit: digits.slice(11, 19), serial: digits.slice(19) };
}
