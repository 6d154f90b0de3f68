/** A report's text from a file: plain text, or a Word document. */

import { done, failed, type Outcome, type ProblemCode } from "../../workbook/problem";
import { decodeText } from "./plain";
import { readWord } from "./word";

/** Reports are a few hundred kilobytes; with photographs in them, a few megabytes. */
export const MOST_BYTES = 20_000_000;

/** Ten times a long report: reading more of it would take long, and it would crowd what is kept in the workbook. */
export const MOST_CHARACTERS = 300_000;

/**
 * Fails with `file-too-large`, `document-too-large`, `file-encrypted`, `file-damaged`, `file-not-text` for everything that is neither plain
 * text nor a Word document, or as `acceptText` does. What a file holds is known by its first bytes, not by its name.
 */
export async function readReportFile(bytes: Uint8Array, file: string): Promise<Outcome<string>> {
  const refused = (code: ProblemCode): Outcome<never> => failed({ code, values: { file } });
  if (bytes.length > MOST_BYTES) return failed({ code: "file-too-large", values: { file, most: MOST_BYTES / 1e6 } });
  if (startsWith(bytes, COMPOUND_FILE)) return refused(includes(bytes, ENCRYPTED) ? "file-encrypted" : "file-not-text");
  if (startsWith(bytes, ZIP_ARCHIVE)) {
    const word = await readWord(bytes);
    return word.ok ? acceptText(word.value, file) : failed({ ...word.problem, values: { ...word.problem.values, file } });
  }
  const text = decodeText(bytes);
  return text === null ? refused("file-not-text") : acceptText(text, file);
}

/** The text as it is. Fails with `text-empty`, or with `text-too-long`. `file` is "" where there is none. */
export function acceptText(text: string, file: string): Outcome<string> {
  if (text.trim() === "") return failed({ code: "text-empty", values: { file } });
  return text.length > MOST_CHARACTERS ? failed({ code: "text-too-long", values: { file, length: text.length, most: MOST_CHARACTERS } }) : done(text);
}

const ZIP_ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
/** Of Word before 2007, and the envelope of encrypted documents. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
/** What the envelope calls its content, in UTF-16 (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte);
}

function includes(bytes: Uint8Array, sign: readonly number[]): boolean {
  const [first = 0] = sign;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (sign.every((byte, k) => bytes[at + k] === byte)) return true;
  }
  return false;
}
