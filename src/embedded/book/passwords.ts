/**
 * Passwords of protection. They lock nothing away (the cells are in the file), but Excel asks for them, so we do.
 * New ones are written with the 16-bit hash that every version understands (ECMA-376 18.2.28, part 4 14.7.1).
 */

import { sha1 } from "@noble/hashes/legacy";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2";
import type { XmlElement } from "./package/xml";

const HASHES: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = { "SHA-1": sha1, "SHA-256": sha256, "SHA-384": sha384, "SHA-512": sha512, SHA1: sha1, SHA256: sha256, SHA384: sha384, SHA512: sha512 };

export function passwordHash(password: string): string {
  let hash = 0;
  const rotate = (): number => ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  for (let index = password.length - 1; index >= 0; index--) hash = rotate() ^ (password.charCodeAt(index) & 0xff);
  if (password !== "") hash = rotate() ^ password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}

/** Is it the password that a protection element asks for? Without one, any will do. */
export function passwordFits(protection: XmlElement, password = ""): boolean {
  const { attributes } = protection;
  const prefix = attributes["workbookHashValue"] === undefined ? "" : "workbook";
  const attribute = (name: string): string | undefined => attributes[prefix === "" ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1)];
  const hash = attribute("hashValue");
  if (hash !== undefined) return hash === saltedHash(password, attribute("algorithmName") ?? "", attribute("saltValue") ?? "", Number(attribute("spinCount") ?? 0));
  const short = attributes["password"] ?? attributes["workbookPassword"];
  return short === undefined || short === "" || parseInt(short, 16) === 0 || short.toUpperCase() === passwordHash(password);
}

/** MS-OFFCRYPTO 2.3.7.1: hash(salt + password), then that many times hash(result + counter). */
function saltedHash(password: string, algorithm: string, salt: string, spins: number): string | null {
  const hash = HASHES[algorithm.toUpperCase()];
  if (!hash || spins > 10_000_000) return null;
  const saltBytes = Uint8Array.from(atob(salt), (character) => character.charCodeAt(0));
  const text = new Uint8Array([...password].flatMap((_, index) => [password.charCodeAt(index) & 0xff, password.charCodeAt(index) >> 8]));
  let result = hash(concatenate(saltBytes, text));
  const counter = new DataView(new ArrayBuffer(4));
  for (let spin = 0; spin < spins; spin++) {
    counter.setUint32(0, spin, true);
    result = hash(concatenate(result, new Uint8Array(counter.buffer)));
  }
  return btoa(String.fromCharCode(...result));
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
