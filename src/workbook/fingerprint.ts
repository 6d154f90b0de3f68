/** Short stand-ins for texts: the same for the same text, and almost never for another one. They hide nothing. */

const { imul } = Math;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Two independent multiplicative hashes of 32 bits, 24 bits of each, of a text in pieces: putting them together first would take longer. */
export function fingerprint(start: string, middle = "", end = ""): string {
  return digits(lastOfFirst(first(first(first(FIRST, start), middle), end))) + secondHalf(start, middle, end);
}

/** 24 bits. */
export function firstHalf(text: string): string {
  return digits(lastOfFirst(first(FIRST, text)));
}

/** Another 24 bits. */
export function secondHalf(start: string, middle = "", end = ""): string {
  return digits(lastOfSecond(second(second(second(SECOND, start), middle), end)));
}

const FIRST = 0x811c9dc5;
const SECOND = 0x9e3779b9;

function lastOfFirst(hash: number): number {
  const mixed = imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}

function lastOfSecond(hash: number): number {
  const mixed = imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return mixed ^ (mixed >>> 16);
}

function first(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function second(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) {
    hash = imul(hash ^ text.charCodeAt(i), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash;
}

const PAIRS = Array.from({ length: 4096 }, (_, bits) => DIGITS.charAt(bits & 63) + DIGITS.charAt(bits >>> 6));

/** The lower 24 bits. */
function digits(bits: number): string {
  return (PAIRS[bits & 4095] ?? "") + (PAIRS[(bits >>> 12) & 4095] ?? "");
}
