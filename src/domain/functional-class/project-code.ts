/** Project codes that embed what the project is for: year (4), functional code (7), unit (8) and serial (3 or 4 digits). */

export interface ProjectCode {
  readonly year: number;
  readonly functionCode: string;
  readonly unit: string;
  readonly serial: string;
}

/** null for any other code. */
export function parseProjectCode(code: string): ProjectCode | null {
  const parts = /^(?<year>20\d{2})(?<functionCode>2\d{6})(?<unit>\d{8})(?<serial>\d{3,4})$/u.exec(code.trim())?.groups;
  if (parts === undefined) return null;
  const { year = "", functionCode = "", unit = "", serial = "" } = parts;
  return { year: Number(year), functionCode, unit, serial };
}
