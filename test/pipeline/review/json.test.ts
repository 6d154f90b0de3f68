/** What was decided, in and out of the workbook's record. */

import fc from "fast-check";
import { EMPTY_REVIEW, mergeReviews, reviewFromJson, reviewToJson, REASON_CATEGORIES, withDismissal, withoutDismissal, withReason, type FindingMark, type LineMark, type Review } from "../../../src/pipeline/review";
import type { Json } from "../../../src/workbook/ledger";

const nth = fc.nat(3);
const sheet = fc.record({ sheetId: fc.string(), sheetName: fc.string() });
const line: fc.Arbitrary<LineMark> = fc.record({ sheetId: fc.string(), sheetName: fc.string(), code: fc.string(), name: fc.string(), nth, amounts: fc.string() });
const mark: fc.Arbitrary<FindingMark> = fc.record({
  rule: fc.constantFrom("over-execution", "total-mismatch"), kind: fc.option(fc.string()), at: fc.oneof(line, sheet, fc.constant(null)),
  about: fc.string(), other: fc.option(sheet), figures: fc.string(), nth,
});
const place = fc.record({ sheetId: fc.string(), sheetName: fc.string(), range: fc.tuple(nth, nth, nth, nth).map(([top, left, down, across]) => ({ top, left, bottom: top + down, right: left + across })) });
const text = fc.oneof(
  fc.record({ text: fc.string(), source: fc.string(), cells: fc.constant(null) }),
  fc.array(fc.option(place), { minLength: 1, maxLength: 3 }).map((cells) => ({ text: cells.map(() => "句").join("\n"), source: "", cells })),
);
const review: fc.Arbitrary<Review> = fc.record({
  settings: fc.constantFrom(EMPTY_REVIEW.settings, { off: ["duplicate-name"], values: { "over-execution": { limit: 105 } } }),
  dismissals: fc.uniqueArray(fc.record({ mark, note: fc.string(), on: fc.constantFrom("2016-06-30", "2016-12-31") }), { maxLength: 3, selector: (one) => JSON.stringify(one.mark) }),
  reasons: fc.uniqueArray(fc.record({ line, category: fc.option(fc.constantFrom(...REASON_CATEGORIES)), text: fc.string() }), { maxLength: 3, selector: (one) => JSON.stringify(one.line) }),
  confirmed: fc.uniqueArray(fc.record({ name: fc.string(), changes: fc.array(fc.record({ change: fc.constantFrom("-225", "20.5", "0"), unit: fc.constantFrom("元" as const, "万元" as const), quote: fc.string() }), { minLength: 1, maxLength: 2 }) }), { maxLength: 3, selector: ({ name }) => name }),
  text: fc.option(text),
  colours: fc.constantFrom("none" as const, "fixed" as const, "following" as const),
  live: fc.boolean(),
  rates: fc.constantFrom("values" as const, "formulas" as const),
});
const stored = (of: Review): Json => JSON.parse(JSON.stringify(reviewToJson(of))) as Json;

test("what was decided is read back as it was", () => {
  fc.assert(fc.property(review, (decided) => expect(reviewFromJson(stored(decided))).toEqual(decided)));
});

test("nothing decided is nothing kept", () => {
  expect(reviewToJson(EMPTY_REVIEW)).toBeNull();
});

test("what makes no sense is as if it had never been decided, whatever it is, and the rest stays", () => {
  fc.assert(fc.property(review, fc.jsonValue(), (decided, junk) => {
    expect(() => reviewFromJson(junk as Json)).not.toThrow();
    const json = { ...(stored(decided) as Record<string, Json>) };
    const kept = (list: Json | undefined): Json => [...((list ?? []) as Json[]), { nonsense: true }, 7, null];
    const spoiled = { ...json, dismissals: kept(json["dismissals"]), reasons: kept(json["reasons"]), colours: "rainbow", confirmed: kept([...((json["confirmed"] ?? []) as Json[]), "甲", { name: "乙", changes: [] }, { name: "丙", changes: [{ change: "2e3", unit: "万元", quote: "" }] }]) };
    expect(reviewFromJson(spoiled)).toEqual({ ...decided, colours: EMPTY_REVIEW.colours });
  }));
});

