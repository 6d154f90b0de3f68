/** How much room texts take in cells, in points, at the workbook's 11-point font: a Chinese character is a square, others about half of one. */

const WIDE = 11.2;
const NARROW = 6.2;
const PADDING = 8;
const LINE_HEIGHT = 15;
const ROW_PADDING = 4;
/** Excel's highest row. */
const HIGHEST = 409;
const MOST_LINES = Math.floor((HIGHEST - ROW_PADDING) / LINE_HEIGHT);

/** Of its longest line. */
export function textWidth(text: string, scale = 1): number {
  return PADDING + scale * text.split("\n").reduce((widest, line) => Math.max(widest, lineWidth(line)), 0);
}

function lineWidth(line: string): number {
  let width = 0;
  for (const character of line) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? WIDE : NARROW;
  return width;
}

/** The narrowest column in which a wrapped text does not grow beyond Excel's highest row. */
export function leastWidth(text: string): number {
  return PADDING + WIDE + text.split("\n").reduce((sum, line) => sum + lineWidth(line), 0) / MOST_LINES;
}

/** Of a wrapped text in a column (or merged columns) of this width. */
export function textHeight(text: string, width: number, scale = 1): number {
  const room = Math.max(WIDE, width - PADDING);
  const lines = text.split("\n").reduce((count, line) => count + Math.max(1, Math.ceil((lineWidth(line) * scale) / room)), 0);
  return linesHeight(lines * Math.max(1, scale));
}

export function linesHeight(lines: number): number {
  return Math.min(HIGHEST, Math.round(lines * LINE_HEIGHT + ROW_PADDING));
}
