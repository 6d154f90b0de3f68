import fc from "fast-check";
import { byteLength, scriptName, wireName } from "../../../src/embedded/protocol/json";

test("bytes are counted as UTF-8 has them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 50 }), (text) => {
      expect(byteLength(text)).toBe(Buffer.byteLength(text, "utf8"));
    }),
  );
});

test("members change between their script and their wire name", () => {
  expect([wireName("columnIndex"), scriptName("ColumnIndex"), wireName("_ReferenceId")]).toEqual(["ColumnIndex", "columnIndex", "_ReferenceId"]);
});
