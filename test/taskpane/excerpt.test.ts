import fc from "fast-check";
import { excerptOf } from "../../src/taskpane/text/excerpt";

/** A sentence that begins at `start` in its document, with marks in it: in order, apart, as comparisons give them. */
const sentences = fc.record({ text: fc.string({ minLength: 1, maxLength: 400 }), start: fc.nat(1000), cuts: fc.uniqueArray(fc.nat(400), { maxLength: 6 }) }).map(({ text, start, cuts }) => {
  const at = cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b);
  const marks = at.flatMap((from, k) => (k % 2 === 0 && (at[k + 1] ?? from) > from ? [{ start: start + from, end: start + (at[k + 1] ?? from) }] : []));
  return { paragraph: 0, line: 0, start, end: start + text.length, text, marks };
});

test("every mark is there whole, and what is around it is the sentence's own words", () => {
  fc.assert(fc.property(sentences, (sentence) => {
    const pieces = excerptOf(sentence);
    expect(pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(sentence.marks.map(({ start, end }) => sentence.text.slice(start - sentence.start, end - sentence.start)));
    // Read piece by piece, ellipses skipping some of it, it is the sentence.
    let at = 0;
    for (const part of pieces.flatMap(({ text, isMarked }) => (isMarked ? [text] : text.length > 40 ? text.split("…") : [text]))) {
      const found = sentence.text.indexOf(part, at);
      expect(found).toBeGreaterThanOrEqual(at);
      at = found + part.length;
    }
  }));
});

test("a short sentence is shown whole, of a long one forty characters on either side", () => {
  const sentence = (text: string, marked: string) => ({ paragraph: 0, line: 0, start: 7, end: 7 + text.length, text, marks: [{ start: 7 + text.indexOf(marked), end: 7 + text.indexOf(marked) + marked.length }] });
  expect(excerptOf(sentence("甲项目支出4万元。", "支出4万元"))).toEqual([{ text: "甲项目", isMarked: false }, { text: "支出4万元", isMarked: true }, { text: "。", isMarked: false }]);
  const [before, , after] = excerptOf(sentence(`${"前".repeat(100)}支出4万元${"后".repeat(100)}`, "支出4万元"));
  expect([before?.text, after?.text]).toEqual([`…${"前".repeat(40)}`, `${"后".repeat(40)}…`]);
});
