/** What every browser has and the pages that tests run in have not, or not all of it; to be imported before anything that asks for it while it is loaded. */

import { TextDecoder, TextEncoder } from "node:util";
import { deserialize, serialize } from "node:v8";

Object.assign(globalThis, { TextDecoder, TextEncoder, structuredClone: (value: unknown): unknown => deserialize(serialize(value)) });
Blob.prototype.arrayBuffer = function (this: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(this);
  });
};
