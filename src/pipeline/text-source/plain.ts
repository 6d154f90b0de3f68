/** Plain text, in whatever encoding Chinese offices save it. */

/** null for everything that is no plain text. UTF-16 tells itself by its byte order mark; UTF-8 goes before GB18030, which hardly any Chinese text is by chance. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encodings = first === 0xff && second === 0xfe ? ["utf-16le"] : first === 0xfe && second === 0xff ? ["utf-16be"] : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text !== null) return CONTROL.test(text) ? null : text;
  }
  return null;
}

/** Characters that stand in files of other kinds, a zip archive say, and never in text. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/u;

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