test.each<[string, (dismissal: Record<string, Json>, mark: Record<string, Json>) => Json]>([
  ["no note", (dismissal) => ({ ...dismissal, note: null })],
  ["a day that is none", (dismissal) => ({ ...dismissal, on: "gestern" })],
  ["no rule", (dismissal, own) => ({ ...dismissal, mark: { ...own, rule: null } })],
  ["a place that is none", (dismissal, own) => ({ ...dismissal, mark: { ...own, at: "B23" } })],
  ["a count below nothing", (dismissal, own) => ({ ...dismissal, mark: { ...own, nth: -1 } })],
  ["an other sheet that is none", (dismissal, own) => ({ ...dismissal, mark: { ...own, other: 3 } })],
])("a dismissal with %s does not count", (_, spoil) => {
  const [sample] = fc.sample(mark, { numRuns: 1, seed: 1 });
  if (sample === undefined) throw new Error("one mark");
  const whole = { ...(stored(withDismissal(EMPTY_REVIEW, sample, "已核实", "2016-12-31")) as { dismissals: Record<string, Json>[] }).dismissals[0] };
  expect(reviewFromJson({ dismissals: [whole] }).dismissals).toHaveLength(1);
  expect(reviewFromJson({ dismissals: [spoil(whole, whole["mark"] as Record<string, Json>)] }).dismissals).toEqual([]);
});

describe("deciding", () => {
  test("the last word on a finding or a line counts, and can be taken back", () => {
    fc.assert(fc.property(review, mark, line, (before, about, of) => {
      const once = withDismissal(before, about, "一", "2016-06-30");
      const twice = withDismissal(once, about, "二", "2016-12-31");
      expect(twice.dismissals.filter((dismissal) => JSON.stringify(dismissal.mark) === JSON.stringify(about))).toEqual([{ mark: about, note: "二", on: "2016-12-31" }]);
      expect(withoutDismissal(twice, about)).toEqual(withoutDismissal(before, about));
      const reasoned = withReason(withReason(before, of, "funds", "迟到"), of, "staff", "");
      expect(reasoned.reasons.at(-1)).toEqual({ line: of, category: "staff", text: "" });
      expect(withReason(reasoned, of, null, " ")).toEqual(withReason(before, of, null, ""));
    }));
  });

  test("two people's decisions add up: each keeps what the other did not touch", () => {
    fc.assert(fc.property(review, mark, mark, line, (base, mine, theirs, reason) => {
      fc.pre(JSON.stringify(mine) !== JSON.stringify(theirs));
      const a = withDismissal(base, mine, "我", "2016-12-31");
      const b = withReason(withDismissal(withoutDismissal(base, mine), theirs, "他", "2016-12-31"), reason, "other", "原因");
      const merged = mergeReviews(withoutDismissal(base, mine), a, b);
      const notes = new Set(merged.dismissals.map(({ mark: own, note }) => JSON.stringify([own, note])));
      expect([...a.dismissals.filter((one) => JSON.stringify(one.mark) !== JSON.stringify(theirs)), ...b.dismissals].every((one) => notes.has(JSON.stringify([one.mark, one.note])))).toBe(true);
      expect(merged.reasons).toContainEqual({ line: reason, category: "other", text: "原因" });
    }));
  });

  test("what one took back and the other left alone stays taken back; of one matter decided by both, one's own counts", () => {
    fc.assert(fc.property(mark, (about) => {
      const base = withDismissal(EMPTY_REVIEW, about, "旧", "2016-06-30");
      expect(mergeReviews(base, withoutDismissal(base, about), base)).toEqual(EMPTY_REVIEW);
      expect(mergeReviews(base, base, withoutDismissal(base, about))).toEqual(EMPTY_REVIEW);
      const mine = withDismissal(base, about, "我", "2016-12-31");
      expect(mergeReviews(base, mine, withDismissal(base, about, "他", "2016-12-31"))).toEqual(mine);
    }));
  });
});
