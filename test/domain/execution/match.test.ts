import fc from "fast-check";
import { keyedRows, matchRows, type Match, type Matching } from "../../../src/domain/execution/match";
import type { TableRow } from "../../../src/domain/table";

/** So few codes and names that they meet and repeat, with blanks and other spellings among them. */
const rows = fc.array(fc.record({
  kind: fc.constantFrom("body", "body", "body", "body", "total" as const),
  code: fc.constantFrom("", "1", "2", "3", "４", "4", "5", "6"),
  name: fc.constantFrom("", "党政办", "党政办 ", "城管", "环卫", "绿化", "公安", "司法"),
}), { maxLength: 8 }).map((lines) => lines.map((line, row): TableRow => ({ row, ...line }) as TableRow));

/** As the words say it: every line against every line. */
function plainly(left: readonly TableRow[], right: readonly TableRow[]): Matching {
  const sides = [keyedRows(left), keyedRows(right)] as const;
  const withKey = (side: 0 | 1, by: "codes" | "names", key: string): number[] => sides[side].rows.flatMap(({ kind }, i) => (kind === "body" && key !== "" && sides[side][by][i] === key ? [i] : []));
  const hasSharedCodes = left.some(({ kind }, i) => kind === "body" && withKey(1, "codes", sides[0].codes[i] ?? "").length > 0);
  const byKey = (side: 0 | 1, i: number, by: "codes" | "names"): Match | null => {
    const key = sides[side][by][i] ?? "";
    const [own, others] = [withKey(side, by, key), withKey(side === 0 ? 1 : 0, by, key)];
    const [other] = others;
    if (other === undefined) return null;
    return own.length === 1 && others.length === 1 ? { kind: "matched", other } : { kind: "duplicate", own, others };
  };
  const matchOf = (side: 0 | 1, i: number): Match | null => {
    if (sides[side].rows[i]?.kind !== "body") return null;
    const byCode = byKey(side, i, "codes");
    if (byCode !== null) return byCode;
    const byName = byKey(side, i, "names");
    if (byName?.kind !== "matched") return byName ?? { kind: "unmatched" };
    const otherSide = side === 0 ? 1 : 0;
    const isContradicted = hasSharedCodes && sides[side].rows[i]?.code !== "" && sides[otherSide].rows[byName.other]?.code !== "";
    return isContradicted || byKey(otherSide, byName.other, "codes") !== null ? { kind: "unmatched" } : byName;
  };
  return { left: left.map((_, i) => matchOf(0, i)), right: right.map((_, i) => matchOf(1, i)) };
}

test("lines are matched as comparing each with each would match them", () => {
  fc.assert(fc.property(rows, rows, (left, right) => {
    expect(matchRows(keyedRows(left), keyedRows(right))).toEqual(plainly(left, right));
  }), { numRuns: 500 });
});
